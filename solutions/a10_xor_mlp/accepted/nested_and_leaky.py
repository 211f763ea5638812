"""Adam, a Sequential in a Sequential, LeakyReLU, Softplus, Identity, a layer without bias, float64."""

from functools import partial

import torch
from torch import nn


def block(inputs, outputs):
    return nn.Sequential(nn.Linear(inputs, outputs), nn.Sigmoid())


def build_mlp():
    return nn.Sequential(block(2, 10), block(10, 10), block(10, 10), block(10, 1))


def solve_xor(X, Y, seed):
    rows, answers = X.double(), Y.double()
    torch.manual_seed(seed)
    while True:
        model = nn.Sequential(
            nn.Sequential(nn.Linear(2, 12), nn.LeakyReLU(0.2), nn.Identity()),
            nn.Sequential(nn.Linear(12, 6), nn.Softplus(beta=2)),
            nn.Linear(6, 1, bias=False),
        ).double()
        optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
        for _ in range(300):
            optimizer.zero_grad()
            cost = nn.functional.mse_loss(model(rows), answers)
            cost.backward()
            optimizer.step()
        if cost < 1e-4:
            return model


class Judgement:
    """A callable object in place of a function."""

    def __init__(self, threshold):
        self.threshold = threshold

    def __call__(self, model, X, Y):
        parameters = [parameter.detach() for parameter in model.parameters()]
        names = [name for name, _ in model.named_parameters()]
        hypothesis = torch.func.functional_call(model, dict(zip(names, parameters, strict=True)), (X,))
        predicted = torch.heaviside(hypothesis - self.threshold, torch.zeros(()))
        return hypothesis, predicted, torch.eq(predicted, Y).double().mean().item()


evaluate = Judgement(0.5)


def at_least(layers, layer_sizes):
    if len(layer_sizes) in (0, 1):
        raise ValueError(f"{len(layer_sizes)} sizes")
    return bool(max(len(layer_sizes) - layers, 0))


is_deep = partial(at_least, 3)
