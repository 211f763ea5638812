# %% [markdown]
# # 다층 퍼셉트론으로 XOR 풀기
#
# 두 입력이 서로 다르면 1, 같으면 0이 되는 것이 **XOR**입니다.
#
# | $x_1$ | $x_2$ | $y$ |
# |---|---|---|
# | 0 | 0 | 0 |
# | 0 | 1 | 1 |
# | 1 | 0 | 1 |
# | 1 | 1 | 0 |
#
# 직선 하나로는 이 네 점을 나눌 수 없습니다. 그래서 "단층 퍼셉트론은 XOR 문제를 풀 수 없다"고
# 했습니다. 입력층과 출력층 사이에 **은닉층**(hidden layer)을 두면 **다층 퍼셉트론**(MLP)이 되고,
# 이제는 풀 수 있습니다. 은닉층이 2개 이상이면 **심층 신경망**(DNN)이라고 부르고, 심층 신경망을
# 학습시키는 것이 **딥러닝**(deep learning)입니다.
#
# 슬라이드의 신경망은 입력 2개, 은닉층 3개(뉴런 10개씩), 출력 1개입니다.
#
# $$2 \to 10 \to 10 \to 10 \to 1$$
#
# 층마다 $h = \sigma(xW^T + b)$를 계산합니다. 비용함수는 이진 크로스 엔트로피(BCE)입니다.
#
# $$cost = -\frac{1}{n}\sum_{i=1}^{n}\left[y^{(i)}\log h^{(i)} + (1-y^{(i)})\log(1-h^{(i)})\right]$$

# %%
from collections.abc import Sequence

import torch
from torch import Tensor, nn

X = torch.FloatTensor([[0, 0], [0, 1], [1, 0], [1, 1]])
Y = torch.FloatTensor([[0], [1], [1], [0]])

# %% [markdown]
# 네 점을 그려 봅시다. 직선 하나로 빨간 점(1)과 파란 점(0)을 나눌 수 있나요? 나누지 못하는 모델이
# 할 수 있는 최선은 네 출력을 모두 0.5로 두는 것입니다. 이때 비용은 $-\log 0.5 = 0.693$입니다.
# **비용 0.693은 아무것도 배우지 못했다는 신호**이니 기억해 두세요.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    plt.scatter(X[:, 0], X[:, 1], c=Y[:, 0], cmap="coolwarm", s=200)
    plt.title("XOR")
    plt.show()

    hypothesis = torch.full((4, 1), 0.5)
    print("cost", nn.BCELoss()(hypothesis, Y).item())

# %% [markdown]
# 채점에서 쓰는 텐서는 모두 float32입니다. 어느 함수도 인자로 받은 텐서를 바꾸면 안 됩니다.
#
# ## 1. `build_mlp` (2점)
#
# 슬라이드의 신경망을 `nn.Sequential`로 만드세요. `nn.Linear`가 4개(2→10, 10→10, 10→10, 10→1)이고,
# **마지막을 포함해 `nn.Linear`마다 바로 뒤에** `nn.Sigmoid`가 옵니다.
#
# * 모든 `nn.Linear`에 편향(bias)이 있습니다. 파라미터는 8개, 숫자로는 모두 261개입니다.
# * 가중치 초기화는 PyTorch의 기본값 그대로 둡니다. 채점할 때는 정해진 가중치를 넣어 출력을 비교합니다.

# %%
def build_mlp() -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(2, 10, bias=True),
        nn.Sigmoid(),
        nn.Linear(10, 10, bias=True),
        nn.Sigmoid(),
        nn.Linear(10, 10, bias=True),
        nn.Sigmoid(),
        nn.Linear(10, 1, bias=True),
        nn.Sigmoid(),
    )

