# %% [markdown] tags=["ko"]
# # 패딩과 합성곱 직접 구현
#
# **합성곱**(convolution)은 작은 **커널**(kernel, 필터라고도 합니다)을 이미지 위에서 한 칸씩 밀면서,
# **겹친 값끼리 곱해 모두 더하는** 계산입니다. 4×4 이미지와 2×2 커널로 손수 계산해 봅시다.
#
# ```
#  1  2  3  4
#  5  6  7  8        커널  1 2
#  9 10 11 12              3 4
# 13 14 15 16
# ```
#
# 커널을 왼쪽 위에 놓으면 1, 2, 5, 6과 겹칩니다.
#
# $$1 \times 1 + 2 \times 2 + 5 \times 3 + 6 \times 4 = 44$$
#
# 오른쪽으로 한 칸 밀면 2, 3, 6, 7과 겹쳐서 54, 또 한 칸 밀면 64입니다. 아래로 내려가며 끝까지 하면
#
# ```
#  44  54  64
#  84  94 104
# 124 134 144
# ```
#
# 입니다. 수학 책의 합성곱은 커널을 180° 뒤집어서 곱하지만, **PyTorch와 딥러닝에서는 뒤집지 않습니다.**
# (정확한 이름은 cross-correlation입니다.)
#
# 커널을 한 번에 미는 칸 수 $s$를 **스트라이드**(stride)라고 합니다. $s = 2$이면 위의 결과에서 한 칸씩
# 건너뛴 44, 64, 124, 144만 남습니다.
#
# **패딩**(padding)은 이미지의 위, 아래, 왼쪽, 오른쪽에 0을 $p$줄씩 두르는 것입니다. 그러면 가장자리의
# 값도 커널과 여러 번 겹치고, 출력이 작아지지 않게 할 수 있습니다. 길이가 $n$인 방향에 길이 $k$인 커널을
# 놓을 자리는
#
# $$\text{출력} = \left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1$$
#
# 곳입니다. $\lfloor\ \rfloor$는 **내림**(floor)입니다. 끝에 남은 칸이 커널보다 작으면 버립니다.

# %% [markdown] tags=["en"]
# # Padding and convolution by hand
#
# A **convolution** slides a small **kernel** (also called a filter) over an image, one cell at a
# time, **multiplies the values that lie on each other and adds them all up**. Let us do it by hand
# with a 4×4 image and a 2×2 kernel.
#
# ```
#  1  2  3  4
#  5  6  7  8        kernel  1 2
#  9 10 11 12                3 4
# 13 14 15 16
# ```
#
# At the top left the kernel lies on 1, 2, 5 and 6.
#
# $$1 \times 1 + 2 \times 2 + 5 \times 3 + 6 \times 4 = 44$$
#
# One cell further to the right it lies on 2, 3, 6 and 7, which makes 54, and then 64. Going on
# downwards to the end one gets
#
# ```
#  44  54  64
#  84  94 104
# 124 134 144
# ```
#
# The convolution of mathematics turns the kernel by 180° before it multiplies. **PyTorch, and deep
# learning in general, does not turn it.** (The proper name is cross-correlation.)
#
# Where the kernel moves by $s$ cells at a time, $s$ is called the **stride**. For $s = 2$ only every
# other result is left: 44, 64, 124, 144.
#
# **Padding** puts $p$ lines of zeros above, below, to the left and to the right of the image. Then
# the cells at the border meet the kernel more often too, and the output need not become smaller.
# Along a side of length $n$ a kernel of length $k$ has
#
# $$\text{output} = \left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1$$
#
# places. $\lfloor\ \rfloor$ means **rounding down** (floor): an end too short for the kernel is
# dropped.

# %%
from contextlib import suppress

import torch
from torch import Tensor, nn

