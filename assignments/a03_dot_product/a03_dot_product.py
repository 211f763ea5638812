# %% [markdown] tags=["ko"]
# # 내적: numpy.dot과 torch.dot
#
# 두 벡터의 **내적**(dot product)은 같은 자리의 원소끼리 곱하여 모두 더한 값입니다.
#
# $$a \cdot b = \sum_{i=1}^{n} a_i b_i, \qquad
# [1, 2, 3] \cdot [4, 5, 6] = 1 \times 4 + 2 \times 5 + 3 \times 6 = 32$$
#
# **행렬 곱**은 내적을 모아 놓은 것입니다. `x`가 `(n, d)`, `w`가 `(d, k)`이면 결과는 `(n, k)`이고,
# $i$행 $j$열의 원소는 `x`의 $i$행과 `w`의 $j$열의 내적입니다. 특징이 여러 개인 데이터에서 $xW$를
# 계산할 때 쓰입니다.
#
# $$(xw)_{ij} = \sum_{l=1}^{d} x_{il} w_{lj}$$
#
# 두 라이브러리에 모두 `dot`이 있지만 하는 일은 다릅니다. `numpy.dot`은 **다차원 × 다차원**도
# 계산하고, `torch.dot`은 **1차원 × 1차원**만 계산합니다. 슬라이드에는 해결책이 두 가지 있습니다.
#
# 1. `torch.matmul`을 쓴다.
# 2. `.numpy()`로 바꾸어 `numpy.dot`으로 계산하고 다시 텐서로 바꾼다.
#
# 이 과제에서는 두 방법을 모두 만들면서, 슬라이드의 설명만으로는 부족한 점도 찾아봅니다.

# %% [markdown] tags=["en"]
# # Dot products: numpy.dot and torch.dot
#
# The **dot product** of two vectors multiplies them element by element and adds everything up.
#
# $$a \cdot b = \sum_{i=1}^{n} a_i b_i, \qquad
# [1, 2, 3] \cdot [4, 5, 6] = 1 \times 4 + 2 \times 5 + 3 \times 6 = 32$$
#
# A **matrix product** is many dot products at once. With `x` of shape `(n, d)` and `w` of shape
# `(d, k)` the result is `(n, k)`, and its element in row $i$, column $j$ is the dot product of
# row $i$ of `x` and column $j$ of `w`. That is how $xW$ is computed for data with several features.
#
# $$(xw)_{ij} = \sum_{l=1}^{d} x_{il} w_{lj}$$
#
# Both libraries have a `dot`, but they do different things: `numpy.dot` takes **arrays of any
# dimension**, `torch.dot` takes **1-D times 1-D** only. The slides name two ways out:
#
# 1. use `torch.matmul`;
# 2. turn the tensors into arrays with `.numpy()`, compute with `numpy.dot`, and turn the result
#    back into a tensor.
#
# In this assignment you write both, and find out where the advice of the slides falls short.

# %%
from contextlib import suppress

import numpy as np
import torch
from torch import Tensor

# %% [markdown] tags=["ko"]
# 슬라이드의 로지스틱 회귀(특징 2개) 데이터로 시작합시다. `W`는 학습이 끝난 뒤의 값입니다.
# `torch.dot`은 오류를 내지만, `torch.matmul`과 `numpy.dot`은 같은 결과를 냅니다.

# %% [markdown] tags=["en"]
# Start with the data of the slides' logistic regression with two features. `W` is what it is after
# the training. `torch.dot` raises an error; `torch.matmul` and `numpy.dot` agree.

# %%
if __name__ == "__main__":
    x_train = torch.FloatTensor([[1, 2], [2, 3], [3, 1], [4, 3], [5, 3], [6, 2]])
    W = torch.tensor([[3.252991], [1.517896]])

    print("torch.dot, 1-D:", torch.dot(torch.tensor([1.0, 2, 3]), torch.tensor([4.0, 5, 6])))
    try:
        torch.dot(x_train, W)
    except RuntimeError as error:
        print("torch.dot, 2-D:", error)
    print("torch.matmul:", torch.matmul(x_train, W).flatten())
    print("numpy.dot:   ", np.dot(x_train.numpy(), W.numpy()).flatten())

