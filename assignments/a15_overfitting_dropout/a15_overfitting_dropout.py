# %% [markdown] tags=["ko"]
# # 과적합과 드롭아웃
#
# 시험 문제와 답을 통째로 외운 학생은 같은 문제는 다 맞히지만 새로운 문제는 틀립니다. 모델도 그렇습니다.
#
# * **과(대)적합**(overfitting): 학습 데이터(train)는 잘 맞히는데 처음 보는 데이터(validation, 검증
#   데이터)는 잘 못 맞힙니다. 데이터의 노이즈까지 외운 것입니다.
# * **과소적합**(underfitting): 모델이 너무 단순하거나 학습이 모자라서 학습 데이터조차 잘 못 맞힙니다.
#
# 과적합을 막는 방법으로 슬라이드에는 네 가지가 있습니다. 이 과제에서는 하나씩 직접 만들어 봅니다.
#
# 1. **데이터 양 늘리기**(데이터 증강, data augmentation) → 2번 `augment_hflip`
# 2. **모델의 복잡도 줄이기** → 3번 `count_parameters`
# 3. **가중치 규제**(regularization) 적용하기 → 4번 `l2_cost`
# 4. **드롭아웃**(dropout) 적용하기 → 5번 `dropout`, 6번 `predict_eval`

# %% [markdown] tags=["en"]
# # Overfitting remedies, dropout
#
# Someone who has learnt all exercises and their answers by heart gets those right, and new ones
# wrong. So it is with models.
#
# * **Overfitting**: the model does well on the data it was trained on, but not on data it has never
#   seen (validation data). It has learnt even the noise by heart.
# * **Underfitting**: the model is too simple, or was trained too little, and does badly even on its
#   training data.
#
# The slide has four remedies against overfitting. In this assignment you build each of them.
#
# 1. **More data** (data augmentation) → task 2, `augment_hflip`
# 2. **A less complex model** → task 3, `count_parameters`
# 3. **Regularisation** of the weights → task 4, `l2_cost`
# 4. **Dropout** → task 5, `dropout`, and task 6, `predict_eval`

# %%
from collections.abc import Sequence
from contextlib import suppress

import torch
from torch import Tensor, nn

# %% [markdown] tags=["ko"]
# 그림으로 확인해 봅시다. 점 12개에 다항식을 맞추었습니다. 직선은 점을 따라가지 못하고(과소적합), 11차
# 다항식은 점을 모두 지나느라 점과 점 사이에서 크게 출렁입니다(과적합). 새로운 점은 회색 점선 근처에
# 나타나는데, 거기에 가장 가까운 것은 3차 다항식입니다.

# %% [markdown] tags=["en"]
# See it in a picture: polynomials fitted to 12 points. A straight line cannot follow the points
# (underfitting). The polynomial of degree 11 goes through all of them and swings wildly in between
# (overfitting). New points will appear near the grey dotted line; degree 3 comes closest to it.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    torch.manual_seed(1)
    x = torch.linspace(-1, 1, 12, dtype=torch.float64)
    y = torch.sin(3 * x) + 0.25 * torch.randn(12, dtype=torch.float64)
    line = torch.linspace(-1, 1, 200, dtype=torch.float64)

    figure, panels = plt.subplots(1, 3, figsize=(12, 3.5), sharey=True, layout="constrained")
    for axes, degree, title in zip(
        panels, (1, 3, 11), ("underfitting", "good", "overfitting"), strict=True
    ):
        powers = torch.arange(degree + 1)
        weights = torch.linalg.lstsq(x[:, None] ** powers, y[:, None]).solution
        axes.plot(line, torch.sin(3 * line), ":", color="grey")
        axes.plot(line, (line[:, None] ** powers) @ weights)
        axes.plot(x, y, "o")
        axes.set_title(f"degree {degree}: {title}")
        axes.set(xlabel="x", ylim=(-2.5, 2.5))
    panels[0].set_ylabel("y")
    plt.show()

