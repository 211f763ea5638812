"""a04_bce_cost: reference solution, in the idiom of the slides."""

import torch
from torch import Tensor

EPS = 1e-7  # 1 - EPS is still below 1 in float32; with 1e-12 it would be rounded to 1


def mse_cost(prediction: Tensor, y: Tensor) -> Tensor:
    """mean((p - y)^2), two tensors of the same shape → (), slide "비용함수"."""
    check(prediction, y)
    return ((prediction - y) ** 2).mean()


def bce_cost(h: Tensor, y: Tensor) -> Tensor:
    """-mean(y log h + (1 - y) log(1 - h)), two tensors of the same shape → (), slide "비용함수".

    The slide's own formula is nan where h is exactly 0 or 1, so h is kept EPS away from both.
    """
    check(h, y)
    if ((h < 0) | (h > 1)).any():
        raise ValueError("h must lie between 0 and 1: is the sigmoid missing?")
    y = y.to(h.dtype)
    h = h.clamp(EPS, 1 - EPS)
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


def cost_gradient(x: Tensor, y: Tensor, W: Tensor, b: Tensor) -> tuple[Tensor, Tensor]:
    """x^T (h - y) / n and the mean of h - y: (n, d), (n, 1), (d, 1), (1,) → (d, 1), (1,)."""
    error = torch.sigmoid(x.matmul(W) + b) - y
    return x.T.matmul(error) / len(x), error.mean(0)


def gradient_step(W: Tensor, grad: Tensor, alpha: float) -> Tensor:
    """W := W - α ∂cost/∂W, two tensors of the same shape → a new one, slide "비용함수"."""
    if W.shape != grad.shape:
        raise ValueError(f"shapes {tuple(W.shape)} and {tuple(grad.shape)} differ")
    return W - alpha * grad


def check(prediction: Tensor, y: Tensor) -> None:
    """Refuse what would broadcast ((n, 1) with (n,) gives n x n numbers), and no numbers at all."""
    if prediction.shape != y.shape:
        raise ValueError(f"shapes {tuple(prediction.shape)} and {tuple(y.shape)} differ")
    if prediction.numel() == 0:
        raise ValueError("there is nothing to take the mean of")
