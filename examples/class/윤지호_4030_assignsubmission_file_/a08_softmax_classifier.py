# %% [markdown]
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

# %%
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

# %% [markdown]
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

# %% [markdown]
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

# %%
def train_by_hand(
    x_train: Tensor, y_train: Tensor, num_classes: int = 3, lr: float = 0.1, epochs: int = 1000
) -> tuple[Tensor, Tensor, Tensor]:
    W = torch.zeros((x_train.shape[1], num_classes), dtype=x_train.dtype, requires_grad=True)
    b = torch.zeros((1, num_classes), dtype=x_train.dtype, requires_grad=True)
    optimizer = optim.SGD([W, b], lr=lr)
    costs = []
    for _ in range(epochs + 1):
        z = x_train.matmul(W) + b
        cost = F.cross_entropy(z, y_train)  # the softmax is inside
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        costs.append(cost.item())  # computed before the update
    return W.detach(), b.detach(), torch.tensor(costs)

# %% [markdown]
# ## 2. `SoftmaxClassifierModel` (3점)
#
# 같은 계산을 `nn.Module`로 만드세요. `__init__`에서 `nn.Linear`를 `self.linear`에 저장하고,
# `forward`는 logit을 돌려줍니다. 출력이 하나가 아니라 클래스마다 하나씩, 슬라이드에서는 3개입니다.
#
# * 크기는 `in_features`와 `num_classes`가 정합니다. 기본값은 4와 3이지만 다른 값도 들어옵니다.
# * 파라미터는 `nn.Linear`의 weight `(num_classes, in_features)`와 bias `(num_classes,)` 둘뿐입니다.
# * 결과는 `(n, num_classes)`이고, 기울기가 이어져야 합니다. float64로 바꾼 모델은 float64 데이터를
#   받습니다.
# * **소프트맥스를 적용하지 마세요.** `F.cross_entropy` 안에 이미 있습니다.

# %%
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features: int = 4, num_classes: int = 3) -> None:
        super().__init__()
        self.linear = nn.Linear(in_features, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        return self.linear(x)

# %% [markdown]
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

# %%
def train(
    model: nn.Module, x_train: Tensor, y_train: Tensor, lr: float = 0.1, epochs: int = 1000
) -> Tensor:
    optimizer = optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        prediction = model(x_train)
        cost = F.cross_entropy(prediction, y_train)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    return torch.tensor(costs)

# %% [markdown]
# ## 4. `predict` (1점)
#
# 행마다 **가장 큰 logit의 번호**를 돌려주세요. 소프트맥스는 순서를 바꾸지 않으므로 필요 없습니다.
#
# * 결과는 `(n,)`이고 dtype은 int64입니다. `n = 1`이면 `(1,)`, `n = 0`이면 `(0,)`입니다.
# * 클래스가 하나뿐이면(`k = 1`) 모두 0입니다. 같은 값이 둘인 행은 채점하지 않습니다.
# * `z`는 float32나 float64이고, `model(x)`의 결과를 그대로 넣을 수 있어야 합니다. 즉
#   `requires_grad`일 수 있습니다.

# %%
def predict(z: Tensor) -> Tensor:
    return z.argmax(dim=1)

# %% [markdown]
# ## 5. `accuracy` (1점)
#
# 예측이 정답과 같은 행의 비율을 **파이썬 실수**로, 0과 1 사이의 값으로 돌려주세요. (슬라이드는
# 여기에 100을 곱하여 출력합니다.)
#
# * `z`의 행의 수와 `y`의 길이가 다르거나 데이터가 없으면(`n = 0`) `ValueError`를 발생시키세요.
#   길이가 1인 `y`는 오류 없이 브로드캐스팅되니 직접 확인해야 합니다.
# * `assert`는 `python -O`에서 사라지므로 쓰지 마세요. `z`는 여기서도 `requires_grad`일 수 있습니다.

# %%
def accuracy(z: Tensor, y: Tensor) -> float:
    if len(z) != len(y) or len(y) == 0:
        raise ValueError(f"{len(z)} rows of logits, {len(y)} labels")
    return (z.argmax(dim=1) == y).float().mean().item()
