"""a09_perceptron: reference solution, in the idiom of the slides."""

import torch
from torch import Tensor, nn, optim


def step(x: Tensor) -> Tensor:
    """1 where x >= 0, else 0: any shape and dtype kept. Slide "활성화함수(계단함수)"."""
    return (x >= 0).to(x.dtype)


def perceptron(x: Tensor, W: Tensor, b: float) -> Tensor:
    """f(Σ W_i x_i + b): (n, d), (d,) → (n,)."""
    return step(x.matmul(W) + b)


def gate(name: str) -> tuple[Tensor, float]:
    """W (2,) and b of a perceptron that is AND, OR or NAND: every sum is 0.5 or more from 0."""
    if name == "AND":
        return torch.tensor([1.0, 1.0]), -1.5
    if name == "OR":
        return torch.tensor([1.0, 1.0]), -0.5
    if name == "NAND":
        return torch.tensor([-1.0, -1.0]), 1.5
    raise ValueError(f"one perceptron cannot be {name}")


def xor_gate(x: Tensor) -> Tensor:
    """XOR = OR and NAND: (n, 2) → (n,)."""
    hidden = torch.stack([perceptron(x, *gate("OR")), perceptron(x, *gate("NAND"))], dim=1)
    return perceptron(hidden, *gate("AND"))


def train_single_layer(
    X: Tensor, Y: Tensor, W: Tensor, b: Tensor, lr: float = 1.0, epochs: int = 10000
) -> tuple[Tensor, Tensor, Tensor]:
    """σ(XW + b) from the given W (2, 1), b (1,): after epochs + 1 updates W, b, and costs."""
    W = W.detach().clone().requires_grad_(True)
    b = b.detach().clone().requires_grad_(True)
    criterion = nn.BCELoss()
    optimizer = optim.SGD([W, b], lr=lr)
    costs = []
    for _ in range(epochs + 1):
        hypothesis = torch.sigmoid(X.matmul(W) + b)
        cost = criterion(hypothesis, Y)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        costs.append(cost.item())  # computed before the update
    return W.detach(), b.detach(), torch.tensor(costs)


def is_separable(Y: Tensor) -> bool:
    """Whether one perceptron can make the truth table Y (4,).

    (0.5, 0.5) is the middle of both diagonals. Where one diagonal is all 1 and the other all 0, it
    would have to lie on both sides of the line.
    """
    y00, y01, y10, y11 = Y.tolist()
    return not (y00 == y11 and y01 == y10 and y00 != y01)
