# %% [markdown] tags=["ko"]
# # 단층 퍼셉트론과 XOR의 한계
#
# **퍼셉트론**(perceptron)은 초기의 인공신경망 모델입니다. 입력 $x_i$마다 가중치 $W_i$를 곱해 모두
# 더하고 편향 $b$를 더한 다음, 활성화함수 $f$에 넣습니다.
#
# $$y = f\left(\sum_{i} W_i x_i + b\right)$$
#
# 퍼셉트론의 활성화함수는 **계단함수**(step function)입니다. 0 이상이면 1, 0보다 작으면 0입니다.
#
# $$f(s) = \begin{cases} 1 & (s \ge 0) \\ 0 & (s < 0) \end{cases}$$
#
# 입력이 둘이면 $W_1 x_1 + W_2 x_2 + b = 0$은 평면 위의 **직선**입니다. 퍼셉트론은 이 직선의 한쪽에서는
# 1을, 다른 쪽에서는 0을 출력합니다. 그래서 AND, OR, NAND처럼 직선 하나로 나눌 수 있는 문제는 풀지만,
# XOR은 풀 수 없습니다.
#
# | $x_1$ | $x_2$ | AND | OR | NAND | XOR |
# |---|---|---|---|---|---|
# | 0 | 0 | 0 | 0 | 1 | 0 |
# | 0 | 1 | 0 | 1 | 1 | 1 |
# | 1 | 0 | 0 | 1 | 1 | 1 |
# | 1 | 1 | 1 | 1 | 0 | 0 |

# %% [markdown] tags=["en"]
# # Perceptron, gates, XOR limit
#
# The **perceptron** is an early model of an artificial neural network. It multiplies each input
# $x_i$ by a weight $W_i$, adds them all up, adds a bias $b$, and puts the sum into an activation
# function $f$.
#
# $$y = f\left(\sum_{i} W_i x_i + b\right)$$
#
# The activation function of a perceptron is the **step function**: 1 from 0 on, else 0.
#
# $$f(s) = \begin{cases} 1 & (s \ge 0) \\ 0 & (s < 0) \end{cases}$$
#
# With two inputs, $W_1 x_1 + W_2 x_2 + b = 0$ is a **straight line** in the plane. On one side of it
# the perceptron answers 1, on the other side 0. So it solves what one straight line can separate,
# such as AND, OR and NAND, but it cannot solve XOR.
#
# | $x_1$ | $x_2$ | AND | OR | NAND | XOR |
# |---|---|---|---|---|---|
# | 0 | 0 | 0 | 0 | 1 | 0 |
# | 0 | 1 | 0 | 1 | 1 | 1 |
# | 1 | 0 | 0 | 1 | 1 | 1 |
# | 1 | 1 | 1 | 1 | 0 | 0 |

# %%
from contextlib import suppress

import torch
from torch import Tensor, nn, optim

X = torch.FloatTensor([[0, 0], [0, 1], [1, 0], [1, 1]])
Y = torch.FloatTensor([[0], [1], [1], [0]])

# %% [markdown] tags=["ko"]
# ## 슬라이드의 단층 퍼셉트론
#
# 슬라이드는 퍼셉트론을 계단함수로 설명하고, 코드에서는 시그모이드를 씁니다. 실수가 아니라 그럴 수밖에
# 없습니다. 계단함수는 평평해서 **기울기가 어디서나 0**이고, 기울기가 0이면 SGD로 학습할 수 없습니다. 아래
# 왼쪽 그림에서 두 함수를 비교해 보세요.
#
# 오른쪽 그림은 슬라이드의 코드를 1,001번만 학습시킨 것입니다(슬라이드는 10,001번). XOR의 비용은
# $-\log 0.5 = 0.693$까지만 내려가고, 네 출력은 모두 0.5가 됩니다. 더 오래 학습해도 똑같습니다. 모델이
# 아는 것이 없으니 "반반"이라고 답하는 것입니다.
#
# **정확도에 속지 마세요.** 출력이 정확히 0.5 근처이면 아주 작은 반올림 오차가 0과 1을 가릅니다. 그래서
# 이때의 정확도는 25%가 될 수도, 75%가 될 수도 있는 우연한 값입니다. 75%가 나와도 배운 것은 없습니다.

