# %% [markdown]
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

# %%
from collections.abc import Sequence

import torch
from torch import nn
import math


def check_layer(ndim: int, in_channels: int, out_channels: int) -> None:
    if ndim not in (1, 2, 3):
        raise ValueError(f"{ndim} spatial dimensions")
    if min(in_channels, out_channels) < 1:
        raise ValueError("a layer has at least one input and one output channel")


def per_dimension(value: int | tuple[int, ...], ndim: int) -> tuple[int, ...]:
    if isinstance(value, int):
        return (value,) * ndim
    if len(value) != ndim:
        raise ValueError(f"{len(value)} numbers for {ndim} spatial dimensions")
    return value


# %% [markdown]
# 슬라이드의 다섯 층을 실행해 봅시다. 입력은 모두 2, 가중치는 모두 1, 편향은 3입니다.
#
# Conv1d의 입력은 `(N, C, L)`, Conv2d는 `(N, C, H, W)`, Conv3d는 `(N, C, D, H, W)`입니다. $N$은
# 한 번에 넣는 데이터의 수(batch size), $C$는 채널의 수이고, 나머지가 공간 차원입니다.
#
# 출력의 값도 확인해 보세요. 겹치는 칸이 3개이면 3×2 + 3 = 9, 9개이면 21, 27개이면 57입니다.
# 3채널 입력의 Conv2d가 57인 이유는, **필터의 깊이가 입력의 깊이(채널 수)와 같아서** 3×3×3칸이
# 겹치기 때문입니다.

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

# %% [markdown]
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
# 데이터가 없는 것($N = 0$)은 잘못이 아닙니다.

# %% [markdown]
# ## 1. `conv_out_size` (6점)
#
# 한 방향의 출력 크기를 위의 식으로 계산하세요. 슬라이드의 예는 $n=5$, $k=3$일 때 3입니다.
#
# * 기본 값 2점, 나누어떨어지지 않을 때 1점, dilation 1점
# * 오류 처리 2점. 1~3번의 네 함수(`conv_out_size`, `conv_output_shape`, `conv_weight_shape`,
#   `conv_param_count`)를 모두 작성하고, 네 함수가 모두 위의 규칙을 지켜야 받습니다.

# %%
def conv_out_size(n: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    if min(n, kernel, stride, dilation) < 1 or padding < 0:
        raise ValueError("padding starts at 0, every other argument at 1")
    covered = dilation * (kernel - 1) + 1
    if covered > n + 2 * padding:  # asked before dividing, which would give 0 or less
        raise ValueError(f"the kernel covers {covered} of {n + 2 * padding} values")
    return (n + 2 * padding - covered) // stride + 1

# %% [markdown]
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

# %%
def conv_output_shape(
    input_shape: Sequence[int],
    out_channels: int,
    kernel_size: int | tuple[int, ...],
    stride: int | tuple[int, ...] = 1,
    padding: int | tuple[int, ...] = 0,
    dilation: int | tuple[int, ...] = 1,
) -> tuple[int, ...]:
    batch, in_channels, *sizes = input_shape  # fewer than two numbers: a ValueError of Python's own
    check_layer(len(sizes), in_channels, out_channels)
    options = (kernel_size, stride, padding, dilation)
    per_size = (per_dimension(option, len(sizes)) for option in options)
    return (batch, out_channels, *map(conv_out_size, sizes, *per_size))

# %% [markdown]
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

# %%
def conv_weight_shape(
    ndim: int, in_channels: int, out_channels: int, kernel_size: int | tuple[int, ...]
) -> tuple[int, ...]:
    check_layer(ndim, in_channels, out_channels)
    kernel = per_dimension(kernel_size, ndim)
    if min(kernel) < 1:
        raise ValueError(f"a kernel of {kernel}")
    return (out_channels, in_channels, *kernel)

# %%
def conv_param_count(
    ndim: int,
    in_channels: int,
    out_channels: int,
    kernel_size: int | tuple[int, ...],
    bias: bool = True,
) -> int:
    weights = math.prod(conv_weight_shape(ndim, in_channels, out_channels, kernel_size))
    return weights + out_channels if bias else weights

# %% [markdown]
# ## 4. `same_padding` (1점)
#
# 스트라이드가 1일 때 출력의 크기가 입력과 **같아지는** 패딩 $p$를 구하세요. 1번의 식에서 출력을
# $n$, $s$를 1로 놓고 $p$에 대해 풀면 됩니다. 커널이 3이면 $p = 1$입니다.
#
# * 그런 정수 $p$가 없으면, 즉 $d(k-1)$이 홀수이면 `ValueError`를 발생시키세요. 커널이 4이고
#   dilation이 1일 때가 그렇습니다.
# * 커널이나 dilation이 1보다 작을 때도 `ValueError`입니다.

# %%
def same_padding(kernel: int, dilation: int = 1) -> int:
    if min(kernel, dilation) < 1:
        raise ValueError("kernel and dilation start at 1")
    both_sides = dilation * (kernel - 1)
    if both_sides % 2 == 1:
        raise ValueError(f"{both_sides} zeros cannot be shared out evenly between two sides")
    return both_sides // 2
