"""float64 inside, and back; a check by exception; torch alone where numpy is meant."""

import torch
from torch import Tensor


def dot1d(a: Tensor, b: Tensor) -> Tensor:
    try:
        (n,), (m,) = a.shape, b.shape  # more or less than one size is a ValueError
    except ValueError:
        raise
    if n != m:
        raise ValueError(f"{n} and {m}")
    return torch.multiply(a.double(), b.double()).sum(dtype=torch.float64).to(a.dtype)


def matmul2d(x: Tensor, w: Tensor) -> Tensor:
    return torch.matmul(x.double(), w.double()).type_as(x)


@torch.no_grad()
def via_numpy(x: Tensor, w: Tensor) -> Tensor:
    return x.double().matmul(w.double()).to(x.dtype)


def np_dot(a: Tensor, b: Tensor) -> Tensor:
    summed = -2 if b.dim() >= 2 else -1
    moved = b.movedim(summed, 0)
    flat = a.reshape(-1, a.size(-1)).double() @ moved.reshape(a.size(-1), -1).double()
    return flat.view(list(a.shape[:-1]) + list(moved.shape[1:])).to(a.dtype)
