# %% [markdown] tags=["ko"]
# # 소프트맥스 분류기
#
# 소프트맥스 회귀는 세 개 이상의 클래스 중에서 하나를 고릅니다. 입력 $x$로 클래스마다 점수
# $z = xW + b$를 하나씩 계산하고, **가장 큰 점수**의 클래스를 예측으로 합니다. 이 점수를
# **logit**이라고 합니다. 소프트맥스는 logit을 확률로 바꾸고, 크로스 엔트로피는 그 확률이 정답에서
# 얼마나 벗어났는지 잽니다.
#
# $$p_j = \frac{e^{z_j}}{\sum_{l=1}^{k} e^{z_l}}, \qquad
# cost = -\frac{1}{n} \sum_{i=1}^{n} \log p^{(i)}_{y_i}$$
#
# `F.cross_entropy(z, y)`가 이 두 식을 한 번에 계산합니다. **비용함수에 소프트맥스 함수가 이미
# 들어 있으므로** logit을 그대로 넣습니다. 정답 `y`는 클래스 번호(0, 1, 2, …)인 정수 텐서입니다.
#
# | 회귀 | 비용함수 |
# |---|---|
# | 소프트맥스 | `F.cross_entropy(z, y)` |
# | 로지스틱 | `F.binary_cross_entropy(h, y)` |
# | 선형 | `F.mse_loss(prediction, y)` |
#
# 학습은 매번 같은 네 줄입니다. 비용을 계산하고, `optimizer.zero_grad()`, `cost.backward()`,
# `optimizer.step()`을 차례로 부릅니다. `backward()`는 기울기를 앞의 기울기에 **더하므로** 매번
# `zero_grad()`로 지워야 합니다.
#
# 이 과제에서는 같은 분류기를 세 가지 방법으로 만듭니다. `W`와 `b`를 직접 만들고, `nn.Linear`를
# 쓰고, 마지막으로 `class`로 묶습니다.

# %% [markdown] tags=["en"]
# # Softmax classifier
#
# Softmax regression picks one of three or more classes. It computes one score per class from the
# input $x$, $z = xW + b$, and predicts the class with the **largest score**. These scores are
# called **logits**. The softmax turns logits into probabilities, and the cross entropy measures
# how far those are from the right answer.
#
# $$p_j = \frac{e^{z_j}}{\sum_{l=1}^{k} e^{z_l}}, \qquad
# cost = -\frac{1}{n} \sum_{i=1}^{n} \log p^{(i)}_{y_i}$$
#
# `F.cross_entropy(z, y)` computes both formulas at once. **The softmax is already inside the cost
# function**, so it takes the logits as they are. The answer `y` is an integer tensor of class
# numbers (0, 1, 2, …).
#
# | regression | cost function |
# |---|---|
# | softmax | `F.cross_entropy(z, y)` |
# | logistic | `F.binary_cross_entropy(h, y)` |
# | linear | `F.mse_loss(prediction, y)` |
#
# Training is the same four lines every time: compute the cost, then call
# `optimizer.zero_grad()`, `cost.backward()` and `optimizer.step()`. `backward()` **adds** to the
# gradients that are there already, so `zero_grad()` must clear them every time.
#
# In this assignment you build the same classifier in three forms: with your own `W` and `b`, with
# `nn.Linear`, and last as a `class`.

# %%
from contextlib import suppress

import torch
import torch.nn.functional as F
from torch import Tensor, nn, optim

x_train = torch.FloatTensor(
    [
        [1, 2, 1, 1],
        [2, 1, 3, 2],
        [3, 1, 3, 4],
        [4, 1, 5, 5],
        [1, 7, 5, 5],
        [1, 2, 5, 6],
        [1, 6, 6, 6],
        [1, 7, 7, 7],
    ]
)
y_train = torch.LongTensor([2, 2, 2, 1, 1, 1, 0, 0])

