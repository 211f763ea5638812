# %% [markdown] tags=["ko"]
# # 옵티마이저
#
# 경사하강법은 **지금 서 있는 자리의 기울기**만 보고 방향과 보폭을 정합니다. 슬라이드의 일곱
# **옵티마이저**(optimizer)는 모두 경사하강법이지만, 지나온 길에서 **무엇을 기억하는지**가 다릅니다.
#
# | 옵티마이저 | 기억하는 것 | 고치는 것 |
# |---|---|---|
# | SGD (Stochastic Gradient Descent) | 없음 | |
# | Momentum | 속도 $v$ | 방향: 가던 쪽으로 더 갑니다. |
# | NAG (Nesterov Accelerated Gradient) | 속도 $v$ | 방향: 한발 앞에서 기울기를 봅니다. |
# | AdaGrad (Adaptive Gradient) | 기울기 제곱의 합 $s$ | 보폭: 가파른 쪽은 좁게, 완만한 쪽은 넓게 |
# | RMSProp | 기울기 제곱의 이동 평균 $s$ | 보폭: 오래된 기울기는 잊습니다. |
# | AdaDelta (Adaptive Delta) | $s$와 움직인 양의 제곱의 이동 평균 $d$ | 보폭: 학습률 없이도 정해집니다. |
# | Adam (Adaptive Moment Estimation) | 기울기의 이동 평균 $m$과 제곱의 이동 평균 $v$ | 방향과 보폭 모두 |
#
# 가중치가 여러 개이면 제곱, 제곱근, 나눗셈은 모두 **원소별**로 합니다. 그래서 AdaGrad부터는 가중치마다
# 보폭이 다릅니다.
#
# 식에 나오는 기호는 이렇습니다. $\omega$는 가중치(`w`), $g$는 기울기 $\nabla_\omega J$(`grad`),
# $\eta$는 학습률(`lr`)이고, $\epsilon$(`eps`)은 0으로 나누지 않도록 더하는 아주 작은 수입니다.
# $s \leftarrow s + g^2$은 "$s + g^2$을 새 $s$로 한다"는 뜻입니다.

# %% [markdown] tags=["en"]
# # The optimizer list
#
# Gradient descent takes both its direction and the length of its step from the **gradient where it
# stands**. The seven **optimizers** of the slides are all gradient descent; they differ in **what
# they remember** of the way they came.
#
# | optimizer | remembers | improves |
# |---|---|---|
# | SGD (Stochastic Gradient Descent) | nothing | |
# | Momentum | a velocity $v$ | direction: it keeps on going |
# | NAG (Nesterov Accelerated Gradient) | a velocity $v$ | direction: it looks at the gradient a step ahead |
# | AdaGrad (Adaptive Gradient) | the sum $s$ of squared gradients | step: short where it is steep, long where it is flat |
# | RMSProp | the moving average $s$ of squared gradients | step: old gradients are forgotten |
# | AdaDelta (Adaptive Delta) | $s$, and the moving average $d$ of squared updates | step: even without a learning rate |
# | Adam (Adaptive Moment Estimation) | the moving averages $m$ of gradients and $v$ of their squares | direction and step |
#
# Where there are many weights, squares, roots and divisions are all **element by element**. So from
# AdaGrad on, each weight has a step of its own.
#
# In the formulas $\omega$ are the weights (`w`), $g$ is the gradient $\nabla_\omega J$ (`grad`) and
# $\eta$ the learning rate (`lr`); $\epsilon$ (`eps`) is a very small number that keeps us from
# dividing by 0. $s \leftarrow s + g^2$ says "let $s + g^2$ be the new $s$".

# %%
from collections.abc import Sequence
from contextlib import suppress

import torch
from torch import Tensor

# %% [markdown] tags=["ko"]
# 일곱 옵티마이저가 같은 골짜기를 내려가는 모습을 그려 봅시다. 비용은
# $J = \tfrac{1}{2}\omega_1^2 + 10\,\omega_2^2$이고, $(-4, 1.5)$에서 50번 움직입니다. 위 그림에서 SGD는
# 좁은 골짜기의 양쪽 벽을 오가고, Momentum은 최솟값(★)을 크게 지나칩니다. NAG는 미리 보기 때문에
# 훨씬 덜 흔들립니다. 아래 그림의 넷은 가파른 방향과 완만한 방향의 보폭을 따로 정하여 비스듬히
# 출발합니다.

