"""a06_logistic_module: known mistakes. Each replaces the reference's definition of that name."""

import copy

import torch
import torch.nn.functional as F
from torch import nn, optim

from autograder.judge.mistakes import mistake

KEPT = {}  # what a notebook keeps between two cells


def descend(optimizer, hypothesis, y, updates, cost_of=F.binary_cross_entropy):
    """The loop of the slides: the costs before each update."""
    costs = []
    for _ in range(updates):
        cost = cost_of(hypothesis(), y)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    return torch.tensor(costs)


def trained(model, x, y, lr, updates, cost_of=F.binary_cross_entropy):
    """Train a model by SGD."""
    return descend(optim.SGD(model.parameters(), lr=lr), lambda: model(x), y, updates, cost_of)


def summed(h, y):
    return F.binary_cross_entropy(h, y, reduction="sum")


@torch.no_grad()
def judged(model, x, y):
    """H(x), cost and accuracy, as they should be."""
    h = model(x)
    right = ((h >= 0.5).float() == y).float().mean().item()
    return h, F.binary_cross_entropy(h, y).item(), right


@mistake(
    "sequential.no_sigmoid",
    loses=["sequential"],
    ko="시그모이드가 없어 logit이 나옵니다. nn.Sigmoid()를 뒤에 붙이세요.",
    en="Without a sigmoid these are logits. Put nn.Sigmoid() at the end.",
)
def make_sequential(in_features, bias=True):
    return nn.Sequential(nn.Linear(in_features, 1, bias=bias))


@mistake(
    "sequential.sigmoid_twice",
    loses=["sequential"],
    ko="시그모이드를 두 번 적용했습니다.",
    en="The sigmoid is applied twice.",
)
def make_sequential(in_features, bias=True):
    return nn.Sequential(nn.Linear(in_features, 1, bias=bias), nn.Sigmoid(), nn.Sigmoid())


@mistake(
    "sequential.sigmoid_first",
    loses=["sequential"],
    ko="시그모이드가 선형층보다 앞에 있습니다. nn.Linear, nn.Sigmoid의 순서입니다.",
    en="The sigmoid comes before the linear layer. The order is nn.Linear, nn.Sigmoid.",
)
def make_sequential(in_features, bias=True):
    return nn.Sequential(nn.Sigmoid(), nn.Linear(in_features, 1, bias=bias))


@mistake(
    "sequential.bias_ignored",
    loses=["sequential"],
    ko="bias 인자를 쓰지 않았습니다. nn.Linear(in_features, 1, bias=bias)로 만드세요.",
    en="The argument bias is not used. It is nn.Linear(in_features, 1, bias=bias).",
)
def make_sequential(in_features, bias=True):
    return nn.Sequential(nn.Linear(in_features, 1), nn.Sigmoid())


@mistake(
    "sequential.never_bias",
    loses=["sequential"],
    ko="bias가 늘 없습니다. bias=True이면 bias가 있어야 합니다.",
    en="There is never a bias. With bias=True there must be one.",
)
def make_sequential(in_features, bias=True):
    return nn.Sequential(nn.Linear(in_features, 1, bias=False), nn.Sigmoid())


@mistake(
    "sequential.bias_of_zero",
    loses=["sequential"],
    ko="bias를 0으로 채웠을 뿐 파라미터는 남아 있습니다. nn.Linear에 bias=False를 주세요.",
    en="The bias is only set to 0, the parameter is still there. Give nn.Linear bias=False.",
)
def make_sequential(in_features, bias=True):
    layer = nn.Linear(in_features, 1)
    if not bias:
        nn.init.zeros_(layer.bias)
    return nn.Sequential(layer, nn.Sigmoid())


@mistake(
    "sequential.two_features",
    loses=["sequential"],
    ko="특징이 늘 2개라고 보았습니다. nn.Linear의 입력은 in_features개입니다.",
    en="It takes 2 features for granted. The linear layer has in_features inputs.",
)
def make_sequential(in_features, bias=True):
    return nn.Sequential(nn.Linear(2, 1, bias=bias), nn.Sigmoid())


@mistake(
    "sequential.swapped",
    loses=["sequential"],
    ko="입력과 출력의 수가 바뀌었습니다. nn.Linear(in_features, 1)입니다.",
    en="The numbers of inputs and outputs are swapped: it is nn.Linear(in_features, 1).",
)
def make_sequential(in_features, bias=True):
    return nn.Sequential(nn.Linear(1, in_features, bias=bias), nn.Sigmoid())


