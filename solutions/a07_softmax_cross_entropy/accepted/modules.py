"""Modules of torch, a class with __call__, functions made by functions."""

import torch
from torch import nn


def softmax(z, dim=-1):
    return nn.Softmax(dim)(z)


class OneHot:
    """Looks the rows of the unit matrix up."""

    def __call__(self, y, k):
        if len([label for label in y if label < 0 or label >= k]) > 0:
            raise ValueError("class number")
        return nn.functional.embedding(y, torch.eye(k))


one_hot = OneHot()


def checked(cost):
    def check(p, Y):
        if p.shape != Y.shape:
            raise ValueError
        return cost(p, Y)

    return check


cost_from_probs = checked(lambda p, Y: -(p[Y.bool()].log()).sum() / p.shape[0])


class CrossEntropy(nn.Module):
    def __init__(self):
        super().__init__()
        self.criterion = nn.CrossEntropyLoss()

    def forward(self, z, y):
        if not len(z):
            raise ValueError
        return self.criterion(z, y)


cross_entropy = CrossEntropy()