# %% [markdown] tags=["en"]
# Let all seven go down the same valley. The cost is
# $J = \tfrac{1}{2}\omega_1^2 + 10\,\omega_2^2$, and each takes 50 steps from $(-4, 1.5)$. In the
# upper picture SGD bounces between the walls of the narrow valley, and Momentum runs far past the
# minimum (★). NAG looks ahead, so it swings much less. The four in the lower picture choose the step
# for the steep and for the flat direction separately, and so they set out diagonally.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    def demo_walk(optimizer, w, steps=50):
        path = [w.tolist()]
        for _ in range(steps):
            optimizer.zero_grad()
            (w[0] ** 2 / 2 + 10 * w[1] ** 2).backward()
            optimizer.step()
            path.append(w.tolist())
        return zip(*path, strict=True)

    w1, w2 = torch.meshgrid(torch.linspace(-5, 2, 80), torch.linspace(-2, 2, 80), indexing="xy")
    figure, (above, below) = plt.subplots(2, 1, figsize=(8, 7), sharex=True, layout="constrained")
    for axes, name, kind, options in (
        (above, "SGD", torch.optim.SGD, {"lr": 0.09}),
        (above, "Momentum", torch.optim.SGD, {"lr": 0.02, "momentum": 0.9}),
        (above, "NAG", torch.optim.SGD, {"lr": 0.02, "momentum": 0.9, "nesterov": True}),
        (below, "AdaGrad", torch.optim.Adagrad, {"lr": 0.9}),
        (below, "RMSProp", torch.optim.RMSprop, {"lr": 0.1}),
        (below, "AdaDelta", torch.optim.Adadelta, {"lr": 10}),
        (below, "Adam", torch.optim.Adam, {"lr": 0.3}),
    ):
        w = torch.tensor([-4.0, 1.5], requires_grad=True)
        axes.plot(*demo_walk(kind([w], **options), w), marker=".", label=name)
    for axes in (above, below):
        cost = w1**2 / 2 + 10 * w2**2
        axes.contour(w1, w2, cost.sqrt(), levels=12, colors="lightgray", zorder=0)
        axes.plot(0, 0, "k*", markersize=12)
        axes.set_ylabel("w2")
        axes.legend(loc="upper right")
    below.set_xlabel("w1")
    plt.show()

# %% [markdown] tags=["ko"]
# ## 이 과제의 규칙
#
# * 1~7번의 함수는 **한 번 움직이는 식**을 **직접 계산**합니다. 채점할 때 이 함수들 안에서는
#   `torch.optim`의 옵티마이저를 쓸 수 없습니다. 8번에서만 씁니다.
# * 기억할 값은 함수 안이나 전역 변수에 두지 않습니다. **인자로 받아 새 값을 돌려줍니다.** 처음에는
#   모두 0이고, 그다음에는 앞에서 돌려준 값이 들어옵니다.
# * **입력으로 받은 텐서를 바꾸지 마세요.** 결과는 늘 **새 텐서**여야 하고, 입력과 메모리를 함께 쓰면 안
#   됩니다. `s += grad**2`나 `s.mul_(rho)`는 받은 텐서 자체를 바꿉니다.
# * 한 번 부를 때 들어오는 텐서는 shape과 dtype이 모두 같고, 1차원 이상입니다. 결과의 텐서도 `w`와
#   shape과 dtype이 같아야 합니다. `float32`와 `float64`가 모두 들어옵니다.
# * 결과가 여럿이면 적힌 순서대로 튜플로 돌려줍니다. 결과에 기울기가 이어지지 않아도 됩니다.
# * `eps`, `rho`, `beta1` 같은 인자의 기본값은 PyTorch와 같습니다. 다른 값도 들어오므로 숫자를 직접
#   적지 말고 인자를 쓰세요.
# * 잘못된 입력은 7번의 `t`와 8번의 `name`에만 들어옵니다. 오류 처리에 `assert`를 쓰지 마세요.
#   `python -O`로 실행하면 사라집니다.

# %% [markdown] tags=["en"]
# ## Rules for this assignment
#
# * The functions of tasks 1 to 7 take **one step**, and **compute the formula themselves**. When
#   they are graded, no optimizer of `torch.optim` can be used in them; only in task 8.
# * What is remembered is kept neither inside a function nor in a global variable: **it comes in as
#   an argument, and its new value is returned.** At first it is all zeros, later it is what was
#   returned before.
# * **Leave the tensors you are given as they are.** What you return is always **a new tensor** that
#   shares no memory with them. `s += grad**2` and `s.mul_(rho)` change the very tensor that was
#   passed in.
# * All tensors of one call have the same shape, of one or more dimensions, and the same dtype. The
#   tensors you return have the shape and dtype of `w`. Both `float32` and `float64` come in.
# * Several results are returned as a tuple, in the order given. Gradients need not flow through them.
# * Arguments such as `eps`, `rho` and `beta1` have PyTorch's default values. Other values come in too,
#   so use the arguments and not numbers of your own.
# * Wrong input comes in only for `t` in task 7 and for `name` in task 8. Do not use `assert` for
#   errors: it is gone when one runs `python -O`.

# %% [markdown] tags=["ko"]
# ## 1. `sgd_step` (1점)
#
# 아무것도 기억하지 않는 보통의 경사하강법입니다.
#
# $$\omega \leftarrow \omega - \eta\, g$$
#
# $J(\omega) = \omega^2$이면 $g = 2\omega$이므로, $\omega = 5$, $\eta = 0.1$에서 $5 - 0.1 \times 10 = 4$가
# 됩니다.

