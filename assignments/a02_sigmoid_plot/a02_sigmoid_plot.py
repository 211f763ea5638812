# %% [markdown] tags=["ko"]
# # 시그모이드 그래프: 경사와 이동
#
# 로지스틱 회귀는 $\sigma(wx + b)$로 예측합니다. 두 숫자 $w$와 $b$가 곡선의 모양을 정합니다.
#
# $$\sigma(wx + b) = \frac{1}{1 + e^{-(wx + b)}}$$
#
# * **가중치 $w$는 경사**(slope)입니다. $w$가 클수록 0에서 1로 가파르게 올라갑니다.
# * **편향 $b$는 좌우 이동**(shift)입니다. 곡선은 $wx + b = 0$인 곳, 즉 $x = -\frac{b}{w}$에서
#   0.5를 지납니다. $b = 1$이면 $x = -1$입니다. 그래서 **$b$가 양수이면 곡선은 왼쪽으로** 움직입니다.
#   오른쪽이 아닙니다!
#
# $b$는 시그모이드 **안에서** 더합니다. $\sigma(x) + b$라고 쓰면 곡선이 위로 올라가 버리고, 값이 더
# 이상 0과 1 사이에 있지 않습니다. $w$도 마찬가지입니다. $w \cdot \sigma(x)$는 경사가 아니라 높이를
# 바꿉니다.

# %% [markdown] tags=["en"]
# # Sigmoid plots: slope and shift
#
# Logistic regression predicts with $\sigma(wx + b)$. Two numbers, $w$ and $b$, shape its curve.
#
# $$\sigma(wx + b) = \frac{1}{1 + e^{-(wx + b)}}$$
#
# * **The weight $w$ is the slope.** The larger $w$, the more steeply the curve rises from 0 to 1.
# * **The bias $b$ is the shift.** The curve passes 0.5 where $wx + b = 0$, that is at
#   $x = -\frac{b}{w}$. For $b = 1$ that is $x = -1$: **a positive $b$ moves the curve to the left**,
#   not to the right!
#
# $b$ is added **inside** the sigmoid. $\sigma(x) + b$ would lift the curve, and its values would no
# longer lie between 0 and 1. The same goes for $w$: $w \cdot \sigma(x)$ changes the height, not the
# slope.

# %%
from contextlib import suppress

import matplotlib.pyplot as plt
import torch
from matplotlib.figure import Figure
from torch import Tensor

# %% [markdown] tags=["ko"]
# 슬라이드의 이동 그래프를 실행해 봅시다. 슬라이드에는 제목만 있어서 어느 선이 어느 $b$인지 알 수
# 없습니다. 여기에서는 `label=`로 이름을 붙이고 `plt.legend()`로 **범례**(legend)를 그렸습니다.
# 점선은 $x = 0$의 세로선입니다. 각 곡선이 높이 0.5를 어디에서 지나는지 찾아보세요.

# %% [markdown] tags=["en"]
# Run the shift plot of the slides. There it has nothing but a title, so that one cannot tell which
# line belongs to which $b$. Here each line has a name (`label=`), and `plt.legend()` draws the
# **legend**. The dotted line stands at $x = 0$. See where each curve passes the height 0.5.

# %%
if __name__ == "__main__":
    x = torch.arange(-5.0, 5.0, 0.1)  # 100 points, -5.0 … 4.9
    plt.plot(x, torch.sigmoid(x + 0.5), "r", linestyle="--", label="b = 0.5")
    plt.plot(x, torch.sigmoid(x), "g", linestyle="-", label="b = 0")
    plt.plot(x, torch.sigmoid(x + 1.0), "b", linestyle="-.", label="b = 1")
    plt.plot(x, torch.sigmoid(x + 2.0), "black", linestyle=":", label="b = 2")
    plt.plot([0, 0], [1.0, 0.0], ":", color="gray")
    plt.xlabel("x")
    plt.title("Sigmoid Function")
    plt.legend()
    plt.show()

# %% [markdown] tags=["ko"]
# ## 1. `sigmoid_curves` (3점)
#
# 곡선 여러 개를 한 번에 계산합니다. 행 $i$가 $\sigma(w_i x + b_i)$입니다. 점이 $m$개, 곡선이 $k$개이면
# 결과는 `(k, m)`입니다.
#
# * `x`는 `(m,)`인 float 텐서이고, `w`와 `b`는 Python 숫자(int나 float)가 $k$개($k \ge 1$) 들어 있는
#   리스트나 튜플입니다.
# * 결과의 dtype은 `x`와 같습니다(float32 또는 float64).
# * 점이 없으면($m = 0$) 결과는 `(k, 0)`입니다.
# * `w`와 `b`의 **길이가 다르면** `ValueError`를 발생시키세요. 길이가 1이어도 마찬가지입니다. `zip`은
#   긴 쪽의 나머지를 말없이 버리고, 텐서의 덧셈은 길이 1을 말없이 늘립니다.
# * `x`로 기울기가 이어져야 하고, `x`를 바꾸면 안 됩니다.

