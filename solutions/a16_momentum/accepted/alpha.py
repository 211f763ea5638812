"""torch.add and torch.sub with alpha, paths written into a tensor made beforehand."""

import torch


def momentum_step(w, v, grad, lr, m=0.9):
    if v.size() != w.size() or grad.size() != w.size():
        raise ValueError("w, v and grad differ in shape")
    if lr < 0 or m < 0 or m >= 1:
        raise ValueError("lr or m is out of range")
    v_next = torch.sub(m * v, grad, alpha=lr)
    return torch.add(w, v_next), v_next


def run_momentum(A, w0, lrs, m):
    path = w0.new_empty(len(lrs) + 1, len(w0))
    path[0] = w0
    v = torch.zeros_like(w0)
    for i, lr in enumerate(lrs):
        v = torch.sub(m * v, torch.mv(A, path[i]), alpha=lr)
        path[i + 1] = path[i] + v
    return path


def torch_momentum_step(w, buf, grad, lr, m=0.9):
    buf_next = torch.add(grad, buf, alpha=m)
    return torch.sub(w, buf_next, alpha=lr), buf_next


def to_torch_buffer(v, lr):
    if not lr > 0:
        raise ValueError("no buffer")
    return torch.div(v, -lr)
