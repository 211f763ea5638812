"""The gradient written down, no autograd; costs put into a tensor made beforehand."""

import torch

SHAPES = "h is {}, but y is {}"


class ShapeError(ValueError):
    """A subclass of ValueError is a ValueError."""


def init_params(d):
    if not d >= 1:
        raise ShapeError(d)
    return tuple(torch.zeros(shape).requires_grad_() for shape in ((d, 1), (1,)))


def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    n, d = x_train.shape
    W, b = x_train.new_zeros(d, 1), x_train.new_zeros(1)
    costs = x_train.new_empty(epochs + 1)
    for e in range(epochs + 1):
        h = 1 / (1 + torch.exp(-(x_train.mm(W) + b)))
        costs[e] = -torch.where(y_train == 1, h, 1 - h).log().mean()
        gap = (h - y_train) / n
        W, b = W - lr * x_train.T.mm(gap), b - lr * gap.sum(0)
    return W, b, costs


def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ShapeError(SHAPES.format(tuple(h.shape), tuple(y.shape)))
    right = torch.where(h >= threshold, y == 1, y == 0)
    return 1.0 if right.all() else right.double().mean().item()
