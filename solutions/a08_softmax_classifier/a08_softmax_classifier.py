"""a08_softmax_classifier: reference solution, in the idiom of the slides."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn, optim


def train_by_hand(
    x_train: Tensor, y_train: Tensor, num_classes: int = 3, lr: float = 0.1, epochs: int = 1000
) -> tuple[Tensor, Tensor, Tensor]:
    """z = xW + b from zeros: (n, d), (n,) → W (d, k), b (1, k), costs (epochs + 1,).

    Slide "다중 클래스 분류". W and b take the dtype of x_train: matmul wants them to agree.
    """
    W = torch.zeros((x_train.shape[1], num_classes), dtype=x_train.dtype, requires_grad=True)
    b = torch.zeros((1, num_classes), dtype=x_train.dtype, requires_grad=True)
    optimizer = optim.SGD([W, b], lr=lr)
    costs = []
    for _ in range(epochs + 1):
        z = x_train.matmul(W) + b
        cost = F.cross_entropy(z, y_train)  # the softmax is inside
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        costs.append(cost.item())  # computed before the update
    return W.detach(), b.detach(), torch.tensor(costs)


class SoftmaxClassifierModel(nn.Module):
    """z = xAᵀ + c: (n, in_features) → logits (n, num_classes), slide "class로 구현"."""

    def __init__(self, in_features: int = 4, num_classes: int = 3) -> None:
        super().__init__()
        self.linear = nn.Linear(in_features, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        """Logits: the softmax belongs to the cost."""
        return self.linear(x)


def train(
    model: nn.Module, x_train: Tensor, y_train: Tensor, lr: float = 0.1, epochs: int = 1000
) -> Tensor:
    """Train `model` in place; costs (epochs + 1,), slide "nn.Module로 구현"."""
    optimizer = optim.SGD(model.parameters(), lr=lr)
    costs = []
    for _ in range(epochs + 1):
        prediction = model(x_train)
        cost = F.cross_entropy(prediction, y_train)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    return torch.tensor(costs)


def predict(z: Tensor) -> Tensor:
    """The largest logit's index: (n, k) → (n,)."""
    return z.argmax(dim=1)


def accuracy(z: Tensor, y: Tensor) -> float:
    """The fraction of rows whose largest logit stands at y: (n, k), (n,) → 0..1."""
    if len(z) != len(y) or len(y) == 0:
        raise ValueError(f"{len(z)} rows of logits, {len(y)} labels")
    return (z.argmax(dim=1) == y).float().mean().item()
