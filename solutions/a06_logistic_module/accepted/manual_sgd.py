"""Parameters of its own, the formula of the slides, updates under no_grad, detach in evaluate."""

import math

import torch
from torch import nn


class Sigma(nn.Module):
    def forward(self, z):
        return 1 / (1 + torch.exp(-z))


def make_sequential(in_features, bias=True):
    model = nn.Sequential()
    model.append(nn.Linear(in_features, 1, bias=bias))
    model.append(Sigma())
    return model


class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(1, in_features))
        self.b = nn.Parameter(torch.zeros(1))
        self.sigmoid = Sigma()

    def forward(self, x):
        return self.sigmoid(x.matmul(self.W.T) + self.b)


def bce(h, y):
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


def train(model, x_train, y_train, lr=0.1, epochs=5000):
    parameters = list(model.parameters())
    costs = []
    for _ in range(epochs + 1):
        cost = bce(model(x_train), y_train)
        model.zero_grad()
        cost.backward()
        with torch.no_grad():
            for parameter in parameters:
                parameter -= lr * parameter.grad
        costs.append(cost.detach())
    return torch.stack(costs)


def evaluate(model, x, y):
    h = model(x).detach()
    right = 0
    for guess, truth in zip(h, y, strict=True):
        if (guess.item() >= 0.5) == bool(truth):
            right += 1
    cost = bce(h, y).item()
    assert not math.isnan(cost)
    return cost, right / len(y)
