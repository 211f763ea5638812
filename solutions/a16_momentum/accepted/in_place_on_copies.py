"""In-place operators on clones, try/except around torch.stack, which does not broadcast."""

import torch


@torch.no_grad()
def momentum_step(w, v, grad, lr, m=0.9):
    try:
        torch.stack([w, v, grad])
    except RuntimeError as error:
        raise ValueError("shapes differ") from error
    if min(lr, m) < 0 or m >= 1:
        raise ValueError("out of range")
    w, v = w.clone(), v.clone()
    v.mul_(m)
    v -= lr * grad
    w += v
    return [w, v]


@torch.no_grad()
def run_momentum(A, w0, lrs, m):
    w, v = w0.clone(), w0 * 0
    path = [w.clone()]
    for lr in lrs:
        v *= m
        v -= lr * (w @ A)
        w += v
        path.append(w.clone())
    return torch.vstack(path)


@torch.no_grad()
def torch_momentum_step(w, buf, grad, lr, m=0.9):
    w, buf = w.clone(), buf.clone()
    buf.mul_(m).add_(grad)
    w.add_(buf, alpha=-lr)
    return [w, buf]


@torch.no_grad()
def to_torch_buffer(v, lr):
    if lr <= 0:
        raise ValueError
    return v.clone().neg_().div_(lr)
