# %% [markdown] tags=["ko"]
# # 소프트맥스와 크로스 엔트로피
#
# 클래스가 셋 이상이면 시그모이드 하나로는 부족합니다. 모델은 클래스마다 점수를 하나씩, 모두 $k$개
# 계산합니다. 이 점수를 **logit**이라고 하고 $z$로 씁니다. logit은 음수일 수도 있고 더해서 1이 되지도
# 않으므로, **소프트맥스**(softmax) 함수로 확률 $p$로 바꿉니다.
#
# $$p_i = \frac{e^{z_i}}{\sum_{j=1}^{k} e^{z_j}}, \qquad i = 1, 2, \dots, k$$
#
# $e^{z}$는 항상 양수이고, 합으로 나누므로 $p$를 모두 더하면 1입니다. 가장 큰 logit의 확률이 가장
# 큽니다. $k = 2$이고 $z = (z_1, 0)$이면 $p_1 = \sigma(z_1)$, 곧 시그모이드입니다.
#
# 확률이 정답에서 얼마나 벗어났는지는 **크로스 엔트로피**(cross entropy)로 잽니다. 데이터가 $n$개일
# 때의 비용은 다음과 같습니다. $\log$는 자연로그입니다.
#
# $$cost(W) = -\frac{1}{n} \sum_{i=1}^{n} \sum_{j=1}^{k} y_j^{(i)} \log p_j^{(i)}$$
#
# $y^{(i)}$는 정답 클래스의 자리만 1이고 나머지는 0인 **원-핫**(one-hot) 벡터입니다. 그래서 안쪽 합에는
# 항이 하나만 남고, 비용은 **정답 클래스의 확률**에 $-\log$를 취하여 평균한 값입니다. 정답의 확률이 1에
# 가까우면 비용은 0에 가깝고, 0에 가까우면 한없이 커집니다.

# %% [markdown] tags=["en"]
# # Softmax and cross entropy
#
# With three or more classes one sigmoid is not enough. The model computes one score per class, $k$
# of them. These scores are called **logits** and written $z$. A logit may be negative, and logits
# do not sum to 1, so the **softmax** function turns them into probabilities $p$.
#
# $$p_i = \frac{e^{z_i}}{\sum_{j=1}^{k} e^{z_j}}, \qquad i = 1, 2, \dots, k$$
#
# $e^{z}$ is always positive, and as we divide by the sum, all $p$ together make 1. The largest logit
# has the largest probability. For $k = 2$ and $z = (z_1, 0)$ it is $p_1 = \sigma(z_1)$: the sigmoid.
#
# How far the probabilities are from the answer is measured by the **cross entropy**. For $n$ rows
# of data the cost is as follows; $\log$ is the natural logarithm.
#
# $$cost(W) = -\frac{1}{n} \sum_{i=1}^{n} \sum_{j=1}^{k} y_j^{(i)} \log p_j^{(i)}$$
#
# $y^{(i)}$ is a **one-hot** vector: 1 in the place of the right class, 0 everywhere else. So only
# one term of the inner sum is left, and the cost is the mean of $-\log$ of **the probability of the
# right class**. Near 1 that costs almost nothing; near 0 it costs more and more without end.

# %%
from contextlib import suppress

import torch
from torch import Tensor

# %% [markdown] tags=["ko"]
# 슬라이드에 인쇄된 logit 가운데 셋째 행을 따라가 봅시다. 정답은 클래스 2입니다. 왼쪽은 logit, 가운데는
# 소프트맥스의 결과, 오른쪽은 $-\log p$의 곡선입니다. 빨간 점이 이 데이터의 비용입니다.