# %% [markdown] tags=["ko"]
# 위의 `x_train`(데이터 8개, 특징 4개)과 `y_train`(클래스 3개)이 슬라이드의 데이터입니다.
#
# ## 숫자가 슬라이드와 다르게 나온다면
#
# 슬라이드의 학습을 `lr=0.1`, `epochs=1000`으로 그대로 실행하면, 시작하는 `W`와 `b`에 따라 비용이
# 조금씩 다릅니다.
#
# | 시작하는 값 | 처음 비용 | epoch 1000의 비용 |
# |---|---|---|
# | 모두 0 (직접 구현) | 1.098612 | **0.248155** |
# | `torch.manual_seed(1)` 뒤 첫 번째로 만든 `nn.Linear(4, 3)` | 1.616785 | **0.254148** |
# | `torch.manual_seed(1)` 뒤 두 번째로 만든 `nn.Linear(4, 3)` | 2.637636 | **0.250818** |
#
# 셋 다 맞는 값입니다. 슬라이드의 코드는 둘째 줄인데, 슬라이드에 인쇄된 logit(−4.3709, −0.3246,
# 4.5068, …)은 셋째 줄의 것입니다. 시드를 정한 뒤 층을 하나 더 만들고 실행한 결과입니다. 직접 구현한
# 슬라이드에도 같은 logit이 인쇄되어 있지만, 0에서 시작하면 그 값이 나오지 않습니다.
#
# 또 하나, 인쇄된 logit과 비용은 **마지막 업데이트 전**의 값입니다. 반복문 안에서 계산한 뒤 한 번 더
# 업데이트했기 때문입니다. 1001번 중 1000번만 업데이트하고(`epochs=999`) 모델을 다시 부르면 그 값이
# 나옵니다. 채점할 때는 시드를 쓰지 않고 시작하는 값을 정해 줍니다.
#
# 아래 셀에서 세 가지 시작의 비용, 슬라이드의 logit 한 행과 그 확률, 그리고 `zero_grad()`를 부르지
# 않으면 기울기가 쌓이는 것을 볼 수 있습니다.

# %% [markdown] tags=["en"]
# `x_train` (8 rows, 4 features) and `y_train` (3 classes) above are the data of the slides.
#
# ## If your numbers differ from the slides
#
# Run as on the slides, with `lr=0.1` and `epochs=1000`, the training ends at slightly different
# costs, depending on the `W` and `b` that it starts from.
#
# | start | first cost | cost at epoch 1000 |
# |---|---|---|
# | all zeros (by hand) | 1.098612 | **0.248155** |
# | the first `nn.Linear(4, 3)` made after `torch.manual_seed(1)` | 1.616785 | **0.254148** |
# | the second `nn.Linear(4, 3)` made after `torch.manual_seed(1)` | 2.637636 | **0.250818** |
#
# All three are right. The code on the slide is the second row, but the logits printed there
# (−4.3709, −0.3246, 4.5068, …) belong to the third: one more layer was made after the seed was
# set. The by-hand slide shows the same logits, though from zeros one does not get them.
#
# And the printed logits and cost are from **before the last update**: they were computed inside
# the loop, which then updated once more. Do 1000 of the 1001 updates (`epochs=999`), call the model
# again, and there they are. Grading uses no seeds: it sets the starting values itself.
#
# The cell below shows the cost of the three starts, one row of the slide's logits with its
# probabilities, and how gradients pile up where `zero_grad()` is not called.

# %%
if __name__ == "__main__":
    torch.manual_seed(1)
    first, second = nn.Linear(4, 3), nn.Linear(4, 3)
    for name, z in (
        ("zeros ", torch.zeros(8, 3)),
        ("first ", first(x_train)),
        ("second", second(x_train)),
    ):
        print(f"{name}  cost before training: {F.cross_entropy(z, y_train).item():.6f}")

    z = torch.tensor([-4.3709, -0.3246, 4.5068])
    print("logits     ", z)
    print("softmax    ", F.softmax(z, dim=0), "sum", F.softmax(z, dim=0).sum().item())

    w = torch.ones(1, requires_grad=True)
    optimizer = optim.SGD([w], lr=0.1)
    for _ in range(3):
        (5 * w).sum().backward()
        print("without zero_grad: w.grad =", w.grad.item())
    optimizer.zero_grad()
    (5 * w).sum().backward()
    print("after zero_grad:   w.grad =", w.grad.item())

# %% [markdown] tags=["ko"]
# 세 가지 시작을 실제로 학습시켜 비용을 그려 봅시다. 가로축은 로그 눈금입니다. 처음 비용은 서로 다르지만,
# epoch 1000에서는 거의 같은 곳까지 내려옵니다. 학습률이 커서 비용은 위아래로 흔들리며 줄어듭니다.

