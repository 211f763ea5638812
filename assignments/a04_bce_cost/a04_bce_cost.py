# %% [markdown] tags=["ko"]
# # 비용함수: MSE와 이진 크로스 엔트로피
#
# 모델이 얼마나 틀렸는지를 숫자 하나로 나타낸 것이 **비용함수**(cost function), 또는
# **손실함수**(loss function)입니다. 비용이 작을수록 예측이 정답에 가깝습니다.
#
# * 선형회귀는 **MSE**(mean squared error, 평균 제곱 오차)를 씁니다. 예측과 정답의 차이를 제곱한
#   값의 평균입니다.
#
# $$cost = \frac{1}{n} \sum_{i=1}^{n} (p^{(i)} - y^{(i)})^2$$
#
# * 로지스틱 회귀는 **이진 크로스 엔트로피**(binary cross entropy, BCE)를 씁니다. $\log$는
#   자연로그이고, 정답 $y$는 0 또는 1입니다.
#
# $$cost = -\frac{1}{n} \sum_{i=1}^{n}
# [y^{(i)} \log H(x^{(i)}) + (1 - y^{(i)}) \log (1 - H(x^{(i)}))]$$
#
# $y = 1$이면 앞의 항만, $y = 0$이면 뒤의 항만 남습니다. 정답이 1일 때 $H = 0.9$이면 비용은
# $-\log 0.9 = 0.105$로 작지만, $H = 0.05$이면 $-\log 0.05 = 2.996$으로 큽니다. 자신 있게
# 틀릴수록 비용이 커집니다.
#
# 비용을 줄이려면 기울기의 반대 방향으로 조금 움직입니다. 이것이 **경사하강법**(gradient
# descent)이고, $\alpha$는 한 번에 얼마나 움직일지를 정하는 **학습률**(learning rate)입니다.
#
# $$W := W - \alpha \frac{\partial}{\partial W} cost(W)$$

# %% [markdown] tags=["en"]
# # Cost functions: MSE and binary cross entropy
#
# A **cost function**, or **loss function**, says in one number how wrong a model is. The smaller
# the cost, the closer the predictions are to the answers.
#
# * Linear regression uses the **MSE** (mean squared error): the mean of the squared differences
#   between prediction and answer.
#
# $$cost = \frac{1}{n} \sum_{i=1}^{n} (p^{(i)} - y^{(i)})^2$$
#
# * Logistic regression uses the **binary cross entropy** (BCE). $\log$ is the natural logarithm,
#   and an answer $y$ is 0 or 1.
#
# $$cost = -\frac{1}{n} \sum_{i=1}^{n}
# [y^{(i)} \log H(x^{(i)}) + (1 - y^{(i)}) \log (1 - H(x^{(i)}))]$$
#
# With $y = 1$ only the first term is left, with $y = 0$ only the second. Where the answer is 1,
# $H = 0.9$ costs little, $-\log 0.9 = 0.105$, but $H = 0.05$ costs much, $-\log 0.05 = 2.996$.
# The surer one is of a wrong answer, the higher the cost.
#
# To lower the cost, take a small step against the gradient. That is **gradient descent**, and
# $\alpha$, the **learning rate**, says how far one step goes.
#
# $$W := W - \alpha \frac{\partial}{\partial W} cost(W)$$

# %%
from contextlib import suppress

import torch
import torch.nn.functional as F
from torch import Tensor

# %% [markdown] tags=["ko"]
# 슬라이드의 로지스틱 회귀가 학습을 시작하는 순간을 봅시다. $W$와 $b$가 0이므로 $H(x)$는 모두
# 0.5이고, 비용은 $-\log 0.5 = 0.693147$입니다. 여기에서는 PyTorch의 `F.binary_cross_entropy`로
# 계산합니다. 그다음 줄은 $W$의 기울기 −0.75와 $b$의 기울기 0입니다.

# %% [markdown] tags=["en"]
# Look at the moment when the logistic regression of the slides starts to learn. $W$ and $b$ are 0,
# so $H(x)$ is 0.5 everywhere, and the cost is $-\log 0.5 = 0.693147$. Here PyTorch's own
# `F.binary_cross_entropy` computes it. The next line shows the gradients: −0.75 for $W$, 0 for $b$.

