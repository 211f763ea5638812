"""a10_xor_mlp: known mistakes. Each replaces the reference's function of the same name."""

import torch
import torch.nn.functional as F
from torch import nn

from autograder.judge.mistakes import mistake


def small_network():
    """One hidden layer of tanh: it learns XOR from any starting weights."""
    return nn.Sequential(nn.Linear(2, 10), nn.Tanh(), nn.Linear(10, 1), nn.Sigmoid())


def descend(model, X, Y, updates, lr=1):
    """Train a model with the loop of the slides."""
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(updates):
        optimizer.zero_grad()
        F.binary_cross_entropy(model(X), Y).backward()
        optimizer.step()
    return model


@mistake(
    "build.no_activation",
    loses=["build"],
    ko="은닉층의 Linear 사이에 Sigmoid가 없습니다. Linear만 이어 붙이면 직선 하나와 같습니다.",
    en="There is no Sigmoid between the Linear layers. Linear layers alone are one straight line.",
)
def build_mlp():
    return nn.Sequential(
        nn.Linear(2, 10), nn.Linear(10, 10), nn.Linear(10, 10), nn.Linear(10, 1), nn.Sigmoid()
    )


@mistake(
    "build.no_last_sigmoid",
    loses=["build"],
    ko="마지막 Sigmoid가 없습니다. 출력이 0과 1 사이가 아니면 BCELoss를 계산할 수 없습니다.",
    en="The last Sigmoid is missing. BCELoss takes outputs between 0 and 1 only.",
)
def build_mlp():
    return nn.Sequential(
        nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.Sigmoid(),
        nn.Linear(10, 10), nn.Sigmoid(), nn.Linear(10, 1),
    )  # fmt: skip


@mistake(
    "build.relu",
    loses=["build"],
    ko="은닉층의 활성화함수로 ReLU를 사용했습니다. 슬라이드의 신경망은 모두 Sigmoid입니다.",
    en="ReLU is used in the hidden layers. The network of the slides has Sigmoid everywhere.",
)
def build_mlp():
    return nn.Sequential(
        nn.Linear(2, 10), nn.ReLU(), nn.Linear(10, 10), nn.ReLU(),
        nn.Linear(10, 10), nn.ReLU(), nn.Linear(10, 1), nn.Sigmoid(),
    )  # fmt: skip


@mistake(
    "build.softmax",
    loses=["build"],
    ko="출력이 하나일 때 Softmax는 항상 1입니다. 마지막에도 Sigmoid를 쓰세요.",
    en="Softmax of a single output is always 1. Use Sigmoid at the end too.",
)
def build_mlp():
    return nn.Sequential(
        nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.Sigmoid(),
        nn.Linear(10, 10), nn.Sigmoid(), nn.Linear(10, 1), nn.Softmax(dim=1),
    )  # fmt: skip


@mistake(
    "build.one_layer_less",
    loses=["build"],
    ko="은닉층이 2개입니다. 슬라이드의 신경망은 은닉층이 3개(2-10-10-10-1)입니다.",
    en="There are 2 hidden layers. The network of the slides has 3 (2-10-10-10-1).",
)
def build_mlp():
    return nn.Sequential(
        nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.Sigmoid(), nn.Linear(10, 1), nn.Sigmoid()
    )


@mistake(
    "build.no_bias",
    loses=["build"],
    ko="편향(bias)이 없습니다. bias=False를 지우세요.",
    en="The biases are missing. Remove bias=False.",
)
def build_mlp():
    return nn.Sequential(
        nn.Linear(2, 10, bias=False), nn.Sigmoid(), nn.Linear(10, 10, bias=False), nn.Sigmoid(),
        nn.Linear(10, 10, bias=False), nn.Sigmoid(), nn.Linear(10, 1, bias=False), nn.Sigmoid(),
    )  # fmt: skip


@mistake(
    "build.shared_layer",
    loses=["build"],
    ko="같은 Linear를 두 번 넣으면 가중치도 하나입니다. 층마다 nn.Linear(10, 10)을 새로 만드세요.",
    en="One Linear put in twice has one set of weights. Make a new nn.Linear(10, 10) for each layer.",
)
def build_mlp():
    hidden = nn.Linear(10, 10)
    return nn.Sequential(
        nn.Linear(2, 10), nn.Sigmoid(), hidden, nn.Sigmoid(),
        hidden, nn.Sigmoid(), nn.Linear(10, 1), nn.Sigmoid(),
    )  # fmt: skip


