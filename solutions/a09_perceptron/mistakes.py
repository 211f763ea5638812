"""a09_perceptron: known mistakes. Each replaces the reference's definition of that name.

Those that make torch raise are not replayed: its own text says more than a guess from the type of
the error, which many mistakes share.
"""

import torch
import torch.nn.functional as F
from torch import nn, optim

from autograder.judge.mistakes import mistake

KEPT = []  # what a notebook keeps between two cells


def copies(W, b):
    """W and b, as the training should start."""
    return W.detach().clone().requires_grad_(True), b.detach().clone().requires_grad_(True)


def descend(X, Y, W, b, optimizer, updates, cost_of=F.binary_cross_entropy):
    """The loop of the slides: W, b, and the costs before each update."""
    costs = []
    for _ in range(updates):
        cost = cost_of(torch.sigmoid(X.matmul(W) + b), Y)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    return W.detach(), b.detach(), torch.tensor(costs)


def separable(Y):
    y00, y01, y10, y11 = Y.tolist()
    return not (y00 == y11 and y01 == y10 and y00 != y01)


@mistake(
    "step.strict",
    loses=["step"],
    ko="x > 0으로 비교했습니다. 정확히 0일 때에도 1이어야 하므로 x >= 0입니다.",
    en="It compares x > 0. At exactly 0 it must be 1 too: x >= 0.",
)
def step(x):
    return (x > 0).to(x.dtype)


@mistake(
    "step.half",
    loses=["step"],
    ko="임계값이 0.5입니다. 0.5는 시그모이드의 출력에 쓰는 값이고, 계단함수는 0에서 바뀝니다.",
    en="The threshold is 0.5. That is for outputs of the sigmoid; the step function changes at 0.",
)
def step(x):
    return (x >= 0.5).to(x.dtype)


@mistake(
    "step.sigmoid",
    loses=["step"],
    ko="시그모이드의 값입니다. 계단함수는 0 아니면 1입니다.",
    en="This is the sigmoid. The step function is either 0 or 1.",
)
def step(x):
    return torch.sigmoid(x)


@mistake(
    "step.sign",
    loses=["step"],
    ko="부호(−1, 0, 1)를 구했습니다. 음수이면 0, 나머지는 1이어야 합니다.",
    en="This is the sign (−1, 0, 1). It must be 0 for negative numbers and 1 for the rest.",
)
def step(x):
    return torch.sign(x)


@mistake(
    "step.signbit",
    loses=["step"],
    ko="−0.0도 0이므로 1이어야 합니다. 부호 비트가 아니라 값을 0과 비교하세요.",
    en="−0.0 is 0 too, so it gives 1. Compare the value with 0, not the sign bit.",
)
def step(x):
    return (~torch.signbit(x)).to(x.dtype)


@mistake(
    "step.relu",
    loses=["step"],
    ko="ReLU의 값입니다. 0 이상이면 x가 아니라 1이어야 합니다.",
    en="This is the ReLU. From 0 on it must be 1, not x.",
)
def step(x):
    return torch.relu(x)


@mistake(
    "step.half_at_zero",
    loses=["step"],
    ko="0에서 0.5가 됩니다. 정확히 0일 때에는 1이어야 합니다.",
    en="At 0 it gives 0.5. At exactly 0 it must be 1.",
)
def step(x):
    return torch.heaviside(x, torch.tensor(0.5, dtype=x.dtype))


@mistake(
    "step.reversed",
    loses=["step"],
    ko="0과 1이 뒤바뀌었습니다. 0 이상일 때 1입니다.",
    en="0 and 1 have changed places: it is 1 from 0 on.",
)
def step(x):
    return (x < 0).to(x.dtype)


@mistake(
    "step.float32",
    loses=["step"],
    ko="결과가 언제나 float32입니다. .to(x.dtype)으로 x의 dtype을 따르게 하세요.",
    en="The result is always float32. Give it the dtype of x, with .to(x.dtype).",
)
def step(x):
    return (x >= 0).float()


@mistake(
    "step.bool",
    loses=["step", "xor_gate"],  # the second layer cannot multiply bool by float
    ko="True와 False를 돌려주었습니다. x와 같은 dtype의 1.0과 0.0이어야 합니다.",
    en="It returns True and False. It must be 1.0 and 0.0, in the dtype of x.",
)
def step(x):
    return x >= 0


