# %% [markdown] tags=["ko"]
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

# %% [markdown] tags=["en"]
# # Momentum update
#
# Gradient descent looks only at the **gradient where it stands**. So it zigzags between the walls
# of a valley, and crawls where the ground is nearly flat. **Momentum** keeps **the velocity it
# already has**, like a rolling ball: going down in one direction, it becomes faster and faster.
#
# $$V_t = m \times V_{t-1} - \eta \nabla_\omega J(\omega_t)$$
# $$\omega_{t+1} = \omega_t + V_t$$
#
# * $\omega$ are the weights, `w` in the code.
# * $V$ is the **velocity**, `v` in the code. It starts at 0.
# * $m$ says how much of the earlier velocity is kept: at least 0, less than 1, usually 0.9. With
#   $m = 0$ this is ordinary gradient descent.
# * $\eta$ is the learning rate, `lr` in the code.
# * $\nabla_\omega J$ is the gradient of the cost $J$, `grad` in the code.
#
# For $J(\omega) = \omega^2$ the gradient is $2\omega$. Let us start at $\omega = 5$ and calculate
# by hand with $\eta = 0.1$ and $m = 0.9$.
#
# | $t$ | $\omega_t$ | gradient $2\omega_t$ | velocity $V_t$ | $\omega_{t+1}$ |
# |---|---|---|---|---|
# | 1 | 5 | 10 | 0.9 × 0 − 0.1 × 10 = −1 | 5 + (−1) = 4 |
# | 2 | 4 | 8 | 0.9 × (−1) − 0.1 × 8 = −1.7 | 4 + (−1.7) = 2.3 |
# | 3 | 2.3 | 4.6 | 0.9 × (−1.7) − 0.1 × 4.6 = −1.99 | 2.3 + (−1.99) = 0.31 |
#
# The gradient shrinks, and yet the ball gets faster. Soon it will run past the minimum at 0 and
# come back.

# %%
from collections.abc import Sequence
from contextlib import suppress

import torch
from torch import Tensor

# %% [markdown] tags=["ko"]
# 그림으로 확인해 봅시다. 같은 학습률에서 모멘텀이 없을 때($m = 0$)와 있을 때($m = 0.9$), $\omega$가
# 30번 움직이는 모습입니다. 왼쪽은 위의 $J = \omega^2$이고, 오른쪽은 좁은 골짜기
# $J = \tfrac{1}{2}\omega_1^2 + 10\,\omega_2^2$을 위에서 내려다본 것입니다. 모멘텀이 없으면 완만한
# $\omega_1$ 방향으로 느리게 가지만, 있으면 속도가 붙어 최솟값(★)을 지나쳤다가 되돌아옵니다.

# %% [markdown] tags=["en"]
# See it in a picture: $\omega$ over 30 steps at the same learning rate, without momentum ($m = 0$)
# and with it ($m = 0.9$). On the left is $J = \omega^2$ from above; on the right you look down into a
# narrow valley, $J = \tfrac{1}{2}\omega_1^2 + 10\,\omega_2^2$. Without momentum $\omega$ crawls along
# the flat direction, $\omega_1$; with it, it picks up speed, runs past the minimum (★) and comes back.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    def demo_descend(cost, start, lr, momentum):
        w = torch.tensor(start, requires_grad=True)
        optimizer = torch.optim.SGD([w], lr=lr, momentum=momentum)
        path = [w.tolist()]
        for _ in range(30):
            optimizer.zero_grad()
            cost(*w).backward()
            optimizer.step()
            path.append(w.tolist())
        return torch.tensor(path)

    def demo_parabola(w):
        return w**2

    def demo_valley(w1, w2):
        return w1**2 / 2 + 10 * w2**2

    figure, (left, right) = plt.subplots(1, 2, figsize=(12, 4.5), layout="constrained")
    w1, w2 = torch.meshgrid(torch.linspace(-5, 3, 80), torch.linspace(-2, 2, 80), indexing="xy")
    right.contour(w1, w2, demo_valley(w1, w2).sqrt(), levels=12, colors="lightgray")
    for momentum in (0.0, 0.9):
        left.plot(demo_descend(demo_parabola, [5.0], 0.1, momentum), label=f"m = {momentum}")
        path = demo_descend(demo_valley, [-4.0, 1.5], 0.02, momentum)
        right.plot(path[:, 0], path[:, 1], marker=".", label=f"m = {momentum}")
    right.plot(0, 0, "k*", markersize=12)
    left.set(title="J(w) = w²", xlabel="step", ylabel="w")
    right.set(title="a narrow valley", xlabel="w1", ylabel="w2")
    left.legend()
    right.legend()
    plt.show()