# %% [markdown] tags=["ko"]
# 슬라이드의 패딩 표를 그려 봅시다. 왼쪽은 5×5 표에 0을 한 줄 두른 7×7입니다. 오른쪽은 그 위에서 1로만 된
# 3×3 커널을 밀어 얻은 출력입니다. 패딩 덕분에 다시 5×5가 됩니다. 빨간 칸 아홉 개를 더하면(2+1+1+4 = 8)
# 출력의 빨간 칸이 됩니다.

# %% [markdown] tags=["en"]
# Draw the padding table of the slide. On the left is the 5×5 table with one line of zeros around it:
# 7×7. On the right is what comes out when a 3×3 kernel of ones slides over it. Thanks to the padding
# it is 5×5 again. The nine red cells on the left add up (2+1+1+4 = 8) to the red cell on the right.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt
    import torch.nn.functional as F

    table = torch.tensor(
        [[2.0, 1, 1, 0, 0], [1, 4, 1, 1, 2], [3, 0, 1, 1, 0], [2, 1, 0, 1, 2], [1, 2, 3, 4, 5]]
    )
    padded = F.pad(table, (1, 1, 1, 1))
    summed = F.conv2d(padded.reshape(1, 1, 7, 7), torch.ones(1, 1, 3, 3))[0, 0]

    def draw_table(axes, numbers, title):
        axes.imshow(numbers, cmap="Blues", vmin=0, vmax=1.5 * numbers.max())
        for i, row in enumerate(numbers.tolist()):
            for j, number in enumerate(row):
                axes.text(j, i, f"{number:g}", ha="center", va="center")
        axes.set(title=title, xticks=[], yticks=[])

    def draw_frame(axes, corner, side, **style):
        axes.add_patch(plt.Rectangle((corner, corner), side, side, fill=False, **style))

    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 4.5), layout="constrained")
    draw_table(left, padded, "padded input (7×7)")
    draw_table(right, summed, "output of a 3×3 kernel of ones (5×5)")
    draw_frame(left, 0.5, 5, linestyle="--")
    draw_frame(left, -0.5, 3, color="red", linewidth=3)
    draw_frame(right, -0.5, 1, color="red", linewidth=3)
    plt.show()

# %% [markdown] tags=["ko"]
# ## 채널이 여러 개일 때
#
# 컬러 이미지처럼 채널이 $C$개이면 **필터의 깊이도 $C$여야 합니다.** 채널마다 따로 곱한 다음 **모든 채널의
# 결과를 더하여** 숫자 하나로 만듭니다. 그래서 슬라이드의 3×3×3 입력과 3×2×2 필터 하나는 1×2×2 출력이 됩니다.
# 필터가 $O$개이면 출력의 채널도 $O$개입니다. **편향**(bias)은 필터마다 하나이고, 채널의 결과를 모두 더한
# 다음 **한 번만** 더합니다.
#
# 슬라이드에서는 입력이 모두 2, 가중치가 모두 1, 편향이 3입니다. 3×3 커널에는 아홉 칸이 겹치므로
# 9×2 + 3 = 21이고, 채널이 3개이면 27×2 + 3 = 57입니다. PyTorch의 층으로 확인해 봅시다.

# %% [markdown] tags=["en"]
# ## More than one channel
#
# Where the image has $C$ channels, as a colour image has three, **the filter has a depth of $C$
# too.** One multiplies in each channel and then **adds up the results of all channels**, so that one
# number is left. This is why on the slide a 3×3×3 input and one 3×2×2 filter make a 1×2×2 output.
# With $O$ filters the output has $O$ channels. There is one **bias** per filter, and it is added
# **once**, after the channels have been added up.
#
# On the slides the input is 2 everywhere, every weight is 1, the bias is 3. A 3×3 kernel lies on nine
# cells: 9×2 + 3 = 21. With three channels it is 27×2 + 3 = 57. See it with PyTorch's own layers.

