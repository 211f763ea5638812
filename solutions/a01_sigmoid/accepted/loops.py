"""A loop that keeps the graph, addmm, and torch.special."""

import torch


def sigmoid(x):
    if x.numel() == 0:
        return torch.empty_like(x)
    return torch.stack([torch.special.expit(value) for value in x.flatten()]).reshape(x.shape)


def hypothesis(x, W, b):
    return torch.special.expit(torch.addmm(b, x, W))


def predict(h, threshold=0.5):
    result = torch.zeros(h.shape, dtype=torch.bool)
    result[h >= threshold] = True
    return result


def decision_boundary(W, b):
    try:
        1 / W.item()
    except ZeroDivisionError:
        raise ValueError("no boundary") from None
    return -(b / W)[0, 0]
