# %% [markdown] tags=["ko"]
# # 강의자료 오류 고치기
#
# 강의자료에도 오류가 있습니다. 코드는 버전이 바뀌면 실행되지 않기도 하고, 손으로 옮기다가 글자 하나가
# 틀리기도 하고, 설명이 결과와 맞지 않기도 합니다. 남의 코드를 **읽고, 실행해 보고, 고치는 것**은 개발자가
# 매일 하는 일입니다.
#
# 이 과제에서는 지금까지 배운 슬라이드를 다시 읽으며 잘못된 곳을 고칩니다.
#
# | 슬라이드 | 무엇이 이상한가? | 문항 |
# |---|---|---|
# | `torch.sigmoid(W * x_data + b)` | `x_data`는 텐서가 아니라 리스트 | 1 |
# | `nn.init.constant_(conv.weight, 1,1)` | 인자가 하나 많음 | 2 |
# | 컬러 이미지 256 × 256 × 3 | PyTorch의 순서가 아님 | 3 |
# | "cost가 0일 때, 모두 더하면 0" | cost가 0이 아닌데도 합이 0 | 4 |
# | 반복문이 끝난 뒤의 `print(prediction)` | 마지막 업데이트 전의 값 | 5 |
#
# 마지막 문항은 슬라이드 전체에 대한 퀴즈 10개입니다.

# %% [markdown] tags=["en"]
# # Slide clinic: find and fix
#
# Slides have errors too. Code stops running when a version changes, a letter goes wrong when it is
# copied by hand, an explanation does not fit the result. To **read, run and mend** other people's
# code is what developers do every day.
#
# In this assignment you go through the slides once more and mend what is wrong.
#
# | slide | what is odd? | task |
# |---|---|---|
# | `torch.sigmoid(W * x_data + b)` | `x_data` is a list, not a tensor | 1 |
# | `nn.init.constant_(conv.weight, 1,1)` | one argument too many | 2 |
# | colour image 256 × 256 × 3 | not the order of PyTorch | 3 |
# | "when the cost is 0, they add up to 0" | the sum is 0 though the cost is not | 4 |
# | `print(prediction)` after the loop | values from before the last update | 5 |
#
# The last task is a quiz: ten questions on all the slides.

# %%
from contextlib import suppress

import torch
import torch.nn.functional as F
from torch import Tensor, nn, optim

# %% [markdown] tags=["ko"]
# 먼저 슬라이드의 코드 네 줄을 그대로 실행해 봅시다. 오류의 마지막 줄에는 보통 무엇이 잘못되었는지 쓰여
# 있습니다. 읽어 보세요. (`nn.Conv2D`는 대문자 `D`가 문제입니다. 옳은 이름은 `nn.Conv2d`입니다.)

# %% [markdown] tags=["en"]
# First run four lines of the slides as they are. The last line of an error mostly tells what is
# wrong: read it. (In `nn.Conv2D` it is the capital `D`; the right name is `nn.Conv2d`.)

# %%
if __name__ == "__main__":
    x_data = [[1], [2], [3], [4], [5], [6]]
    W, b = torch.zeros(1, 1), torch.zeros(1)
    conv = nn.Conv2d(1, 1, 3)
    for code in (
        "torch.sigmoid(W * x_data + b)",
        "torch.sigmoid(x_data.matmul(W) + b)",
        "nn.init.constant_(conv.weight, 1,1)",
        "nn.Conv2D(1, 1, 5)",
    ):
        try:
            eval(code)
        except Exception as error:
            print(f"{code}\n    {type(error).__name__}: {error}")

# %% [markdown] tags=["ko"]
# 오류가 나면 다행입니다. **오류 없이 틀리는 코드**가 더 무섭습니다. 슬라이드의 컬러 이미지는 `256 x 256 x 3`,
# 곧 (높이, 너비, 채널)입니다. 사진 파일을 읽으면 대개 이 순서입니다. 그러나 `nn.Conv2d`는 (개수, 채널, 높이,
# 너비)를 받습니다. shape만 맞추려고 `reshape`를 쓰면 오류는 없지만, 아래 오른쪽처럼 픽셀이 뒤섞입니다. 두
# 그림은 모두 같은 이미지의 "빨강 채널"입니다.