# %%
if __name__ == "__main__":
    x_train = torch.FloatTensor([[1], [2], [3], [4], [5], [6]])
    y_train = torch.FloatTensor([[0], [0], [0], [1], [1], [1]])
    W = torch.zeros((1, 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)

    cost = F.binary_cross_entropy(torch.sigmoid(x_train.matmul(W) + b), y_train)
    cost.backward()
    print(cost.item())
    print(W.grad, b.grad)

# %% [markdown] tags=["ko"]
# 그림으로 봅시다. 왼쪽은 **정답이 1일 때** 예측 $H$에 따른 비용입니다. MSE는 아무리 틀려도 1을 넘지
# 않지만, BCE는 $H$가 0에 가까워질수록 한없이 커집니다. 오른쪽은 위의 데이터로 경사하강법을 학습률 1로
# 100번 실행하는 동안의 비용입니다. 처음에는 걸음이 너무 커서 출렁이지만 점점 줄어듭니다.

# %% [markdown] tags=["en"]
# See it in a picture. On the left is what a prediction $H$ costs **where the answer is 1**. The MSE
# never goes beyond 1, however wrong one is, but the BCE grows without end as $H$ comes near 0. On the
# right is the cost of the data above over 100 steps of gradient descent with learning rate 1: at
# first the steps are too long and it goes up and down, but then it falls.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    optimizer = torch.optim.SGD([W, b], lr=1)
    costs = []
    for _ in range(100):
        cost = F.binary_cross_entropy(torch.sigmoid(x_train.matmul(W) + b), y_train)
        costs.append(cost.item())
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()

    h = torch.linspace(0.01, 1, 100)
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    left.plot(h, -torch.log(h), label="BCE: -log H")
    left.plot(h, (h - 1) ** 2, label="MSE: (H - 1)²")
    left.set(title="cost of one answer, y = 1", xlabel="H", ylabel="cost")
    left.legend()
    right.plot(costs)
    right.set(title="gradient descent", xlabel="step", ylabel="BCE")
    plt.show()

# %% [markdown] tags=["ko"]
# 비용함수를 직접 쓸 때 가장 흔한 함정은 shape입니다. 예측이 `(n, 1)`이고 정답이 `(n,)`이면
# 브로드캐스팅 때문에 둘의 차이가 `(n, n)`이 됩니다. 오류 없이 **엉뚱한 평균**이 나옵니다.

# %% [markdown] tags=["en"]
# The most common trap in a cost function of one's own is the shape. With predictions of shape
# `(n, 1)` and answers of shape `(n,)`, broadcasting makes their difference `(n, n)`: no error,
# but **the mean of the wrong thing**.

# %%
if __name__ == "__main__":
    prediction = torch.tensor([[2.0], [4.0], [6.0]])  # (3, 1)
    y = torch.tensor([1.0, 4.0, 8.0])  # (3,)
    print(prediction - y)
    print(prediction.squeeze(1) - y)

# %% [markdown] tags=["ko"]
# ## 1. `mse_cost` (1점)
#
# 모든 원소의 $(p - y)^2$의 평균을 구하세요. `prediction`과 `y`는 dtype이 같은 float 텐서이고,
# `(n,)`, `(n, 1)`, `(n, k)` 등 어떤 shape이든 가능합니다.
#
# * 결과는 0차원 텐서(shape `()`)이고 dtype은 `prediction`과 같습니다(float32 또는 float64).
# * 두 텐서의 shape이 **완전히 같지 않으면** `ValueError`를 발생시키세요. `(n, 1)`과 `(n,)`도,
#   `(n,)`과 `(1,)`도 다른 shape입니다. 텐서가 비어 있을 때(원소가 0개)에도 `ValueError`입니다.
# * 기울기가 이어져야 하고, 입력으로 받은 텐서를 바꾸면 안 됩니다. 입력은 전치(`transpose`)한 텐서일
#   수도 있습니다. 그런 텐서에는 `view`가 오류를 내므로 `reshape`을 쓰세요. 아래의 다른 함수들의
#   입력도 마찬가지입니다.
#
# 오류는 `raise ValueError(...)`로 발생시키세요. `assert`는 `python -O`로 실행하면 사라지므로
# 인정하지 않습니다.

# %% [markdown] tags=["en"]
# ## 1. `mse_cost` (1 point)
#
# Compute the mean of $(p - y)^2$ over all elements. `prediction` and `y` are float tensors of one
# dtype and of any shape, such as `(n,)`, `(n, 1)` or `(n, k)`.
#
# * The result is a 0-d tensor (shape `()`) with the dtype of `prediction` (float32 or float64).
# * Unless both shapes are **exactly the same**, raise a `ValueError`. `(n, 1)` and `(n,)` are
#   different shapes, and so are `(n,)` and `(1,)`. Raise a `ValueError` for empty tensors
#   (0 elements) too.
# * Gradients must flow, and the tensors that come in must not be changed. They may be transposed;
#   `view` fails on such a tensor, so use `reshape`. That goes for the inputs of the other functions
#   below as well.
#
# Raise errors with `raise ValueError(...)`. An `assert` does not count: `python -O` removes it.

# %%
def mse_cost(prediction: Tensor, y: Tensor) -> Tensor:
    """mean((prediction - y)^2)

    prediction, y: 같은 shape의 float 텐서 / float tensors of the same shape
    결과 / returns: 0차원 텐서, shape () / a 0-d tensor, shape ()
    오류 / errors: shape이 다르거나 비어 있음 → ValueError
                   shapes differ, or empty → ValueError

    >>> mse_cost(torch.tensor([2.0, 4.0, 6.0]), torch.tensor([1.0, 4.0, 8.0]))
    tensor(1.6667)
    """
    raise NotImplementedError("mse_cost")

# %% [markdown] tags=["ko"]
# ## 2. `bce_cost` (10점)
#
# 위의 이진 크로스 엔트로피 식을 코드로 옮기세요. 시그모이드는 이미 적용되어 있습니다. `h`가 바로
# $H(x)$입니다.
#
# * **3점** 값: 자연로그를 쓰고, **모든 원소**의 평균을 구합니다. shape은 `(n,)`, `(n, 1)`,
#   `(1, k)`, `(n, k)` 등이고 원소가 1개일 수도 있습니다. 입력을 바꾸면 안 됩니다.
# * **1점** 결과는 0차원 텐서이고 dtype은 `h`와 같습니다(float32 또는 float64).
# * **2점** `h`와 `y`의 shape이 완전히 같지 않거나 비어 있으면 `ValueError`가 발생합니다.
# * **2점** `h`가 정확히 0이나 1이어도 결과가 유한합니다. (아래 설명)
# * **1점** `y`는 float 대신 int64나 bool 텐서일 수도 있습니다. 또, `h`에 0보다 작거나 1보다 큰
#   값이 하나라도 있으면 `ValueError`나 `RuntimeError`가 발생합니다. 시그모이드를 빠뜨리고
#   $xW + b$를 그대로 넣은 실수를 여기에서 잡습니다.
# * **1점** `h`에 대한 기울기가 이어지고 값이 맞습니다.
#
# **`h`가 정확히 0이나 1일 때.** 식 그대로는 $\log 0 = -\infty$이고, $0 \times (-\infty)$는 `nan`이
# 됩니다. 완벽한 예측에서도 `nan`이 나옵니다! 다음을 지키도록 고치세요.
#
# * `h`가 정답과 같으면(0과 0, 1과 1) 그 원소의 비용은 0.0001 이하입니다.
# * `h`가 정답과 반대이면(0과 1, 1과 0) 그 원소의 비용은 10 이상 1000 이하입니다.
# * 안전을 위해 더하거나 잘라 내는 작은 값은 $10^{-6}$ 이하여야 합니다. 그보다 크면 0.01이나
#   0.99 같은 평범한 `h`의 비용, 또는 0과 1에 아주 가까운 `h`의 비용이 눈에 띄게 달라집니다.
# * 보통의 `h`와 섞여 있어도 마찬가지이고, 여기서도 입력을 바꾸면 안 됩니다.

# %% [markdown] tags=["en"]
# ## 2. `bce_cost` (10 points)
#
# Turn the formula of the binary cross entropy into code. The sigmoid has been applied already:
# `h` is $H(x)$.
#
# * **3 points** The value: natural logarithm, mean over **all elements**. Shapes are `(n,)`,
#   `(n, 1)`, `(1, k)`, `(n, k)` and the like; there may be just one element. The inputs must not
#   be changed.
# * **1 point** The result is a 0-d tensor with the dtype of `h` (float32 or float64).
# * **2 points** A `ValueError` is raised unless `h` and `y` have exactly the same shape, and where
#   they are empty.
# * **2 points** The result is finite even where `h` is exactly 0 or 1 (see below).
# * **1 point** `y` may be an int64 or bool tensor in place of float. And where any value of `h` is
#   below 0 or above 1, a `ValueError` or `RuntimeError` is raised: it catches those who forgot the
#   sigmoid and passed $xW + b$.
# * **1 point** The gradient by `h` flows and is right.
#
# **Where `h` is exactly 0 or 1.** As it stands, the formula has $\log 0 = -\infty$, and
# $0 \times (-\infty)$ is `nan`, so that even perfect predictions give `nan`! Mend it such that
#
# * where `h` equals the answer (0 and 0, 1 and 1), the cost of that element is at most 0.0001;
# * where `h` is the opposite of the answer (0 and 1, 1 and 0), it is between 10 and 1000;
# * the small number that you add or cut off for safety is at most $10^{-6}$. A larger one visibly
#   changes the cost of an ordinary `h` such as 0.01 or 0.99, or of an `h` very close to 0 or 1;
# * all this holds among ordinary values of `h` too, and the inputs are not changed here either.

# %%
def bce_cost(h: Tensor, y: Tensor) -> Tensor:
    """-mean(y log h + (1 - y) log(1 - h))

    h: 0과 1 사이의 float 텐서 / a float tensor of values in [0, 1]
    y: 같은 shape, 값은 0 또는 1, float·int64·bool / same shape, values 0 or 1, float, int64 or bool
    결과 / returns: 0차원 텐서, dtype은 h와 같음 / a 0-d tensor with the dtype of h
    오류 / errors: shape이 다르거나 비어 있음 → ValueError
                   shapes differ, or empty → ValueError
                   h < 0 또는 h > 1 → ValueError 또는 RuntimeError
                   h < 0 or h > 1 → ValueError or RuntimeError

    >>> bce_cost(torch.tensor([0.9, 0.2, 0.6, 0.05, 0.7]), torch.tensor([1.0, 0.0, 0.0, 1.0, 1.0]))
    tensor(0.9194)
    """
    raise NotImplementedError("bce_cost")

# %% [markdown] tags=["ko"]
# 두 비용을 비교해 봅시다. (둘 다 쓰기 전에는 아무것도 그리지 않습니다.) 슬라이드의 데이터에서 $b = -14$로 두고 $W$만 바꾸었습니다. 가장 낮은 곳은 둘 다 4
# 근처이지만, 멀리 가면 MSE는 **평평해지고** BCE는 계속 가파릅니다. 평평하면 기울기가 0에 가까워서 경사하강법이 나아가지 못합니다. 그래서 로지스틱 회귀에는 BCE를
# 씁니다.

# %% [markdown] tags=["en"]
# Compare the two costs. (Before both are written, nothing is drawn.) On the data of the slides $b$
# is kept at −14, and only $W$ changes. Both are lowest near 4, but further away the MSE gets
# **flat**, while the BCE stays steep. Where it is flat, the gradient is close to 0 and gradient
# descent gets nowhere. That is why logistic regression uses the BCE.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        x = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
        y = torch.tensor([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0]])
        weights = torch.arange(0.0, 8.0, 0.1)
        predictions = [torch.sigmoid(w * x - 14) for w in weights]
        plt.plot(weights, [bce_cost(h, y) for h in predictions], label="bce_cost")
        plt.plot(weights, [mse_cost(h, y) for h in predictions], label="mse_cost")
        plt.xlabel("W   (b = −14)")
        plt.ylabel("cost")
        plt.legend()
        plt.show()

