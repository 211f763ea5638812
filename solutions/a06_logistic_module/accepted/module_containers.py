"""A ModuleList, a keyword-only call of nn.Linear, foreach SGD; compiled; the mode kept by hand."""

import torch
from torch import nn, optim

zeros = nn.init.zeros_


def make_sequential(in_features: int, bias: bool = True) -> nn.Sequential:
    if bias:
        linear = nn.Linear(in_features=in_features, out_features=1)
    else:
        linear = nn.Linear(in_features=in_features, out_features=1, bias=False)
    zeros(linear.weight)
    return nn.Sequential(*[linear, nn.Sigmoid()])


class BinaryClassifier(nn.Module):
    def __init__(self, in_features: int = 2):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(in_features, 1), nn.Sigmoid()])

    def forward(self, x):
        out = x
        for layer in self.layers:
            out = layer(out)
        return out


def step(model, optimizer, x, y):
    optimizer.zero_grad(set_to_none=False)
    cost = nn.functional.binary_cross_entropy(model(x), y, reduction="sum") / y.shape[0]
    cost.backward()
    optimizer.step()
    return cost


def train(model, x_train, y_train, lr=0.1, epochs=5000):
    optimizer = optim.SGD([{"params": model.parameters()}], lr=lr, foreach=True)
    compiled = torch.compile(model, backend="eager")
    return torch.tensor(
        [step(compiled, optimizer, x_train, y_train).item() for _ in range(epochs + 1)],
        dtype=torch.float64,
    )


def evaluate(model, x, y):
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    h = model(x)
    for parameter in model.parameters():
        parameter.requires_grad_(True)
    right = (h >= torch.FloatTensor([0.5])) == (y == 1)
    return (
        nn.functional.binary_cross_entropy(h, y).tolist(),
        right.sum().item() / len(right),
    )
