"""Python numbers and loops from end to end; costs as a tuple."""

import math

import torch


def init_params(d):
    if d < 1:
        raise ValueError
    zeros = [[0.0] for _ in range(d)]
    return torch.tensor(zeros, requires_grad=True), torch.tensor([0.0], requires_grad=True)


def sigma(z):
    return 1 / (1 + math.exp(-z))


def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    rows, answers = x_train.tolist(), [y for (y,) in y_train.tolist()]
    n, d = len(rows), len(rows[0])
    W, b, costs = [0.0] * d, 0.0, []
    for _ in range(epochs + 1):
        H = [sigma(sum(w * v for w, v in zip(W, row, strict=True)) + b) for row in rows]
        costs.append(
            -sum(math.log(h) if y else math.log(1 - h) for h, y in zip(H, answers, strict=True)) / n
        )
        gaps = [h - y for h, y in zip(H, answers, strict=True)]
        W = [
            w - lr * sum(g * row[k] for g, row in zip(gaps, rows, strict=True)) / n
            for k, w in enumerate(W)
        ]
        b -= lr * sum(gaps) / n
    W, b = torch.tensor([[w] for w in W]), torch.tensor([b])
    return W.to(x_train.dtype), b.to(x_train.dtype), tuple(costs)


def accuracy(h, y, threshold=0.5):
    if h.shape != y.shape:
        raise ValueError
    hits = 0
    for guess, truth in zip(h.flatten().tolist(), y.flatten().tolist(), strict=True):
        if (1.0 if guess >= threshold else 0.0) == truth:
            hits += 1
    return hits / h.numel()
