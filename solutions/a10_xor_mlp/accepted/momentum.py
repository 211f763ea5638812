"""Momentum, inputs of -1 and 1 folded into the first layer, the result of evaluate as a NamedTuple."""

from typing import NamedTuple

import torch
import torch.nn as nn
import torch.optim as optim


class Evaluation(NamedTuple):
    hypothesis: torch.Tensor
    predicted: torch.Tensor
    accuracy: float


def evaluate(model, X, Y):
    hypothesis = model(X).data
    predicted = (hypothesis > torch.FloatTensor([0.5])).float()
    accuracy = (predicted == Y).float().mean()
    return Evaluation(hypothesis, predicted, float(accuracy))


def train(model, X, Y, lr=1.0, epochs=10000):
    """The mean as the sum divided by n."""
    optimizer = optim.SGD(params=model.parameters(), lr=lr, momentum=0, foreach=False)
    criterion = nn.BCELoss(reduction="sum")
    costs = []
    for _ in range(0, epochs + 1):
        optimizer.zero_grad()
        cost = criterion(model(X), Y) / Y.numel()
        cost.backward()
        optimizer.step()
        costs.append(cost.clone().detach().view(1))
    return torch.cat(costs)


def solve_xor(X, Y, seed):
    """Trains on 2x - 1, then rewrites the first layer for x itself."""
    torch.manual_seed(seed)
    while True:
        layers = [nn.Linear(2, 10), nn.Tanh(), nn.Linear(10, 10), nn.Tanh(), nn.Linear(10, 1), nn.Sigmoid()]
        model = nn.Sequential(*layers)
        optimizer = optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
        for _ in range(200):
            optimizer.zero_grad()
            nn.BCELoss()(model(2 * X - 1), Y).backward()
            optimizer.step()
        with torch.no_grad():
            model[0].bias -= model[0].weight.sum(dim=1)
            model[0].weight *= 2
        if (model(X) - Y).abs().max() < 0.05:
            return model