# %% [markdown] tags=["en"]
# ## The single layer of the slides
#
# The slides explain the perceptron with the step function, but their code uses the sigmoid. That is
# no slip, there is no other way: the step function is flat, **its gradient is 0 everywhere**, and
# with a gradient of 0 SGD cannot learn. Compare the two functions on the left below.
#
# The right picture is the code of the slide, with 1,001 updates only (the slide has 10,001). For
# XOR the cost comes down to $-\log 0.5 = 0.693$ and no further, and all four outputs become 0.5.
# Longer training changes nothing: the model knows nothing, so it answers "fifty-fifty".
#
# **Do not trust the accuracy here.** With outputs this close to 0.5, tiny rounding errors decide
# between 0 and 1. The accuracy is then a matter of chance: it may come out as 25 % or as 75 %. Even
# with 75 % nothing has been learned.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    torch.manual_seed(1)
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    s = torch.linspace(-6, 6, 241)
    left.plot(s, torch.heaviside(s, torch.ones(1)), label="step")
    left.plot(s, torch.sigmoid(s), label="sigmoid")
    left.set(title="f(s)", xlabel="s")
    left.legend()

    for name, answers in (("XOR", Y), ("OR", torch.FloatTensor([[0], [1], [1], [1]]))):
        linear = nn.Linear(2, 1, bias=True)
        sigmoid = nn.Sigmoid()
        model = nn.Sequential(linear, sigmoid)
        criterion = nn.BCELoss()
        optimizer = optim.SGD(model.parameters(), lr=1)
        history = []
        for _ in range(1001):
            optimizer.zero_grad()
            hypothesis = model(X)
            cost = criterion(hypothesis, answers)
            cost.backward()
            optimizer.step()
            history.append(cost.item())
        right.plot(history, label=name)
        print(name, "cost:", history[-1], "outputs:", model(X).detach().flatten())
    right.set(title="cost of a single layer", xlabel="update")
    right.legend()
    plt.show()

# %% [markdown] tags=["ko"]
# ## 이 과제의 규칙
#
# * 따로 말하지 않으면 텐서는 모두 float32입니다. 결과도 float32로 돌려주세요.
# * 어느 함수도 인자로 받은 텐서를 바꾸면 안 됩니다. 인자는 전치(`transpose`)한 텐서일 수도 있습니다.
#   그런 텐서에는 `view`가 오류를 내므로 `reshape`을 쓰세요.
# * 함수마다 따로 채점합니다. 앞에서 만든 함수를 불러 써도 되고, 쓰지 않아도 됩니다. 다만 불러 쓴 함수가
#   틀렸다면 여기서도 점수를 잃을 수 있습니다.
#
# ## 1. `step`과 `perceptron` (각 1점)
#
# `step`은 계단함수입니다. 텐서의 원소마다 $s \ge 0$이면 1.0, $s < 0$이면 0.0입니다.
#
# * **정확히 0일 때에는 1**입니다. `-0.0`도 0이므로 1입니다.
# * shape은 무엇이든 될 수 있고, 원소가 없는 텐서(`(0,)`)도 들어옵니다. 결과의 shape과 dtype은 `x`와
#   같습니다. 이 함수에는 float64도 들어옵니다.
#
# `perceptron`은 데이터 $n$개의 $f(\sum_i W_i x_i + b)$를 한 번에 계산합니다.
#
# * `x`는 `(n, d)`, `W`는 `(d,)`, `b`는 파이썬 실수입니다. 입력이 2개가 아닐 수도 있습니다($d = 3$ 등).
# * 결과는 0.0 또는 1.0인 `(n,)` float32 텐서입니다. $n = 1$이면 `(1,)`, $n = 0$이면 `(0,)`입니다.

# %% [markdown] tags=["en"]
# ## Rules for this assignment
#
# * Unless it says otherwise all tensors are float32. Return float32 too.
# * No function may change a tensor that it is given. It may be a transposed one; `view` fails on such
#   a tensor, so use `reshape`.
# * Each function is graded by itself. It may call the ones before it, or not; but where one that it
#   calls is wrong, that may cost points here too.
#
# ## 1. `step` and `perceptron` (1 point each)
#
# `step` is the step function: for each element of the tensor, 1.0 where $s \ge 0$ and 0.0 where
# $s < 0$.
#
# * **At exactly 0 it is 1.** `-0.0` is 0 as well, so it gives 1.
# * Any shape may come in, also a tensor without elements, `(0,)`. The result has the shape and dtype
#   of `x`. This function gets float64 too.
#
# `perceptron` computes $f(\sum_i W_i x_i + b)$ for $n$ rows of data at once.
#
# * `x` is `(n, d)`, `W` is `(d,)`, and `b` is a Python float. There may be more or fewer than 2
#   inputs, such as $d = 3$.
# * The result is a float32 tensor `(n,)` of 0.0 and 1.0: `(1,)` for $n = 1$, `(0,)` for $n = 0$.