# %% [markdown] tags=["ko"]
# ## 이 과제의 규칙
#
# * **입력으로 받은 텐서를 바꾸지 마세요.** `cost += ...`이나 `x[mask] = 0`은 받은 텐서 자체를 바꿉니다.
#   `cost = cost + ...`처럼 새 텐서를 만드세요.
# * 텐서는 float32나 float64이고(라벨과 `mask`는 빼고), 결과의 dtype은 입력과 같습니다. 한 번 부를 때
#   들어오는 실수 텐서의 dtype은 모두 같습니다.
# * 4번과 5번에서는 **기울기(gradient)가 이어져야 합니다.** 2번에서는 이어지지 않아도 됩니다.
# * 이미 만들어져 있는 함수(`F.dropout`, `nn.Dropout` 등)를 써도 됩니다.
# * 오류 처리에 `assert`를 쓰지 마세요. `python -O`로 실행하면 사라집니다. `raise ValueError(...)`를
#   쓰세요.

# %% [markdown] tags=["en"]
# ## Rules for this assignment
#
# * **Leave the tensors you are given as they are.** `cost += ...` and `x[mask] = 0` change the very
#   tensor that was passed in. Make a new one, as in `cost = cost + ...`.
# * Tensors are float32 or float64 (but for labels and `mask`), and the result has the dtype of the
#   input. All float tensors of one call have the same dtype.
# * In tasks 4 and 5 **gradients must flow**; in task 2 they need not.
# * You may use what is ready-made: `F.dropout`, `nn.Dropout` and so on.
# * Do not use `assert` for errors: it is gone when one runs `python -O`. Use `raise ValueError(...)`.

# %% [markdown] tags=["ko"]
# ## 1. `fit_status` (1점)
#
# 학습 데이터의 정확도와 검증 데이터의 정확도(0에서 1 사이의 실수)로 모델의 상태를 판정하세요. 다음을
# **이 순서대로** 따져서 문자열을 돌려줍니다.
#
# 1. 학습 정확도가 `good`보다 작으면 `"underfitting"`
# 2. 그렇지 않고, 학습 정확도 − 검증 정확도가 `gap`보다 크면 `"overfitting"`
# 3. 둘 다 아니면 `"good"`
#
# 학습 정확도가 `good`과 꼭 같으면 과소적합이 아니고, 차이가 `gap`과 꼭 같으면 과적합이 아닙니다. 학습
# 정확도가 낮으면 검증 정확도와 아무리 차이가 나도 과소적합입니다.

# %% [markdown] tags=["en"]
# ## 1. `fit_status` (1 point)
#
# Say how a model is doing by its accuracy on the training data and on the validation data, two floats
# from 0 to 1. Ask **in this order**, and return a string:
#
# 1. The training accuracy is below `good`: `"underfitting"`
# 2. Otherwise, training accuracy − validation accuracy is greater than `gap`: `"overfitting"`
# 3. Neither: `"good"`
#
# A training accuracy of just `good` is not underfitting, and a difference of just `gap` is not
# overfitting. Where the training accuracy is low it is underfitting, however far apart the two are.

# %%
def fit_status(
    train_accuracy: float, val_accuracy: float, good: float = 0.9, gap: float = 0.1
) -> str:
    """과소적합, 과적합, 아니면 좋음 / under- or overfitting, or neither

    결과 / returns: "underfitting", "overfitting", "good"

    >>> fit_status(0.99, 0.7)
    'overfitting'
    >>> fit_status(0.6, 0.58)
    'underfitting'
    >>> fit_status(0.95, 0.93)
    'good'
    """
    raise NotImplementedError("fit_status")

# %% [markdown] tags=["ko"]
# `fit_status`를 다 썼으면 모든 경우를 한 장에 그려 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 학습 정확도가 0.9 이상이고 검증 정확도가 그보다
# 0.1 넘게 낮지 않은 오른쪽 위만 `"good"`입니다.

