"""L-BFGS with restarts, a closure for SGD, hidden layers counted one by one."""

import torch
from torch import nn


def build_mlp():
    model = nn.Sequential()
    for name, size in (("1", (2, 10)), ("2", (10, 10)), ("3", (10, 10)), ("4", (10, 1))):
        model.add_module("linear" + name, nn.Linear(*size, bias=True))
        model.add_module("sigmoid" + name, nn.Sigmoid())
    return model


def train(model, X, Y, lr=1.0, epochs=10000):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)

    def closure():
        optimizer.zero_grad(set_to_none=False)
        cost = nn.functional.binary_cross_entropy(model(X), Y)
        cost.backward()
        return cost

    return torch.tensor([optimizer.step(closure).item() for _ in range(epochs + 1)])


def evaluate(model, X, Y):
    with torch.inference_mode():
        hypothesis = model(X)
    predicted = (hypothesis.clone() > 0.5).float()
    wrong = (predicted - Y).abs().mean().item()
    return hypothesis, predicted, 1.0 - wrong


def solve_xor(X, Y, seed):
    torch.manual_seed(seed)
    while True:
        model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())
        optimizer = torch.optim.LBFGS(model.parameters(), max_iter=50)

        def closure(model=model, optimizer=optimizer):
            optimizer.zero_grad()
            cost = nn.functional.mse_loss(model(X), Y)
            cost.backward()
            return cost

        optimizer.step(closure)
        if bool(((model(X) - Y).abs() < 0.02).all()):
            return model


def is_deep(layer_sizes):
    hidden = 0
    for index, _ in enumerate(layer_sizes):
        if 0 < index < len(layer_sizes) - 1:
            hidden += 1
    if len(layer_sizes) <= 1:
        raise ValueError("too few layers")
    return hidden not in (0, 1)
