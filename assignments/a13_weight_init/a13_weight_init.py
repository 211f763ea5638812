# %% [markdown] tags=["ko"]
# # 가중치 초기화와 히스토그램
#
# 학습을 시작하기 전에 가중치에는 어떤 값이 들어 있어야 할까요? 모두 0이면 뉴런이 모두 똑같이 움직이고,
# 너무 작으면 신호가 층을 지날수록 사라지며, 너무 크면 폭발합니다. 그래서 **알맞은 크기의 무작위 값**을
# 씁니다. 알맞은 크기는 뉴런 하나가 몇 개의 값과 이어져 있는지로 정합니다.
#
# * **fan_in**: 출력 하나를 계산할 때 쓰이는 입력의 수
# * **fan_out**: 입력 하나가 쓰이는 출력의 수
#
# 가중치의 shape이 `(출력, 입력, 커널의 변…)`이면
#
# $$fan_{in} = \text{입력 채널} \times \text{커널의 넓이}, \qquad
# fan_{out} = \text{출력 채널} \times \text{커널의 넓이}$$
#
# 입니다. 커널의 넓이는 **모든 변의 곱**이고, 커널이 없는 Linear에서는 1입니다. 슬라이드의
# `nn.Conv2d(1, 1, 5)`는 $1 \times 25$로 둘 다 25라서 둘을 바꾸어 써도 티가 나지 않습니다.
#
# | 방법 | 균등분포 $U(-a, a)$의 $a$ | 정규분포의 표준편차 |
# |---|---|---|
# | Xavier | $gain \cdot \sqrt{\dfrac{6}{fan_{in} + fan_{out}}}$ | $gain \cdot \sqrt{\dfrac{2}{fan_{in} + fan_{out}}}$ |
# | Kaiming (ReLU) | $\sqrt{\dfrac{6}{fan}}$ | $\sqrt{\dfrac{2}{fan}}$ |
#
# Kaiming의 $fan$은 `mode`가 정하는 대로 $fan_{in}$이나 $fan_{out}$입니다. ReLU의 gain $\sqrt{2}$는 6과 2에
# 이미 들어 있습니다. $U(-a, a)$의 표준편차는 $a / \sqrt{3}$입니다. 그래서 같은 방법이라도 $a$가
# 표준편차의 $\sqrt{3}$배입니다.

# %% [markdown] tags=["en"]
# # Weight initialisers and histogram
#
# What should be in the weights before training starts? If all are 0, all neurons move alike; if they
# are too small, the signal fades from layer to layer; if too large, it explodes. So they get
# **random values of the right size**. What is right depends on how many values a neuron is tied to.
#
# * **fan_in**: the number of inputs that go into one output
# * **fan_out**: the number of outputs that one input goes into
#
# For a weight of shape `(out, in, sides of the kernel …)`
#
# $$fan_{in} = \text{in channels} \times \text{area of the kernel}, \qquad
# fan_{out} = \text{out channels} \times \text{area of the kernel}$$
#
# The area is **the product of all sides**; a Linear has no kernel, and there it is 1. For the
# `nn.Conv2d(1, 1, 5)` of the slides both are $1 \times 25 = 25$, so that one would not notice if
# they were swapped.
#
# | method | $a$ of the uniform $U(-a, a)$ | standard deviation of the normal |
# |---|---|---|
# | Xavier | $gain \cdot \sqrt{\dfrac{6}{fan_{in} + fan_{out}}}$ | $gain \cdot \sqrt{\dfrac{2}{fan_{in} + fan_{out}}}$ |
# | Kaiming (ReLU) | $\sqrt{\dfrac{6}{fan}}$ | $\sqrt{\dfrac{2}{fan}}$ |
#
# The $fan$ of Kaiming is $fan_{in}$ or $fan_{out}$, as `mode` says. The gain $\sqrt{2}$ of ReLU is in
# the 6 and the 2 already. The standard deviation of $U(-a, a)$ is $a / \sqrt{3}$; that is why, in
# each row, $a$ is $\sqrt{3}$ times the standard deviation.