# %% [markdown] tags=["ko"]
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

# %% [markdown] tags=["en"]
# ## Rules for this assignment
#
# * In tasks 1 to 3 you **compute the formulas yourself**. When they are graded, no optimizer of
#   `torch.optim` can be used in these three functions.
# * **Leave the tensors you are given as they are.** What you return is always **a new tensor** that
#   shares no memory with them. `w += v` and `v.mul_(m)` change the very tensor that was passed in.
# * All tensors of one call have the same dtype. For `float32` the result is `float32`, for
#   `float64` it is `float64`.
# * Gradients need not flow through your results.
# * Do not use `assert` for errors: it is gone when one runs `python -O`.

# %% [markdown] tags=["ko"]
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

# %% [markdown] tags=["en"]
# ## 1. `momentum_step` (5 points)
#
# Take **one** step with the formula of the slides. You get the present `w` and `v` and the
# gradient `grad` at that place; return **the new `w` and the new `v`, in this order**.
#
# * 1 point for a first step with `v = 0`, 2 points with a velocity
# * 1 point for new tensors: the arguments stay as they are, and both results have the shape and
#   dtype of `w`. The shape may be any; 0-d tensors come in too.
# * 1 point for errors: raise a `ValueError` in each of these cases.
#     * The shapes of `w`, `v` and `grad` are not all the same, also where broadcasting would make
#       it work, as with `(3, 2)` and `(1, 2)`.
#     * `lr` is below 0 (`lr = 0` is fine).
#     * `m` is below 0, or is 1 or more (`m = 0` is fine).

# %%
def momentum_step(
    w: Tensor, v: Tensor, grad: Tensor, lr: float, m: float = 0.9
) -> tuple[Tensor, Tensor]:
    """V_t = m V_(t-1) - η ∇J(ω_t),  ω_(t+1) = ω_t + V_t

    w, v, grad: shape이 같은 float 텐서 / float tensors of one shape
    결과 / returns: (새 w, 새 v), w와 같은 shape과 dtype / (new w, new v), shape and dtype of w
    오류 / errors: shape이 다름, lr < 0, m < 0, m >= 1 → ValueError
                   shapes differ, lr < 0, m < 0, m >= 1 → ValueError

    >>> momentum_step(torch.tensor([4.0]), torch.tensor([-1.0]), torch.tensor([8.0]), lr=0.1)
    (tensor([2.3000]), tensor([-1.7000]))
    """
    raise NotImplementedError("momentum_step")

# %% [markdown] tags=["ko"]
# 여러분의 `momentum_step`으로 $J = \omega^2$을 내려가 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) $m$이 클수록 속도가 오래 남아서 더
# 크게, 더 오래 흔들립니다.

# %% [markdown] tags=["en"]
# Walk down $J = \omega^2$ with your `momentum_step`. (Before it is written, nothing is drawn.) The
# larger $m$, the longer the velocity lasts, and the further and longer $\omega$ swings.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        for m in (0.0, 0.5, 0.9):
            w, v, path = torch.tensor(5.0), torch.tensor(0.0), []
            for _ in range(40):
                path.append(w)
                w, v = momentum_step(w, v, 2 * w, lr=0.1, m=m)
            plt.plot(path, marker=".", label=f"m = {m}")
        plt.axhline(0, color="gray", linestyle=":")
        plt.xlabel("step")
        plt.ylabel("w")
        plt.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 2. `run_momentum` (4점)
#
# 이번에는 여러 번 움직입니다. 비용은 다음과 같습니다. $A$는 대칭인 `(d, d)` 행렬입니다.
#
# $$J(\omega) = \tfrac{1}{2}\, \omega^T A\, \omega, \qquad \nabla_\omega J(\omega) = A\omega$$
#
# $A = [[2]]$이면 $J = \omega^2$이 되어 위의 표와 같습니다. `w0`에서 속도 0으로 출발하여, `lrs`에 든
# 학습률 하나마다 **슬라이드의 식으로** 한 번씩 움직이세요. 지나온 $\omega$를 한 행에 하나씩 차례로
# 담아 돌려줍니다. **첫 행은 `w0`이고**, 행은 모두 `len(lrs) + 1`개입니다.
#
# * 학습률이 일정할 때 2점: `d = 1`로 채점합니다. `A`와 `w0`가 바뀌지 않았는지, 결과가 shape이
#   `(len(lrs) + 1, d)`이고 dtype이 `w0`와 같은 새 텐서인지도 여기에서 봅니다.
# * 학습률이 도중에 바뀔 때 2점: `d = 2`, `d = 3`도 들어오고, `m = 0`일 수도 있습니다. `lrs`가 비어
#   있으면 한 번도 움직이지 않으므로 결과는 `(1, d)`입니다.
# * `lrs`는 실수의 리스트나 튜플입니다. 잘못된 입력은 들어오지 않습니다.
# * `momentum_step`을 불러도 되고, 식을 다시 써도 됩니다. 채점은 `run_momentum`의 결과만 봅니다.
#   그러므로 틀린 `momentum_step`을 부르면 이 함수의 값도 틀립니다.

