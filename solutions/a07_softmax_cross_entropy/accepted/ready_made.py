"""Torch's own functions, behind the checks that they lack."""

import torch
import torch.nn.functional as F


def softmax(z, dim=-1):
    return F.softmax(z, dim=dim)


def one_hot(y, k):
    try:
        return F.one_hot(y, num_classes=k).float()
    except RuntimeError as error:
        raise ValueError(str(error)) from None


def cost_from_probs(p, Y):
    if p.size() != Y.size():
        raise ValueError("p and Y")
    return F.nll_loss(torch.where(Y == 1, p, torch.ones_like(p)).log(), Y.argmax(1))


def cross_entropy(z, y):
    if z.size(0) == 0:
        raise ValueError("no data")
    return F.cross_entropy(z, y)