# %%
from collections.abc import Sequence
from contextlib import suppress

import matplotlib.pyplot as plt
import torch
import torch.nn as nn
from matplotlib.figure import Figure
from torch import Tensor

# %% [markdown] tags=["ko"]
# 슬라이드의 예입니다. 1과 10 사이에서 뽑은 값 100개를, 왼쪽에는 뽑은 **순서대로**, 오른쪽에는
# **히스토그램**으로 그립니다. 히스토그램은 가장 작은 값과 가장 큰 값 사이를 같은 너비의 구간(bin)으로
# 나누어, 구간마다 값이 몇 개인지 셉니다. 균등분포라서 막대의 높이가 비슷합니다.

# %% [markdown] tags=["en"]
# The example of the slides: 100 values drawn between 1 and 10, on the left **in the order** in which
# they were drawn, on the right as a **histogram**. It divides what lies between the least and the
# greatest value into bins of equal width, and counts the values in each. The distribution is uniform,
# so the bars are about equally high.

# %%
if __name__ == "__main__":
    tensor = torch.empty(100)
    nn.init.uniform_(tensor, 1, 10)

    plt.figure(figsize=(9, 3), layout="constrained")
    plt.subplot(1, 2, 1)
    plt.plot(range(len(tensor)), tensor)
    plt.xlabel("index")
    plt.ylabel("value")
    plt.subplot(1, 2, 2)
    plt.hist(tensor, edgecolor="white")
    plt.xlabel("value")
    plt.ylabel("count")
    plt.show()

# %% [markdown] tags=["ko"]
# 크기가 왜 중요한지 봅시다. ReLU 층 20개를 지나는 동안 값의 표준편차가 어떻게 변하는지 그렸습니다. 세로축은
# 로그 눈금입니다. Kaiming($\sqrt{2 / fan_{in}}$)만 크기를 지킵니다.

# %% [markdown] tags=["en"]
# See why the size matters: this is the standard deviation of the values on their way through 20 ReLU
# layers (mind the logarithmic axis). Only Kaiming, $\sqrt{2 / fan_{in}}$, keeps it.

# %%
if __name__ == "__main__":
    plt.figure(figsize=(6, 3.6), layout="constrained")
    for name, std in (("too small", 0.02), ("Kaiming", (2 / 256) ** 0.5), ("too large", 0.2)):
        x, sizes = torch.randn(64, 256), []
        for _ in range(20):
            x = torch.relu(x @ (std * torch.randn(256, 256)))
            sizes.append(x.std().item())
        plt.semilogy(range(1, 21), sizes, label=f"{name}: std {std:.3f}")
    plt.xticks(range(0, 21, 5))
    plt.xlabel("layer")
    plt.ylabel("standard deviation")
    plt.legend()
    plt.show()

# %% [markdown] tags=["ko"]
# 슬라이드의 코드를 그대로 실행하면 걸리는 곳이 몇 군데 있습니다.
#
# * `nn.Conv2D` → `nn.Conv2d`입니다. d가 소문자입니다.
# * `nn.init.constant_(w, 1, 1)` → `constant_`는 값을 하나만 받습니다.
# * `nn.init.eye_(conv.weight)` → `eye_`는 2차원 텐서에만 쓸 수 있어서 `ValueError`가 발생합니다.
# * `nn.init.xavier_uniform_(torch.empty(100))` → 1차원에는 fan_in과 fan_out이 없어서 `ValueError`입니다.
# * `model.bias.data = nn.Parameter(torch.Tensor([[[[0.5]]]]))` → 오류 없이 지나가지만 bias의 shape이
#   (1, 1, 1, 1)이 되어, 나중에 `model(x)`에서 오류가 납니다. 4번에서 고칩니다.