# %%
def step(x: Tensor) -> Tensor:
    """1.0 (x >= 0), 0.0 (x < 0)

    x: float 텐서, 어떤 shape이든 가능 / a float tensor of any shape  →  같은 shape과 dtype / the same

    >>> step(torch.tensor([-0.3, 0.0, 0.3]))
    tensor([0., 1., 1.])
    """
    raise NotImplementedError("step")

# %%
def perceptron(x: Tensor, W: Tensor, b: float) -> Tensor:
    """f(Σ W_i x_i + b), f는 계단함수 / f is the step function

    x (n, d), W (d,), b: 실수 / a float  →  (n,), 0.0 또는/or 1.0

    >>> perceptron(X, torch.tensor([2.0, -1.0]), -0.5)
    tensor([0., 0., 1., 1.])
    """
    raise NotImplementedError("perceptron")

# %% [markdown] tags=["ko"]
# ## 2. `gate` (2점)
#
# 퍼셉트론이 `"AND"`, `"OR"`, `"NAND"`가 되는 `W`와 `b`를 찾아 `(W, b)`로 돌려주세요. 답은 무수히 많습니다.
# 학습시키지 말고 종이에 네 점과 직선을 그려서 찾아보세요.
#
# * **1점** `W`는 `(2,)`인 float 텐서, `b`는 파이썬 숫자입니다. 채점 프로그램이 네 입력마다
#   $W_1 x_1 + W_2 x_2 + b$를 직접 계산하여 위의 진리표와 비교합니다. 1이어야 하면 0 이상, 0이어야 하면
#   0 미만입니다. 다만 네 값이 모두 **0에서 0.001 이상 떨어져 있어야** 합니다. 값이 정확히 0이면 반올림
#   오차 하나로 답이 뒤집히기 때문입니다. 세 게이트가 모두 맞아야 합니다.
# * **1점** 그 밖의 이름에는 `ValueError`를 발생시키세요. `"XOR"`도 마찬가지입니다. 그런 `W`와 `b`는
#   없으니까요. (소문자 이름은 채점하지 않습니다.)

# %% [markdown] tags=["en"]
# ## 2. `gate` (2 points)
#
# Find `W` and `b` that turn a perceptron into `"AND"`, `"OR"` or `"NAND"`, and return `(W, b)`. There
# are infinitely many answers. Do not train: draw the four points and a line on paper.
#
# * **1 point** `W` is a float tensor `(2,)` and `b` a Python number. The grader itself computes
#   $W_1 x_1 + W_2 x_2 + b$ for the four inputs and compares it with the truth table above: 0 or more
#   where it should be 1, less than 0 where it should be 0. But all four must be **at least 0.001
#   away from 0**: at exactly 0 a single rounding error turns the answer over. All three gates must
#   be right.
# * **1 point** For any other name raise a `ValueError`. That goes for `"XOR"` too: there are no such
#   `W` and `b`. (Names in small letters are not graded.)

# %%
def gate(name: str) -> tuple[Tensor, float]:
    """'AND' | 'OR' | 'NAND'  →  W (2,), b

    오류 / errors: 다른 이름 → ValueError / any other name → ValueError

    >>> W, b = gate("OR")
    >>> W.shape
    torch.Size([2])
    >>> perceptron(X, W, b)
    tensor([0., 1., 1., 1.])
    """
    raise NotImplementedError("gate")

# %% [markdown] tags=["ko"]
# `gate`의 답을 그려 봅시다. (`perceptron`과 `gate`를 쓰기 전에는 아무것도 그리지 않습니다.) 빨간 쪽에서 퍼셉트론은 1, 파란 쪽에서 0입니다.
# 게이트마다 **직선 하나**로 빨간 점과 파란 점이 나뉩니다. XOR의 네 점에는 어떤 직선을 그어도 되지 않습니다.