# %% [markdown] tags=["ko"]
# ## 3. `cost_gradient`와 `gradient_step` (1점)
#
# 경사하강법의 한 걸음을 두 함수로 나누어 만듭니다. 두 함수가 모두 맞아야 1점을 받습니다.
#
# `cost_gradient`는 $H(x) = \sigma(xW + b)$일 때 이진 크로스 엔트로피를 $W$와 $b$로 미분한
# 값을 구합니다. autograd(`backward`)를 써도 되고, 손으로 미분한 다음 식을 써도 됩니다.
#
# $$\frac{\partial cost}{\partial W} = \frac{1}{n} x^T (H(x) - y), \qquad
# \frac{\partial cost}{\partial b} = \frac{1}{n} \sum_{i=1}^{n} (H(x^{(i)}) - y^{(i)})$$
#
# * `x`는 `(n, d)`, `y`는 `(n, 1)`이고 모두 float입니다. 결과는 shape이 `(d, 1)`과 `(1,)`인 텐서
#   두 개이고, dtype은 `x`와 같습니다. 결과가 autograd로 이어져 있을 필요는 없습니다.
# * `W`와 `b`는 `requires_grad`가 `True`일 수도, `False`일 수도 있습니다. `backward()`는 `W.grad`에 **더합니다**.
#   복사본(`W.detach().clone().requires_grad_()`)으로 계산하면 같은 `W`로 다시 불러도 결과가 같습니다.
#
# `gradient_step`은 $W - \alpha \cdot grad$를 **새 텐서**로 돌려줍니다. 슬라이드에서는
# `optimizer.step()`이 하는 일입니다.
#
# * `W`의 shape은 `(d, 1)`이나 `(1,)` 등 무엇이든 가능하고, 결과의 shape과 dtype은 `W`와 같습니다.
# * `W`를 바꾸면 안 됩니다. 결과는 `W`와 autograd로 이어져 있어야 합니다. `detach()`나
#   `torch.no_grad()`를 쓰지 마세요.
# * `W`와 `grad`의 shape이 다르면 `ValueError`나 `RuntimeError`가 발생해야 합니다. `(d, 1)`과
#   `(1,)`처럼 브로드캐스팅이 되는 shape도 마찬가지입니다.

