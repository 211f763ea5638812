# %% [markdown] tags=["ko"]
# # 풀링
#
# **풀링**(pooling)은 이미지를 작은 **창**(window)으로 나누어, 창마다 값 하나만 남기는
# 다운샘플링(down sampling)입니다. 자잘한 노이즈는 사라지고 중요한 특징은 남습니다. 이미지가 작아지므로
# 그 뒤의 계산량과 Linear 층의 파라미터가 줄어들고, 과적합을 억제하는 효과도 있습니다. 풀링 자신에게는
# 학습할 파라미터가 하나도 없습니다.
#
# 슬라이드의 표를 2×2 창 네 개로 나누어 봅시다.
#
# ```
#  5  2 │ 3  4
#  2  1 │ 0  1
# ──────┼──────
#  3  7 │ 9  5
#  1  4 │ 1  8
# ```
#
# * **Max Pooling**: 창에서 가장 큰 값 → `[5, 4, 7, 9]`
# * **Average Pooling**: 창의 평균 → `[2.5, 2, 3.75, 5.75]`
# * **Global Average Pooling**: 표 전체의 평균 → `[3.5]`
#
# 창은 세 개의 숫자로 정해집니다.
#
# * $k$ (`kernel`): 창의 한 변의 길이. 창은 $k \times k$칸입니다.
# * $s$ (`stride`): 창을 한 번에 옮기는 칸 수. **정하지 않으면(`None`) $k$와 같아서** 창이 서로
#   겹치지 않습니다. $s < k$이면 창이 겹칩니다.
# * $p$ (`padding`): 이미지의 위, 아래, 왼쪽, 오른쪽에 각각 덧붙이는 칸의 수. 보통 0입니다.
#
# 길이가 $n$인 방향의 출력 크기는 다음과 같습니다. $\lfloor\ \rfloor$는 **내림**(floor)입니다. 창이
# 다 들어가지 않는 끝부분은 버립니다.
#
# $$\text{출력} = \left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1$$
#
# 표에서는 $\lfloor (4 + 0 - 2) / 2 \rfloor + 1 = 2$이므로 결과가 2×2입니다.

# %% [markdown] tags=["en"]
# # Pooling
#
# **Pooling** cuts an image into small **windows** and keeps only one value of each: it is a way of
# down sampling. Small noise goes, the features that matter stay. As the image becomes smaller, so
# do the computation after it and the parameters of the Linear layers to come, and it helps against
# overfitting. Pooling itself has no parameters to learn.
#
# Cut the table of the slide into four 2×2 windows:
#
# ```
#  5  2 │ 3  4
#  2  1 │ 0  1
# ──────┼──────
#  3  7 │ 9  5
#  1  4 │ 1  8
# ```
#
# * **Max pooling**: the largest value of each window → `[5, 4, 7, 9]`
# * **Average pooling**: the mean of each window → `[2.5, 2, 3.75, 5.75]`
# * **Global average pooling**: the mean of the whole table → `[3.5]`
#
# Three numbers describe the windows.
#
# * $k$ (`kernel`): the side of a window; it has $k \times k$ cells
# * $s$ (`stride`): how far the window moves in one step. **Where it is not given (`None`) it is
#   $k$**, so that windows do not overlap. For $s < k$ they do.
# * $p$ (`padding`): how many cells are added above, below, to the left and to the right of the
#   image; usually 0
#
# Along a side of length $n$ the output has the following size, where $\lfloor\ \rfloor$ means
# **rounding down** (floor): an end in which no whole window fits is dropped.
#
# $$\text{output} = \left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1$$
#
# For the table it is $\lfloor (4 + 0 - 2) / 2 \rfloor + 1 = 2$: the result is 2×2.

# %%
from contextlib import suppress

import torch
import torch.nn.functional as F
from torch import Tensor

