"""One log of the probability of the right answer; logs and not probabilities are cut off."""

import torch


def mse_cost(prediction, y):
    if prediction.shape != y.shape:
        raise ValueError("shape")
    if not prediction.nelement():
        raise ValueError("empty")
    return torch.square(torch.sub(prediction, y)).sum() / prediction.nelement()


def bce_cost(h, y):
    if h.shape != y.shape:
        raise ValueError("shape")
    if not h.nelement():
        raise ValueError("empty")
    if not bool(torch.logical_and(h >= 0, h <= 1).all()):
        raise RuntimeError("logits?")
    return torch.where(y == 1, h, 1 - h).log().clamp(min=-100).mean().neg()


def cost_gradient(x, y, W, b):
    error = torch.special.expit(torch.addmm(b, x, W)).sub(y).div(y.size(0))
    return torch.einsum("nd,nk->dk", x, error), error.sum(dim=0)


def gradient_step(W, grad, alpha):
    if W.shape != grad.shape:
        raise ValueError("shape")
    return torch.add(W, torch.mul(grad, -alpha))
