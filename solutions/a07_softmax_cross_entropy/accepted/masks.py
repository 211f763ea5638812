"""Comparisons in place of indices, a column of -inf beside the logits, einsum."""

import torch


def softmax(z, dim=-1):
    z = z.transpose(dim, -1)
    padding = torch.full((*z.shape[:-1], 1), float("-inf"), dtype=z.dtype)
    padded = torch.cat([z, padding], -1)
    return torch.softmax(padded, -1)[..., :-1].transpose(dim, -1)


def one_hot(y, k):
    matrix = (y[:, None] == torch.arange(k)[None, :]).to(torch.float32)
    if matrix.sum() != len(y):
        raise ValueError("a label that is no class")
    return matrix


def cost_from_probs(p, Y):
    if not (p.dim() == Y.dim() and all(a == b for a, b in zip(p.shape, Y.shape, strict=True))):
        raise ValueError
    return torch.where(Y > 0.5, -torch.log(p), torch.zeros_like(p)).sum() / p.shape[0]


def cross_entropy(z, y):
    if y.dim() != 1 or len(y) != len(z):
        raise RuntimeError
    if len(y) == 0:
        raise ValueError
    right = one_hot(y, z.shape[1]).bool()
    largest = z.max(dim=1, keepdim=True).values
    above = z - largest
    return torch.log(torch.exp(above).sum(1)).sub(above[right]).mean()