@mistake(
    "step.in_place",
    loses=["step"],
    ko="입력 x 자체를 바꾸었습니다. 새 텐서를 만들어 돌려주세요.",
    en="It changes the input x itself. Make a new tensor.",
)
def step(x):
    x[x >= 0] = 1.0
    x[x < 0] = 0.0
    return x


@mistake(
    "perceptron.strict",
    loses=["perceptron"],
    ko="Σ W_i x_i + b > 0으로 비교했습니다. 정확히 0일 때에도 1입니다.",
    en="It compares Σ W_i x_i + b > 0. At exactly 0 it is 1 too.",
)
def perceptron(x, W, b):
    return (x.matmul(W) + b > 0).float()


@mistake(
    "perceptron.half",
    loses=["perceptron"],
    ko="임계값이 0.5입니다. 시그모이드가 없으므로 0과 비교해야 합니다.",
    en="The threshold is 0.5. There is no sigmoid, so compare with 0.",
)
def perceptron(x, W, b):
    return (x.matmul(W) + b >= 0.5).float()


@mistake(
    "perceptron.sigmoid",
    loses=["perceptron"],
    ko="계단함수 대신 시그모이드를 사용한 값입니다.",
    en="The sigmoid was used in place of the step function.",
)
def perceptron(x, W, b):
    return torch.sigmoid(x.matmul(W) + b)


@mistake(
    "perceptron.no_step",
    loses=["perceptron"],
    ko="활성화함수를 적용하지 않은 값입니다. 합을 step에 넣으세요.",
    en="No activation function is applied. Put the sum into step.",
)
def perceptron(x, W, b):
    return x.matmul(W) + b


@mistake(
    "perceptron.no_bias",
    loses=["perceptron"],
    ko="편향 b를 더하지 않았습니다.",
    en="The bias b is left out.",
)
def perceptron(x, W, b):
    return (x.matmul(W) >= 0).float()


@mistake(
    "perceptron.threshold",
    loses=["perceptron"],
    ko="b를 임계값으로 보고 뺐습니다. 이 식에서는 b를 더합니다.",
    en="b is taken for a threshold and subtracted. In this formula it is added.",
)
def perceptron(x, W, b):
    return (x.matmul(W) - b >= 0).float()


@mistake(
    "perceptron.bias_in_sum",
    loses=["perceptron"],
    ko="b를 입력마다 한 번씩 더한 것과 같습니다. 평균이 아니라 합을 구한 다음, b를 한 번만 더하세요.",
    en="It is as if b were added once for each input. Take the sum, no mean, and add b once after it.",
)
def perceptron(x, W, b):
    return ((x * W + b).sum(dim=1) >= 0).float()


@mistake(
    "perceptron.no_weights",
    loses=["perceptron"],
    ko="가중치 W를 곱하지 않았습니다.",
    en="The weights W are left out.",
)
def perceptron(x, W, b):
    return (x.sum(dim=1) + b >= 0).float()


@mistake(
    "perceptron.elementwise",
    loses=["perceptron"],
    ko="W_i x_i를 더하지 않아 (n, d)가 되었습니다. 행마다 합을 구해야 합니다.",
    en="The W_i x_i are not added up, so it is (n, d). Take the sum of each row.",
)
def perceptron(x, W, b):
    return (x * W + b >= 0).float()


@mistake(
    "perceptron.column",
    loses=["perceptron", "xor_gate"],
    ko="결과가 (n, 1)입니다. (n,)이어야 합니다.",
    en="The result is (n, 1). It must be (n,).",
)
def perceptron(x, W, b):
    return (x.matmul(W.reshape(-1, 1)) + b >= 0).float()


@mistake(
    "perceptron.squeezed",
    loses=["perceptron"],
    ko="squeeze()는 n = 1일 때 그 차원까지 없앱니다. squeeze(1)을 쓰세요.",
    en="For n = 1, squeeze() removes that dimension too. Use squeeze(1).",
)
def perceptron(x, W, b):
    return (x.matmul(W.reshape(-1, 1)) + b >= 0).float().squeeze()


@mistake(
    "perceptron.two_inputs",
    loses=["perceptron"],
    ko="입력이 두 개라고 가정했습니다. d는 2가 아닐 수도 있습니다.",
    en="It takes the inputs to be two. d may be another number.",
)
def perceptron(x, W, b):
    return (W[0] * x[:, 0] + W[1] * x[:, 1] + b >= 0).float()