# %%
if __name__ == "__main__":
    for channels in (1, 3):
        conv = nn.Conv2d(channels, 1, 3, padding=0, stride=1)
        nn.init.uniform_(conv.weight, 1, 1)
        nn.init.uniform_(conv.bias, 3, 3)
        print(channels, "→ 1:", conv(torch.full((1, channels, 5, 5), 2.0)).detach())

# %% [markdown] tags=["ko"]
# ## 이 과제의 규칙
#
# * 2번 `conv2d`에서는 **이미 만들어져 있는 합성곱을 부르지 않고 직접 구현합니다.** `F.conv2d`,
#   `torch.conv2d`, `nn.Conv2d`는 물론이고 `F.conv1d`, `F.conv3d`, `F.conv_transpose2d`처럼 PyTorch가
#   합성곱을 해 주는 것은 모두 안 됩니다. 채점할 때 부르면 그 항목은 0점입니다. 반복문, `x.unfold`,
#   `F.unfold`, `as_strided`, `torch.einsum`, `torch.tensordot`, `matmul`, `F.pad` 등 그 밖의 것은 무엇이든
#   쓸 수 있습니다. 1번의 `zero_pad2d`를 불러도 됩니다. 1번, 3번, 4번에는 이런 제한이 없습니다.
# * **입력으로 받은 텐서를 바꾸지 마세요.** 1번과 2번에서는 **기울기(gradient)가 이어져야 합니다.**
#   `.item()`, `.detach()`, `.numpy()`를 거치면 끊깁니다. 0으로 채운 텐서를 만들어 칸마다 텐서를 대입하는
#   방법은 괜찮습니다.
# * 결과의 dtype은 `x`와 같습니다. `torch.zeros(...)`의 기본 dtype은 float32이니 주의하세요.
# * `x`는 `transpose`의 결과처럼 메모리에서 연속이 아닐 수도 있습니다. 그런 텐서에는 `view` 대신
#   `reshape`을 쓰세요.
# * 오류 처리에 `assert`를 쓰지 마세요. `python -O`로 실행하면 사라집니다. `raise ValueError(...)`를
#   쓰세요.

# %% [markdown] tags=["en"]
# ## Rules for this assignment
#
# * In task 2, `conv2d`, you **write the convolution yourself and do not call a ready-made one.** That
#   goes for `F.conv2d`, `torch.conv2d` and `nn.Conv2d`, and for everything else of PyTorch's that
#   convolves: `F.conv1d`, `F.conv3d`, `F.conv_transpose2d`, … Where grading meets such a call the
#   item gets no points. Anything else is fine: loops, `x.unfold`, `F.unfold`, `as_strided`,
#   `torch.einsum`, `torch.tensordot`, `matmul`, `F.pad`, … You may also call your `zero_pad2d` of
#   task 1. Tasks 1, 3 and 4 have no such limit.
# * **Leave the tensors you are given as they are.** In tasks 1 and 2 **gradients must flow**;
#   `.item()`, `.detach()` and `.numpy()` cut them. To make a tensor of zeros and assign a tensor to
#   each of its cells is all right.
# * The result has the dtype of `x`. Mind that `torch.zeros(...)` is float32 unless told otherwise.
# * `x` may be non-contiguous in memory, as the result of `transpose` is. For such tensors use
#   `reshape` in place of `view`.
# * Do not use `assert` for errors: it is gone when one runs `python -O`. Use `raise ValueError(...)`.

# %% [markdown] tags=["ko"]
# ## 1. `zero_pad2d` (2점)
#
# **마지막 두 차원**(높이 $H$와 너비 $W$)의 네 쪽에 0을 `p`줄씩 두르세요. `(..., H, W)`를 받아
# `(..., H + 2p, W + 2p)`를 돌려줍니다. `...`은 차원이 없을 수도 있고 여럿일 수도 있습니다. `x`는 언제나
# 2차원 이상입니다.
#
# * `p = 0`이면 값이 그대로입니다. `x` 자체를 돌려주어도 됩니다. (`padded[p:-p]`는 `p`가 0이면
#   `padded[0:0]`, 즉 빈 텐서가 되니 주의하세요.)
# * `p`는 이미지보다 커도 됩니다.
# * dtype은 float32, float64, int64 가운데 하나이고, 결과의 dtype도 같습니다.
# * `p < 0`이면 `ValueError`입니다. `F.pad`는 음수를 받으면 오류 없이 잘라 냅니다.