# %% [markdown] tags=["en"]
# An error is the lucky case. **Code that is wrong without an error** is worse. The colour image on the
# slide is `256 x 256 x 3`: height, width, channels. Image files are mostly read in this order. But
# `nn.Conv2d` takes (number, channels, height, width). Use `reshape` just to get the shape right, and
# there is no error, but the pixels are mixed up, as on the right below. Both pictures are "the red
# channel" of the same image.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    row, column = torch.meshgrid(torch.arange(256), torch.arange(256), indexing="ij")
    disc = ((row - 100) ** 2 + (column - 150) ** 2 < 70**2).float()
    image = torch.stack([disc, row / 255, column / 255], dim=2)
    print(image.shape)

    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 4))
    left.imshow(image[:, :, 0], cmap="gray")
    left.set_title("image[:, :, 0]")
    right.imshow(image.reshape(3, 256, 256)[0], cmap="gray")
    right.set_title("image.reshape(3, 256, 256)[0]")
    plt.show()

# %% [markdown] tags=["ko"]
# 어느 함수도 인자로 받은 텐서를 바꾸면 안 됩니다(2번의 `conv`는 예외입니다).
#
# ## 1. `hypothesis_from_list` (1점)
#
# 슬라이드의 `hypothesis = torch.sigmoid(W * x_data + b)`를 고치세요. `x_data`가 **리스트** 그대로 들어옵니다.
# 특징이 하나이든 여럿이든 같은 코드로 $\sigma(xW + b)$를 계산해야 합니다.
#
# * `x_data`는 실수나 정수가 든 리스트의 리스트 `(n, d)`, `W`는 `(d, 1)`, `b`는 `(1,)`입니다. 정수만 들어
#   있을 수도, 정수와 실수가 섞여 있을 수도 있습니다.
# * 결과는 `(n, 1)`이고 dtype은 `W`와 같습니다(float32 또는 float64).
# * `W`와 `b`로 기울기가 이어져야 합니다.

# %% [markdown] tags=["en"]
# No function may change a tensor that it is given (but for the `conv` of task 2).
#
# ## 1. `hypothesis_from_list` (1 point)
#
# Mend `hypothesis = torch.sigmoid(W * x_data + b)` of the slide. `x_data` comes in as it is, a
# **list**. The same code must compute $\sigma(xW + b)$ for one feature and for several.
#
# * `x_data` is a list of lists of numbers, `(n, d)`, `W` is `(d, 1)`, `b` is `(1,)`. The numbers may
#   be all ints, or ints and floats mixed.
# * The result is `(n, 1)` in the dtype of `W` (float32 or float64).
# * Gradients must flow to `W` and `b`.

# %%
def hypothesis_from_list(x_data: list[list[float]], W: Tensor, b: Tensor) -> Tensor:
    """σ(xW + b), x_data는 리스트 / x_data is a list

    x_data (n, d), W (d, 1), b (1,)  →  (n, 1), dtype은 W와 같음 / in the dtype of W

    >>> hypothesis_from_list([[1, 2], [3, 1]], torch.tensor([[1.0], [0.5]]), torch.tensor([-3.0]))
    tensor([[0.2689],
            [0.6225]])
    """
    raise NotImplementedError("hypothesis_from_list")

# %% [markdown] tags=["ko"]
# ## 2. `constant_conv` (1점)
#
# 슬라이드는 합성곱의 가중치를 모두 1로, 편향을 모두 3으로 채우려고 했습니다. `nn.init.uniform_(conv.weight,
# 1,1)`은 되지만 `nn.init.constant_(conv.weight, 1,1)`은 오류입니다. 가중치를 모두 `weight`로, 편향을 모두
# `bias`로 채우는 함수를 만드세요.
#
# * `conv`는 `nn.Conv1d`, `nn.Conv2d`, `nn.Conv3d` 중 하나이고, 채널의 수와 커널의 크기는 무엇이든 될 수
#   있습니다.
# * 받은 `conv`를 **그 자리에서** 바꾸고 **바로 그 `conv`** 를 돌려줍니다. 새 층이나 복사본이 아닙니다.
# * `bias=False`로 만든 층에는 편향이 없습니다(`conv.bias`가 `None`). 오류 없이 가중치만 채우세요. 편향을
#   새로 만들지 않습니다.
# * 채운 뒤에도 학습할 수 있어야 합니다. `weight`와 `bias`는 여전히 `requires_grad`가 `True`인
#   `nn.Parameter`이고, shape도 그대로입니다.