# %% [markdown] tags=["ko"]
# 아래 네 함수에는 공통된 규칙이 있습니다.
#
# * 두 텐서의 dtype은 같습니다. float32이면 결과도 float32, float64이면 결과도 float64입니다.
# * 입력으로 받은 텐서를 바꾸면 안 됩니다. 전치(`transpose`)한 텐서일 수도 있습니다. 그런 텐서에는 `view`가
#   오류를 내므로 `reshape`을 쓰세요.
# * 3번 `via_numpy`를 뺀 나머지 함수에서는 두 입력 모두로 **기울기가 이어져야** 합니다.
# * 오류는 `raise ValueError(...)`로 발생시키거나, torch가 스스로 내는 오류를 그대로 두면 됩니다.
#   `assert`는 `python -O`로 실행하면 사라지므로 인정하지 않습니다.
#
# ## 1. `dot1d` (2점)
#
# 두 벡터의 내적을 구하세요. `torch.dot`을 불러도 되고 직접 곱하여 더해도 됩니다.
#
# * **1점** 값: `a`와 `b`는 `(n,)`이고 결과는 0차원 텐서(shape `()`)입니다. 정수(int64) 텐서도
#   들어옵니다. 그때 결과의 dtype은 정수이든 실수이든 괜찮습니다. `n = 0`이면 결과는 0입니다.
# * **1점** 오류: **둘 다 1차원이고 길이가 같은 경우**가 아니면 `ValueError`나 `RuntimeError`가
#   발생해야 합니다. `(a * b).sum()`은 `(4,)`와 `(1,)`, `(4, 1)`과 `(4,)`, `(2, 2)`와 `(2, 2)`도
#   브로드캐스팅으로 조용히 계산해 버리므로 직접 검사해야 합니다.

# %% [markdown] tags=["en"]
# Some rules hold for all four functions below.
#
# * Both tensors have the same dtype. For float32 the result is float32, for float64 it is float64.
# * The tensors that come in must not be changed. They may be transposed; `view` fails on such a
#   tensor, so use `reshape`.
# * In all functions but `via_numpy` (task 3), **gradients must flow** to both arguments.
# * Raise errors with `raise ValueError(...)`, or let torch raise its own. An `assert` does not
#   count: `python -O` removes it.
#
# ## 1. `dot1d` (2 points)
#
# Compute the dot product of two vectors. You may call `torch.dot`, or multiply and add yourself.
#
# * **1 point** The value: `a` and `b` are `(n,)`, and the result is a 0-d tensor (shape `()`).
#   Integer (int64) tensors come in too; then the dtype of the result may be an integer or a float.
#   For `n = 0` the result is 0.
# * **1 point** Errors: unless **both are 1-D and equally long**, a `ValueError` or `RuntimeError`
#   must be raised. `(a * b).sum()` quietly broadcasts `(4,)` with `(1,)` or `(4, 1)` with `(4,)`,
#   and takes `(2, 2)` with `(2, 2)` as well, so there you have to check.

# %%
def dot1d(a: Tensor, b: Tensor) -> Tensor:
    """a·b = Σ a_i b_i

    a, b: (n,), float 또는 int64 / float or int64  →  0차원 텐서, shape () / a 0-d tensor, shape ()
    오류 / errors: 1차원이 아니거나 길이가 다름 → ValueError 또는 RuntimeError
                   not 1-D, or lengths differ → ValueError or RuntimeError

    >>> dot1d(torch.tensor([1.0, 2.0, 3.0]), torch.tensor([4.0, 5.0, 6.0]))
    tensor(32.)
    """
    raise NotImplementedError("dot1d")

# %% [markdown] tags=["ko"]
# 내적은 두 벡터가 **얼마나 같은 방향인지** 알려 줍니다. `dot1d`로 그려 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 길이가 1인 두 벡터의 내적은
# 사이의 각이 0°이면 1, 90°이면 0, 반대 방향이면 −1입니다.