# %% [markdown] tags=["ko"]
# PyTorch에 들어 있는 풀링으로 슬라이드의 숫자를 먼저 확인해 봅시다. 이미지는 언제나
# `(N, C, H, W)`입니다. 차례로 이미지의 수, 채널의 수, 높이, 너비입니다.

# %% [markdown] tags=["en"]
# See the numbers of the slide first, with the pooling that PyTorch has ready. Images are always
# `(N, C, H, W)`: number of images, number of channels, height, width.

# %%
if __name__ == "__main__":
    table = torch.tensor([[[[5.0, 2, 3, 4], [2, 1, 0, 1], [3, 7, 9, 5], [1, 4, 1, 8]]]])
    print("Max Pooling           ", F.max_pool2d(table, 2).flatten().tolist())
    print("Average Pooling       ", F.avg_pool2d(table, 2).flatten().tolist())
    print("Global Average Pooling", F.adaptive_avg_pool2d(table, 1).flatten().tolist())

# %% [markdown] tags=["ko"]
# 같은 결과를 그림으로 봅시다. 빨간 선이 2×2 창의 경계입니다. 창 하나가 결과의 칸 하나가 됩니다.

# %% [markdown] tags=["en"]
# See the same results in a picture. Red lines part the 2×2 windows: each becomes one cell of the
# result.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    def draw_tables(tables):
        panels = plt.subplots(1, len(tables), figsize=(12, 3.4), layout="constrained")[1]
        for axes, (title, image) in zip(panels, tables.items(), strict=True):
            axes.imshow(image[0, 0], cmap="Blues", vmin=0, vmax=14)
            for row, values in enumerate(image[0, 0].tolist()):
                for column, value in enumerate(values):
                    axes.text(column, row, f"{value:g}", ha="center", va="center", fontsize=14)
            axes.set(title=title, xticks=[], yticks=[])
        panels[0].axhline(1.5, color="tab:red")
        panels[0].axvline(1.5, color="tab:red")

    draw_tables(
        {
            "table": table,
            "Max Pooling": F.max_pool2d(table, 2),
            "Average Pooling": F.avg_pool2d(table, 2),
            "Global Average Pooling": F.adaptive_avg_pool2d(table, 1),
        }
    )
    plt.show()

# %% [markdown] tags=["ko"]
# ## 이 과제의 규칙
#
# 1번과 2번에서는 **이미 만들어져 있는 풀링을 부르지 않고 직접 구현합니다.** `F.max_pool2d`,
# `F.avg_pool2d`, `F.adaptive_max_pool2d`, `nn.MaxPool2d`처럼 PyTorch가 풀링을 해 주는 것은 모두
# 안 됩니다. 채점할 때 부르면 그 항목은 0점입니다. 반복문, `x.unfold`, `F.unfold`, `F.pad`,
# `amax`, `mean` 등 그 밖의 것은 무엇이든 쓸 수 있습니다. 3번과 4번에는 이런 제한이 없습니다. 다만
# 1번이나 2번에서 부르는 함수 안에서도 만들어진 풀링은 쓸 수 없습니다.
#
# 1~3번에서 `x`는 float32나 float64입니다.
#
# * 결과의 dtype은 `x`와 같습니다. `torch.zeros(...)`의 기본 dtype은 float32이니 주의하세요.
# * 풀링은 이미지마다, 채널마다 따로 합니다. $H$와 $W$는 다를 수 있습니다.
# * `x`는 `transpose`의 결과처럼 메모리에서 연속이 아닐 수도 있습니다. 그런 텐서에는 `view` 대신
#   `reshape`을 쓰세요.
# * 기울기(gradient)가 이어져야 하고, `x`를 바꾸면 안 됩니다.
#
# **잘못된 입력에는 `ValueError`를 발생시키세요.** 네 함수 모두 해당됩니다. `assert`는 `python -O`로
# 실행하면 사라지므로 오류 처리에 쓰지 않습니다. 잘못된 입력은 다음과 같습니다.
#
# * `kernel`이나 `stride`가 1보다 작을 때, `padding`이 0보다 작을 때
# * `padding > kernel // 2`일 때. 패딩만 들어 있는 창이 생기지 않게 하는 규칙입니다.
# * `kernel > n + 2 * padding`일 때. 이미지에서는 $H$와 $W$ 가운데 한쪽만 그래도 잘못입니다.
#   `kernel`이 `n + 2 * padding`과 꼭 같으면 잘못이 아닙니다. 창이 하나 들어갑니다.
# * 1~3번에서 `x`가 4차원이 아닐 때
#
# 이미지가 하나도 없는 것($N = 0$)은 잘못이 아닙니다. 결과도 $N = 0$인 빈 텐서입니다. 빈 텐서에서는
# `reshape(..., -1)`의 −1이 계산되지 않고, `torch.stack([])`은 오류가 나니 주의하세요. $C$, $H$, $W$,
# $n$은 언제나 1 이상입니다.