# %% [markdown] tags=["en"]
# There are some traps in the code of the slides.
#
# * `nn.Conv2D` → it is `nn.Conv2d`, with a small d.
# * `nn.init.constant_(w, 1, 1)` → `constant_` takes one value only.
# * `nn.init.eye_(conv.weight)` → `eye_` is for 2-d tensors only; this is a `ValueError`.
# * `nn.init.xavier_uniform_(torch.empty(100))` → with one dimension there is no fan_in and no fan_out:
#   a `ValueError`.
# * `model.bias.data = nn.Parameter(torch.Tensor([[[[0.5]]]]))` → passes without an error, but then
#   the bias has shape (1, 1, 1, 1), and `model(x)` fails later. Task 4 mends that.

# %% [markdown] tags=["ko"]
# ## 1. `fans` (2점)
#
# 가중치의 shape에서 `(fan_in, fan_out)`을 구하세요. 위의 식 그대로입니다.
#
# * `shape`은 int의 튜플이나 리스트입니다. 커널은 0차원(Linear)부터 3차원(Conv3d)까지이고, 정사각형이
#   아닐 수도 있습니다.
# * 결과는 정수 두 개입니다. `25.0`과 같은 float는 안 됩니다.
# * 차원이 둘보다 적으면 `ValueError`를 발생시키세요.
#
# 오류는 언제나 `raise ValueError(...)`로 발생시킵니다. `assert`는 인정하지 않습니다.

# %% [markdown] tags=["en"]
# ## 1. `fans` (2 points)
#
# Find `(fan_in, fan_out)` from the shape of a weight, by the formulas above.
#
# * `shape` is a tuple or list of ints. The kernel has 0 dimensions (Linear) to 3 (Conv3d), and need
#   not be a square.
# * The result is two whole numbers. Floats such as `25.0` are not.
# * Raise a `ValueError` where there are fewer than two dimensions.
#
# Always raise errors with `raise ValueError(...)`. An `assert` does not count.

# %%
def fans(shape: Sequence[int]) -> tuple[int, int]:
    """(출력, 입력, *커널) → (fan_in, fan_out) / (out, in, *kernel) → (fan_in, fan_out)

    오류 / errors: len(shape) < 2 → ValueError

    >>> fans((1, 1, 5, 5)), fans((64, 32, 3, 3)), fans((200, 300))
    ((25, 25), (288, 576), (300, 200))
    """
    raise NotImplementedError("fans")

# %% [markdown] tags=["ko"]
# ## 2. `init_scale` (3점)
#
# 위의 표에서 알맞은 칸을 계산하세요. 균등분포이면 범위 $a$, 정규분포이면 표준편차입니다.
#
# * 결과는 Python의 float입니다. (텐서가 아닙니다. `math.sqrt`를 쓰거나 `.item()`을 부르세요.)
# * `gain`은 Xavier에만, `mode`(`"fan_in"` 또는 `"fan_out"`)는 Kaiming에만 쓰입니다. 여기서는 네 방법 모두
#   `mode`의 기본값이 `"fan_in"`입니다.
# * `ValueError`: 모르는 `name`, Kaiming에서 모르는 `mode`, 차원이 둘보다 적은 `shape`.

# %% [markdown] tags=["en"]
# ## 2. `init_scale` (3 points)
#
# Compute the right cell of the table above: the bound $a$ for a uniform, the standard deviation for
# a normal.
#
# * The result is a Python float (no tensor: use `math.sqrt`, or call `.item()`).
# * `gain` is used in Xavier only, `mode` (`"fan_in"` or `"fan_out"`) in Kaiming only. Here `mode` is
#   `"fan_in"` by default for all of them.
# * A `ValueError` is raised for an unknown `name`, for an unknown `mode` in Kaiming, and for a
#   `shape` of fewer than two dimensions.

