# %% [markdown] tags=["ko"]
# # 로지스틱 회귀 직접 구현
#
# **로지스틱 회귀**(logistic regression)는 정답이 0 또는 1인 문제를 풉니다. 선형회귀처럼
# $xW + b$를 계산하고, 시그모이드에 넣어 0과 1 사이의 값으로 바꿉니다. 이 값 $H(x)$를 "정답이
# 1일 확률"로 읽고, 0.5 이상이면 1로 예측합니다.
#
# $$H(x) = \sigma(xW + b) = \frac{1}{1 + e^{-(xW + b)}}$$
#
# 얼마나 틀렸는지는 이진 크로스 엔트로피로 잽니다. $\log$는 자연로그이고, 데이터 $n$개의
# **평균**입니다.
#
# $$cost = -\frac{1}{n} \sum_{i=1}^{n}
# [y^{(i)} \log H(x^{(i)}) + (1 - y^{(i)}) \log (1 - H(x^{(i)}))]$$
#
# 학습은 비용이 줄어드는 쪽으로 $W$와 $b$를 조금씩 옮기는 일을 되풀이하는 것입니다. $\alpha$는
# 학습률입니다. 코드에서는 `lr`이라고 씁니다.
#
# $$W := W - \alpha \frac{\partial cost}{\partial W}, \qquad
# b := b - \alpha \frac{\partial cost}{\partial b}$$
#
# 이 과제에서는 `nn.Linear` 같은 층 없이 $W$와 $b$를 직접 만들어 학습합니다.

# %% [markdown] tags=["en"]
# # Logistic regression by hand
#
# **Logistic regression** answers questions whose answer is 0 or 1. Like linear regression it
# computes $xW + b$; the sigmoid then brings that between 0 and 1. Read the result $H(x)$ as "the
# probability that the answer is 1": from 0.5 on, the prediction is 1.
#
# $$H(x) = \sigma(xW + b) = \frac{1}{1 + e^{-(xW + b)}}$$
#
# The binary cross entropy measures how wrong it is. $\log$ is the natural logarithm, and the cost
# is the **mean** over the $n$ rows of data.
#
# $$cost = -\frac{1}{n} \sum_{i=1}^{n}
# [y^{(i)} \log H(x^{(i)}) + (1 - y^{(i)}) \log (1 - H(x^{(i)}))]$$
#
# To train is to move $W$ and $b$ by small steps towards a lower cost, again and again. $\alpha$ is
# the learning rate, `lr` in the code.
#
# $$W := W - \alpha \frac{\partial cost}{\partial W}, \qquad
# b := b - \alpha \frac{\partial cost}{\partial b}$$
#
# In this assignment you make $W$ and $b$ yourself and train them, without a layer like `nn.Linear`.

# %%
from contextlib import suppress

import torch
from torch import Tensor, optim

x_data = [[1], [2], [3], [4], [5], [6]]
x_data_multi = [[1, 2], [2, 3], [3, 1], [4, 3], [5, 3], [6, 2]]
y_data = [[0], [0], [0], [1], [1], [1]]

x_train = torch.FloatTensor(x_data)  # (6, 1)
x_train_multi = torch.FloatTensor(x_data_multi)  # (6, 2)
y_train = torch.FloatTensor(y_data)  # (6, 1)

# %% [markdown] tags=["ko"]
# 위는 슬라이드의 데이터입니다. `x_train`은 특징이 1개인 로지스틱 회귀, `x_train_multi`는 특징이
# 2개인 다중 로지스틱 회귀에 쓰고, 정답 `y_train`은 같습니다.
#
# 특징이 1개인 학습을 눈으로 봅시다. 학습률은 1이고, $W$와 $b$는 0에서 시작합니다. 처음에는
# $H(x)$가 어디서나 0.5이고 비용은 $\ln 2 = 0.693147$입니다. 업데이트를 거듭하면 곡선이 점점
# 가팔라지면서 0.5를 지나는 곳(**경계**, $-b/W$)이 3과 4 사이로 옮겨 갑니다. 비용은 처음 몇 번은
# 오히려 커졌다가 줄어듭니다. 1001번째 업데이트 직전의 비용은 **0.040259**입니다.
#
# 아래 셀은 a04의 기울기 식 $\frac{1}{n}\sum (H - y)x$, $\frac{1}{n}\sum (H - y)$로 계산합니다.

