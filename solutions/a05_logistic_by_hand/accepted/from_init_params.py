"""The parameters of init_params, turned into leaves of the right dtype; einsum; a guard in the log."""

import torch


def init_params(d: int):
    if d < 1:
        raise ValueError("d")
    W, b = torch.zeros([d, 1]), torch.zeros([1])
    for parameter in (W, b):
        parameter.requires_grad_()
    return W, b


def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W, b = init_params(x_train.shape[1])
    W = W.detach().to(x_train.dtype).requires_grad_()
    b = b.detach().to(x_train.dtype).requires_grad_()
    optimizer = torch.optim.SGD([{"params": W}, {"params": b}], lr=lr)
    costs = []
    e = 0
    while e <= epochs:
        hypothesis = (torch.einsum("nd,dk->nk", x_train, W) + b).sigmoid()
        right = torch.log(hypothesis + 1e-7)
        wrong = torch.log(1 - hypothesis + 1e-7)
        cost = torch.mean(-y_train * right - (1 - y_train) * wrong)
        costs.append(cost.detach())
        cost.backward()
        optimizer.step()
        optimizer.zero_grad()
        e += 1
    return W.data, b.data, costs


def accuracy(h, y, threshold: float = 0.5) -> float:
    if h.shape == y.shape:
        return sum((h >= threshold).flatten() == y.flatten()).item() / h.numel()
    raise ValueError("the shapes of h and y differ")