# %% [markdown] tags=["en"]
# The dot product tells **how far two vectors point the same way**. Draw it with `dot1d`. (Before
# it is written, nothing is drawn.) For two vectors of length 1 it is 1 where the angle between
# them is 0°, 0 at 90°, and −1 where they are opposite.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        a = torch.tensor([1.0, 0.0])
        degrees = torch.arange(0.0, 361.0, 5.0)
        others = torch.stack([degrees.deg2rad().cos(), degrees.deg2rad().sin()], dim=1)
        plt.plot(degrees, [dot1d(a, other) for other in others])
        plt.axhline(0, color="gray", linestyle=":")
        plt.xticks(range(0, 361, 90))
        plt.xlabel("angle between a and b (degrees)")
        plt.ylabel("a · b")
        plt.show()

# %% [markdown] tags=["ko"]
# ## 2. `matmul2d` (2점)
#
# 슬라이드의 첫째 해결책입니다. 행렬 곱 $xw$를 구하세요.
#
# * **1점** 값: `x`는 `(n, d)`, `w`는 `(d, k)`이고 둘 다 항상 2차원입니다. 결과는 `(n, k)`입니다.
#   `x`의 열의 수와 `w`의 행의 수가 다르면 `ValueError`나 `RuntimeError`가 발생해야 합니다.
#   `torch.matmul`은 스스로 오류를 내지만, `torch.einsum`, `torch.tensordot`이나 원소별 곱은 크기
#   1을 조용히 늘립니다. 예를 들어 `(6, 2)`와 `(1, 3)`도 오류여야 합니다.
# * **1점** `x`와 `w`로 기울기가 이어지고 값이 맞습니다.

# %% [markdown] tags=["en"]
# ## 2. `matmul2d` (2 points)
#
# The first way out on the slides. Compute the matrix product $xw$.
#
# * **1 point** The value: `x` is `(n, d)` and `w` is `(d, k)`, both always 2-D. The result is
#   `(n, k)`. Where the columns of `x` and the rows of `w` differ in number, a `ValueError` or
#   `RuntimeError` must be raised. `torch.matmul` does so by itself, but `torch.einsum`,
#   `torch.tensordot` and products element by element quietly stretch a size of 1: `(6, 2)` with
#   `(1, 3)` must be an error too.
# * **1 point** Gradients flow to `x` and `w`, and are right.

# %%
def matmul2d(x: Tensor, w: Tensor) -> Tensor:
    """행렬 곱 / matrix product

    x (n, d), w (d, k)  →  (n, k)
    오류 / errors: x의 열의 수 ≠ w의 행의 수 → ValueError 또는 RuntimeError
                   columns of x ≠ rows of w → ValueError or RuntimeError

    >>> matmul2d(torch.tensor([[1.0, 2.0], [2.0, 3.0]]), torch.tensor([[10.0], [1.0]]))
    tensor([[12.],
            [23.]])
    """
    raise NotImplementedError("matmul2d")

# %% [markdown] tags=["ko"]
# ## 3. `via_numpy` (2점)
#
# 슬라이드의 둘째 해결책은 다음 순서입니다.
#
# ```python
# tensor_data.numpy()   # numpy.ndarray로 변환
# a = numpy.dot(x, w)   # dot product 계산
# torch.Tensor(a)       # tensor로 변환
# # requires_grad = True인 경우, False로 변경 -> 수행 -> True로 변경
# ```
#
# 그대로 따라 하면 세 곳에서 막힙니다. 아래 셀을 실행해 보세요.
#
# * `requires_grad=True`인 텐서에는 `.numpy()`를 쓸 수 없습니다. 그렇다고 슬라이드처럼 `False`로 바꾸면,
#   계산으로 얻은 텐서(non-leaf)에서는 오류가 나고, 처음부터 `False`였던 텐서까지 마지막에 `True`로
#   바뀔 수 있습니다. **`.detach()`** 를 쓰면 원래 텐서의 `requires_grad`를 건드리지 않습니다.
# * `torch.Tensor(a)`는 항상 float32입니다. float64의 정밀도를 잃습니다.
# * 1차원끼리의 `numpy.dot`은 배열이 아니라 숫자 하나(`numpy.float64`)를 돌려줍니다.
#   `torch.Tensor`나 `torch.from_numpy`는 이것을 받지 못합니다.