# %% [markdown] tags=["en"]
# ## 2. `constant_conv` (1 point)
#
# The slide means to fill the weights of a convolution with 1 and its biases with 3.
# `nn.init.uniform_(conv.weight, 1,1)` works, but `nn.init.constant_(conv.weight, 1,1)` is an error.
# Write a function that fills all the weights with `weight` and all the biases with `bias`.
#
# * `conv` is an `nn.Conv1d`, `nn.Conv2d` or `nn.Conv3d`, of any number of channels and any kernel.
# * Change `conv` **in place** and return **that same `conv`**: no new layer, no copy.
# * A layer made with `bias=False` has no bias (`conv.bias` is `None`). Fill its weights without an
#   error, and do not make it a bias.
# * It must still be possible to train it: `weight` and `bias` remain an `nn.Parameter` with
#   `requires_grad=True`, in the same shape.

# %%
def constant_conv(conv: nn.Module, weight: float, bias: float) -> nn.Module:
    """가중치를 모두 weight로, 편향을 모두 bias로 / all weights `weight`, all biases `bias`

    conv: Conv1d, Conv2d, Conv3d  →  바로 그 conv / the same conv

    >>> conv = constant_conv(nn.Conv2d(1, 1, 3), 1.0, 3.0)
    >>> conv(torch.full((1, 1, 3, 3), 2.0)).item()
    21.0
    """
    raise NotImplementedError("constant_conv")

# %% [markdown] tags=["ko"]
# ## 3. `to_nchw` (1점)
#
# 이미지 한 장을 `nn.Conv2d`가 받는 (개수, 채널, 높이, 너비)로 바꾸세요.
#
# | 받는 이미지 | 결과 |
# |---|---|
# | 컬러 `(H, W, 3)` | `(1, 3, H, W)` |
# | 흑백 `(H, W, 1)` | `(1, 1, H, W)` |
# | 흑백 `(H, W)` | `(1, 1, H, W)` |
#
# * 픽셀이 뒤섞이면 안 됩니다. 결과의 `[0, c, i, j]`는 이미지의 `[i, j, c]`(흑백이면 `[i, j]`)입니다.
# * 차원이 2개이면 크기와 상관없이 흑백입니다. 5 × 3인 이미지도 그렇습니다.
# * 그 밖의 shape에는 모두 `ValueError`를 발생시키세요. 채널이 2개나 4개인 이미지, 이미 `(3, H, W)`인 이미지,
#   여러 장인 `(N, H, W, 3)`, 1차원 텐서도 오류입니다. `assert`는 쓰지 마세요.
# * dtype은 그대로이고(float32 또는 float64) 기울기가 이어져야 합니다. 그러니 numpy로 바꾸지 마세요. 결과가
#   `image`와 메모리를 함께 써도(view) 됩니다.

# %% [markdown] tags=["en"]
# ## 3. `to_nchw` (1 point)
#
# Turn one image into what `nn.Conv2d` takes: (number, channels, height, width).
#
# | image that comes in | result |
# |---|---|
# | colour `(H, W, 3)` | `(1, 3, H, W)` |
# | grey `(H, W, 1)` | `(1, 1, H, W)` |
# | grey `(H, W)` | `(1, 1, H, W)` |
#
# * Pixels must not be mixed up: `[0, c, i, j]` of the result is `[i, j, c]` of the image (or `[i, j]`).
# * Two dimensions mean grey, whatever their sizes: an image of 5 × 3 too.
# * For any other shape raise a `ValueError`: an image of 2 or 4 channels, one that is `(3, H, W)`
#   already, several at once, `(N, H, W, 3)`, or a 1-D tensor. Do not use `assert`.
# * The dtype stays (float32 or float64), and gradients must flow, so do not go through numpy. The
#   result may share its memory with `image` (a view).

# %%
def to_nchw(image: Tensor) -> Tensor:
    """(H, W, 3) | (H, W, 1) | (H, W)  →  (1, C, H, W)

    오류 / errors: 다른 shape → ValueError / any other shape → ValueError

    >>> to_nchw(torch.zeros(256, 256, 3)).shape
    torch.Size([1, 3, 256, 256])
    """
    raise NotImplementedError("to_nchw")

# %% [markdown] tags=["ko"]
# `to_nchw`를 다 썼으면 세 채널을 그려 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 빨강은 원, 초록은 아래로 갈수록, 파랑은 오른쪽으로 갈수록 밝아져야
# 합니다. 줄무늬나 조각난 원이 보이면 픽셀이 뒤섞인 것입니다.