@mistake(
    "sequential.two_outputs",
    loses=["sequential"],
    ko="출력이 2개입니다. 이진 분류에서는 확률 하나면 됩니다.",
    en="There are 2 outputs. Binary classification takes a single probability.",
)
def make_sequential(in_features, bias=True):
    return nn.Sequential(nn.Linear(in_features, 2, bias=bias), nn.Sigmoid())


@mistake(
    "sequential.softmax",
    loses=["sequential"],
    ko="출력이 하나뿐인데 소프트맥스를 쓰면 늘 1이 됩니다. nn.Sigmoid()를 쓰세요.",
    en="With one output the softmax is always 1. Use nn.Sigmoid().",
)
def make_sequential(in_features, bias=True):
    return nn.Sequential(nn.Linear(in_features, 1, bias=bias), nn.Softmax(dim=1))


@mistake(
    "sequential.tanh",
    loses=["sequential"],
    ko="nn.Tanh()의 값은 −1과 1 사이입니다. nn.Sigmoid()를 쓰세요.",
    en="nn.Tanh() gives values between −1 and 1. Use nn.Sigmoid().",
)
def make_sequential(in_features, bias=True):
    return nn.Sequential(nn.Linear(in_features, 1, bias=bias), nn.Tanh())


@mistake(
    "sequential.hidden_layer",
    loses=["sequential"],
    ko="선형층이 두 개입니다. 로지스틱 회귀의 선형층은 하나입니다.",
    en="There are two linear layers. Logistic regression has one.",
)
def make_sequential(in_features, bias=True):
    return nn.Sequential(
        nn.Linear(in_features, in_features, bias=bias),
        nn.Linear(in_features, 1, bias=bias),
        nn.Sigmoid(),
    )


@mistake(
    "sequential.list",
    loses=["sequential"],
    ko="층의 리스트입니다. nn.Sequential(...)로 묶어 돌려주세요.",
    en="This is a list of layers. Put them together with nn.Sequential(...).",
)
def make_sequential(in_features, bias=True):
    return [nn.Linear(in_features, 1, bias=bias), nn.Sigmoid()]


@mistake(
    "sequential.no_return",
    loses=["sequential"],
    ko="모델을 돌려주지 않았습니다. return이 필요합니다.",
    en="The model is not returned. It takes a return.",
)
def make_sequential(in_features, bias=True):
    model = nn.Sequential(nn.Linear(in_features, 1, bias=bias), nn.Sigmoid())  # noqa: F841


@mistake(
    "sequential.kept",
    loses=["sequential"],
    ko="두 번 부르면 같은 모델을 돌려줍니다. 부를 때마다 새 모델을 만드세요.",
    en="Called twice, it returns the same model. Make a new one in every call.",
    replay=False,  # its answer depends on what was called before
)
def make_sequential(in_features, bias=True):
    made = nn.Sequential(nn.Linear(in_features, 1, bias=bias), nn.Sigmoid())
    return LAYERS.setdefault((in_features, bias), made)


