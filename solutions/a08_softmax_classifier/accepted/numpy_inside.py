"""numpy, in float64, where no gradient is asked for."""

import numpy as np
import torch


def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    x = x_train.numpy().astype(np.float64)
    Y = np.eye(num_classes)[y_train.numpy()]
    W, b = np.zeros((x.shape[1], num_classes)), np.zeros((1, num_classes))
    costs = np.empty(epochs + 1)
    for epoch in range(epochs + 1):
        z = x @ W + b
        e = np.exp(z - z.max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        costs[epoch] = -np.log((p * Y).sum(axis=1)).mean()
        delta = (p - Y) / len(x)
        W, b = W - lr * (x.T @ delta), b - lr * delta.sum(axis=0, keepdims=True)
    W, b = (torch.from_numpy(part).to(x_train.dtype) for part in (W, b))
    return W, b, torch.from_numpy(costs)


def predict(z):
    return torch.from_numpy(z.detach().numpy().argmax(axis=1))


def accuracy(z, y):
    if len({len(z), len(y)}) > 1 or 0 in (len(z), len(y)):
        raise ValueError("lengths")
    return np.mean(z.detach().numpy().argmax(axis=1) == y.numpy())