# %% [markdown] tags=["en"]
# ## Rules for this assignment
#
# In tasks 1 and 2 you **write the pooling yourself and do not call a ready-made one.** That goes
# for everything of PyTorch's that pools: `F.max_pool2d`, `F.avg_pool2d`, `F.adaptive_max_pool2d`,
# `nn.MaxPool2d` and so on. Where grading meets such a call the item gets no points. Anything else
# is fine: loops, `x.unfold`, `F.unfold`, `F.pad`, `amax`, `mean`, … Tasks 3 and 4 have no such
# limit; but a function that you call from task 1 or 2 must not use a ready-made pooling either.
#
# In tasks 1 to 3 `x` is float32 or float64.
#
# * The result has the dtype of `x`. Mind that `torch.zeros(...)` is float32 unless told otherwise.
# * Each image and each channel is pooled by itself. $H$ and $W$ may differ.
# * `x` may be non-contiguous in memory, as the result of `transpose` is. For such tensors use
#   `reshape` in place of `view`.
# * Gradients must flow, and `x` must not be changed.
#
# **Raise a `ValueError` for wrong input**, in all four functions. Do not use `assert` for this: it
# is gone when one runs `python -O`. Wrong input is
#
# * a `kernel` or `stride` below 1, a `padding` below 0,
# * `padding > kernel // 2`, so that no window holds nothing but padding,
# * `kernel > n + 2 * padding`; for images it is wrong already where only one of $H$ and $W$ is too
#   small. Where both are equal all is well: one window fits.
# * in tasks 1 to 3, an `x` that is not 4-D.
#
# No images at all ($N = 0$) is not wrong: the result is an empty tensor with $N = 0$ too. Mind that
# on an empty tensor the −1 in `reshape(..., -1)` cannot be worked out, and that `torch.stack([])`
# is an error. $C$, $H$, $W$ and $n$ are always 1 or more.

# %% [markdown] tags=["ko"]
# ## 1. `max_pool2d` (6점)
#
# 창마다 가장 큰 값을 구하세요. `(N, C, H, W)`를 받아 `(N, C, H', W')`를 돌려줍니다. $H'$과 $W'$은
# 위의 식으로 정해집니다.
#
# * 슬라이드의 표처럼 창이 나란히 놓일 때, 기본 스트라이드 2점
# * 여러 크기: 끝이 남을 때, 창이 겹칠 때, $s > k$일 때, 이미지와 채널이 여러 개일 때 2점
# * 패딩 1점. max pooling은 0이 아니라 **−∞로 채운 것으로 봅니다.** 0으로 채우면 입력이 모두 음수일
#   때 패딩이 최댓값이 되어 버립니다. 입력이 아무리 작은 수여도 패딩이 뽑히면 안 됩니다.
# * 오류 처리 1점. 네 함수를 모두 작성하고, 네 함수가 모두 위의 규칙을 지켜야 받습니다.

