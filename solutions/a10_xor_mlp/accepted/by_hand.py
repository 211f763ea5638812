"""Weights set by hand, updates and costs without torch.optim and nn.BCELoss."""

import torch
from torch import Tensor, nn


class build_mlp(nn.Sequential):
    """Calling a class makes a network too."""

    def __init__(self) -> None:
        super().__init__()
        for inputs, outputs in ((2, 10), (10, 10), (10, 10), (10, 1)):
            self.append(nn.Linear(inputs, outputs)).append(nn.Sigmoid())


def train(model: nn.Module, X: Tensor, Y: Tensor, lr: float = 1.0, epochs: int = 10000) -> Tensor:
    parameters = list(model.parameters())
    costs: list[float] = []
    for _ in range(epochs + 1):
        h = model(X)
        cost = -(Y * torch.log(h) + (1 - Y) * torch.log(1 - h)).mean()
        gradients = torch.autograd.grad(cost, parameters)
        with torch.no_grad():
            for parameter, gradient in zip(parameters, gradients, strict=True):
                parameter -= lr * gradient
        costs.append(cost.item())
    return torch.tensor(costs)


def evaluate(model: nn.Module, X: Tensor, Y: Tensor) -> tuple[Tensor, Tensor, float]:
    hypothesis = model(X).detach().clone()
    predicted = torch.where(hypothesis > 0.5, 1.0, 0.0)
    right = sum(int(p == y) for p, y in zip(predicted.flatten(), Y.flatten(), strict=True))
    return hypothesis, predicted, right / len(Y)


def solve_xor(X: Tensor, Y: Tensor, seed: int) -> nn.Sequential:
    """|x1 - x2| is XOR, and 1 - |x1 - x2| is XNOR: read from the rows which of them is wanted."""
    differs = (X[:, :1] - X[:, 1:]).abs()
    is_xor = torch.equal(differs, Y)
    hidden, output = nn.Linear(2, 2, bias=False), nn.Linear(2, 1)
    with torch.no_grad():
        hidden.weight.copy_(torch.tensor([[1.0, -1.0], [-1.0, 1.0]]))
        output.weight.fill_(1.0 if is_xor else -1.0)
        output.bias.fill_(0.0 if is_xor else 1.0)
    return nn.Sequential(hidden, nn.ReLU(), output)


def is_deep(layer_sizes) -> bool:
    try:
        _, *hidden, _ = layer_sizes
    except ValueError:
        raise ValueError("no input and output") from None
    return len(hidden) >= 2