# %% [markdown] tags=["en"]
# ## 3. `cost_gradient` and `gradient_step` (1 point)
#
# One step of gradient descent, in two functions. You get the point where both are right.
#
# `cost_gradient` differentiates the binary cross entropy of $H(x) = \sigma(xW + b)$ by $W$ and
# by $b$. Use autograd (`backward`), or these formulas, found by differentiating by hand:
#
# $$\frac{\partial cost}{\partial W} = \frac{1}{n} x^T (H(x) - y), \qquad
# \frac{\partial cost}{\partial b} = \frac{1}{n} \sum_{i=1}^{n} (H(x^{(i)}) - y^{(i)})$$
#
# * `x` is `(n, d)` and `y` is `(n, 1)`, all of them float. The result is two tensors of shape
#   `(d, 1)` and `(1,)` with the dtype of `x`. They need not be connected by autograd.
# * `requires_grad` of `W` and `b` may be `True` or `False`. `backward()` **adds** to `W.grad`: with a copy
#   (`W.detach().clone().requires_grad_()`) you can call it again with the same `W`.
#
# `gradient_step` returns $W - \alpha \cdot grad$ as a **new tensor**. On the slides
# `optimizer.step()` does that.
#
# * `W` may have any shape, such as `(d, 1)` or `(1,)`; the result has the shape and dtype of `W`.
# * `W` must not be changed. The result must stay connected to `W` by autograd: use neither
#   `detach()` nor `torch.no_grad()`.
# * Where the shapes of `W` and `grad` differ, a `ValueError` or `RuntimeError` must be raised, also
#   for shapes that would broadcast, such as `(d, 1)` and `(1,)`.