@mistake(
    "perceptron.bool",
    loses=["perceptron", "xor_gate"],
    ko="True와 False를 돌려주었습니다. float32의 1.0과 0.0이어야 합니다.",
    en="It returns True and False. It must be 1.0 and 0.0, in float32.",
)
def perceptron(x, W, b):
    return x.matmul(W) + b >= 0


@mistake(
    "gate.nand_sign",
    loses=["gate.values"],
    ko="NAND의 가중치 부호가 반대입니다. NAND는 AND의 반대이므로 W와 b의 부호를 모두 바꾸세요.",
    en="The weights of NAND have the wrong sign. It is the opposite of AND: turn the signs of W and b.",
)
def gate(name):
    gates = {"AND": (1.0, 1.0, -1.5), "OR": (1.0, 1.0, -0.5), "NAND": (1.0, 1.0, 1.5)}
    if name not in gates:
        raise ValueError(name)
    return torch.tensor(gates[name][:2]), gates[name][2]


@mistake(
    "gate.nand_bias_sign",
    loses=["gate.values"],
    ko="NAND에서 W의 부호만 바꾸었습니다. b의 부호도 바꾸어야 합니다.",
    en="For NAND only the sign of W is turned. Turn that of b too.",
)
def gate(name):
    gates = {"AND": (1.0, 1.0, -1.5), "OR": (1.0, 1.0, -0.5), "NAND": (-1.0, -1.0, -1.5)}
    if name not in gates:
        raise ValueError(name)
    return torch.tensor(gates[name][:2]), gates[name][2]


@mistake(
    "gate.zero_margin",
    loses=["gate.values"],
    ko="W·x + b가 0이거나 0에 너무 가까운(0.001 미만) 입력이 있습니다. 직선이 점에서 떨어지도록 b를 옮기세요.",
    en="For some input W·x + b is 0, or closer to it than 0.001. Move b, so that the line keeps away from the "
    "points.",
)
def gate(name):
    gates = {"AND": (1.0, 1.0, -2.0), "OR": (1.0, 1.0, -1.0), "NAND": (-1.0, -1.0, 1.0)}
    if name not in gates:
        raise ValueError(name)
    return torch.tensor(gates[name][:2]), gates[name][2]


@mistake(
    "gate.threshold",
    loses=["gate.values"],
    ko="b를 임계값(θ)으로 보았습니다. W·x > θ이면 b = −θ입니다.",
    en="b is taken for a threshold θ. Where W·x > θ is meant, b is −θ.",
)
def gate(name):
    gates = {"AND": (0.5, 0.5, 0.7), "OR": (0.5, 0.5, 0.2), "NAND": (-0.5, -0.5, -0.7)}
    if name not in gates:
        raise ValueError(name)
    return torch.tensor(gates[name][:2]), gates[name][2]


@mistake(
    "gate.or_is_and",
    loses=["gate.values"],
    ko="OR의 W와 b가 AND와 같습니다. 입력이 하나만 1이어도 0 이상이 되도록 b를 키우세요.",
    en="OR has the W and b of AND. Raise b, so that a single 1 is enough.",
)
def gate(name):
    gates = {"AND": (1.0, 1.0, -1.5), "OR": (1.0, 1.0, -1.5), "NAND": (-1.0, -1.0, 1.5)}
    if name not in gates:
        raise ValueError(name)
    return torch.tensor(gates[name][:2]), gates[name][2]


@mistake(
    "gate.integers",
    loses=["gate.values", "xor_gate"],
    ko="W가 정수 텐서입니다. float인 x와 곱할 수 없으므로 1 대신 1.0으로 쓰세요.",
    en="W is an integer tensor, which does not multiply with a float x. Write 1.0 in place of 1.",
)
def gate(name):
    gates = {"AND": (2, 2, -3), "OR": (2, 2, -1), "NAND": (-2, -2, 3)}
    if name not in gates:
        raise ValueError(name)
    return torch.tensor(gates[name][:2]), gates[name][2]


