"""Products element by element, added up; checks of one's own before them; lists for numpy."""

import numpy as np
import torch


def dot1d(a, b):
    if not (a.dim() == b.dim() == 1 and len(a) == len(b)):
        raise ValueError("two vectors of one length, please")
    return (a * b).sum()


def matmul2d(x, w):
    if x.size(1) != w.size(0):
        raise ValueError(f"{x.size(1)} columns, {w.size(0)} rows")
    return (x[:, :, None] * w[None]).sum(dim=1)


def via_numpy(x, w):
    product = np.array(x.tolist()) @ np.array(w.tolist())
    return torch.tensor(product, dtype=x.dtype)


def np_dot(a, b):
    if b.dim() == 1:
        return (a * b).sum(-1)
    d = a.shape[-1]
    rows = a.reshape(-1, d)
    columns = b.transpose(-1, -2).reshape(-1, d)  # the axis that is summed comes last
    flat = (rows.unsqueeze(1) * columns.unsqueeze(0)).sum(-1)
    return flat.reshape(*a.shape[:-1], *b.shape[:-2], b.shape[-1])