# %% [markdown]
# ## 2. `train` (5점)
#
# 받은 `model`을 학습시키고 비용의 기록을 돌려줍니다. 비용은 `nn.BCELoss`, optimizer는 학습률이
# `lr`인 SGD입니다. 한 epoch에서 하는 일은 다음과 같습니다.
#
# 1. 이전 기울기 지우기 (`zero_grad`)
# 2. 출력 계산 (forward)
# 3. 비용 계산
# 4. 기울기 계산 (`backward`)
# 5. 파라미터 업데이트 (`step`)
#
# 슬라이드의 이 코드에는 주석이 한 줄씩 밀려 있습니다. `optimizer.zero_grad()`는 forward 연산이
# 아니고, `model(X)`는 비용 함수가 아닙니다. 위의 순서로 읽으세요.
#
# * `range(epochs + 1)`이므로 업데이트는 `epochs + 1`번입니다. `epochs=0`이면 한 번입니다.
# * 새 모델을 만들지 말고 받은 `model`의 파라미터를 바꾸세요. 모델, 데이터, `lr`은 슬라이드와 다를 수
#   있습니다. 출력은 항상 0과 1 사이인 `(n, 1)`입니다.
# * `costs`는 shape이 `(epochs + 1,)`인 float32 텐서입니다. `costs[e]`는 업데이트하기 **전**의
#   비용이고, 계산 그래프와 연결되어 있으면 안 됩니다.
#
# 정확도만 보아서는 학습 코드가 맞는지 알 수 없습니다. `zero_grad`를 빠뜨려도 XOR은 풀립니다! 그래서
# 정해진 시작 가중치에서 출발하여 **업데이트 1번, 2번, 11번 뒤의 파라미터**를 비교하고(각 1점), 301번
# 뒤에 XOR이 풀렸는지와 그동안의 비용을 봅니다(2점).

# %%
def train(model: nn.Module, X: Tensor, Y: Tensor, lr: float = 1.0, epochs: int = 10000) -> Tensor:
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        hypothesis = model(X)
        cost = criterion(hypothesis, Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)

# %% [markdown]
# ## 3. `evaluate` (2점)
#
# 학습이 끝난 모델이 얼마나 맞히는지 알아봅니다. 슬라이드의 마지막 부분처럼 세 가지를 구하세요.
#
# * `hypothesis`: 모델의 출력 `(n, 1)`. 계산 그래프와 연결되어 있으면 안 됩니다.
# * `predicted`: `hypothesis > 0.5`이면 1.0, 아니면 0.0인 float 텐서 `(n, 1)`
# * `accuracy`: `Y`와 같은 예측의 비율. 0과 1 사이의 Python `float`입니다. (슬라이드는 100을 곱해
#   출력합니다.)
#
# 평가는 모델을 바꾸지 않습니다. 파라미터와 기울기(`.grad`), train/eval 모드가 부르기 전과 같아야
# 합니다. XOR이 아닌 모델과 데이터로도 채점합니다. 출력이 정확히 0.5인 경우는 없습니다.

# %%
def evaluate(model: nn.Module, X: Tensor, Y: Tensor) -> tuple[Tensor, Tensor, float]:
    with torch.no_grad():
        hypothesis = model(X)
    predicted = (hypothesis > 0.5).float()
    accuracy = (predicted == Y).float().mean().item()
    return hypothesis, predicted, accuracy