@mistake(
    "gate.reversed",
    loses=["gate.values", "xor_gate"],
    ko="순서가 반대입니다. (W, b)입니다.",
    en="The order is the wrong way round: it is (W, b).",
)
def gate(name):
    gates = {"AND": (1.0, 1.0, -1.5), "OR": (1.0, 1.0, -0.5), "NAND": (-1.0, -1.0, 1.5)}
    if name not in gates:
        raise ValueError(name)
    return gates[name][2], torch.tensor(gates[name][:2])


@mistake(
    "gate.nand_missing",
    loses=["gate.values", "xor_gate"],
    ko="필요한 게이트에 ValueError가 발생합니다. AND, OR, NAND에는 모두 W와 b가 있습니다.",
    en="A ValueError is raised for a gate that is needed. AND, OR and NAND all have a W and b: return them.",
)
def gate(name):
    if name == "AND":
        return torch.tensor([1.0, 1.0]), -1.5
    if name == "OR":
        return torch.tensor([1.0, 1.0]), -0.5
    raise ValueError(name)


@mistake(
    "gate.xor_too",
    loses=["gate.errors"],
    ko="XOR에 W와 b를 돌려주었습니다. 그런 W와 b는 없으므로 ValueError가 필요합니다.",
    en="It returns W and b for XOR. There are none, so it takes a ValueError.",
)
def gate(name):
    gates = {
        "AND": (1.0, 1.0, -1.5), "OR": (1.0, 1.0, -0.5), "NAND": (-1.0, -1.0, 1.5),
        "XOR": (1.0, -1.0, -0.5),
    }  # fmt: skip
    if name not in gates:
        raise ValueError(name)
    return torch.tensor(gates[name][:2]), gates[name][2]


@mistake(
    "gate.otherwise_nand",
    loses=["gate.errors"],
    ko="AND도 OR도 아니면 모두 NAND로 보았습니다. 그 밖의 이름에는 ValueError가 필요합니다.",
    en="Whatever is neither AND nor OR is taken for NAND. Any other name takes a ValueError.",
)
def gate(name):
    if name == "AND":
        return torch.tensor([1.0, 1.0]), -1.5
    if name == "OR":
        return torch.tensor([1.0, 1.0]), -0.5
    return torch.tensor([-1.0, -1.0]), 1.5


@mistake(
    "gate.key_error",
    loses=["gate.errors"],
    ko="딕셔너리에 없는 이름은 KeyError를 냅니다. KeyError는 ValueError가 아닙니다.",
    en="A name that is not in the dict raises KeyError, which is no ValueError.",
)
def gate(name):
    gates = {"AND": (1.0, 1.0, -1.5), "OR": (1.0, 1.0, -0.5), "NAND": (-1.0, -1.0, 1.5)}
    return torch.tensor(gates[name][:2]), gates[name][2]


@mistake(
    "gate.none",
    loses=["gate.errors"],
    ko="다른 이름에 None을 돌려줍니다. raise ValueError(...)로 오류를 내세요.",
    en="For other names it returns None. Raise an error: raise ValueError(...).",
)
def gate(name):
    gates = {"AND": (1.0, 1.0, -1.5), "OR": (1.0, 1.0, -0.5), "NAND": (-1.0, -1.0, 1.5)}
    if name in gates:
        return torch.tensor(gates[name][:2]), gates[name][2]
    print("unknown gate")
    return None


@mistake(
    "gate.assert",
    loses=["gate.errors"],
    ko="assert는 AssertionError를 냅니다. if와 raise ValueError를 쓰세요.",
    en="assert raises AssertionError. Use if and raise ValueError.",
)
def gate(name):
    gates = {"AND": (1.0, 1.0, -1.5), "OR": (1.0, 1.0, -0.5), "NAND": (-1.0, -1.0, 1.5)}
    assert name in gates
    return torch.tensor(gates[name][:2]), gates[name][2]


@mistake(
    "xor.or_and_and",
    loses=["xor_gate"],
    ko="OR과 AND를 AND로 이었습니다. 둘 다 1인 입력을 빼려면 AND가 아니라 NAND가 필요합니다.",
    en="OR and AND are joined by AND. To leave out the input of two 1s it takes NAND, not AND.",
)
def xor_gate(x):
    hidden = torch.stack([perceptron(x, *gate("OR")), perceptron(x, *gate("AND"))], dim=1)
    return perceptron(hidden, *gate("AND"))