# %% [markdown] tags=["en"]
# ## 1. `sgd_step` (1 point)
#
# Ordinary gradient descent, which remembers nothing.
#
# $$\omega \leftarrow \omega - \eta\, g$$
#
# For $J(\omega) = \omega^2$ we have $g = 2\omega$, so from $\omega = 5$ with $\eta = 0.1$ it goes to
# $5 - 0.1 \times 10 = 4$.

# %%
def sgd_step(w: Tensor, grad: Tensor, lr: float) -> Tensor:
    """ω ← ω - η g

    w, grad: shape이 같은 float 텐서 / float tensors of one shape  →  새 w / the new w

    >>> sgd_step(torch.tensor([5.0]), torch.tensor([10.0]), lr=0.1)
    tensor([4.])
    """
    raise NotImplementedError("sgd_step")

# %% [markdown] tags=["ko"]
# ## 2. `lookahead` (1점)
#
# Momentum은 굴러가는 공처럼 속도 $v$를 이어 가면서, 지금 자리 $\omega$의 기울기를 봅니다. 그런데 공은
# 어차피 속도 때문에 $m v$만큼 더 굴러갑니다. **NAG**는 굴러가서 닿을 자리에 **미리 가 보고, 거기의
# 기울기**를 씁니다. 그래서 최솟값을 지나칠 것 같으면 미리 속도를 줄입니다.
#
# $$\tilde\omega = \omega + m\, v$$
#
# 미리 가 볼 자리 $\tilde\omega$를 돌려주세요. `w` 자체는 아직 움직이지 않습니다.

# %% [markdown] tags=["en"]
# ## 2. `lookahead` (1 point)
#
# Momentum keeps its velocity $v$ like a rolling ball, and uses the gradient at the present place
# $\omega$. But its velocity will carry the ball on by $m v$ anyway. **NAG looks ahead** to where the
# ball will be, and uses **the gradient there**: where it is about to run past the minimum, it slows
# down in time.
#
# $$\tilde\omega = \omega + m\, v$$
#
# Return this place ahead, $\tilde\omega$. `w` itself does not move yet.

# %%
def lookahead(w: Tensor, v: Tensor, m: float) -> Tensor:
    """미리 가 볼 자리 / the place ahead: ω + m v

    w, v: shape이 같은 float 텐서 / float tensors of one shape  →  w와 같은 shape / shape of w

    >>> lookahead(torch.tensor([4.0]), torch.tensor([-1.0]), m=0.9)
    tensor([3.1000])
    """
    raise NotImplementedError("lookahead")

# %% [markdown] tags=["ko"]
# ## 3. `nag_step` (1점)
#
# 미리 가 본 자리의 기울기 $\tilde g = \nabla_\omega J(\tilde\omega)$가 `grad_ahead`로 **주어집니다.**
# 그다음은 Momentum의 식 그대로입니다.
#
# $$v \leftarrow m\, v - \eta\, \tilde g, \qquad \omega \leftarrow \omega + v$$
#
# $J(\omega) = \omega^2$, $\omega = 5$, $\eta = 0.1$, $m = 0.9$에서 시작해 봅시다.
#
# | 걸음 | $\omega$ | $v$ | $\tilde\omega = \omega + mv$ | $\tilde g = 2\tilde\omega$ | 새 $v$ | 새 $\omega$ |
# |---|---|---|---|---|---|---|
# | 1 | 5 | 0 | 5 | 10 | −1 | 4 |
# | 2 | 4 | −1 | 3.1 | 6.2 | 0.9 × (−1) − 0.1 × 6.2 = −1.52 | 2.48 |
# | 3 | 2.48 | −1.52 | 1.112 | 2.224 | −1.5904 | 0.8896 |
#
# **새 `w`와 새 `v`를 이 순서대로** 돌려주세요. 움직이는 출발점은 $\tilde\omega$가 아니라 $\omega$입니다.
# `lookahead`를 불러도 되지만, 채점은 `nag_step`의 결과만 보므로 틀린 `lookahead`를 부르면 이 값도
# 틀립니다.

# %% [markdown] tags=["en"]
# ## 3. `nag_step` (1 point)
#
# The gradient at the place ahead, $\tilde g = \nabla_\omega J(\tilde\omega)$, **is given** as
# `grad_ahead`. The rest is the formula of Momentum.
#
# $$v \leftarrow m\, v - \eta\, \tilde g, \qquad \omega \leftarrow \omega + v$$
#
# Start with $J(\omega) = \omega^2$ at $\omega = 5$, with $\eta = 0.1$ and $m = 0.9$:
#
# | step | $\omega$ | $v$ | $\tilde\omega = \omega + mv$ | $\tilde g = 2\tilde\omega$ | new $v$ | new $\omega$ |
# |---|---|---|---|---|---|---|
# | 1 | 5 | 0 | 5 | 10 | −1 | 4 |
# | 2 | 4 | −1 | 3.1 | 6.2 | 0.9 × (−1) − 0.1 × 6.2 = −1.52 | 2.48 |
# | 3 | 2.48 | −1.52 | 1.112 | 2.224 | −1.5904 | 0.8896 |
#
# Return **the new `w` and the new `v`, in this order**. The step starts from $\omega$, not from
# $\tilde\omega$. You may call `lookahead`; but only what `nag_step` returns is graded, so where it
# calls a wrong `lookahead`, its values are wrong too.

