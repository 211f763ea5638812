"""a05_logistic_by_hand: reference solution, in the idiom of the slides."""

import torch
from torch import Tensor, optim


def init_params(d: int) -> tuple[Tensor, Tensor]:
    """W (d, 1) and b (1,) of zeros, ready for an optimizer, slide "구현"."""
    if d < 1:
        raise ValueError(f"d is {d}: there must be at least one feature")
    W = torch.zeros((d, 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    return W, b


def train_logistic(
    x_train: Tensor, y_train: Tensor, lr: float = 1.0, epochs: int = 1000
) -> tuple[Tensor, Tensor, Tensor]:
    """H = sigmoid(xW + b) from zeros: (n, d), (n, 1) → W (d, 1), b (1,), costs (epochs + 1,).

    Slide "구현", with its x_data corrected to x_train. W and b take the dtype of x_train: matmul
    wants them to agree.
    """
    W = torch.zeros((x_train.shape[1], 1), dtype=x_train.dtype, requires_grad=True)
    b = torch.zeros(1, dtype=x_train.dtype, requires_grad=True)
    optimizer = optim.SGD([W, b], lr=lr)
    costs = []
    for _ in range(epochs + 1):
        hypothesis = torch.sigmoid(x_train.matmul(W) + b)
        cost = -(
            y_train * torch.log(hypothesis) + (1 - y_train) * torch.log(1 - hypothesis)
        ).mean()
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        costs.append(cost.item())  # computed before the update
    return W.detach(), b.detach(), torch.tensor(costs, dtype=x_train.dtype)


def accuracy(h: Tensor, y: Tensor, threshold: float = 0.5) -> float:
    """The fraction of predictions h >= threshold that are right: two of the same shape → 0..1."""
    if h.shape != y.shape:
        raise ValueError(f"shapes {tuple(h.shape)} and {tuple(y.shape)} differ")
    prediction = h >= threshold
    return (prediction == y).float().mean().item()
