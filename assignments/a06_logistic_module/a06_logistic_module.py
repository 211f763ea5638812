# %% [markdown] tags=["ko"]
# # nn.Module로 로지스틱 회귀 구현
#
# 로지스틱 회귀 $H(x) = \sigma(xW + b)$를 이번에는 PyTorch의 부품으로 만듭니다.
#
# * `nn.Linear(2, 1)`은 입력이 2개이고 출력이 1개인 **선형층**입니다. 파라미터 $W$와 $b$를 스스로
#   만들고 난수로 초기화합니다. weight의 shape은 `(출력, 입력)` = `(1, 2)`라서 계산은
#   $xW^T + b$입니다. bias의 shape은 `(1,)`입니다. `bias=False`를 주면 bias가 없습니다.
# * `nn.Sigmoid()`는 시그모이드입니다. 파라미터가 없습니다.
# * `nn.Sequential(층1, 층2, …)`은 층을 차례로 통과시키는 **모델**입니다.
#
# 이 부품들은 모두 `nn.Module`입니다. 모델은 함수처럼 `model(x)`로 부르고, 학습할 파라미터는
# `model.parameters()`로 한꺼번에 꺼냅니다. 그래서 층이 몇 개이든 옵티마이저를 만드는 코드는
# `optim.SGD(model.parameters(), lr=lr)` 그대로입니다.

# %% [markdown] tags=["en"]
# # nn.Sequential and BinaryClassifier
#
# Logistic regression, $H(x) = \sigma(xW + b)$, once more: this time from PyTorch's own parts.
#
# * `nn.Linear(2, 1)` is a **linear layer** with 2 inputs and 1 output. It makes its parameters $W$
#   and $b$ itself and fills them with random numbers. Its weight has the shape `(outputs, inputs)`,
#   here `(1, 2)`, so it computes $xW^T + b$. Its bias has the shape `(1,)`; with `bias=False` there
#   is none.
# * `nn.Sigmoid()` is the sigmoid. It has no parameters.
# * `nn.Sequential(layer1, layer2, …)` is a **model** that passes its input through the layers.
#
# All of them are an `nn.Module`. A model is called like a function, `model(x)`, and
# `model.parameters()` hands out everything that is to be trained. So however many layers there are,
# the optimizer is always made by `optim.SGD(model.parameters(), lr=lr)`.

# %%
from contextlib import suppress

import torch
import torch.nn.functional as F
from torch import Tensor, nn, optim

x_train = torch.FloatTensor([[1, 2], [2, 3], [3, 1], [4, 3], [5, 3], [6, 2]])
y_train = torch.FloatTensor([[0], [0], [0], [1], [1], [1]])

# %% [markdown] tags=["ko"]
# 위의 `x_train`(데이터 6개, 특징 2개)과 `y_train`이 슬라이드의 데이터입니다. 아래 셀에서 층과 모델을
# 만져 보세요. 파라미터는 `list(model.parameters())`로 볼 수 있습니다. 셀의 끝에서는 이 모델을 **MSE**로
# 세 번 업데이트합니다. 비용을 계산하고, `optimizer.zero_grad()`로 이전 기울기를 지우고,
# `cost.backward()`로 기울기를 구하고, `optimizer.step()`으로 파라미터를 옮기는 순서는 어떤 모델이든
# 같습니다. 로지스틱 회귀에서는 비용이 `F.binary_cross_entropy`로 바뀔 뿐입니다.

# %% [markdown] tags=["en"]
# `x_train` (6 rows, 2 features) and `y_train` above are the data of the slides. Play with layers and
# models in the cell below. `list(model.parameters())` shows the parameters. At its end, the cell
# updates this model three times with the **MSE**. The order is the same for every model: compute the
# cost, clear the old gradients with `optimizer.zero_grad()`, find new ones with `cost.backward()`,
# move the parameters with `optimizer.step()`. In logistic regression only the cost is another,
# `F.binary_cross_entropy`.

# %%
if __name__ == "__main__":
    layers = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
    print(layers)
    print("output:", tuple(layers(x_train).shape))
    for name, parameter in layers.named_parameters():
        print(f"{name:9} {tuple(parameter.shape)}")
    print("without bias:", len(list(nn.Linear(2, 1, bias=False).parameters())), "parameter")

    optimizer = optim.SGD(layers.parameters(), lr=0.1)
    for _ in range(3):
        cost = F.mse_loss(layers(x_train), y_train)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        print(f"cost {cost.item():.4f}")