# %% [markdown] tags=["en"]
# Follow the third row of the logits that the slides print. The right answer is class 2. On the left
# are the logits, in the middle what the softmax makes of them, on the right the curve of $-\log p$.
# The red dot is the cost of this row.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    z = torch.tensor([-7.2341, 3.7583, 4.7448])
    e = torch.exp(z)
    p = e / e.sum()
    for j in range(3):
        print(f"class {j}   z = {z[j]:7.4f}   e^z = {e[j]:8.4f}   p = {p[j]:.6f}")
    print(f"sum of e^z = {e.sum():.4f}   sum of p = {p.sum():.4f}   -log p[2] = {-p[2].log():.4f}")

    figure, axes = plt.subplots(1, 3, figsize=(11, 3), layout="constrained")
    axes[0].bar(["0", "1", "2"], z)
    axes[0].axhline(0, color="black", linewidth=0.8)
    axes[0].set_title("logits z")
    axes[1].bar(["0", "1", "2"], p)
    axes[1].set_ylim(0, 1)
    axes[1].set_title("softmax(z)")
    for ax in axes[:2]:
        ax.set_xlabel("class")
    curve = torch.arange(0.01, 1.0, 0.01)
    axes[2].plot(curve, -torch.log(curve))
    axes[2].plot(p[2], -torch.log(p[2]), "ro")
    axes[2].set_title("-log p")
    axes[2].set_xlabel("p of the right class")
    plt.show()

# %% [markdown] tags=["ko"]
# 아래 네 함수에는 공통된 규칙이 있습니다.
#
# * 입력으로 받은 텐서를 바꾸면 안 됩니다. `z -= z.max()`처럼 쓰면 입력이 바뀝니다.
# * 입력은 전치(`transpose`)한 텐서일 수도 있습니다. 그런 텐서에는 `view`가 오류를 내므로 `reshape`을
#   쓰세요.
# * `one_hot`을 뺀 나머지 함수에서는 기울기가 이어져야 합니다. `.item()`이나 `torch.tensor(...)`로
#   끊지 마세요.
# * float 입력은 float32나 float64이고, 결과의 dtype도 그와 같습니다.
# * 오류는 `raise`로 발생시키거나, torch가 스스로 내는 오류를 그대로 두면 됩니다. 다만 **종류가 맞아야**
#   합니다. `assert`는 `python -O`로 실행하면 사라지므로 인정하지 않습니다.
#
# ## 1. `softmax` (5점)
#
# `dim` 축을 따라 소프트맥스를 계산하세요. 한 축을 따라 더하면 1이 됩니다. `z`는 1차원 이상이면 몇
# 차원이든 되고, 결과의 shape은 `z`와 같습니다.
#
# * **2점** 값: `dim`을 주지 않으면 마지막 축입니다. `(n, k)`이면 **행마다** 따로 계산합니다.
#   `sum(dim=...)`은 그 축을 없애므로, 나눌 때 shape이 맞도록 `keepdim=True`를 쓰세요. 빠뜨리면 오류가
#   나는데, 정사각형이면 오류도 없이 틀린 값이 나옵니다.
# * **2점** 큰 logit: 아래 셀처럼 `torch.exp(1000)`은 `inf`이고 `inf / inf`는 `nan`입니다. `z`에서 같은
#   수를 빼도 소프트맥스의 값은 달라지지 않으므로, **최댓값을 빼고** 계산하면 됩니다. 이때 전체의
#   최댓값이 아니라 **그 행(축)의 최댓값**을 빼야 합니다. 전체의 최댓값을 빼면 다른 행이 모두 0이 되어
#   $0 / 0$이 될 수 있습니다. logit이 −10000부터 10000까지일 때 결과에 `nan`이 없어야 하고, 값도
#   맞아야 합니다.
# * **1점** 축: `dim`은 0부터 셀 수도, 뒤에서부터 음수로 셀 수도 있습니다. shape이 `(0, 3)`이면 결과도
#   `(0, 3)`입니다.