# %% [markdown] tags=["en"]
# Now train all three starts and draw their costs, over a logarithmic axis. They begin at different
# costs, but by epoch 1000 they have come down to almost the same. As the learning rate is large,
# they go up and down on the way.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    def demo_costs_from(W, b):
        answers = F.one_hot(y_train, 3)
        costs = []
        for _ in range(1001):
            scores = torch.exp(x_train.matmul(W) + b)
            p = scores / scores.sum(dim=1, keepdim=True)
            costs.append(-p[answers == 1].log().mean().item())
            gradient = (p - answers) / len(p)  # of the cost by the logits, found by hand
            W = W - 0.1 * x_train.T.matmul(gradient)
            b = b - 0.1 * gradient.sum(dim=0)
        return costs

    for name, curve in (
        ("zeros", demo_costs_from(torch.zeros(4, 3), torch.zeros(1, 3))),
        ("first Linear", demo_costs_from(first.weight.detach().T, first.bias.detach())),
        ("second Linear", demo_costs_from(second.weight.detach().T, second.bias.detach())),
    ):
        plt.plot(curve, linewidth=1, label=f"{name}: {curve[0]:.4f} → {curve[-1]:.4f}")
    plt.xscale("symlog")
    plt.xlabel("epoch")
    plt.ylabel("cost")
    plt.legend()
    plt.show()

# %% [markdown] tags=["ko"]
# ## 1. `train_by_hand` (4점)
#
# `W`와 `b`를 0으로 만들고 $z = xW + b$를 학습하세요. 데이터는 $n$개, 특징은 $d$개, 클래스는
# $k$ = `num_classes`개입니다. 슬라이드에서는 $d = 4$, $k = 3$이지만 다른 크기로도 부릅니다.
#
# * `W`는 `(d, k)`, `b`는 `(1, k)` 또는 `(k,)`입니다. 난수가 아니라 **0에서** 시작합니다.
# * 매번 데이터 전체로 비용을 구하고 `F.cross_entropy`의 평균 비용을 SGD로 줄입니다. 업데이트는
#   **정확히 `epochs + 1`번**입니다. 슬라이드의 `range(epochs + 1)`과 같고, `epochs=0`이면 한 번입니다.
# * `costs`에는 비용 `epochs + 1`개를 모두 담습니다. `costs[e]`는 `e`번째 업데이트 **전의**
#   비용입니다. 텐서여도 되고 실수 리스트여도 됩니다.
# * `W, b, costs`를 이 순서로 돌려줍니다. `W`와 `b`는 마지막 업데이트 후의 값입니다. 셋 다 기울기
#   그래프에서 떼어 주세요(`detach()`나 `item()`).
# * `x_train`이 float64이면 `W`와 `b`도 float64입니다. `x_train`과 `y_train`은 바꾸지 않습니다.
# * `y_train`에 나오지 않는 클래스가 있어도 클래스의 수는 `num_classes`입니다.
#
# 0에서 시작하면 첫 비용은 $\ln k$이고(클래스가 3개이면 1.098612), `W`의 기울기는 각 행의 합이
# 0입니다. 그래서 $xW + b$의 각 행의 합은 학습하는 동안에도 계속 0입니다.

# %% [markdown] tags=["en"]
# ## 1. `train_by_hand` (4 points)
#
# Make `W` and `b` of zeros and train $z = xW + b$. There are $n$ rows of data, $d$ features and
# $k$ = `num_classes` classes. On the slides $d = 4$ and $k = 3$, but other sizes come in too.
#
# * `W` is `(d, k)`, `b` is `(1, k)` or `(k,)`. They start from **zeros**, not from random numbers.
# * Every time, take the mean cost of `F.cross_entropy` over all the data and lower it by SGD, with
#   **exactly `epochs + 1` updates**: the `range(epochs + 1)` of the slide. `epochs=0` means one.
# * `costs` holds all `epochs + 1` costs; `costs[e]` is the cost **before** update `e`. It may be a
#   tensor or a list of floats.
# * Return `W, b, costs` in this order, `W` and `b` as they are after the last update, all three
#   detached from the graph (`detach()` or `item()`).
# * For a float64 `x_train`, `W` and `b` are float64 too. `x_train` and `y_train` stay unchanged.
# * There are `num_classes` classes even where one of them does not occur in `y_train`.
#
# From zeros the first cost is $\ln k$ (1.098612 for 3 classes), and each row of the gradient of
# `W` has the sum 0. So each row of $xW + b$ keeps the sum 0 all through the training.

