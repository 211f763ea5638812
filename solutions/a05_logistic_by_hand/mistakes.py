"""a05_logistic_by_hand: known mistakes. Each replaces the reference's function of the same name."""

import torch
import torch.nn.functional as F
from torch import optim

from autograder.judge.mistakes import mistake

KEPT = {}  # what a notebook keeps between two cells


def zeros(x):
    """W and b, as they should start."""
    W = torch.zeros((x.shape[1], 1), dtype=x.dtype, requires_grad=True)
    return W, torch.zeros(1, dtype=x.dtype, requires_grad=True)


def bce(h, y):
    """The formula of the slides."""
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


def descend(optimizer, hypothesis, y, updates, cost_of=bce):
    """The loop of the slides: the costs before each update."""
    costs = []
    for _ in range(updates):
        cost = cost_of(hypothesis(), y)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    return torch.tensor(costs)


def trained(x, y, W, b, lr, updates, cost_of=bce):
    """Train W and b by SGD."""
    optimizer = optim.SGD([W, b], lr=lr)
    costs = descend(optimizer, lambda: torch.sigmoid(x.matmul(W) + b), y, updates, cost_of)
    return W.detach(), b.detach(), costs


@mistake(
    "init.no_grad",
    loses=["init"],
    ko="requires_grad=True가 없어서 기울기를 구하지 못합니다.",
    en="Without requires_grad=True no gradients are found.",
)
def init_params(d):
    if d < 1:
        raise ValueError
    return torch.zeros(d, 1), torch.zeros(1)


@mistake(
    "init.bias_no_grad",
    loses=["init"],
    ko="b에 requires_grad=True가 없습니다. b도 학습할 파라미터입니다.",
    en="b lacks requires_grad=True. It is to be trained too.",
)
def init_params(d):
    if d < 1:
        raise ValueError
    return torch.zeros(d, 1, requires_grad=True), torch.zeros(1)


@mistake(
    "init.reshaped",
    loses=["init"],
    ko="W는 reshape 같은 계산의 결과라서 leaf가 아니고, optimizer가 받지 않습니다. torch.zeros(d, 1, requires_grad=True)로 만드세요.",
    en="W was computed, as by a reshape, so it is no leaf, and no optimizer takes it. Make it with torch.zeros(d, 1, requires_grad=True).",
)
def init_params(d):
    if d < 1:
        raise ValueError
    return torch.zeros(d, requires_grad=True).reshape(d, 1), torch.zeros(1, requires_grad=True)


@mistake(
    "init.random",
    loses=["init"],
    ko="난수로 시작했습니다. W와 b는 모두 0이어야 합니다.",
    en="These are random numbers. W and b must be all zeros.",
)
def init_params(d):
    if d < 1:
        raise ValueError
    torch.manual_seed(1)
    return torch.randn(d, 1, requires_grad=True), torch.randn(1, requires_grad=True)


@mistake(
    "init.ones",
    loses=["init"],
    ko="1로 채웠습니다. W와 b는 모두 0이어야 합니다.",
    en="These are ones. W and b must be all zeros.",
)
def init_params(d):
    if d < 1:
        raise ValueError
    return torch.ones(d, 1, requires_grad=True), torch.ones(1, requires_grad=True)


@mistake(
    "init.one_dimension",
    loses=["init"],
    ko="W의 shape이 (d,)입니다. xW가 (n, 1)이 되려면 (d, 1)이어야 합니다.",
    en="W is (d,). For xW to be (n, 1), it must be (d, 1).",
)
def init_params(d):
    if d < 1:
        raise ValueError
    return torch.zeros(d, requires_grad=True), torch.zeros(1, requires_grad=True)


@mistake(
    "init.row",
    loses=["init"],
    ko="W가 (1, d)로 뒤집혀 있습니다. (d, 1)이어야 합니다.",
    en="W is the wrong way round, (1, d). It must be (d, 1).",
)
def init_params(d):
    if d < 1:
        raise ValueError
    return torch.zeros(1, d, requires_grad=True), torch.zeros(1, requires_grad=True)


@mistake(
    "init.always_one",
    loses=["init"],
    ko="d와 상관없이 늘 (1, 1)입니다. W의 shape은 (d, 1)입니다.",
    en="It is always (1, 1), whatever d is. W has the shape (d, 1).",
)
def init_params(d):
    if d < 1:
        raise ValueError
    return torch.zeros((1, 1), requires_grad=True), torch.zeros(1, requires_grad=True)


