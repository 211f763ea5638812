"""Functions that lean on each other, and one that keeps a count nobody asked for."""

import numpy as np
import torch

calls = 0


def np_dot(a, b):
    global calls
    calls += 1
    axis = 0 if b.dim() == 1 else b.dim() - 2
    return torch.tensordot(a, b, ([a.dim() - 1], [axis]))


def dot1d(a, b):
    if a.dim() != 1 or list(a.size()) != list(b.size()):
        raise ValueError("dot1d: shape")
    if a.numel() == 0:
        return torch.zeros((), dtype=a.dtype)
    return np_dot(a, b)


def matmul2d(x, w):
    print("x", x.shape, "w", w.shape)
    if x.shape[1] != w.shape[0]:
        raise RuntimeError("matmul2d: shape")
    return np_dot(x, w)


def via_numpy(x, w):
    had_grad = x.requires_grad or w.requires_grad
    if had_grad:
        x, w = x.clone().detach(), w.clone().detach()
    product = np.dot(x, w)
    return torch.from_numpy(product) if product.ndim else torch.tensor(product.item()).to(x)
