"""The slide's own formulas; updates under no_grad; XOR of AND, OR, NAND in other wirings."""

import torch


def step(x):
    result = torch.zeros_like(x)
    result[x >= 0] = 1
    return result


def perceptron(x, W, b):
    weighted_sum = torch.zeros(len(x))
    for i in range(W.numel()):
        weighted_sum = weighted_sum + W[i] * x[:, i]
    return step(weighted_sum + b)


def AND():
    return torch.tensor([1.0, 1.0]), -1.9


def OR():
    return torch.tensor([10.0, 20.0]), -0.002


def NAND():
    W, b = AND()
    return -W, -b


def gate(name):
    if name not in ["AND", "OR", "NAND"]:
        raise ValueError(name, "cannot be made by one perceptron")
    return {"AND": AND, "OR": OR, "NAND": NAND}[name]()


def nand(first, second):
    return perceptron(torch.stack((first, second), dim=-1), *gate("NAND"))


def xor_gate(x):
    """NAND alone makes everything."""
    a, b = x.unbind(1)
    c = nand(a, b)
    return nand(nand(a, c), nand(b, c))


def sigmoid(x):
    return 1 / (1 + torch.exp(-x))


def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    W = torch.tensor(W.tolist(), requires_grad=True)
    b = torch.tensor(b.tolist(), requires_grad=True)
    costs = []
    for _epoch in range(epochs + 1):
        hypothesis = sigmoid(X.matmul(W) + b)
        cost = -(Y * torch.log(hypothesis) + (1 - Y) * torch.log(1 - hypothesis)).mean()
        cost.backward()
        with torch.no_grad():
            W -= lr * W.grad
            b -= lr * b.grad
            W.grad.zero_()
            b.grad.zero_()
        costs += [cost.item()]
    return W, b, torch.FloatTensor(costs)


def is_separable(Y):
    ones = Y.sum().item()
    if ones != 2:
        return True
    return bool(Y[0] != Y[3])