# %%
def train_by_hand(
    x_train: Tensor, y_train: Tensor, num_classes: int = 3, lr: float = 0.1, epochs: int = 1000
) -> tuple[Tensor, Tensor, Tensor]:
    """z = xW + b, 0에서 시작하여 epochs + 1번 업데이트 / from zeros, epochs + 1 updates

    x_train (n, d) float, y_train (n,) int64  →  W (d, k), b (1, k) 또는/or (k,), costs (epochs + 1,)

    >>> W, b, costs = train_by_hand(x_train, y_train, epochs=0)
    >>> W[0]
    tensor([-0.0333,  0.0167,  0.0167])
    """
    raise NotImplementedError("train_by_hand")

# %% [markdown] tags=["ko"]
# ## 2. `SoftmaxClassifierModel` (3점)
#
# 같은 계산을 `nn.Module`로 만드세요. `__init__`에서 `nn.Linear`를 `self.linear`에 저장하고,
# `forward`는 logit을 돌려줍니다. 출력이 하나가 아니라 클래스마다 하나씩, 슬라이드에서는 3개입니다.
#
# * 크기는 `in_features`와 `num_classes`가 정합니다. 기본값은 4와 3이지만 다른 값도 들어옵니다.
# * 파라미터는 `nn.Linear`의 weight `(num_classes, in_features)`와 bias `(num_classes,)` 둘뿐입니다. 두 번
#   만들면 서로 다른 모델이므로, 층은 `__init__` 안에서 새로 만드세요.
# * 결과는 `(n, num_classes)`이고, `n = 1`이면 `(1, num_classes)`입니다. 기울기가 이어져야 합니다.
#   float64로 바꾼 모델은 float64 데이터를 받습니다.
# * **소프트맥스를 적용하지 마세요.** `F.cross_entropy` 안에 이미 있습니다.

# %% [markdown] tags=["en"]
# ## 2. `SoftmaxClassifierModel` (3 points)
#
# Write the same computation as an `nn.Module`: `__init__` saves an `nn.Linear` as `self.linear`,
# and `forward` returns the logits. There is not one output but one per class: 3 on the slides.
#
# * `in_features` and `num_classes` set the size: 4 and 3 by default, but others come in too.
# * The only parameters are those of `nn.Linear`: weight `(num_classes, in_features)` and bias
#   `(num_classes,)`. Made twice, it is two models: make the layer inside `__init__`.
# * The result is `(n, num_classes)`: `(1, num_classes)` for `n = 1`. Gradients must flow. A model
#   turned to float64 takes float64 data.
# * **Do not apply the softmax**: it is already inside `F.cross_entropy`.

# %%
class SoftmaxClassifierModel(nn.Module):
    """선형층 하나 / one linear layer: (n, in_features)  →  logits (n, num_classes)

    >>> model = SoftmaxClassifierModel()
    >>> model(x_train).shape
    torch.Size([8, 3])
    """

    def __init__(self, in_features: int = 4, num_classes: int = 3) -> None:
        raise NotImplementedError("SoftmaxClassifierModel.__init__")

    def forward(self, x: Tensor) -> Tensor:
        raise NotImplementedError("SoftmaxClassifierModel.forward")