# %% [markdown] tags=["en"]
# Above is the data of the slides: `x_train` has one feature, `x_train_multi` has two (multiple
# logistic regression), and both have the answers `y_train`.
#
# Watch the training with one feature. The learning rate is 1, and $W$ and $b$ start from 0. At
# first $H(x)$ is 0.5 everywhere, and the cost is $\ln 2 = 0.693147$. With each update the curve
# gets steeper, and the place where it passes 0.5 (the **boundary**, $-b/W$) moves to between 3 and
# 4. In the first few updates the cost even rises before it falls. Just before update 1001 it is
# **0.040259**.
#
# The cell below uses the formulas for the gradient from a04, $\frac{1}{n}\sum (H - y)x$ and
# $\frac{1}{n}\sum (H - y)$.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt
    import torch.nn.functional as F

    fig, (left, right) = plt.subplots(1, 2, figsize=(10, 3.5), layout="constrained")
    grid = torch.arange(0.0, 7.0, 0.05)
    w, b, costs = torch.tensor(0.0), torch.tensor(0.0), []
    for update in range(1, 1002):
        H = torch.sigmoid(w * x_train + b)
        costs.append(F.binary_cross_entropy(H, y_train).item())
        w, b = w - ((H - y_train) * x_train).mean(), b - (H - y_train).mean()
        if update in (1, 10, 100, 1001):
            left.plot(grid, torch.sigmoid(w * grid + b), label=f"after {update} updates")
    left.plot(x_train, y_train, "ko")
    left.axvline(-b / w, color="gray", linestyle=":")
    left.set(title="H(x)", xlabel="x")
    left.legend()
    right.semilogx(range(1, 1002), costs)
    right.set(title="cost before each update", xlabel="update")
    plt.show()

    print(f"first cost {costs[0]:.6f}, last cost {costs[-1]:.6f}")
    print(f"W {w.item():.6f}, b {b.item():.6f}, boundary -b/W {(-b / w).item():.4f}")

# %% [markdown] tags=["ko"]
# ## 기울기는 PyTorch에 맡깁니다
#
# 기울기 식을 몰라도 학습할 수 있습니다. `requires_grad=True`인 텐서로 비용을 계산하면 PyTorch가
# 그 과정을 기억해 두었다가 `cost.backward()`에서 기울기를 구합니다. 아래 셀은 $(w - 3)^2$이 가장
# 작아지는 $w$를 찾습니다. 학습은 언제나 이 모양입니다.
#
# 1. 지금의 $w$로 비용을 계산합니다.
# 2. `optimizer.zero_grad()`로 이전 기울기를 지웁니다. `backward()`는 기울기를 **더하기** 때문에,
#    지우지 않으면 두 번째 업데이트부터 기울기가 쌓입니다.
# 3. `cost.backward()`로 기울기를 구합니다.
# 4. `optimizer.step()`으로 $w$를 옮깁니다. `optim.SGD`에 건네준 텐서만 움직입니다.

# %% [markdown] tags=["en"]
# ## PyTorch finds the gradients
#
# You need not know the formula of the gradient. Compute the cost from tensors with
# `requires_grad=True`, and PyTorch remembers how, so that `cost.backward()` can find the gradients.
# The cell below looks for the $w$ with the smallest $(w - 3)^2$. Every training has this form.
#
# 1. Compute the cost with the $w$ of now.
# 2. Clear the old gradients with `optimizer.zero_grad()`. `backward()` **adds** to them, so without
#    this they pile up from the second update on.
# 3. Find the gradients with `cost.backward()`.
# 4. Move $w$ with `optimizer.step()`. Only tensors that were given to `optim.SGD` move.

# %%
if __name__ == "__main__":
    w = torch.zeros(1, requires_grad=True)
    optimizer = optim.SGD([w], lr=0.25)
    for epoch in range(5 + 1):
        cost = ((w - 3) ** 2).mean()
        print(f"epoch {epoch}: w {w.item():.4f}, cost {cost.item():.4f}")
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    print(f"after {epoch + 1} updates: w {w.item():.4f}")

# %% [markdown] tags=["ko"]
# ## 슬라이드의 코드를 그대로 실행하면
#
# 슬라이드에는 `hypothesis = torch.sigmoid(W * x_data + b)`라고 되어 있는데, `x_data`는 텐서가 아니라
# **리스트**라서 `TypeError`가 납니다. 주석에 있는 `x_data.matmul(W)`도 리스트에는 `matmul`이 없어서
# `AttributeError`가 납니다. 둘 다 `x_train`이어야 합니다.
#
# `W * x_train`도 조심하세요. `*`는 원소끼리의 곱이라 `W`가 `(1, 1)`일 때에만 우연히 맞고, 특징이
# 2개가 되면 오류가 납니다. `x_train.matmul(W)`는 특징이 몇 개이든 됩니다.

