"""List comprehensions, a class, early returns, generators, training that remembers nothing, full-width letters."""

import torch
import torch.nn.functional as F
from torch import nn, optim


def hypothesis_from_list(x_data, W, b):
    x_train = torch.FloatTensor(x_data)
    if W.dtype == torch.float64:
        x_train = torch.DoubleTensor(x_data)
    return 0.5 * (1 + torch.tanh((x_train.matmul(W) + b) / 2))


def constant_conv(conv, weight, bias):
    nn.init.uniform_(conv.weight, weight, weight)
    try:
        nn.init.uniform_(conv.bias, bias, bias)
    except (AttributeError, TypeError):
        pass
    return conv


def to_nchw(image):
    if len(image.shape) < 2 or len(image.shape) > 3:
        raise ValueError
    grey = len(image.shape) == 2
    if grey:
        return image.unsqueeze(0).unsqueeze(0)
    if image.shape[2] == 3:
        red, green, blue = image.unbind(2)
        return torch.stack((red, green, blue)).unsqueeze(0)
    if image.shape[2] != 1:
        raise ValueError
    return image.squeeze(2).unsqueeze(0).unsqueeze(0)


class Softmax:
    def __init__(self, W, b, lr):
        self.W = torch.tensor(W.tolist(), dtype=W.dtype, requires_grad=True)
        self.b = torch.tensor(b.tolist(), dtype=b.dtype, requires_grad=True)
        self.optimizer = optim.SGD([self.W, self.b], lr)

    def z(self, x):
        return x.mm(self.W) + self.b

    def step(self, x, y):
        self.optimizer.zero_grad()
        F.cross_entropy(self.z(x), y).backward()
        self.optimizer.step()


def logit_row_sums(x, y, W, b, lr, steps):
    model = Softmax(W, b, lr)
    result = model.z(x).sum(dim=1, keepdim=True).t()
    for _ in range(steps):
        model.step(x, y)
        result = torch.cat([result, model.z(x).sum(dim=1).view(1, -1)])
    return result


def history(x, y, lr):
    """The costs, for ever."""
    x, y = x.double(), y.double()
    W = torch.zeros(x.size(1), 1, dtype=torch.float64, requires_grad=True)
    b = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    while True:
        cost = nn.BCELoss()(torch.sigmoid(x @ W + b), y)
        yield cost.item()
        cost.backward()
        for parameter in (W, b):
            parameter.data -= lr * parameter.grad
            parameter.grad = None


def logged_and_true_cost(x_train, y_train, lr, epochs):
    costs = history(x_train, y_train, lr)
    for _ in range(epochs):
        next(costs)
    return next(costs), next(costs)


def answers():
    return {
        "Q1": "ａ", "Q2": "b", "Ｑ３": "Ｃ", "Q4": "b", "Q5": "b", "Q6": "c", "Q7": "b", "Q8": "a",
        "Q9": "b", "Q10": "c", "comment": "재미있었습니다",
    }  # fmt: skip
