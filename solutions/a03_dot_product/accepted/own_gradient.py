"""A gradient of one's own, results filled in place, .numpy() where no gradient is recorded."""

import numpy as np
import torch
from torch import Tensor


def dot1d(a, b):
    if len(a) != len(b) or a.ndim != 1 or b.ndim != 1:
        raise ValueError("two vectors of one length")
    total = torch.tensor(0, dtype=a.dtype)
    for i in range(len(a)):
        total += a[i] * b[i]
    return total


def matmul2d(x, w):
    n, d = x.shape
    if d != w.shape[0]:
        raise ValueError(f"{d} and {w.shape[0]}")
    out = torch.zeros((n, w.shape[1]), dtype=x.dtype)
    for i in range(n):
        for j in range(w.shape[1]):
            for k in range(d):
                out[i, j] += x[i, k] * w[k, j]
    return out


def via_numpy(x, w):
    with torch.no_grad():  # here .numpy() takes tensors that require grad, too
        a = np.dot(x.numpy(), w.numpy())
    return torch.as_tensor(a)


class NumpyDot(torch.autograd.Function):
    """numpy.dot forwards, tensordot backwards."""

    @staticmethod
    def forward(ctx, a: Tensor, b: Tensor) -> Tensor:
        ctx.save_for_backward(a, b)
        return torch.tensor(np.dot(a.detach().numpy(), b.detach().numpy()))

    @staticmethod
    def backward(ctx, cotangent: Tensor):
        with torch.enable_grad():
            a, b = (tensor.detach().requires_grad_() for tensor in ctx.saved_tensors)
            out = torch.tensordot(a, b, dims=([-1], [max(b.dim() - 2, 0)]))
            return torch.autograd.grad(out, (a, b), cotangent)


np_dot = NumpyDot.apply
