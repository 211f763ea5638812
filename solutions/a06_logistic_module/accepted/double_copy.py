"""A copy in float64 whose weights go back into the model; numpy; gradients cleared afterwards."""

import copy

import numpy as np
import torch
from torch import nn


def make_sequential(in_features, bias=True):
    inner = nn.Sequential(nn.Linear(in_features, 1, bias=bias))
    return nn.Sequential(inner, nn.Sigmoid())


class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super().__init__()
        self.net = make_sequential(in_features)
        self.forward = self.net.forward


def train(model, x_train, y_train, lr=0.1, epochs=5000):
    double = copy.deepcopy(model).double()
    x, y = x_train.double(), y_train.double()
    optimizer = torch.optim.SGD(double.parameters(), lr)
    costs = np.zeros(epochs + 1)
    for epoch in range(epochs + 1):
        cost = nn.functional.binary_cross_entropy(double(x), y)
        costs[epoch] = cost.item()
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    model.load_state_dict(double.state_dict())
    return torch.from_numpy(costs)


def evaluate(model, x, y):
    cost = nn.functional.binary_cross_entropy(model(x), y)
    cost.backward()
    for parameter in model.parameters():
        parameter.grad = None
    h, y = model(x).detach().numpy(), y.numpy()
    return np.float64(cost.item()), np.mean((h >= 0.5) == y)