# %% [markdown] tags=["en"]
# ## 1. `sigmoid_curves` (3 points)
#
# Compute several curves at once: row $i$ is $\sigma(w_i x + b_i)$. For $m$ points and $k$ curves
# the result is `(k, m)`.
#
# * `x` is a float tensor of shape `(m,)`; `w` and `b` are lists or tuples of $k$ Python numbers
#   (int or float), $k \ge 1$.
# * The result has the dtype of `x` (float32 or float64).
# * Without points ($m = 0$) the result is `(k, 0)`.
# * Raise a `ValueError` where `w` and `b` **differ in length**, also where one of them has length 1.
#   `zip` silently drops what the longer one has more, and adding tensors silently stretches a
#   length of 1.
# * Gradients must flow to `x`, and `x` must not be changed.

# %%
def sigmoid_curves(x: Tensor, w: list[float], b: list[float]) -> Tensor:
    """행 i = σ(w[i] x + b[i]) / row i = σ(w[i] x + b[i])

    x (m,), w와 b: 숫자 k개 / k numbers each  →  (k, m), dtype은 x와 같음 / dtype of x
    오류 / errors: len(w) != len(b) → ValueError

    >>> sigmoid_curves(torch.tensor([-1.0, 0.0, 1.0]), [1, 2], [0, 1])
    tensor([[0.2689, 0.5000, 0.7311],
            [0.2689, 0.7311, 0.9526]])
    """
    raise NotImplementedError("sigmoid_curves")

# %% [markdown] tags=["ko"]
# `sigmoid_curves`를 다 썼으면 그려 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 슬라이드에 없는 곡선도 한 번에 계산합니다. 검은 점은
# $x = -\frac{b}{w}$입니다. 곡선마다 여기에서 높이 0.5를 지나야 합니다. $w$가 음수이면 곡선이 내려갑니다.

# %% [markdown] tags=["en"]
# When `sigmoid_curves` is written, draw what it gives. (Before, nothing is drawn.) It computes
# curves at once that are not on the slides, too. The black dots are at $x = -\frac{b}{w}$: there
# each curve must pass the height 0.5. Where $w$ is negative, the curve falls.

# %%
if __name__ == "__main__":
    with suppress(NotImplementedError):
        x = torch.arange(-8.0, 8.0, 0.1)
        w, b = [1, 4, 1, -1], [0, 8, -3, 5]
        for slope, shift, curve in zip(w, b, sigmoid_curves(x, w, b), strict=True):
            plt.plot(x, curve, label=f"w = {slope}, b = {shift}")
            plt.plot(-shift / slope, 0.5, "ko")
        plt.xlabel("x")
        plt.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 2. `plot_slopes`, `plot_shifts` (5점)
#
# 그래프 둘을 그려서 **돌려주세요**. 하나에는 곡선이 네 개씩 있습니다.
#
# | 함수 | 곡선 | |
# |---|---|---|
# | `plot_slopes` | $w$ = 0.5, 1, 2, 10 | $b$ = 0 |
# | `plot_shifts` | $b$ = 0.5, 0, 1, 2 | $w$ = 1 |
#
# matplotlib에서 **Figure**는 그림 한 장, **Axes**는 그 안의 좌표축 하나입니다.
#
# ```python
# fig, ax = plt.subplots()          # 새 그림과 좌표축
# ax.plot(x, y, label="w = 1")      # 선 하나
# ax.set_title("...")
# ax.legend()
# return fig
# ```
#
# * **2점** (`plot_slopes`), **1점** (`plot_shifts`) 네 곡선을 **한 좌표축에** 모두 그립니다. `x`가
#   없으면 슬라이드의 `torch.arange(-5.0, 5.0, 0.1)`을 쓰고, 있으면 그 `x`의 처음부터 끝까지
#   그립니다. 이때 `x`는 점이 50개 이상인 1차원 텐서이고, 범위가 더 넓거나 float64이거나 크기순이 아닐 수도
#   있습니다. 곡선 하나는 선 하나 또는 `scatter` 하나로 그립니다. 색과 선 모양, 점의 간격, 격자 같은 다른
#   요소는 자유입니다. 슬라이드의 점선($x = 0$)도 그리면 좋지만 채점하지는 않습니다. `x`를 바꾸면 안 됩니다.
# * **1점** 두 그림 모두 제목에 **sigmoid**가 들어가고(대소문자 자유), 범례에 곡선마다 한 항목씩, 모두 네
#   항목이 있습니다. 이름은 자유입니다.
# * **1점** 함수를 여러 번 불러도 그림마다 **자기 곡선만** 있습니다. 또, `x.requires_grad`가 `True`여도
#   그려집니다. matplotlib은 이런 텐서를 그리지 못하므로 `.detach()`로 떼어 낸 값을 그리세요. `detach_()`처럼
#   `x` 자체의 `requires_grad`를 바꾸면 안 됩니다.
#
# > `plt.figure()`나 `plt.subplots()` 없이 `plt.plot(...)`만 부르면 **지금 열려 있는 그림** 위에 그려집니다.
# > 그 그림에 앞의 함수가 그린 선이 남아 있으면 선이 점점 쌓입니다.
#
# `plt.show()`는 불러도 됩니다. `return`을 잊어 `None`을 돌려주면 그 함수가 그린 그림 하나를 채점하지만,
# 돌려준 그림은 나중에 고치거나 `fig.savefig("slopes.png")`로 저장할 수 있으니 돌려주는 것이 좋습니다.