# %%
def nag_step(
    w: Tensor, v: Tensor, grad_ahead: Tensor, lr: float, m: float = 0.9
) -> tuple[Tensor, Tensor]:
    """v ← m v - η g,  ω ← ω + v;  g = grad_ahead: ω + m v에서의 기울기 / the gradient at ω + m v

    결과 / returns: (새 w, 새 v) / (new w, new v)

    >>> nag_step(torch.tensor([4.0]), torch.tensor([-1.0]), torch.tensor([6.2]), lr=0.1)
    (tensor([2.4800]), tensor([-1.5200]))
    """
    raise NotImplementedError("nag_step")

# %% [markdown] tags=["ko"]
# 여러분의 `sgd_step`, `lookahead`, `nag_step`으로 골짜기를 내려가 봅시다. (모두 쓰기 전에는 아무것도 그리지 않습니다.) 같은 학습률로 30번
# 움직이는 동안 NAG가 훨씬 멀리 갑니다.

# %% [markdown] tags=["en"]
# Walk down the valley with your `sgd_step`, `lookahead` and `nag_step`. (Before all are written,
# nothing is drawn.) In 30 steps with the same learning rate, NAG gets much further.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    slope = torch.tensor([1.0, 20.0])  # the gradient is slope * w
    with suppress(NotImplementedError):
        w = torch.tensor([-4.0, 1.5])
        sgd_path = [w]
        for _ in range(30):
            w = sgd_step(w, slope * w, lr=0.03)
            sgd_path.append(w)

        w, v = torch.tensor([-4.0, 1.5]), torch.zeros(2)
        nag_path = [w]
        for _ in range(30):
            w, v = nag_step(w, v, slope * lookahead(w, v, 0.9), lr=0.03)
            nag_path.append(w)

        w1, w2 = torch.meshgrid(torch.linspace(-5, 2, 80), torch.linspace(-2, 2, 80), indexing="xy")
        plt.contour(w1, w2, (w1**2 / 2 + 10 * w2**2).sqrt(), levels=12, colors="lightgray")
        plt.plot(*zip(*sgd_path, strict=True), marker=".", label="sgd_step")
        plt.plot(*zip(*nag_path, strict=True), marker=".", label="nag_step")
        plt.plot(0, 0, "k*", markersize=12)
        plt.xlabel("$w_1$")
        plt.ylabel("$w_2$")
        plt.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 4. `adagrad_step` (2점)
#
# **AdaGrad**는 기울기의 제곱을 계속 **더해** 두고, 그 제곱근으로 보폭을 나눕니다. 지금까지 가파르던
# 방향은 조금씩, 완만하던 방향은 크게 움직입니다.
#
# $$s \leftarrow s + g^2, \qquad \omega \leftarrow \omega - \eta\, \frac{g}{\sqrt{s} + \epsilon}$$
#
# $\omega = 1$, $\eta = 0.1$이고 기울기가 차례로 0.5, 0.2라면
# 첫 걸음에서 $s = 0.25$, $\omega = 1 - 0.1 \times 0.5 / 0.5 = 0.9$,
# 둘째 걸음에서 $s = 0.29$, $\omega = 0.9 - 0.1 \times 0.2 / \sqrt{0.29} = 0.862861$입니다.
#
# * 식의 값 1점: 나누는 $s$는 지금의 기울기까지 더한 **새** $s$입니다. **새 `w`와 새 `s`를 이 순서대로**
#   돌려줍니다. 위의 규칙대로 새 텐서인지, 입력이 그대로인지도 여기에서 봅니다.
# * $\epsilon$의 자리 1점: $\epsilon$은 **루트 밖에서** 더합니다. `eps`가 클 때도 들어오고,
#   `s`와 `grad`가 모두 0인 자리에서는 `w`가 움직이지 않아야 합니다. (0으로 나누면 `nan`이 됩니다.)