# %% [markdown] tags=["en"]
# Draw the answers of `gate`. (Before `perceptron` and `gate` are written, nothing is drawn.) On
# the red side the perceptron gives 1, on the blue side 0. For each gate **one straight line**
# tells the red dots from the blue ones. For the four dots of XOR no line does.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        x1, x2 = torch.meshgrid(*[torch.linspace(-0.5, 1.5, 201)] * 2, indexing="xy")
        plane = torch.stack([x1, x2], dim=-1).reshape(-1, 2)
        sides = {name: perceptron(plane, *gate(name)) for name in ("AND", "OR", "NAND")}

        figure, panels = plt.subplots(1, 4, figsize=(12, 3.2), layout="constrained")
        for axes, (name, side) in zip(panels, sides.items(), strict=False):
            axes.contourf(x1, x2, side.reshape(x1.shape), levels=1, cmap="coolwarm", alpha=0.4)
            dots = perceptron(X, *gate(name))
            axes.scatter(*X.T, c=dots, cmap="coolwarm", s=150, edgecolors="black")
            axes.set_title(name)
        panels[3].scatter(*X.T, c=Y, cmap="coolwarm", s=150, edgecolors="black")
        panels[3].set_title("XOR: which line?")
        for axes in panels:
            axes.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), xlabel="$x_1$", aspect="equal")
        panels[0].set_ylabel("$x_2$")
        plt.show()

# %% [markdown] tags=["ko"]
# ## 3. `xor_gate` (2점)
#
# 퍼셉트론 하나로는 안 되지만, **세 개를 두 층으로** 쌓으면 XOR이 됩니다. 입력을 두 게이트에 넣고, 그 두
# 출력을 셋째 게이트에 넣으세요. 위의 진리표에서 XOR의 열을 다른 세 열로 만들 방법을 찾아보세요. 이것이
# 다음 과제의 **다층 퍼셉트론**입니다.
#
# * `x`는 값이 0.0과 1.0뿐인 `(n, 2)`이고 결과는 `(n,)` float32입니다. 행의 순서와 수는 정해져 있지
#   않습니다($n = 1$일 수도 있습니다). 같은 행이 여러 번 나올 수도 있습니다.

# %% [markdown] tags=["en"]
# ## 3. `xor_gate` (2 points)
#
# One perceptron is not enough, but **three of them in two layers** make XOR: put the inputs into two
# gates, and the two outputs into a third. Look at the truth table above: how does the column of XOR
# come out of the other three? This is the **multi-layer perceptron** of the next assignment.
#
# * `x` is `(n, 2)` and holds only 0.0 and 1.0; the result is `(n,)`, float32. Rows come in any order
#   and number (also $n = 1$), and the same row may come several times.

# %%
def xor_gate(x: Tensor) -> Tensor:
    """x1 XOR x2, 게이트 세 개로 / made of three gates

    x (n, 2), 0 또는/or 1  →  (n,), 0.0 또는/or 1.0

    >>> xor_gate(X)
    tensor([0., 1., 1., 0.])
    """
    raise NotImplementedError("xor_gate")

# %% [markdown] tags=["ko"]
# ## 4. `train_single_layer` (3점)
#
# 계단함수를 시그모이드로 바꾸어 층 하나를 학습시킵니다. 출력은 $H(X) = \sigma(XW + b)$, 비용은 이진 크로스
# 엔트로피(`nn.BCELoss`, 평균), optimizer는 학습률이 `lr`인 SGD입니다.
#
# * 난수가 아니라 인자로 받은 `W` `(2, 1)`과 `b` `(1,)`에서 시작합니다. **받은 `W`와 `b`는 바꾸지
#   마세요.** `optimizer.step()`은 텐서를 그 자리에서 바꾸므로 복사본을 만들어 학습시켜야 합니다. `W`와
#   `b`는 `requires_grad`가 `True`일 수도, `False`일 수도 있습니다.
# * 매번 데이터 전체를 쓰고, 업데이트는 **정확히 `epochs + 1`번**입니다. 슬라이드의 `range(10001)`처럼
#   `epochs=10000`이면 10,001번, `epochs=0`이면 한 번입니다.
# * `W, b, costs`를 이 순서로 돌려줍니다. `W`와 `b`는 마지막 업데이트 후의 값이고 shape은 받은 것과
#   같습니다. `costs[e]`는 `e`번째 업데이트 **전의** 비용이며 모두 `epochs + 1`개입니다. `(epochs + 1,)`
#   텐서여도 되고 실수 리스트여도 됩니다. 결과가 기울기 그래프에 이어져 있어도 됩니다.
# * `X`는 값이 0과 1인 `(n, 2)`, `Y`는 `(n, 1)`입니다. 행이 네 개가 아니거나 순서가 다를 수 있습니다.
#
# 업데이트를 한 번 한 뒤의 `W`와 `b`, 그리고 받은 텐서를 그대로 두었는지에 1점, 2번과 11번 업데이트한
# 뒤의 `W`, `b`, `costs`에 1점입니다. 나머지 1점은 오래 학습한 결과입니다. `epochs=1000`으로 학습한
# XOR에서는 네 출력이 모두 0.5, 비용이 0.693147이어야 하고, `epochs=500`으로 학습한 OR에서는 비용이
# 0.05보다 작아야 합니다. 정확도는 채점하지 않습니다.

