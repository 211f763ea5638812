"""Loops over plain numbers; gates in a dict of other weights; the gradient of the slide's cost by hand."""

import math

import torch


def step(x):
    flat = [1.0 if value >= 0 else 0.0 for value in x.flatten().tolist()]
    return torch.tensor(flat, dtype=x.dtype).reshape(x.shape)


def perceptron(x, W, b):
    result = []
    for row in x:
        total = b
        for w_i, x_i in zip(W, row):
            total = total + float(w_i) * float(x_i)
        if total < 0:
            result.append(0.0)
        else:
            result.append(1.0)
    return torch.tensor(result)


GATES = {"AND": ([0.5, 0.5], -0.7), "OR": ([0.5, 0.5], -0.2), "NAND": ([-0.5, -0.5], 0.7)}


def gate(name):
    try:
        W, b = GATES[name]
    except KeyError:
        raise ValueError("no gate " + name) from None
    return torch.tensor(W), b


def xor_gate(x):
    s1 = perceptron(x, *gate("NAND"))
    s2 = perceptron(x, *gate("OR"))
    return torch.tensor([float(one * two) for one, two in zip(s1, s2)])


def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    rows, answers = X.tolist(), Y.flatten().tolist()
    w1, w2, b = float(W[0]), float(W[1]), float(b)
    costs = []
    for _ in range(epochs + 1):
        cost = d1 = d2 = db = 0.0
        for (x1, x2), y in zip(rows, answers):
            h = 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b)))
            cost -= math.log(h) if y == 1 else math.log(1 - h)
            d1, d2, db = d1 + (h - y) * x1, d2 + (h - y) * x2, db + (h - y)
        costs.append(cost / len(rows))
        w1, w2, b = (p - lr * d / len(rows) for p, d in ((w1, d1), (w2, d2), (b, db)))
    return torch.tensor([[w1], [w2]]), torch.tensor([b]), costs


def is_separable(Y):
    for w1 in range(-2, 3):
        for w2 in range(-2, 3):
            for b in range(-4, 5):
                table = []
                for x1 in (0, 1):
                    for x2 in (0, 1):
                        table.append(1 if w1 * x1 + w2 * x2 + b / 2 > 0 else 0)
                if table == Y.tolist():
                    return True
    return False