# %% [markdown] tags=["ko"]
# ## 3. `train` (5점)
#
# 건네받은 `model`을 **그 자리에서** 학습시키고 `costs`를 돌려주세요. `model`은 위의 클래스일 수도,
# 슬라이드의 둘째 방법처럼 `nn.Linear(4, 3)`일 수도 있습니다. logit을 돌려주는 모델이면 됩니다.
#
# * 새 모델을 만들거나 파라미터를 다시 초기화하지 마세요. 시작하는 값에서 이어서 학습합니다.
# * 매번 데이터 전체, `F.cross_entropy`의 평균 비용, 학습률 `lr`의 SGD(모멘텀 없음)입니다.
#   `model`의 모든 파라미터를 업데이트합니다.
# * 업데이트 횟수와 `costs`의 규칙은 1번과 같습니다. `epochs + 1`번, `costs[e]`는 업데이트 전의 비용,
#   텐서나 실수 리스트입니다.
# * 두 번 학습해도 서로 영향을 주면 안 됩니다. 옵티마이저와 `costs`는 함수 **안에서** 만드세요.
# * float64 모델과 float64 `x_train`도 학습됩니다. `x_train`과 `y_train`은 바꾸지 않습니다.
#
# 정확도만 보면 틀린 학습도 알아채기 어렵습니다. `zero_grad()`를 빠뜨려도 슬라이드의 데이터에서는
# 정확도가 100%가 됩니다. 그래서 업데이트를 1번, 2번, 11번 한 뒤의 파라미터를 비교하여 채점합니다.

# %% [markdown] tags=["en"]
# ## 3. `train` (5 points)
#
# Train the `model` that is handed over **in place** and return `costs`. It may be an object of the
# class above or, as in the second form on the slides, an `nn.Linear(4, 3)`: any model that gives
# logits.
#
# * Make no new model and do not reset the parameters: training goes on from where they are.
# * Every time: all the data, the mean cost of `F.cross_entropy`, SGD with learning rate `lr` and
#   without momentum. Update all parameters of `model`.
# * The rules of task 1 hold for updates and `costs`: `epochs + 1` of them, `costs[e]` before the
#   update, a tensor or a list of floats.
# * Two trainings must not disturb each other: make optimizer and `costs` **inside** the function.
# * A float64 model with a float64 `x_train` trains too. `x_train` and `y_train` stay unchanged.
#
# Accuracy alone hardly shows that a training is wrong: without `zero_grad()` it still reaches
# 100 % on the data of the slides. So grading compares the parameters after 1, 2 and 11 updates.

# %%
def train(
    model: nn.Module, x_train: Tensor, y_train: Tensor, lr: float = 0.1, epochs: int = 1000
) -> Tensor:
    """model을 그 자리에서 epochs + 1번 업데이트 / update `model` in place, epochs + 1 times

    x_train (n, d) float, y_train (n,) int64  →  costs (epochs + 1,)

    >>> model = nn.Linear(4, 3)
    >>> _ = nn.init.zeros_(model.weight), nn.init.zeros_(model.bias)
    >>> train(model, x_train, y_train, epochs=1)
    tensor([1.0986, 1.0313])
    """
    raise NotImplementedError("train")

# %% [markdown] tags=["ko"]
# 직접 구현한 것과 `nn.Module`을 나란히 학습해 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 시작하는 값만 다를 뿐 같은 계산이므로, 두 곡선은 점점
# 가까워져 거의 같은 비용에 이릅니다.

# %% [markdown] tags=["en"]
# Train what you wrote by hand beside the `nn.Module`. (Before they are written, nothing is drawn.)
# Only the start differs, the computation is the same: the two curves come together and end at
# nearly the same cost.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        W, b, by_hand = train_by_hand(x_train, y_train, epochs=500)
        torch.manual_seed(1)
        by_module = train(SoftmaxClassifierModel(), x_train, y_train, epochs=500)
        plt.semilogx(range(1, 502), by_hand, label="train_by_hand")
        plt.semilogx(range(1, 502), by_module, "--", label="train(SoftmaxClassifierModel())")
        plt.xlabel("update")
        plt.ylabel("cost")
        plt.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 4. `predict` (1점)
#
# 행마다 **가장 큰 logit의 번호**를 돌려주세요. 소프트맥스는 순서를 바꾸지 않으므로 필요 없습니다.
#
# * 결과는 `(n,)`이고 dtype은 int64입니다. `n = 1`이면 `(1,)`, `n = 0`이면 `(0,)`입니다.
# * 클래스가 하나뿐이면(`k = 1`) 모두 0입니다. 같은 값이 둘인 행은 채점하지 않습니다.
# * `z`는 float32나 float64이고, `model(x)`의 결과를 그대로 넣을 수 있어야 합니다. 즉
#   `requires_grad`일 수 있습니다.