# %% [markdown] tags=["en"]
# ## 1. `max_pool2d` (6 points)
#
# Find the largest value of each window. `(N, C, H, W)` comes in and `(N, C, H', W')` goes out,
# where $H'$ and $W'$ follow the formula above.
#
# * 2 points for windows side by side, as on the slide, with the default stride
# * 2 points for any sizes: an end that is left over, windows that overlap, $s > k$, several images
#   and channels
# * 1 point for padding. Max pooling pads **with −∞, not with 0**: where all values are negative, a
#   0 would be the largest. However small the values are, the padding must never be picked.
# * 1 point for errors: it takes all four functions, each keeping the rules above.

# %%
def max_pool2d(x: Tensor, kernel: int, stride: int | None = None, padding: int = 0) -> Tensor:
    """창마다 가장 큰 값 / the largest value of each window

    x (N, C, H, W)  →  (N, C, H', W'), x와 같은 dtype / of the dtype of x
    stride: None이면 kernel과 같음 / None means kernel
    오류 / errors: "이 과제의 규칙" / "Rules for this assignment" → ValueError

    >>> x = torch.tensor([[[[5.0, 2, 3, 4], [2, 1, 0, 1], [3, 7, 9, 5], [1, 4, 1, 8]]]])
    >>> max_pool2d(x, 2)
    tensor([[[[5., 4.],
              [7., 9.]]]])
    >>> max_pool2d(x, 3, stride=2, padding=1)
    tensor([[[[5., 4.],
              [7., 9.]]]])
    """
    raise NotImplementedError("max_pool2d")

# %% [markdown] tags=["ko"]
# `max_pool2d`를 다 썼으면 슬라이드의 표에 써 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 가운데는 2×2 창이 나란히 놓일 때이고, 오른쪽은 3×3
# 창 네 개가 **겹칠 때**입니다. 네 창에 모두 9가 들어 있습니다.

# %% [markdown] tags=["en"]
# When `max_pool2d` is written, use it on the table of the slides. (Before, nothing is drawn.) In
# the middle 2×2 windows lie side by side, on the right four 3×3 windows **overlap**: the 9 is in
# all of them.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        draw_tables(
            {
                "table": table,
                "max_pool2d(table, 2)": max_pool2d(table, 2),
                "max_pool2d(table, 3, stride=1)": max_pool2d(table, 3, stride=1),
            }
        )
        plt.show()

# %% [markdown] tags=["ko"]
# ## 2. `avg_pool2d` (3점)
#
# 창마다 평균을 구하세요. 패딩은 0으로 채우므로 합은 실제 값들의 합입니다. 그 합을 무엇으로 나누는지는
# `count_include_pad`가 정합니다.
#
# * `True`이면 패딩도 칸으로 셉니다. 언제나 $k^2$으로 나눕니다.
# * `False`이면 창에 든 칸 가운데 **패딩이 아닌 칸의 수**로 나눕니다.
#
# 슬라이드의 표에 `kernel=3, stride=2, padding=1`을 적용하면, 첫 번째 창에는 5, 2, 2, 1과 패딩 다섯
# 칸이 들어갑니다. 합은 10입니다.
#
# ```
# 0 0 0
# 0 5 2      True → 10/9 = 1.1111     False → 10/4 = 2.5
# 0 2 1
# ```
#
# 네 창의 평균은 `True`이면 `[1.1111, 1.2222, 2, 4]`, `False`이면 `[2.5, 1.8333, 3, 4]`입니다.
#
# * 슬라이드의 표처럼 창이 나란히 놓일 때, 기본 스트라이드 2점
# * 여러 크기와 패딩 1점