# %% [markdown] tags=["en"]
# ## 3. `via_numpy` (2 points)
#
# The second way out on the slides goes like this:
#
# ```python
# tensor_data.numpy()   # to numpy.ndarray
# a = numpy.dot(x, w)   # the dot product
# torch.Tensor(a)       # back to a tensor
# # where requires_grad = True: change it to False -> compute -> change it to True
# ```
#
# Done just so, it gets stuck in three places. Run the cell below.
#
# * `.numpy()` refuses a tensor with `requires_grad=True`. Changing that to `False`, as on the
#   slides, raises an error for a tensor that was computed (a non-leaf), and in the end may set
#   `True` on a tensor that had been `False` all along. **`.detach()`** leaves the `requires_grad`
#   of the original alone.
# * `torch.Tensor(a)` is always float32, so the precision of float64 is lost.
# * For two 1-D arrays `numpy.dot` returns no array but a single number (`numpy.float64`).
#   Neither `torch.Tensor` nor `torch.from_numpy` takes that.

# %%
if __name__ == "__main__":
    W = torch.tensor([[3.252991], [1.517896]], requires_grad=True)
    computed = W * 2

    def demo_attempt(what, action):
        try:
            print(f"{what}: {action()}")
        except (RuntimeError, TypeError) as error:
            print(f"{what}: {type(error).__name__}: {str(error).splitlines()[0]}")

    demo_attempt("W.numpy()", lambda: W.numpy())
    demo_attempt("computed.requires_grad_(False)", lambda: computed.requires_grad_(False))
    demo_attempt("computed.detach().numpy()", lambda: computed.detach().numpy().tolist())
    demo_attempt("torch.Tensor(float64 array)", lambda: torch.Tensor(np.ones(2)).dtype)
    demo_attempt("torch.Tensor(1-D dot)", lambda: torch.Tensor(np.dot(np.ones(2), np.ones(2))))

# %% [markdown] tags=["ko"]
# 이 세 곳을 모두 고쳐서 `via_numpy`를 만드세요. numpy 안에서는 `np.dot`, `@`, `np.matmul` 중 무엇을
# 써도 됩니다.
#
# * **1점** 값: 다음 세 가지 경우가 들어옵니다. 결과는 `x`와 dtype이 같은 **텐서**입니다(float32 또는
#   float64). 빈 텐서나 잘못된 shape은 들어오지 않습니다.
#
# | `x` | `w` | 결과 |
# |---|---|---|
# | `(d,)` | `(d,)` | `()` |
# | `(n, d)` | `(d, k)` | `(n, k)` |
# | `(n, d)` | `(d,)` | `(n,)` |
#
# * **1점** `x`와 `w`는 `requires_grad`가 `True`일 수도, `False`일 수도 있고, 직접 만든 텐서(leaf)일
#   수도, 계산으로 얻은 텐서(non-leaf)일 수도 있습니다. 어느 경우에도
#   * 결과의 `requires_grad`는 `False`입니다. numpy를 거치면 어차피 기울기가 끊깁니다.
#   * `x`와 `w`의 `requires_grad`는 부르기 전과 같습니다.
#   * `x`와 `w`의 값을 바꾸지 않고, 결과는 이들과 메모리를 함께 쓰지 않습니다.

# %% [markdown] tags=["en"]
# Mend all three places and write `via_numpy`. Inside numpy you may use `np.dot`, `@` or
# `np.matmul`.
#
# * **1 point** The value: these three cases come in. The result is a **tensor** with the dtype of
#   `x` (float32 or float64). Neither empty tensors nor wrong shapes come in.
#
# | `x` | `w` | result |
# |---|---|---|
# | `(d,)` | `(d,)` | `()` |
# | `(n, d)` | `(d, k)` | `(n, k)` |
# | `(n, d)` | `(d,)` | `(n,)` |
#
# * **1 point** `requires_grad` of `x` and `w` may be `True` or `False`, and they may have been made
#   directly (leaf) or computed (non-leaf). In all these cases
#   * the result has `requires_grad` `False`: on the way through numpy the gradient is lost anyway;
#   * `requires_grad` of `x` and `w` is what it was before the call;
#   * the values of `x` and `w` do not change, and the result shares no memory with them.