# %% [markdown] tags=["en"]
# ## 2. `run_momentum` (4 points)
#
# Now take many steps. This is the cost, where $A$ is a symmetric `(d, d)` matrix:
#
# $$J(\omega) = \tfrac{1}{2}\, \omega^T A\, \omega, \qquad \nabla_\omega J(\omega) = A\omega$$
#
# With $A = [[2]]$ it is $J = \omega^2$, as in the table above. Start at `w0` with velocity 0, and
# take one step **with the formula of the slides** for each learning rate in `lrs`. Return every
# $\omega$ on the way, one per row and in order: **the first row is `w0`**, and there are
# `len(lrs) + 1` rows.
#
# * 2 points where the learning rate stays the same, with `d = 1`. Here it also counts that `A` and
#   `w0` are unchanged and that the result is a new tensor of shape `(len(lrs) + 1, d)` with the
#   dtype of `w0`.
# * 2 points where the learning rate changes on the way. `d = 2` and `d = 3` come in too, and `m`
#   may be 0. With empty `lrs` no step is taken, so the result is `(1, d)`.
# * `lrs` is a list or tuple of floats. No wrong input comes in.
# * You may call `momentum_step` or write the formula again. Only what `run_momentum` returns is
#   graded, so where it calls a wrong `momentum_step`, its values are wrong too.

# %%
def run_momentum(A: Tensor, w0: Tensor, lrs: Sequence[float], m: float) -> Tensor:
    """J(ω) = ½ ωᵀAω 위를 움직인 길 / the path of ω on J(ω) = ½ ωᵀAω

    A (d, d) 대칭 / symmetric, w0 (d,)  →  (len(lrs) + 1, d), 첫 행은 w0 / the first row is w0

    >>> run_momentum(torch.tensor([[2.0]]), torch.tensor([5.0]), [0.1, 0.1, 0.1], m=0.9)
    tensor([[5.0000],
            [4.0000],
            [2.3000],
            [0.3100]])
    """
    raise NotImplementedError("run_momentum")

# %% [markdown] tags=["ko"]
# 이제 좁은 골짜기를 위에서 내려다봅시다. 등고선의 비용은 $\tfrac{1}{2}\omega^T A\,\omega$이고, ★이 가장 낮은 곳입니다. 같은 학습률로 40번
# 움직이는 동안 경사하강법($m = 0$)은 벽 사이를 오가며 아직 도착하지 못했지만, 모멘텀($m = 0.8$)은 ★에 다다릅니다.

# %% [markdown] tags=["en"]
# Now look down on a narrow valley. The cost that the contours show is
# $\tfrac{1}{2}\omega^T A\,\omega$, lowest at the ★. In 40 steps with the same learning rate, plain
# descent ($m = 0$) goes to and fro between the walls and is not there yet, while momentum
# ($m = 0.8$) reaches the ★.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        A, start = torch.diag(torch.tensor([1.0, 40.0])), torch.tensor([-4.0, 1.0])
        paths = {m: run_momentum(A, start, [0.045] * 40, m) for m in (0.0, 0.8)}

        w1, w2 = torch.meshgrid(torch.linspace(-5, 3, 80), torch.linspace(-2, 2, 80), indexing="xy")
        cost = (w1**2 + 40 * w2**2) / 2
        figure, axes = plt.subplots(figsize=(10, 4.5), layout="constrained")
        axes.contour(w1, w2, cost.sqrt(), levels=14, colors="lightgray")
        for (m, path), marker in zip(paths.items(), ("o", "^"), strict=True):
            axes.plot(path[:, 0], path[:, 1], marker=marker, markersize=4, label=f"m = {m}")
        axes.plot(0, 0, "k*", markersize=14)
        axes.set(xlabel="$w_1$", ylabel="$w_2$", aspect="equal")
        axes.legend()
        plt.show()

# %% [markdown] tags=["ko"]
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

