# %% [markdown] tags=["ko"]
# # 합성곱 출력 크기
#
# 합성곱(convolution) 층은 작은 **커널**(kernel, 필터라고도 합니다)을 입력 위에서 밀면서, 겹친
# 값끼리 곱해 모두 더합니다. 커널을 놓을 수 있는 **자리의 수**가 곧 출력의 크기입니다. 길이 5인
# 입력에 길이 3인 커널을 놓을 자리는 세 곳입니다.
#
# ```
# 입력     □ □ □ □ □
# 자리 1   ■ ■ ■
# 자리 2     ■ ■ ■
# 자리 3       ■ ■ ■
# ```
#
# 자리의 수는 다섯 개의 숫자로 정해집니다.
#
# * $n$: 입력의 길이
# * $k$: 커널의 길이(kernel)
# * $s$: **스트라이드**(stride), 커널을 한 번에 미는 칸 수. 보통 1입니다.
# * $p$: **패딩**(padding), 입력의 **양쪽** 끝에 각각 덧붙이는 0의 개수. 입력은 $n + 2p$칸이 됩니다.
# * $d$: **팽창**(dilation), 커널 값 사이의 간격. $d = 2$이면 `■ □ ■ □ ■`처럼 한 칸씩 벌어져서,
#   값 $k$개짜리 커널이 $d(k-1)+1$칸을 차지합니다. 보통 1입니다.
#
# $$\text{출력} = \left\lfloor \frac{n + 2p - d(k-1) - 1}{s} \right\rfloor + 1$$
#
# $\lfloor\ \rfloor$는 **내림**(floor)입니다. 끝에 남은 칸이 모자라면 그 자리는 버립니다.
# 위의 그림은 $\lfloor (5 + 0 - 2 - 1) / 1 \rfloor + 1 = 3$입니다.

# %% [markdown] tags=["en"]
# # Convolution output shapes
#
# A convolution layer slides a small **kernel** (also called a filter) over its input, multiplies
# the values that lie on each other and adds them all up. The **number of places** where the kernel
# fits is the size of the output. On an input of length 5, a kernel of length 3 has three places.
#
# ```
# input     □ □ □ □ □
# place 1   ■ ■ ■
# place 2     ■ ■ ■
# place 3       ■ ■ ■
# ```
#
# Five numbers decide how many places there are.
#
# * $n$: the length of the input
# * $k$: the length of the kernel
# * $s$: the **stride**, how far the kernel moves in one step; usually 1
# * $p$: the **padding**, how many zeros are added at **each** end; the input then has $n + 2p$
#   cells
# * $d$: the **dilation**, the distance between the kernel's values. For $d = 2$ they are spread
#   like `■ □ ■ □ ■`, so that a kernel of $k$ values takes up $d(k-1)+1$ cells; usually 1
#
# $$\text{output} = \left\lfloor \frac{n + 2p - d(k-1) - 1}{s} \right\rfloor + 1$$
#
# $\lfloor\ \rfloor$ means **rounding down** (floor): where too few cells are left at the end, that
# place is dropped. In the picture it is $\lfloor (5 + 0 - 2 - 1) / 1 \rfloor + 1 = 3$.

# %%
from collections.abc import Sequence
from contextlib import suppress

import torch
from torch import nn

# %% [markdown] tags=["ko"]
# 슬라이드의 다섯 층을 실행해 봅시다. 입력은 모두 2, 가중치는 모두 1, 편향은 3입니다.
#
# Conv1d의 입력은 `(N, C, L)`, Conv2d는 `(N, C, H, W)`, Conv3d는 `(N, C, D, H, W)`입니다. $N$은
# 한 번에 넣는 데이터의 수(batch size), $C$는 채널의 수이고, 나머지가 공간 차원입니다.
#
# 출력의 값도 확인해 보세요. 겹치는 칸이 3개이면 3×2 + 3 = 9, 9개이면 21, 27개이면 57입니다.
# 3채널 입력의 Conv2d가 57인 이유는, **필터의 깊이가 입력의 깊이(채널 수)와 같아서** 3×3×3칸이
# 겹치기 때문입니다.

# %% [markdown] tags=["en"]
# Run the five layers of the slides. The input is 2 everywhere, every weight is 1, the bias is 3.
#
# Conv1d takes an input of `(N, C, L)`, Conv2d of `(N, C, H, W)`, Conv3d of `(N, C, D, H, W)`. $N$
# is how many examples go in at once (the batch size), $C$ is the number of channels, and the rest
# are the spatial dimensions.
#
# Look at the values of the output too. Where 3 cells overlap, it is 3×2 + 3 = 9; for 9 cells it is
# 21, for 27 cells 57. The Conv2d with three input channels gives 57 because **a filter is as deep
# as its input has channels**, so that 3×3×3 cells overlap.