# %% [markdown] tags=["en"]
# ## 2. `plot_slopes`, `plot_shifts` (5 points)
#
# Draw two plots of four curves each, and **return** them.
#
# | function | curves | |
# |---|---|---|
# | `plot_slopes` | $w$ = 0.5, 1, 2, 10 | $b$ = 0 |
# | `plot_shifts` | $b$ = 0.5, 0, 1, 2 | $w$ = 1 |
#
# In matplotlib a **Figure** is the whole picture, and an **Axes** is one plot in it.
#
# ```python
# fig, ax = plt.subplots()          # a new picture with one Axes
# ax.plot(x, y, label="w = 1")      # one line
# ax.set_title("...")
# ax.legend()
# return fig
# ```
#
# * **2 points** (`plot_slopes`), **1 point** (`plot_shifts`) All four curves are there, **on one
#   Axes**. Without `x`, use `torch.arange(-5.0, 5.0, 0.1)` as on the slide; with it, draw from one
#   end of that `x` to the other. It is a 1-d tensor of at least 50 points; it may be wider, float64,
#   or in no order. Draw each curve as one line or one `scatter`. Colours and styles, the spacing of
#   the points, and extras such as a grid are up to you. The dotted line of the slide ($x = 0$) is
#   nice to have, but not graded. `x` must not be changed.
# * **1 point** Both pictures have a title that says **sigmoid** (in small letters or capitals) and a
#   legend with an entry for each of the four curves. Its texts are up to you.
# * **1 point** However often the functions are called, each picture holds **its own curves only**.
#   And it works where `x.requires_grad` is `True`: matplotlib cannot draw such a tensor, so draw
#   what `.detach()` gives. `requires_grad` of `x` itself must stay as it is: no `detach_()`.
#
# > Without `plt.figure()` or `plt.subplots()`, `plt.plot(...)` draws on **the picture that happens
# > to be open**. If the lines of an earlier call are still on it, lines pile up.
#
# You may call `plt.show()`. If you forget `return`, so that `None` comes back, the one picture that
# the function drew is graded; but a picture that is returned can be changed later, or saved with
# `fig.savefig("slopes.png")`, so do return it.

# %%
def plot_slopes(x: Tensor | None = None) -> Figure:
    """σ(0.5x), σ(x), σ(2x), σ(10x)

    x (m,), m ≥ 50; None → torch.arange(-5.0, 5.0, 0.1)
    결과 / returns: 새 Figure, Axes 하나 / a new Figure with one Axes
    """
    raise NotImplementedError("plot_slopes")

# %%
def plot_shifts(x: Tensor | None = None) -> Figure:
    """σ(x + 0.5), σ(x), σ(x + 1), σ(x + 2)

    x (m,), m ≥ 50; None → torch.arange(-5.0, 5.0, 0.1)
    결과 / returns: 새 Figure, Axes 하나 / a new Figure with one Axes
    """
    raise NotImplementedError("plot_shifts")

# %% [markdown] tags=["ko"]
# 다 썼으면 아래 셀로 두 그림을 확인하세요. 곡선이 왼쪽으로 움직이나요?
#
# > 제목의 한글이 네모(□)로 나오면 그 컴퓨터에 한글 글꼴이 없는 것입니다. (Colab이 그렇습니다.) 제목을
# > 영어로 쓰세요.

# %% [markdown] tags=["en"]
# When you are done, look at both pictures with the cell below. Do the curves move to the left?

# %%
if __name__ == "__main__":
    for draw in (plot_slopes, plot_shifts):
        with suppress(NotImplementedError):
            draw()
            plt.show()