# %% [markdown] tags=["en"]
# ## 4. `adagrad_step` (2 points)
#
# **AdaGrad** keeps **adding up** the squared gradients, and divides the step by the root of the sum.
# It moves little where it has been steep so far, and far where it has been flat.
#
# $$s \leftarrow s + g^2, \qquad \omega \leftarrow \omega - \eta\, \frac{g}{\sqrt{s} + \epsilon}$$
#
# With $\omega = 1$, $\eta = 0.1$ and the gradients 0.5 and then 0.2, the first step gives
# $s = 0.25$ and $\omega = 1 - 0.1 \times 0.5 / 0.5 = 0.9$, the second
# $s = 0.29$ and $\omega = 0.9 - 0.1 \times 0.2 / \sqrt{0.29} = 0.862861$.
#
# * 1 point for the formula: divide by **the new $s$**, to which the present gradient has been added
#   already. Return **the new `w` and the new `s`, in this order**. Here it also counts that they are
#   new tensors and that the arguments are unchanged, as the rules above say.
# * 1 point for the place of $\epsilon$: it is added **outside the root**. Large values of `eps` come
#   in too, and where `s` and `grad` are both 0, `w` stays where it is (dividing by 0 gives `nan`).

# %%
def adagrad_step(
    w: Tensor, s: Tensor, grad: Tensor, lr: float, eps: float = 1e-10
) -> tuple[Tensor, Tensor]:
    """s ← s + g²,  ω ← ω - η g / (√s + ε)

    결과 / returns: (새 w, 새 s) / (new w, new s)

    >>> adagrad_step(torch.tensor([0.9]), torch.tensor([0.25]), torch.tensor([0.2]), lr=0.1)
    (tensor([0.8629]), tensor([0.2900]))
    """
    raise NotImplementedError("adagrad_step")

# %% [markdown] tags=["ko"]
# ## 5. `rmsprop_step` (2점)
#
# AdaGrad의 $s$는 커지기만 합니다. 오래 학습하면 보폭이 0에 가까워져 멈추고 맙니다. **RMSProp**은 합 대신
# **이동 평균**을 씁니다. 예전 값은 $\rho$(`rho`)배만 남고, 새 제곱이 $1 - \rho$만큼 들어옵니다.
#
# $$s \leftarrow \rho\, s + (1 - \rho)\, g^2, \qquad
# \omega \leftarrow \omega - \eta\, \frac{g}{\sqrt{s} + \epsilon}$$
#
# $\omega = 1$, $\eta = 0.1$, 기울기 0.5, 0.2이면 $\omega$는 거의 0(0.0000002), 그다음 −0.373002가 됩니다.
# 처음에는 $s$가 아직 작아서 걸음이 매우 큽니다.
#
# * 식의 값 1점: **새 `w`와 새 `s`를 이 순서대로** 돌려줍니다. 나누는 $s$는 새 $s$입니다. 새 텐서인지,
#   입력이 그대로인지도 여기에서 봅니다.
# * $\epsilon$의 자리 1점: 4번과 같이 **루트 밖**입니다. 기울기가 아주 작으면 차이가 커집니다.
#   `s`와 `grad`가 모두 0인 자리에서는 움직이지 않습니다.

# %% [markdown] tags=["en"]
# ## 5. `rmsprop_step` (2 points)
#
# AdaGrad's $s$ only ever grows, so in a long training its steps shrink towards 0 and it comes to a
# halt. **RMSProp** takes a **moving average** in place of the sum: $\rho$ (`rho`) times the earlier
# value is kept, and $1 - \rho$ times the new square comes in.
#
# $$s \leftarrow \rho\, s + (1 - \rho)\, g^2, \qquad
# \omega \leftarrow \omega - \eta\, \frac{g}{\sqrt{s} + \epsilon}$$
#
# With $\omega = 1$, $\eta = 0.1$ and the gradients 0.5 and 0.2, $\omega$ becomes almost 0
# (0.0000002) and then −0.373002. The first steps are very long, because $s$ is still small.
#
# * 1 point for the formula: return **the new `w` and the new `s`, in this order**. Divide by the new
#   $s$. Here it also counts that they are new tensors and that the arguments are unchanged.
# * 1 point for the place of $\epsilon$: **outside the root**, as in task 4. With very small gradients
#   this makes a great difference. Where `s` and `grad` are both 0, nothing moves.

# %%
def rmsprop_step(
    w: Tensor, s: Tensor, grad: Tensor, lr: float, rho: float = 0.99, eps: float = 1e-8
) -> tuple[Tensor, Tensor]:
    """s ← ρ s + (1 - ρ) g²,  ω ← ω - η g / (√s + ε)

    결과 / returns: (새 w, 새 s) / (new w, new s)

    >>> rmsprop_step(torch.tensor([1.0]), torch.tensor([0.25]), torch.tensor([0.5]), lr=0.1)
    (tensor([0.9000]), tensor([0.2500]))
    """
    raise NotImplementedError("rmsprop_step")