# %%
def init_scale(
    name: str, shape: Sequence[int], gain: float = 1.0, mode: str = "fan_in"
) -> float:
    """균등분포의 범위 또는 정규분포의 표준편차 / bound of a uniform, or std of a normal

    name: "xavier_uniform", "xavier_normal", "kaiming_uniform", "kaiming_normal"
    오류 / errors: name, mode, len(shape) < 2 → ValueError

    >>> init_scale("xavier_uniform", (1, 1, 5, 5))
    0.34641016151377546
    >>> init_scale("kaiming_normal", (64, 32, 3, 3), mode="fan_out")
    0.05892556509887896
    """
    raise NotImplementedError("init_scale")

# %% [markdown] tags=["ko"]
# 위의 그림을 여러분의 `init_scale`로 다시 그려 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) ReLU가 값의 절반을 0으로 만들기 때문에, 2를 곱해
# 주는 Kaiming만 크기를 지키고 Xavier는 층마다 작아집니다.

# %% [markdown] tags=["en"]
# Draw the picture above again with your `init_scale`. (Before it is written, nothing is drawn.) As
# ReLU turns half of the values into 0, only Kaiming with its factor of 2 keeps their size; with
# Xavier they get smaller from layer to layer.

# %%
if __name__ == "__main__":
    with suppress(NotImplementedError):
        for name in ("xavier_normal", "kaiming_normal"):
            std = init_scale(name, (256, 256))
            x, sizes = torch.randn(64, 256), []
            for _ in range(20):
                x = torch.relu(x @ (std * torch.randn(256, 256)))
                sizes.append(x.std().item())
            plt.semilogy(range(1, 21), sizes, marker=".", label=f"{name}: std {std:.3f}")
        plt.xticks(range(0, 21, 5))
        plt.xlabel("layer")
        plt.ylabel("standard deviation")
        plt.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 3. `init_weight` (3점)
#
# `shape`의 새 텐서를 만들어 돌려주세요. float32이고 `requires_grad`는 `False`입니다. `nn.init`의 함수를
# 써도 되고, 2번의 값으로 직접 만들어도 됩니다. 이름마다 키워드 인자와 기본값이 있습니다.
#
# | `name` | 키워드와 기본값 | 값 |
# |---|---|---|
# | `"uniform"` | `a=0.0, b=5.0` | $U(a, b)$ |
# | `"normal"` | `mean=0.0, std=1.0` | 평균 `mean`, 표준편차 `std`인 정규분포 |
# | `"constant"` | `value=2.0` | 모두 `value` |
# | `"ones"`, `"zeros"` | | 모두 1, 모두 0 |
# | `"eye"` | | 대각선만 1, 나머지는 0. 정사각형이 아니어도 됩니다. |
# | `"xavier_uniform"`, `"xavier_normal"` | `gain=1.0` | 위의 표 |
# | `"kaiming_uniform"` | `mode="fan_in"` | 위의 표 |
# | `"kaiming_normal"` | `mode="fan_out"` | 위의 표. 슬라이드처럼 기본값이 **fan_out**입니다. |
#
# * **1점** `constant`, `ones`, `zeros`, `eye`의 값. 그리고 다음 경우의 `ValueError`: 모르는 `name`,
#   2차원이 아닌 `shape`의 `eye`, 차원이 둘보다 적은 `shape`의 Xavier와 Kaiming.
# * **2점** 무작위 값의 분포와 `seed`. 값 20000개를 뽑아 범위, 평균, 표준편차, 분포의 모양을 확인합니다.
#   `seed`가 같으면 결과도 같고, 다르면 다릅니다. **0도 하나의 seed입니다.** `seed`가 `None`이면 부를 때마다
#   다른 값이 나옵니다.