# %% [markdown] tags=["en"]
# ## 1. `zero_pad2d` (2 points)
#
# Put `p` lines of zeros on all four sides of the **last two dimensions**, the height $H$ and the
# width $W$: `(..., H, W)` comes in and `(..., H + 2p, W + 2p)` goes out. The `...` may stand for no
# dimension at all, or for several. `x` always has two dimensions or more.
#
# * For `p = 0` the values stay as they are; you may return `x` itself. (Mind that for a `p` of 0
#   `padded[p:-p]` is `padded[0:0]`, an empty tensor.)
# * `p` may be larger than the image.
# * The dtype is float32, float64 or int64, and the result has the same.
# * `p < 0` is a `ValueError`. `F.pad` cuts off the border when it is given a negative number.

# %%
def zero_pad2d(x: Tensor, p: int) -> Tensor:
    """네 쪽에 0을 p줄씩 / p lines of zeros on all four sides

    x (..., H, W)  →  (..., H + 2p, W + 2p), x와 같은 dtype / of the dtype of x
    오류 / errors: p < 0 → ValueError

    >>> zero_pad2d(torch.tensor([[1, 2], [3, 4]]), 1)
    tensor([[0, 0, 0, 0],
            [0, 1, 2, 0],
            [0, 3, 4, 0],
            [0, 0, 0, 0]])
    """
    raise NotImplementedError("zero_pad2d")

# %% [markdown] tags=["ko"]
# `zero_pad2d`를 다 썼으면 그려 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 점선 안이 원래의 표이고, 그 밖은 모두 0이어야 합니다.

# %% [markdown] tags=["en"]
# When `zero_pad2d` is written, draw what it gives. (Before, nothing is drawn.) Inside the dashed
# line is the table as it was; everything outside must be 0.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        padded = [zero_pad2d(table, p) for p in (0, 1, 2)]
        figure, panels = plt.subplots(1, 3, figsize=(12, 4.2), layout="constrained")
        for p, axes in enumerate(panels):
            draw_table(axes, padded[p], f"p = {p}: {tuple(padded[p].shape)}")
            draw_frame(axes, p - 0.5, 5, linestyle="--")
        plt.show()

# %% [markdown] tags=["ko"]
# ## 2. `conv2d` (8점)
#
# `x`는 `(N, C, H, W)`, `weight`는 `(O, C, kH, kW)`, `bias`는 `(O,)`이거나 `None`(편향 없음)입니다. 결과는
# `(N, O, H', W')`이고 $H'$과 $W'$은 맨 위의 식으로 정해집니다. dtype은 float32나 float64이고, 들어오는
# 텐서끼리는 같습니다.
#
# * 채널 하나, 필터 하나: 이미지도 커널도 정사각형, `stride=1`, `padding=0` 2점
# * 채널, 필터, 이미지가 여러 개일 때 2점
# * 스트라이드와 패딩, 여러 크기 2점. $H \ne W$, $kH \ne kW$, 스트라이드가 커널보다 클 때, 패딩이 커널보다
#   클 때, 패딩을 해야 커널이 들어갈 때, 이미지가 하나도 없을 때($N = 0$)도 포함합니다. $N = 0$이면 결과도
#   $N = 0$인 빈 텐서입니다. 빈 텐서에서는 `reshape(N, -1)`의 −1이 계산되지 않고 `torch.stack([])`은
#   오류가 나니 주의하세요. $C$, $O$, $H$, $W$, $kH$, $kW$는 언제나 1 이상입니다.
# * 편향, 그리고 `x`, `weight`, `bias` 세 텐서의 기울기 1점
# * 오류 1점. 다음 다섯 경우에는 모두 `ValueError`를 발생시키세요. PyTorch가 스스로 내는 `RuntimeError`는
#   인정하지 않습니다.
#     * `x`의 채널 수와 필터의 깊이(`weight.shape[1]`)가 다를 때. 한쪽이 1이어서 브로드캐스팅으로 계산이
#       되는 경우도 마찬가지입니다.
#     * 커널이 **패딩한** 입력보다 클 때. 높이와 너비 가운데 한쪽만 그래도 잘못입니다. 크기가 꼭 같으면
#       잘못이 아닙니다.
#     * `stride`가 1보다 작을 때
#     * `padding`이 0보다 작을 때
#     * `bias`의 길이가 필터의 수 $O$와 다를 때. 길이가 1이어도 마찬가지입니다.

