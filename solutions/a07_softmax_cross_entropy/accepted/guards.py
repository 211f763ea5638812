"""Small numbers for safety, a loop to move the axis, a right answer with prints in it."""

import torch

EPS = 1e-7
seen = []


def softmax(z, dim=-1):
    seen.append(z.shape)
    m, _ = torch.max(z, dim=dim, keepdim=True)
    e_z = torch.exp(z - m)
    s = torch.sum(e_z, dim=dim, keepdim=True)
    return torch.div(e_z, s + 1e-12)


def one_hot(y, k):
    n = y.shape[0]
    Y = torch.zeros((n, k))
    if n == 0:
        return Y
    if torch.min(y) < 0:
        raise ValueError("negative label")
    if torch.max(y) > k - 1:
        raise ValueError("label too large")
    Y[torch.arange(n), y] = 1
    return Y


def cost_from_probs(p, Y):
    if p.shape == Y.shape:
        p = torch.clamp(p, EPS, 1 - EPS)
        cost = (-1 / len(p)) * torch.einsum("ij,ij->", Y, torch.log(p))
        print("cost", cost)
        return cost
    raise ValueError("shape mismatch")


def cross_entropy(z, y):
    n = z.shape[0]
    if n < 1:
        raise ValueError("empty")
    if y.dim() > 1 or y.shape[0] != n:
        raise ValueError("y must be (n,)")
    if (y < 0).sum() > 0:
        raise ValueError("negative label")
    log_p = torch.log_softmax(z, dim=-1)
    return torch.nn.functional.nll_loss(log_p, y, reduction="sum") / n
