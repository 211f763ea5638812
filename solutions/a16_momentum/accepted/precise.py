"""float64 inside and back at the end, a NamedTuple as result, autograd for the gradient."""

from typing import NamedTuple

import torch
from torch import Tensor


class Step(NamedTuple):
    w: Tensor
    memory: Tensor


def momentum_step(w, v, grad, lr, m=0.9):
    for other in (v, grad):
        if other.shape != w.shape:
            raise ValueError("shape")
    if not (lr >= 0 and 0.0 <= m < 1.0):
        raise ValueError("range")
    v_next = m * v.double() - lr * grad.double()
    return Step((w.double() + v_next).to(w.dtype), v_next.to(v.dtype))


def run_momentum(A, w0, lrs, m):
    w = w0.double().clone().requires_grad_()
    v = 0
    rows = [w]
    for lr in lrs:
        cost = 0.5 * rows[-1] @ A.double() @ rows[-1]
        (grad,) = torch.autograd.grad(cost, rows[-1], retain_graph=True)
        v = m * v - lr * grad
        rows.append(rows[-1] + v)
    return torch.stack(rows).to(w0.dtype)


def torch_momentum_step(w, buf, grad, lr, m=0.9):
    total = m * buf.double() + grad.double()
    return Step((w.double() - lr * total).to(w.dtype), total.to(w.dtype))


def to_torch_buffer(v, lr):
    if lr <= 0.0:
        raise ValueError
    return (v.double() / -lr).to(v.dtype)