# %% [markdown] tags=["en"]
# Some rules hold for all four functions below.
#
# * The tensors that come in must not be changed. Something like `z -= z.max()` would change one.
# * They may be transposed; `view` fails on such a tensor, so use `reshape`.
# * In all functions but `one_hot`, gradients must flow: do not cut them with `.item()` or
#   `torch.tensor(...)`.
# * Float inputs are float32 or float64, and the result has the same dtype.
# * Raise errors with `raise`, or let torch raise its own, but it must be **the kind that is asked
#   for**. An `assert` does not count: `python -O` removes it.
#
# ## 1. `softmax` (5 points)
#
# Compute the softmax along the axis `dim`, so that sums along it are 1. `z` may have any number of
# dimensions from 1 on, and the result has its shape.
#
# * **2 points** The value: without a `dim` it is the last axis. For `(n, k)` that means **each row**
#   by itself. `sum(dim=...)` drops that axis, so use `keepdim=True` to make the shapes fit when you
#   divide. Without it there is an error or, for a square, a wrong value and no error.
# * **2 points** Large logits: as the cell below shows, `torch.exp(1000)` is `inf`, and `inf / inf` is
#   `nan`. Subtracting the same number from all of `z` does not change the softmax, so **subtract the
#   maximum** first. It must be the maximum **of that row (axis)**, not of everything: with that,
#   another row may turn into zeros only, and $0 / 0$. For logits from −10000 to 10000 the result must
#   hold no `nan`, and the values must be right.
# * **1 point** The axis: `dim` counts from 0 or, where it is negative, from the end. For the shape
#   `(0, 3)` the result is `(0, 3)` too.

# %%
if __name__ == "__main__":
    z = torch.tensor([[0.0, 0.0, 1.0], [1000.0, 0.0, 0.0]])
    e = torch.exp(z)
    print("e^z:\n", e)
    print("as it stands:\n", e / e.sum(dim=1, keepdim=True))
    e = torch.exp(z - z.max())
    print("minus the maximum of everything:\n", e / e.sum(dim=1, keepdim=True))
    print("torch.softmax:\n", torch.softmax(z, dim=1))

# %%
def softmax(z: Tensor, dim: int = -1) -> Tensor:
    """e^z / Σ e^z, dim 축을 따라 / along the axis dim

    z: 1차원 이상의 float 텐서 / a float tensor, 1-D or more  →  같은 shape과 dtype / same shape and dtype

    >>> softmax(torch.tensor([1.0, 2.0, 3.0]))
    tensor([0.0900, 0.2447, 0.6652])
    >>> softmax(torch.tensor([[1000.0, 1001.0, 1002.0], [0.0, 0.0, 0.0]]))
    tensor([[0.0900, 0.2447, 0.6652],
            [0.3333, 0.3333, 0.3333]])
    """
    raise NotImplementedError("softmax")

# %% [markdown] tags=["ko"]
# `softmax`를 다 썼으면 logit을 2배, 4배로 늘려 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 순서는 그대로이지만, logit의 차이가 클수록 가장
# 큰 클래스가 확률을 거의 다 가져갑니다. 세 막대의 합은 언제나 1입니다.

# %% [markdown] tags=["en"]
# When `softmax` is written, make the logits 2 and 4 times as large. (Before, nothing is drawn.)
# Their order stays, but the more they differ, the more of the probability goes to the largest. The
# three bars always add up to 1.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        z = torch.tensor([1.0, 2.0, 3.0])
        for place, times in enumerate((0, 1, 2, 4)):
            p = softmax(times * z)
            plt.bar(torch.arange(3) + place / 5, p, width=0.2, label=f"softmax({times} z)")
        plt.xticks([0.3, 1.3, 2.3], ["z = 1", "z = 2", "z = 3"])
        plt.ylabel("p")
        plt.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 2. `one_hot` (1점)
#
# 정답 `y`는 보통 클래스 번호(0, 1, 2, …)인 정수 텐서입니다. 이것을 원-핫 벡터로 바꾸세요.
#
# * `y`는 `(n,)` int64, 결과는 `(n, k)` **float32**입니다. `y`에 나오지 않는 클래스가 있어도 열은
#   $k$개입니다($k \ge 1$).
# * 0보다 작거나 `k` 이상인 번호가 하나라도 있으면 `ValueError`를 발생시키세요. **다른 종류의 오류는
#   안 됩니다.** `F.one_hot`은 `RuntimeError`를 내고, `torch.eye(k)[y]`는 `IndexError`를 내거나 −1을
#   마지막 클래스로 읽으므로 먼저 직접 검사해야 합니다.
# * `n = 0`이면 결과는 `(0, k)`입니다. 빈 텐서의 `y.max()`는 오류이니 조심하세요.