# %% [markdown] tags=["en"]
# ## 4. `predict` (1 point)
#
# Return the **index of the largest logit** of each row. The softmax does not change the order, so
# you need none.
#
# * The result is `(n,)` with dtype int64: `(1,)` for `n = 1`, `(0,)` for `n = 0`.
# * With a single class (`k = 1`) all are 0. Rows with two equal largest values are not graded.
# * `z` is float32 or float64, and may come straight from `model(x)`, so it may require grad.

# %%
def predict(z: Tensor) -> Tensor:
    """가장 큰 logit의 번호 / index of the largest logit

    z (n, k)  →  (n,) int64

    >>> predict(torch.tensor([[-4.3709, -0.3246, 4.5068], [4.1330, 2.8725, -6.3362]]))
    tensor([2, 0])
    """
    raise NotImplementedError("predict")

# %% [markdown] tags=["ko"]
# ## 5. `accuracy` (1점)
#
# 예측이 정답과 같은 행의 비율을 **파이썬 실수**로, 0과 1 사이의 값으로 돌려주세요. (슬라이드는
# 여기에 100을 곱하여 출력합니다.)
#
# * `z`의 행의 수와 `y`의 길이가 다르거나 데이터가 없으면(`n = 0`) `ValueError`를 발생시키세요.
#   길이가 1인 `y`는 오류 없이 브로드캐스팅되니 직접 확인해야 합니다.
# * `assert`는 `python -O`에서 사라지므로 쓰지 마세요. `z`는 여기서도 `requires_grad`일 수 있습니다.
# * `accuracy`는 `predict`와 따로 채점합니다. 직접 만든 `predict`를 불러서 써도 되지만, 그러면
#   `predict`의 실수로 여기서도 점수를 잃습니다.

# %% [markdown] tags=["en"]
# ## 5. `accuracy` (1 point)
#
# Return the fraction of rows whose prediction is right as a **Python float** between 0 and 1. (The
# slides multiply it by 100 when they print it.)
#
# * Where the rows of `z` and the length of `y` differ, or there is no data (`n = 0`), raise a
#   `ValueError`. A `y` of length 1 would broadcast without an error, so check it yourself.
# * Do not use `assert`: `python -O` removes it. Here too `z` may require grad.
# * `accuracy` is graded by itself. You may call your own `predict`, but then a mistake there costs
#   points here too.

# %%
def accuracy(z: Tensor, y: Tensor) -> float:
    """맞힌 비율 / the fraction that is right

    z (n, k), y (n,) int64  →  float, 0..1
    오류 / errors: 길이가 다르거나 n = 0 → ValueError / lengths differ, or n = 0 → ValueError

    >>> z = torch.tensor([[-4.3709, -0.3246, 4.5068], [4.1330, 2.8725, -6.3362]])
    >>> accuracy(z, torch.tensor([2, 1]))
    0.5
    """
    raise NotImplementedError("accuracy")

# %% [markdown] tags=["ko"]
# 학습한 모델이 데이터 8개를 어떻게 나누는지 봅시다. 한 행이 데이터 하나이고, 칸의 숫자는 소프트맥스로 구한 확률입니다. 검은 테두리가 정답, ×가 `predict`의
# 예측입니다. 제목이 `accuracy`입니다.

# %% [markdown] tags=["en"]
# See how the trained model sorts the 8 rows of data. Each row is one of them, and the numbers are
# its probabilities, found by the softmax. A black frame is the right answer, an × what `predict`
# gives. The title is the `accuracy`.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        W, b, costs = train_by_hand(x_train, y_train, epochs=500)
        z = x_train @ W + b
        predicted, right = predict(z).tolist(), y_train.tolist()
        figure, axes = plt.subplots(figsize=(4.5, 5.5))
        axes.set_title(f"accuracy {accuracy(z, y_train):.0%}")
        axes.imshow(F.softmax(z, dim=1), cmap="Blues", vmin=0, vmax=1.5)
        for i, row in enumerate(F.softmax(z, dim=1).tolist()):
            for j, p in enumerate(row):
                mark = " ×" if j == predicted[i] else ""
                axes.text(j, i, f"{p:.2f}{mark}", ha="center", va="center")
            axes.add_patch(plt.Rectangle((right[i] - 0.47, i - 0.47), 0.94, 0.94, fill=False, lw=2))
        axes.set(xticks=range(3), yticks=range(8), xlabel="class", ylabel="row of x_train")
        plt.show()
