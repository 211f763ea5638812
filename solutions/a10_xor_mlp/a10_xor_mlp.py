"""a10_xor_mlp: reference solution, in the idiom of the slides."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn


def build_mlp() -> nn.Sequential:
    """2-10-10-10-1 with a sigmoid after each layer, slide "다층 퍼셉트론 (MLP)"."""
    return nn.Sequential(
        nn.Linear(2, 10, bias=True),
        nn.Sigmoid(),
        nn.Linear(10, 10, bias=True),
        nn.Sigmoid(),
        nn.Linear(10, 10, bias=True),
        nn.Sigmoid(),
        nn.Linear(10, 1, bias=True),
        nn.Sigmoid(),
    )


def train(model: nn.Module, X: Tensor, Y: Tensor, lr: float = 1.0, epochs: int = 10000) -> Tensor:
    """The slide's loop: epochs + 1 updates of the model; costs (epochs + 1,), each before its update."""
    criterion = nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        optimizer.zero_grad()
        hypothesis = model(X)
        cost = criterion(hypothesis, Y)
        cost.backward()
        optimizer.step()
        costs.append(cost.detach())
    return torch.stack(costs)


def evaluate(model: nn.Module, X: Tensor, Y: Tensor) -> tuple[Tensor, Tensor, float]:
    """Hypothesis (n, 1), prediction (n, 1) with threshold 0.5, and the fraction that is right."""
    with torch.no_grad():
        hypothesis = model(X)
    predicted = (hypothesis > 0.5).float()
    accuracy = (predicted == Y).float().mean().item()
    return hypothesis, predicted, accuracy


def solve_xor(X: Tensor, Y: Tensor, seed: int) -> nn.Sequential:
    """A network that fits (X, Y), for any seed.

    The three sigmoid layers of the slide start on a plateau and need not leave it. One hidden layer
    of tanh has next to none; a start that fails all the same is thrown away for the next one.
    """
    torch.manual_seed(seed)
    criterion = nn.BCELoss()
    for _ in range(20):
        model = nn.Sequential(nn.Linear(2, 10), nn.Tanh(), nn.Linear(10, 1), nn.Sigmoid())
        optimizer = torch.optim.SGD(model.parameters(), lr=3)
        for _ in range(500):
            optimizer.zero_grad()
            hypothesis = model(X)
            if (hypothesis - Y).abs().max() < 0.05:
                return model
            criterion(hypothesis, Y).backward()
            optimizer.step()
    raise RuntimeError("20 starts, and none of them learned")


def is_deep(layer_sizes: Sequence[int]) -> bool:
    """Whether a network has two or more hidden layers, slide "심층 신경망(DNN)"."""
    if len(layer_sizes) < 2:
        raise ValueError("a network has an input layer and an output layer")
    hidden_layers = len(layer_sizes) - 2
    return hidden_layers >= 2