# %% [markdown] tags=["ko"]
# ## 6. `adadelta_step` (1점)
#
# **AdaDelta**는 학습률의 자리에 **지금까지 움직인 양**을 넣습니다. 움직인 양 $u$의 제곱도 이동 평균
# $d$로 기억합니다. 계산 순서가 중요합니다.
#
# $$s \leftarrow \rho\, s + (1 - \rho)\, g^2$$
# $$u = \frac{\sqrt{d + \epsilon}}{\sqrt{s + \epsilon}}\, g$$
# $$d \leftarrow \rho\, d + (1 - \rho)\, u^2$$
# $$\omega \leftarrow \omega - \eta\, u$$
#
# $u$를 구할 때 $s$는 **새 값**이고 $d$는 **예전 값**입니다. 여기서는 $\epsilon$이 **루트 안**에 있습니다.
# 처음에 $d = 0$이므로 $\epsilon$이 없으면 한 걸음도 움직이지 못합니다. $\eta$는 보통 1이며, $s$와 $d$에는
# 들어가지 않습니다.
#
# **새 `w`, 새 `s`, 새 `d`를 이 순서대로** 돌려주세요. $\omega = 1$에서 기울기가 0.5, 0.2이면
# 0.996838, 0.995100이 됩니다.

# %% [markdown] tags=["en"]
# ## 6. `adadelta_step` (1 point)
#
# **AdaDelta** puts **how far it has moved so far** in the place of the learning rate. It remembers
# the moving average $d$ of its squared updates $u$ too. The order matters:
#
# $$s \leftarrow \rho\, s + (1 - \rho)\, g^2$$
# $$u = \frac{\sqrt{d + \epsilon}}{\sqrt{s + \epsilon}}\, g$$
# $$d \leftarrow \rho\, d + (1 - \rho)\, u^2$$
# $$\omega \leftarrow \omega - \eta\, u$$
#
# In $u$, $s$ is **the new value** and $d$ **the earlier one**. Here $\epsilon$ stands **inside the
# roots**: at first $d = 0$, and without $\epsilon$ it would never take a step. $\eta$ is usually 1,
# and has no part in $s$ and $d$.
#
# Return **the new `w`, the new `s` and the new `d`, in this order**. From $\omega = 1$ the gradients
# 0.5 and 0.2 lead to 0.996838 and 0.995100.

# %%
def adadelta_step(
    w: Tensor,
    s: Tensor,
    d: Tensor,
    grad: Tensor,
    lr: float = 1.0,
    rho: float = 0.9,
    eps: float = 1e-6,
) -> tuple[Tensor, Tensor, Tensor]:
    """s ← ρ s + (1 - ρ) g²,  u = √(d + ε) / √(s + ε) · g,  d ← ρ d + (1 - ρ) u²,  ω ← ω - η u

    결과 / returns: (새 w, 새 s, 새 d) / (new w, new s, new d)

    >>> w, s, d = torch.tensor([1.0]), torch.tensor([0.3]), torch.tensor([0.3])
    >>> adadelta_step(w, s, d, torch.tensor([0.5]))
    (tensor([0.4958]), tensor([0.2950]), tensor([0.2954]))
    """
    raise NotImplementedError("adadelta_step")

# %% [markdown] tags=["ko"]
# ## 7. `adam_step` (3점)
#
# **Adam**은 Momentum과 RMSProp을 합칩니다. 기울기의 이동 평균 $m$으로 방향을, 제곱의 이동 평균 $v$로
# 보폭을 정합니다. 여기의 $m$은 모멘텀 계수가 아니고, $v$는 속도가 아닙니다.
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# $m$과 $v$는 0에서 시작하므로 처음 몇 걸음은 실제보다 훨씬 작습니다. 그래서 $t$번째 걸음에서 나누어
# **편향을 보정**(bias correction)합니다.
#
# $$\hat m = \frac{m}{1 - \beta_1^t}, \qquad \hat v = \frac{v}{1 - \beta_2^t}, \qquad
# \omega \leftarrow \omega - \eta\, \frac{\hat m}{\sqrt{\hat v} + \epsilon}$$
#
# 첫 걸음($t = 1$)에서는 $\hat m = g$, $\hat v = g^2$이 되어, 기울기의 크기와 상관없이 $\eta$만큼
# 움직입니다. $\omega = 1$, $\eta = 0.1$에서 기울기가 0.5, 0.2이면 0.9, 0.810142입니다. 보정이 없으면 첫
# 걸음이 3.16배가 되어 0.6838이 됩니다.
#
# **새 `w`, 새 `m`, 새 `v`를 이 순서대로** 돌려주세요. 돌려주는 `m`과 `v`는 **보정하기 전의 값**입니다.
#
# * 새 `m`과 새 `v` 1점: 세 결과가 새 텐서인지, 입력이 그대로인지도 여기에서 봅니다.
# * 새 `w` 1점: 많이 움직인 뒤라 $\beta^t$이 거의 0인 큰 `t`로 봅니다.
# * 보정과 $\epsilon$ 1점: 작은 `t`에서의 새 `w`를 봅니다. $\epsilon$은 보정한 $\sqrt{\hat v}$에, **루트
#   밖에서** 더합니다. `m`, `v`, `grad`가 모두 0인 자리에서는 움직이지 않습니다. `t`는 1부터 세므로
#   `t`가 1보다 작으면 `ValueError`를 발생시키세요.