@mistake(
    "init.bias_shape",
    loses=["init"],
    ko="b의 shape이 (1,)이 아닙니다. torch.zeros(1)입니다.",
    en="The shape of b is not (1,). It is torch.zeros(1).",
)
def init_params(d):
    if d < 1:
        raise ValueError
    return torch.zeros((d, 1), requires_grad=True), torch.zeros((1, 1), requires_grad=True)


@mistake(
    "init.bias_scalar",
    loses=["init"],
    ko="b가 0차원입니다. shape이 (1,)인 torch.zeros(1)이어야 합니다.",
    en="b is 0-d. It must be torch.zeros(1), of shape (1,).",
)
def init_params(d):
    if d < 1:
        raise ValueError
    return torch.zeros((d, 1), requires_grad=True), torch.tensor(0.0, requires_grad=True)


@mistake(
    "init.float64",
    loses=["init"],
    ko="dtype이 float64입니다. 여기서는 float32로 만드세요.",
    en="The dtype is float64. Here it is float32.",
)
def init_params(d):
    if d < 1:
        raise ValueError
    options = {"dtype": torch.float64, "requires_grad": True}
    return torch.zeros((d, 1), **options), torch.zeros(1, **options)


@mistake(
    "init.no_check",
    loses=["init"],
    ko="d가 1보다 작을 때 ValueError가 필요합니다. d가 0이어도 torch.zeros는 오류를 내지 않습니다.",
    en="It takes a ValueError for d below 1: torch.zeros itself does not mind d = 0.",
)
def init_params(d):
    return torch.zeros((d, 1), requires_grad=True), torch.zeros(1, requires_grad=True)


@mistake(
    "init.zero_only",
    loses=["init"],
    ko="d가 0일 때만 검사했습니다. 음수일 때에도 ValueError가 필요합니다.",
    en="Only d = 0 is checked. Negative numbers take a ValueError too.",
)
def init_params(d):
    if d == 0:
        raise ValueError
    return torch.zeros((d, 1), requires_grad=True), torch.zeros(1, requires_grad=True)


@mistake(
    "init.assert",
    loses=["init"],
    ko="assert는 AssertionError를 냅니다. if와 raise ValueError를 쓰세요.",
    en="assert raises AssertionError. Use if and raise ValueError.",
)
def init_params(d):
    assert d >= 1
    return torch.zeros((d, 1), requires_grad=True), torch.zeros(1, requires_grad=True)


