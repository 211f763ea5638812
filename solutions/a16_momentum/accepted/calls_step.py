"""Every function goes through the slides' step, written as one line for each result."""

import torch
from torch import Tensor


def momentum_step(
    w: Tensor, v: Tensor, grad: Tensor, lr: float, m: float = 0.9
) -> tuple[Tensor, Tensor]:
    if any(each.shape != w.shape for each in (v, grad)):
        raise ValueError("shapes differ")
    if lr < 0 or not 0 <= m < 1:
        raise ValueError("lr or m is out of range")
    return w - (lr * grad - m * v), m * v - lr * grad


def run_momentum(A: Tensor, w0: Tensor, lrs: list[float] | tuple[float, ...], m: float) -> Tensor:
    w, v = w0.clone(), torch.zeros_like(w0)
    path = w0.unsqueeze(0)
    for rate in lrs:
        w, v = momentum_step(w, v, grad=torch.einsum("ij,j->i", A, w), lr=rate, m=m)
        path = torch.cat([path, w.unsqueeze(0)])
    return path.clone()


def torch_momentum_step(w, buf, grad, lr, m=0.9):
    w_next, v_next = momentum_step(w, -lr * buf, grad, lr, m)
    return w_next, to_torch_buffer(v_next, lr)


def to_torch_buffer(v, lr):
    if lr > 0:
        return v.neg().mul(1 / lr)
    raise NoBuffer(f"lr = {lr}")


class NoBuffer(ValueError):
    """A subclass of ValueError is a ValueError."""