# %% [markdown] tags=["en"]
# ## 2. `one_hot` (1 point)
#
# The answers `y` usually come as an integer tensor of class numbers (0, 1, 2, …). Turn it into
# one-hot vectors.
#
# * `y` is `(n,)` int64, the result is `(n, k)` **float32**. There are $k$ columns ($k \ge 1$) even
#   where a class does not occur in `y`.
# * Where any number is below 0, or `k` or above, raise a `ValueError`, **and no other kind**:
#   `F.one_hot` raises a `RuntimeError`, and `torch.eye(k)[y]` raises an `IndexError` or takes −1 for
#   the last class, so check first.
# * For `n = 0` the result is `(0, k)`. Mind that `y.max()` of an empty tensor is an error.

# %%
def one_hot(y: Tensor, k: int) -> Tensor:
    """클래스 번호 → 원-핫 벡터 / class numbers → one-hot vectors

    y (n,) int64  →  (n, k) float32
    오류 / errors: y < 0 또는 y >= k → ValueError / y < 0 or y >= k → ValueError

    >>> one_hot(torch.tensor([2, 0]), 3)
    tensor([[0., 0., 1.],
            [1., 0., 0.]])
    """
    raise NotImplementedError("one_hot")

# %% [markdown] tags=["ko"]
# ## 3. `cost_from_probs` (1점)
#
# 맨 위의 크로스 엔트로피 식을 그대로 코드로 옮기세요. 소프트맥스는 이미 적용되어 있습니다. `p`가 바로
# 확률입니다.
#
# * `p`와 `Y`는 둘 다 `(n, k)`이고 dtype이 같은 float 텐서입니다. `Y`는 원-핫이고 $n \ge 1$입니다.
#   결과는 0차원 텐서(shape `()`)이고 dtype은 `p`와 같습니다.
# * **$n$으로 나눕니다.** `.mean()`은 $nk$개의 평균이므로 $k$배 작은 값이 됩니다.
# * 두 텐서의 shape이 다르면 `ValueError`를 발생시키세요. `(n, k)`와 `(k,)`나 `(n, 1)`은 조용히
#   브로드캐스팅됩니다.
# * `Y`가 0인 자리에서 `p`가 정확히 0이어도 결과가 `nan`이면 안 됩니다. $0 \times \log 0$은 `nan`이지만
#   그 항은 0이어야 합니다. 안전을 위해 더하거나 잘라 내는 작은 값은 $10^{-6}$ 이하여야 합니다.
#   `Y`가 1인 자리의 `p`가 정확히 0인 경우는 채점하지 않습니다.
# * `p`가 0보다 큰 자리에서는 `p`에 대한 기울기도 맞아야 합니다.

# %% [markdown] tags=["en"]
# ## 3. `cost_from_probs` (1 point)
#
# Turn the formula of the cross entropy at the top into code. The softmax has been applied already:
# `p` is the probabilities.
#
# * `p` and `Y` are both `(n, k)`, float tensors of one dtype. `Y` is one-hot, and $n \ge 1$. The
#   result is a 0-d tensor (shape `()`) with the dtype of `p`.
# * **Divide by $n$.** A `.mean()` is over $nk$ numbers, so it is $k$ times too small.
# * Where the shapes differ, raise a `ValueError`. `(n, k)` quietly broadcasts with `(k,)` or
#   `(n, 1)`.
# * Where `Y` is 0, `p` may be exactly 0, and the result must not be `nan`. $0 \times \log 0$ is
#   `nan`, but that term must be 0. The small number that you add or cut off for safety is at most
#   $10^{-6}$. A `p` of exactly 0 where `Y` is 1 is not graded.
# * Where `p` is above 0, the gradient by `p` must be right too.