# %% [markdown] tags=["en"]
# ## 2. `conv2d` (8 points)
#
# `x` is `(N, C, H, W)`, `weight` is `(O, C, kH, kW)`, `bias` is `(O,)` or `None` for no bias. The
# result is `(N, O, H', W')`, where $H'$ and $W'$ follow the formula at the top. The dtype is float32
# or float64, the same for all tensors of a call.
#
# * 2 points for one channel and one filter: a square image, a square kernel, `stride=1`, `padding=0`
# * 2 points for several channels, filters and images
# * 2 points for stride, padding and all sizes, also where $H \ne W$, where $kH \ne kW$, where the
#   stride or the padding is larger than the kernel, where the kernel fits thanks to the padding only,
#   and where there are no images at all ($N = 0$). For $N = 0$ the result is an empty tensor with
#   $N = 0$ too. Mind that on an empty tensor the −1 in `reshape(N, -1)` cannot be worked out, and
#   that `torch.stack([])` is an error. $C$, $O$, $H$, $W$, $kH$ and $kW$ are always 1 or more.
# * 1 point for the bias, and for the gradients of all three tensors `x`, `weight` and `bias`
# * 1 point for errors. Raise a `ValueError` in each of these five cases; a `RuntimeError` that
#   PyTorch raises by itself does not count.
#     * `x` has another number of channels than the filters have depth (`weight.shape[1]`), also where
#       one of them is 1, so that broadcasting would go through.
#     * The kernel is larger than the **padded** input; it is wrong already where only its height or
#       only its width is. Where both are equal all is well.
#     * `stride` is below 1.
#     * `padding` is below 0.
#     * `bias` has another length than there are filters, $O$; a length of 1 is no exception.

# %%
def conv2d(
    x: Tensor, weight: Tensor, bias: Tensor | None = None, stride: int = 1, padding: int = 0
) -> Tensor:
    """밀면서 곱하고 더하기, 커널은 뒤집지 않음 / slide, multiply, add up; the kernel is not turned

    x (N, C, H, W), weight (O, C, kH, kW), bias (O,)  →  (N, O, H', W'), x와 같은 dtype / of the dtype of x
    오류 / errors: 채널 수가 다름 / other depth; 커널이 너무 큼 / kernel too large; stride < 1; padding < 0;
                   bias의 길이 / length of bias → ValueError

    >>> x = torch.arange(1.0, 17).reshape(1, 1, 4, 4)
    >>> weight = torch.tensor([[[[1.0, 2], [3, 4]]]])
    >>> conv2d(x, weight)
    tensor([[[[ 44.,  54.,  64.],
              [ 84.,  94., 104.],
              [124., 134., 144.]]]])
    >>> conv2d(x, weight, torch.tensor([1.0]), stride=2)
    tensor([[[[ 45.,  65.],
              [125., 145.]]]])
    """
    raise NotImplementedError("conv2d")

