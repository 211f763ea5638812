"""A callable object, lines 0.001 away, a copy in float64, a result with names, a closure."""

from typing import NamedTuple

import torch
from torch import Tensor, nn, optim


class Step:
    def __call__(self, x: Tensor) -> Tensor:
        return torch.clamp(torch.sign(x) + 1, max=1)


step = Step()


def perceptron(x, W, b):
    total = (x * W).sum(axis=1)
    total += b
    return step(total)


class Gate(NamedTuple):
    W: Tensor
    b: float


def gate(name):
    if name == "NAND":
        positive = gate("AND")
        return Gate(-positive.W, -positive.b)
    if name == "AND":
        return Gate(torch.full((2,), 0.002, dtype=torch.float32), -0.003)
    if name == "OR":
        return Gate(torch.full((2,), 0.002, dtype=torch.float32), -0.001)
    raise type("UnknownGate", (ValueError,), {})(name)


def xor_gate(x):
    return x.sum(dim=1) % 2


class History(NamedTuple):
    W: Tensor
    b: Tensor
    costs: list


def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    parameters = [nn.Parameter(part.detach().double()) for part in (W, b)]
    optimizer = optim.SGD(parameters, lr=lr)

    def closure():
        optimizer.zero_grad()
        cost = nn.BCELoss()(torch.sigmoid(X.double() @ parameters[0] + parameters[1]), Y.double())
        cost.backward()
        return cost

    costs = [optimizer.step(closure).item() for _ in range(1 + epochs)]
    return History(*(part.float() for part in parameters), costs)


def is_separable(Y):
    """Do the segments between the 1s and between the 0s cross? They do in XOR and XNOR alone."""
    corners = [(0, 0), (0, 1), (1, 0), (1, 1)]
    middles = {}
    for answer in (0.0, 1.0):
        mine = [corner for corner, y in zip(corners, Y.tolist()) if y == answer]
        middles[answer] = (sum(a for a, _ in mine), sum(b for _, b in mine), len(mine))
    return middles[0.0] != middles[1.0]
