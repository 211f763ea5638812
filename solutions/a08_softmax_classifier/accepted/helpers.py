"""A helper class, a copy in float64 whose weights go back into the model, functions made elsewhere."""

import copy
from functools import partial

import torch
from torch import Tensor, nn


class Trainer:
    """Descends; remembers the costs of one training."""

    def __init__(self, parameters: list[Tensor], lr: float) -> None:
        self.parameters, self.lr, self.costs = parameters, lr, []

    def step(self, z: Tensor, y: Tensor) -> None:
        cost = nn.functional.cross_entropy(z, y, reduction="sum") / len(y)
        gradients = torch.autograd.grad(cost, self.parameters)
        for parameter, gradient in zip(self.parameters, gradients, strict=True):
            parameter.data = parameter.data - self.lr * gradient
        self.costs.append(cost.item())


def train_by_hand(x_train, y_train, num_classes=3, lr=0.1, epochs=1000):
    x = x_train.double()
    W = torch.zeros(x.shape[1], num_classes, dtype=torch.float64, requires_grad=True)
    b = torch.zeros(1, num_classes, dtype=torch.float64, requires_grad=True)
    trainer = Trainer([W, b], lr)
    for _ in range(1 + epochs):
        trainer.step(x.matmul(W) + b, y_train)
    W, b = (part.detach().to(x_train.dtype) for part in (W, b))
    return W, b, torch.tensor(trainer.costs, dtype=x_train.dtype)


def train(model, x_train, y_train, lr=0.1, epochs=1000):
    double = copy.deepcopy(model).double()
    trainer = Trainer(list(double.parameters()), lr)
    for _ in range(1 + epochs):
        trainer.step(double(x_train.double()), y_train)
    model.load_state_dict(double.state_dict())
    return torch.tensor(trainer.costs)


predict = partial(torch.argmax, dim=1)


def mean(right: list[bool]) -> float:
    if not right:
        raise ValueError("no data")
    return right.count(True) / len(right)


accuracy = lambda z, y: mean([g == t for g, t in zip(predict(z), y, strict=True)])  # noqa: E731