# %%
def cost_from_probs(p: Tensor, Y: Tensor) -> Tensor:
    """-(1/n) Σ_i Σ_j Y_ij log p_ij

    p, Y: (n, k), Y는 원-핫 / Y is one-hot  →  0차원 텐서, shape () / a 0-d tensor, shape ()
    오류 / errors: shape이 다름 → ValueError / shapes differ → ValueError

    >>> p = torch.tensor([[0.5, 0.25, 0.25], [0.0, 1.0, 0.0]])
    >>> cost_from_probs(p, torch.tensor([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]))
    tensor(0.3466)
    """
    raise NotImplementedError("cost_from_probs")

# %% [markdown] tags=["ko"]
# ## 4. `cross_entropy` (3점)
#
# logit `z`와 클래스 번호 `y`를 받아, 소프트맥스와 크로스 엔트로피를 **한 번에** 계산하세요. PyTorch의
# `F.cross_entropy(z, y)`가 하는 일이고, 불러서 써도 됩니다. 슬라이드의 주석처럼 **비용함수에 소프트맥스
# 함수가 포함**되어 있으므로, 소프트맥스의 결과를 다시 넣으면 소프트맥스를 두 번 적용하게 됩니다. 아래
# 셀에서 그 차이를 볼 수 있습니다.
#
# * **2점** 값: `z`는 `(n, k)` float, `y`는 `(n,)` int64이고, 결과는 평균 비용인 0차원 텐서입니다. logit이
#   모두 0이면 비용은 $\ln k$입니다. `log_p[:, y]`는 `(n, n)`이 됩니다. 행마다 정답의 열 하나만 고르려면
#   `log_p[torch.arange(n), y]`나 `gather`를 쓰세요.
# * **1점** 다음 세 가지를 모두 지킵니다.
#   * 큰 logit: `z = [[1000, 0, 0]]`이면 `y = [1]`의 비용은 1000이고 `y = [0]`의 비용은 0입니다. 소프트맥스의
#     결과에 로그를 취하면 $\log 0$이 되어 `inf`가 나옵니다. $\log p_i = z_i - \log \sum_j e^{z_j}$를
#     쓰세요. `torch.logsumexp`나 `torch.log_softmax`가 이것을 안전하게 계산합니다.
#   * 기울기: `z`에 대한 기울기는 $(softmax(z) - Y) / n$입니다.
#   * 오류: `y`가 1차원이 아니거나 길이가 $n$이 아니면 `ValueError`나 `RuntimeError`, 데이터가 없으면
#     ($n = 0$) `ValueError`, 번호가 0보다 작거나 $k$ 이상이면 `ValueError`, `IndexError`나
#     `RuntimeError`가 발생합니다. (`F.cross_entropy`는 $n = 0$일 때 오류 없이 `nan`을 돌려줍니다.)
#
# 앞에서 만든 함수들을 불러서 써도 되지만, `cost_from_probs`가 틀리면 여기서도 점수를 잃습니다.

# %% [markdown] tags=["en"]
# ## 4. `cross_entropy` (3 points)
#
# Take logits `z` and class numbers `y`, and compute softmax and cross entropy **at once**. That is
# what PyTorch's `F.cross_entropy(z, y)` does, and you may call it. As the comment on the slide says,
# **the softmax is inside the cost function**: pass it the result of a softmax, and the softmax is
# applied twice. The cell below shows the difference.
#
# * **2 points** The value: `z` is `(n, k)` float, `y` is `(n,)` int64, and the result is the mean
#   cost, a 0-d tensor. Where all logits are 0 it is $\ln k$. `log_p[:, y]` would be `(n, n)`; to pick
#   one column per row, the right one, use `log_p[torch.arange(n), y]` or `gather`.
# * **1 point** for these three together:
#   * Large logits: for `z = [[1000, 0, 0]]` the cost is 1000 with `y = [1]`, and 0 with `y = [0]`. The
#     logarithm of a softmax would be $\log 0$ there, and the cost `inf`. Use
#     $\log p_i = z_i - \log \sum_j e^{z_j}$; `torch.logsumexp` and `torch.log_softmax` compute it
#     safely.
#   * The gradient by `z` is $(softmax(z) - Y) / n$.
#   * Errors: a `ValueError` or `RuntimeError` where `y` is not 1-D or its length is not $n$; a
#     `ValueError` where there is no data ($n = 0$); a `ValueError`, `IndexError` or `RuntimeError`
#     where a number is below 0, or $k$ or above. (For $n = 0$, `F.cross_entropy` returns `nan` and
#     raises nothing.)
#
# You may call the functions you wrote above, but where `cost_from_probs` is wrong, that costs points
# here too.