# %% [markdown] tags=["ko"]
# ## bias가 없으면
#
# 예측이 바뀌는 **경계**는 $H(x) = 0.5$인 곳, 즉 $w_1 x_1 + w_2 x_2 + b = 0$인 직선입니다. 아래
# 그림은 슬라이드의 학습(학습률 0.1, `epochs=5000`)에서 이 직선이 움직이는 모습입니다. $b$가 없으면
# 직선이 반드시 원점을 지나야 해서 두 클래스를 가르지 못하고, 비용은 **0.510079**에서 멈춥니다.
# (특징이 1개일 때에는 0.615655입니다.) $b$가 있으면 비용이 **0.038108**까지 내려갑니다.
#
# 이 비용은 `torch.manual_seed(1)` 뒤에 만든 `nn.Linear(2, 1)`에서 시작한 값입니다. 다른 난수에서
# 시작하면 조금 다릅니다. 채점할 때는 시드를 쓰지 않고 시작하는 값을 정해 줍니다.

# %% [markdown] tags=["en"]
# ## Without a bias
#
# The **boundary** where the prediction changes is where $H(x) = 0.5$: the straight line
# $w_1 x_1 + w_2 x_2 + b = 0$. The figure below shows how this line moves in the training of the
# slides (learning rate 0.1, `epochs=5000`). Without $b$ the line must pass through the origin, so it
# cannot part the two classes, and the cost stops at **0.510079** (with one feature, at 0.615655).
# With $b$ it goes down to **0.038108**.
#
# That cost is what one gets from the `nn.Linear(2, 1)` made after `torch.manual_seed(1)`. From other
# random numbers it is a little different. Grading uses no seeds: it sets the starting values itself.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    fig, (left, right) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    left.scatter(x_train[:, 0], x_train[:, 1], c=y_train[:, 0], cmap="coolwarm", s=100, zorder=3)
    line = torch.tensor([-0.5, 7.0])
    for has_b, style in ((True, "-"), (False, ":")):
        W, b, costs = torch.tensor([[0.364346], [-0.312102]]), -0.137081 * has_b, []
        for update in range(1, 5002):
            H = torch.sigmoid(x_train @ W + b)
            costs.append(F.binary_cross_entropy(H, y_train).item())
            W = W - 0.1 * x_train.T @ (H - y_train) / 6
            b = b - 0.1 * (H - y_train).mean() * has_b
            if update in ((100, 500, 5001) if has_b else (5001,)):
                label = f"{'with' if has_b else 'without'} b, after {update} updates"
                left.plot(line, -(W[0] * line + b) / W[1], style, label=label)
        right.loglog(range(1, 5002), costs, style, label=f"{'with' if has_b else 'without'} b")
        print(f"{'with' if has_b else 'without'} b: first cost {costs[0]:.6f}, last {costs[-1]:.6f}")
    left.set(title="where H(x) = 0.5", xlim=(-0.5, 7), ylim=(-0.5, 7), xlabel="$x_1$", ylabel="$x_2$")
    right.set(title="cost before each update", xlabel="update")
    left.legend(fontsize=8)
    right.legend()
    plt.show()

# %% [markdown] tags=["ko"]
# ## 1. `make_sequential` (2점)
#
# 선형층과 시그모이드를 차례로 통과하는 `nn.Sequential`을 만들어 돌려주세요.
#
# * 선형층의 입력은 `in_features`개이고 출력은 1개입니다. 특징이 2개가 아닐 수도 있습니다.
# * `bias=True`이면 파라미터는 weight `(1, in_features)`와 bias `(1,)` 두 개, `bias=False`이면
#   weight 하나뿐입니다.
# * `(n, in_features)`를 넣으면 `(n, 1)`이 나옵니다.
# * 부를 때마다 새 모델을 만듭니다.

# %% [markdown] tags=["en"]
# ## 1. `make_sequential` (2 points)
#
# Make and return an `nn.Sequential` of a linear layer and a sigmoid.
#
# * The linear layer has `in_features` inputs and 1 output. There need not be 2 features.
# * With `bias=True` there are two parameters, weight `(1, in_features)` and bias `(1,)`; with
#   `bias=False` there is only the weight.
# * `(n, in_features)` goes in, `(n, 1)` comes out.
# * Every call makes a new model.