# %% [markdown] tags=["en"]
# ## 7. `adam_step` (3 points)
#
# **Adam** joins Momentum and RMSProp: the moving average $m$ of the gradients gives the direction,
# and the moving average $v$ of their squares the step. Here $m$ is not the factor of Momentum, and
# $v$ is not a velocity.
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# Both start at 0, so in the first steps they are far too small. In step number $t$ this **bias is
# corrected** by a division:
#
# $$\hat m = \frac{m}{1 - \beta_1^t}, \qquad \hat v = \frac{v}{1 - \beta_2^t}, \qquad
# \omega \leftarrow \omega - \eta\, \frac{\hat m}{\sqrt{\hat v} + \epsilon}$$
#
# In the first step ($t = 1$) it gives $\hat m = g$ and $\hat v = g^2$: $\omega$ moves by $\eta$,
# however large the gradient is. From $\omega = 1$ with $\eta = 0.1$ the gradients 0.5 and 0.2 lead
# to 0.9 and 0.810142. Without the correction the first step is 3.16 times as long, to 0.6838.
#
# Return **the new `w`, the new `m` and the new `v`, in this order**. The `m` and `v` you return are
# those **before the correction**.
#
# * 1 point for the new `m` and `v`: here it also counts that all three results are new tensors and
#   that the arguments are unchanged
# * 1 point for the new `w`, with a large `t`, when $\beta^t$ is almost 0
# * 1 point for the correction and $\epsilon$, seen in the new `w` with a small `t`: $\epsilon$ is added
#   to the corrected $\sqrt{\hat v}$, **outside the root**. Where `m`, `v` and `grad` are all 0,
#   nothing moves. `t` counts from 1, so raise a `ValueError` where it is below 1.

