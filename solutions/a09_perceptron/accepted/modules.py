"""nn.Linear, the loop of the slide, heaviside; b as a 0-d tensor; separability by training."""

import torch
from torch import nn


def step(x):
    return torch.heaviside(x, torch.ones_like(x))


def perceptron(x, W, b):
    layer = nn.Linear(len(W), 1)
    layer.weight.data = W.unsqueeze(0)
    layer.bias.data = torch.tensor([b])
    return step(layer(x).detach().squeeze(1))


def gate(name: str):
    sign = {"AND": 1, "NAND": -1}.get(name)
    if name == "OR":
        return torch.ones(2), torch.tensor(-0.5)
    if sign is None:
        raise ValueError("AND, OR or NAND, not " + repr(name))
    return sign * torch.ones(2), torch.tensor(sign * -1.5)


class XorNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden, self.output = nn.Linear(2, 2), nn.Linear(2, 1)
        self.hidden.weight.data = torch.tensor([[2.0, 2.0], [-2.0, -2.0]])
        self.hidden.bias.data = torch.tensor([-1.0, 3.0])
        self.output.weight.data = torch.tensor([[2.0, 2.0]])
        self.output.bias.data = torch.tensor([-3.0])

    def forward(self, x):
        return step(self.output(step(self.hidden(x)))).flatten()


xor_gate = torch.no_grad()(XorNetwork())


def train_single_layer(X, Y, W, b, lr=1.0, epochs=10000):
    linear = nn.Linear(2, 1, bias=True)
    with torch.no_grad():
        linear.weight.copy_(W.t())
        linear.bias.copy_(b)
    model = nn.Sequential(linear, nn.Sigmoid())
    criterion = torch.nn.BCELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    costs = torch.empty(epochs + 1)
    for epoch in range(epochs + 1):
        optimizer.zero_grad()
        hypothesis = model(X)
        cost = criterion(hypothesis, Y)
        cost.backward()
        optimizer.step()
        costs[epoch] = cost.item()
    return linear.weight.t(), linear.bias, costs


def is_separable(Y):
    X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    W, b, _ = train_single_layer(X, Y.view(4, 1), torch.zeros(2, 1), torch.zeros(1), 5.0, 120)
    predicted = (torch.sigmoid(X @ W + b) > 0.5).float().view(4)
    return bool(torch.equal(predicted, Y))
