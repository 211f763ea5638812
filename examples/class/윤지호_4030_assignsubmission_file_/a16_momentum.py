# %% [markdown]
# # 모멘텀
#
# 경사하강법은 **지금 서 있는 자리의 기울기**만 보고 움직입니다. 그래서 골짜기의 양쪽 벽 사이를 오가며
# 지그재그로 내려가거나, 완만한 곳에서는 아주 느리게 움직입니다. **모멘텀**(momentum)은 굴러가는
# 공처럼 **지금까지의 속도**도 이어 갑니다. 같은 방향으로 계속 내려가면 점점 빨라집니다.
#
# $$V_t = m \times V_{t-1} - \eta \nabla_\omega J(\omega_t)$$
# $$\omega_{t+1} = \omega_t + V_t$$
#
# * $\omega$는 가중치입니다. 코드에서는 `w`입니다.
# * $V$는 **속도**(velocity)입니다. 코드에서는 `v`이고, 0에서 시작합니다.
# * $m$은 이전 속도를 얼마나 남길지 정하는 **모멘텀 계수**입니다. 0 이상 1 미만이고 보통 0.9입니다.
#   $m = 0$이면 보통의 경사하강법이 됩니다.
# * $\eta$는 학습률(learning rate)입니다. 코드에서는 `lr`입니다.
# * $\nabla_\omega J$는 비용 $J$의 기울기입니다. 코드에서는 `grad`입니다.
#
# $J(\omega) = \omega^2$이면 기울기는 $2\omega$입니다. $\omega = 5$, $\eta = 0.1$, $m = 0.9$에서
# 시작하여 손으로 계산해 봅시다.
#
# | $t$ | $\omega_t$ | 기울기 $2\omega_t$ | 속도 $V_t$ | $\omega_{t+1}$ |
# |---|---|---|---|---|
# | 1 | 5 | 10 | 0.9 × 0 − 0.1 × 10 = −1 | 5 + (−1) = 4 |
# | 2 | 4 | 8 | 0.9 × (−1) − 0.1 × 8 = −1.7 | 4 + (−1.7) = 2.3 |
# | 3 | 2.3 | 4.6 | 0.9 × (−1.7) − 0.1 × 4.6 = −1.99 | 2.3 + (−1.99) = 0.31 |
#
# 기울기는 작아지는데도 공은 점점 빨라집니다. 그래서 곧 최솟값 0을 지나쳤다가 되돌아옵니다.

# %%
from collections.abc import Sequence

import torch
from torch import Tensor

# %% [markdown]
# 그림으로 확인해 봅시다. 같은 학습률에서 모멘텀이 없을 때($m = 0$)와 있을 때($m = 0.9$), $\omega$가
# 30번 움직이는 모습입니다.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    for momentum in (0.0, 0.9):
        w = torch.tensor([5.0], requires_grad=True)
        optimizer = torch.optim.SGD([w], lr=0.1, momentum=momentum)
        path = [w.item()]
        for _ in range(30):
            optimizer.zero_grad()
            (w**2).sum().backward()
            optimizer.step()
            path.append(w.item())
        plt.plot(path, label=f"m = {momentum}")
    plt.title("J(w) = w²")
    plt.legend()
    plt.show()

# %% [markdown]
# ## 이 과제의 규칙
#
# * 1~3번은 식을 **직접 계산**합니다. 채점할 때 이 세 함수 안에서는 `torch.optim`의 옵티마이저를 쓸 수
#   없습니다.
# * **입력으로 받은 텐서를 바꾸지 마세요.** 결과는 늘 **새 텐서**여야 하고, 입력과 메모리를 함께 쓰면 안
#   됩니다. `w += v`나 `v.mul_(m)`은 받은 텐서 자체를 바꿉니다.
# * 한 번 부를 때 들어오는 텐서의 dtype은 모두 같습니다. `float32`이면 결과도 `float32`,
#   `float64`이면 결과도 `float64`입니다.
# * 결과에 기울기(gradient)가 이어지지 않아도 됩니다.
# * 오류 처리에 `assert`를 쓰지 마세요. `python -O`로 실행하면 사라집니다.

# %% [markdown]
# ## 1. `momentum_step` (5점)
#
# 슬라이드의 식으로 **한 번** 움직입니다. 지금의 `w`와 `v`, 그 자리의 기울기 `grad`를 받아, **새
# `w`와 새 `v`를 이 순서대로** 돌려줍니다.
#
# * `v = 0`인 첫 번째 걸음 1점, 속도가 있을 때 2점
# * 새 텐서 1점: 입력을 바꾸지 않고, 결과의 shape과 dtype이 `w`와 같아야 합니다. shape은 무엇이든 될
#   수 있습니다. 0차원 텐서도 들어옵니다.
# * 오류 1점: 다음 경우에는 모두 `ValueError`를 발생시키세요.
#     * `w`, `v`, `grad`의 shape이 하나라도 다를 때. `(3, 2)`와 `(1, 2)`처럼 브로드캐스팅으로 계산이
#       되는 경우도 마찬가지입니다.
#     * `lr`이 0보다 작을 때 (`lr = 0`은 잘못이 아닙니다.)
#     * `m`이 0보다 작거나, 1 이상일 때 (`m = 0`은 잘못이 아닙니다.)

# %%
def momentum_step(
    w: Tensor, v: Tensor, grad: Tensor, lr: float, m: float = 0.9
) -> tuple[Tensor, Tensor]:
    if not w.shape == v.shape == grad.shape:
        raise ValueError(f"shapes differ: w {w.shape}, v {v.shape}, grad {grad.shape}")
    if lr < 0:
        raise ValueError(f"lr must not be negative, but is {lr}")
    if not 0 <= m < 1:
        raise ValueError(f"m must be in [0, 1), but is {m}")
    v_next = m * v - lr * grad
    return w + v_next, v_next