# %%
if __name__ == "__main__":
    for conv, shape in (
        (nn.Conv1d(1, 1, 3, padding=0, stride=1), (1, 1, 5)),
        (nn.Conv2d(1, 1, 3, padding=0, stride=1), (1, 1, 5, 5)),
        (nn.Conv2d(3, 1, 3, padding=0, stride=1), (1, 3, 5, 5)),
        (nn.Conv2d(3, 3, 3, padding=0, stride=1), (1, 3, 5, 5)),
        (nn.Conv3d(1, 1, 3, padding=0, stride=1), (1, 1, 5, 5, 5)),
    ):
        nn.init.uniform_(conv.weight, 1, 1)
        nn.init.uniform_(conv.bias, 3, 3)
        y = conv(torch.full(shape, 2.0))
        print(conv, shape, "→", tuple(y.shape), y.flatten()[0].item())

# %% [markdown] tags=["ko"]
# 커널이 놓이는 자리를 그려 봅시다. 한 행이 한 자리이고, 빨간 칸이 커널, 회색 칸이 패딩입니다. 행의 수가
# 곧 출력의 크기입니다. 오른쪽 위처럼 패딩을 붙이면 자리가 늘고, 아래처럼 스트라이드와 dilation이 커지면
# 줄어듭니다. 오른쪽 아래는 끝에 한 칸이 남지만, 커널을 두 칸 더 밀 수는 없으므로 버립니다.

# %% [markdown] tags=["en"]
# Draw the places of the kernel. Each row is one place; red cells are the kernel, grey ones padding.
# The number of rows is the size of the output. Padding makes more places (upper right), stride and
# dilation make fewer (below). At the lower right one cell is left over at the end; as the kernel
# cannot move on by two, it is dropped.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt
    from matplotlib.colors import ListedColormap

    def draw_places(axes, n, k, s, p, d):
        places = nn.Conv1d(1, 1, k, s, p, d)(torch.zeros(1, 1, n)).shape[2]
        cells = torch.zeros(places, n + 2 * p)
        cells[:, :p] = cells[:, n + p :] = 1
        for place in range(places):
            cells[place, place * s :][: d * (k - 1) + 1 : d] = 2
        colors = ListedColormap(["white", "lightgray", "tab:red"])
        axes.pcolormesh(cells, cmap=colors, vmin=0, vmax=2, edgecolors="black")
        axes.set(title=f"n={n} k={k} s={s} p={p} d={d}: {places} places", xticks=[], yticks=[])
        axes.set_aspect("equal")
        axes.invert_yaxis()

    figure, grid = plt.subplots(2, 2, figsize=(9, 5), layout="constrained")
    draw_places(grid[0, 0], n=5, k=3, s=1, p=0, d=1)
    draw_places(grid[0, 1], n=5, k=3, s=1, p=1, d=1)
    draw_places(grid[1, 0], n=7, k=3, s=1, p=0, d=2)
    draw_places(grid[1, 1], n=6, k=3, s=2, p=0, d=1)
    plt.show()

# %% [markdown] tags=["ko"]
# ## 이 과제의 규칙
#
# **결과는 정수(int)입니다.** `3.0`은 정수가 아니라 실수(float)이므로 틀린 것으로 채점합니다.
#
# **잘못된 입력에는 `ValueError`를 발생시키세요.** `assert`는 `python -O`로 실행하면 사라지므로
# 오류 처리에 쓰지 않습니다. 잘못된 입력은 다음과 같습니다.
#
# * 입력의 길이, 커널, 스트라이드, dilation, 채널 수 가운데 1보다 작은 것이 있을 때
# * 패딩이 0보다 작을 때
# * 벌린 커널이 패딩까지 붙인 입력보다 길 때: $d(k-1)+1 > n+2p$. 길이가 꼭 같으면 잘못이 아닙니다.
#   자리가 하나 있으므로 결과는 1입니다.
# * 튜플의 길이가 공간 차원의 수와 다를 때
# * 공간 차원의 수가 1, 2, 3이 아닐 때. 즉 `ndim`이 1, 2, 3이 아니거나 `input_shape`의 길이가
#   3, 4, 5가 아닐 때
#
# 여기에 없는 것은 거부하지 마세요. 예를 들어 커널이나 입력의 길이가 1이어도 되고, 스트라이드나
# 패딩이 커널보다 커도 되고, dilation이 입력보다 커도 됩니다. 데이터가 없는 것($N = 0$)도 잘못이
# 아닙니다. $N$이 음수인 입력은 채점에 쓰지 않습니다.

