"""Loops over elements in Python floats, and numpy inside."""

import numpy as np
import torch


def momentum_step(w, v, grad, lr, m=0.9):
    if len({tuple(w.shape), tuple(v.shape), tuple(grad.shape)}) > 1:
        raise ValueError("different shapes")
    if lr < 0:
        raise ValueError("negative learning rate")
    if m < 0 or m >= 1:
        raise ValueError("impossible momentum")
    new_w, new_v = [], []
    for a, b, g in zip(w.flatten(), v.flatten(), grad.flatten(), strict=True):
        velocity = m * b.item() - lr * g.item()
        new_v.append(velocity)
        new_w.append(a.item() + velocity)
    return (
        torch.tensor(new_w, dtype=w.dtype).reshape(w.shape),
        torch.tensor(new_v, dtype=w.dtype).reshape(w.shape),
    )


def run_momentum(A, w0, lrs, m):
    matrix, w = A.numpy(), w0.numpy()
    v = np.zeros_like(w)
    path = [w]
    for lr in lrs:
        v = m * v - lr * matrix.dot(w)
        w = w + v
        path.append(w)
    return torch.from_numpy(np.array(path))


def torch_momentum_step(w, buf, grad, lr, m=0.9):
    new_w, new_buf = torch.zeros_like(w), torch.zeros_like(w)
    for index in np.ndindex(*w.shape):
        new_buf[index] = m * buf[index] + grad[index]
        new_w[index] = w[index] - lr * new_buf[index]
    return new_w, new_buf


def to_torch_buffer(v, lr):
    if lr <= 0:
        raise ValueError("lr must be positive")
    values = [-value / lr for value in v.reshape(-1).tolist()]
    return torch.tensor(values, dtype=v.dtype).view(v.shape)