@mistake(
    "xor.joined_by_or",
    loses=["xor_gate"],
    ko="OR과 NAND를 OR로 이었습니다. 두 조건이 모두 맞아야 하므로 AND로 이어야 합니다.",
    en="OR and NAND are joined by OR. Both must hold, so join them by AND.",
)
def xor_gate(x):
    hidden = torch.stack([perceptron(x, *gate("OR")), perceptron(x, *gate("NAND"))], dim=1)
    return perceptron(hidden, *gate("OR"))


@mistake(
    "xor.xnor",
    loses=["xor_gate"],
    ko="XNOR입니다. 두 입력이 같을 때가 아니라 다를 때 1입니다.",
    en="This is XNOR. It is 1 where the inputs differ, not where they are the same.",
)
def xor_gate(x):
    hidden = torch.stack([perceptron(x, *gate("OR")), perceptron(x, *gate("NAND"))], dim=1)
    return perceptron(hidden, *gate("NAND"))


@mistake(
    "xor.joined_wrongly",
    loses=["xor_gate"],
    ko="두 게이트의 출력을 쌓는 축이 다릅니다. 한 행에 OR과 NAND의 출력이 나란히 와야 합니다(dim=1).",
    en="The outputs of the two gates are joined along the wrong axis. OR and NAND stand side by side (dim=1).",
)
def xor_gate(x):
    hidden = torch.cat([perceptron(x, *gate("OR")), perceptron(x, *gate("NAND"))]).reshape(-1, 2)
    return perceptron(hidden, *gate("AND"))


@mistake(
    "xor.one_layer",
    loses=["xor_gate"],
    ko="퍼셉트론 하나로는 XOR을 만들 수 없습니다. 두 층이 필요합니다.",
    en="One perceptron cannot make XOR. It takes two layers.",
)
def xor_gate(x):
    return perceptron(x, torch.tensor([1.0, -1.0]), -0.5)


@mistake(
    "xor.hard_coded",
    loses=["xor_gate"],
    ko="네 행의 답을 그대로 적었습니다. 행의 순서와 수가 달라도 맞아야 합니다.",
    en="The answers of the four rows are written down. They must be right for rows in any order and number.",
)
def xor_gate(x):
    return torch.tensor([0.0, 1.0, 1.0, 0.0])


@mistake(
    "xor.remainder",
    loses=["xor_gate"],
    ko="결과가 정수입니다. float32의 0.0과 1.0이어야 합니다.",
    en="The result is an integer tensor. It must be 0.0 and 1.0, in float32.",
)
def xor_gate(x):
    return x.sum(dim=1).long() % 2


@mistake(
    "xor.bool",
    loses=["xor_gate"],
    ko="True와 False를 돌려주었습니다. float32의 1.0과 0.0이어야 합니다.",
    en="It returns True and False. It must be 1.0 and 0.0, in float32.",
)
def xor_gate(x):
    return x[:, 0] != x[:, 1]


@mistake(
    "xor.column",
    loses=["xor_gate"],
    ko="결과가 (n, 1)입니다. (n,)이어야 합니다.",
    en="The result is (n, 1). It must be (n,).",
)
def xor_gate(x):
    return (x[:, :1] != x[:, 1:]).float()


@mistake(
    "xor.in_place",
    loses=["xor_gate"],
    ko="입력 x 자체를 바꾸었습니다. 은닉층의 출력은 새 텐서에 담으세요.",
    en="It changes the input x itself. Put the outputs of the hidden layer into a new tensor.",
)
def xor_gate(x):
    first, second = perceptron(x, *gate("OR")), perceptron(x, *gate("NAND"))
    x[:, 0], x[:, 1] = first, second
    return perceptron(x, *gate("AND"))


