"""a01_sigmoid: reference solution, in the idiom of the slides."""

import torch
from torch import Tensor


def sigmoid(x: Tensor) -> Tensor:
    """σ(x) = 1 / (1 + e^(-x)), slide "시그모이드 함수".

    The slide's own formula has a nan gradient for x < -88.7, so e is only ever raised to -|x|.
    """
    e = torch.exp(-torch.abs(x))
    return torch.where(x >= 0, 1 / (1 + e), e / (1 + e))


def hypothesis(x: Tensor, W: Tensor, b: Tensor) -> Tensor:
    """H(x) = σ(xW + b): (n, d), (d, 1), (1,) → (n, 1)."""
    return sigmoid(x.matmul(W) + b)


def predict(h: Tensor, threshold: float = 0.5) -> Tensor:
    """True where h >= threshold: 60 points of 60 are good."""
    return h >= threshold


def decision_boundary(W: Tensor, b: Tensor) -> Tensor:
    """The x with wx + b = 0, so that H(x) = 0.5."""
    if W.item() == 0:
        raise ValueError("H(x) is the same for every x where W is 0")
    return (-b / W).squeeze()