# %% [markdown] tags=["en"]
# ## If you run the slide's code as it stands
#
# The slide says `hypothesis = torch.sigmoid(W * x_data + b)`, but `x_data` is a **list**, not a
# tensor, and that is a `TypeError`. The `x_data.matmul(W)` in its comment is an `AttributeError`: a
# list has no `matmul`. Both must say `x_train`.
#
# Beware of `W * x_train` too: `*` multiplies element by element, which happens to be right where
# `W` is `(1, 1)`, but fails with two features. `x_train.matmul(W)` works for any number of features.

# %%
if __name__ == "__main__":
    W1, W2 = torch.zeros(1, 1), torch.zeros(2, 1)
    for code in (
        "W1 * x_data",
        "x_data.matmul(W1)",
        "W1 * x_train",
        "W2 * x_train_multi",
        "x_train_multi.matmul(W2)",
    ):
        try:
            print(f"{code:25} shape {tuple(eval(code).shape)}")
        except Exception as error:
            print(f"{code:25} {type(error).__name__}: {error}")

# %% [markdown] tags=["ko"]
# ## 1. `init_params` (1점)
#
# 특징이 `d`개일 때의 `W`와 `b`를 만들어 이 순서로 돌려주세요.
#
# * `W`는 `(d, 1)`, `b`는 `(1,)`이고 모두 0입니다. dtype은 float32입니다.
# * 둘 다 `requires_grad=True`이고, 계산의 결과가 아니라 직접 만든 텐서(**leaf**)여야 합니다.
#   `torch.zeros(d, requires_grad=True).reshape(d, 1)`은 `reshape`의 결과이므로 leaf가 아니고,
#   옵티마이저가 받아 주지 않습니다.
# * `d`가 1보다 작으면 `ValueError`를 발생시키세요. `assert`는 `python -O`로 실행하면 사라지므로
#   인정하지 않습니다.

# %% [markdown] tags=["en"]
# ## 1. `init_params` (1 point)
#
# Make `W` and `b` for `d` features and return them in this order.
#
# * `W` is `(d, 1)`, `b` is `(1,)`, both are all zeros, with dtype float32.
# * Both have `requires_grad=True` and are **leaf** tensors: made directly, not computed.
#   `torch.zeros(d, requires_grad=True).reshape(d, 1)` is the result of `reshape`, so it is no leaf,
#   and no optimizer takes it.
# * Where `d` is less than 1, raise a `ValueError`. An `assert` does not count: `python -O` removes
#   it.

# %%
def init_params(d: int) -> tuple[Tensor, Tensor]:
    """0으로 채운 W와 b / W and b of zeros: d  →  W (d, 1), b (1,), requires_grad=True

    오류 / errors: d < 1 → ValueError

    >>> init_params(2)
    (tensor([[0.],
            [0.]], requires_grad=True), tensor([0.], requires_grad=True))
    """
    raise NotImplementedError("init_params")

# %% [markdown] tags=["ko"]
# ## 2. `train_logistic` (8점)
#
# `W`와 `b`를 0에서 시작하여 $H(x) = \sigma(xW + b)$를 학습하세요. `x_train`은 `(n, d)`, `y_train`은
# `(n, 1)`인 float 텐서이고 dtype이 같습니다. 슬라이드와 다른 `n`과 `d`로도 부릅니다.
#
# * 매번 데이터 **전체**로 비용(이진 크로스 엔트로피의 평균)을 구하고, 학습률이 `lr`인 경사하강법으로
#   업데이트합니다. 모멘텀은 없습니다. `optim.SGD`를 써도 되고, 기울기를 직접 구해 빼도 됩니다.
# * 업데이트는 **정확히 `epochs + 1`번**입니다. 슬라이드의 `range(epochs + 1)`과 같습니다. 즉
#   `epochs=0`이면 한 번입니다. `lr=0`이면 `W`와 `b`는 0 그대로입니다.
# * `costs`에는 비용 `epochs + 1`개를 모두 담습니다. `costs[e]`는 `e`번째 업데이트 **전의**
#   비용이므로 `costs[0]`은 늘 $\ln 2$입니다. `(epochs + 1,)`인 텐서나 실수 리스트로 돌려주세요.
# * `W, b, costs`를 이 순서로 돌려줍니다. `W` `(d, 1)`와 `b` `(1,)`는 마지막 업데이트 **후의**
#   값이고 dtype은 `x_train`과 같습니다. float64 데이터라면 float64입니다.
# * 셋 다 기울기 그래프에서 떼어 주세요(`detach()`나 `item()`). `requires_grad`가 `False`여야 합니다.
# * 부를 때마다 0에서 새로 시작합니다. 같은 데이터로 다시 부르면 같은 결과가 나와야 하고, `x_train`과
#   `y_train`을 바꾸면 안 됩니다.
#
# 점수는 다음과 같습니다.
#
# * **2점** 한 번 업데이트한 `W`와 `b`의 값, shape, dtype. 슬라이드의 데이터에서는 `W`가 0.75,
#   특징이 2개이면 0.75와 0.166667이고 `b`는 0입니다. 입력을 바꾸지 않는지도 여기에서 봅니다.
# * **3점** 다른 데이터로 2번, 3번, 11번 업데이트한 `W`와 `b`. float64도 포함합니다.
# * **2점** 슬라이드의 학습을 끝까지 한 결과. 마지막 비용이 0.040259(특징 1개), 0.019852(특징
#   2개)입니다.
# * **1점** `costs`의 개수와 값.
#
# `zero_grad()`를 빠뜨려도 슬라이드의 데이터에서는 정확도가 100%가 됩니다. 그래서 정확도가 아니라
# `W`와 `b`로 채점합니다. `init_params`를 불러서 써도 되지만, 거기에서 실수하면 여기에서도 점수를
# 잃습니다. 그리고 `init_params`의 결과는 늘 float32입니다.