# %% [markdown] tags=["en"]
# ## 3. `init_weight` (3 points)
#
# Make and return a new tensor of `shape`: float32, with `requires_grad` `False`. You may use the
# functions of `nn.init`, or build it yourself from task 2. Each name has its keywords and defaults.
#
# | `name` | keywords and defaults | values |
# |---|---|---|
# | `"uniform"` | `a=0.0, b=5.0` | $U(a, b)$ |
# | `"normal"` | `mean=0.0, std=1.0` | the normal of mean `mean` and standard deviation `std` |
# | `"constant"` | `value=2.0` | `value` everywhere |
# | `"ones"`, `"zeros"` | | 1 everywhere, 0 everywhere |
# | `"eye"` | | 1 on the diagonal, else 0; need not be a square |
# | `"xavier_uniform"`, `"xavier_normal"` | `gain=1.0` | the table above |
# | `"kaiming_uniform"` | `mode="fan_in"` | the table above |
# | `"kaiming_normal"` | `mode="fan_out"` | the table above; as on the slide, the default is **fan_out** |
#
# * **1 point** The values of `constant`, `ones`, `zeros` and `eye`. And a `ValueError` for an unknown
#   `name`, for `eye` with a `shape` that is not 2-d, and for Xavier and Kaiming with fewer than two
#   dimensions.
# * **2 points** The distribution of the random ones, and `seed`. 20000 values are drawn, and their
#   bounds, mean, standard deviation and distribution are looked at. The same `seed` gives the same
#   tensor, another one another. **0 is a seed too.** Where `seed` is `None`, each call gives other
#   values.

# %%
def init_weight(name: str, shape: Sequence[int], seed: int | None = None, **kw) -> Tensor:
    """초기화한 새 가중치 / a new weight, initialised

    결과 / returns: shape의 float32 텐서, requires_grad=False / a float32 tensor of `shape`
    오류 / errors: name; eye: len(shape) != 2; xavier, kaiming: len(shape) < 2 → ValueError

    >>> init_weight("eye", (2, 3))
    tensor([[1., 0., 0.],
            [0., 1., 0.]])
    >>> init_weight("constant", (2, 2), value=7.0)
    tensor([[7., 7.],
            [7., 7.]])
    """
    raise NotImplementedError("init_weight")

# %% [markdown] tags=["ko"]
# ## 4. `set_conv_params` (2점)
#
# 슬라이드의 `model.weight.data = …`는 shape을 검사하지 않습니다. 5×5 conv에 3×3 가중치를 넣으면 오류 없이
# 3×3 conv가 되어 버립니다. 안전한 함수를 만드세요. `conv`에는 bias가 있습니다.
#
# * `weight`와 `bias`의 값을 `conv`의 파라미터에 **복사**합니다. 돌려주는 값은 없습니다.
# * 둘 중 하나라도 shape이 **완전히 같지 않으면** `ValueError`를 발생시키고, 이때 `conv`는 조금도 바뀌지
#   않아야 합니다. `copy_`는 크기가 1인 텐서를 말없이 늘려서 넣으니 조심하세요. bias의 shape은
#   `(출력 채널,)`입니다.
# * `conv.weight`와 `conv.bias`는 **원래의 그 파라미터**로 남습니다(`requires_grad`도 `True`). 그래야 미리
#   만들어 둔 optimizer가 계속 학습시킬 수 있습니다.
# * 복사한 뒤에 `conv`를 학습시켜도 `weight`와 `bias` 텐서는 그대로여야 합니다. 메모리를 같이 쓰지 마세요.
#
# 파라미터를 고칠 때는 `with torch.no_grad():` 안에서 `copy_`를 쓰면 됩니다.

# %% [markdown] tags=["en"]
# ## 4. `set_conv_params` (2 points)
#
# The `model.weight.data = …` of the slides checks no shape: a 3×3 weight turns a 5×5 conv into a 3×3
# conv, without an error. Write a safe function. `conv` does have a bias.
#
# * It **copies** the values of `weight` and `bias` into the parameters of `conv`, and returns nothing.
# * Unless both shapes are **exactly the same**, it raises a `ValueError`, and then nothing of `conv`
#   may have changed. Mind that `copy_` silently stretches sizes of 1. The shape of a bias is
#   `(out channels,)`.
# * `conv.weight` and `conv.bias` stay **the very parameters they were** (with `requires_grad` `True`),
#   so that an optimizer made before goes on training them.
# * When `conv` is trained afterwards, the tensors `weight` and `bias` must stay as they are: share no
#   memory with them.
#
# To change a parameter, use `copy_` inside `with torch.no_grad():`.

