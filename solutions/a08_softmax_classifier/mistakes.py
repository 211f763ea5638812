"""a08_softmax_classifier: known mistakes. Each replaces the reference's definition of that name.

Those that make torch raise are not replayed: its own text says more than a guess from the type of
the error, which many mistakes share.
"""

import torch
import torch.nn.functional as F
from torch import nn, optim

from autograder.judge.mistakes import mistake

BY_HAND = []  # what a notebook keeps between two cells


def zeros(x_train, num_classes):
    """W and b, as they should start."""
    W = torch.zeros((x_train.shape[1], num_classes), dtype=x_train.dtype, requires_grad=True)
    b = torch.zeros((1, num_classes), dtype=x_train.dtype, requires_grad=True)
    return W, b


def descend(optimizer, logits, y, epochs, cost_of=F.cross_entropy):
    """The loop of the slides: the costs before each update."""
    costs = []
    for _ in range(epochs):
        cost = cost_of(logits(), y)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    return torch.tensor(costs)


def by_hand(x_train, y_train, W, b, lr, updates, cost_of=F.cross_entropy):
    """Train W and b."""
    optimizer = optim.SGD([W, b], lr=lr)
    costs = descend(optimizer, lambda: x_train.matmul(W) + b, y_train, updates, cost_of)
    return W.detach(), b.detach(), costs


def summed(z, y):
    return F.cross_entropy(z, y, reduction="sum")


def softmax_twice(z, y):
    return F.cross_entropy(F.softmax(z, dim=1), y)


def softmax_of_columns(z, y):
    return F.nll_loss(F.log_softmax(z, dim=0), y)


def binary(z, y):
    return F.binary_cross_entropy(F.softmax(z, dim=1), F.one_hot(y, z.shape[1]).to(z.dtype))


def squared(z, y):
    return F.mse_loss(F.softmax(z, dim=1), F.one_hot(y, z.shape[1]).to(z.dtype))