# %%
def adam_step(
    w: Tensor,
    m: Tensor,
    v: Tensor,
    grad: Tensor,
    t: int,
    lr: float = 1e-3,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[Tensor, Tensor, Tensor]:
    """m ← β₁ m + (1 - β₁) g,  v ← β₂ v + (1 - β₂) g²,  ω ← ω - η m̂ / (√v̂ + ε)

    t: 몇 번째 걸음인지 / number of this step: 1, 2, 3, …
    결과 / returns: (새 w, 새 m, 새 v) / (new w, new m, new v)
    오류 / errors: t < 1 → ValueError

    >>> zero = torch.tensor([0.0])
    >>> adam_step(torch.tensor([1.0]), zero, zero, torch.tensor([0.5]), t=1, lr=0.1)
    (tensor([0.9000]), tensor([0.0500]), tensor([0.0003]))
    """
    raise NotImplementedError("adam_step")

# %% [markdown] tags=["ko"]
# 이번에는 보폭을 스스로 정하는 네 함수입니다. (모두 쓰기 전에는 아무것도 그리지 않습니다.) 모두 첫 걸음을 거의 **45° 방향으로** 내딛습니다. 가파른 방향이든 완만한
# 방향이든 같은 만큼 움직인다는 뜻입니다.

# %% [markdown] tags=["en"]
# Now the four that choose their steps themselves. (Before all are written, nothing is drawn.) All
# of them set out at nearly **45°**: they move as far in the steep direction as in the gentle one.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    def demo_descend(update, memory, steps=60):
        w, path = torch.tensor([-4.0, 1.5]), []
        for t in range(1, steps + 1):
            path.append(w)
            w, *memory = update(w, *memory, torch.tensor([1.0, 20.0]) * w, t)
        return torch.stack(path)

    zero = torch.zeros(2)
    with suppress(NotImplementedError):
        paths = {
            "adagrad_step": demo_descend(lambda w, s, g, t: adagrad_step(w, s, g, lr=0.9), [zero]),
            "rmsprop_step": demo_descend(lambda w, s, g, t: rmsprop_step(w, s, g, lr=0.1), [zero]),
            "adadelta_step": demo_descend(
                lambda w, s, d, g, t: adadelta_step(w, s, d, g, lr=20.0), [zero, zero]
            ),
            "adam_step": demo_descend(
                lambda w, m, v, g, t: adam_step(w, m, v, g, t, lr=0.3), [zero, zero]
            ),
        }
        w1, w2 = torch.meshgrid(torch.linspace(-5, 2, 80), torch.linspace(-2, 2, 80), indexing="xy")
        figure, axes = plt.subplots(figsize=(9, 5.5), layout="constrained")
        axes.contour(w1, w2, (w1**2 / 2 + 10 * w2**2).sqrt(), levels=12, colors="lightgray")
        for (name, path), marker in zip(paths.items(), ("o", "s", "^", "."), strict=True):
            axes.plot(path[:, 0], path[:, 1], marker=marker, markersize=4, label=name)
        axes.plot(0, 0, "k*", markersize=12)
        axes.set(xlabel="$w_1$", ylabel="$w_2$", aspect="equal")
        axes.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 8. `make_optimizer` (1점)
#
# 이제 PyTorch의 옵티마이저를 씁니다. 슬라이드의 목록에 있는 이름을 받아, `params`를 학습률 `lr`로
# 움직이는 **옵티마이저 객체**를 돌려주세요.
#
# * 이름은 `SGD`, `Momentum`, `NAG`, `AdaGrad`, `AdaDelta`, `RMSProp`, `Adam`입니다. **대문자와 소문자를
#   구별하지 않습니다.** (`"sgd"`, `"ADAM"`도 됩니다.)
# * `torch.optim`에는 `Momentum`과 `NAG`라는 클래스가 **없습니다.** `SGD`의 `momentum=0.9`가 Momentum이고,
#   거기에 `nesterov=True`를 더하면 NAG입니다. `momentum` 없이 `nesterov=True`만 주면 `ValueError`가
#   납니다.
# * 클래스 이름은 `Adagrad`, `Adadelta`, `RMSprop`처럼 대소문자가 슬라이드와 다릅니다.
# * 나머지 값은 PyTorch의 기본값을 씁니다. (PyTorch의 NAG는 $\omega$ 대신 미리 가 본 자리
#   $\tilde\omega$를 저장합니다. 그래서 같은 길을 가도 3번의 숫자와는 다릅니다.)
# * `params`는 기울기가 필요한 텐서가 하나 이상 든 리스트입니다.
# * 목록에 없는 이름에는 `ValueError`를 발생시키세요. `"AdamW"`처럼 PyTorch에는 있는 이름도
#   마찬가지입니다.
#
# 일곱 옵티마이저가 모두 맞아야 1점입니다. 주어진 기울기로 세 번 움직인 결과를 봅니다.

# %% [markdown] tags=["en"]
# ## 8. `make_optimizer` (1 point)
#
# Now use PyTorch's optimizers: take a name from the list of the slides, and return **an optimizer
# object** that moves `params` with the learning rate `lr`.
#
# * The names are `SGD`, `Momentum`, `NAG`, `AdaGrad`, `AdaDelta`, `RMSProp` and `Adam`, **in capital
#   or small letters** (`"sgd"` and `"ADAM"` will do too).
# * There are **no** classes `Momentum` and `NAG` in `torch.optim`: `SGD` with `momentum=0.9` is
#   Momentum, and with `nesterov=True` beside it, it is NAG. `nesterov=True` without `momentum` raises
#   a `ValueError`.
# * Some classes are spelled otherwise than on the slides: `Adagrad`, `Adadelta`, `RMSprop`.
# * Leave everything else at PyTorch's defaults. (PyTorch's NAG keeps the place ahead, $\tilde\omega$,
#   in place of $\omega$, so its numbers are not those of task 3, though it goes the same way.)
# * `params` is a list of one or more tensors that require gradients.
# * Raise a `ValueError` for a name that is not in the list, also for one that PyTorch knows, as
#   `"AdamW"`.
#
# The point is for all seven together. What is looked at is where three steps with given gradients
# lead.

# %%
def make_optimizer(name: str, params: Sequence[Tensor], lr: float) -> torch.optim.Optimizer:
    """이름에 맞는 옵티마이저 / the optimizer of that name

    Momentum, NAG: m = 0.9
    오류 / errors: 목록에 없는 이름 / a name not in the list → ValueError

    >>> w = torch.tensor([5.0], requires_grad=True)
    >>> optimizer = make_optimizer("SGD", [w], lr=0.1)
    >>> (w**2).sum().backward()
    >>> optimizer.step()
    >>> w
    tensor([4.], requires_grad=True)
    """
    raise NotImplementedError("make_optimizer")

# %% [markdown] tags=["ko"]
# 일곱 옵티마이저의 비용을 비교해 봅시다. 학습률은 0.02로 모두 같습니다. 세로축은 로그 눈금입니다. 이 그림만 보고 어느 것이 좋다고 말할 수는 없습니다. 옵티마이저마다
# 알맞은 학습률이 다르기 때문입니다.

# %% [markdown] tags=["en"]
# Compare the costs of the seven optimizers. All have the same learning rate, 0.02, and the upright
# axis is logarithmic. The picture does not tell which one is best: each has a learning rate of its
# own that suits it.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    names = ["SGD", "Momentum", "NAG", "AdaGrad", "AdaDelta", "RMSProp", "Adam"]
    with suppress(NotImplementedError):
        for name, style in zip(names, ["-", "--", "-.", "-", ":", "--", "-."], strict=True):
            w, costs = torch.tensor([-4.0, 1.5], requires_grad=True), []
            optimizer = make_optimizer(name, [w], lr=0.02)
            for _ in range(150):
                cost = w[0] ** 2 / 2 + 10 * w[1] ** 2
                costs.append(cost.item())
                optimizer.zero_grad()
                cost.backward()
                optimizer.step()
            plt.semilogy(costs, style, label=name)
        plt.xlabel("step")
        plt.ylabel("cost")
        plt.legend()
        plt.show()
