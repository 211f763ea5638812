"""An nn.Linear set to zero, BCELoss, a small eps in the logarithm; parameters from init_params."""

import torch
from torch import nn, optim


def init_params(d):
    if d < 1:
        raise ValueError("at least one feature")
    return torch.full((d, 1), 0.0, requires_grad=True), torch.full((1,), 0.0, requires_grad=True)


def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    layer = nn.Linear(x_train.shape[-1], 1).to(x_train.dtype)
    for parameter in layer.parameters():
        nn.init.zeros_(parameter)
    model, criterion = nn.Sequential(layer, nn.Sigmoid()), nn.BCELoss()
    optimizer = optim.SGD(model.parameters(), lr=lr)
    costs = torch.zeros(epochs + 1)
    for epoch in range(epochs + 1):
        optimizer.zero_grad(set_to_none=False)
        cost = criterion(model(x_train), y_train)
        costs[epoch] = cost.detach()
        cost.backward()
        optimizer.step()
    return layer.weight.detach().T, layer.bias.detach(), costs


def accuracy(h, y, threshold=0.5):
    if list(h.shape) != list(y.shape):
        raise ValueError(f"{h.shape} != {y.shape}")
    return torch.eq(torch.ge(h, threshold).to(y.dtype), y).double().mean().item()
