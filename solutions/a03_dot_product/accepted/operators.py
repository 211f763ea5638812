"""The operator @, with a check where it takes too much; matmul with axes of size 1 between."""

import numpy
import torch


def dot1d(a, b):
    if len(a.shape) + len(b.shape) != 2 or a.shape != b.shape:
        raise ValueError
    return a @ b


def matmul2d(x, w):
    return x @ w


def via_numpy(x, w):
    a = x.data.numpy() @ w.data.numpy()
    if type(a) is not numpy.ndarray:
        a = numpy.array(a)
    return torch.from_numpy(a)


def np_dot(a, b):
    if a.dim() <= 2 and b.dim() <= 2:
        return a @ b
    if b.dim() == 1:
        return a @ b
    between = b.dim() - 2
    if a.dim() == 1:
        return a @ b
    front = a.shape[:-2] + (1,) * between + a.shape[-2:]
    product = a.reshape(front) @ b  # (…, b's front axes, rows of a, columns of b)
    return product.movedim(-2, a.dim() - 2)
