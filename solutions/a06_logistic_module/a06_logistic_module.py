"""a06_logistic_module: reference solution, in the idiom of the slides."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn, optim


def make_sequential(in_features: int, bias: bool = True) -> nn.Sequential:
    """A linear layer and a sigmoid: (n, in_features) → (n, 1), slide "nn.Module로 구현"."""
    return nn.Sequential(nn.Linear(in_features, 1, bias=bias), nn.Sigmoid())


class BinaryClassifier(nn.Module):
    """A linear layer and a sigmoid: (n, in_features) → (n, 1), slide "class로 구현"."""

    def __init__(self, in_features: int = 2) -> None:
        super().__init__()
        self.linear = nn.Linear(in_features, 1)
        self.sigmoid = nn.Sigmoid()

    def forward(self, x: Tensor) -> Tensor:
        """sigmoid(xWᵀ + b)."""
        return self.sigmoid(self.linear(x))


def train(
    model: nn.Module, x_train: Tensor, y_train: Tensor, lr: float = 0.1, epochs: int = 5000
) -> Tensor:
    """Train `model` in place; costs (epochs + 1,), slide "nn.Module로 구현"."""
    optimizer = optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        hypothesis = model(x_train)
        cost = F.binary_cross_entropy(hypothesis, y_train)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        costs.append(cost.item())  # computed before the update
    return torch.tensor(costs)


@torch.no_grad()
def evaluate(model: nn.Module, x: Tensor, y: Tensor) -> tuple[float, float]:
    """(cost, accuracy) with the weights of now: the slide's own are from before the last update."""
    hypothesis = model(x)
    cost = F.binary_cross_entropy(hypothesis, y)
    prediction = hypothesis >= 0.5
    correct_prediction = prediction.float() == y
    return cost.item(), correct_prediction.sum().item() / len(correct_prediction)
