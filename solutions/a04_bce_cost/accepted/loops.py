"""Loops over Python numbers, and over elements where the graph is kept."""

import math

import torch


def mse_cost(prediction, y):
    if prediction.shape != y.shape or prediction.numel() == 0:
        raise ValueError
    total = 0
    for p, answer in zip(prediction.flatten(), y.flatten(), strict=True):
        total = total + (p - answer) ** 2
    return total / prediction.numel()


def bce_cost(h, y):
    if tuple(h.shape) != tuple(y.shape) or h.numel() == 0:
        raise ValueError
    costs = []
    for p, answer in zip(h.reshape(-1), y.reshape(-1).tolist(), strict=True):
        if p < 0 or p > 1:
            raise ValueError("h")
        right = p if answer else 1 - p
        costs.append(-torch.log(right + 1e-6))
    return torch.stack(costs).mean()


def cost_gradient(x, y, W, b):
    n, d = x.shape
    grad_W, grad_b = [[0.0] for _ in range(d)], 0.0
    for row, (answer,) in zip(x.tolist(), y.tolist(), strict=True):
        z = sum(value * w for value, (w,) in zip(row, W.tolist(), strict=True)) + b.item()
        error = 1 / (1 + math.exp(-z)) - answer
        for j in range(d):
            grad_W[j][0] += row[j] * error / n
        grad_b += error / n
    return torch.tensor(grad_W, dtype=x.dtype), torch.tensor([grad_b], dtype=x.dtype)


def gradient_step(W, grad, alpha):
    if len(W.shape) != len(grad.shape) or any(
        i != j for i, j in zip(W.shape, grad.shape, strict=True)
    ):
        raise ValueError
    parts = [w - alpha * g for w, g in zip(W.reshape(-1), grad.reshape(-1), strict=True)]
    return torch.stack(parts).reshape(W.shape)