# %% [markdown] tags=["en"]
# When `to_nchw` is written, draw the three channels. (Before, nothing is drawn.) Red is the disc,
# green gets brighter downwards, blue to the right. If you see stripes or a broken disc, the pixels
# got mixed up.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        channels = to_nchw(image)[0]
        figure, panels = plt.subplots(1, 3, figsize=(10, 3.6), layout="constrained")
        for axes, channel, name in zip(panels, channels, ("red", "green", "blue"), strict=True):
            axes.imshow(channel, cmap="gray", vmin=0, vmax=1)
            axes.set_title(name)
        plt.show()

# %% [markdown] tags=["ko"]
# ## 4. `logit_row_sums` (2점)
#
# 소프트맥스 슬라이드는 logit `z`를 출력하고 이렇게 적었습니다. "가장 큰 값이 예측결과 **(cost가 0일 때, 모두
# 더하면 0)**". 가장 큰 값이 예측인 것은 맞습니다. 괄호 안은 어떨까요? 학습하는 동안 logit의 각 행의 합을
# 기록해 봅시다.
#
# `W`, `b`에서 시작하여 `z = x.matmul(W) + b`, `cost = F.cross_entropy(z, y)`, 학습률 `lr`의 SGD로 `steps`번
# 업데이트합니다. **매번 업데이트하기 전**과 **마지막 업데이트 후**에 `z`의 각 행의 합을 구하세요.
#
# * `x`는 `(n, d)`, `y`는 클래스 번호 `(n,)`, `W`는 `(d, k)`, `b`는 `(k,)` 또는 `(1, k)`입니다. `W`와 `b`는
#   0일 수도, 아닐 수도 있고 `requires_grad`일 수도 있습니다. 받은 `W`와 `b`는 바꾸지 마세요.
# * 결과는 `(steps + 1, n)` 텐서이고 dtype은 `x`와 같습니다. 0번 행은 시작할 때의 합이고, `steps = 0`이면
#   `(1, n)`입니다. 기울기 그래프에 이어져 있어도, 떼어져 있어도 됩니다.
#
# 완성하면 `W`와 `b`를 0으로 두고, 또 난수로 두고 실행해 보세요. cost가 얼마일 때 합이 0인가요? 이유는 기울기에
# 있습니다. 행마다 $\frac{\partial cost}{\partial z_j} = \frac{1}{n}(p_j - y_j)$이고($y$는 one-hot), 확률 $p_j$를
# 모두 더하면 1입니다. 이유를 알았다면 **학습하지 않고 답을 바로 계산해도** 정답입니다.
#
# 덧붙여, 이 슬라이드에 인쇄된 logit의 첫 행 −4.3709, −0.3246, 4.5068을 더하면 −0.19입니다. 0에서 시작하는
# 슬라이드의 코드로는 나올 수 없는 값입니다. 함께 인쇄된 `grad_fn=<AddmmBackward0>`도 `nn.Linear`를 쓴
# 다음 슬라이드의 결과라고 말해 줍니다.

# %% [markdown] tags=["en"]
# ## 4. `logit_row_sums` (2 points)
#
# The softmax slide prints the logits `z` and notes: "the largest value is the prediction **(when the
# cost is 0, they add up to 0)**". The largest value is the prediction, true. But what of the words in
# brackets? Record the sum of each row of logits while training goes on.
#
# Start from `W` and `b` and make `steps` updates with `z = x.matmul(W) + b`,
# `cost = F.cross_entropy(z, y)` and SGD with learning rate `lr`. Take the sum of each row of `z`
# **before every update** and **after the last one**.
#
# * `x` is `(n, d)`, `y` are class numbers `(n,)`, `W` is `(d, k)`, `b` is `(k,)` or `(1, k)`. `W` and
#   `b` may be zeros or not, and may require grad. Leave that `W` and `b` as they are.
# * The result is a tensor `(steps + 1, n)` in the dtype of `x`. Row 0 holds the sums at the start; for
#   `steps = 0` it is `(1, n)`. It may be connected to the graph or not.
#
# Once it is written, run it from zeros, and from random `W` and `b`. At which cost is the sum 0? The
# reason lies in the gradient: in each row
# $\frac{\partial cost}{\partial z_j} = \frac{1}{n}(p_j - y_j)$ ($y$ is one-hot), and the probabilities
# $p_j$ add up to 1. If you see why, you may **compute the answer without any training**: that is
# right too.
#
# By the way, the first row of logits printed on this slide, −4.3709, −0.3246, 4.5068, adds up to
# −0.19. The code on the slide, which starts from zeros, cannot give that. And the
# `grad_fn=<AddmmBackward0>` printed with it tells that it comes from the next slide, with `nn.Linear`.