# %% [markdown] tags=["en"]
# ## 4. `train_single_layer` (3 points)
#
# Put the sigmoid in the place of the step function and train one layer. The output is
# $H(X) = \sigma(XW + b)$, the cost is the binary cross entropy (`nn.BCELoss`, a mean), the optimizer
# is SGD with learning rate `lr`.
#
# * Start from the arguments `W` `(2, 1)` and `b` `(1,)`, not from random numbers. **Leave that `W` and
#   `b` as they are**: `optimizer.step()` changes tensors in place, so train copies. `requires_grad`
#   of `W` and `b` may be `True` or `False`.
# * Every time use all the data. There are **exactly `epochs + 1` updates**: like the `range(10001)`
#   of the slide, 10,001 for `epochs=10000`, and one for `epochs=0`.
# * Return `W, b, costs` in this order, `W` and `b` as they are after the last update, in the shapes
#   that came in. `costs[e]` is the cost **before** update `e`, and there are `epochs + 1` of them: a
#   tensor `(epochs + 1,)` or a list of floats. The results may be connected to the graph.
# * `X` is `(n, 2)` and holds 0 and 1, `Y` is `(n, 1)`. There may be more or fewer than four rows, in
#   another order.
#
# There is 1 point for `W` and `b` after one update and for leaving the arguments alone, and 1 point
# for `W`, `b` and `costs` after 2 and 11 updates. The third is for long trainings: XOR
# must end with four outputs of 0.5 and a cost of 0.693147 (`epochs=1000`), OR with a cost below 0.05
# (`epochs=500`). Accuracy is not graded.

# %%
def train_single_layer(
    X: Tensor, Y: Tensor, W: Tensor, b: Tensor, lr: float = 1.0, epochs: int = 10000
) -> tuple[Tensor, Tensor, Tensor]:
    """H(X) = σ(XW + b), BCE + SGD, epochs + 1번 업데이트 / epochs + 1 updates

    X (n, 2), Y (n, 1), W (2, 1), b (1,)  →  W (2, 1), b (1,), costs (epochs + 1,)

    >>> W, b, costs = train_single_layer(
    ...     X, Y, torch.tensor([[0.8], [-0.6]]), torch.tensor([0.3]), epochs=1
    ... )
    >>> costs
    tensor([0.7425, 0.7276])
    """
    raise NotImplementedError("train_single_layer")

# %% [markdown] tags=["ko"]
# 층 하나를 학습시켜 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 배경의 색은 출력 $H(X)$이고, 검은 선은 0.5인 곳입니다. OR은 금방 배우지만,
# XOR은 어디서나 0.5 근처에서 멈춥니다.