# %% [markdown] tags=["en"]
# ## 2. `avg_pool2d` (3 points)
#
# Find the mean of each window. The padding is filled with 0, so that the sum is that of the real
# values. What it is divided by, `count_include_pad` says:
#
# * with `True` the padding counts as cells: one always divides by $k^2$.
# * with `False` one divides by the number of cells in the window **that are not padding**.
#
# With `kernel=3, stride=2, padding=1` on the table of the slide the first window holds 5, 2, 2, 1
# and five cells of padding. The sum is 10.
#
# ```
# 0 0 0
# 0 5 2      True → 10/9 = 1.1111     False → 10/4 = 2.5
# 0 2 1
# ```
#
# The means of the four windows are `[1.1111, 1.2222, 2, 4]` with `True` and
# `[2.5, 1.8333, 3, 4]` with `False`.
#
# * 2 points for windows side by side, as on the slide, with the default stride
# * 1 point for any sizes and for padding

# %%
def avg_pool2d(
    x: Tensor,
    kernel: int,
    stride: int | None = None,
    padding: int = 0,
    count_include_pad: bool = True,
) -> Tensor:
    """창마다 평균 / the mean of each window

    x (N, C, H, W)  →  (N, C, H', W'), x와 같은 dtype / of the dtype of x
    stride: None이면 kernel과 같음 / None means kernel
    오류 / errors: "이 과제의 규칙" / "Rules for this assignment" → ValueError

    >>> x = torch.tensor([[[[5.0, 2, 3, 4], [2, 1, 0, 1], [3, 7, 9, 5], [1, 4, 1, 8]]]])
    >>> avg_pool2d(x, 2)
    tensor([[[[2.5000, 2.0000],
              [3.7500, 5.7500]]]])
    >>> avg_pool2d(x, 3, stride=2, padding=1, count_include_pad=False)
    tensor([[[[2.5000, 1.8333],
              [3.0000, 4.0000]]]])
    """
    raise NotImplementedError("avg_pool2d")

# %% [markdown] tags=["ko"]
# 이번에는 잡티가 섞인 동그라미를 4×4 창으로 줄여 봅시다. max pooling은 밝은 잡티까지 남기고, average pooling은 잡티를 고르게 펴 버립니다. 크기는
# 둘 다 1/16입니다.

# %% [markdown] tags=["en"]
# Now shrink a noisy ring with 4×4 windows. Max pooling keeps the bright specks too, average
# pooling smooths them away. Both leave 1/16 of the cells.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        i, j = torch.meshgrid(torch.arange(64.0), torch.arange(64.0), indexing="ij")
        distance = ((i - 31.5) ** 2 + (j - 31.5) ** 2).sqrt()
        ring = ((distance > 14) & (distance < 24)).float()
        noisy = (ring + (torch.rand(64, 64) < 0.01))[None, None].clamp(max=1)
        images = {
            "64×64": noisy,
            "max_pool2d(x, 4)": max_pool2d(noisy, 4),
            "avg_pool2d(x, 4)": avg_pool2d(noisy, 4),
        }
        figure, panels = plt.subplots(1, 3, figsize=(10, 3.6), layout="constrained")
        for axes, (title, image) in zip(panels, images.items(), strict=True):
            axes.imshow(image[0, 0], cmap="gray", vmin=0, vmax=1)
            axes.set(title=title, xticks=[], yticks=[])
        plt.show()

# %% [markdown] tags=["ko"]
# ## 3. `global_avg_pool2d` (2점)
#
# 이미지 전체를 창 하나로 보고, 이미지마다 채널마다 평균을 하나씩 구하세요. 결과의 shape은
# `(N, C, 1, 1)`이 아니라 `(N, C)`입니다. $N$이나 $C$가 1일 때도 같습니다. 값 1점, shape과 dtype
# 1점입니다.

# %% [markdown] tags=["en"]
# ## 3. `global_avg_pool2d` (2 points)
#
# Take the whole image as one window and find one mean for each image and each channel. The shape
# of the result is `(N, C)` and not `(N, C, 1, 1)`, also where $N$ or $C$ is 1. 1 point for the
# values, 1 for shape and dtype.

