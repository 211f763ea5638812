"""numpy, in float64, where no gradient is asked for; a tuple of costs; weights drawn at random."""

import numpy as np
import torch


def step(x):
    return torch.from_numpy(np.where(x.numpy() >= 0, 1, 0)).to(x.dtype)


def perceptron(x, W, b):
    return torch.from_numpy((np.dot(x.numpy(), W.numpy()) + b >= 0).astype(np.float32))


def gate(name):
    low, high = {"AND": (-2, -1), "OR": (-1, 0), "NAND": (-2, -1)}.get(name, (None, None))
    if low is None:
        raise ValueError
    b = np.random.uniform(low + 0.1, high - 0.1)
    return (torch.full((2,), -1.0), -b) if name == "NAND" else (torch.full((2,), 1.0), b)


def xor_gate(x):
    first, second = x.numpy().T
    return torch.from_numpy(np.logical_xor(first, second).astype("float32"))


def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    x, y = (part.detach().numpy().astype(np.float64) for part in (X, Y))
    w, c = (part.detach().numpy().astype(np.float64) for part in (W, b))
    costs = []
    for _ in range(epochs + 1):
        h = 1 / (1 + np.exp(-(x @ w + c)))
        costs.append(-np.mean(y * np.log(h) + (1 - y) * np.log(1 - h)))
        w = w - lr * x.T @ (h - y) / len(x)
        c = c - lr * (h - y).mean(axis=0)
    return torch.tensor(w, dtype=torch.float32), torch.tensor(c, dtype=torch.float32), tuple(costs)


def is_separable(Y):
    """The perceptron rule: it ends where there is a line, and goes on for ever where there is none."""
    x = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
    w = np.zeros(3)
    for _ in range(100):
        mistakes = 0
        for row, y in zip(x, Y.numpy()):
            guess = 1 if row @ w > 0 else 0
            w += (y - guess) * row
            mistakes += guess != y
        if mistakes == 0:
            return True
    return False
