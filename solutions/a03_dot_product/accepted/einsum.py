"""einsum everywhere, behind checks: it would stretch an axis of size 1 without a word."""

import numpy as np
import torch


class ShapeError(ValueError):
    """A subclass of ValueError is a ValueError."""


def dot1d(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    if a.ndim != 1 or b.ndim != 1 or a.numel() != b.numel():
        raise ShapeError(a.shape, b.shape)
    return torch.einsum("i,i->", a, b)


def matmul2d(x: torch.Tensor, w: torch.Tensor) -> torch.Tensor:
    if x.shape[-1] != w.shape[0]:
        raise ShapeError(x.shape, w.shape)
    return torch.einsum("ij,jk->ik", x, w)


def via_numpy(x: torch.Tensor, w: torch.Tensor) -> torch.Tensor:
    x, w = x.detach().cpu().numpy(), w.detach().cpu().numpy()
    formula = {(1, 1): "d,d->", (2, 2): "nd,dk->nk", (2, 1): "nd,d->n"}[x.ndim, w.ndim]
    return torch.from_numpy(np.asarray(np.einsum(formula, x, w)))


def np_dot(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    letters = iter("abcdefghijklmnop")
    left = [next(letters) for _ in a.shape]
    right = [next(letters) for _ in b.shape]
    right[-2 if b.ndim > 1 else 0] = left[-1]
    out = left[:-1] + [letter for letter in right if letter != left[-1]]
    return torch.einsum(f"{''.join(left)},{''.join(right)}->{''.join(out)}", a, b)
