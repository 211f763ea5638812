"""Right and wrong answers picked out by masks; the infinite replaced by a large number."""

from typing import NamedTuple

import torch


class Gradients(NamedTuple):
    W: torch.Tensor
    b: torch.Tensor


def mse_cost(prediction, y):
    if prediction.dim() != y.dim() or any(
        a != b for a, b in zip(prediction.shape, y.shape, strict=True)
    ):
        raise ValueError("the shapes differ")
    if prediction.numel() == 0:
        raise ValueError("empty")
    return prediction.sub(y).abs().square().mean()


def bce_cost(h, y):
    if h.shape != y.shape:
        raise ValueError("the shapes differ")
    if h.numel() == 0:
        raise ValueError("empty")
    if (h < 0).any() or (h > 1).any():
        raise ValueError("h")
    ones = y > 0
    total = torch.log(h[ones]).sum() + torch.log1p(-h[~ones]).sum()
    if torch.isinf(total):
        logs = torch.cat([torch.log(h[ones]), torch.log1p(-h[~ones])])
        total = torch.nan_to_num(logs, neginf=-50.0).sum()
    return -total / h.numel()


def cost_gradient(x, y, W, b):
    with torch.no_grad():
        h = torch.sigmoid(x.matmul(W) + b)
        with_ones = torch.cat([x, torch.ones_like(y)], dim=1)
        both = (with_ones * (h - y)).mean(dim=0)
        return Gradients(both[:-1].unsqueeze(1), both[-1:])


def gradient_step(W, grad, alpha):
    if W.shape != grad.shape:
        raise ValueError("the shapes differ")
    return -(alpha * grad - W)