# %%
if __name__ == "__main__":
    printed = torch.tensor([-4.3709, -0.3246, 4.5068])
    print("sum of the logits printed on the slide:", printed.sum().item())
    print("sum of their softmax:", F.softmax(printed, dim=0).sum().item())

# %%
def logit_row_sums(x: Tensor, y: Tensor, W: Tensor, b: Tensor, lr: float, steps: int) -> Tensor:
    """매 업데이트 전과 마지막에, z = xW + b의 각 행의 합
    sums of the rows of z = xW + b, before each update and at the end

    x (n, d), y (n,) int64, W (d, k), b (k,) 또는/or (1, k)  →  (steps + 1, n)

    >>> x, y = torch.tensor([[1.0, 2.0], [3.0, 1.0]]), torch.tensor([0, 2])
    >>> W, b = torch.tensor([[1.0, 0.0, 0.5], [0.5, 0.5, 0.0]]), torch.zeros(3)
    >>> logit_row_sums(x, y, W, b, lr=0.1, steps=0)
    tensor([[3.5000, 5.5000]])
    """
    raise NotImplementedError("logit_row_sums")

# %% [markdown] tags=["ko"]
# 슬라이드의 괄호 안을 그림으로 확인해 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 왼쪽처럼 0에서 시작하면 행의 합은 **비용과 상관없이** 늘 0이고,
# 오른쪽처럼 난수에서 시작하면 처음의 합이 끝까지 그대로입니다.

# %% [markdown] tags=["en"]
# See about the words in brackets. (Before it is written, nothing is drawn.) From zeros, on the
# left, the sums of the rows are always 0, **whatever the cost**. From random numbers, on the
# right, they stay what they are at the start.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        x, y = torch.rand(4, 2), torch.tensor([0, 1, 2, 0])
        from_zeros = logit_row_sums(x, y, torch.zeros(2, 3), torch.zeros(3), lr=0.5, steps=50)
        from_random = logit_row_sums(x, y, torch.randn(2, 3), torch.randn(3), lr=0.5, steps=50)
        figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.6), layout="constrained")
        left.plot(from_zeros.detach(), label=[f"row {i}" for i in range(4)])
        left.set(title="from zeros", xlabel="update", ylabel="sum of the logits", ylim=(-1, 1))
        right.plot(from_random.detach(), label=[f"row {i}" for i in range(4)])
        right.set(title="from random W and b", xlabel="update")
        right.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 5. `logged_and_true_cost` (1점)
#
# 슬라이드의 로지스틱 회귀는 반복문이 끝난 뒤 `hypothesis`로 `prediction`을 만듭니다. 그런데 그 `hypothesis`는
# **마지막 업데이트 전**에 계산한 것입니다. `W`와 `b`만 한 걸음 더 나아갔습니다. 마지막으로 출력한 비용도
# 마찬가지입니다. 둘이 얼마나 다른지 알아봅시다.
#
# 슬라이드대로 `W`는 `(d, 1)`, `b`는 `(1,)`인 0에서 시작하여 $H(x) = \sigma(xW + b)$, 평균 이진 크로스
# 엔트로피, 학습률 `lr`의 SGD로 **`epochs + 1`번** 업데이트하고, 두 비용을 이 순서로 돌려주세요.
#
# 1. 기록된 비용: 마지막 epoch에서 계산한, 곧 마지막 업데이트 **전의** 비용
# 2. 진짜 비용: 마지막 업데이트 **후의** `W`와 `b`로 다시 계산한 비용
#
# * `x_train`은 `(n, d)`, `y_train`은 `(n, 1)`이고 모두 float32입니다. 결과는 파이썬 실수 두 개입니다.
# * 특징의 수 `d`와 `epochs`는 여러 가지입니다. `epochs=0`이면 업데이트는 한 번입니다.