# %%
def via_numpy(x: Tensor, w: Tensor) -> Tensor:
    """numpy로 계산한 곱 / the product, computed with numpy

    (d,)·(d,) → (),  (n, d)·(d, k) → (n, k),  (n, d)·(d,) → (n,)
    결과 / returns: x와 dtype이 같은 새 텐서, requires_grad=False
                    a new tensor with the dtype of x, requires_grad=False

    >>> W = torch.tensor([[10.0], [1.0]], requires_grad=True)
    >>> via_numpy(torch.tensor([[1.0, 2.0], [2.0, 3.0]]), W)
    tensor([[12.],
            [23.]])
    >>> W.requires_grad
    True
    """
    raise NotImplementedError("via_numpy")

# %% [markdown] tags=["ko"]
# ## 4. `np_dot` (2점)
#
# 슬라이드에는 "`torch.matmul` 사용"이 `numpy.dot`의 해결책이라고 되어 있습니다. 2차원까지는 맞지만
# **3차원부터는 둘이 다릅니다.**
#
# * `numpy.dot(a, b)`는 `a`의 **마지막 축**과 `b`의 **뒤에서 둘째 축**을 곱하여 더하고, 나머지 축은 모두
#   남깁니다. `a`가 행렬 5개, `b`가 행렬 5개이면 **모든 쌍** 25개의 곱을 구합니다.
# * `torch.matmul(a, b)`는 앞의 축을 번호로 보고 **같은 번호끼리만** 곱합니다. 5개의 곱이 나옵니다.
#   개수가 서로 다르면 오류가 납니다.
#
# | `a` | `b` | `numpy.dot` | `torch.matmul` |
# |---|---|---|---|
# | `(2, 3, 4)` | `(5, 4, 6)` | `(2, 3, 5, 6)` | `RuntimeError` |
# | `(5, 3, 4)` | `(5, 4, 6)` | `(5, 3, 5, 6)` | `(5, 3, 6)` |
#
# 둘째 줄은 오류도 없이 다른 결과가 나오므로 더 위험합니다. 그림의 작은 칸 하나가 행렬 곱의 원소
# 하나이고, 흰 선으로 나뉜 블록 하나가 `a[i]`와 `b[j]`의 행렬 곱입니다.

# %% [markdown] tags=["en"]
# ## 4. `np_dot` (2 points)
#
# The slides offer `torch.matmul` in place of `numpy.dot`. Up to 2-D that is right, but **from 3-D
# on the two differ**.
#
# * `numpy.dot(a, b)` multiplies and sums along the **last axis** of `a` and the **second last
#   axis** of `b`, and keeps all other axes. If `a` is 5 matrices and `b` is 5 matrices, it computes
#   the products of **all** 25 **pairs**.
# * `torch.matmul(a, b)` takes the axes in front as numbers and multiplies **only those with the same
#   number**: 5 products. Where there are not equally many, it raises an error.
#
# | `a` | `b` | `numpy.dot` | `torch.matmul` |
# |---|---|---|---|
# | `(2, 3, 4)` | `(5, 4, 6)` | `(2, 3, 5, 6)` | `RuntimeError` |
# | `(5, 3, 4)` | `(5, 4, 6)` | `(5, 3, 5, 6)` | `(5, 3, 6)` |
#
# The second row is the more dangerous one: another result, and no error. In the picture each small
# square is one element, and each block between white lines is the matrix product of `a[i]` and
# `b[j]`.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    generator = torch.Generator().manual_seed(1)
    a = torch.rand(5, 3, 4, generator=generator)
    b = torch.rand(5, 4, 6, generator=generator)
    every = np.dot(a.numpy(), b.numpy())  # (5, 3, 5, 6)
    pairs = torch.matmul(a, b)  # (5, 3, 6)
    print("numpy.dot", every.shape, "  torch.matmul", tuple(pairs.shape))

    diagonal = np.full((5, 3, 5, 6), np.nan)
    for i in range(5):
        diagonal[i, :, i, :] = pairs[i]

    figure, axes = plt.subplots(1, 2, figsize=(11, 3.4))
    for ax, blocks, title in (
        (axes[0], every, "numpy.dot: every a[i] · b[j]"),
        (axes[1], diagonal, "torch.matmul: a[i] · b[i] only"),
    ):
        ax.imshow(blocks.reshape(15, 30), vmin=0, vmax=every.max())
        ax.hlines([3 * i - 0.5 for i in range(1, 5)], -0.5, 29.5, color="white")
        ax.vlines([6 * j - 0.5 for j in range(1, 5)], -0.5, 14.5, color="white")
        ax.set_xticks([6 * j + 2.5 for j in range(5)], range(5))
        ax.set_yticks([3 * i + 1 for i in range(5)], range(5))
        ax.set_xlabel("j")
        ax.set_ylabel("i")
        ax.set_title(title)
    plt.show()