# %% [markdown]
# ## 2. `run_momentum` (4점)
#
# 이번에는 여러 번 움직입니다. 비용은 다음과 같습니다. $A$는 대칭인 `(d, d)` 행렬입니다.
#
# $$J(\omega) = \tfrac{1}{2}\, \omega^T A\, \omega, \qquad \nabla_\omega J(\omega) = A\omega$$
#
# $A = [[2]]$이면 $J = \omega^2$이 되어 위의 표와 같습니다. `w0`에서 속도 0으로 출발하여, `lrs`에 든
# 학습률 하나마다 **슬라이드의 식으로** 한 번씩 움직이세요. 지나온 $\omega$를 한 행에 하나씩 차례로
# 담아 돌려줍니다. **첫 행은 `w0`**이고, 행은 모두 `len(lrs) + 1`개입니다.
#
# * 학습률이 일정할 때 2점: `d = 1`로 채점합니다. `A`와 `w0`가 바뀌지 않았는지, 결과가 shape이
#   `(len(lrs) + 1, d)`이고 dtype이 `w0`와 같은 새 텐서인지도 여기에서 봅니다.
# * 학습률이 도중에 바뀔 때 2점: `d = 2`, `d = 3`도 들어오고, `m = 0`일 수도 있습니다. `lrs`가 비어
#   있으면 한 번도 움직이지 않으므로 결과는 `(1, d)`입니다.
# * `lrs`는 실수의 리스트나 튜플입니다. 잘못된 입력은 들어오지 않습니다.
# * `momentum_step`을 불러도 되고, 식을 다시 써도 됩니다. 채점은 `run_momentum`의 결과만 봅니다.
#   그러므로 틀린 `momentum_step`을 부르면 이 함수의 값도 틀립니다.

# %%
def run_momentum(A: Tensor, w0: Tensor, lrs: Sequence[float], m: float) -> Tensor:
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * A.matmul(w)
        w = w + v  # a new tensor: with w += v, w0 and the rows kept so far would change too
        path.append(w)
    return torch.stack(path)

# %% [markdown]
# ## 3. `torch_momentum_step` (2점)
#
# PyTorch에는 `Momentum`이라는 옵티마이저가 따로 없고, `torch.optim.SGD(..., momentum=0.9)`를 씁니다.
# 그런데 **PyTorch의 식은 슬라이드의 식과 다릅니다.** 속도 $V$ 대신 기울기를 쌓은 버퍼 `buf`를
# 기억하고, 학습률은 마지막에 곱합니다.
#
# | | 기억하는 값 | 가중치 |
# |---|---|---|
# | 슬라이드 | $V_t = m V_{t-1} - \eta \nabla J$ | $\omega_{t+1} = \omega_t + V_t$ |
# | PyTorch | $buf_t = m\, buf_{t-1} + \nabla J$ | $\omega_{t+1} = \omega_t - \eta\, buf_t$ |
#
# 학습률이 일정하면 두 식은 같은 길을 갑니다. 학습률이 도중에 바뀌면 길이 달라집니다. 슬라이드의 $V$에는
# **예전의 학습률**이 이미 곱해져 있지만, PyTorch는 쌓인 값 전체에 **지금의 학습률**을 곱하기
# 때문입니다.
#
# 다음 셀은 $J = \omega^2$에서 PyTorch의 `buf`가 10, 17, 19.9, …로 쌓이는 모습을 보여 줍니다. `w`는
# 맨 위의 표와 같습니다.
#
# PyTorch의 식으로 한 번 움직여, **새 `w`와 새 `buf`를 이 순서대로** 돌려주세요.
#
# * 결과의 shape과 dtype은 `w`와 같고, 입력을 바꾸지 않는 새 텐서여야 합니다.
# * 여러 번 움직이는 동안 `lr`이 바뀔 수도 있습니다. 잘못된 입력은 들어오지 않습니다.

# %%
if __name__ == "__main__":
    w = torch.tensor([5.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    for _ in range(5):
        optimizer.zero_grad()
        (w**2).sum().backward()
        optimizer.step()
        buf = optimizer.state[w]["momentum_buffer"]
        print(f"buf = {buf.item():7.4f}   w = {w.item():7.4f}")

# %%
def torch_momentum_step(
    w: Tensor, buf: Tensor, grad: Tensor, lr: float, m: float = 0.9
) -> tuple[Tensor, Tensor]:
    buf_next = m * buf + grad
    return w - lr * buf_next, buf_next

# %% [markdown]
# ## 4. `to_torch_buffer` (1점)
#
# 슬라이드의 식으로 학습하다가 PyTorch의 식으로 옮겨 타려고 합니다. 슬라이드의 속도 `v`에 해당하는
# PyTorch의 버퍼 `buf`를 구하세요. 같은 자리에서 두 식이 $\omega$를 **같은 만큼** 움직이려면
# $V = -\eta\, buf$여야 합니다.
#
# * `v`의 shape은 무엇이든 될 수 있습니다. 결과는 shape과 dtype이 `v`와 같은 새 텐서입니다.
# * `lr`이 0이거나 0보다 작으면 그런 버퍼가 없으므로 `ValueError`를 발생시키세요.

# %%
def to_torch_buffer(v: Tensor, lr: float) -> Tensor:
    if lr <= 0:
        raise ValueError(f"lr must be positive, but is {lr}")
    return -v / lr