# %% [markdown] tags=["en"]
# ## 3. `torch_momentum_step` (2 points)
#
# PyTorch has no optimizer called `Momentum`; one writes `torch.optim.SGD(..., momentum=0.9)`. But
# **PyTorch's formula is not that of the slides.** In place of a velocity $V$ it remembers a buffer
# `buf` in which the gradients pile up, and multiplies by the learning rate at the very end.
#
# | | what is remembered | weights |
# |---|---|---|
# | slides | $V_t = m V_{t-1} - \eta \nabla J$ | $\omega_{t+1} = \omega_t + V_t$ |
# | PyTorch | $buf_t = m\, buf_{t-1} + \nabla J$ | $\omega_{t+1} = \omega_t - \eta\, buf_t$ |
#
# As long as the learning rate stays the same, both go the same way. Where it changes, they part:
# the $V$ of the slides has been multiplied by the **earlier learning rates** already, while PyTorch
# multiplies everything that has piled up by **the present one**.
#
# The next cell shows how PyTorch's `buf` piles up on $J = \omega^2$: 10, 17, 19.9, … while `w` is
# the same as in the table at the top.
#
# Take one step with PyTorch's formula and return **the new `w` and the new `buf`, in this order**.
#
# * Both results are new tensors with the shape and dtype of `w`; the arguments stay as they are.
# * `lr` may change from step to step. No wrong input comes in.

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
    """torch.optim.SGD(momentum=m)의 한 걸음 / one step of torch.optim.SGD(momentum=m)

    w, buf, grad: shape이 같은 float 텐서 / float tensors of one shape
    결과 / returns: (새 w, 새 buf), w와 같은 shape과 dtype / (new w, new buf), shape and dtype of w

    >>> torch_momentum_step(torch.tensor([4.0]), torch.tensor([10.0]), torch.tensor([8.0]), lr=0.1)
    (tensor([2.3000]), tensor([17.]))
    """
    raise NotImplementedError("torch_momentum_step")

# %% [markdown] tags=["ko"]
# 두 식을 나란히 움직여 봅시다. 15걸음까지는 학습률이 같아서 두 길이 겹칩니다. 거기에서 학습률을 1/10로 줄이면 PyTorch는 **바로** 느려지고, 슬라이드의 식은
# 쌓아 둔 속도로 한동안 더 굴러갑니다.

# %% [markdown] tags=["en"]
# Let both formulas run side by side. For 15 steps the learning rate stays the same, and so do
# their ways. There it falls to a tenth: PyTorch slows down **at once**, while the formula of the
# slides rolls on for a while with the velocity it has.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        slides = pytorch = [torch.tensor(5.0), torch.tensor(0.0)]  # w and what is remembered
        slide_path, pytorch_path = [], []
        for lr in [0.02] * 15 + [0.002] * 25:
            slide_path.append(slides[0])
            pytorch_path.append(pytorch[0])
            slides = momentum_step(*slides, 2 * slides[0], lr)
            pytorch = torch_momentum_step(*pytorch, 2 * pytorch[0], lr)
        plt.plot(slide_path, marker=".", label="momentum_step")
        plt.plot(pytorch_path, marker=".", linestyle="--", label="torch_momentum_step")
        plt.axvline(15, color="gray", linestyle=":", label="lr: 0.02 → 0.002")
        plt.xlabel("step")
        plt.ylabel("w")
        plt.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 4. `to_torch_buffer` (1점)
#
# 슬라이드의 식으로 학습하다가 PyTorch의 식으로 옮겨 타려고 합니다. 슬라이드의 속도 `v`에 해당하는
# PyTorch의 버퍼 `buf`를 구하세요. 같은 자리에서 두 식이 $\omega$를 **같은 만큼** 움직이려면
# $V = -\eta\, buf$여야 합니다.
#
# * `v`의 shape은 무엇이든 될 수 있습니다. 결과는 shape과 dtype이 `v`와 같은 새 텐서입니다.
# * `lr`이 0이거나 0보다 작으면 그런 버퍼가 없으므로 `ValueError`를 발생시키세요.

# %% [markdown] tags=["en"]
# ## 4. `to_torch_buffer` (1 point)
#
# You have been training with the formula of the slides and want to change over to PyTorch's. Find
# the buffer `buf` of PyTorch that corresponds to the slides' velocity `v`. For both to move
# $\omega$ **by the same amount**, it must be that $V = -\eta\, buf$.
#
# * `v` may have any shape. The result is a new tensor with the shape and dtype of `v`.
# * Where `lr` is 0 or below there is no such buffer: raise a `ValueError`.

# %%
def to_torch_buffer(v: Tensor, lr: float) -> Tensor:
    """속도 v에 해당하는 buf / the buf that corresponds to the velocity v

    v: 어떤 shape이든 가능 / any shape  →  v와 같은 shape과 dtype / shape and dtype of v
    오류 / errors: lr <= 0 → ValueError

    >>> to_torch_buffer(torch.tensor([-1.7]), lr=0.1)
    tensor([17.])
    """
    raise NotImplementedError("to_torch_buffer")
