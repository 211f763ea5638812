"""a16_momentum: reference solution, in the idiom of the slides."""

from collections.abc import Sequence

import torch
from torch import Tensor


def momentum_step(
    w: Tensor, v: Tensor, grad: Tensor, lr: float, m: float = 0.9
) -> tuple[Tensor, Tensor]:
    """V_t = m V_(t-1) - η ∇J(ω_t), ω_(t+1) = ω_t + V_t, slide "momentum".

    w, v, grad of one shape → (ω_(t+1), V_t), each of that shape.
    """
    if not w.shape == v.shape == grad.shape:
        raise ValueError(f"shapes differ: w {w.shape}, v {v.shape}, grad {grad.shape}")
    if lr < 0:
        raise ValueError(f"lr must not be negative, but is {lr}")
    if not 0 <= m < 1:
        raise ValueError(f"m must be in [0, 1), but is {m}")
    v_next = m * v - lr * grad
    return w + v_next, v_next


def run_momentum(A: Tensor, w0: Tensor, lrs: Sequence[float], m: float) -> Tensor:
    """The path of ω on J(ω) = ½ ωᵀAω, ∇J = Aω: (d, d), (d,) → (len(lrs) + 1, d)."""
    w, v = w0, torch.zeros_like(w0)
    path = [w]
    for lr in lrs:
        v = m * v - lr * A.matmul(w)
        w = w + v  # a new tensor: with w += v, w0 and the rows kept so far would change too
        path.append(w)
    return torch.stack(path)


def torch_momentum_step(
    w: Tensor, buf: Tensor, grad: Tensor, lr: float, m: float = 0.9
) -> tuple[Tensor, Tensor]:
    """buf' = m buf + ∇J, ω' = ω - η buf', as torch.optim.SGD(momentum=m) does it → (ω', buf')."""
    buf_next = m * buf + grad
    return w - lr * buf_next, buf_next


def to_torch_buffer(v: Tensor, lr: float) -> Tensor:
    """The buf with which both forms take the same step: V = -η buf, so buf = -V / η."""
    if lr <= 0:
        raise ValueError(f"lr must be positive, but is {lr}")
    return -v / lr
