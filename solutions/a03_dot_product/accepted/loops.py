"""Loops only, in the style of a first week."""

import numpy as np
import torch


def dot1d(a, b):
    if a.dim() != 1 or b.dim() != 1:
        raise RuntimeError("1D tensors expected")
    if a.shape[0] != b.shape[0]:
        raise RuntimeError("the lengths are not the same")
    result = 0
    for i in range(a.shape[0]):
        result = result + a[i] * b[i]
    return result


def matmul2d(x, w):
    n, d = x.shape
    e, k = w.shape
    if d != e:
        raise ValueError("sizes do not match")
    rows = []
    for i in range(n):
        row = []
        for j in range(k):
            row.append(dot1d(x[i], w[:, j]))
        rows.append(torch.stack(row))
    return torch.stack(rows)


def via_numpy(x, w):
    x_np = x.detach().numpy().copy()
    w_np = w.detach().numpy().copy()
    if x_np.ndim == 1:
        total = 0.0
        for i in range(len(x_np)):
            total += float(x_np[i]) * float(w_np[i])
        return torch.tensor(total, dtype=x.dtype)
    one = w_np.ndim == 1
    if one:
        w_np = w_np.reshape(-1, 1)
    result = np.zeros((x_np.shape[0], w_np.shape[1]), dtype=x_np.dtype)
    for i in range(x_np.shape[0]):
        for j in range(w_np.shape[1]):
            result[i, j] = sum(x_np[i] * w_np[:, j])
    if one:
        result = result[:, 0]
    return torch.from_numpy(result)


def np_dot(a, b):
    if a.dim() > 1:
        return torch.stack([np_dot(part, b) for part in a])
    if b.dim() > 2:
        return torch.stack([np_dot(a, part) for part in b])
    if b.dim() == 2:
        return torch.stack([dot1d(a, b[:, j]) for j in range(b.shape[1])])
    return dot1d(a, b)