# %%
def make_sequential(in_features: int, bias: bool = True) -> nn.Sequential:
    """선형층과 시그모이드 / a linear layer and a sigmoid: (n, in_features)  →  (n, 1)

    >>> make_sequential(2)
    Sequential(
      (0): Linear(in_features=2, out_features=1, bias=True)
      (1): Sigmoid()
    )
    """
    raise NotImplementedError("make_sequential")

# %% [markdown] tags=["ko"]
# ## 2. `BinaryClassifier` (3점)
#
# 같은 모델을 `nn.Module`을 상속한 class로 만드세요. class로 만들면 계산 순서를 `forward`에 마음대로
# 쓸 수 있습니다.
#
# * `__init__`은 먼저 `super().__init__()`을 부르고, 층을 `self.linear`와 `self.sigmoid`에
#   저장합니다. `forward(x)`는 $\sigma(xW^T + b)$를 돌려줍니다. 모델은 `model.forward(x)`가 아니라
#   `model(x)`로 부릅니다.
# * 파라미터는 차례로 weight `(1, in_features)`와 bias `(1,)` 두 개이고, 둘 다 학습할 수
#   있어야(`requires_grad`) 합니다. 층을 파이썬 **리스트**에 넣거나 `forward` 안에서 만들면 모델이 알지
#   못해서 `model.parameters()`에 나오지 않습니다.
# * `in_features`의 기본값은 2이지만 다른 값도 들어옵니다.
# * 결과는 logit이 아니라 **0과 1 사이의 값**이고 shape은 `(n, 1)`입니다. `n = 1`이면 `(1, 1)`,
#   `n = 0`이면 `(0, 1)`입니다. 기울기가 이어져야 합니다.
# * 두 번 만들면 서로 다른 모델입니다. 한 모델의 파라미터를 바꾸어도 다른 모델은 그대로여야 하므로, 층은
#   `__init__` 안에서 새로 만드세요.

# %% [markdown] tags=["en"]
# ## 2. `BinaryClassifier` (3 points)
#
# Write the same model as a class that inherits from `nn.Module`. In a class you are free to say in
# `forward` what is computed, and in which order.
#
# * `__init__` calls `super().__init__()` first and saves the layers as `self.linear` and
#   `self.sigmoid`. `forward(x)` returns $\sigma(xW^T + b)$. A model is called as `model(x)`, not as
#   `model.forward(x)`.
# * There are two parameters, weight `(1, in_features)` and bias `(1,)` in this order, and both can be
#   trained (`requires_grad`). A layer kept in a Python **list**, or made inside `forward`, is unknown to
#   the model: it does not show up in `model.parameters()`.
# * `in_features` is 2 by default, but other numbers come in too.
# * The result is no logit but **between 0 and 1**, of shape `(n, 1)`: `(1, 1)` for `n = 1`, `(0, 1)`
#   for `n = 0`. Gradients must flow.
# * Made twice, it is two models: changing the parameters of one must leave the other alone. So make
#   the layers inside `__init__`.

# %%
class BinaryClassifier(nn.Module):
    """선형층과 시그모이드 / a linear layer and a sigmoid: (n, in_features)  →  (n, 1)

    >>> model = BinaryClassifier()
    >>> model(x_train).shape
    torch.Size([6, 1])
    """

    def __init__(self, in_features: int = 2) -> None:
        raise NotImplementedError("BinaryClassifier.__init__")

    def forward(self, x: Tensor) -> Tensor:
        raise NotImplementedError("BinaryClassifier.forward")