# %% [markdown] tags=["en"]
# ## Rules for this assignment
#
# **Results are whole numbers (int).** `3.0` is a float and does not count.
#
# **Raise a `ValueError` for wrong input.** Do not use `assert` for this: it is gone when one runs
# `python -O`. Wrong input is
#
# * an input length, kernel, stride, dilation or number of channels below 1,
# * a padding below 0,
# * a spread kernel longer than the input with its padding: $d(k-1)+1 > n+2p$. Where both are the
#   same length all is well: there is one place, and the result is 1.
# * a tuple whose length is not the number of spatial dimensions,
# * a number of spatial dimensions other than 1, 2 or 3: an `ndim` that is not 1, 2 or 3, or an
#   `input_shape` whose length is not 3, 4 or 5.
#
# Refuse nothing else: a kernel or an input may have length 1, for example, the stride or the padding
# may be greater than the kernel, and the dilation greater than the input. $N$ may be 0 too (no data
# at all); a negative $N$ is not tested.

# %% [markdown] tags=["ko"]
# ## 1. `conv_out_size` (6점)
#
# 한 방향의 출력 크기를 위의 식으로 계산하세요. 슬라이드의 예는 $n=5$, $k=3$일 때 3입니다.
#
# * 기본 값 2점, 나누어떨어지지 않을 때 1점, dilation 1점
# * 오류 처리 2점. 1~3번의 네 함수(`conv_out_size`, `conv_output_shape`, `conv_weight_shape`,
#   `conv_param_count`)를 모두 작성하고, 네 함수가 모두 위의 규칙을 지켜야 받습니다. 네 함수
#   가운데 하나라도 평범한 입력에 쓸 만한 값을 돌려주지 못하면 이 2점은 받을 수 없습니다.

# %% [markdown] tags=["en"]
# ## 1. `conv_out_size` (6 points)
#
# Compute the output size along one dimension with the formula above. In the example of the slides
# $n=5$ and $k=3$ give 3.
#
# * 2 points for ordinary values, 1 for divisions with a remainder, 1 for dilation
# * 2 points for errors: they take all four functions of tasks 1 to 3 (`conv_out_size`,
#   `conv_output_shape`, `conv_weight_shape`, `conv_param_count`), each keeping the rules above.
#   Each of the four has to return usable values for ordinary input; otherwise these 2 points are
#   lost.