# %% [markdown] tags=["ko"]
# 커널이 지나가는 길을 그려 봅시다. 왼쪽은 여러분의 `zero_pad2d`로 0을 두른 입력입니다. 빨간 테두리가 커널이 놓이는 첫 자리와 마지막 자리이고, 동그라미는 자리마다
# 커널의 가운데, 화살표는 커널이 움직이는 순서입니다. 스트라이드가 2이므로 두 칸씩 움직이고, 자리가 아홉 개라서 출력도 아홉 칸입니다.

# %% [markdown] tags=["en"]
# Draw the way of the kernel. On the left is the input, with zeros around it by your `zero_pad2d`.
# The red frames are the first and the last place of the kernel, the circles are its centre at each
# place, and the arrows show in which order it moves. With stride 2 it moves by two, and its nine
# places make the nine cells of the output.

# %%
if __name__ == "__main__":
    from itertools import pairwise

    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        padded = zero_pad2d(table, 1)
        output = conv2d(table[None, None], torch.ones(1, 1, 3, 3), stride=2, padding=1)[0, 0]

        figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.8), layout="constrained")
        draw_table(left, padded, "padded input, 3×3 kernel of ones, stride 2")
        draw_table(right, output, "output")
        draw_frame(left, -0.5, 3, color="red", linewidth=3)
        draw_frame(left, 3.5, 3, color="red", linewidth=3)
        centres = [(column, row) for row in (1, 3, 5) for column in (1, 3, 5)]
        left.plot(*zip(*centres, strict=True), "o", color="red", fillstyle="none", markersize=20)
        for here, there in pairwise(centres):
            arrow = {"arrowstyle": "->", "color": "red", "shrinkA": 11, "shrinkB": 11}
            left.annotate("", there, here, arrowprops=arrow)
        plt.show()

# %% [markdown] tags=["ko"]
# ## 3. `make_conv` (1점)
#
# 슬라이드처럼 **모든 가중치가 `weight`, 모든 편향이 `bias`인** 합성곱 층을 만들어 돌려주세요. `ndim`이 1이면
# `nn.Conv1d`, 2이면 `nn.Conv2d`, 3이면 `nn.Conv3d`입니다. 다른 `ndim`은 채점에 쓰지 않습니다.
#
# * `stride`와 `padding`도 층에 넘겨주세요.
# * 파라미터는 계속 학습할 수 있어야 합니다(`requires_grad=True`).
# * 슬라이드의 `nn.init.uniform_(conv.weight, 1, 1)`은 1 이상 1 이하의 난수, 즉 1로 채웁니다.
#   `nn.init.uniform_(conv.weight, 0.5)`처럼 하나만 쓰면 0.5 이상 **1 이하**의 난수입니다. 슬라이드의 주석에
#   있는 `nn.init.constant_(conv.weight, 1, 1)`은 인자가 하나 많아서 `TypeError`가 납니다.

# %% [markdown] tags=["en"]
# ## 3. `make_conv` (1 point)
#
# Make a convolution layer as on the slides, **each weight of which is `weight` and each bias `bias`**,
# and return it: `nn.Conv1d` for an `ndim` of 1, `nn.Conv2d` for 2, `nn.Conv3d` for 3. Other numbers
# are not tested.
#
# * Hand `stride` and `padding` on to the layer.
# * It must still be possible to train the parameters (`requires_grad=True`).
# * The slide's `nn.init.uniform_(conv.weight, 1, 1)` fills with random numbers from 1 to 1, that is
#   with 1. With one number only, as in `nn.init.uniform_(conv.weight, 0.5)`, they are from 0.5 to
#   **1**. `nn.init.constant_(conv.weight, 1, 1)`, a comment on the slide, is a `TypeError`: it has one
#   argument too many.