# %% [markdown] tags=["ko"]
# `numpy.dot`과 같은 결과를 내는 `np_dot`을 **torch로** 만드세요. 네 함수 중 가장 어렵습니다.
#
# * 2점을 한꺼번에 받습니다. `a`와 `b`는 각각 **1차원 이상**이면 몇 차원이든 됩니다.
# * 결과의 shape은 `b`가 2차원 이상이면 `a.shape[:-1] + b.shape[:-2] + b.shape[-1:]`이고, `b`가
#   1차원이면 `a.shape[:-1]`입니다. 둘 다 1차원이면 0차원 텐서입니다.
# * `a`와 `b`로 기울기가 이어져야 합니다. `.numpy()`를 거치면 끊깁니다. `torch.tensordot`이나
#   `torch.einsum`을 찾아보거나, 축을 옮기고 `reshape`하여 2차원 행렬 곱으로 바꾸어 보세요.
# * 빈 텐서나, 곱할 두 축의 크기가 다른 입력은 들어오지 않습니다.

# %% [markdown] tags=["en"]
# Write `np_dot`, which gives what `numpy.dot` gives, **with torch**. It is the hardest of the four.
#
# * The 2 points come together. `a` and `b` may each have **any number of dimensions from 1 on**.
# * The shape of the result is `a.shape[:-1] + b.shape[:-2] + b.shape[-1:]` where `b` is at least
#   2-D, and `a.shape[:-1]` where `b` is 1-D. For two 1-D tensors it is a 0-d tensor.
# * Gradients must flow to `a` and `b`; on the way through `.numpy()` they would be lost. Look up
#   `torch.tensordot` or `torch.einsum`, or move the axes and `reshape`, so that one 2-D matrix
#   product does it.
# * No empty tensors come in, and the two axes to be multiplied are always of the same size.

# %%
def np_dot(a: Tensor, b: Tensor) -> Tensor:
    """numpy.dot(a, b), 기울기가 이어짐 / with gradients

    a, b: 1차원 이상 / 1-D or more
    shape: a.shape[:-1] + b.shape[:-2] + b.shape[-1:]; b가 1차원이면 / for a 1-D b: a.shape[:-1]

    >>> np_dot(torch.ones(2, 3, 4), torch.ones(5, 4, 6)).shape
    torch.Size([2, 3, 5, 6])
    """
    raise NotImplementedError("np_dot")

# %% [markdown] tags=["ko"]
# `np_dot`을 다 썼으면 위의 왼쪽 그림을 `np_dot`으로 다시 그려 봅시다. 오른쪽은 `numpy.dot`과의 차이입니다. 모두 0(흰색)이어야 합니다.

# %% [markdown] tags=["en"]
# When `np_dot` is written, draw the left picture above with it. On the right is its difference
# from `numpy.dot`: it must be 0 (white) everywhere.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        a, b = torch.rand(5, 3, 4), torch.rand(5, 4, 6)
        mine = np_dot(a, b).numpy().reshape(15, 30)
        difference = mine - np.dot(a.numpy(), b.numpy()).reshape(15, 30)

        figure, (left, right) = plt.subplots(1, 2, figsize=(11, 3.4), layout="constrained")
        left.imshow(mine, vmin=0)
        left.set_title("np_dot(a, b)")
        shades = right.imshow(difference, cmap="bwr", vmin=-1, vmax=1)
        right.set_title("np_dot − numpy.dot")
        figure.colorbar(shades)
        plt.show()