# %% [markdown] tags=["en"]
# ## 2. `train_logistic` (8 points)
#
# Train $H(x) = \sigma(xW + b)$, with `W` and `b` starting from 0. `x_train` is `(n, d)`, `y_train`
# is `(n, 1)`, both float and of the same dtype. Other `n` and `d` than on the slides come in too.
#
# * Every time, take the cost (the mean binary cross entropy) over **all** the data and update by
#   gradient descent with learning rate `lr`, without momentum. Use `optim.SGD`, or find the
#   gradients yourself and subtract them.
# * There are **exactly `epochs + 1` updates**: the `range(epochs + 1)` of the slide. So `epochs=0`
#   means one. With `lr=0`, `W` and `b` stay 0.
# * `costs` holds all `epochs + 1` costs. `costs[e]` is the cost **before** update `e`, so `costs[0]`
#   is always $\ln 2$. Return a tensor `(epochs + 1,)` or a list of floats.
# * Return `W, b, costs` in this order. `W` `(d, 1)` and `b` `(1,)` are those **after** the last
#   update, with the dtype of `x_train`: float64 for float64 data.
# * All three are detached from the graph (`detach()` or `item()`): their `requires_grad` is `False`.
# * Every call starts anew from 0: the same data gives the same result again. `x_train` and
#   `y_train` must not be changed.
#
# The points:
#
# * **2 points** `W` and `b` after one update: values, shape, dtype. On the data of the slides `W` is
#   0.75, with two features 0.75 and 0.166667, and `b` is 0. That the inputs are unchanged counts
#   here too.
# * **3 points** `W` and `b` after 2, 3 and 11 updates on other data, also in float64.
# * **2 points** The training of the slides to its end. The last cost is 0.040259 with one feature,
#   0.019852 with two.
# * **1 point** The number of `costs`, and their values.
#
# Without `zero_grad()` the accuracy still reaches 100 % on the data of the slides, so it is not the
# accuracy that is graded but `W` and `b`. You may call `init_params`, but then a mistake there costs
# points here too; and what it returns is always float32.

# %%
def train_logistic(
    x_train: Tensor, y_train: Tensor, lr: float = 1.0, epochs: int = 1000
) -> tuple[Tensor, Tensor, Tensor]:
    """0에서 시작하여 epochs + 1번 업데이트 / from zeros, epochs + 1 updates

    x_train (n, d), y_train (n, 1)  →  W (d, 1), b (1,), costs (epochs + 1,)

    >>> W, b, costs = train_logistic(x_train, y_train, epochs=0)
    >>> W, b, costs
    (tensor([[0.7500]]), tensor([0.]), tensor([0.6931]))
    """
    raise NotImplementedError("train_logistic")

# %% [markdown] tags=["ko"]
# 여러분의 `train_logistic`으로 특징이 2개인 데이터를 학습해 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 왼쪽의 색은 $H(x)$이고 검은 선은
# $H(x) = 0.5$인 결정 경계입니다. 빨간 점(1)과 파란 점(0)이 경계의 양쪽으로 나뉘나요? 오른쪽의 비용은 **0.019852**까지 내려갑니다.

