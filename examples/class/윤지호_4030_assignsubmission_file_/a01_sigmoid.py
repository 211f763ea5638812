# %% [markdown]
# # 시그모이드와 임계값
#
# 부품 검사에서 점수가 60점 이상이면 **정상**, 60점 미만이면 **불량**입니다. 이렇게 둘 중 하나를
# 고르는 문제가 **이진 분류**(binary classification)이고, 정상과 불량을 가르는 60점이
# **임계값**(threshold)입니다.
#
# 로지스틱 회귀는 입력 $x$에 가중치 $w$를 곱하고 편향 $b$를 더한 뒤, 그 결과를 시그모이드 함수로
# 0과 1 사이의 값으로 바꿉니다. 이 값은 "정상일 확률"로 읽을 수 있습니다.
#
# $$H(x) = \frac{1}{1 + e^{-(wx+b)}} = \sigma(wx+b)$$
#
# * $e$는 자연상수 2.718281…입니다.
# * $w$는 곡선의 **경사**를 정합니다. $w$가 클수록 가파릅니다.
# * $b$는 곡선을 **좌우로 이동**시킵니다. $b$가 양수이면 왼쪽으로 움직입니다.
#
# $\sigma(0) = 0.5$이고, $x$가 커지면 1에, 작아지면 0에 가까워집니다.

# %%
import torch
from torch import Tensor

# %% [markdown]
# 슬라이드의 예를 먼저 실행해 봅시다. $x$는 −5.0부터 4.9까지 0.1 간격인 100개의 점입니다.
# (`torch.arange`는 마지막 값 5.0을 포함하지 않습니다.)

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    x = torch.arange(-5.0, 5.0, 0.1)
    for w in (0.5, 1, 2, 10):
        plt.plot(x, torch.sigmoid(w * x), label=f"w = {w}")
    plt.title("Sigmoid Function")
    plt.legend()
    plt.show()

# %% [markdown]
# ## 1. `sigmoid` (6점)
#
# 위의 식을 그대로 코드로 옮기세요. 텐서의 모든 원소를 한 번에 계산합니다. 반복문은 필요 없습니다.
#
# * 결과의 shape과 dtype은 `x`와 같습니다. 0차원 텐서와 빈 텐서도 들어올 수 있습니다.
# * `x`가 ±10000이어도 결과에 `nan`이나 `inf`가 나오면 안 됩니다.
# * 기울기(gradient)가 이어져야 합니다. `.item()`이나 `torch.tensor(...)`로 끊지 마세요.
#
# > **심화 (1점)** 슬라이드의 식은 값은 맞지만, `x < -88.7`에서 기울기가 `nan`이 됩니다.
# > `torch.exp(89)`가 `inf`가 되기 때문입니다. 기울기까지 안전한 방법을 찾아보세요.

# %%
def sigmoid(x: Tensor) -> Tensor:
    e = torch.exp(-torch.abs(x))
    return torch.where(x >= 0, 1 / (1 + e), e / (1 + e))

# %% [markdown]
# ## 2. `hypothesis` (2점)
#
# $H(x) = \sigma(xW + b)$를 데이터 $n$개에 대해 한 번에 계산합니다. 특징(feature)이 $d$개일 때
# `x`는 `(n, d)`, `W`는 `(d, 1)`, `b`는 `(1,)`이고 결과는 `(n, 1)`입니다.
#
# * `W * x`는 원소별 곱입니다. 특징이 둘 이상이면 `(n, d)`가 되어 버리므로 행렬 곱을 쓰세요.
# * `x`의 열의 수와 `W`의 행의 수가 다르면 `ValueError`나 `RuntimeError`가 발생해야 합니다.
#   (`torch.matmul`은 스스로 `RuntimeError`를 냅니다.)
# * 데이터가 없으면(`n = 0`) 결과는 `(0, 1)`입니다.
# * `x`, `W`, `b`로 기울기가 이어져야 합니다. 어느 함수도 입력으로 받은 텐서를 바꾸면 안 됩니다.

# %%
def hypothesis(x: Tensor, W: Tensor, b: Tensor) -> Tensor:
    return sigmoid(x.matmul(W) + b)

# %% [markdown]
# ## 3. `predict` (1점)
#
# 임계값 **이상**이면 `True`, 미만이면 `False`입니다. 60점은 정상입니다! 임계값은 0.5가 아닐 수도
# 있습니다. 점수를 그대로 넣고 `threshold=60.0`으로 부를 수도 있습니다.

# %%
def predict(h: Tensor, threshold: float = 0.5) -> Tensor:
    return h >= threshold

# %% [markdown]
# ## 4. `decision_boundary` (1점)
#
# $H(x)$가 정확히 0.5가 되는 $x$를 구하세요. $\sigma(0) = 0.5$이므로 $wx + b = 0$을 풀면 됩니다.
# 슬라이드의 학습 결과 $W = 4.163645$, $b = -14.418201$이면 3.46288입니다. 3과 4 사이에서 불량과
# 정상이 나뉩니다.
#
# * 결과는 0차원 텐서(shape `()`)이고, 기울기가 이어져야 합니다.
# * $W$가 0이면 그런 $x$가 없으므로 `ValueError`를 발생시키세요.

# %%
def decision_boundary(W: Tensor, b: Tensor) -> Tensor:
    if W.item() == 0:
        raise ValueError("H(x) is the same for every x where W is 0")
    return (-b / W).squeeze()
