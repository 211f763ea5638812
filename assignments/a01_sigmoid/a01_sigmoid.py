# %% [markdown] tags=["ko"]
# # 시그모이드와 임계값
#
# 부품 검사에서 점수가 60점 이상이면 **정상**, 60점 미만이면 **불량**입니다. 이렇게 둘 중 하나를
# 고르는 문제가 **이진 분류**(binary classification)이고, 정상과 불량을 가르는 60점이
# **임계값**(threshold)입니다.
#
# 로지스틱 회귀는 입력 $x$에 가중치 $w$를 곱하고 편향 $b$를 더한 뒤, 그 결과를 시그모이드 함수로
# 0과 1 사이의 값으로 바꿉니다. 이 값은 "정상일 확률"로 읽을 수 있습니다.
#
# $$H(x) = \frac{1}{1 + e^{-(wx+b)}} = \sigma(wx+b)$$
#
# * $e$는 자연상수 2.718281…입니다.
# * $w$는 곡선의 **경사**를 정합니다. $w$가 클수록 가파릅니다.
# * $b$는 곡선을 **좌우로 이동**시킵니다. $b$가 양수이면 왼쪽으로 움직입니다.
#
# $\sigma(0) = 0.5$이고, $x$가 커지면 1에, 작아지면 0에 가까워집니다.

# %% [markdown] tags=["en"]
# # Sigmoid and the threshold
#
# A part that scores 60 or more in a test is **good**, one below 60 is **defective**. Choosing one
# of two like this is **binary classification**, and the 60 that separates them is the
# **threshold**.
#
# Logistic regression multiplies the input $x$ by a weight $w$, adds a bias $b$, and lets the
# sigmoid function turn the result into a value between 0 and 1. You can read it as "the
# probability that the part is good".
#
# $$H(x) = \frac{1}{1 + e^{-(wx+b)}} = \sigma(wx+b)$$
#
# * $e$ is the constant 2.718281…
# * $w$ sets the **slope** of the curve: the larger $w$, the steeper.
# * $b$ **shifts** the curve sideways: a positive $b$ moves it to the left.
#
# $\sigma(0) = 0.5$; for large $x$ it comes close to 1, for small $x$ close to 0.

# %%
from contextlib import suppress

import torch
from torch import Tensor

# %% [markdown] tags=["ko"]
# 슬라이드의 예를 먼저 실행해 봅시다. $x$는 −5.0부터 4.9까지 0.1 간격인 100개의 점입니다.
# (`torch.arange`는 마지막 값 5.0을 포함하지 않습니다.)

# %% [markdown] tags=["en"]
# Run the example of the slides first. $x$ is 100 points from −5.0 to 4.9 in steps of 0.1
# (`torch.arange` leaves the end, 5.0, out).

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    x = torch.arange(-5.0, 5.0, 0.1)
    for w in (0.5, 1, 2, 10):
        plt.plot(x, torch.sigmoid(w * x), label=f"w = {w}")
    plt.title("Sigmoid Function")
    plt.legend()
    plt.show()

# %% [markdown] tags=["ko"]
# ## 1. `sigmoid` (6점)
#
# 위의 식을 그대로 코드로 옮기세요. 텐서의 모든 원소를 한 번에 계산합니다. 반복문은 필요 없습니다.
#
# * 결과의 shape과 dtype은 `x`와 같습니다. 0차원 텐서와 빈 텐서도, `transpose`한 텐서도 들어올 수
#   있습니다. (`transpose`한 텐서에는 `view`가 오류를 내므로 `reshape`을 쓰세요.)
# * `x`가 ±10000이어도 결과에 `nan`이나 `inf`가 나오면 안 됩니다.
# * 기울기(gradient)가 이어져야 합니다. `.item()`이나 `torch.tensor(...)`로 끊지 마세요.
#
# > **심화 (1점)** 슬라이드의 식은 값은 맞지만, `x < -88.7`에서 기울기가 `nan`이 됩니다.
# > `torch.exp(89)`가 `inf`가 되기 때문입니다. 기울기까지 안전한 방법을 찾아보세요.

# %% [markdown] tags=["en"]
# ## 1. `sigmoid` (6 points)
#
# Turn the formula above into code. It computes all elements of a tensor at once; you need no loop.
#
# * The result has the shape and dtype of `x`. 0-d and empty tensors may come in too, and transposed
#   ones (where `view` fails, so use `reshape`).
# * Even for `x` = ±10000 the result must not hold `nan` or `inf`.
# * Gradients must flow: do not cut them with `.item()` or `torch.tensor(...)`.
#
# > **Stretch (1 point)** The formula of the slides gives the right value, but for `x < -88.7` its
# > gradient becomes `nan`, because `torch.exp(89)` is `inf`. Find a way whose gradient is safe too.

