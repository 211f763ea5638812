"""Torch's own functions behind the checks, and autograd for the gradient."""

import torch
import torch.nn.functional as F


def check(first, second):
    if first.size() != second.size() or 0 in first.size():
        raise ValueError(f"{first.size()}, {second.size()}")


def mse_cost(prediction, y):
    check(prediction, y)
    return F.mse_loss(prediction, y)


def bce_cost(h, y):
    check(h, y)
    return F.binary_cross_entropy(h, y.type_as(h))


def cost_gradient(x, y, W, b):
    W = W.detach().clone().requires_grad_(True)
    b = b.detach().clone().requires_grad_(True)
    cost = bce_cost(torch.sigmoid(x.matmul(W) + b), y)
    cost.backward()
    return W.grad, b.grad


def gradient_step(W, grad, alpha):
    if W.shape != grad.shape:
        raise RuntimeError("W and grad differ in shape")
    return W.sub(grad, alpha=alpha)
