"""Loops; parameters replaced; pixels copied one by one; the gradient by hand; capitals in the quiz."""

import torch
from torch import nn


def hypothesis_from_list(x_data, W, b):
    rows = []
    for row in x_data:
        z = b[0]
        for i in range(len(row)):
            z = z + row[i] * W[i, 0]
        rows.append(1 / (1 + torch.exp(-z)))
    return torch.stack(rows).reshape(len(x_data), 1)


def constant_conv(conv, weight, bias):
    conv.weight = nn.Parameter(torch.full_like(conv.weight, weight))
    if isinstance(conv.bias, nn.Parameter):
        conv.bias = nn.Parameter(torch.full_like(conv.bias, bias))
    return conv


def to_nchw(image):
    shape = tuple(image.shape)
    if len(shape) == 2:
        H, W = shape
        C = 1
    elif len(shape) == 3 and (shape[2] == 1 or shape[2] == 3):
        H, W, C = shape
    else:
        raise ValueError("(H, W, 3), (H, W, 1) or (H, W)")
    result = torch.zeros(1, C, H, W, dtype=image.dtype)
    for c in range(C):
        result[0, c] = image if len(shape) == 2 else image[:, :, c]
    return result


def logit_row_sums(x, y, W, b, lr, steps):
    W, b = W.detach().clone(), b.detach().clone().reshape(1, -1)
    n = len(x)
    sums = [(x @ W + b).sum(1)]
    for _ in range(steps):
        p = torch.softmax(x @ W + b, 1)
        p[range(n), y] -= 1
        W -= lr * x.T @ p / n
        b -= lr * p.mean(0)
        sums.append((x @ W + b).sum(1))
    return torch.stack(sums)


def bce(h, y):
    return -(y * torch.log(h) + (1 - y) * torch.log(1 - h)).mean()


def logged_and_true_cost(x_train, y_train, lr, epochs):
    W, b = torch.zeros(x_train.shape[1], 1), torch.zeros(1)
    epoch = 0
    while epoch <= epochs:
        h = torch.sigmoid(x_train @ W + b)
        logged = bce(h, y_train).item()
        W = W - lr * x_train.T @ (h - y_train) / len(h)
        b = b - lr * (h - y_train).mean(0)
        epoch += 1
    return logged, bce(torch.sigmoid(x_train @ W + b), y_train).item()


def answers():
    result = {}
    for number, letter in enumerate("ABCBBCBABC", start=1):
        result[f"Q{number}"] = letter
    return result