# %% [markdown] tags=["ko"]
# ## 3. `train` (3점)
#
# 건네받은 `model`을 **그 자리에서** 학습시키고 `costs`를 돌려주세요. `model`은 위의 class일 수도,
# `nn.Sequential`일 수도 있습니다. 특징의 수나 bias의 유무도 다를 수 있습니다. 0과 1 사이의 값
# `(n, 1)`을 돌려주는 모델이면 됩니다.
#
# * 새 모델을 만들거나 파라미터를 다시 초기화하지 마세요. 지금 값에서 이어서 학습합니다.
# * 매번 데이터 전체로 이진 크로스 엔트로피의 평균(`F.binary_cross_entropy`)을 구하고, 학습률이 `lr`인
#   SGD로 `model`의 모든 파라미터를 업데이트합니다. 모멘텀은 없습니다.
# * 모델에 시그모이드가 이미 들어 있습니다. `…_with_logits`를 쓰면 시그모이드가 두 번 적용됩니다.
# * 업데이트는 **정확히 `epochs + 1`번**입니다. `epochs=0`이면 한 번입니다. `backward()`는 기울기를
#   **더하므로** 매번 `zero_grad()`로 지우세요.
# * `costs`에는 비용 `epochs + 1`개를 모두 담습니다. `costs[e]`는 `e`번째 업데이트 **전의** 비용입니다.
#   `(epochs + 1,)`인 텐서나 실수 리스트로 돌려주세요. 그래프에서 떼어 담는 것이 좋지만(`cost.item()`)
#   채점하지는 않습니다.
# * 옵티마이저와 `costs`는 함수 **안에서** 만드세요. 밖에서 만들면 다른 모델을 학습하게 됩니다.
#   `x_train`과 `y_train`은 바꾸지 않습니다.
#
# **2점**은 1번, 2번, 11번 업데이트한 파라미터로, **1점**은 슬라이드의 학습을 끝까지 한 `costs`로
# 채점합니다.

# %% [markdown] tags=["en"]
# ## 3. `train` (3 points)
#
# Train the `model` that is handed over **in place** and return `costs`. It may be an object of the
# class above or an `nn.Sequential`, with other numbers of features, with or without bias: any model
# that gives values `(n, 1)` between 0 and 1.
#
# * Make no new model and do not reset the parameters: training goes on from where they are.
# * Every time, take the mean binary cross entropy (`F.binary_cross_entropy`) over all the data, and
#   update all parameters of `model` by SGD with learning rate `lr`, without momentum.
# * The model has its sigmoid already. With `…_with_logits` it would be applied twice.
# * There are **exactly `epochs + 1` updates**: `epochs=0` means one. `backward()` **adds** to the
#   gradients, so clear them every time with `zero_grad()`.
# * `costs` holds all `epochs + 1` costs. `costs[e]` is the cost **before** update `e`. Return a tensor
#   `(epochs + 1,)` or a list of floats. It is good style to detach them (`cost.item()`), but that is
#   not graded.
# * Make optimizer and `costs` **inside** the function: made outside, they belong to another model.
#   `x_train` and `y_train` stay unchanged.
#
# **2 points** are for the parameters after 1, 2 and 11 updates, **1 point** for the `costs` of the
# slide's training to its end.

# %%
def train(
    model: nn.Module, x_train: Tensor, y_train: Tensor, lr: float = 0.1, epochs: int = 5000
) -> Tensor:
    """model을 그 자리에서 epochs + 1번 업데이트 / update `model` in place, epochs + 1 times

    x_train (n, in_features), y_train (n, 1)  →  costs (epochs + 1,)

    >>> model = nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
    >>> for parameter in model.parameters():
    ...     _ = nn.init.zeros_(parameter)
    >>> train(model, x_train, y_train, epochs=1)
    tensor([0.6931, 0.6475])
    """
    raise NotImplementedError("train")

# %% [markdown] tags=["ko"]
# 여러분의 `make_sequential`과 `train`으로 같은 그림을 그려 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 배경의 색이 모델의 출력이고, 검은
# 선이 0.5인 곳입니다. 편향이 없으면 경계가 원점을 지날 수밖에 없습니다.

