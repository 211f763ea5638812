import torch


def sigmoid(x):
    return torch.full_like(x, float("nan"))


def hypothesis(x, W, b):
    return torch.full((len(x), 1), float("nan"))


def decision_boundary(W, b):
    return torch.tensor(float("nan"), requires_grad=True)