@mistake(
    "train.no_zero_grad",
    loses=["train.trajectory_11", "train.limit"],
    ko="두 번째 업데이트부터 기울기가 누적되었습니다. optimizer.zero_grad()를 확인하세요.",
    en="From the second update on the gradients pile up. Look for optimizer.zero_grad().",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    optimizer = optim.SGD([W, b], lr=lr)
    costs = []
    for _ in range(epochs + 1):
        cost = F.binary_cross_entropy(torch.sigmoid(X.matmul(W) + b), Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    return W.detach(), b.detach(), torch.tensor(costs)


@mistake(
    "train.epochs",
    loses=["train.trajectory_1", "train.trajectory_11"],
    ko="업데이트 횟수가 다릅니다. range(epochs + 1)입니다.",
    en="The number of updates is wrong: it is range(epochs + 1).",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    return descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs)


@mistake(
    "train.sum",
    loses=["train.trajectory_1", "train.trajectory_11", "train.limit"],
    ko="평균(mean) 대신 합(sum)으로 비용을 구하여 학습한 값과 같습니다.",
    en="This is what training on the sum of the costs gives, in place of their mean.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    summed = nn.BCELoss(reduction="sum")
    return descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs + 1, summed)


@mistake(
    "train.mse",
    loses=["train.trajectory_1", "train.trajectory_11", "train.limit"],
    ko="MSE로 학습한 값입니다. 비용은 이진 크로스 엔트로피(nn.BCELoss)입니다.",
    en="This is a training with the MSE. The cost is the binary cross entropy (nn.BCELoss).",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    return descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs + 1, F.mse_loss)


@mistake(
    "train.sigmoid_twice",
    loses=["train.trajectory_1", "train.trajectory_11", "train.limit"],
    ko="시그모이드를 두 번 적용했습니다. BCEWithLogitsLoss에는 시그모이드가 이미 들어 있습니다.",
    en="The sigmoid is applied twice. BCEWithLogitsLoss has one inside already.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    twice = nn.BCEWithLogitsLoss()
    return descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs + 1, twice)


@mistake(
    "train.computed_once",
    loses=["train.trajectory_11", "train.limit"],
    ko="비용을 반복문 앞에서 한 번만 계산했습니다. 업데이트할 때마다 지금의 W와 b로 다시 계산하세요.",
    en="The cost is computed once, before the loop. Compute it anew for each update, with the W and b of now.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    optimizer = optim.SGD([W, b], lr=lr)
    cost = F.binary_cross_entropy(torch.sigmoid(X.matmul(W) + b), Y)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        cost.backward(retain_graph=True)
        optimizer.step()
        costs.append(cost.item())
    return W.detach(), b.detach(), torch.tensor(costs)


@mistake(
    "train.adam",
    loses=["train.trajectory_1", "train.trajectory_11"],
    ko="Adam으로 학습한 값입니다. optimizer는 SGD입니다.",
    en="This is a training with Adam. The optimizer is SGD.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    return descend(X, Y, W, b, optim.Adam([W, b], lr=lr), epochs + 1)


@mistake(
    "train.momentum",
    loses=["train.trajectory_11"],
    ko="모멘텀을 넣은 SGD입니다. 슬라이드의 SGD에는 모멘텀이 없습니다.",
    en="This is SGD with momentum. The SGD of the slides has none.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    return descend(X, Y, W, b, optim.SGD([W, b], lr=lr, momentum=0.9), epochs + 1)


@mistake(
    "train.no_bias",
    loses=["train.trajectory_1", "train.trajectory_11", "train.limit"],
    ko="b가 한 번도 갱신되지 않았습니다. 옵티마이저에 [W, b]를 모두 넣으세요.",
    en="b was never updated. Give the optimizer both: [W, b].",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    return descend(X, Y, W, b, optim.SGD([W], lr=lr), epochs + 1)


@mistake(
    "train.new_layer",
    loses=["train.trajectory_1", "train.trajectory_11"],
    ko="nn.Linear의 난수에서 시작했습니다. 인자로 받은 W와 b에서 시작하세요.",
    en="It starts from the random numbers of nn.Linear. Start from the W and b that come in.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    torch.manual_seed(1)
    layer = nn.Linear(2, 1)
    W, b = copies(layer.weight.T, layer.bias)
    return descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs + 1)


@mistake(
    "train.zeros",
    loses=["train.trajectory_1", "train.trajectory_11"],
    ko="0에서 시작했습니다. 인자로 받은 W와 b에서 시작하세요.",
    en="It starts from zeros. Start from the W and b that come in.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(torch.zeros(2, 1), torch.zeros(1))
    return descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs + 1)


@mistake(
    "train.in_place",
    loses=["train.trajectory_1"],
    ko="받은 W와 b가 바뀌었습니다. detach().clone()으로 복사본을 만들어 학습시키세요.",
    en="The W and b that came in have changed. Train copies, made with detach().clone().",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = W.requires_grad_(True), b.requires_grad_(True)
    return descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs + 1)


@mistake(
    "train.clone_of_leaf",
    loses=["train.trajectory_1"],
    ko="requires_grad인 텐서의 clone()은 leaf가 아니어서 SGD가 받지 않습니다. detach()를 먼저 하세요.",
    en="The clone() of a tensor that requires grad is no leaf, and SGD refuses it. Detach it first.",
    replay=False,
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = W.clone().requires_grad_(True), b.clone().requires_grad_(True)
    return descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs + 1)


@mistake(
    "train.kept_between_calls",
    loses=["train.trajectory_1", "train.trajectory_11"],
    ko="앞에서 학습한 W와 b를 이어서 씁니다. 부를 때마다 받은 W와 b에서 시작하세요.",
    en="It goes on with the W and b of the call before. Start from those that come in, every time.",
    replay=False,  # its answer depends on what was called before
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    if not KEPT:
        KEPT.extend(copies(W, b))
    W, b = KEPT
    return descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs + 1)


@mistake(
    "train.fixed_lr",
    loses=["train.trajectory_1", "train.trajectory_11"],
    ko="lr 인자 대신 1을 사용했습니다.",
    en="1 is used in place of the argument lr.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    return descend(X, Y, W, b, optim.SGD([W, b], lr=1), epochs + 1)


@mistake(
    "train.cost_after",
    loses=["train.trajectory_11"],
    ko="costs에 업데이트 후의 비용을 담았습니다. costs[e]는 e번째 업데이트 전의 비용입니다.",
    en="costs holds the costs after the updates. costs[e] is the cost before update e.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    W, b, costs = descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs + 1)
    last = F.binary_cross_entropy(torch.sigmoid(X.matmul(W) + b), Y)
    return W, b, torch.cat([costs[1:], last.reshape(1)])


@mistake(
    "train.costs_as_printed",
    loses=["train.trajectory_11"],
    ko="비용을 100번에 한 번만 기록했습니다. costs에는 epochs + 1개가 모두 필요합니다.",
    en="The cost was kept every 100 epochs only. costs must hold all epochs + 1 of them.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    W, b, costs = descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs + 1)
    return W, b, costs[::100]


@mistake(
    "train.early_stop",
    loses=["train.limit"],
    ko="비용이 더 줄지 않으면 일찍 끝냈습니다. 업데이트는 정확히 epochs + 1번입니다.",
    en="It ends early, where the cost falls no further. There are exactly epochs + 1 updates.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    optimizer, kept = optim.SGD([W, b], lr=lr), []
    for _ in range(epochs + 1):
        kept.append(descend(X, Y, W, b, optimizer, 1)[2])
        if len(kept) > 100 and abs(kept[-2] - kept[-1]) < 1e-6:
            break
    return W.detach(), b.detach(), torch.cat(kept)


@mistake(
    "train.stale",
    loses=["train.trajectory_1", "train.trajectory_11"],
    ko="마지막 업데이트 전의 W와 b를 돌려주었거나, 업데이트하지 않았습니다.",
    en="It returns W and b from before the last update, or does not update them.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    first = W.detach().clone(), b.detach().clone()
    W, b = copies(W, b)
    _, _, costs = descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs + 1)
    W, b = copies(*first)
    W, b, _ = descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs)
    return W, b, costs


@mistake(
    "train.best_kept",
    loses=["train.trajectory_11"],
    ko="비용이 가장 작을 때의 W와 b를 돌려주었습니다. 비용이 커졌더라도 마지막 업데이트 후의 값을 돌려주세요.",
    en="It returns W and b of the lowest cost. Return those after the last update, even where the cost "
    "has risen.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    first = W.detach().clone(), b.detach().clone()
    W, b = copies(W, b)
    _, _, costs = descend(X, Y, W, b, optim.SGD([W, b], lr=lr), epochs + 1)
    W, b = copies(*first)
    W, b, _ = descend(X, Y, W, b, optim.SGD([W, b], lr=lr), int(costs.argmin()) + 1)
    return W, b, costs


@mistake(
    "train.row_by_row",
    loses=["train.trajectory_1", "train.trajectory_11", "train.limit"],
    ko="데이터 한 행마다 업데이트했습니다. 매번 데이터 전체의 평균 비용으로 한 번씩 업데이트하세요.",
    en="It updates after each row of data. Update once for the mean cost of all the data.",
)
def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W, b = copies(W, b)
    optimizer = optim.SGD([W, b], lr=lr)
    costs = []
    for _ in range(epochs + 1):
        rows = [descend(X[i : i + 1], Y[i : i + 1], W, b, optimizer, 1)[2] for i in range(len(X))]
        costs.append(torch.cat(rows).mean().item())
    return W.detach(), b.detach(), torch.tensor(costs)


@mistake(
    "separable.xor_only",
    loses=["separable"],
    ko="XOR만 생각했습니다. XOR의 0과 1을 바꾼 표도 직선 하나로 나눌 수 없습니다.",
    en="Only XOR is thought of. The table with its 0 and 1 swapped cannot be separated either.",
)
def is_separable(Y):
    return Y.tolist() != [0, 1, 1, 0]


@mistake(
    "separable.accuracy",
    loses=["separable"],
    ko="나눌 수 없는 표에도 True를 돌려줍니다. 정확도 75%로는 부족합니다. 네 답이 모두 맞아야 합니다.",
    en="It says True of a table that cannot be separated. An accuracy of 75 % is not enough: all four answers must be right.",
)
def is_separable(Y):
    return max(Y.mean().item(), 1 - Y.mean().item()) >= 0.75 or len(set(Y.tolist())) == 2


@mistake(
    "separable.balanced",
    loses=["separable"],
    ko="0과 1이 두 개씩인 표를 모두 제외했습니다. 그중에도 직선 하나로 나뉘는 것이 있습니다.",
    en="All tables of two 0s and two 1s are ruled out. Some of them can be separated.",
)
def is_separable(Y):
    return int(Y.sum()) != 2


@mistake(
    "separable.constant",
    loses=["separable"],
    ko="모두 0이거나 모두 1인 표를 제외했습니다. b만으로 만들 수 있습니다.",
    en="Tables of four 0s or four 1s are ruled out. b alone makes them.",
)
def is_separable(Y):
    return separable(Y) and len(set(Y.tolist())) == 2


@mistake(
    "separable.named_gates",
    loses=["separable"],
    ko="AND, OR, NAND만 확인했습니다. 만들 수 있는 표는 더 많습니다.",
    en="Only AND, OR and NAND are looked for. Many more tables can be made.",
)
def is_separable(Y):
    return Y.tolist() in ([0, 0, 0, 1], [0, 1, 1, 1], [1, 1, 1, 0])


@mistake(
    "separable.no_bias",
    loses=["separable"],
    ko="b 없이 시험했습니다. b가 있어야 원점을 지나지 않는 직선도 쓸 수 있습니다.",
    en="It is tried without b. Only with b may the line pass anywhere else than through the origin.",
)
def is_separable(Y):
    corners = torch.cartesian_prod(torch.arange(2.0), torch.arange(2.0))
    tries = torch.cartesian_prod(torch.arange(-3.0, 4.0), torch.arange(-3.0, 4.0))
    return any(bool(((corners @ W > 0).float() == Y).all()) for W in tries)


@mistake(
    "separable.positive_weights",
    loses=["separable"],
    ko="0 이상인 가중치만 시험했습니다. W는 음수일 수도 있습니다.",
    en="Only weights of 0 or more are tried. W may be negative too.",
)
def is_separable(Y):
    corners = torch.cartesian_prod(torch.arange(2.0), torch.arange(2.0))
    tries = torch.cartesian_prod(torch.arange(0.0, 3.0), torch.arange(0.0, 3.0))
    return any(
        bool(((corners @ W + b >= 0).float() == Y).all())
        for W in tries
        for b in (-2.5, -1.5, -0.5, 0.5)
    )


@mistake(
    "separable.reversed",
    loses=["separable"],
    ko="답이 반대입니다. 만들 수 있으면 True입니다.",
    en="The answer is the wrong way round: True where it can be made.",
)
def is_separable(Y):
    return not separable(Y)


@mistake(
    "separable.tensor",
    loses=["separable"],
    ko="텐서를 돌려주었습니다. bool(...)로 파이썬 bool로 바꾸세요.",
    en="It returns a tensor. Turn it into a Python bool with bool(...).",
)
def is_separable(Y):
    return torch.tensor(separable(Y))