# %% [markdown] tags=["en"]
# Train a single layer. (Before it is written, nothing is drawn.) The colour behind the dots is the
# output $H(X)$, and the black line is where it is 0.5. OR is learnt in no time; with XOR
# everything stays near 0.5.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        x1, x2 = torch.meshgrid(*[torch.linspace(-0.5, 1.5, 41)] * 2, indexing="xy")
        start = torch.tensor([[0.8], [-0.6]]), torch.tensor([0.3])
        tables = {"OR": torch.tensor([[0.0], [1.0], [1.0], [1.0]]), "XOR": Y}
        trained = {name: train_single_layer(X, y, *start, epochs=500) for name, y in tables.items()}

        figure, panels = plt.subplots(1, 3, figsize=(13, 3.8), layout="constrained")
        for axes, (name, (W, b, costs)) in zip(panels, trained.items(), strict=False):
            H = torch.sigmoid(torch.stack([x1, x2], dim=-1) @ W + b).squeeze(-1)
            shades = axes.contourf(x1, x2, H, torch.linspace(0, 1, 11), cmap="coolwarm", alpha=0.6)
            axes.contour(x1, x2, H, levels=[0.5], colors="black")
            axes.scatter(*X.T, c=tables[name], cmap="coolwarm", s=150, edgecolors="black")
            axes.set(title=name, xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
            panels[2].plot(costs, label=name)
        figure.colorbar(shades, ax=panels[1])
        panels[2].set(title="cost", xlabel="update")
        panels[2].legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 5. `is_separable` (1점)
#
# 입력이 둘인 진리표는 모두 $2^4 = 16$개입니다. 입력 $(0,0), (0,1), (1,0), (1,1)$에 대한 출력 네 개를
# 받아, **퍼셉트론 하나로** 그 표를 만들 수 있으면 `True`, 없으면 `False`를 돌려주세요.
#
# * `Y`는 값이 0.0과 1.0뿐인 `(4,)` 텐서이고, 결과는 파이썬 `bool`입니다.
# * 출력이 모두 0이거나 모두 1인 표도 만들 수 있습니다. 16개가 모두 맞아야 합니다.
# * 방법은 자유입니다. 네 점을 그려 보고 규칙을 찾아도, 여러 `W`와 `b`를 시험해도, 학습시켜 보아도
#   됩니다. 다만 한 번 부를 때 CPU 시간은 20초까지이고 과제 전체는 120초까지입니다. 학습시키는 방법이라면
#   정확도가 아니라 **네 답이 모두** 맞는지 보세요.

# %% [markdown] tags=["en"]
# ## 5. `is_separable` (1 point)
#
# There are $2^4 = 16$ truth tables of two inputs. Given the four outputs for the inputs
# $(0,0), (0,1), (1,0), (1,1)$, return `True` where **one perceptron** can make that table, else
# `False`.
#
# * `Y` is a tensor `(4,)` of 0.0 and 1.0, and the result is a Python `bool`.
# * The tables of four zeros and of four ones can be made too. All 16 must be right.
# * How is up to you: draw the points and find the rule, try many `W` and `b`, or train. But one call
#   may take 20 seconds of CPU, and the whole assignment 120. If you train, look whether **all four**
#   answers are right, not at an accuracy.

# %%
def is_separable(Y: Tensor) -> bool:
    """퍼셉트론 하나로 만들 수 있는 진리표인가? / Can one perceptron make this truth table?

    Y (4,), 입력/inputs (0,0), (0,1), (1,0), (1,1)  →  bool

    >>> is_separable(torch.tensor([0.0, 0.0, 0.0, 1.0]))
    True
    >>> is_separable(torch.tensor([0.0, 1.0, 1.0, 0.0]))
    False
    """
    raise NotImplementedError("is_separable")

# %% [markdown] tags=["ko"]
# 진리표 16개를 모두 그려 봅시다. 점의 색이 출력이고(빨강 1, 파랑 0), `is_separable`이 `False`인 표에는 ✗를 붙였습니다. ✗는 몇 개인가요? 두
# 색이 어떻게 놓여 있나요?

# %% [markdown] tags=["en"]
# Draw all 16 truth tables. The colours are the outputs (red 1, blue 0), and a ✗ stands at the
# tables for which `is_separable` gives `False`. How many are there, and how do the two colours lie
# in them?

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        tables = torch.cartesian_prod(*[torch.tensor([0.0, 1.0])] * 4)
        possible = [is_separable(table) for table in tables]
        figure, panels = plt.subplots(2, 8, figsize=(12, 3.6), layout="constrained")
        for axes, table, yes in zip(panels.flat, tables, possible, strict=True):
            axes.scatter(*X.T, c=table, cmap="coolwarm", vmin=0, vmax=1, s=100, edgecolors="black")
            axes.set(title="" if yes else "✗", xlim=(-0.5, 1.5), ylim=(-0.5, 1.5))
            axes.set(xticks=[], yticks=[], aspect="equal")
        plt.show()
