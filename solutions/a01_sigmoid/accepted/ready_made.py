"""Torch's own functions."""

import torch
import torch.nn.functional as F
from torch import nn


def sigmoid(x):
    return nn.Sigmoid()(x)


def hypothesis(x, W, b):
    return F.linear(x, W.T, b).sigmoid()


def predict(h, threshold=0.5):
    return torch.ge(h, threshold)


def decision_boundary(W, b):
    if not W.any():
        raise ZeroDivisionValueError("W is 0")
    return torch.neg(b.reshape(())) / W.reshape(())


class ZeroDivisionValueError(ValueError):
    """A subclass of ValueError is a ValueError."""
