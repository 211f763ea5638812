"""A guard in each log only, the variance of the differences, requires_grad set on W and b."""

import torch
import torch.nn.functional as F


def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    difference = prediction - y
    return difference.var(correction=0) + difference.mean() ** 2


def bce_cost(h, y):
    if h.shape != y.shape or h.numel() == 0:
        raise ValueError
    if not ((h >= 0) & (h <= 1)).all():
        raise ValueError
    tiny = torch.finfo(h.dtype).tiny
    y = 1 * y
    costs = -y * h.clamp(min=tiny).log() - (1 - y) * (1 - h).clamp(min=tiny).log()
    return torch.sum(costs) / costs.numel()


def cost_gradient(x, y, W, b):
    W.requires_grad_(True)
    b.requires_grad = True
    F.binary_cross_entropy(torch.sigmoid(x.matmul(W) + b), y).backward()
    return W.grad, b.grad


def gradient_step(W, grad, alpha):
    if W.shape != grad.shape:
        raise ValueError
    return torch.addcmul(W, torch.full_like(grad, alpha), grad, value=-1)