# %% [markdown] tags=["en"]
# Draw the same with your `make_sequential` and `train`. (Before they are written, nothing is
# drawn.) The colour behind the dots is the output of the model, and the black line is where it is
# 0.5. Without a bias the boundary cannot but pass the origin.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        x1, x2 = torch.meshgrid(torch.linspace(0, 7, 71), torch.linspace(0, 4, 41), indexing="xy")
        plane = torch.stack([x1, x2], dim=-1).reshape(-1, 2)
        models = [make_sequential(2, bias=True), make_sequential(2, bias=False)]
        costs = [train(model, x_train, y_train, lr=0.3, epochs=1000) for model in models]

        figure, panels = plt.subplots(1, 3, figsize=(13, 4), layout="constrained")
        for axes, model, name in zip(panels, models, ("with b", "without b"), strict=False):
            H = model(plane).detach().reshape(x1.shape)
            axes.contourf(x1, x2, H, levels=10, cmap="coolwarm", vmin=0, vmax=1, alpha=0.6)
            axes.contour(x1, x2, H, levels=[0.5], colors="black")
            axes.scatter(*x_train.T, c=y_train, cmap="coolwarm", s=100, edgecolors="black")
            axes.set(title=name, xlabel="$x_1$", ylabel="$x_2$")
        panels[2].loglog(costs[0], label="with b")
        panels[2].loglog(costs[1], ":", label="without b")
        panels[2].set(title="cost before each update", xlabel="update")
        panels[2].legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 4. `evaluate` (2점)
#
# 학습이 끝난 뒤 슬라이드처럼 반복문 안의 `hypothesis`나 `cost`를 다시 출력하면 **마지막 업데이트 전의
# 값**이 나옵니다. 업데이트한 뒤에는 다시 계산하지 않았기 때문입니다. 예를 들어 a05의 슬라이드 학습에서
# 마지막으로 출력된 비용은 0.040259이지만, 학습이 끝난 `W`와 `b`의 비용은 0.040229입니다. `evaluate`는
# **지금의 파라미터**로 새로 계산합니다.
#
# * 데이터 전체의 비용(이진 크로스 엔트로피의 평균)과 정확도를 `(cost, accuracy)`의 순서로, 둘 다
#   **파이썬 실수**로 돌려주세요. 정확도는 $H(x) \ge 0.5$를 1로 예측할 때 정답과 같은 비율이고 0과 1
#   사이의 값입니다. (정확히 0.5인 값은 채점에 나오지 않습니다.)
# * 평가는 학습이 아닙니다. 파라미터를 바꾸지 말고, 파라미터의 `grad`에 기울기를 남기지 마세요.
#   `torch.no_grad()` 안에서 계산하면 됩니다.
# * 함수가 끝난 뒤 `model.training`은 부르기 전과 같아야 합니다. `model.eval()`을 부를 필요는 없지만,
#   불렀다면 되돌려 놓으세요. 늘 `model.train()`으로 끝내면 안 됩니다. 처음부터 평가 모드였을 수도
#   있습니다.
# * `model`은 여기에서도 class이거나 `nn.Sequential`입니다. `x`는 `(n, in_features)`, `y`는 `(n, 1)`이고
#   바꾸지 않습니다.

# %% [markdown] tags=["en"]
# ## 4. `evaluate` (2 points)
#
# Print the `hypothesis` or `cost` of the loop again when the training is over, as on the slides, and
# you see the values from **before the last update**: nothing was computed after it. In the training
# of the slides in a05, for instance, the last cost printed is 0.040259, but that of the `W` and `b`
# which come out is 0.040229. `evaluate` computes anew, with **the parameters of now**.
#
# * Return `(cost, accuracy)`, in this order, over all the data, both as **Python floats**: the mean
#   binary cross entropy, and the fraction of rows, between 0 and 1, where the prediction (1 for
#   $H(x) \ge 0.5$) is right. (Values of exactly 0.5 do not occur in grading.)
# * To evaluate is not to train: do not change the parameters, and leave no gradients in their `grad`.
#   Compute inside `torch.no_grad()`.
# * Afterwards `model.training` must be what it was before. You need not call `model.eval()`, but if
#   you do, undo it. Do not simply end with `model.train()`: the model may have been in evaluation
#   mode from the start.
# * Here too `model` is an object of the class or an `nn.Sequential`. `x` is `(n, in_features)`, `y` is
#   `(n, 1)`, and both stay unchanged.

# %%
def evaluate(model: nn.Module, x: Tensor, y: Tensor) -> tuple[float, float]:
    """지금 파라미터의 비용과 정확도 / cost and accuracy with the parameters of now

    x (n, in_features), y (n, 1)  →  (cost, accuracy), float 두 개 / two floats

    >>> model = nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
    >>> _ = nn.init.zeros_(model[0].weight), nn.init.ones_(model[0].bias)
    >>> evaluate(model, x_train, y_train)
    (0.8132616877555847, 0.5)
    """
    raise NotImplementedError("evaluate")
