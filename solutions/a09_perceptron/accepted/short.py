"""Lambdas, partial sums, autograd.grad, a cost from logits, a set of exceptions."""

import torch
import torch.nn.functional as F

step = lambda x: torch.where(x < 0, 0.0, 1.0).type_as(x)  # noqa: E731
perceptron = lambda x, W, b: step(torch.einsum("nd,d->n", x, W) + b)  # noqa: E731


def gate(name):
    match name:
        case "AND":
            return [torch.tensor([3.0, 2.0]), -4]
        case "OR":
            return [torch.tensor([3.0, 2.0]), -1]
        case "NAND":
            return [torch.tensor([-3.0, -2.0]), 4]
    raise ValueError(f"unknown gate: {name}")


def xor_gate(x):
    return (x[:, 0] - x[:, 1]).abs()


def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    parameters = [W.detach().clone().requires_grad_(), b.detach().clone().requires_grad_()]
    costs = []
    for _ in range(epochs + 1):
        W, b = parameters
        cost = F.binary_cross_entropy_with_logits(X @ W + b, Y)
        costs.append(cost.detach())
        gradients = torch.autograd.grad(cost, parameters)
        parameters = [
            (p - lr * g).detach().requires_grad_() for p, g in zip(parameters, gradients)
        ]
    return *parameters, torch.stack(costs)


NOT_SEPARABLE = {(0.0, 1.0, 1.0, 0.0), (1.0, 0.0, 0.0, 1.0)}


def is_separable(Y):
    return tuple(Y.tolist()) not in NOT_SEPARABLE