@mistake(
    "train.list",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="텐서가 아니라 리스트(x_data)로 계산했습니다. x_train을 쓰세요.",
    en="It computes with a list (x_data), not with a tensor. Use x_train.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    x_data = x_train.tolist()
    W, b = zeros(x_train)
    for _ in range(epochs + 1):
        torch.sigmoid(W * x_data + b)


@mistake(
    "train.list_matmul",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="리스트(x_data)에는 matmul이 없습니다. 텐서인 x_train을 쓰세요.",
    en="A list (x_data) has no matmul. Use the tensor x_train.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    x_data = x_train.tolist()
    W, b = zeros(x_train)
    for _ in range(epochs + 1):
        torch.sigmoid(x_data.matmul(W) + b)


@mistake(
    "train.star",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="W * x는 특징이 1개일 때만 맞습니다. x_train.matmul(W)를 쓰세요.",
    en="W * x is right with one feature only. Use x_train.matmul(W).",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    optimizer = optim.SGD([W, b], lr=lr)
    costs = descend(optimizer, lambda: torch.sigmoid(W * x_train + b), y_train, epochs + 1)
    return W.detach(), b.detach(), costs


@mistake(
    "train.one_feature",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="W를 늘 (1, 1)로 만들었습니다. 특징이 d개이면 (x_train.shape[1], 1)입니다.",
    en="W is always (1, 1). With d features it is (x_train.shape[1], 1).",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W = torch.zeros((1, 1), dtype=x_train.dtype, requires_grad=True)
    b = torch.zeros(1, dtype=x_train.dtype, requires_grad=True)
    return trained(x_train, y_train, W, b, lr, epochs + 1)


@mistake(
    "train.rows_as_features",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="W의 크기에 데이터의 수 n(len(x_train))을 썼습니다. 특징의 수 x_train.shape[1]입니다.",
    en="W has the size of the number of rows n (len(x_train)). It is that of features, x_train.shape[1].",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W = torch.zeros((len(x_train), 1), dtype=x_train.dtype, requires_grad=True)
    b = torch.zeros(1, dtype=x_train.dtype, requires_grad=True)
    return trained(x_train, y_train, W, b, lr, epochs + 1)


@mistake(
    "train.no_zero_grad",
    loses=["trajectory", "slide_final"],
    ko="두 번째 업데이트부터 기울기가 누적되었습니다. optimizer.zero_grad()를 확인하세요.",
    en="From the second update on the gradients pile up. Look for optimizer.zero_grad().",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    optimizer = optim.SGD([W, b], lr=lr)
    costs = []
    for _ in range(epochs + 1):
        cost = bce(torch.sigmoid(x_train.matmul(W) + b), y_train)
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    return W.detach(), b.detach(), torch.tensor(costs)


@mistake(
    "train.zero_grad_too_late",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="W와 b가 처음의 0 그대로입니다. zero_grad()가 backward()와 step() 사이에 있지 않은지, "
    "y_train의 shape을 바꾸지 않았는지, 업데이트 전의 값을 돌려주지 않았는지 확인하세요.",
    en="W and b are still the zeros of the start. Does zero_grad() stand between backward() and step()? "
    "Is the shape of y_train changed? Are they from before the update?",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    optimizer = optim.SGD([W, b], lr=lr)
    costs = []
    for _ in range(epochs + 1):
        cost = bce(torch.sigmoid(x_train.matmul(W) + b), y_train)
        cost.backward()
        optimizer.zero_grad()
        optimizer.step()
        costs.append(cost.item())
    return W.detach(), b.detach(), torch.tensor(costs)


@mistake(
    "train.sum",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="평균(mean) 대신 합(sum)으로 비용을 구하여 학습한 값과 같습니다.",
    en="This is what training on the sum of the costs gives, in place of their mean.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    return trained(x_train, y_train, W, b, lr, epochs + 1, lambda h, y: bce(h, y) * len(y))


@mistake(
    "train.uphill",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="비용이 커지는 쪽으로 학습합니다. 비용함수 맨 앞의 −를 확인하세요.",
    en="It trains towards a higher cost. Look for the minus sign in front of the cost.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    return trained(x_train, y_train, W, b, lr, epochs + 1, lambda h, y: -bce(h, y))


@mistake(
    "train.added_gradient",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="W가 반대쪽으로 움직였습니다. W − lr·기울기로 빼는지, y와 (1−y)의 자리가 맞는지 확인하세요.",
    en="W moves the wrong way. Is it W − lr·gradient? Do y and (1 − y) stand in their places?",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    optimizer = optim.SGD([W, b], lr=lr, maximize=True)
    hypothesis = lambda: torch.sigmoid(x_train.matmul(W) + b)  # noqa: E731
    costs = descend(optimizer, hypothesis, y_train, epochs + 1)
    return W.detach(), b.detach(), costs


@mistake(
    "train.swapped_labels",
    loses=["one_update", "trajectory", "slide_final"],
    ko="y와 (1−y)의 자리가 바뀐 값입니다.",
    en="y and (1 − y) have changed places.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    return trained(x_train, 1 - y_train, W, b, lr, epochs + 1)


@mistake(
    "train.half_of_the_cost",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="y·log h만 계산했습니다. (1−y)·log(1−h)도 더해야 합니다.",
    en="Only y·log h is computed. (1 − y)·log(1 − h) is missing.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    return trained(x_train, y_train, W, b, lr, epochs + 1, lambda h, y: -(y * h.log()).mean())


@mistake(
    "train.squared",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="mse_loss로 학습한 값입니다. 로지스틱 회귀의 비용은 이진 크로스 엔트로피입니다.",
    en="This is mse_loss. The cost of logistic regression is the binary cross entropy.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    return trained(x_train, y_train, W, b, lr, epochs + 1, F.mse_loss)


@mistake(
    "train.sigmoid_twice",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="시그모이드를 두 번 적용했습니다. …_with_logits는 시그모이드 전의 xW + b를 받습니다.",
    en="The sigmoid is applied twice: …_with_logits takes xW + b, before the sigmoid.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    cost_of = F.binary_cross_entropy_with_logits
    return trained(x_train, y_train, W, b, lr, epochs + 1, cost_of)


@mistake(
    "train.no_sigmoid",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="시그모이드를 빠뜨렸습니다. H(x)는 sigmoid(xW + b)입니다.",
    en="The sigmoid is missing. H(x) is sigmoid(xW + b).",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    optimizer = optim.SGD([W, b], lr=lr)
    costs = descend(optimizer, lambda: x_train.matmul(W) + b, y_train, epochs + 1)
    return W.detach(), b.detach(), costs


@mistake(
    "train.squeezed_labels",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="y를 (n,)으로 바꾸어 (n, 1)인 H(x)와 n×n으로 브로드캐스팅되었습니다. y_train을 그대로 쓰세요.",
    en="With y of shape (n,) and H(x) of (n, 1), the cost is over n×n numbers. Use y_train as it is.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    return trained(x_train, y_train.squeeze(1), W, b, lr, epochs + 1)


@mistake(
    "train.epochs",
    loses=["one_update", "trajectory", "costs"],
    ko="업데이트 횟수가 다릅니다. range(epochs + 1) 입니다.",
    en="The number of updates is wrong: it is range(epochs + 1).",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    return trained(x_train, y_train, W, b, lr, epochs)


@mistake(
    "train.one_too_many",
    loses=["one_update", "trajectory", "costs"],
    ko="한 번 더 업데이트했습니다. range(epochs + 1) 입니다.",
    en="There is one update too many: it is range(epochs + 1).",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    return trained(x_train, y_train, W, b, lr, epochs + 2)


@mistake(
    "train.fixed_epochs",
    loses=["one_update", "trajectory", "costs"],
    ko="epochs 인자와 상관없이 늘 1001번 업데이트합니다.",
    en="It always does 1001 updates, whatever the argument epochs says.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    return trained(x_train, y_train, W, b, lr, 1000 + 1)


@mistake(
    "train.fixed_lr",
    loses=["trajectory"],
    ko="lr 인자 대신 1을 사용했습니다.",
    en="1 is used in place of the argument lr.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    return trained(x_train, y_train, W, b, 1, epochs + 1)


@mistake(
    "train.adam",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="Adam을 사용한 값입니다. 이 과제는 경사하강법(optim.SGD)으로 학습합니다.",
    en="This is Adam. The task asks for gradient descent (optim.SGD).",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    optimizer = optim.Adam([W, b], lr=lr)
    hypothesis = lambda: torch.sigmoid(x_train.matmul(W) + b)  # noqa: E731
    costs = descend(optimizer, hypothesis, y_train, epochs + 1)
    return W.detach(), b.detach(), costs


@mistake(
    "train.momentum",
    loses=["trajectory", "slide_final"],
    ko="모멘텀 0.9를 사용한 값입니다. 모멘텀 없이 optim.SGD(..., lr=lr)만 씁니다.",
    en="This uses a momentum of 0.9. It is plain optim.SGD(..., lr=lr).",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    optimizer = optim.SGD([W, b], lr=lr, momentum=0.9)
    hypothesis = lambda: torch.sigmoid(x_train.matmul(W) + b)  # noqa: E731
    costs = descend(optimizer, hypothesis, y_train, epochs + 1)
    return W.detach(), b.detach(), costs


@mistake(
    "train.no_bias",
    loses=["trajectory", "slide_final"],
    ko="b가 한 번도 갱신되지 않았습니다. 옵티마이저에 [W, b]를 모두 넣으세요.",
    en="b was never updated. Give the optimizer both: [W, b].",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    optimizer = optim.SGD([W], lr=lr)
    hypothesis = lambda: torch.sigmoid(x_train.matmul(W) + b)  # noqa: E731
    costs = descend(optimizer, hypothesis, y_train, epochs + 1)
    return W.detach(), b.detach(), costs


@mistake(
    "train.bias_first",
    loses=["trajectory", "slide_final"],
    ko="b를 먼저 갱신한 다음, 새 b로 계산한 기울기로 W를 갱신했습니다. 두 기울기는 같은 W와 b에서 구합니다.",
    en="W is updated with a gradient from the new b. Both gradients belong to the same W and b.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b, costs = torch.zeros_like(x_train[:1].T), torch.zeros_like(x_train[0, :1]), []
    for _ in range(epochs + 1):
        h = torch.sigmoid(x_train.matmul(W) + b)
        costs.append(bce(h, y_train).item())
        b = b - lr * (h - y_train).mean(0)
        h = torch.sigmoid(x_train.matmul(W) + b)
        W = W - lr * x_train.T.matmul(h - y_train) / len(x_train)
    return W, b, torch.tensor(costs)


@mistake(
    "train.new_leaf",
    loses=["trajectory", "slide_final", "costs"],
    ko="W = W − lr·W.grad는 새 텐서를 만들어 다음번에는 W.grad가 없습니다. 옵티마이저를 쓰세요.",
    en="W = W − lr·W.grad makes a new tensor, which has no W.grad next time. Use an optimizer.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    costs = []
    for _ in range(epochs + 1):
        cost = bce(torch.sigmoid(x_train.matmul(W) + b), y_train)
        cost.backward()
        W = W - lr * W.grad
        b = b - lr * b.grad
        costs.append(cost.item())
    return W.detach(), b.detach(), torch.tensor(costs)


@mistake(
    "train.computed_once",
    loses=["trajectory", "slide_final", "costs"],
    ko="hypothesis와 cost를 반복문 앞에서 한 번만 계산했습니다. 업데이트할 때마다 지금의 W와 b로 다시 계산하세요.",
    en="hypothesis and cost are computed once, before the loop. Compute them anew for each update, with the W and b of now.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    optimizer = optim.SGD([W, b], lr=lr)
    cost = bce(torch.sigmoid(x_train.matmul(W) + b), y_train)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost.backward(retain_graph=True)
        optimizer.step()
        costs.append(cost.item())
    return W.detach(), b.detach(), torch.tensor(costs)


@mistake(
    "train.stale",
    loses=["one_update", "trajectory"],
    ko="마지막 업데이트 전의 W와 b를 돌려주었습니다. 업데이트한 후의 값을 돌려주세요.",
    en="It returns W and b from before the last update. Return what they are after it.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    _, _, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    W, b = zeros(x_train)
    W, b, _ = trained(x_train, y_train, W, b, lr, epochs) if epochs else (W.detach(), b.detach(), None)
    return W, b, costs


@mistake(
    "train.best_kept",
    loses=["trajectory"],
    ko="비용이 가장 작을 때의 W와 b를 돌려주었습니다. 비용이 커졌더라도 마지막 업데이트 후의 값을 돌려주세요.",
    en="It returns W and b of the lowest cost. Return those after the last update, even where the cost "
    "has risen.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    _, _, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    W, b = zeros(x_train)
    W, b, _ = trained(x_train, y_train, W, b, lr, int(costs.argmin()) + 1)
    return W, b, costs


@mistake(
    "train.zeros_every_time",
    loses=["trajectory", "slide_final"],
    ko="반복문 안에서 W와 b를 매번 0으로 다시 만듭니다. 반복문 앞에서 한 번만 만드세요.",
    en="W and b are made anew in every turn of the loop. Make them once, before it.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    costs = []
    for _ in range(epochs + 1):
        W, b = zeros(x_train)
        costs.append(trained(x_train, y_train, W, b, lr, 1)[2])
    W, b = zeros(x_train)
    W, b, _ = trained(x_train, y_train, W, b, lr, 1)
    first = costs[0]
    after = bce(torch.sigmoid(x_train.matmul(W) + b), y_train).reshape(1)
    return W, b, torch.cat([first] + [after] * epochs)


@mistake(
    "train.one_row_at_a_time",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="데이터 한 개마다 업데이트했습니다. 한 번의 업데이트에 데이터 전체의 평균 비용을 씁니다.",
    en="It updates after each row. One update takes the mean cost over all the data.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    optimizer = optim.SGD([W, b], lr=lr)
    costs = []
    for _ in range(epochs + 1):
        total = 0
        for x, y in zip(x_train, y_train, strict=True):
            cost = F.binary_cross_entropy(torch.sigmoid(x.matmul(W) + b), y)
            optimizer.zero_grad()
            cost.backward()
            optimizer.step()
            total += cost.item()
        costs.append(total / len(x_train))
    return W.detach(), b.detach(), torch.tensor(costs)


@mistake(
    "train.kept_between_calls",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="함수 밖의 W와 b를 이어서 학습합니다. 함수 안에서 매번 0으로 만드세요.",
    en="It goes on with a W and b from outside. Make them of zeros inside the function, every time.",
    replay=False,  # its answer depends on what was called before
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = KEPT.setdefault((x_train.shape[1], x_train.dtype), zeros(x_train))
    return trained(x_train, y_train, W, b, lr, epochs + 1)


@mistake(
    "train.costs_kept_between_calls",
    loses=["costs"],
    ko="costs를 함수 밖에서 만들어 이전 학습의 비용까지 들어 있습니다. 함수 안에서 costs = []로 만드세요.",
    en="costs is made outside, and holds those of earlier trainings too. Begin with costs = [] inside.",
    replay=False,  # its answer depends on what was called before
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    W, b, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    KEPT["costs"] = KEPT.get("costs", []) + costs.tolist()
    return W, b, KEPT["costs"]


@mistake(
    "train.normalised",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="x_train을 정규화했습니다. 데이터를 그대로 쓰세요.",
    en="x_train is normalised here. Use the data as it is.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    x = (x_train - x_train.mean(0)) / x_train.std(0)
    return trained(x, y_train, W, b, lr, epochs + 1)


@mistake(
    "train.changes_x",
    loses=["one_update"],
    ko="x_train의 값이 바뀌었습니다. 입력으로 받은 텐서는 바꾸지 마세요.",
    en="x_train is overwritten. Do not change the tensors that come in.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    result = trained(x_train, y_train, W, b, lr, epochs + 1)
    x_train.zero_()
    return result


@mistake(
    "train.not_detached",
    loses=["one_update"],
    ko="W와 b의 requires_grad가 아직 True입니다. W.detach(), b.detach()를 돌려주세요.",
    en="requires_grad of W and b is still True. Return W.detach() and b.detach().",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    _, _, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    return W, b, costs


@mistake(
    "train.bias_shape",
    loses=["one_update"],
    ko="b의 shape이 (1, 1)입니다. (1,)이어야 합니다.",
    en="The shape of b is (1, 1). It must be (1,).",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    W, b, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    return W, b.reshape(1, 1), costs


@mistake(
    "train.flat",
    loses=["one_update"],
    ko="W의 shape이 (d,)입니다. (d, 1)이어야 합니다.",
    en="The shape of W is (d,). It must be (d, 1).",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    W, b, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    return W.flatten(), b, costs


@mistake(
    "train.bias_per_row",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="b를 (n, 1)로 만들면 데이터마다 편향이 따로 생깁니다. (1,)이어야 합니다.",
    en="With b of shape (n, 1) every row has a bias of its own. It must be (1,).",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, _ = zeros(x_train)
    b = torch.zeros(len(x_train), 1, dtype=x_train.dtype, requires_grad=True)
    return trained(x_train, y_train, W, b, lr, epochs + 1)


@mistake(
    "train.numbers",
    loses=["one_update"],
    ko="W와 b를 리스트로 바꾸어 돌려주었습니다. 텐서로 돌려주세요.",
    en="W and b come back as lists. Return tensors.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    W, b, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    return W.tolist(), b.tolist(), costs.tolist()


@mistake(
    "train.float32",
    loses=["trajectory"],
    ko="x_train이 float64이면 W와 b도 float64여야 합니다. dtype=x_train.dtype으로 만드세요.",
    en="For a float64 x_train, W and b must be float64 too. Make them with dtype=x_train.dtype.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = torch.zeros(x_train.shape[1], 1).requires_grad_(), torch.zeros(1).requires_grad_()
    return trained(x_train, y_train, W, b, lr, epochs + 1)


@mistake(
    "train.rounded_to_float32",
    loses=["trajectory"],
    ko="W와 b가 늘 float32입니다. dtype은 x_train과 같아야 합니다.",
    en="W and b are always float32. Their dtype must be that of x_train.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = torch.zeros(x_train.shape[1], 1).requires_grad_(), torch.zeros(1).requires_grad_()
    return trained(x_train.float(), y_train.float(), W, b, lr, epochs + 1)


@mistake(
    "train.bias_before_W",
    loses=["one_update", "trajectory", "slide_final"],
    ko="W와 b의 순서가 바뀌었습니다. W, b, costs의 순서로 돌려주세요.",
    en="W and b have changed places. Return W, b, costs in this order.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    W, b, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    return b, W, costs


@mistake(
    "train.no_return",
    loses=["one_update", "trajectory", "slide_final", "costs"],
    ko="아무것도 돌려주지 않았습니다. return W, b, costs가 필요합니다.",
    en="Nothing comes back. It takes return W, b, costs.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    trained(x_train, y_train, W, b, lr, epochs + 1)


@mistake(
    "train.no_costs",
    loses=["slide_final", "costs"],
    ko="W와 b는 맞지만 costs를 돌려주지 않았습니다. W, b, costs 세 개를 돌려주세요.",
    en="W and b are right, but costs is missing. Return three things: W, b, costs.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    W, b, _ = trained(x_train, y_train, W, b, lr, epochs + 1)
    return W, b


@mistake(
    "train.last_cost_only",
    loses=["slide_final", "costs"],
    ko="마지막 비용 하나만 돌려주었습니다. costs에는 비용 epochs + 1개를 모두 담습니다.",
    en="Only the last cost comes back. costs holds all epochs + 1 of them.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    W, b, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    return W, b, costs[-1].item()


@mistake(
    "train.cost_after",
    loses=["costs"],
    ko="costs에 업데이트 후의 비용을 담았습니다. costs[e]는 e번째 업데이트 전의 비용입니다.",
    en="costs holds the costs after the updates. costs[e] is the cost before update e.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    W, b, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    after = bce(torch.sigmoid(x_train.matmul(W) + b), y_train)
    return W, b, torch.cat([costs[1:], after.reshape(1)])


@mistake(
    "train.every_100",
    loses=["costs"],
    ko="출력할 때처럼 100번마다 하나씩만 담았습니다. costs에는 매번의 비용을 담습니다.",
    en="As in printing, only every 100th cost is kept. costs holds each of them.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    W, b, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    return W, b, costs[::100]


@mistake(
    "train.costs_in_graph",
    loses=["costs"],
    ko="costs가 기울기 그래프에 연결되어 있습니다. cost.item()이나 cost.detach()를 담으세요.",
    en="costs is still connected to the graph. Keep cost.item() or cost.detach().",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    W, b, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    return W, b, costs.requires_grad_()


@mistake(
    "train.costs_column",
    loses=["slide_final", "costs"],
    ko="costs의 shape이 (epochs + 1, 1)입니다. (epochs + 1,)이어야 합니다.",
    en="costs has the shape (epochs + 1, 1). It must be (epochs + 1,).",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    W, b, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    return W, b, costs.reshape(-1, 1)


@mistake(
    "train.rounded_costs",
    loses=["slide_final", "costs"],
    ko="costs를 반올림했습니다. 비용을 그대로 담으세요.",
    en="The costs are rounded. Keep them as they are.",
)
def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = zeros(x_train)
    W, b, costs = trained(x_train, y_train, W, b, lr, epochs + 1)
    return W, b, [round(cost, 3) for cost in costs.tolist()]


@mistake(
    "accuracy.percent",
    loses=["accuracy"],
    ko="100을 곱했습니다. 0과 1 사이의 비율이어야 합니다.",
    en="It is multiplied by 100. It must be a fraction between 0 and 1.",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return ((h >= threshold) == y).float().mean().item() * 100


@mistake(
    "accuracy.above",
    loses=["accuracy"],
    ko=">로 비교했습니다. h가 threshold와 같을 때에도 1로 예측합니다(>=).",
    en="This compares by >. Where h equals the threshold, the prediction is 1 too (>=).",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return ((h > threshold) == y).float().mean().item()


@mistake(
    "accuracy.round",
    loses=["accuracy"],
    ko="반올림한 것처럼 늘 0.5와 비교하고, 정확히 0.5이면 0이 됩니다. h >= threshold로 비교하세요.",
    en="As in rounding, it always compares with 0.5, and 0.5 itself becomes 0. Compare h >= threshold.",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return (h.round() == y).float().mean().item()


@mistake(
    "accuracy.fixed_threshold",
    loses=["accuracy"],
    ko="threshold 인자 대신 늘 0.5와 비교했습니다.",
    en="It always compares with 0.5, whatever threshold says.",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return ((h >= 0.5) == y).float().mean().item()


@mistake(
    "accuracy.y_compared",
    loses=["accuracy"],
    ko="정답 y까지 threshold와 비교했습니다. y는 이미 0과 1입니다.",
    en="The answers y are compared with threshold too. They are 0 and 1 already.",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return ((h >= threshold) == (y >= threshold)).float().mean().item()


@mistake(
    "accuracy.errors",
    loses=["accuracy"],
    ko="틀린 비율입니다. 맞힌 비율이 필요합니다.",
    en="This is the fraction that is wrong. The fraction that is right is wanted.",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return ((h >= threshold) != y).float().mean().item()


@mistake(
    "accuracy.positives",
    loses=["accuracy"],
    ko="1로 예측한 비율입니다. y와 비교하지 않았습니다.",
    en="This is the fraction predicted as 1. It is not compared with y.",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return (h >= threshold).float().mean().item()


@mistake(
    "accuracy.not_compared_with_threshold",
    loses=["accuracy"],
    ko="h를 그대로 y와 비교했습니다. 먼저 h >= threshold로 예측을 구하세요.",
    en="h itself is compared with y. First get the prediction, h >= threshold.",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return (h == y).float().mean().item()


@mistake(
    "accuracy.true_positives",
    loses=["accuracy"],
    ko="1로 맞힌 것만 세었습니다. 0으로 맞힌 것도 세어야 합니다.",
    en="Only right predictions of 1 are counted. Those of 0 count too.",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return ((h >= threshold) * y).sum().item() / len(y)


@mistake(
    "accuracy.count",
    loses=["accuracy"],
    ko="맞힌 개수입니다. 데이터의 수로 나누세요.",
    en="This is how many are right. Divide by the number of rows.",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return ((h >= threshold) == y).float().sum().item()


@mistake(
    "accuracy.tensor",
    loses=["accuracy"],
    ko="텐서를 돌려주었습니다. .item()으로 파이썬 실수로 바꾸세요.",
    en="It returns a tensor. Turn it into a Python float with .item().",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return ((h >= threshold) == y).float().mean()


@mistake(
    "accuracy.text",
    loses=["accuracy"],
    ko="출력할 문자열을 돌려주었습니다. 0과 1 사이의 실수가 필요합니다.",
    en="It returns text to print. A float between 0 and 1 is wanted.",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return f"{((h >= threshold) == y).float().mean().item():2.2f}"


@mistake(
    "accuracy.nxn",
    loses=["accuracy"],
    ko="(n, 1)과 (n,)을 비교하면 n×n이 됩니다. shape이 다르면 ValueError가 필요합니다.",
    en="(n, 1) compared with (n,) gives n×n. Where shapes differ it takes a ValueError.",
)
def accuracy(h, y, threshold=0.5):
    return ((h >= threshold) == y).float().mean().item()


@mistake(
    "accuracy.length_only",
    loses=["accuracy"],
    ko="길이만 비교했습니다. (n, 1)과 (n,)은 길이가 같지만 다른 shape입니다.",
    en="Only the lengths are compared. (n, 1) and (n,) have the same length, but not the same shape.",
)
def accuracy(h, y, threshold=0.5):
    if len(h) != len(y):
        raise ValueError
    return ((h >= threshold) == y).float().mean().item()


@mistake(
    "accuracy.reshaped",
    loses=["accuracy"],
    ko="shape이 다른데 reshape으로 맞추었습니다. ValueError가 필요합니다.",
    en="Different shapes are made to fit by a reshape. It takes a ValueError.",
)
def accuracy(h, y, threshold=0.5):
    if h.numel() != y.numel():
        raise ValueError
    return ((h >= threshold).flatten() == y.flatten()).float().mean().item()


@mistake(
    "accuracy.assert",
    loses=["accuracy"],
    ko="assert는 AssertionError를 냅니다. if와 raise ValueError를 쓰세요.",
    en="assert raises AssertionError. Use if and raise ValueError.",
)
def accuracy(h, y, threshold=0.5):
    assert h.shape == y.shape
    return ((h >= threshold) == y).float().mean().item()


@mistake(
    "accuracy.numpy",
    loses=["accuracy"],
    ko="requires_grad인 텐서는 numpy()로 바꿀 수 없습니다. detach()를 먼저 하세요.",
    en="A tensor that requires grad has no numpy(). Detach it first.",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    return float(((h.numpy() >= threshold) == y.numpy()).mean())


@mistake(
    "accuracy.in_place",
    loses=["accuracy"],
    ko="h를 그 자리에서 0과 1로 바꾸었습니다. 입력으로 받은 텐서는 바꾸지 마세요.",
    en="h is turned into 0 and 1 in place. Do not change the tensors that come in.",
)
def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    h = h.detach()
    h[h >= threshold] = 1
    h[h < 1] = 0
    return (h == y).float().mean().item()