# %%
def set_conv_params(conv: nn.Conv2d, weight: Tensor, bias: Tensor) -> None:
    """conv.weight ← weight, conv.bias ← bias

    weight: conv.weight와 같은 shape / the shape of conv.weight
    bias: (출력 채널,) / (out channels,)
    오류 / errors: shape이 다름 → ValueError, conv는 그대로 / shapes differ → ValueError, conv as it was
    """
    raise NotImplementedError("set_conv_params")

# %% [markdown] tags=["ko"]
# ## 5. `plot_init` (2점)
#
# 슬라이드의 두 그래프를 **한 그림(Figure)의 두 좌표축(Axes)에** 그려서 돌려주세요.
#
# * **선 그래프**: 가로축은 번호(0, 1, 2, … 또는 1, 2, 3, …), 세로축은 `t`의 값입니다. 뽑은 **순서 그대로**
#   `plot`으로 선 하나를 그립니다. 정렬하면 안 됩니다.
# * **히스토그램**: `t`의 최솟값과 최댓값 사이를 `bins`개의 구간으로 나눕니다. 한 축은 값, 다른 축은
#   개수입니다. `hist`, `bar`, `stairs`, `step` 가운데 무엇이든 좋고, 눕히거나 개수 대신 비율(density)을
#   그려도 됩니다.
# * `t`는 `(m,)`인 float 텐서입니다($m \ge 30$). `t.requires_grad`가 `True`여도 그려져야 하니 `.detach()`로
#   떼어 내세요. `t`를 바꾸면 안 됩니다.
# * 함수를 여러 번 불러도 앞에서 그린 것이 남아 있으면 안 됩니다. 부를 때마다 `plt.subplots(1, 2)`나
#   `plt.figure()`로 새 그림을 만드세요.
#
# 색, 제목, 배치는 자유이고 `plt.show()`를 불러도 됩니다.

# %% [markdown] tags=["en"]
# ## 5. `plot_init` (2 points)
#
# Draw the two plots of the slide **on two Axes of one Figure**, and return it.
#
# * **Line plot**: the indices (0, 1, 2, … or 1, 2, 3, …) on the horizontal axis, the values of `t` on
#   the vertical one. Draw one line with `plot`, **in the order** of `t`. Do not sort.
# * **Histogram**: divide what lies between the least and the greatest of `t` into `bins` bins. One
#   axis shows values, the other counts. `hist`, `bar`, `stairs` or `step` will all do; it may lie on
#   its side, or show a share (density) in place of counts.
# * `t` is a float tensor of shape `(m,)`, $m \ge 30$. It must work where `t.requires_grad` is `True`,
#   so take `.detach()` of it. `t` must not be changed.
# * However often the function is called, nothing of an earlier plot may be left over. Make a new
#   figure each time, with `plt.subplots(1, 2)` or `plt.figure()`.
#
# Colours, titles and layout are up to you, and you may call `plt.show()`.

# %%
def plot_init(t: Tensor, bins: int = 10) -> Figure:
    """선 그래프와 히스토그램 / line plot and histogram

    t (m,), m ≥ 30  →  새 Figure, Axes 둘 / a new Figure with two Axes
    """
    raise NotImplementedError("plot_init")

# %% [markdown] tags=["ko"]
# 다 썼으면 여러 방법을 그려 보세요. 종 모양과 평평한 모양이 구별되나요?

# %% [markdown] tags=["en"]
# When you are done, draw some initialisers. Can you tell the bells from the flat ones?

# %%
if __name__ == "__main__":
    with suppress(NotImplementedError):
        for name in ("uniform", "normal", "xavier_uniform", "kaiming_normal"):
            figure = plot_init(init_weight(name, (64, 32)).flatten(), bins=30)
            figure.suptitle(name)
            plt.show()