# %% [markdown] tags=["en"]
# Train the data with two features with your `train_logistic`. (Before it is written, nothing is
# drawn.) The colours on the left are $H(x)$, and the black line is the decision boundary, where
# $H(x) = 0.5$. Do the red dots (1) and the blue dots (0) lie on different sides of it? The cost on
# the right falls to **0.019852**.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        W, b, costs = train_logistic(x_train_multi, y_train)
        x1, x2 = torch.meshgrid(torch.linspace(0, 7, 71), torch.linspace(0, 4, 41), indexing="xy")
        H = torch.sigmoid(torch.stack([x1, x2], dim=-1) @ W + b).squeeze(-1)

        figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
        shades = left.contourf(x1, x2, H, levels=10, cmap="coolwarm", vmin=0, vmax=1, alpha=0.6)
        left.contour(x1, x2, H, levels=[0.5], colors="black")
        left.scatter(*x_train_multi.T, c=y_train, cmap="coolwarm", s=100, edgecolors="black")
        left.set(title="H(x)", xlabel="$x_1$", ylabel="$x_2$")
        figure.colorbar(shades)
        right.semilogx(range(1, 1002), costs)
        right.set(title="cost before each update", xlabel="update")
        plt.show()

# %% [markdown] tags=["ko"]
# ## 3. `accuracy` (1점)
#
# 예측이 정답과 같은 비율을 **파이썬 실수**로, 0과 1 사이의 값으로 돌려주세요. `h`가 `threshold`
# **이상**(`>=`)이면 1, 아니면 0으로 예측합니다.
#
# * `h`와 `y`는 둘 다 `(n, 1)`이거나 둘 다 `(n,)`인 float 텐서이고, `y`의 값은 0 또는 1입니다.
#   데이터는 1개 이상입니다. `h`는 `requires_grad`일 수 있습니다.
# * 두 텐서의 shape이 **완전히 같지 않으면** `ValueError`를 발생시키세요. `(n, 1)`과 `(n,)`을 `==`로
#   비교하면 오류 없이 `(n, n)`이 되어 엉뚱한 비율이 나옵니다. `assert`는 여기에서도 인정하지 않습니다.

# %% [markdown] tags=["en"]
# ## 3. `accuracy` (1 point)
#
# Return the fraction of predictions that are right as a **Python float** between 0 and 1. The
# prediction is 1 where `h` is **at least** `threshold` (`>=`), else 0.
#
# * `h` and `y` are float tensors, both `(n, 1)` or both `(n,)`, and `y` holds 0 and 1. There is at
#   least one row. `h` may require grad.
# * Unless both shapes are **exactly the same**, raise a `ValueError`. Compare `(n, 1)` with `(n,)` by
#   `==`, and you get `(n, n)`: no error, but the fraction of something else. Here too an `assert`
#   does not count.

# %%
def accuracy(h: Tensor, y: Tensor, threshold: float = 0.5) -> float:
    """맞힌 비율 / the fraction that is right

    h, y: 같은 shape, (n, 1) 또는 (n,) / the same shape, (n, 1) or (n,)  →  float, 0..1
    오류 / errors: shape이 다름 → ValueError / shapes differ → ValueError

    >>> accuracy(torch.tensor([[0.2], [0.5], [0.9], [0.6]]), torch.tensor([[0.0], [1.0], [1.0], [0.0]]))
    0.75
    """
    raise NotImplementedError("accuracy")

# %% [markdown] tags=["ko"]
# 임계값을 바꾸면 정확도는 어떻게 될까요? 학습을 10번만 했을 때와 1,001번 했을 때를 비교해 보세요. 잘 학습한 모델은 $H(x)$가 0이나 1에 가까우므로 임계값을
# 크게 바꾸어도 정확도가 그대로입니다.

# %% [markdown] tags=["en"]
# What does the threshold do to the accuracy? Compare 10 updates with 1,001. In a well-trained
# model $H(x)$ is close to 0 or 1, so the accuracy hardly depends on the threshold.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        thresholds = torch.linspace(0, 1, 101)
        for epochs in (9, 1000):
            W, b, costs = train_logistic(x_train, y_train, epochs=epochs)
            h = torch.sigmoid(x_train @ W + b)
            found = [accuracy(h, y_train, threshold.item()) for threshold in thresholds]
            plt.plot(thresholds, found, label=f"{epochs + 1} updates")
        plt.xlabel("threshold")
        plt.ylabel("accuracy")
        plt.legend()
        plt.show()