# %%
def conv_out_size(n: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    """floor((n + 2p - d(k - 1) - 1) / s) + 1

    결과 / returns: int, 1 이상 / 1 or more
    오류 / errors: n, kernel, stride, dilation < 1; padding < 0; d(k - 1) + 1 > n + 2p → ValueError

    >>> conv_out_size(5, 3)
    3
    >>> conv_out_size(5, 3, padding=1)
    5
    >>> conv_out_size(7, 3, stride=2)
    3
    """
    raise NotImplementedError("conv_out_size")

# %% [markdown] tags=["ko"]
# `conv_out_size`를 다 썼으면 그려 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 스트라이드가 $s$이면 입력이 $s$칸 길어질 때마다 출력이 한 칸
# 늘어납니다. 계단의 평평한 곳이 내림($\lfloor\ \rfloor$)으로 버린 칸입니다.

# %% [markdown] tags=["en"]
# When `conv_out_size` is written, draw it. (Before, nothing is drawn.) With stride $s$ the output
# grows by one for every $s$ that the input grows. Where the stairs are flat, rounding down
# ($\lfloor\ \rfloor$) leaves cells out.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        lengths = range(3, 21)
        for stride, marker in ((1, "o"), (2, "s"), (3, "^")):
            sizes = [conv_out_size(n, kernel=3, stride=stride) for n in lengths]
            plt.step(lengths, sizes, where="post", marker=marker, label=f"stride {stride}")
        plt.xticks(range(3, 21))
        plt.yticks(range(1, 19, 2))
        plt.xlabel("length of the input (kernel 3)")
        plt.ylabel("length of the output")
        plt.grid(alpha=0.3)
        plt.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 2. `conv_output_shape` (3점)
#
# 합성곱 층의 출력 shape을 튜플로 구하세요. 입력 `(N, C, ...)`에서 $N$은 그대로이고, 채널 수는
# `out_channels`가 되고, 공간 차원은 하나하나 1번의 식을 따릅니다.
#
# * `kernel_size`, `stride`, `padding`, `dilation`은 각각 정수이거나 튜플입니다. 정수이면 모든
#   방향에 같은 값을 쓰고, 튜플이면 공간 차원마다 값이 하나씩, `input_shape`과 같은 순서로 있습니다.
#   Conv2d라면 (높이, 너비) 순서입니다.
# * 슬라이드의 예: 3×3×3 입력과 3×2×2 필터 하나 → 1×2×2 출력. 여기서 맨 앞의 숫자는 채널입니다.
#   `input_shape=(1, 3, 3, 3)`, `out_channels=1`, `kernel_size=2`이면 `(1, 1, 2, 2)`입니다.
# * `N = 0`이면 결과도 0으로 시작합니다.
# * 결과는 정수의 튜플입니다. (리스트나 `torch.Size`도 됩니다.)
# * 2번이나 3번에서 1번의 함수를 불러 써도 됩니다. 다만 1번이 틀렸으면 그 함수를 부른 문항에서도
#   점수를 잃을 수 있습니다.

# %% [markdown] tags=["en"]
# ## 2. `conv_output_shape` (3 points)
#
# Find the shape that comes out of a convolution layer, as a tuple. For an input `(N, C, ...)` the
# $N$ stays, the number of channels becomes `out_channels`, and each spatial dimension follows the
# formula of task 1.
#
# * `kernel_size`, `stride`, `padding` and `dilation` are each an int or a tuple. An int holds for
#   all dimensions; a tuple has one value per spatial dimension, in the order of `input_shape`: for
#   Conv2d that is (height, width).
# * The example of the slides: a 3×3×3 input and one 3×2×2 filter → a 1×2×2 output. The first number
#   is the channels: `input_shape=(1, 3, 3, 3)`, `out_channels=1`, `kernel_size=2` give
#   `(1, 1, 2, 2)`.
# * For `N = 0` the result starts with 0 too.
# * The result is a tuple of ints (a list or `torch.Size` will do).
# * Tasks 2 and 3 may call your function of task 1; but where that one is wrong, the tasks that call
#   it may lose points too.

# %%
def conv_output_shape(
    input_shape: Sequence[int],
    out_channels: int,
    kernel_size: int | tuple[int, ...],
    stride: int | tuple[int, ...] = 1,
    padding: int | tuple[int, ...] = 0,
    dilation: int | tuple[int, ...] = 1,
) -> tuple[int, ...]:
    """(N, C, L) → (N, out_channels, L')
    (N, C, H, W) → (N, out_channels, H', W')
    (N, C, D, H, W) → (N, out_channels, D', H', W')

    오류 / errors: "이 과제의 규칙" / "Rules for this assignment" → ValueError

    >>> conv_output_shape((1, 3, 5, 5), 3, 3)
    (1, 3, 3, 3)
    >>> conv_output_shape((1, 1, 28, 20), 6, (5, 3))
    (1, 6, 24, 18)
    """
    raise NotImplementedError("conv_output_shape")

# %% [markdown] tags=["ko"]
# ## 3. `conv_weight_shape`와 `conv_param_count` (함께 2점)
#
# 필터는 출력 채널마다 하나씩 있고, 각 필터의 깊이는 입력의 채널 수와 같습니다. 그래서 가중치의
# shape은 `(out_channels, in_channels, *kernel)`입니다. 공간 차원이 `ndim`개이면 `*kernel`은
# `ndim`개의 숫자입니다. 편향은 출력 채널마다 하나입니다.
#
# * `conv_param_count`는 가중치와 편향에 든 숫자의 개수를 모두 셉니다. `bias=False`이면 편향이
#   없습니다.
# * 슬라이드의 층: Conv1d 3 + 1 = 4개, Conv2d 9 + 1 = 10개, 3→1채널 Conv2d 28개, 3→3채널
#   Conv2d 84개, Conv3d 28개.
# * `kernel_size`는 2번처럼 정수이거나 튜플입니다.
# * `conv_weight_shape`의 결과도 정수의 튜플입니다. (리스트나 `torch.Size`도 됩니다.)

# %% [markdown] tags=["en"]
# ## 3. `conv_weight_shape` and `conv_param_count` (2 points together)
#
# There is one filter per output channel, and each filter is as deep as the input has channels. So
# the shape of the weight is `(out_channels, in_channels, *kernel)`; with `ndim` spatial dimensions
# `*kernel` stands for `ndim` numbers. There is one bias per output channel.
#
# * `conv_param_count` counts all numbers in the weight and the bias. With `bias=False` there is no
#   bias.
# * The layers of the slides: Conv1d 3 + 1 = 4, Conv2d 9 + 1 = 10, Conv2d from 3 channels to 1: 28,
#   Conv2d from 3 to 3: 84, Conv3d 28.
# * `kernel_size` is an int or a tuple, as in task 2.
# * The result of `conv_weight_shape` is a tuple of ints too (a list or `torch.Size` will do).

# %%
def conv_weight_shape(
    ndim: int, in_channels: int, out_channels: int, kernel_size: int | tuple[int, ...]
) -> tuple[int, ...]:
    """(out_channels, in_channels, *kernel)

    ndim: 1 Conv1d, 2 Conv2d, 3 Conv3d
    오류 / errors: "이 과제의 규칙" / "Rules for this assignment" → ValueError

    >>> conv_weight_shape(2, 3, 1, 3)
    (1, 3, 3, 3)
    """
    raise NotImplementedError("conv_weight_shape")

# %%
def conv_param_count(
    ndim: int,
    in_channels: int,
    out_channels: int,
    kernel_size: int | tuple[int, ...],
    bias: bool = True,
) -> int:
    """가중치와 편향의 개수 / the number of weights and biases

    결과 / returns: int
    오류 / errors: "이 과제의 규칙" / "Rules for this assignment" → ValueError

    >>> conv_param_count(2, 3, 1, 3)
    28
    >>> conv_param_count(2, 3, 1, 3, bias=False)
    27
    """
    raise NotImplementedError("conv_param_count")

# %% [markdown] tags=["ko"]
# 합성곱 층의 파라미터는 몇 개일까요? 세로축은 로그 눈금입니다. 커널이 커질 때 Conv3d의 파라미터가 가장 빨리 늘어납니다. 점선은 32×32 컬러 이미지를 같은 크기의
# 출력 16장에 모두 잇는 `nn.Linear`입니다. 이미지가 아무리 커도 합성곱의 파라미터는 늘지 않습니다.

# %% [markdown] tags=["en"]
# How many parameters has a convolution? The upright axis is logarithmic. As the kernel grows,
# those of Conv3d grow fastest. The dotted line is an `nn.Linear` that connects a 32×32 colour
# image with 16 outputs of that size. However large the image, the convolution has no more
# parameters.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        kernels = range(1, 10)
        for ndim, marker in ((1, "o"), (2, "s"), (3, "^")):
            counts = [conv_param_count(ndim, 3, 16, kernel) for kernel in kernels]
            plt.semilogy(kernels, counts, marker=marker, label=f"Conv{ndim}d(3, 16, kernel)")
        inputs, outputs = 3 * 32 * 32, 16 * 32 * 32
        plt.axhline(inputs * outputs + outputs, color="gray", linestyle=":", label="nn.Linear")
        plt.xticks(kernels)
        plt.xlabel("kernel")
        plt.ylabel("parameters")
        plt.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 4. `same_padding` (1점)
#
# 스트라이드가 1일 때 출력의 크기가 입력과 **같아지는** 패딩 $p$를 구하세요. 1번의 식에서 출력을
# $n$, $s$를 1로 놓고 $p$에 대해 풀면 됩니다. 커널이 3이면 $p = 1$입니다.
#
# * 그런 정수 $p$가 없으면, 즉 $d(k-1)$이 홀수이면 `ValueError`를 발생시키세요. 커널이 4이고
#   dilation이 1일 때가 그렇습니다.
# * 커널이나 dilation이 1보다 작을 때도 `ValueError`입니다.

# %% [markdown] tags=["en"]
# ## 4. `same_padding` (1 point)
#
# Find the padding $p$ with which, at stride 1, the output is of the **same** size as the input. In
# the formula of task 1 let the output be $n$ and $s$ be 1, and solve for $p$. For a kernel of 3 it
# is $p = 1$.
#
# * Where there is no such whole number $p$, that is where $d(k-1)$ is odd, raise a `ValueError`. A
#   kernel of 4 with dilation 1 is such a case.
# * A kernel or dilation below 1 is a `ValueError` as well.

# %%
def same_padding(kernel: int, dilation: int = 1) -> int:
    """conv_out_size(n, kernel, 1, p, dilation) == n이 되는 p / the p that makes this true

    결과 / returns: int
    오류 / errors: d(k - 1) 홀수 / odd; kernel, dilation < 1 → ValueError

    >>> same_padding(3)
    1
    >>> same_padding(3, dilation=2)
    2
    """
    raise NotImplementedError("same_padding")
