"""a18_slide_clinic: reference solution, in the idiom of the slides."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn, optim


def hypothesis_from_list(x_data: list[list[float]], W: Tensor, b: Tensor) -> Tensor:
    """σ(xW + b): list (n, d), W (d, 1), b (1,) → (n, 1)."""
    x_train = torch.tensor(x_data, dtype=W.dtype)
    return torch.sigmoid(x_train.matmul(W) + b)


def constant_conv(conv: nn.Module, weight: float, bias: float) -> nn.Module:
    """The same conv, every weight `weight` and every bias `bias`."""
    nn.init.constant_(conv.weight, weight)
    if conv.bias is not None:
        nn.init.constant_(conv.bias, bias)
    return conv


def to_nchw(image: Tensor) -> Tensor:
    """(H, W, 3), (H, W, 1) or (H, W) → (1, C, H, W)."""
    if image.dim() == 2:
        image = image.unsqueeze(2)
    if image.dim() != 3 or image.shape[2] not in (1, 3):
        raise ValueError(f"not one image: {tuple(image.shape)}")
    return image.permute(2, 0, 1).unsqueeze(0)


def logit_row_sums(x: Tensor, y: Tensor, W: Tensor, b: Tensor, lr: float, steps: int) -> Tensor:
    """Sums of the rows of z before each update and at the end: (steps + 1, n).

    They never change: each row of the gradient, p − y, has the sum 0.
    """
    W = W.detach().clone().requires_grad_(True)
    b = b.detach().clone().requires_grad_(True)
    optimizer = optim.SGD([W, b], lr=lr)
    sums = []
    for _ in range(steps):
        z = x.matmul(W) + b
        sums.append(z.detach().sum(dim=1))
        cost = F.cross_entropy(z, y)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    sums.append((x.matmul(W) + b).detach().sum(dim=1))
    return torch.stack(sums)


def logged_and_true_cost(
    x_train: Tensor, y_train: Tensor, lr: float, epochs: int
) -> tuple[float, float]:
    """The cost before the last of epochs + 1 updates, and the cost after it."""
    W = torch.zeros((x_train.shape[1], 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    optimizer = optim.SGD([W, b], lr=lr)
    for _ in range(epochs + 1):
        hypothesis = torch.sigmoid(x_train.matmul(W) + b)
        cost = F.binary_cross_entropy(hypothesis, y_train)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    hypothesis = torch.sigmoid(x_train.matmul(W) + b)  # once more: W and b have moved on
    return cost.item(), F.binary_cross_entropy(hypothesis, y_train).item()


def answers() -> dict[str, str]:
    """The key of the quiz."""
    return {
        "Q1": "a", "Q2": "b", "Q3": "c", "Q4": "b", "Q5": "b",
        "Q6": "c", "Q7": "b", "Q8": "a", "Q9": "b", "Q10": "c",
    }  # fmt: skip