@mistake(
    "class.rounded_in_eval",
    loses=["class"],
    ko="평가 모드에서 0과 1로 바꾸어 돌려줍니다. forward는 어느 모드에서나 시그모이드의 값을 돌려줍니다.",
    en="In evaluation mode it returns 0 and 1. forward returns the value of the sigmoid in either mode.",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.linear = nn.Linear(in_features, 1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        H = self.sigmoid(self.linear(x))
        return H if self.training else H.round()


@mistake(
    "class.layers_in_a_list",
    loses=["class"],
    ko="등록된 파라미터가 없습니다. 층을 리스트에 넣거나 forward에서 만들지 말고 "
    "__init__에서 self.이름 = nn.Linear(...)로 저장하세요.",
    en="No parameters are registered. Save layers in __init__, as self.name = nn.Linear(...): "
    "neither in a list, nor made in forward.",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.layers = [nn.Linear(in_features, 1), nn.Sigmoid()]

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


@mistake(
    "class.layer_in_forward",
    loses=["class"],
    ko="부를 때마다 forward에서 층을 새로 만들어 학습되지 않습니다. __init__에서 self.linear에 저장하세요.",
    en="forward makes a new layer in every call, so nothing is learnt. Save it as self.linear in __init__.",
    replay=False,  # from outside it looks like the list
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.in_features = in_features

    def forward(self, x):
        return torch.sigmoid(nn.Linear(self.in_features, 1)(x))


@mistake(
    "class.no_super",
    loses=["class"],
    ko="__init__의 첫 줄에 super().__init__()이 필요합니다.",
    en="__init__ must begin with super().__init__().",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        self.linear = nn.Linear(in_features, 1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        return self.sigmoid(self.linear(x))


@mistake(
    "class.init_misspelt",
    loses=["class"],
    ko="밑줄이 두 개씩인 __init__이어야 합니다. 그렇지 않으면 파이썬이 부르지 않습니다.",
    en="It must be __init__, with two underscores on each side: else Python does not call it.",
)
class BinaryClassifier(nn.Module):
    def _init_(self, in_features=2):
        super().__init__()
        self.linear = nn.Linear(in_features, 1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        return self.sigmoid(self.linear(x))


@mistake(
    "class.no_forward",
    loses=["class"],
    ko="nn.Module은 forward라는 이름의 메서드를 부릅니다. 이름과 들여쓰기를 확인하세요.",
    en="An nn.Module calls its method named forward. Look at its name and its indentation.",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.linear = nn.Linear(in_features, 1)
        self.sigmoid = nn.Sigmoid()

    def foward(self, x):
        return self.sigmoid(self.linear(x))


@mistake(
    "class.no_self",
    loses=["class"],
    ko="linear에 self.이 없어 __init__이 끝나면 사라집니다. self.linear에 저장하세요.",
    en="Without self. the layer is gone when __init__ ends. Save it as self.linear.",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        linear = nn.Linear(in_features, 1)  # noqa: F841

    def forward(self, x):
        return torch.sigmoid(self.linear(x))


@mistake(
    "class.logits",
    loses=["class"],
    ko="시그모이드를 적용하지 않은 logit입니다. self.sigmoid(self.linear(x))를 돌려주세요.",
    en="These are logits, without the sigmoid. Return self.sigmoid(self.linear(x)).",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.linear = nn.Linear(in_features, 1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        return self.linear(x)


@mistake(
    "class.sigmoid_twice",
    loses=["class"],
    ko="시그모이드를 두 번 적용했습니다.",
    en="The sigmoid is applied twice.",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.linear = nn.Linear(in_features, 1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        return torch.sigmoid(self.sigmoid(self.linear(x)))


@mistake(
    "class.predictions",
    loses=["class"],
    ko="0과 1의 예측을 돌려주어 기울기가 끊깁니다. forward는 H(x)를 돌려줍니다.",
    en="It returns predictions of 0 and 1, which cuts the gradient. forward returns H(x).",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.linear = nn.Linear(in_features, 1)

    def forward(self, x):
        return (torch.sigmoid(self.linear(x)) >= 0.5).float()


@mistake(
    "class.detached",
    loses=["class"],
    ko="detach()나 no_grad()로 기울기가 끊겨 학습되지 않습니다.",
    en="detach() or no_grad() cuts the gradient, so nothing can be learnt.",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.linear = nn.Linear(in_features, 1)

    def forward(self, x):
        return torch.sigmoid(self.linear(x)).detach()


@mistake(
    "class.squeezed",
    loses=["class"],
    ko="(n, 1)이 (n,)으로 바뀌었습니다. squeeze()나 flatten() 없이 (n, 1) 그대로 돌려주세요.",
    en="(n, 1) was turned into (n,). Return (n, 1) as it is, without squeeze() or flatten().",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.linear = nn.Linear(in_features, 1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        return self.sigmoid(self.linear(x)).squeeze()


@mistake(
    "class.two_features",
    loses=["class"],
    ko="특징이 늘 2개라고 보았습니다. nn.Linear(in_features, 1)로 만드세요.",
    en="It takes 2 features for granted. It is nn.Linear(in_features, 1).",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.linear = nn.Linear(2, 1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        return self.sigmoid(self.linear(x))


@mistake(
    "class.no_argument",
    loses=["class"],
    ko="__init__이 in_features를 받지 않습니다. def __init__(self, in_features=2)로 쓰세요.",
    en="__init__ takes no in_features. Write def __init__(self, in_features=2).",
)
class BinaryClassifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(2, 1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        return self.sigmoid(self.linear(x))


@mistake(
    "class.no_bias",
    loses=["class"],
    ko="bias가 없습니다. 파라미터는 weight와 bias 두 개입니다.",
    en="There is no bias. The parameters are two: weight and bias.",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.linear = nn.Linear(in_features, 1, bias=False)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        return self.sigmoid(self.linear(x))


@mistake(
    "class.frozen",
    loses=["class"],
    ko="requires_grad가 False인 파라미터는 학습되지 않습니다.",
    en="Parameters with requires_grad=False cannot be trained.",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.linear = nn.Linear(in_features, 1).requires_grad_(False)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        return self.sigmoid(self.linear(x))


@mistake(
    "class.plain_tensors",
    loses=["class"],
    ko="W와 b가 일반 텐서라서 파라미터로 등록되지 않았습니다. nn.Linear나 nn.Parameter를 쓰세요.",
    en="W and b are plain tensors, which are no parameters. Use nn.Linear or nn.Parameter.",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.W = torch.zeros((in_features, 1), requires_grad=True)
        self.b = torch.zeros(1, requires_grad=True)

    def forward(self, x):
        return torch.sigmoid(x.matmul(self.W) + self.b)


@mistake(
    "class.transposed",
    loses=["class"],
    ko="weight가 (in_features, 1)입니다. nn.Linear처럼 (1, in_features)로 만드세요.",
    en="The weight is (in_features, 1). Make it (1, in_features), as nn.Linear does.",
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(in_features, 1))
        self.b = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return torch.sigmoid(x.matmul(self.W) + self.b)


LAYERS = {}


@mistake(
    "class.shared_layer",
    loses=["class"],
    ko="두 모델이 층 하나를 함께 씁니다. 층은 __init__ 안에서 새로 만드세요.",
    en="Two models share one layer. Make the layer anew, inside __init__.",
    replay=False,  # its answer depends on what was called before
)
class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.linear = LAYERS.setdefault(in_features, nn.Linear(in_features, 1))
        self.sigmoid = nn.Sigmoid()

    def forward(self, x):
        return self.sigmoid(self.linear(x))


@mistake(
    "train.new_model",
    loses=["train.trajectory", "train.slide"],
    ko="model의 파라미터가 바뀌지 않았습니다. 새 모델을 만들어 그것을 학습했습니다.",
    en="The parameters of model did not change: another, new model was trained.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    torch.manual_seed(2)
    model = nn.Sequential(nn.Linear(x_train.shape[1], 1), nn.Sigmoid())
    return trained(model, x_train, y_train, lr, epochs + 1)


@mistake(
    "train.copy",
    loses=["train.trajectory"],
    ko="복사한 모델을 학습하여 model의 파라미터가 바뀌지 않았습니다. model 자체를 학습하세요.",
    en="A copy is trained, and the parameters of model did not change. Train the model itself.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    return trained(copy.deepcopy(model), x_train, y_train, lr, epochs + 1)


@mistake(
    "train.returns_model",
    loses=["train.slide"],
    ko="모델을 돌려주었습니다. model은 그 자리에서 학습되었으니 costs를 돌려주세요.",
    en="The model comes back. It has been trained in place, so return the costs.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    trained(model, x_train, y_train, lr, epochs + 1)
    return model


@mistake(
    "train.starts_over",
    loses=["train.trajectory", "train.slide"],
    ko="파라미터를 다시 초기화했습니다. 건네받은 model의 지금 값에서 이어서 학습하세요.",
    en="The parameters are initialised again. Go on from what they are in the model handed over.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    for parameter in model.parameters():
        nn.init.zeros_(parameter)
    return trained(model, x_train, y_train, lr, epochs + 1)


@mistake(
    "train.no_step",
    loses=["train.trajectory", "train.slide"],
    ko="model의 파라미터가 바뀌지 않았습니다. optimizer.step()을 확인하세요.",
    en="The parameters of model did not change. Look for optimizer.step().",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        cost = F.binary_cross_entropy(model(x_train), y_train)
        optimizer.zero_grad()
        cost.backward()
        costs.append(cost.item())
    return torch.tensor(costs)


@mistake(
    "train.no_zero_grad",
    loses=["train.trajectory", "train.slide"],
    ko="두 번째 업데이트부터 기울기가 누적되었습니다. optimizer.zero_grad()를 확인하세요.",
    en="From the second update on the gradients pile up. Look for optimizer.zero_grad().",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        cost = F.binary_cross_entropy(model(x_train), y_train)
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    return torch.tensor(costs)


@mistake(
    "train.zero_grad_too_late",
    loses=["train.trajectory", "train.slide"],
    ko="zero_grad()가 backward()와 step() 사이에 있어 방금 구한 기울기를 지웁니다.",
    en="zero_grad() stands between backward() and step(), and clears the gradients just found.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        cost = F.binary_cross_entropy(model(x_train), y_train)
        cost.backward()
        optimizer.zero_grad()
        optimizer.step()
        costs.append(cost.item())
    return costs


@mistake(
    "train.uphill",
    loses=["train.trajectory", "train.slide"],
    ko="비용이 커지는 쪽으로 학습합니다. 부호를 확인하세요.",
    en="It trains towards a higher cost. Look at the sign.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    cost_of = lambda h, y: -F.binary_cross_entropy(h, y)  # noqa: E731
    return trained(model, x_train, y_train, lr, epochs + 1, cost_of)


@mistake(
    "train.sigmoid_twice",
    loses=["train.trajectory", "train.slide"],
    ko="시그모이드가 두 번 적용되었습니다. 모델에 시그모이드가 있으니 F.binary_cross_entropy를 쓰세요.",
    en="The sigmoid is applied twice. The model has one, so use F.binary_cross_entropy.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    cost_of = F.binary_cross_entropy_with_logits
    return trained(model, x_train, y_train, lr, epochs + 1, cost_of)


@mistake(
    "train.squared",
    loses=["train.trajectory", "train.slide"],
    ko="mse_loss로 학습한 값입니다. 로지스틱 회귀의 비용은 F.binary_cross_entropy입니다.",
    en="This is mse_loss. The cost of logistic regression is F.binary_cross_entropy.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    return trained(model, x_train, y_train, lr, epochs + 1, F.mse_loss)


@mistake(
    "train.sum",
    loses=["train.trajectory", "train.slide"],
    ko="평균(mean) 대신 합(sum)으로 비용을 구하여 학습한 값과 같습니다.",
    en="This is what training on the sum of the costs gives, in place of their mean.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    return trained(model, x_train, y_train, lr, epochs + 1, summed)


@mistake(
    "train.swapped_arguments",
    loses=["train.trajectory", "train.slide"],
    ko="F.binary_cross_entropy의 인자는 hypothesis, 정답의 순서입니다.",
    en="F.binary_cross_entropy takes the hypothesis first, then the answers.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    cost_of = lambda h, y: F.binary_cross_entropy(y, h)  # noqa: E731
    return trained(model, x_train, y_train, lr, epochs + 1, cost_of)


@mistake(
    "train.thresholded",
    loses=["train.trajectory", "train.slide"],
    ko="0과 1의 예측으로 비용을 구하면 기울기가 끊깁니다. 비용은 hypothesis로 구하세요.",
    en="A cost of predictions of 0 and 1 has no gradient. Take the cost of the hypothesis.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    optimizer = optim.SGD(model.parameters(), lr=lr)
    hypothesis = lambda: (model(x_train) >= 0.5).float()  # noqa: E731
    return descend(optimizer, hypothesis, y_train, epochs + 1)


@mistake(
    "train.squeezed_labels",
    loses=["train.trajectory", "train.slide"],
    ko="y를 (n,)으로 바꾸어 (n, 1)인 hypothesis와 shape이 다릅니다. y_train을 그대로 쓰세요.",
    en="With y of shape (n,) it does not fit the hypothesis, (n, 1). Use y_train as it is.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    return trained(model, x_train, y_train.squeeze(1), lr, epochs + 1)


@mistake(
    "train.nxn",
    loses=["train.trajectory", "train.slide"],
    ko="(n, 1)과 (n,)이 브로드캐스팅되어 n×n 평균이 된 값입니다. shape을 맞추세요.",
    en="(n, 1) and (n,) broadcast, and the cost is the mean of n×n numbers. Make the shapes agree.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    def cost_of(h, y):
        return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()

    return trained(model, x_train, y_train.squeeze(1), lr, epochs + 1, cost_of)


@mistake(
    "train.epochs",
    loses=["train.trajectory", "train.slide"],
    ko="업데이트 횟수가 다릅니다. range(epochs + 1) 입니다.",
    en="The number of updates is wrong: it is range(epochs + 1).",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    return trained(model, x_train, y_train, lr, epochs)


@mistake(
    "train.fixed_epochs",
    loses=["train.trajectory", "train.slide"],
    ko="epochs 인자와 상관없이 늘 같은 횟수로 학습합니다.",
    en="The number of updates is always the same, whatever the argument epochs says.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    return trained(model, x_train, y_train, lr, 500)


@mistake(
    "train.adam",
    loses=["train.trajectory", "train.slide"],
    ko="Adam을 사용한 값입니다. 이 과제는 optim.SGD로 학습합니다.",
    en="This is Adam. The task asks for optim.SGD.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    optimizer = optim.Adam(model.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.momentum",
    loses=["train.trajectory", "train.slide"],
    ko="모멘텀 0.9를 사용한 값입니다. 모멘텀 없이 optim.SGD(..., lr=lr)만 씁니다.",
    en="This uses a momentum of 0.9. It is plain optim.SGD(..., lr=lr).",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    optimizer = optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.weight_only",
    loses=["train.trajectory", "train.slide"],
    ko="bias가 한 번도 갱신되지 않았습니다. 옵티마이저에 model.parameters()를 넣으세요.",
    en="The bias was never updated. Give the optimizer model.parameters().",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    optimizer = optim.SGD([next(model.parameters())], lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.fixed_lr",
    loses=["train.trajectory"],
    ko="lr 인자 대신 0.1을 사용했습니다.",
    en="0.1 is used in place of the argument lr.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    return trained(model, x_train, y_train, 0.1, epochs + 1)


@mistake(
    "train.own_class_only",
    loses=["train.trajectory", "train.slide"],
    ko="model.linear만 학습합니다. nn.Sequential도 되도록 model.parameters()를 쓰세요.",
    en="It trains model.linear only. Use model.parameters(), so that an nn.Sequential will do too.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    optimizer = optim.SGD(model.linear.parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.sequential_only",
    loses=["train.trajectory", "train.slide"],
    ko="model[0]은 nn.Sequential에만 있습니다. class로 만든 모델도 되도록 model.parameters()를 쓰세요.",
    en="Only an nn.Sequential has model[0]. Use model.parameters(), so that the class will do too.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    optimizer = optim.SGD(model[0].parameters(), lr=lr)
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.one_layer_only",
    loses=["train.trajectory"],
    ko="model을 선형층 하나와 시그모이드로 보았습니다. 어떤 모델이든 되도록 model(x)와 model.parameters()를 쓰세요.",
    en="It takes model for one linear layer and a sigmoid. Use model(x) and model.parameters(), so that "
    "any model will do.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    weight, *bias = model.parameters()
    optimizer = optim.SGD([weight, *bias], lr=lr)

    def hypothesis():
        return torch.sigmoid(F.linear(x_train, weight, *bias))

    return descend(optimizer, hypothesis, y_train, epochs + 1)


@mistake(
    "train.best_kept",
    loses=["train.trajectory"],
    ko="비용이 가장 작을 때의 파라미터로 되돌렸습니다. 비용이 커졌더라도 마지막 업데이트 후의 값을 두세요.",
    en="The parameters of the lowest cost are put back. Leave those after the last update, even where the "
    "cost has risen.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    start = copy.deepcopy(model.state_dict())
    costs = trained(model, x_train, y_train, lr, epochs + 1)
    model.load_state_dict(start)
    trained(model, x_train, y_train, lr, int(costs.argmin()) + 1)
    return costs


@mistake(
    "train.optimizer_outside",
    loses=["train.trajectory", "train.slide"],
    ko="함수 밖에서 한 번만 만든 옵티마이저는 다른 모델을 학습합니다. 함수 안에서 만드세요.",
    en="An optimizer made once, outside, trains another model. Make it inside the function.",
    replay=False,  # its answer depends on what was called before
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    optimizer = KEPT.setdefault("optimizer", optim.SGD(model.parameters(), lr=lr))
    return descend(optimizer, lambda: model(x_train), y_train, epochs + 1)


@mistake(
    "train.changes_x",
    loses=["train.trajectory"],
    ko="x_train의 값이 바뀌었습니다. 입력으로 받은 텐서는 바꾸지 마세요.",
    en="x_train is overwritten. Do not change the tensors that come in.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    costs = trained(model, x_train, y_train, lr, epochs + 1)
    x_train *= 0
    return costs


@mistake(
    "train.cost_after",
    loses=["train.slide"],
    ko="costs에 업데이트 후의 비용을 담았습니다. costs[e]는 e번째 업데이트 전의 비용입니다.",
    en="costs holds the costs after the updates. costs[e] is the cost before update e.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    costs = trained(model, x_train, y_train, lr, epochs + 1)
    last = F.binary_cross_entropy(model(x_train), y_train).detach()
    return torch.cat([costs[1:], last.reshape(1)])


@mistake(
    "train.every_10",
    loses=["train.slide"],
    ko="출력할 때처럼 10번마다 하나씩만 담았습니다. costs에는 매번의 비용을 담습니다.",
    en="As in printing, only every 10th cost is kept. costs holds each of them.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    return trained(model, x_train, y_train, lr, epochs + 1)[::10]


@mistake(
    "train.last_cost",
    loses=["train.slide"],
    ko="마지막 비용 하나만 돌려주었습니다. costs에는 비용 epochs + 1개를 모두 담습니다.",
    en="Only the last cost comes back. costs holds all epochs + 1 of them.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    return trained(model, x_train, y_train, lr, epochs + 1)[-1]


@mistake(
    "train.no_costs",
    loses=["train.slide"],
    ko="학습은 맞지만 costs를 돌려주지 않았습니다. return이 필요합니다.",
    en="The training is right, but costs is not returned. It takes a return.",
)
def train(model, x_train, y_train, lr=0.1, epochs=5000):
    trained(model, x_train, y_train, lr, epochs + 1)


@mistake(
    "evaluate.stale",
    loses=["evaluate"],
    ko="한 번 업데이트하고 그 전의 비용을 돌려주었습니다. 평가에서는 업데이트하지 마세요.",
    en="It updates once and returns the cost from before. To evaluate takes no update.",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    trained(model, x, y, 0.1, 1)
    return cost, right


@mistake(
    "evaluate.after_training",
    loses=["evaluate"],
    ko="평가하면서 model을 더 학습했습니다. 지금의 파라미터로 비용만 구하세요.",
    en="It trains the model further. Only compute the cost, with the parameters of now.",
)
def evaluate(model, x, y):
    costs = trained(model, x, y, 0.1, 11)
    return costs[-1].item(), judged(model, x, y)[2]


@mistake(
    "evaluate.first_result",
    loses=["evaluate"],
    ko="전에 구한 값을 돌려주었습니다. 부를 때마다 model(x)를 새로 계산하세요.",
    en="It returns values found before. Compute model(x) anew in every call.",
    replay=False,  # its answer depends on what was called before
)
def evaluate(model, x, y):
    return KEPT.setdefault("result", judged(model, x, y)[1:])


@mistake(
    "evaluate.no_return",
    loses=["evaluate"],
    ko="아무것도 돌려주지 않았습니다. return이 필요합니다.",
    en="Nothing comes back. It takes a return.",
)
def evaluate(model, x, y):
    print(judged(model, x, y)[1:])


@mistake(
    "evaluate.six_rows",
    loses=["evaluate"],
    ko="데이터가 늘 6개라고 보았습니다. len(y)로 나누세요.",
    en="It takes 6 rows for granted. Divide by len(y).",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return cost, right * len(y) / 6


@mistake(
    "evaluate.percent",
    loses=["evaluate"],
    ko="정확도에 100을 곱했습니다. 0과 1 사이의 비율이어야 합니다.",
    en="The accuracy is multiplied by 100. It must be a fraction between 0 and 1.",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return cost, right * 100


@mistake(
    "evaluate.count",
    loses=["evaluate"],
    ko="정확도 자리에 맞힌 개수가 있습니다. 데이터의 수로 나누세요.",
    en="In place of the accuracy stands how many are right. Divide by the number of rows.",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return cost, right * len(y)


@mistake(
    "evaluate.errors",
    loses=["evaluate"],
    ko="틀린 비율입니다. 맞힌 비율이 필요합니다.",
    en="This is the fraction that is wrong. The fraction that is right is wanted.",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return cost, 1 - right


@mistake(
    "evaluate.swapped",
    loses=["evaluate"],
    ko="순서가 바뀌었습니다. (cost, accuracy)의 순서로 돌려주세요.",
    en="They have changed places. Return (cost, accuracy).",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return right, cost


@mistake(
    "evaluate.cost_only",
    loses=["evaluate"],
    ko="비용만 돌려주었습니다. 비용과 정확도 두 개를 돌려주세요.",
    en="Only the cost comes back. Return both, cost and accuracy.",
)
def evaluate(model, x, y):
    return judged(model, x, y)[1]


@mistake(
    "evaluate.tensors",
    loses=["evaluate"],
    ko="텐서를 돌려주었습니다. .item()으로 파이썬 실수로 바꾸세요.",
    en="It returns tensors. Turn them into Python floats with .item().",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return torch.tensor(cost), torch.tensor(right)


@mistake(
    "evaluate.cost_in_graph",
    loses=["evaluate"],
    ko="비용이 텐서입니다. cost.item()으로 파이썬 실수로 바꾸세요.",
    en="The cost is a tensor. Turn it into a Python float with cost.item().",
)
def evaluate(model, x, y):
    return F.binary_cross_entropy(model(x), y), judged(model, x, y)[2]


@mistake(
    "evaluate.gradients_left",
    loses=["evaluate"],
    ko="backward()를 불러 파라미터에 기울기가 남았습니다. 평가에는 기울기가 필요 없습니다.",
    en="backward() leaves gradients in the parameters. To evaluate takes no gradients.",
)
def evaluate(model, x, y):
    F.binary_cross_entropy(model(x), y).backward()
    return judged(model, x, y)[1:]


@mistake(
    "evaluate.stays_in_eval",
    loses=["evaluate"],
    ko="model.eval()을 부른 뒤 되돌리지 않았습니다. 전의 모드로 되돌려 놓으세요.",
    en="After model.eval() the mode is not set back. Set it back to what it was.",
)
def evaluate(model, x, y):
    model.eval()
    return judged(model, x, y)[1:]


@mistake(
    "evaluate.always_train",
    loses=["evaluate"],
    ko="늘 model.train()으로 끝납니다. 처음부터 평가 모드였다면 그대로 두어야 합니다.",
    en="It always ends with model.train(). If the model was in evaluation mode, that must stay.",
)
def evaluate(model, x, y):
    model.eval()
    result = judged(model, x, y)[1:]
    model.train()
    return result


@mistake(
    "evaluate.freezes",
    loses=["evaluate"],
    ko="파라미터의 requires_grad를 끄면 그 모델은 더 학습되지 않습니다. torch.no_grad() 안에서 계산하세요.",
    en="Parameters whose requires_grad is switched off cannot be trained any more. Compute inside torch.no_grad().",
)
def evaluate(model, x, y):
    for parameter in model.parameters():
        parameter.requires_grad = False
    return judged(model, x, y)[1:]


@mistake(
    "evaluate.slide_data",
    loses=["evaluate"],
    ko="인자로 받은 x와 y 대신 슬라이드의 데이터(x_train, y_train)로 계산했습니다.",
    en="It computes with the data of the slides (x_train, y_train), not with the arguments x and y.",
)
def evaluate(model, x, y):
    x_train = torch.FloatTensor([[1, 2], [2, 3], [3, 1], [4, 3], [5, 3], [6, 2]])
    y_train = torch.FloatTensor([[0], [0], [0], [1], [1], [1]])
    with torch.no_grad():
        return judged(model, x_train, y_train)[1:]


@mistake(
    "evaluate.sum",
    loses=["evaluate"],
    ko="비용이 평균(mean)이 아니라 합(sum)입니다.",
    en="The cost is the sum. It takes the mean.",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return summed(h, y).item(), right


@mistake(
    "evaluate.squared",
    loses=["evaluate"],
    ko="비용이 mse_loss입니다. F.binary_cross_entropy를 쓰세요.",
    en="The cost is mse_loss. Use F.binary_cross_entropy.",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return F.mse_loss(h, y).item(), right


@mistake(
    "evaluate.sigmoid_twice",
    loses=["evaluate"],
    ko="시그모이드가 두 번 적용되었습니다. 모델의 출력이 이미 H(x)입니다.",
    en="The sigmoid is applied twice. What the model gives is H(x) already.",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return F.binary_cross_entropy_with_logits(h, y).item(), right


@mistake(
    "evaluate.threshold_of_logits",
    loses=["evaluate"],
    ko="0과 비교하면 모두 1로 예측합니다. H(x)는 0.5와 비교하세요.",
    en="Compared with 0, every prediction is 1. Compare H(x) with 0.5.",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return cost, ((h >= 0).float() == y).float().mean().item()


@mistake(
    "evaluate.no_threshold",
    loses=["evaluate"],
    ko="H(x)를 그대로 y와 비교했습니다. 먼저 H(x) >= 0.5로 예측을 구하세요.",
    en="H(x) itself is compared with y. First get the prediction, H(x) >= 0.5.",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return cost, (h == y).float().mean().item()


@mistake(
    "evaluate.all_or_nothing",
    loses=["evaluate"],
    ko="하나라도 틀리면 정확도가 0이 됩니다. all()이 아니라 맞힌 비율(mean)입니다.",
    en="One wrong row makes the accuracy 0. It is the fraction that is right: mean(), not all().",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return cost, float(right == 1)


@mistake(
    "evaluate.nxn",
    loses=["evaluate"],
    ko="(n,)인 예측과 (n, 1)인 y를 비교하면 n×n이 됩니다. shape을 맞추세요.",
    en="Predictions of (n,) compared with y of (n, 1) give n×n. Make the shapes agree.",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    prediction = (h >= 0.5).float().squeeze(1)
    return cost, (prediction == y).float().mean().item()


@mistake(
    "evaluate.whole_percent",
    loses=["evaluate"],
    ko="정확도를 반올림했습니다. 비율을 그대로 돌려주세요.",
    en="The accuracy is rounded. Return the fraction as it is.",
)
def evaluate(model, x, y):
    h, cost, right = judged(model, x, y)
    return cost, round(right, 2)


@mistake(
    "evaluate.doubled",
    loses=["evaluate"],
    ko="model.double()은 model 자체를 float64로 바꿉니다. 받은 model 그대로 평가하세요.",
    en="model.double() turns model itself to float64. Evaluate it as it came.",
)
def evaluate(model, x, y):
    h, cost, right = judged(model.double(), x.double(), y.double())
    return cost, right