# %%
def global_avg_pool2d(x: Tensor) -> Tensor:
    """채널마다 평균 하나 / one mean for each channel

    x (N, C, H, W)  →  (N, C), x와 같은 dtype / of the dtype of x
    오류 / errors: x가 4차원이 아님 / x is not 4-D → ValueError

    >>> x = torch.tensor([[[[5.0, 2, 3, 4], [2, 1, 0, 1], [3, 7, 9, 5], [1, 4, 1, 8]]]])
    >>> global_avg_pool2d(x)
    tensor([[3.5000]])
    """
    raise NotImplementedError("global_avg_pool2d")

# %% [markdown] tags=["ko"]
# ## 4. `pool_out_size` (1점)
#
# 한 방향의 출력 크기를 정수(int)로 구하세요. `2.0`은 실수(float)이므로 틀린 것으로 채점합니다.
# `ceil_mode=False`이면 맨 위의 식과 같습니다.
#
# `ceil_mode=True`이면 내림 대신 **올림**(ceil)을 합니다. 끝에 남은 칸도 창 하나로 봅니다. 길이 5에
# 2칸짜리 창이면 내림은 2, 올림은 3입니다. 다만 **마지막 창이 왼쪽 패딩이나 입력 안에서 시작해야
# 합니다.** 왼쪽 패딩의 첫 칸을 0번으로 세면, 마지막 창이 시작하는 칸의 번호가 $n + p$보다 작아야
# 합니다. 그렇지 않으면 그 창을 빼서 크기가 1 줄어듭니다.
#
# ```
# n = 3, k = 2, s = 3, p = 0
#
# 칸     0  1  2
# 창 1   ■  ■
# 창 2            ■  ■      3번에서 시작하므로 뺍니다: 2가 아니라 1
# ```

# %% [markdown] tags=["en"]
# ## 4. `pool_out_size` (1 point)
#
# Find the size of the output along one side, as an int. `2.0` is a float and does not count. With
# `ceil_mode=False` it is the formula at the top.
#
# With `ceil_mode=True` one rounds **up** (ceil): what is left over at the end gets a window of its
# own. Windows of 2 on a length of 5 make 2 rounded down and 3 rounded up. But **the last window
# must start in the left padding or in the input.** With the first cell of the left padding as
# cell 0, the cell where the last window starts must be below $n + p$. Where it is not, that window
# goes and the size is 1 less.
#
# ```
# n = 3, k = 2, s = 3, p = 0
#
# cell       0  1  2
# window 1   ■  ■
# window 2            ■  ■      starts at cell 3, so it goes: 1, not 2
# ```

# %%
def pool_out_size(
    n: int, kernel: int, stride: int | None = None, padding: int = 0, ceil_mode: bool = False
) -> int:
    """floor((n + 2p - k) / s) + 1; ceil_mode=True이면 올림 / rounded up with ceil_mode=True

    stride: None이면 kernel과 같음 / None means kernel
    결과 / returns: int, 1 이상 / 1 or more
    오류 / errors: "이 과제의 규칙" / "Rules for this assignment" → ValueError

    >>> pool_out_size(5, 2)
    2
    >>> pool_out_size(5, 2, ceil_mode=True)
    3
    >>> pool_out_size(3, 2, stride=3, ceil_mode=True)
    1
    """
    raise NotImplementedError("pool_out_size")

# %% [markdown] tags=["ko"]
# 내림과 올림의 차이를 그려 봅시다. 길이가 2로 나누어떨어지지 않을 때에만 한 칸이 다릅니다.

# %% [markdown] tags=["en"]
# Draw the difference between rounding down and rounding up: one cell, and only where the length
# cannot be divided by 2.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        lengths = range(2, 15)
        for ceil_mode, marker in ((True, "^"), (False, "v")):
            sizes = [pool_out_size(n, 2, ceil_mode=ceil_mode) for n in lengths]
            plt.plot(lengths, sizes, marker, label=f"ceil_mode={ceil_mode}")
        plt.xticks(lengths)
        plt.xlabel("length of the input (kernel 2)")
        plt.ylabel("length of the output")
        plt.grid(alpha=0.3)
        plt.legend()
        plt.show()