# %% [markdown] tags=["en"]
# When `fit_status` is written, draw all cases in one picture. (Before, nothing is drawn.) Only the
# upper right is `"good"`: there the training accuracy is at least 0.9, and the validation accuracy
# not more than 0.1 below it.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        levels = [i / 25 for i in range(13, 26)]  # 0.52 … 1
        places = [(train, val, fit_status(train, val)) for train in levels for val in levels]
        plt.figure(layout="constrained")
        for status, marker in (("underfitting", "s"), ("overfitting", "^"), ("good", "o")):
            dots = [(train, val) for train, val, found in places if found == status]
            plt.plot([x for x, y in dots], [y for x, y in dots], marker, label=status)
        plt.xlabel("train accuracy")
        plt.ylabel("validation accuracy")
        plt.legend(loc="upper left", bbox_to_anchor=(1, 1))
        plt.show()

# %% [markdown] tags=["ko"]
# ## 2. `augment_hflip` (1점)
#
# 고양이 사진은 좌우로 뒤집어도 고양이입니다. 그래서 뒤집은 사진을 보태면 데이터가 두 배가 됩니다. 원래
# 이미지 $N$장 **다음에** 좌우로 뒤집은 이미지 $N$장을 같은 순서로 이어 붙이고, 라벨도 똑같이 두 번 이어
# 붙여서 튜플 `(images, labels)`로 돌려주세요.
#
# * 이미지는 `(N, C, H, W)`이므로 좌우는 **마지막 차원** $W$입니다. $H$를 뒤집으면 위아래가 바뀝니다.
# * 라벨 `y`는 int64 텐서 `(N,)`입니다. `[7, 8]`이면 `[7, 7, 8, 8]`이 아니라 `[7, 8, 7, 8]`이 됩니다.
# * 이미지가 하나도 없는 것($N = 0$)은 잘못이 아닙니다. 결과도 비어 있습니다.

# %% [markdown] tags=["en"]
# ## 2. `augment_hflip` (1 point)
#
# The mirror image of a cat is a cat. So mirror images double the data. Put **after** the $N$ original
# images their $N$ mirror images, left and right swapped, in the same order, and the labels twice in
# the same way. Return the tuple `(images, labels)`.
#
# * Images are `(N, C, H, W)`, so left and right are along the **last dimension**, $W$. Flipping $H$
#   would turn them upside down.
# * The labels `y` are an int64 tensor `(N,)`. From `[7, 8]` you get `[7, 8, 7, 8]`, not
#   `[7, 7, 8, 8]`.
# * No images at all ($N = 0$) is not wrong: the results are empty too.