@mistake(
    "hand.sum",
    loses=["hand.one_update", "hand.trajectory", "hand.final"],
    ko="평균(mean) 대신 합(sum)으로 비용을 구하여 학습한 값과 같습니다.",
    en="This is what training on the sum of the costs gives, in place of their mean.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    return by_hand(x_train, y_train, W, b, lr, epochs + 1, summed)


@mistake(
    "hand.no_zero_grad",
    loses=["hand.trajectory", "hand.final"],
    ko="두 번째 업데이트부터 기울기가 누적되었습니다. optimizer.zero_grad()를 확인하세요.",
    en="From the second update on the gradients pile up. Look for optimizer.zero_grad().",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    optimizer = optim.SGD([W, b], lr=lr)
    costs = []
    for _ in range(epochs + 1):
        cost = F.cross_entropy(x_train.matmul(W) + b, y_train)
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    return W.detach(), b.detach(), torch.tensor(costs)


@mistake(
    "hand.epochs",
    loses=["hand.one_update", "hand.trajectory", "hand.final"],
    ko="업데이트 횟수가 다릅니다. range(epochs + 1) 입니다.",
    en="The number of updates is wrong: it is range(epochs + 1).",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    return by_hand(x_train, y_train, W, b, lr, epochs)


@mistake(
    "hand.seeded_start",
    loses=["hand.one_update", "hand.trajectory", "hand.final"],
    ko="W와 b가 0이 아니라 nn.Linear의 난수에서 시작했습니다. torch.zeros를 쓰세요.",
    en="W and b start from the random numbers of nn.Linear, not from 0. Use torch.zeros.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    torch.manual_seed(1)
    layer = nn.Linear(x_train.shape[1], num_classes, dtype=x_train.dtype)
    W = layer.weight.detach().T.clone().requires_grad_(True)
    b = layer.bias.detach().reshape(1, -1).clone().requires_grad_(True)
    return by_hand(x_train, y_train, W, b, lr, epochs + 1)


@mistake(
    "hand.no_bias",
    loses=["hand.one_update", "hand.trajectory", "hand.final"],
    ko="b가 0에서 움직이지 않았습니다. b에는 클래스마다 값이 하나씩 있어야 하고, 옵티마이저에 [W, b]를 모두 넣어야 합니다.",
    en="b has stayed 0. It takes one number for each class, and the optimizer takes both: [W, b].",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    optimizer = optim.SGD([W], lr=lr)
    costs = descend(optimizer, lambda: x_train.matmul(W) + b, y_train, epochs + 1)
    return W.detach(), b.detach(), costs


@mistake(
    "hand.double_softmax",
    loses=["hand.one_update", "hand.trajectory", "hand.final"],
    ko="softmax를 두 번 적용한 값입니다. F.cross_entropy는 logits를 받습니다.",
    en="The softmax is applied twice. F.cross_entropy takes logits.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    return by_hand(x_train, y_train, W, b, lr, epochs + 1, softmax_twice)


@mistake(
    "hand.dim",
    loses=["hand.one_update", "hand.trajectory", "hand.final"],
    ko="소프트맥스가 다른 축(dim=0)에 적용되었습니다. 한 행의 확률을 모두 더하면 1이어야 합니다.",
    en="The softmax runs along the wrong axis (dim=0). The probabilities of each row must sum to 1.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    return by_hand(x_train, y_train, W, b, lr, epochs + 1, softmax_of_columns)


@mistake(
    "hand.binary",
    loses=["hand.one_update", "hand.trajectory", "hand.final"],
    ko="binary_cross_entropy를 사용한 값입니다. 클래스가 셋 이상이면 F.cross_entropy를 씁니다.",
    en="This is binary_cross_entropy. For three or more classes it is F.cross_entropy.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    return by_hand(x_train, y_train, W, b, lr, epochs + 1, binary)


@mistake(
    "hand.uphill",
    loses=["hand.one_update", "hand.trajectory", "hand.final"],
    ko="기울기를 더했습니다. 비용을 줄이려면 W − lr·기울기로 빼야 합니다.",
    en="The gradient is added. To lower the cost, subtract it: W − lr·gradient.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    return by_hand(x_train, y_train, W, b, lr, epochs + 1, lambda z, y: -F.cross_entropy(z, y))


@mistake(
    "hand.momentum",
    loses=["hand.trajectory", "hand.final"],
    ko="모멘텀 0.9를 사용한 값입니다. optim.SGD(..., lr=lr)만 쓰세요.",
    en="This uses a momentum of 0.9. It is plain optim.SGD(..., lr=lr).",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    optimizer = optim.SGD([W, b], lr=lr, momentum=0.9)
    costs = descend(optimizer, lambda: x_train.matmul(W) + b, y_train, epochs + 1)
    return W.detach(), b.detach(), costs


@mistake(
    "hand.adam",
    loses=["hand.one_update", "hand.trajectory", "hand.final"],
    ko="Adam을 사용한 값입니다. 이 과제는 optim.SGD로 학습합니다.",
    en="This is Adam. The task asks for optim.SGD.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    optimizer = optim.Adam([W, b], lr=lr)
    costs = descend(optimizer, lambda: x_train.matmul(W) + b, y_train, epochs + 1)
    return W.detach(), b.detach(), costs


@mistake(
    "hand.new_leaf",
    loses=["hand.trajectory", "hand.final"],
    ko="W = W − lr·W.grad는 새 텐서를 만들어 다음번에는 W.grad가 없습니다. 옵티마이저를 쓰세요.",
    en="W = W − lr·W.grad makes a new tensor, which has no W.grad next time. Use an optimizer.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    costs = []
    for _ in range(epochs + 1):
        cost = F.cross_entropy(x_train.matmul(W) + b, y_train)
        cost.backward()
        W = W - lr * W.grad
        b = b - lr * b.grad
        costs.append(cost.item())
    return W.detach(), b.detach(), torch.tensor(costs)


@mistake(
    "hand.bias_per_row",
    loses=["hand.one_update", "hand.trajectory", "hand.final"],
    ko="b를 (n, k)로 만들면 데이터마다 편향이 따로 생깁니다. (1, k) 또는 (k,)입니다.",
    en="With b of shape (n, k) every row has a bias of its own. It is (1, k) or (k,).",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, _ = zeros(x_train, num_classes)
    b = torch.zeros(len(x_train), num_classes, dtype=x_train.dtype, requires_grad=True)
    return by_hand(x_train, y_train, W, b, lr, epochs + 1)


@mistake(
    "hand.transposed",
    loses=["hand.one_update", "hand.trajectory", "hand.final"],
    ko="W가 (k, d)로 뒤집혀 있습니다. x.matmul(W)의 W는 (d, k)입니다.",
    en="W is the wrong way round, (k, d). In x.matmul(W) it is (d, k).",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    W, b, costs = by_hand(x_train, y_train, W, b, lr, epochs + 1)
    return W.T, b, costs


@mistake(
    "hand.kept_between_calls",
    loses=["hand.one_update", "hand.trajectory", "hand.final"],
    ko="함수 밖의 W와 b를 이어서 학습합니다. 함수 안에서 매번 0으로 만드세요.",
    en="It goes on with a W and b from outside. Make them of zeros inside the function, every time.",  # its answer depends on what was called before
    replay=False,
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    if not BY_HAND:
        BY_HAND.extend(zeros(x_train, num_classes))
    W, b = BY_HAND
    return by_hand(x_train, y_train, W, b, lr, epochs + 1)


@mistake(
    "hand.slide_size",
    loses=["hand.trajectory"],
    ko="W를 (4, 3)으로 고정했습니다. 크기는 x_train.shape[1]과 num_classes입니다.",
    en="W is fixed at (4, 3). Its size is x_train.shape[1] by num_classes.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(torch.zeros(8, 4), 3)
    return by_hand(x_train, y_train, W, b, lr, epochs + 1)


@mistake(
    "hand.classes_of_y",
    loses=["hand.trajectory"],
    ko="클래스의 수를 y_train에서 셌습니다. y_train에 없는 클래스도 있으니 num_classes를 쓰세요.",
    en="The classes were counted in y_train, but one may not occur there. Use num_classes.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, int(y_train.max()) + 1)
    return by_hand(x_train, y_train, W, b, lr, epochs + 1)


@mistake(
    "hand.fixed_lr",
    loses=["hand.trajectory"],
    ko="lr 인자 대신 0.1을 사용했습니다.",
    en="0.1 is used in place of the argument lr.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    return by_hand(x_train, y_train, W, b, 0.1, epochs + 1)


@mistake(
    "hand.float32",
    loses=["hand.trajectory"],
    ko="x_train이 float64여도 W와 b가 float32입니다. dtype=x_train.dtype으로 만드세요.",
    en="W and b are float32 even where x_train is float64. Make them with dtype=x_train.dtype.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train.float(), num_classes)
    return by_hand(x_train.float(), y_train, W, b, lr, epochs + 1)


@mistake(
    "hand.best_kept",
    loses=["hand.trajectory"],
    ko="비용이 가장 작을 때의 W와 b를 돌려주었습니다. 비용이 커졌더라도 마지막 업데이트 후의 값을 돌려주세요.",
    en="It returns W and b of the lowest cost. Return those after the last update, even where the cost "
    "has risen.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    _, _, costs = by_hand(x_train, y_train, *zeros(x_train, num_classes), lr, epochs + 1)
    best = int(costs.argmin()) + 1
    W, b, _ = by_hand(x_train, y_train, *zeros(x_train, num_classes), lr, best)
    return W, b, costs


@mistake(
    "hand.cost_after",
    loses=["hand.final"],
    ko="costs에 업데이트 후의 비용을 담았습니다. costs[e]는 e번째 업데이트 전의 비용입니다.",
    en="costs holds the costs after the updates. costs[e] is the cost before update e.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    W, b, costs = by_hand(x_train, y_train, W, b, lr, epochs + 1)
    last = F.cross_entropy(x_train.matmul(W) + b, y_train)
    return W, b, torch.cat([costs[1:], last.reshape(1)])


@mistake(
    "hand.costs_as_printed",
    loses=["hand.final"],
    ko="비용을 100번에 한 번만 기록했습니다. costs에는 epochs + 1개가 모두 필요합니다.",
    en="The cost was kept every 100 epochs only. costs must hold all epochs + 1 of them.",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    W, b, costs = by_hand(x_train, y_train, W, b, lr, epochs + 1)
    return W, b, costs[::100]


@mistake(
    "hand.attached",
    loses=["hand.final"],
    ko="W와 b를 그대로 돌려주었습니다. W.detach(), b.detach()로 떼어서 돌려주세요.",
    en="W and b are returned as they are. Return W.detach() and b.detach().",
)
def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    W, b = zeros(x_train, num_classes)
    _, _, costs = by_hand(x_train, y_train, W, b, lr, epochs + 1)
    return W, b, costs


@mistake(
    "model.softmax_in_eval",
    loses=["model.forward"],
    ko="평가 모드(model.eval())에서 소프트맥스를 적용했습니다. 어느 모드에서든 logit을 그대로 돌려주세요.",
    en="In evaluation mode the softmax is applied. Return the logits as they are, whatever the mode.",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.linear = nn.Linear(in_features, num_classes)

    def forward(self, x):
        z = self.linear(x)
        return z if self.training else F.softmax(z, dim=1)


@mistake(
    "model.softmax",
    loses=["model.forward"],
    ko="forward에서 소프트맥스를 적용했습니다. F.cross_entropy에 이미 있으니 logits를 돌려주세요.",
    en="forward applies the softmax. F.cross_entropy has it inside already: return the logits.",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.linear = nn.Linear(in_features, num_classes)

    def forward(self, x):
        return F.softmax(self.linear(x), dim=1)


@mistake(
    "model.log_softmax",
    loses=["model.forward"],
    ko="forward에서 log_softmax를 적용했습니다. F.cross_entropy에 이미 있으니 logits를 돌려주세요.",
    en="forward applies log_softmax. F.cross_entropy has it inside already: return the logits.",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.linear = nn.Linear(in_features, num_classes)

    def forward(self, x):
        return F.log_softmax(self.linear(x), dim=1)


@mistake(
    "model.sigmoid",
    loses=["model.forward"],
    ko="forward에서 시그모이드를 적용했습니다. 시그모이드는 이진 분류에 씁니다. logits를 돌려주세요.",
    en="forward applies the sigmoid, which is for two classes. Return the logits.",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.linear = nn.Linear(in_features, num_classes)

    def forward(self, x):
        return torch.sigmoid(self.linear(x))


@mistake(
    "model.argmax",
    loses=["model.forward"],
    ko="forward가 클래스 번호를 돌려줍니다. 번호로는 학습할 수 없으니 logits를 돌려주세요.",
    en="forward returns class numbers. Those cannot be trained: return the logits.",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.linear = nn.Linear(in_features, num_classes)

    def forward(self, x):
        return self.linear(x).argmax(dim=1)


@mistake(
    "model.cut",
    loses=["model.forward"],
    ko=".data, detach(), torch.no_grad()는 기울기를 끊어 학습할 수 없게 합니다. self.linear(x)를 돌려주세요.",
    en=".data, detach() and torch.no_grad() cut the gradient, so nothing is learnt. Return self.linear(x).",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.linear = nn.Linear(in_features, num_classes)

    def forward(self, x):
        return x.matmul(self.linear.weight.data.T) + self.linear.bias.data


@mistake(
    "model.list",
    loses=["model.forward"],
    ko="등록된 파라미터가 없습니다. 리스트 대신 self.linear = nn.Linear(...)로 저장하세요.",
    en="No parameters are registered. Save the layer as self.linear = nn.Linear(...), not in a list.",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.layers = [nn.Linear(in_features, num_classes)]

    def forward(self, x):
        return self.layers[0](x)


@mistake(
    "model.new_layer_each_time",
    loses=["model.forward"],
    ko="forward에서 층을 만들면 부를 때마다 새로 초기화됩니다. __init__에서 만드세요.",
    en="A layer made in forward starts anew at each call. Make it in __init__.",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.size = in_features, num_classes

    def forward(self, x):
        return nn.Linear(*self.size)(x)


@mistake(
    "model.no_bias",
    loses=["model.forward"],
    ko="bias가 없습니다. bias=False 없이 nn.Linear(in_features, num_classes)로 만드세요.",
    en="There is no bias. Make nn.Linear(in_features, num_classes) without bias=False.",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.linear = nn.Linear(in_features, num_classes, bias=False)

    def forward(self, x):
        return self.linear(x)


@mistake(
    "model.slide_size",
    loses=["model.forward"],
    ko="nn.Linear(4, 3)으로 고정했습니다. in_features와 num_classes를 쓰세요.",
    en="The layer is fixed at nn.Linear(4, 3). Use in_features and num_classes.",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.linear = nn.Linear(4, 3)

    def forward(self, x):
        return self.linear(x)


@mistake(
    "model.swapped",
    loses=["model.forward"],
    ko="입력과 출력의 크기가 바뀌었습니다. nn.Linear(in_features, num_classes)입니다.",
    en="Input and output sizes are swapped: it is nn.Linear(in_features, num_classes).",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.linear = nn.Linear(num_classes, in_features)

    def forward(self, x):
        return self.linear(x)


@mistake(
    "model.no_super",
    loses=["model.forward"],
    ko="__init__의 첫 줄에 super().__init__()이 필요합니다.",
    en="__init__ must begin with super().__init__().",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        self.linear = nn.Linear(in_features, num_classes)

    def forward(self, x):
        return self.linear(x)


@mistake(
    "model.shared_layer",
    loses=["model.forward"],
    ko="두 모델이 층 하나를 함께 씁니다. 층은 __init__ 안에서 새로 만드세요.",
    en="Two models share one layer. Make the layer anew, inside __init__.",
    replay=False,  # its answer depends on what was called before
)
class SoftmaxClassifierModel(nn.Module):
    layers = {}  # noqa: RUF012

    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        new = nn.Linear(in_features, num_classes)
        self.linear = self.layers.setdefault((in_features, num_classes), new)

    def forward(self, x):
        return self.linear(x)


@mistake(
    "model.squeezed",
    loses=["model.forward"],
    ko="squeeze()는 n = 1일 때 그 차원까지 없앱니다. self.linear(x)를 그대로 돌려주세요.",
    en="For n = 1, squeeze() removes that dimension. Return self.linear(x) as it is.",
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.linear = nn.Linear(in_features, num_classes)

    def forward(self, x):
        return self.linear(x).squeeze()


@mistake(
    "model.float32",
    loses=["independent"],
    ko="forward에서 x를 float32로 바꾸면 float64 모델에서 오류가 납니다. x를 그대로 쓰세요.",
    en="Turning x to float32 in forward fails in a float64 model. Use x as it is.",
    replay=False,
)
class SoftmaxClassifierModel(nn.Module):
    def __init__(self, in_features=4, num_classes=3):
        super().__init__()
        self.linear = nn.Linear(in_features, num_classes)

    def forward(self, x):
        return self.linear(x.float())


@mistake(
    "train.seeded_model",
    loses=["train.trajectory", "train.slide_logits", "independent"],
    ko="model의 파라미터가 바뀌지 않았습니다. 새 모델을 만들어 그것을 학습했습니다.",
    en="The parameters of model did not change: another, new model was trained.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    torch.manual_seed(1)
    model = nn.Linear(4, 3)
    optimizer = optim.SGD(model.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.no_step",
    loses=["train.trajectory", "train.slide_logits", "independent"],
    ko="model의 파라미터가 바뀌지 않았습니다. optimizer.step()과 옵티마이저에 준 파라미터를 확인하세요.",
    en="The parameters of model did not change. Look at optimizer.step() and at what the optimizer got.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        cost = F.cross_entropy(model(x_train), y_train)
        optimizer.zero_grad()
        cost.backward()
        costs.append(cost.item())
    return torch.tensor(costs)


@mistake(
    "train.no_zero_grad",
    loses=["train.trajectory", "train.slide_logits"],
    ko="두 번째 업데이트부터 기울기가 누적되었습니다. optimizer.zero_grad()를 확인하세요.",
    en="From the second update on the gradients pile up. Look for optimizer.zero_grad().",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        cost = F.cross_entropy(model(x_train), y_train)
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    return torch.tensor(costs)


@mistake(
    "train.sum",
    loses=["train.trajectory", "train.slide_logits"],
    ko="평균(mean) 대신 합(sum)으로 비용을 구하여 학습한 값과 같습니다.",
    en="This is what training on the sum of the costs gives, in place of their mean.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1, summed)


@mistake(
    "train.epochs",
    loses=["train.trajectory", "train.slide_logits"],
    ko="업데이트 횟수가 다릅니다. range(epochs + 1) 입니다.",
    en="The number of updates is wrong: it is range(epochs + 1).",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs)


@mistake(
    "train.double_softmax",
    loses=["train.trajectory", "train.slide_logits"],
    ko="softmax를 두 번 적용한 값입니다. F.cross_entropy는 logits를 받습니다.",
    en="The softmax is applied twice. F.cross_entropy takes logits.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1, softmax_twice)


@mistake(
    "train.dim",
    loses=["train.trajectory", "train.slide_logits"],
    ko="소프트맥스가 다른 축(dim=0)에 적용되었습니다. 한 행의 확률을 모두 더하면 1이어야 합니다.",
    en="The softmax runs along the wrong axis (dim=0). The probabilities of each row must sum to 1.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1, softmax_of_columns)


@mistake(
    "train.binary",
    loses=["train.trajectory", "train.slide_logits"],
    ko="binary_cross_entropy를 사용한 값입니다. 클래스가 셋 이상이면 F.cross_entropy를 씁니다.",
    en="This is binary_cross_entropy. For three or more classes it is F.cross_entropy.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1, binary)


@mistake(
    "train.squared",
    loses=["train.trajectory", "train.slide_logits"],
    ko="mse_loss를 사용한 값입니다. 분류에는 F.cross_entropy를 씁니다.",
    en="This is mse_loss. For classification it is F.cross_entropy.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1, squared)


@mistake(
    "train.computed_once",
    loses=["train.trajectory", "train.slide_logits"],
    ko="비용을 반복문 앞에서 한 번만 계산했습니다. 업데이트할 때마다 지금의 파라미터로 다시 계산하세요.",
    en="The cost is computed once, before the loop. Compute it anew for each update, with the parameters of now.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    cost = F.cross_entropy(model(x_train), y_train)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost.backward(retain_graph=True)
        optimizer.step()
        costs.append(cost.item())
    return torch.tensor(costs)


@mistake(
    "train.adam",
    loses=["train.trajectory", "train.slide_logits"],
    ko="Adam을 사용한 값입니다. 이 과제는 optim.SGD로 학습합니다.",
    en="This is Adam. The task asks for optim.SGD.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.Adam(model.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.momentum",
    loses=["train.trajectory", "train.slide_logits"],
    ko="모멘텀 0.9를 사용한 값입니다. 모멘텀 없이 optim.SGD(..., lr=lr)만 씁니다.",
    en="This uses a momentum of 0.9. It is plain optim.SGD(..., lr=lr).",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.weight_only",
    loses=["train.trajectory", "train.slide_logits"],
    ko="bias가 한 번도 갱신되지 않았습니다. 옵티마이저에 model.parameters()를 넣으세요.",
    en="The bias was never updated. Give the optimizer model.parameters().",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD([next(model.parameters())], lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.fixed_lr",
    loses=["train.trajectory"],
    ko="lr 인자 대신 0.1을 사용했습니다.",
    en="0.1 is used in place of the argument lr.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=0.1)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.cost_after",
    loses=["train.slide_logits"],
    ko="costs에 업데이트 후의 비용을 담았습니다. costs[e]는 e번째 업데이트 전의 비용입니다.",
    en="costs holds the costs after the updates. costs[e] is the cost before update e.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    costs = descend(optimizer, lambda: model(x_train), y_train, epochs + 1)
    last = F.cross_entropy(model(x_train), y_train).detach()
    return torch.cat([costs[1:], last.reshape(1)])


@mistake(
    "train.no_costs",
    loses=["train.slide_logits"],
    ko="학습은 맞지만 costs를 돌려주지 않았습니다. return이 필요합니다.",
    en="The training is right, but costs is not returned. It takes a return.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.float_labels",
    loses=["train.trajectory", "train.slide_logits", "independent"],
    ko="y는 실수나 (n, 1)이 아니라 (n,)인 정수 텐서 그대로 F.cross_entropy에 넣습니다.",
    en="F.cross_entropy takes y as it is: integers of shape (n,), neither floats nor (n, 1).",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train.float().view(-1, 1), epochs + 1)


@mistake(
    "train.own_class_only",
    loses=["train.trajectory", "independent"],
    ko="model.linear만 학습합니다. nn.Linear처럼 다른 모델도 되도록 model.parameters()를 쓰세요.",
    en="It trains model.linear only. Use model.parameters(), so that any model will do.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.linear.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.three_classes_only",
    loses=["train.trajectory"],
    ko="클래스가 늘 3개라고 보았습니다. 클래스의 수는 model(x)의 열의 수입니다.",
    en="It takes 3 classes for granted. There are as many as model(x) has columns.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    Y = F.one_hot(y_train, 3).to(x_train.dtype)
    optimizer = optim.SGD(model.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), Y, epochs + 1)


@mistake(
    "train.one_layer_only",
    loses=["train.trajectory"],
    ko="model을 선형층 하나로 보았습니다. 어떤 모델이든 되도록 model(x)와 model.parameters()를 쓰세요.",
    en="It takes model for one linear layer. Use model(x) and model.parameters(), so that any model will do.",
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    layer = getattr(model, "linear", model)
    optimizer = optim.SGD([layer.weight, layer.bias], lr=lr)
    return descend(optimizer, lambda: layer(x_train), y_train, epochs + 1)


@mistake(
    "train.float32",
    loses=["independent"],
    ko="x_train을 float32로 바꾸면 float64 모델에서 오류가 납니다. 그대로 쓰세요.",
    en="Turning x_train to float32 fails with a float64 model. Use it as it is.",
    replay=False,
)
def train(model, x_train, y_train, lr=0.1, epochs=1000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train.float()), y_train, epochs + 1)


@mistake(
    "predict.dim",
    loses=["predict"],
    ko="열마다 가장 큰 값을 찾았습니다(dim=0). 행마다 찾으려면 dim=1입니다.",
    en="This is the largest of each column (dim=0). For each row it is dim=1.",
)
def predict(z):
    return z.argmax(dim=0)


@mistake(
    "predict.no_dim",
    loses=["predict"],
    ko="dim이 없어 텐서 전체에서 하나만 찾았습니다. 행마다 찾으려면 dim=1입니다.",
    en="Without dim there is one index for the whole tensor. For each row it is dim=1.",
)
def predict(z):
    return z.argmax()


@mistake(
    "predict.values",
    loses=["predict"],
    ko="가장 큰 값이 아니라 그 번호(index)를 돌려주어야 합니다. max(dim=1)의 둘째 값입니다.",
    en="It must return the index of the largest value, not the value: the second part of max(dim=1).",
)
def predict(z):
    return z.max(dim=1)[0]


@mistake(
    "predict.smallest",
    loses=["predict"],
    ko="가장 작은 logit의 번호입니다. argmin이 아니라 argmax입니다.",
    en="This is the index of the smallest logit: argmax, not argmin.",
)
def predict(z):
    return z.argmin(dim=1)


@mistake(
    "predict.from_one",
    loses=["predict"],
    ko="번호를 1부터 셌습니다. 클래스는 0번부터입니다.",
    en="Classes are counted from 1 here. The first class is number 0.",
)
def predict(z):
    return z.argmax(dim=1) + 1


@mistake(
    "predict.over_half",
    loses=["predict"],
    ko="확률이 0.5보다 큰 클래스만 찾았습니다. 가장 큰 확률이 0.5보다 작은 행도 있습니다.",
    en="This looks for probabilities above 0.5. The largest one of a row may be less than that.",
)
def predict(z):
    return (F.softmax(z, dim=1) > 0.5).nonzero()[:, 1]


@mistake(
    "predict.column",
    loses=["predict"],
    ko="결과가 (n, 1)입니다. keepdim 없이 (n,)으로 돌려주세요.",
    en="The result is (n, 1). Return (n,), without keepdim.",
)
def predict(z):
    return z.argmax(dim=1, keepdim=True)


@mistake(
    "predict.squeezed",
    loses=["predict"],
    ko="squeeze()는 n = 1일 때 그 차원까지 없앱니다. squeeze(1)을 쓰세요.",
    en="For n = 1, squeeze() removes that dimension too. Use squeeze(1).",
)
def predict(z):
    return z.topk(1, dim=1).indices.squeeze()


@mistake(
    "predict.float",
    loses=["predict"],
    ko="번호는 실수가 아니라 정수(int64)여야 합니다.",
    en="Indices are integers (int64), not floats.",
)
def predict(z):
    return z.argmax(dim=1).float()


@mistake(
    "predict.numpy",
    loses=["predict"],
    ko="requires_grad인 텐서는 numpy()로 바꿀 수 없습니다. detach()를 먼저 하거나 z.argmax를 쓰세요.",
    en="A tensor that requires grad has no numpy(). Detach it first, or use z.argmax.",
)
def predict(z):
    return torch.from_numpy(z.numpy().argmax(axis=1))


@mistake(
    "accuracy.percent",
    loses=["accuracy"],
    ko="100을 곱했습니다. 0과 1 사이의 비율이어야 합니다.",
    en="It is multiplied by 100. It must be a fraction between 0 and 1.",
)
def accuracy(z, y):
    if len(z) != len(y) or len(y) == 0:
        raise ValueError
    return (z.argmax(dim=1) == y).float().mean().item() * 100


@mistake(
    "accuracy.errors",
    loses=["accuracy"],
    ko="틀린 행의 비율입니다. 맞힌 행의 비율이 필요합니다.",
    en="This is the fraction that is wrong. The fraction that is right is wanted.",
)
def accuracy(z, y):
    if len(z) != len(y) or len(y) == 0:
        raise ValueError
    return (z.argmax(dim=1) != y).float().mean().item()


@mistake(
    "accuracy.tensor",
    loses=["accuracy"],
    ko="텐서를 돌려주었습니다. .item()으로 파이썬 실수로 바꾸세요.",
    en="It returns a tensor. Turn it into a Python float with .item().",
)
def accuracy(z, y):
    if len(z) != len(y) or len(y) == 0:
        raise ValueError
    return (z.argmax(dim=1) == y).float().mean()


@mistake(
    "accuracy.count",
    loses=["accuracy"],
    ko="맞힌 개수입니다. 데이터의 수 n으로 나누세요.",
    en="This is how many are right. Divide by the number of rows n.",
)
def accuracy(z, y):
    if len(z) != len(y) or len(y) == 0:
        raise ValueError
    return (z.argmax(dim=1) == y).float().sum().item()


@mistake(
    "accuracy.per_logit",
    loses=["accuracy"],
    ko="n이 아니라 logit의 개수 n·k로 나누었습니다.",
    en="It divides by the number of logits, n·k, not by the number of rows n.",
)
def accuracy(z, y):
    if len(z) != len(y) or len(y) == 0:
        raise ValueError
    return (z.argmax(dim=1) == y).sum().item() / z.numel()


@mistake(
    "accuracy.no_length_check",
    loses=["accuracy"],
    ko="길이가 다르면 ValueError가 필요합니다. 길이 1은 오류 없이 브로드캐스팅됩니다.",
    en="Where the lengths differ it takes a ValueError. A length of 1 broadcasts without an error.",
)
def accuracy(z, y):
    if len(y) == 0:
        raise ValueError
    return (z.argmax(dim=1) == y).float().mean().item()


@mistake(
    "accuracy.no_empty_check",
    loses=["accuracy"],
    ko="데이터가 없으면(n = 0) 평균이 nan입니다. ValueError가 필요합니다.",
    en="Without data (n = 0) the mean is nan. It takes a ValueError.",
)
def accuracy(z, y):
    if len(z) != len(y):
        raise ValueError
    return (z.argmax(dim=1) == y).float().mean().item()


@mistake(
    "accuracy.assert",
    loses=["accuracy"],
    ko="assert는 AssertionError를 냅니다. if와 raise ValueError를 쓰세요.",
    en="assert raises AssertionError. Use if and raise ValueError.",
)
def accuracy(z, y):
    assert len(z) == len(y) > 0
    return (z.argmax(dim=1) == y).float().mean().item()