# %% [markdown] tags=["en"]
# ## 5. `logged_and_true_cost` (1 point)
#
# The logistic regression of the slides makes its `prediction` from `hypothesis` after the loop. But
# that `hypothesis` was computed **before the last update**; only `W` and `b` have gone one step
# further. So it is with the last cost that was printed. Find out how far the two are apart.
#
# As on the slide start from zeros, `W` `(d, 1)` and `b` `(1,)`, and make **`epochs + 1`** updates with
# $H(x) = \sigma(xW + b)$, the mean binary cross entropy and SGD with learning rate `lr`. Return two
# costs, in this order:
#
# 1. the logged cost: computed in the last epoch, so **before** the last update
# 2. the true cost: computed again with `W` and `b` as they are **after** the last update
#
# * `x_train` is `(n, d)` and `y_train` `(n, 1)`, both float32. The result is two Python floats.
# * The number of features `d` and `epochs` vary. With `epochs=0` there is one update.

# %%
def logged_and_true_cost(
    x_train: Tensor, y_train: Tensor, lr: float, epochs: int
) -> tuple[float, float]:
    """마지막 업데이트 전과 후의 비용 / the cost before and after the last update

    x_train (n, d), y_train (n, 1)  →  (기록된 비용/logged, 진짜 비용/true)

    >>> x_train = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
    >>> y_train = torch.tensor([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0]])
    >>> logged, true = logged_and_true_cost(x_train, y_train, lr=1.0, epochs=0)
    >>> round(logged, 6), round(true, 6)
    (0.693147, 0.878562)
    """
    raise NotImplementedError("logged_and_true_cost")

# %% [markdown] tags=["ko"]
# 두 비용이 얼마나 다른지 그려 봅시다. 처음에는 차이가 크지만 학습할수록 줄어듭니다. 기록된 비용의 곡선을 한 칸 왼쪽으로 밀면 진짜 비용의 곡선이 됩니다.

# %% [markdown] tags=["en"]
# Draw how far the two costs differ: at first by much, then by less and less. The logged costs,
# moved to the left by one, are the true ones.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        x_train = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
        y_train = torch.tensor([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0]])
        pairs = [logged_and_true_cost(x_train, y_train, 0.1, epochs) for epochs in range(20)]
        logged, true = zip(*pairs, strict=True)
        plt.plot(logged, marker="o", label="logged: before the last update")
        plt.plot(true, marker="^", label="true: after it")
        plt.xticks(range(0, 20, 2))
        plt.xlabel("epochs")
        plt.ylabel("cost")
        plt.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 6. `answers` (4점)
#
# 질문마다 0.4점이고 따로 채점합니다. 모르는 것은 직접 실행해 보거나 PyTorch 문서에서 찾아보세요. 답은 다음과
# 같이 `"a"`부터 `"d"`까지의 글자로 적습니다(대문자도 됩니다). 빠진 질문은 그 질문의 점수만 없습니다.
#
# ```python
# def answers():
#     return {"Q1": "…", "Q2": "…"}  # Q10까지
# ```
#
# **Q1.** `W`와 `b`가 0에서 시작하면 학습하는 동안 logit의 각 행의 합이 0입니다. 왜 그럴까요?
# * a. 기울기의 각 행의 합이 매번 0이므로
# * b. cost가 0이므로
# * c. 소프트맥스가 logit을 정규화하므로
# * d. 학습률 lr이 작으므로
#
# **Q2.** 슬라이드의 주석은 `# in_channels, out_channels, kernel_size, padding, stride`입니다. `nn.Conv2d`의
# **네 번째** 위치 인자는 무엇일까요?
# * a. padding
# * b. stride
# * c. dilation
# * d. groups
#
# **Q3.** 슬라이드는 풀링이 "Parameter를 줄여"준다고 합니다. `nn.MaxPool2d(2)`의 학습되는 파라미터는 몇
# 개일까요?
# * a. 4개
# * b. 5개
# * c. 0개
# * d. 채널의 수에 따라 다르다
#
# **Q4.** `nn.Dropout(0.5)`는 `eval()` 상태에서 무엇을 통과시킬까요?
# * a. 뉴런의 절반
# * b. 모든 뉴런을 그대로
# * c. 모든 뉴런에 0.5를 곱해서
# * d. 모든 뉴런에 2를 곱해서
#
# **Q5.** 슬라이드의 Optimizer 목록에 있는 Momentum을 PyTorch에서는 어떻게 쓸까요?
# * a. `optim.Momentum`
# * b. `optim.SGD(momentum=0.9)`
# * c. `optim.NAG`
# * d. `optim.Adam(momentum=0.9)`
#
# **Q6.** 슬라이드에서는 은닉층이 몇 개인 신경망을 심층 신경망(DNN)이라고 할까요?
# * a. 0개
# * b. 1개
# * c. 2개 이상
# * d. 10개 이상
#
# **Q7.** `F.cross_entropy`의 첫 번째 인자에는 무엇을 넣을까요?
# * a. 확률
# * b. logit
# * c. 로그 확률
# * d. one-hot 벡터만
#
# **Q8.** `sigmoid(x + 2)`의 그래프는 `sigmoid(x)`의 그래프에 비해 어떨까요?
# * a. 왼쪽으로 이동한다
# * b. 오른쪽으로 이동한다
# * c. 더 가파르다
# * d. 더 높다
#
# **Q9.** 과적합을 줄이는 방법이 **아닌** 것은 무엇일까요?
# * a. 데이터 늘리기
# * b. 층 늘리기
# * c. 가중치 규제
# * d. 드롭아웃
#
# **Q10.** 256 × 256 컬러 이미지 한 장을 `nn.Conv2d`에 넣을 때 텐서의 shape은 무엇일까요?
# * a. (256, 256, 3)
# * b. (1, 256, 256, 3)
# * c. (1, 3, 256, 256)
# * d. (3, 1, 256, 256)

