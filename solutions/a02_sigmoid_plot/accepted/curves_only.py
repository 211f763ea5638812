"""A chain of small functions, each curve with its gradient; bare lists of numbers."""

import torch


def one(x, w, b):
    z = torch.add(torch.mul(x, w), b)
    return torch.where(z >= 0, 1 / (1 + torch.exp(-z.abs())), 1 - 1 / (1 + torch.exp(-z.abs())))


def sigmoid_curves(x, w, b):
    n_w = sum(1 for _ in w)
    n_b = sum(1 for _ in b)
    if n_w - n_b:
        raise ValueError(n_w, n_b)
    result = x.new_empty((0, x.numel()))
    for pair in zip(w, b):
        result = torch.vstack((result, one(x, *pair)))
    return result