# %%
if __name__ == "__main__":
    import torch.nn.functional as F

    # 슬라이드에 인쇄된 logit / the logits printed on the slides
    z = torch.tensor(
        [
            [-4.3709, -0.3246, 4.5068],
            [-3.0665, 0.6256, 2.5122],
            [-7.2341, 3.7583, 4.7448],
            [-6.3326, 4.4897, 3.0981],
            [0.6266, 1.4420, -2.1420],
            [2.1208, 3.8136, -3.9867],
            [2.7828, 2.3761, -4.5870],
            [4.1330, 2.8725, -6.3362],
        ]
    )
    y = torch.LongTensor([2, 2, 2, 1, 1, 1, 0, 0])
    print("F.cross_entropy of the logits:     ", F.cross_entropy(z, y).item())
    print("F.cross_entropy of their softmax:  ", F.cross_entropy(F.softmax(z, dim=1), y).item())
    perfect = F.one_hot(y, 3).float()
    print("... of perfect probabilities even: ", F.cross_entropy(perfect, y).item())

# %%
def cross_entropy(z: Tensor, y: Tensor) -> Tensor:
    """logit에서 곧바로 구한 평균 비용 / the mean cost, straight from the logits

    z (n, k) float, y (n,) int64  →  0차원 텐서, shape () / a 0-d tensor, shape ()
    오류 / errors: y가 1차원이 아니거나 길이 ≠ n → ValueError 또는 RuntimeError
                   y not 1-D, or its length ≠ n → ValueError or RuntimeError
                   n = 0 → ValueError
                   y < 0 또는 y >= k → ValueError, IndexError 또는 RuntimeError
                   y < 0 or y >= k → ValueError, IndexError or RuntimeError

    >>> cross_entropy(torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]]), torch.tensor([2, 0]))
    tensor(0.7531)
    """
    raise NotImplementedError("cross_entropy")

# %% [markdown] tags=["ko"]
# 소프트맥스를 두 번 적용하면 무엇을 잃을까요? 정답 클래스의 logit만 −10에서 10까지 바꾸었습니다. 제대로 구한 비용은 틀릴수록 계속 커지지만, 두 번 적용하면 아무리
# 틀려도 비용이 거의 늘지 않고, 아무리 맞아도 0.55 아래로 내려가지 않습니다. 평평하므로 배울 것이 없습니다.

# %% [markdown] tags=["en"]
# What is lost where the softmax is applied twice? Only the logit of the right class changes, from
# −10 to 10. The right cost grows the more wrong the model is. With two softmaxes it hardly grows,
# however wrong, and never falls below 0.55, however right: where it is flat there is nothing to
# learn from.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        logits = torch.arange(-10.0, 10.0, 0.1)
        rows = torch.stack([logits, torch.zeros(200), torch.zeros(200)], dim=1)
        right = torch.tensor([0])
        once = [cross_entropy(row[None], right) for row in rows]
        twice = [cross_entropy(softmax(row[None]), right) for row in rows]
        plt.plot(logits, once, label="cross_entropy(z, y)")
        plt.plot(logits, twice, label="cross_entropy(softmax(z), y)")
        plt.xlabel("logit of the right class (the others are 0)")
        plt.ylabel("cost")
        plt.legend()
        plt.show()