@mistake(
    "build.list",
    loses=["build"],
    ko="모델을 돌려주지 않았습니다. 층들을 nn.Sequential(...)로 감싸서 return하세요.",
    en="What it returns is no model. Put the layers into nn.Sequential(...) and return that.",
)
def build_mlp():
    return [
        nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.Sigmoid(),
        nn.Linear(10, 10), nn.Sigmoid(), nn.Linear(10, 1), nn.Sigmoid(),
    ]  # fmt: skip


@mistake(
    "build.one_for_all",
    loses=["build"],
    ko="신경망을 한 번만 만들어 두고 언제나 그것을 돌려줍니다. build_mlp 안에서 만드세요.",
    en="The network is made once and handed out each time. Make it inside build_mlp.",
)
def build_mlp(
    model=nn.Sequential(
        nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.Sigmoid(),
        nn.Linear(10, 10), nn.Sigmoid(), nn.Linear(10, 1), nn.Sigmoid(),
    ),
):  # fmt: skip
    return model


@mistake(
    "train.no_zero_grad",
    loses=["train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="두 번째 업데이트부터 기울기가 누적되었습니다. optimizer.zero_grad()를 확인하세요.",
    en="From the second update on the gradients pile up. Look at optimizer.zero_grad().",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.zero_grad_late",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="model의 파라미터가 바뀌지 않았습니다. backward()와 step() 사이에서 기울기를 지우지 않았는지, "
    "다른 모델을 학습시키지 않았는지, 업데이트가 epochs + 1번인지 확인하세요.",
    en="The parameters of model did not change. Are the gradients cleared between backward() and step(), "
    "is another model trained, or are there fewer than epochs + 1 updates?",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.zero_grad()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.no_step",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="기울기만 계산하고 파라미터를 바꾸지 않았습니다. backward() 다음에 optimizer.step()이 필요합니다.",
    en="Gradients are computed, but no parameter changes. It takes optimizer.step() after backward().",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.mse",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="BCELoss가 아니라 MSELoss로 학습한 값입니다.",
    en="This is training with MSELoss, not with BCELoss.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.mse_loss(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.with_logits",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="BCEWithLogitsLoss는 시그모이드를 한 번 더 적용합니다. 출력이 이미 확률이면 BCELoss를 쓰세요.",
    en="BCEWithLogitsLoss applies the sigmoid once more. For outputs that are probabilities use BCELoss.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy_with_logits(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.sum",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="평균(mean) 대신 합(sum)을 구한 값과 같습니다.",
    en="This is what comes of the sum in place of the mean.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y, reduction="sum")
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.row_by_row",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="데이터 한 행마다 업데이트했습니다. 한 epoch에 모든 행의 비용으로 한 번만 업데이트합니다.",
    en="There is an update for every row. An epoch has one, with the cost of all rows.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        for x, y in zip(X, Y, strict=True):
            optimizer.zero_grad()
            cost = F.binary_cross_entropy(model(x), y)
            cost.backward()
            optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.stops_early",
    loses=["train.solves"],
    ko="비용이 작아지자 학습을 멈추었습니다. 업데이트는 언제나 epochs + 1번입니다.",
    en="It stops as soon as the cost is small. There are always epochs + 1 updates.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = torch.zeros(epochs + 1)
    for epoch in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs[epoch] = cost.detach()
        if cost < 0.05:
            break
    return costs


@mistake(
    "train.adam",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="optimizer가 SGD가 아니라 Adam입니다.",
    en="The optimizer is Adam, not SGD.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.momentum",
    loses=["train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="SGD에 momentum을 추가한 값입니다. train에는 학습률만 주세요.",
    en="This is SGD with momentum. In train it gets the learning rate only.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.epochs",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="업데이트 횟수가 다릅니다. range(epochs + 1)입니다.",
    en="The number of updates is wrong: it is range(epochs + 1).",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = torch.zeros(epochs)
    for epoch in range(epochs):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs[epoch] = cost.item()
    return costs


@mistake(
    "train.one_update_less",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11"],
    ko="마지막 업데이트가 빠졌습니다. 비용을 마지막으로 기록한 다음에도 backward()와 step()이 필요합니다.",
    en="The last update is missing. After the last cost has been recorded it takes backward() and step() too.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    costs.append(F.binary_cross_entropy(model(X), Y).detach())
    return torch.stack(costs)


@mistake(
    "train.new_model",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="model의 파라미터가 바뀌지 않았습니다. 새 모델을 만들지 않았는지 확인하세요.",
    en="The parameters of model did not change. Is a new model trained in its place?",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    model = build_mlp()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.last_layer_only",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="마지막 Linear의 파라미터만 학습했습니다. optimizer에 model.parameters()를 모두 주세요.",
    en="Only the last Linear is trained. Give all of model.parameters() to the optimizer.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model[-2].parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        model.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.on_predicted",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="0과 1로 바꾼 predicted로는 기울기가 이어지지 않습니다. 비용은 hypothesis로 계산하세요.",
    en="No gradient flows through predicted, which is 0 or 1. Compute the cost from hypothesis.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        predicted = (model(X) > 0.5).float()
        cost = F.binary_cross_entropy(predicted, Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.fixed_lr",
    loses=["train.trajectory_11"],
    ko="lr 인자 대신 학습률 1을 사용했습니다.",
    en="A learning rate of 1 is used in place of the argument lr.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=1)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.global_data",
    loses=["train.trajectory_11"],
    ko="인자로 받은 X와 Y 대신 XOR 데이터로 학습했습니다.",
    en="It trains on the data of XOR in place of the arguments X and Y.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    X = torch.FloatTensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    Y = torch.FloatTensor([[0], [1], [1], [0]])
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.cost_after_update",
    loses=["train.solves"],
    ko="업데이트한 뒤의 비용을 기록했습니다. costs[e]는 업데이트하기 전의 비용입니다.",
    en="The cost after each update is recorded. costs[e] is the cost before update e.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        F.binary_cross_entropy(model(X), Y).backward()
        optimizer.step()
        costs.append(F.binary_cross_entropy(model(X), Y).detach())
    return torch.stack(costs)


@mistake(
    "train.costs_attached",
    loses=["train.trajectory_1"],
    ko="costs가 계산 그래프에 연결되어 있습니다. cost.item() 또는 cost.detach()로 기록하세요.",
    en="costs is still connected to the graph. Record cost.item() or cost.detach().",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost)
    return torch.stack(costs)


@mistake(
    "train.frozen",
    loses=["train.trajectory_1"],
    ko="학습한 다음 requires_grad를 False로 바꾸어 이어서 학습할 수 없습니다. True로 남겨 두세요.",
    en="After training requires_grad is set to False, so that training cannot go on. Leave it True.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    model.requires_grad_(False)
    return torch.tensor(costs)


@mistake(
    "train.costs_list",
    loses=["train.trajectory_1"],
    ko="costs를 리스트로 돌려주었습니다. torch.tensor(costs)로 바꾸세요.",
    en="costs is returned as a list. Make it a tensor with torch.tensor(costs).",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    return costs


@mistake(
    "train.last_cost_only",
    loses=["train.trajectory_1", "train.solves"],
    ko="마지막 비용만 돌려주었습니다. 모든 epoch의 비용을 기록하세요.",
    en="Only the last cost is returned. Record the cost of every epoch.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
    return cost.detach()


@mistake(
    "train.no_return",
    loses=["train.trajectory_1", "train.solves"],
    ko="학습은 했지만 비용을 돌려주지 않았습니다. 마지막에 return이 필요합니다.",
    en="The model is trained, but the costs are not returned. It takes a return at the end.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()


@mistake(
    "train.costs_now_and_then",
    loses=["train.solves"],
    ko="몇 epoch에 한 번만 비용을 기록했습니다. epoch마다 기록하세요.",
    en="The cost is recorded once in several epochs only. Record it in every epoch.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = torch.zeros(epochs + 1)
    for epoch in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        optimizer.step()
        if epoch % 50 == 0:
            costs[epoch] = cost.item()
    return costs


@mistake(
    "train.arguments_swapped",
    loses=["train.trajectory_1", "train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="BCELoss의 인자 순서가 바뀌었습니다. criterion(hypothesis, Y)처럼 출력이 먼저입니다.",
    en="The arguments of BCELoss are swapped. The outputs come first: criterion(hypothesis, Y).",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(Y, model(X))
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.clipped",
    loses=["train.trajectory_11"],
    ko="기울기의 길이를 1로 잘랐습니다(clip_grad_norm_). 슬라이드의 학습에는 없는 단계입니다.",
    en="The gradient is cut to a length of 1 (clip_grad_norm_). The training of the slide does not do that.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(model(X), Y)
        cost.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.one_forward",
    loses=["train.trajectory_2", "train.trajectory_11", "train.solves"],
    ko="출력을 반복문 밖에서 한 번만 계산했습니다. epoch마다 model(X)를 다시 계산하세요.",
    en="The outputs are computed once, before the loop. Compute model(X) anew in every epoch.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    hypothesis = model(X)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost = F.binary_cross_entropy(hypothesis, Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


@mistake(
    "train.accuracy",
    loses=["train.solves"],
    ko="비용이 아니라 정확도를 기록했습니다.",
    en="It is the accuracy that is recorded, not the cost.",
)
def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    accuracies = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        hypothesis = model(X)
        F.binary_cross_entropy(hypothesis, Y).backward()
        optimizer.step()
        accuracies.append(((hypothesis > 0.5).float() == Y).float().mean())
    return torch.stack(accuracies)


@mistake(
    "evaluate.errors",
    loses=["evaluate"],
    ko="틀린 예측의 비율입니다. accuracy는 맞힌 비율(==)입니다.",
    en="This is the fraction of wrong predictions. accuracy is that of right ones (==).",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach()
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, (predicted != Y).float().mean().item()


@mistake(
    "evaluate.sigmoid_again",
    loses=["evaluate"],
    ko="모델의 출력에 시그모이드를 한 번 더 적용했습니다. hypothesis는 model(X) 그대로입니다.",
    en="The sigmoid was applied to the model's outputs once more. hypothesis is just model(X).",
)
def evaluate(model, X, Y):
    hypothesis = torch.sigmoid(model(X)).detach()
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, (predicted == Y).float().mean().item()


@mistake(
    "evaluate.all_or_nothing",
    loses=["evaluate"],
    ko="모두 맞혔는지만 보았습니다. accuracy는 맞힌 비율입니다.",
    en="It only tells whether all predictions are right. accuracy is the fraction that is.",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach()
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, float(torch.equal(predicted, Y))


@mistake(
    "evaluate.order",
    loses=["evaluate"],
    ko="hypothesis와 predicted의 순서가 바뀌었습니다.",
    en="hypothesis and predicted come in the wrong order.",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach()
    predicted = (hypothesis > 0.5).float()
    return predicted, hypothesis, (predicted == Y).float().mean().item()


@mistake(
    "evaluate.percent",
    loses=["evaluate"],
    ko="accuracy에 100을 곱했습니다. 0과 1 사이의 비율을 돌려주세요.",
    en="accuracy is multiplied by 100. Return the fraction, between 0 and 1.",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach()
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, ((predicted == Y).float().mean() * 100).item()


@mistake(
    "evaluate.count",
    loses=["evaluate"],
    ko="맞힌 개수입니다. 데이터의 수로 나누어 비율을 구하세요.",
    en="This is the number of right predictions. Divide it by the number of rows.",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach()
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, float((predicted == Y).sum())


@mistake(
    "evaluate.flat_labels",
    loses=["evaluate"],
    ko="(n,1)과 (n,)이 브로드캐스팅되어 n×n 평균이 된 값입니다. shape을 맞추세요.",
    en="(n, 1) and (n,) were broadcast, and this is a mean over n×n. Make the shapes equal.",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach()
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, (predicted == Y.squeeze()).float().mean().item()


@mistake(
    "evaluate.tensor_accuracy",
    loses=["evaluate"],
    ko="accuracy가 텐서입니다. .item()으로 Python float으로 바꾸세요.",
    en="accuracy is a tensor. Make it a Python float with .item().",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach()
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, (predicted == Y).float().mean()


@mistake(
    "evaluate.bool",
    loses=["evaluate"],
    ko="predicted가 True와 False입니다. .float()으로 0과 1로 바꾸세요.",
    en="predicted holds True and False. Turn them into 0 and 1 with .float().",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach()
    predicted = hypothesis > 0.5
    return hypothesis, predicted, (predicted == Y).float().mean().item()


@mistake(
    "evaluate.attached",
    loses=["evaluate"],
    ko="hypothesis가 계산 그래프에 연결되어 있습니다. torch.no_grad()나 .detach()를 쓰세요.",
    en="hypothesis is still connected to the graph. Use torch.no_grad() or .detach().",
)
def evaluate(model, X, Y):
    hypothesis = model(X)
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, (predicted == Y).float().mean().item()


@mistake(
    "evaluate.left_in_eval",
    loses=["evaluate"],
    ko="model.eval()로 바꾼 모드를 되돌리지 않았습니다.",
    en="The mode was changed with model.eval() and not set back.",
)
def evaluate(model, X, Y):
    model.eval()
    with torch.no_grad():
        hypothesis = model(X)
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, (predicted == Y).float().mean().item()


@mistake(
    "evaluate.always_train",
    loses=["evaluate"],
    ko="평가한 뒤에 항상 model.train()을 불렀습니다. 처음에 eval 모드였다면 eval 모드로 돌려놓아야 합니다.",
    en="It always ends with model.train(). A model that came in eval mode must leave in eval mode.",
)
def evaluate(model, X, Y):
    model.eval()
    with torch.no_grad():
        hypothesis = model(X)
    model.train()
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, (predicted == Y).float().mean().item()


@mistake(
    "evaluate.backward",
    loses=["evaluate"],
    ko="평가하면서 backward()를 불러 model에 기울기가 남았습니다. 평가에는 필요 없습니다.",
    en="backward() was called while evaluating and left gradients in model. Evaluating does not need it.",
)
def evaluate(model, X, Y):
    hypothesis = model(X)
    F.binary_cross_entropy(hypothesis, Y).backward()
    predicted = (hypothesis > 0.5).float()
    return hypothesis.detach(), predicted, (predicted == Y).float().mean().item()


@mistake(
    "evaluate.frozen",
    loses=["evaluate"],
    ko="model의 requires_grad를 False로 바꾸었습니다. 그러면 더 학습할 수 없습니다. torch.no_grad()를 쓰세요.",
    en="requires_grad of model was set to False, so it can no longer be trained. Use torch.no_grad().",
)
def evaluate(model, X, Y):
    model.requires_grad_(False)
    hypothesis = model(X)
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, (predicted == Y).float().mean().item()


@mistake(
    "evaluate.doubled",
    loses=["evaluate"],
    ko="model.double()은 model 자체를 float64로 바꿉니다. 받은 model 그대로 평가하세요.",
    en="model.double() turns model itself to float64. Evaluate it as it came.",
)
def evaluate(model, X, Y):
    hypothesis = model.double()(X.double()).detach().float()
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, (predicted == Y).float().mean().item()


@mistake(
    "evaluate.threshold_zero",
    loses=["evaluate"],
    ko="임계값이 0.5가 아니라 0입니다. Sigmoid의 출력은 항상 0보다 큽니다.",
    en="The threshold is 0, not 0.5. What comes out of a Sigmoid is always above 0.",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach()
    predicted = (hypothesis > 0).float()
    return hypothesis, predicted, (predicted == Y).float().mean().item()


@mistake(
    "evaluate.threshold_mean",
    loses=["evaluate"],
    ko="임계값이 0.5가 아니라 출력의 평균입니다. hypothesis > 0.5를 쓰세요.",
    en="The threshold is the mean of the outputs, not 0.5. Use hypothesis > 0.5.",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach()
    predicted = (hypothesis >= hypothesis.mean()).float()
    return hypothesis, predicted, (predicted == Y).float().mean().item()


@mistake(
    "evaluate.argmax",
    loses=["evaluate"],
    ko="예측이 모두 0입니다. 출력이 하나일 때의 argmax와 소수점 아래를 버리는 int()는 늘 0을 줍니다. hypothesis > 0.5를 쓰세요.",
    en="All predictions are 0, as argmax of a single output always is, and int() of a probability. Use hypothesis > 0.5.",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach()
    predicted = hypothesis.argmax(dim=1, keepdim=True).float()
    return hypothesis, predicted, (predicted == Y).float().mean().item()


@mistake(
    "solve.slide_network",
    loses=["solve.stuck_seeds_1", "solve.stuck_seeds_2", "solve.stuck_seeds_3"],
    ko="슬라이드의 신경망은 시작 가중치에 따라 비용 0.693에서 멈춥니다. 초기화나 구조를 바꾸거나 다시 시작하세요.",
    en="From some starting weights the slide's network is stuck at a cost of 0.693. "
    "Change its initial weights or layers, or start again.",
    replay=False,
)
def solve_xor(X, Y, seed):
    torch.manual_seed(seed)
    # half the updates of the slide: enough for the seeds of solve.general
    return descend(build_mlp(), X, Y, 5001)


@mistake(
    "solve.single_layer",
    loses=["solve.stuck_seeds_1", "solve.stuck_seeds_2", "solve.stuck_seeds_3", "solve.general"],
    ko="은닉층이 없습니다. 단층 퍼셉트론은 XOR을 풀 수 없습니다.",
    en="There is no hidden layer. A single-layer perceptron cannot solve XOR.",
)
def solve_xor(X, Y, seed):
    torch.manual_seed(seed)
    return descend(nn.Sequential(nn.Linear(2, 1), nn.Sigmoid()), X, Y, 350)


@mistake(
    "solve.no_activation",
    loses=["solve.stuck_seeds_1", "solve.stuck_seeds_2", "solve.stuck_seeds_3", "solve.general"],
    ko="Linear 사이에 활성화함수가 없어서 층이 여러 개여도 단층 퍼셉트론과 같습니다.",
    en="Without an activation between them, several Linear layers are still a single-layer perceptron.",
)
def solve_xor(X, Y, seed):
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(2, 10), nn.Linear(10, 1), nn.Sigmoid())
    return descend(model, X, Y, 500, lr=0.1)


@mistake(
    "solve.zero_init",
    loses=["solve.stuck_seeds_1", "solve.stuck_seeds_2", "solve.stuck_seeds_3", "solve.general"],
    ko="가중치가 모두 0에서 시작하면 은닉층의 뉴런이 모두 똑같이 움직입니다. 서로 다른 값으로 시작하세요.",
    en="If all weights start at 0, all hidden neurons move alike. Start from different values.",
)
def solve_xor(X, Y, seed):
    model = small_network()
    for parameter in model.parameters():
        nn.init.zeros_(parameter)
    return descend(model, X, Y, 200)


@mistake(
    "solve.untrained",
    loses=["solve.stuck_seeds_1", "solve.stuck_seeds_2", "solve.stuck_seeds_3", "solve.general"],
    ko="학습하지 않은 신경망을 돌려주었습니다.",
    en="The network that is returned has not been trained.",
)
def solve_xor(X, Y, seed):
    torch.manual_seed(seed)
    return build_mlp()


@mistake(
    "solve.stops_at_accuracy",
    loses=["solve.stuck_seeds_1", "solve.stuck_seeds_2", "solve.stuck_seeds_3", "solve.general"],
    ko="정확도가 1이 되자마자 학습을 멈추었습니다. 출력이 정답과 0.1 미만으로 가까워질 때까지 학습하세요.",
    en="Training stops as soon as accuracy is 1. Go on until the outputs are within 0.1 of the answers.",
)
def solve_xor(X, Y, seed):
    torch.manual_seed(seed)
    model = small_network()
    while evaluate(model, X, Y)[2] < 1:
        descend(model, X, Y, 1)
    return model


@mistake(
    "solve.logits",
    loses=["solve.stuck_seeds_1", "solve.stuck_seeds_2", "solve.stuck_seeds_3", "solve.general"],
    ko="마지막 Sigmoid가 없습니다. BCEWithLogitsLoss로 학습했어도 출력은 0과 1에 가까워야 합니다.",
    en="The last Sigmoid is missing. Also after BCEWithLogitsLoss the outputs must be near 0 and 1.",
    replay=False,
)
def solve_xor(X, Y, seed):
    torch.manual_seed(seed)
    model = small_network()
    return descend(model, X, Y, 500)[:-1]


@mistake(
    "solve.own_class",
    loses=["solve.stuck_seeds_1", "solve.stuck_seeds_2", "solve.stuck_seeds_3", "solve.general"],
    ko="직접 만든 nn.Module 클래스는 채점 프로그램이 계산할 수 없습니다. nn.Sequential을 돌려주세요.",
    en="The grader cannot compute a class of your own. Return an nn.Sequential.",
)
def solve_xor(X, Y, seed):
    class Network(nn.Module):
        def __init__(self):
            super().__init__()
            self.layers = small_network()

        def forward(self, x):
            return self.layers(x)

    torch.manual_seed(seed)
    return descend(Network(), X, Y, 300)


@mistake(
    "solve.returns_output",
    loses=["solve.stuck_seeds_1", "solve.stuck_seeds_2", "solve.stuck_seeds_3", "solve.general"],
    ko="신경망의 출력을 돌려주었습니다. 학습이 끝난 신경망(nn.Sequential)을 돌려주세요.",
    en="It returns the outputs of the network. Return the trained network, an nn.Sequential.",
)
def solve_xor(X, Y, seed):
    return Y.clone()


@mistake(
    "solve.by_heart",
    loses=["solve.general"],
    ko="XNOR의 Y를 받고도 XOR을 돌려주었습니다. 받은 X와 Y를 행마다 함께 보고 배워야 합니다.",
    en="It is XOR where Y was XNOR. Learn from the X and Y of the call, row by row.",
)
def solve_xor(X, Y, seed):
    model = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
    with torch.no_grad():  # |x1 - x2|
        model[0].weight.copy_(torch.tensor([[1.0, -1.0], [-1.0, 1.0]]))
        model[0].bias.zero_()
        model[2].weight.fill_(1)
        model[2].bias.zero_()
    return model


@mistake(
    "solve.own_data",
    loses=["solve.general"],
    ko="인자로 받은 X 대신 직접 만든 X로 학습했습니다. 행의 순서는 바뀔 수 있습니다.",
    en="It trains on an X of its own, not on the argument X. The rows may come in another order.",
)
def solve_xor(X, Y, seed):
    torch.manual_seed(seed)
    X = torch.FloatTensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    return descend(small_network(), X, Y, 500)


@mistake(
    "solve.unseeded",
    loses=["solve.general"],
    ko="seed를 사용하지 않아 부를 때마다 결과가 다릅니다. 맨 앞에서 torch.manual_seed(seed)를 부르세요.",
    en="The seed is not used, so each call gives another result. Begin with torch.manual_seed(seed).",
)
def solve_xor(X, Y, seed):
    return descend(small_network(), X, Y, 500)


@mistake(
    "solve.changes_input",
    loses=["solve.general"],
    ko="입력 텐서 Y가 변경되었습니다. clamp_ 대신 clamp로 새 텐서를 만드세요.",
    en="The argument Y was changed. Make a new tensor with clamp in place of clamp_.",
)
def solve_xor(X, Y, seed):
    torch.manual_seed(seed)
    Y.clamp_(0.01, 0.99)
    return descend(small_network(), X, Y, 500)


@mistake(
    "is_deep.counts_input",
    loses=["is_deep"],
    ko="입력층이나 출력층까지 은닉층으로 세었습니다. 은닉층은 그 사이의 층입니다.",
    en="The input or output layer is counted as hidden. Hidden layers are those in between.",
)
def is_deep(layer_sizes):
    if len(layer_sizes) < 2:
        raise ValueError
    return len(layer_sizes) - 1 >= 2


@mistake(
    "is_deep.counts_all",
    loses=["is_deep"],
    ko="입력층과 출력층까지 모두 세었습니다. 은닉층은 그 사이의 층입니다.",
    en="All layers are counted, input and output too. Hidden layers are those in between.",
)
def is_deep(layer_sizes):
    if len(layer_sizes) < 2:
        raise ValueError
    return len(layer_sizes) >= 2


@mistake(
    "is_deep.more_than_two",
    loses=["is_deep"],
    ko="은닉층이 2개보다 많아야 한다고 했습니다. 2개부터 심층 신경망입니다(>=).",
    en="More than two hidden layers are wanted here. Two are enough for a deep network (>=).",
)
def is_deep(layer_sizes):
    if len(layer_sizes) < 2:
        raise ValueError
    return len(layer_sizes) - 2 > 2


@mistake(
    "is_deep.wide",
    loses=["is_deep"],
    ko="뉴런의 수를 보았습니다. 심층 신경망은 은닉층의 개수로 정해집니다.",
    en="This looks at the number of neurons. What makes a network deep is the number of hidden layers.",
)
def is_deep(layer_sizes):
    if len(layer_sizes) < 2:
        raise ValueError
    return sum(layer_sizes[1:-1]) >= 20


@mistake(
    "is_deep.one_or_zero",
    loses=["is_deep"],
    ko="True/False가 아니라 숫자를 돌려주었습니다. True나 False로 답하세요.",
    en="It returns a number, not True or False. Answer with True or False.",
)
def is_deep(layer_sizes):
    if len(layer_sizes) < 2:
        raise ValueError
    return 1 if len(layer_sizes) - 2 >= 2 else 0


@mistake(
    "is_deep.number",
    loses=["is_deep"],
    ko="은닉층의 수를 돌려주었습니다. 2개 이상인지를 True나 False로 답하세요.",
    en="It returns the number of hidden layers. Answer with True or False whether there are two or more.",
)
def is_deep(layer_sizes):
    if len(layer_sizes) < 2:
        raise ValueError
    return len(layer_sizes) - 2


@mistake(
    "is_deep.assert",
    loses=["is_deep"],
    ko="assert는 AssertionError를 내고, python -O로 실행하면 사라집니다. raise ValueError를 쓰세요.",
    en="assert raises AssertionError, and python -O removes it. Use raise ValueError.",
)
def is_deep(layer_sizes):
    assert len(layer_sizes) >= 2
    return len(layer_sizes) - 2 >= 2


@mistake(
    "is_deep.no_check",
    loses=["is_deep"],
    ko="크기가 2개보다 적으면 ValueError가 필요합니다.",
    en="It takes a ValueError where there are fewer than two sizes.",
)
def is_deep(layer_sizes):
    return len(layer_sizes) >= 4


@mistake(
    "build.own_start",
    loses=["build"],
    ko="시작 가중치를 바꾸었습니다. PyTorch가 뽑은 그대로 두세요.",
    en="The initial weights are others. Leave them as PyTorch draws them.",
    replay=False,
)
def build_mlp():
    sizes = [2, 10, 10, 10, 1]
    model = nn.Sequential()
    for inputs, outputs in zip(sizes, sizes[1:]):
        model.extend([nn.Linear(inputs, outputs), nn.Sigmoid()])
    for parameter in model.parameters():
        nn.init.zeros_(parameter)
    return model


@mistake(
    "build.no_bias_at_first",
    loses=["build"],
    ko="편향을 0으로 초기화했습니다. PyTorch가 뽑은 그대로 두세요.",
    en="The biases are set to 0. Leave them as PyTorch draws them.",
)
def build_mlp():
    sizes = [2, 10, 10, 10, 1]
    model = nn.Sequential()
    for inputs, outputs in zip(sizes, sizes[1:]):
        model.extend([nn.Linear(inputs, outputs), nn.Sigmoid()])
        nn.init.zeros_(model[-2].bias)
    return model


@mistake(
    "evaluate.flat",
    loses=["evaluate"],
    ko="squeeze()로 (n,)이 되었습니다. (n, 1)로 두세요. (n,)을 Y와 비교하면 n×n이 됩니다.",
    en="squeeze() made it (n,). Keep it (n, 1): comparing (n,) with Y gives n×n.",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach().squeeze()
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, (predicted == Y).float().mean().item()


@mistake(
    "evaluate.divided_by_4",
    loses=["evaluate"],
    ko="늘 4로 나누었습니다. 데이터의 수 len(Y)로 나누세요.",
    en="It always divides by 4. Divide by the number of rows, len(Y).",
)
def evaluate(model, X, Y):
    hypothesis = model(X).detach()
    predicted = (hypothesis > 0.5).float()
    return hypothesis, predicted, (predicted == Y).sum().item() / 4