# %%
def augment_hflip(x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
    """원래 이미지, 그다음 좌우로 뒤집은 이미지 / the originals, then their mirror images

    x (N, C, H, W), y (N,)  →  (2N, C, H, W), (2N,)

    >>> images, labels = augment_hflip(torch.tensor([[[[1.0, 2.0, 3.0]]]]), torch.tensor([7]))
    >>> images.tolist()
    [[[[1.0, 2.0, 3.0]]], [[[3.0, 2.0, 1.0]]]]
    >>> labels
    tensor([7, 7])
    """
    raise NotImplementedError("augment_hflip")

# %% [markdown] tags=["ko"]
# 뒤집은 이미지를 봅시다. 글자 F는 뒤집으면 더 이상 F가 아닙니다. 좌우로 뒤집어도 되는 것은 고양이처럼 **뒤집어도 정답이 그대로인** 데이터뿐입니다.

# %% [markdown] tags=["en"]
# Look at the mirror images. An F is no longer an F: only data whose **answer stays the same in a
# mirror**, such as cats, may be flipped.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        letter = torch.zeros(9, 9)
        letter[1:8, 2] = letter[1, 2:7] = letter[4, 2:6] = 1
        both = torch.stack([letter, letter.T])[:, None]
        images, labels = augment_hflip(both, torch.tensor([7, 8]))
        figure, panels = plt.subplots(1, 4, figsize=(10, 2.8), layout="constrained")
        for axes, image, label in zip(panels, images, labels, strict=True):
            axes.imshow(image[0], cmap="gray_r")
            axes.set(title=f"label {label}", xticks=[], yticks=[])
        plt.show()

# %% [markdown] tags=["ko"]
# ## 3. `count_parameters` (1점)
#
# 파라미터가 많을수록 모델이 복잡하고, 외울 수 있는 것도 많아집니다. 다층 퍼셉트론의 파라미터 수를
# 정수(int)로 구하세요. `261.0`은 실수(float)이므로 틀린 것으로 채점합니다.
#
# * `layer_sizes`는 입력부터 출력까지 뉴런의 수이고, 길이는 2 이상입니다. 슬라이드의 XOR 모델은
#   `[2, 10, 10, 10, 1]`입니다.
# * 뉴런 $a$개와 $b$개를 잇는 층에는 가중치가 $a \times b$개, 편향이 $b$개 있습니다. `bias=False`이면 모든
#   층에 편향이 없습니다.
#
# XOR 모델은 가중치가 20 + 100 + 100 + 10 = 230개, 편향이 10 + 10 + 10 + 1 = 31개, 모두 261개입니다.

# %% [markdown] tags=["en"]
# ## 3. `count_parameters` (1 point)
#
# The more parameters, the more complex a model is, and the more it can learn by heart. Find how many
# parameters a multi-layer perceptron has, as an int; `261.0` is a float and does not count.
#
# * `layer_sizes` holds the number of neurons from input to output; there are at least two. The XOR
#   model of the slides is `[2, 10, 10, 10, 1]`.
# * A layer from $a$ neurons to $b$ has $a \times b$ weights and $b$ biases. With `bias=False` no
#   layer has a bias.
#
# The XOR model has 20 + 100 + 100 + 10 = 230 weights and 10 + 10 + 10 + 1 = 31 biases: 261.

# %%
def count_parameters(layer_sizes: Sequence[int], bias: bool = True) -> int:
    """다층 퍼셉트론의 가중치와 편향의 수 / number of weights and biases of an MLP

    결과 / returns: int

    >>> count_parameters([2, 10, 10, 10, 1])
    261
    >>> count_parameters([2, 10, 10, 10, 1], bias=False)
    230
    """
    raise NotImplementedError("count_parameters")

# %% [markdown] tags=["ko"]
# ## 4. `l2_cost` (2점)
#
# 과적합한 모델의 가중치는 대체로 아주 큽니다. 그림에서 3차 다항식의 가중치는 3을 넘지 않는데, 11차
# 다항식의 가중치는 2000이 넘기도 합니다. 그래서 **가중치가 크면 비용도 커지도록** 비용에 벌점을 더합니다.
# L2 규제에서는 벌점이 **제곱의 합**입니다.
#
# $$\text{cost} + \lambda \sum_{w} w^2$$
#
# * `params`는 파라미터 텐서의 리스트나 튜플이고, shape은 제각각입니다. 그 안에 든 **모든 텐서의 모든
#   값**을 제곱하여 더합니다. 편향도 목록에 있으면 더합니다. 평균이 아니라 합이고, 제곱근은 씌우지
#   않습니다.
# * `cost`는 이미 계산한 비용, 즉 0차원 텐서이고, 결과도 0차원 텐서입니다. `lam`은 $\lambda$입니다.
#   (`lambda`는 파이썬의 예약어입니다.)
# * `cost`에도 `params`에도 기울기가 이어져야 합니다. $w$의 기울기에는 $2 \lambda w$가 더해집니다. 옵티마이저의
#   `weight_decay`는 $\lambda w$를 더하므로, 같은 값을 쓰면 규제가 절반입니다.
# * `params`가 비어 있거나 `lam`이 0이면 결과는 `cost`와 같은 값입니다.
# * `lam < 0`이면 `ValueError`입니다. `params`가 비어 있어도 그렇습니다.
# * `total = cost`로 시작하여 `total += ...`을 하면 받은 `cost`가 바뀝니다. `total = total + ...`로
#   쓰세요.

# %% [markdown] tags=["en"]
# ## 4. `l2_cost` (2 points)
#
# A model that overfits mostly has huge weights. In the picture no weight of the polynomial of degree 3
# exceeds 3, while one of degree 11 exceeds 2000. So one adds a penalty to the cost: **the larger the
# weights, the larger the cost.** In L2 regularisation it is the **sum of the squares**.
#
# $$\text{cost} + \lambda \sum_{w} w^2$$
#
# * `params` is a list or tuple of parameter tensors of various shapes. Square **every value of every
#   tensor** in it and add them up, biases too where they are listed. It is the sum and not the mean,
#   and there is no square root.
# * `cost` is the cost as it is so far, a 0-d tensor, and so is the result. `lam` is $\lambda$
#   (`lambda` is a reserved word of Python).
# * Gradients must flow to `cost` and to `params`. The gradient of $w$ gains $2 \lambda w$. The
#   `weight_decay` of an optimizer adds $\lambda w$: the same number regularises half as much.
# * Where `params` is empty or `lam` is 0, the result has the value of `cost`.
# * `lam < 0` is a `ValueError`, with an empty `params` too.
# * To start with `total = cost` and go on with `total += ...` changes the `cost` you were given. Write
#   `total = total + ...`.

# %%
def l2_cost(cost: Tensor, params: Sequence[Tensor], lam: float) -> Tensor:
    """cost + λ Σ w²

    cost 0차원 텐서 / 0-d  →  0차원 텐서 / 0-d
    오류 / errors: lam < 0 → ValueError

    >>> l2_cost(torch.tensor(0.5), [torch.tensor([[1.0, -2.0]]), torch.tensor([3.0])], 0.1)
    tensor(1.9000)
    """
    raise NotImplementedError("l2_cost")

# %% [markdown] tags=["ko"]
# 벌점이 무엇을 하는지 봅시다. 파라미터가 $w$ 하나이고 비용이 $(w - 3)^2$이면 가장 낮은 곳(점)은 3입니다. `l2_cost`의 $\lambda$가 커질수록 이
# 점이 0쪽으로 끌려옵니다.

# %% [markdown] tags=["en"]
# See what the penalty does. With a single parameter $w$ and the cost $(w - 3)^2$ the lowest place
# (the dot) is at 3. The larger the $\lambda$ of `l2_cost`, the closer it is drawn to 0.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        ws = torch.arange(-1.0, 5.0, 0.05)
        for lam in (0, 0.5, 2):
            costs = torch.stack([l2_cost((w - 3) ** 2, [w], lam) for w in ws])
            (curve,) = plt.plot(ws, costs, label=f"lam = {lam}")
            plt.plot(ws[costs.argmin()], costs.min(), "o", color=curve.get_color())
        plt.xlabel("w")
        plt.ylabel("l2_cost")
        plt.ylim(0, 20)
        plt.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 5. `dropout` (6점)
#
# **드롭아웃**은 학습하는 동안 뉴런의 일부를 무작위로 지웁니다(0으로 만듭니다). 몇몇 뉴런에만 기대지 못하게
# 하여 과적합을 줄입니다. 추론할 때는 모든 뉴런을 씁니다.
#
# 슬라이드에는 "랜덤으로 절반의 뉴런만 사용"이라고 되어 있는데, 두 가지를 덧붙여야 합니다.
#
# * 원소마다 **따로따로** 확률 $p$로 지웁니다. $p = 0.5$이어도 꼭 절반이 아니라 **평균적으로** 절반입니다.
#   **$p$는 지울 확률이지 남길 확률이 아닙니다.**
# * 지우기만 하면 다음 층이 받는 합이 평균 $(1-p)$배로 줄어듭니다. 그래서 **살아남은 값을
#   $\frac{1}{1-p}$배로 키웁니다.** 그러면 평균이 그대로여서, 추론할 때는 아무것도 하지 않아도 됩니다.
#   $p = 0.5$에서는 $1/p$와 $1/(1-p)$가 둘 다 2라서 틀려도 모릅니다. $p = 0.2$이면 1.25배입니다.

# %% [markdown] tags=["en"]
# ## 5. `dropout` (6 points)
#
# While it trains, **dropout** drops some neurons at random: it makes them 0. The model cannot rely on
# a few neurons, and overfits less. At inference all neurons are used.
#
# The slide says "only a random half of the neurons are used". Two things must be added.
#
# * Each element is dropped **by itself**, with probability $p$. For $p = 0.5$ it is not just half of
#   them but half **on average**. **$p$ is the probability to drop, not to keep.**
# * With that alone, the sum that reaches the next layer shrinks to $(1-p)$ times its value on average.
#   So **what survives is multiplied by $\frac{1}{1-p}$.** Then the mean stays as it was, and nothing
#   has to be done at inference. For $p = 0.5$ both $1/p$ and $1/(1-p)$ are 2, and a mistake does not
#   show. For $p = 0.2$ the factor is 1.25.

# %%
if __name__ == "__main__":
    layer = nn.Dropout(0.2)
    print("training: ", layer(torch.ones(10)))
    print("mean of 100000:", layer(torch.ones(100_000)).mean())
    layer.eval()
    print("inference:", layer(torch.ones(10)))

# %% [markdown] tags=["ko"]
# 어떤 shape이든 받아 같은 shape을 돌려줍니다.
#
# * `mask`가 있을 때 2점. `mask`는 `x`와 shape이 같은 bool 텐서이고 **`True`인 원소를 남깁니다.** 이때는
#   난수를 쓰지 않고 `mask`대로만 합니다. 살아남은 값은 $1/(1-p)$배입니다. `mask`가 실제로 남긴 비율로 나누는
#   것이 아닙니다. `x`의 기울기는 `mask / (1-p)`입니다.
# * `mask`가 없을 때(`None`) 2점. 원소마다 따로 확률 `p`로 지웁니다. 행이나 채널을 통째로 지우지 않습니다.
#   `torch.manual_seed(...)` 뒤에 부르면 같은 시드에서 같은 결과가, 다른 시드에서 다른 결과가 나와야
#   합니다. `torch.rand`처럼 평범한 난수를 쓰면 저절로 그렇게 됩니다. (채점할 때는 `torch`, `numpy`,
#   `random`의 시드를 함께 정합니다. 함수 안에서 시드를 정하거나 난수 생성기를 새로 만들지 마세요.)
# * 특별한 경우 2점. 다음을 모두 지켜야 합니다.
#     * `training=False`(추론)이면 `p`와 `mask`가 무엇이든 `x`와 같은 값입니다. `x` 자체를 돌려주어도
#       됩니다.
#     * `p = 0`이면 `x`와 같은 값입니다. 역시 `x` 자체도 됩니다.
#     * `p = 1`이면 모두 0입니다. `mask`가 있어도 같습니다. $0 / 0$은 nan이니 주의하세요. (이때의 기울기는
#       채점하지 않습니다.)
#     * `p`가 0보다 작거나 1보다 크면 `ValueError`입니다. **추론일 때도, `mask`가 있을 때도** 그렇습니다.
#     * 원소가 하나도 없는 텐서도 받습니다.
#     * `x`를 바꾸지 않습니다.

# %% [markdown] tags=["en"]
# Any shape may come in, and the same shape goes out.
#
# * 2 points with a `mask`. It is a bool tensor of the shape of `x` and **keeps the elements where it
#   is `True`.** Then no random numbers are used; the `mask` alone decides. What survives is multiplied
#   by $1/(1-p)$, and not divided by the fraction that this `mask` happens to keep. The gradient of
#   `x` is `mask / (1-p)`.
# * 2 points without one (`None`). Each element is dropped by itself with probability `p`, not whole
#   rows or channels. Called after `torch.manual_seed(...)`, the same seed must give the same result
#   and another seed another one. With ordinary random numbers such as `torch.rand` this comes by
#   itself. (Grading seeds `torch`, `numpy` and `random` all at once. Set no seed inside the function,
#   and make no random generator of your own.)
# * 2 points for special cases, all of them together:
#     * With `training=False` (inference) the values are those of `x`, whatever `p` and `mask` are. You
#       may return `x` itself.
#     * For `p = 0` they are those of `x` too, or `x` itself.
#     * For `p = 1` all are 0, with a `mask` too. Mind that $0 / 0$ is nan. (The gradient is not graded
#       here.)
#     * A `p` below 0 or above 1 is a `ValueError`, **at inference and with a `mask` too.**
#     * A tensor without any elements is all right.
#     * `x` is not changed.

# %%
def dropout(x: Tensor, p: float = 0.5, training: bool = True, mask: Tensor | None = None) -> Tensor:
    """확률 p로 지우고 남은 것은 1/(1-p)배 / drop with probability p, the rest times 1/(1-p)

    x  →  같은 shape, 같은 dtype / same shape, same dtype
    mask: bool, x와 같은 shape, True = 남김 / shape of x, True = keep
    오류 / errors: p < 0, p > 1 → ValueError

    >>> x = torch.tensor([1.0, 2.0, 3.0, 4.0])
    >>> dropout(x, 0.2, mask=torch.tensor([True, False, True, True]))
    tensor([1.2500, 0.0000, 3.7500, 5.0000])
    >>> dropout(x, 0.2, training=False)
    tensor([1., 2., 3., 4.])
    """
    raise NotImplementedError("dropout")

# %% [markdown] tags=["ko"]
# `dropout`을 다 썼으면 1로 채운 20×20 텐서를 넣어 봅시다. 흰 칸이 지워진 뉴런입니다. $p$가 클수록 많이 지우지만 남은 칸이 그만큼 진해져서, 평균은 늘
# 1에 가깝습니다.

# %% [markdown] tags=["en"]
# When `dropout` is written, give it 20×20 ones. The white cells have been dropped. The larger $p$,
# the more there are; but those that are left get darker in return, so the mean always stays close
# to 1.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        dropped = {p: dropout(torch.ones(20, 20), p) for p in (0.0, 0.2, 0.5, 0.8)}
        figure, panels = plt.subplots(1, 4, figsize=(12, 3.3), layout="constrained")
        for axes, (p, image) in zip(panels, dropped.items(), strict=True):
            shades = axes.imshow(image, cmap="Blues", vmin=0, vmax=5)
            axes.set(title=f"p = {p}: mean {image.mean():.2f}", xticks=[], yticks=[])
        figure.colorbar(shades)
        plt.show()

# %% [markdown] tags=["ko"]
# ## 6. `predict_eval` (1점)
#
# 드롭아웃이 든 모델은 학습 모드와 추론 모드에서 다르게 계산합니다. `model.train()`과 `model.eval()`이 모드를
# 바꾸고, `model.training`이 지금의 모드를 알려 줍니다. **추론 모드에서, 기울기 그래프 없이** `model(x)`를
# 구하여 돌려주세요.
#
# * 추론 모드이므로 두 번 불러도 결과가 같습니다.
# * 결과의 `requires_grad`는 `False`입니다. `x`의 `requires_grad`가 `True`일 때도 그렇습니다.
# * **모델은 부르기 전 그대로** 돌려놓습니다. 학습 모드였으면 학습 모드로, 추론 모드였으면 추론 모드로
#   되돌립니다. 파라미터의 값과 `requires_grad`도 그대로입니다.

# %% [markdown] tags=["en"]
# ## 6. `predict_eval` (1 point)
#
# A model with dropout in it computes one thing while training and another at inference. `model.train()`
# and `model.eval()` switch the mode, `model.training` tells it. Find and return `model(x)` **in
# inference mode and without a graph of gradients.**
#
# * As this is inference, two calls give the same result.
# * The result has `requires_grad=False`, also where `x` has `True`.
# * **Leave the model as it was**: back in training mode if it was in training mode, else in inference
#   mode. The values of its parameters and their `requires_grad` stay too.

# %%
def predict_eval(model: nn.Module, x: Tensor) -> Tensor:
    """추론 모드의 출력, 모델은 그대로 / the output in inference mode; the model stays as it was

    결과 / returns: model(x), requires_grad=False

    >>> model = nn.Sequential(nn.Dropout(0.5))
    >>> predict_eval(model, torch.ones(3))
    tensor([1., 1., 1.])
    >>> model.training
    True
    """
    raise NotImplementedError("predict_eval")