# %%
def sigmoid(x: Tensor) -> Tensor:
    """σ(x) = 1 / (1 + e^(-x))

    x: float 텐서, 어떤 shape이든 가능 / a float tensor of any shape, also () and (0,)
    결과 / returns: x와 같은 shape과 dtype, 0과 1 사이 / shape and dtype of x, values in [0, 1]

    >>> sigmoid(torch.tensor([-5.0, 0.0, 4.0]))
    tensor([0.0067, 0.5000, 0.9820])
    """
    raise NotImplementedError("sigmoid")

# %% [markdown] tags=["ko"]
# 이제 여러분의 `sigmoid`를 그려 봅시다. (쓰기 전에 실행하면 아무것도 그리지 않습니다.) 왼쪽은 $w$가 다른 곡선들입니다. 오른쪽은 $x = -100$부터의
# **기울기**입니다. 곡선이 −88.7에서야 시작하면 심화 문제가 아직 남은 것입니다. 양쪽 끝에서 기울기가 0에 가깝다는 것도 눈여겨보세요. 거기에서는 학습이 느립니다.

# %% [markdown] tags=["en"]
# Now draw your `sigmoid`. (Run before it is written, this draws nothing.) On the left are curves
# with different $w$. On the right is the **gradient** from $x = -100$ on. If its curve begins only
# at −88.7, the stretch is still to be done. Note also that the gradient is close to 0 at both
# ends: there, training is slow.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        x = torch.arange(-100.0, 20.0, 0.1, requires_grad=True)
        sigmoid(x).sum().backward()

        figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
        near = torch.arange(-8.0, 8.0, 0.1)
        for w in (-1, 0.5, 1, 2, 10):
            left.plot(near, sigmoid(w * near), label=f"w = {w}")
        left.set(title="sigmoid(w x)", xlabel="x")
        left.legend()
        right.plot(x.detach(), x.grad, linewidth=3)
        right.set(title="gradient of sigmoid(x)", xlabel="x", xlim=(-105, 25))
        plt.show()

# %% [markdown] tags=["ko"]
# ## 2. `hypothesis` (2점)
#
# $H(x) = \sigma(xW + b)$를 데이터 $n$개에 대해 한 번에 계산합니다. 특징(feature)이 $d$개일 때
# `x`는 `(n, d)`, `W`는 `(d, 1)`, `b`는 `(1,)`이고 결과는 `(n, 1)`입니다.
#
# * `W * x`는 원소별 곱입니다. 특징이 둘 이상이면 `(n, d)`가 되어 버리므로 행렬 곱을 쓰세요.
# * `x`의 열의 수와 `W`의 행의 수가 다르면 `ValueError`나 `RuntimeError`가 발생해야 합니다.
#   (`torch.matmul`은 스스로 `RuntimeError`를 냅니다. `*`, `torch.einsum`, `torch.tensordot`은 크기가
#   1인 차원을 오류 없이 늘리므로, 쓰려면 먼저 직접 비교하세요.)
# * 데이터가 없으면(`n = 0`) 결과는 `(0, 1)`입니다.
# * `x`, `W`, `b`로 기울기가 이어져야 합니다. 어느 함수도 입력으로 받은 텐서를 바꾸면 안 됩니다.

# %% [markdown] tags=["en"]
# ## 2. `hypothesis` (2 points)
#
# $H(x) = \sigma(xW + b)$ for $n$ rows of data at once. With $d$ features `x` is `(n, d)`, `W` is
# `(d, 1)`, `b` is `(1,)`, and the result is `(n, 1)`.
#
# * `W * x` multiplies element by element. With two or more features that gives `(n, d)`, so use
#   the matrix product.
# * Where the columns of `x` and the rows of `W` differ in number, a `ValueError` or
#   `RuntimeError` must be raised. `torch.matmul` raises a `RuntimeError` by itself; `*`,
#   `torch.einsum` and `torch.tensordot` stretch a dimension of size 1 without a word, so compare
#   first where you use them.
# * Without data (`n = 0`) the result is `(0, 1)`.
# * Gradients must flow to `x`, `W` and `b`. No function may change a tensor that it is given.

# %%
def hypothesis(x: Tensor, W: Tensor, b: Tensor) -> Tensor:
    """H(x) = σ(xW + b)

    x (n, d), W (d, 1), b (1,)  →  (n, 1)
    오류 / errors: x의 열 ≠ W의 행 → ValueError 또는 RuntimeError
                   columns of x ≠ rows of W → ValueError or RuntimeError

    >>> hypothesis(torch.tensor([[1.0], [6.0]]), torch.tensor([[4.0]]), torch.tensor([-14.0]))
    tensor([[4.5398e-05],
            [9.9995e-01]])
    """
    raise NotImplementedError("hypothesis")

# %% [markdown] tags=["ko"]
# 슬라이드의 학습 결과 $W = 4.163645$, $b = -14.418201$로 곡선을 그려 봅시다. 점은 학습 데이터입니다.
# (0은 불량, 1은 정상) 가로 점선이 **임계값** 0.5이고, 곡선이 임계값을 지나는 세로 점선이
# **결정 경계**(decision boundary)입니다. 경계의 왼쪽은 불량, 오른쪽은 정상으로 예측합니다.

