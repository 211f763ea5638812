"""Steps as products with one matrix that holds the whole formula."""

import torch


def momentum_step(w, v, grad, lr, m=0.9):
    if w.shape != v.shape or v.shape != grad.shape or lr < 0 or not (0 <= m < 1):
        raise ValueError
    formula = torch.tensor([[1, m, -lr], [0, m, -lr]], dtype=w.dtype)
    return tuple(torch.tensordot(formula, torch.stack([w, v, grad]), dims=1))


def run_momentum(A, w0, lrs, m):
    d = len(w0)
    one, zero = torch.eye(d, dtype=w0.dtype), torch.zeros(d, d, dtype=w0.dtype)
    state = torch.cat([w0, torch.zeros_like(w0)])
    states = [state]
    for lr in lrs:
        velocity = torch.cat([-lr * A, m * one], dim=1)
        state = (torch.cat([one, zero], dim=1) + velocity) @ state, velocity @ state
        state = torch.cat(state)
        states.append(state)
    return torch.stack(states)[:, :d]


def torch_momentum_step(w, buf, grad, lr, m=0.9):
    formula = torch.tensor([[1, -lr * m, -lr], [0, m, 1]], dtype=w.dtype)
    return torch.tensordot(formula, torch.stack([w, buf, grad]), dims=1).unbind()


def to_torch_buffer(v, lr):
    if lr <= 0:
        raise ValueError
    minus_lr = torch.tensor([[-lr]], dtype=v.dtype)
    return torch.linalg.solve(minus_lr, v.reshape(1, -1)).reshape(v.shape)
