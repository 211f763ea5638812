"""torch.sigmoid in forward, nn.BCELoss, zero_grad at the end; costs as a list; eval mode and back."""

from collections import OrderedDict

import torch
from torch import nn


def make_sequential(in_features, bias=True):
    return nn.Sequential(
        OrderedDict(linear=nn.Linear(in_features, 1, bias=bias), sigmoid=nn.Sigmoid())
    )


class BinaryClassifier(nn.Module):
    def __init__(self, in_features=2):
        super(BinaryClassifier, self).__init__()  # noqa: UP008
        self.linear = nn.Linear(in_features, 1)

    def forward(self, x):
        return torch.sigmoid(self.linear(x))


def train(model, x_train, y_train, lr=0.1, epochs=5000):
    model.train()
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for epoch in range(1, epochs + 2):
        cost = criterion(model(x_train), y_train)
        costs.append(float(cost))
        cost.backward()
        optimizer.step()
        optimizer.zero_grad()
        if epoch % 1000 == 0:
            print(f"Epoch {epoch:4d}/{epochs} Cost: {costs[-1]:.6f}")
    model.eval()
    return costs


def evaluate(model, x, y):
    was_training = model.training
    model.eval()
    try:
        with torch.inference_mode():
            hypothesis = model(x)
            cost = nn.BCELoss()(hypothesis, y)
            predicted = (hypothesis > 0.5).float()
            accuracy = (predicted == y).float().mean()
    finally:
        model.train(was_training)
    return cost.item(), accuracy.item()