# %% [markdown] tags=["en"]
# Draw the curve that training on the slides ends with, $W = 4.163645$ and $b = -14.418201$. The dots
# are the data (0 is defective, 1 is good). The dotted line across is the **threshold**, 0.5. Where
# the curve crosses it, the upright line is the **decision boundary**: to the left of it parts are
# predicted to be defective, to the right good.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    x = torch.arange(0.0, 7.0, 0.001)
    h = torch.sigmoid(4.163645 * x - 14.418201)
    boundary = x[h >= 0.5].min()
    plt.plot(x, h, label="H(x)")
    plt.scatter([1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1], color="black", label="data")
    plt.axhline(0.5, color="tab:orange", linestyle=":", label="threshold 0.5")
    plt.axvline(boundary, color="tab:red", linestyle=":", label=f"boundary {boundary:.3f}")
    plt.legend()
    plt.show()

# %% [markdown] tags=["ko"]
# ## 3. `predict` (1점)
#
# 임계값 **이상**이면 `True`, 미만이면 `False`입니다. 60점은 정상입니다! 임계값은 0.5가 아닐 수도
# 있습니다. 점수를 그대로 넣고 `threshold=60.0`으로 부를 수도 있습니다.

# %% [markdown] tags=["en"]
# ## 3. `predict` (1 point)
#
# `True` where the value is the threshold **or more**, else `False`: a score of 60 is good! The
# threshold need not be 0.5; one may pass raw scores with `threshold=60.0`.

# %%
def predict(h: Tensor, threshold: float = 0.5) -> Tensor:
    """h >= threshold

    h: 어떤 shape이든 가능 / any shape  →  같은 shape의 torch.bool / torch.bool of the same shape

    >>> predict(torch.tensor([59.9, 60.0, 60.1]), threshold=60.0)
    tensor([False,  True,  True])
    """
    raise NotImplementedError("predict")

# %% [markdown] tags=["ko"]
# ## 4. `decision_boundary` (1점)
#
# $H(x)$가 정확히 0.5가 되는 $x$를 구하세요. $\sigma(0) = 0.5$이므로 $wx + b = 0$을 풀면 됩니다.
# 슬라이드의 학습 결과 $W = 4.163645$, $b = -14.418201$이면 3.46288입니다. 3과 4 사이에서 불량과
# 정상이 나뉩니다.
#
# * 결과는 0차원 텐서(shape `()`)이고, 기울기가 이어져야 합니다.
# * $W$가 0이면 그런 $x$가 없으므로 `ValueError`를 발생시키세요.

# %% [markdown] tags=["en"]
# ## 4. `decision_boundary` (1 point)
#
# Find the $x$ at which $H(x)$ is exactly 0.5. As $\sigma(0) = 0.5$, solve $wx + b = 0$. For the
# result of training on the slides, $W = 4.163645$ and $b = -14.418201$, it is 3.46288: between
# 3 and 4 defective parts are told from good ones.
#
# * The result is a 0-d tensor (shape `()`), and gradients must flow through it.
# * Where $W$ is 0 there is no such $x$: raise a `ValueError`.

# %%
def decision_boundary(W: Tensor, b: Tensor) -> Tensor:
    """H(x) = 0.5가 되는 x / the x with H(x) = 0.5

    W (1, 1), b (1,)  →  0차원 텐서, shape () / a 0-d tensor, shape ()
    오류 / errors: W == 0 → ValueError

    >>> decision_boundary(torch.tensor([[2.0]]), torch.tensor([-6.0]))
    tensor(3.)
    """
    raise NotImplementedError("decision_boundary")

# %% [markdown] tags=["ko"]
# 네 함수를 모두 써서 슬라이드의 모델을 그려 봅시다. `hypothesis`의 곡선을 `predict`의 결과에 따라 두 색으로 나누고, `decision_boundary`에
# 세로선을 긋습니다. 색이 바로 그 선에서 바뀌나요?

# %% [markdown] tags=["en"]
# Draw the model of the slides with all your functions: the curve of `hypothesis`, in two colours
# for the two results of `predict`, and an upright line at `decision_boundary`. Does the colour
# change right there?

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        W, b = torch.tensor([[4.163645]]), torch.tensor([-14.418201])
        x = torch.arange(0.0, 7.0, 0.01).reshape(-1, 1)
        h = hypothesis(x, W, b)
        good = predict(h)
        boundary = decision_boundary(W, b)

        plt.plot(x[~good], h[~good], linewidth=3, label="predict: False")
        plt.plot(x[good], h[good], linewidth=3, label="predict: True")
        plt.plot([1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1], "ko", label="data")
        plt.axvline(boundary, color="gray", linestyle=":", label=f"boundary {boundary:.3f}")
        plt.xlabel("x")
        plt.ylabel("H(x)")
        plt.legend()
        plt.show()