# %% [markdown] tags=["en"]
# ## 6. `answers` (4 points)
#
# Each question gives 0.4 points and is graded by itself. Where you are not sure, try it out, or look
# it up in the documentation of PyTorch. Write your answers as letters from `"a"` to `"d"` (capitals
# will do too), like this. A question left out costs that question only.
#
# ```python
# def answers():
#     return {"Q1": "…", "Q2": "…"}  # up to Q10
# ```
#
# **Q1.** Where `W` and `b` start from 0, each row of logits keeps the sum 0 all through the training.
# Why?
# * a. because each row of the gradient has the sum 0 at every step
# * b. because the cost is 0
# * c. because the softmax normalises the logits
# * d. because the learning rate lr is small
#
# **Q2.** The comment on the slide is `# in_channels, out_channels, kernel_size, padding, stride`. What
# is the **fourth** positional argument of `nn.Conv2d`?
# * a. padding
# * b. stride
# * c. dilation
# * d. groups
#
# **Q3.** Pooling "reduces parameters", says the slide. How many trainable parameters has
# `nn.MaxPool2d(2)`?
# * a. 4
# * b. 5
# * c. 0
# * d. it depends on the channels
#
# **Q4.** What does `nn.Dropout(0.5)` let through in `eval()` mode?
# * a. half of the neurons
# * b. all neurons, as they are
# * c. all neurons, times 0.5
# * d. all neurons, times 2
#
# **Q5.** Momentum is on the slide's list of optimizers. What is it in PyTorch?
# * a. `optim.Momentum`
# * b. `optim.SGD(momentum=0.9)`
# * c. `optim.NAG`
# * d. `optim.Adam(momentum=0.9)`
#
# **Q6.** How many hidden layers has a network that the slide calls deep (DNN)?
# * a. 0
# * b. 1
# * c. 2 or more
# * d. 10 or more
#
# **Q7.** What goes into the first argument of `F.cross_entropy`?
# * a. probabilities
# * b. logits
# * c. logarithms of probabilities
# * d. one-hot vectors only
#
# **Q8.** Compared with the graph of `sigmoid(x)`, that of `sigmoid(x + 2)` is …
# * a. shifted to the left
# * b. shifted to the right
# * c. steeper
# * d. higher
#
# **Q9.** Which of these is **not** a remedy for overfitting?
# * a. more data
# * b. more layers
# * c. weight regularisation
# * d. dropout
#
# **Q10.** What is the shape of the tensor when one 256 × 256 colour image goes into `nn.Conv2d`?
# * a. (256, 256, 3)
# * b. (1, 256, 256, 3)
# * c. (1, 3, 256, 256)
# * d. (3, 1, 256, 256)

# %%
if __name__ == "__main__":
    print("torch.optim:", ", ".join(name for name in dir(optim) if name[0].isupper()))

# %%
def answers() -> dict[str, str]:
    """질문마다 고른 글자 / the letter chosen for each question

    결과 / returns: {"Q1": "a"~"d", …, "Q10": "a"~"d"}
    """
    raise NotImplementedError("answers")