# %% [markdown]
# ## 4. `solve_xor` (4점)
#
# 슬라이드에는 "다층 퍼셉트론은 XOR문제를 풀 수 있다"고 쓰여 있습니다. 맞는 말입니다. 그런데 슬라이드의
# 코드에는 `torch.manual_seed`가 없어서 실행할 때마다 시작 가중치가 다릅니다. seed 0부터 19까지 20번
# 학습시켜 보았더니 결과는 이랬습니다.
#
# | seed | 10,001번 업데이트한 뒤 |
# |---|---|
# | **16개** (0, 1, 3, 4, 5, …) | 풀림. 비용 0.0001 ~ 0.0003 |
# | **4개** (2, 6, 10, 15) | **멈춤. 비용 0.69, 네 출력이 모두 0.5 근처** |
#
# 풀린 16번도 순탄하지는 않았습니다. 비용은 오랫동안 0.69 근처의 평평한 고원(plateau)에 머물다가 갑자기
# 떨어집니다. 고원을 벗어난 것은 빠르면 2,580번째(seed 4), 늦으면 7,620번째(seed 0) epoch였습니다.
# 풀 수 있는 신경망이라고 해서 학습이 항상 성공하는 것은 아닙니다. `build_mlp`와 `train`을 완성했다면
# 직접 확인해 보세요.
#
# ```python
# for seed in (4, 2):
#     torch.manual_seed(seed)
#     print(seed, train(build_mlp(), X, Y, epochs=4000)[::500])
# ```
#
# 이제 **어떤 seed로 불러도** 학습에 성공하는 `solve_xor`를 만드세요. 방법은 자유입니다. 층의 수와 크기,
# 활성화함수, 가중치 초기화, optimizer를 바꾸어도 되고, 실패하면 처음부터 다시 시작해도 됩니다. `train`과
# `build_mlp`를 써도, 쓰지 않아도 됩니다.
#
# * `X`는 $(0,0), (0,1), (1,0), (1,1)$ 네 행이지만 **순서는 바뀔 수 있습니다**. `Y`는 XOR 또는 그 반대인
#   XNOR입니다. 위에서 만든 전역 변수가 아니라 인자로 받은 `X`와 `Y`를 쓰세요.
# * 돌려준 신경망의 네 출력이 모두 정답과 **0.1 미만**으로 가까워야 합니다. 출력은 `(4, 1)`입니다.
# * 채점 프로그램은 층과 가중치를 읽어 출력을 직접 계산합니다. 그래서 `nn.Sequential`이어야 하고,
#   `nn.Linear`, `nn.Sigmoid`, `nn.Tanh`, `nn.ReLU`, `nn.LeakyReLU`, `nn.Softplus`, `nn.Identity`만
#   쓸 수 있습니다. (`nn.Sequential` 안의 `nn.Sequential`은 괜찮습니다. 직접 만든 클래스는 쓸 수 없습니다.)
# * **같은 seed로 두 번 부르면 같은 가중치**가 나와야 합니다. 다른 seed로 같은 결과가 나오는 것은
#   괜찮습니다.
# * 한 번 부를 때 CPU 시간은 20초까지입니다.
#
# 슬라이드의 신경망이 멈추는 seed로 세 문항(3점, 그중 하나는 임의의 seed도 함께)을 채점하고, 행의 순서를
# 바꾼 XNOR과 같은 seed의 두 결과로 한 문항(1점)을 채점합니다.

# %%
def solve_xor(X: Tensor, Y: Tensor, seed: int) -> nn.Sequential:
    torch.manual_seed(seed)
    criterion = nn.BCELoss()
    for _ in range(20):
        model = nn.Sequential(nn.Linear(2, 10), nn.Tanh(), nn.Linear(10, 1), nn.Sigmoid())
        optimizer = torch.optim.SGD(model.parameters(), lr=1)
        for _ in range(500):
            optimizer.zero_grad()
            hypothesis = model(X)
            if (hypothesis - Y).abs().max() < 0.05:
                return model
            criterion(hypothesis, Y).backward()
            optimizer.step()
    raise RuntimeError("20 starts, and none of them learned")

# %% [markdown]
# ## 5. `is_deep` (1점)
#
# 층의 크기를 입력층부터 출력층까지 차례로 적은 목록을 받아, 은닉층이 2개 이상인 심층 신경망이면 `True`,
# 아니면 `False`를 돌려줍니다. 입력층과 출력층은 은닉층이 아닙니다. 층의 크기(뉴런 수)는 상관없습니다.
#
# * `list`나 `tuple`이 들어옵니다. 결과는 Python `bool`입니다.
# * 크기가 2개보다 적으면 입력층과 출력층이 없는 것이므로 `ValueError`를 발생시키세요. `assert`는
#   `python -O`로 실행하면 사라지므로 쓰지 마세요.

# %%
def is_deep(layer_sizes: Sequence[int]) -> bool:
    if len(layer_sizes) < 2:
        raise ValueError("a network has an input layer and an output layer")
    hidden_layers = len(layer_sizes) - 2
    return hidden_layers >= 2
