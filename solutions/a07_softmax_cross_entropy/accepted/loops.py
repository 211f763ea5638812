"""Row by row, element by element."""

import torch


def softmax(z, dim=-1):
    if z.dim() == 1:
        biggest = z[0]
        for value in z:
            if value > biggest:
                biggest = value
        exps = [torch.exp(value - biggest) for value in z]
        total = sum(exps)
        return torch.stack([e / total for e in exps])
    if len(z) == 0:
        return z.clone()
    rows = z.movedim(dim, -1)
    return torch.stack([softmax(row) for row in rows]).movedim(-1, dim)


def one_hot(y, k):
    result = torch.zeros(len(y), k)
    for i, label in enumerate(y.tolist()):
        if label < 0 or label >= k:
            raise ValueError(f"{label} is no class")
        result[i][label] = 1
    return result


def cost_from_probs(p, Y):
    if list(p.shape) != list(Y.shape):
        raise ValueError
    total = 0
    n, k = p.shape
    for i in range(n):
        for j in range(k):
            if Y[i, j] != 0:
                total = total - Y[i, j] * torch.log(p[i, j])
    return total / n


def cross_entropy(z, y):
    n = len(z)
    if n == 0 or y.dim() != 1 or len(y) != n:
        raise ValueError
    costs = []
    for row, label in zip(z, y.tolist(), strict=True):
        if label not in range(len(row)):
            raise IndexError(label)
        costs.append(torch.logsumexp(row, 0) - row[label])
    return sum(costs) / n