# %%
def cost_gradient(x: Tensor, y: Tensor, W: Tensor, b: Tensor) -> tuple[Tensor, Tensor]:
    """∂cost/∂W, ∂cost/∂b   (H = σ(xW + b), cost = BCE)

    x (n, d), y (n, 1), W (d, 1), b (1,)  →  (d, 1), (1,)

    >>> x = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
    >>> y = torch.tensor([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0]])
    >>> cost_gradient(x, y, torch.zeros(1, 1), torch.zeros(1))
    (tensor([[-0.7500]]), tensor([0.]))
    """
    raise NotImplementedError("cost_gradient")

# %%
def gradient_step(W: Tensor, grad: Tensor, alpha: float) -> Tensor:
    """W - alpha * grad

    W, grad: 같은 shape / the same shape  →  같은 shape의 새 텐서 / a new tensor of that shape
    오류 / errors: shape이 다름 → ValueError 또는 RuntimeError
                   shapes differ → ValueError or RuntimeError

    >>> gradient_step(torch.tensor([[0.5], [2.0]]), torch.tensor([[1.0], [-4.0]]), 0.25)
    tensor([[0.2500],
            [3.0000]])
    """
    raise NotImplementedError("gradient_step")

# %% [markdown] tags=["ko"]
# 이제 경사하강법을 여러분의 함수만으로 실행할 수 있습니다. 학습률이 작으면 비용이 천천히 줄고, 크면 처음에 출렁입니다.

# %% [markdown] tags=["en"]
# Now gradient descent runs with nothing but your functions. With a small learning rate the cost
# falls slowly; with a large one it jumps up and down at first.

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    with suppress(NotImplementedError):
        x = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
        y = torch.tensor([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0]])
        for alpha in (0.01, 0.1, 1.0):
            W, b, costs = torch.zeros(1, 1), torch.zeros(1), []
            for _ in range(100):
                costs.append(bce_cost(torch.sigmoid(x @ W + b), y))
                W_grad, b_grad = cost_gradient(x, y, W, b)
                W, b = gradient_step(W, W_grad, alpha), gradient_step(b, b_grad, alpha)
            plt.plot(costs, label=f"alpha = {alpha}")
        plt.xlabel("step")
        plt.ylabel("bce_cost")
        plt.legend()
        plt.show()