# %%
def make_conv(
    ndim: int,
    in_channels: int,
    out_channels: int,
    kernel_size: int,
    weight: float = 1.0,
    bias: float = 3.0,
    stride: int = 1,
    padding: int = 0,
) -> nn.Module:
    """nn.Conv1d, nn.Conv2d, nn.Conv3d: 상수로 채운 층 / filled with constants

    ndim: 1, 2, 3

    >>> conv = make_conv(2, 3, 1, 3)
    >>> conv.bias
    Parameter containing:
    tensor([3.], requires_grad=True)
    """
    raise NotImplementedError("make_conv")

# %% [markdown] tags=["ko"]
# 커널의 숫자가 바뀌면 찾아내는 것도 바뀝니다. 여러분의 `conv2d`로 동그라미에서 가로 경계, 세로 경계를 찾고, 흐리게도 만들어 봅시다. 합성곱 신경망은 이런 숫자를
# **스스로 배웁니다.**

# %% [markdown] tags=["en"]
# With other numbers a kernel finds other things. Let your `conv2d` find the horizontal and the
# vertical edges of a ring, and blur it. A convolutional network **learns** such numbers **by
# itself**.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        i, j = torch.meshgrid(torch.arange(32.0), torch.arange(32.0), indexing="ij")
        distance = ((i - 15.5) ** 2 + (j - 15.5) ** 2).sqrt()
        ring = ((distance > 7) & (distance < 12)).float()
        edge = torch.tensor([[1.0, 2, 1], [0, 0, 0], [-1, -2, -1]])
        blur = torch.ones(3, 3) / 9
        kernels = {"horizontal edges": edge, "vertical edges": edge.T, "blurred": blur}
        found = {
            name: conv2d(ring[None, None], kernel[None, None], padding=1)[0, 0]
            for name, kernel in kernels.items()
        }
        figure, panels = plt.subplots(1, 4, figsize=(12, 3.3), layout="constrained")
        for axes, (name, result) in zip(panels, {"image": ring, **found}.items(), strict=True):
            most = result.abs().max()
            axes.imshow(result, cmap="coolwarm", vmin=-most, vmax=most)
            axes.set(title=name, xticks=[], yticks=[])
        plt.show()

# %% [markdown] tags=["ko"]
# ## 4. `slide_output` (1점)
#
# 슬라이드의 출력을 구하세요. 커널의 크기가 3, 가중치가 1, 편향이 3, `stride=1`, `padding=0`인 층에 **모든 값이
# 2이고 공간 차원의 길이가 모두 5인** 입력을 하나($N = 1$) 넣습니다. 입력의 shape은 Conv1d이면 `(1, C, 5)`,
# Conv2d이면 `(1, C, 5, 5)`, Conv3d이면 `(1, C, 5, 5, 5)`입니다.
#
# 슬라이드의 다섯 층은 차례로 9, 21, 57, 57, 57을 돌려줍니다. `make_conv`를 불러 써도 되고, 결과에 기울기가
# 이어져도 이어지지 않아도 됩니다.

# %% [markdown] tags=["en"]
# ## 4. `slide_output` (1 point)
#
# Find what the layers of the slides give. The layer has kernel size 3, weights of 1, biases of 3,
# `stride=1` and `padding=0`; into it goes one input ($N = 1$) that is **2 everywhere and has length 5
# in each spatial dimension**: its shape is `(1, C, 5)` for Conv1d, `(1, C, 5, 5)` for Conv2d and
# `(1, C, 5, 5, 5)` for Conv3d.
#
# The five layers of the slides give 9, 21, 57, 57, 57. You may call `make_conv`. Gradients may flow
# through the result or not.

# %%
def slide_output(ndim: int, in_channels: int, out_channels: int) -> Tensor:
    """입력이 모두 2일 때 층의 출력 / what the layer gives for an input of 2 everywhere

    →  (1, out_channels, 3), (1, out_channels, 3, 3), (1, out_channels, 3, 3, 3), float32

    >>> slide_output(1, 1, 1).tolist()
    [[[9.0, 9.0, 9.0]]]
    """
    raise NotImplementedError("slide_output")
