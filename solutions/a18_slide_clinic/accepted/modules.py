"""nn.Linear all the way; named_parameters; swapped axes; numpy where no gradient is asked for."""

import numpy as np
import torch
from torch import nn, optim


def hypothesis_from_list(x_data, W, b):
    x = torch.from_numpy(np.array(x_data, dtype="float64")).to(W.dtype)
    return nn.Sigmoid()(nn.functional.linear(x, W.t(), b))


@torch.no_grad()
def constant_conv(conv, weight, bias):
    for name, parameter in conv.named_parameters():
        if name.endswith("weight"):
            parameter.copy_(torch.full(parameter.shape, weight))
        else:
            parameter[:] = bias
    return conv


class WrongImage(ValueError):
    """A subclass of ValueError is a ValueError."""


def to_nchw(image):
    if image.ndim not in (2, 3):
        raise WrongImage(image.ndim)
    if image.ndim == 2:
        image = torch.stack([image], dim=-1)
    if image.size(-1) == 1 or image.size(-1) == 3:
        return image.transpose(1, 2).transpose(0, 1).contiguous().view(1, -1, *image.shape[:2])
    raise WrongImage(image.size(-1))


def logit_row_sums(x, y, W, b, lr, steps):
    model = nn.Linear(*W.shape, dtype=x.dtype)
    model.weight.data = W.detach().T.clone()
    model.bias.data = b.detach().flatten().clone()
    criterion = nn.CrossEntropyLoss()
    optimizer = optim.SGD(model.parameters(), lr=lr)
    rows = torch.empty(steps + 1, x.size(0), dtype=x.dtype)
    for step in range(steps + 1):
        z = model(x)
        rows[step] = torch.sum(z, -1)
        if step < steps:
            optimizer.zero_grad()
            criterion(z, y).backward(retain_graph=True)
            optimizer.step()
    return rows.detach()


def logged_and_true_cost(x_train, y_train, lr, epochs):
    linear = nn.Linear(x_train.shape[1], 1)
    nn.init.zeros_(linear.weight)
    nn.init.zeros_(linear.bias)
    model = nn.Sequential(linear, nn.Sigmoid())
    optimizer = optim.SGD(model.parameters(), lr=lr)
    criterion = nn.BCELoss()
    for _ in range(epochs + 1):
        hypothesis = model(x_train)
        cost = criterion(hypothesis, y_train)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
    with torch.no_grad():
        return [cost.item(), criterion(model(x_train), y_train).item()]


ANSWERS = {"q1": "a", "q2": "b ", "q3": "C", "q4": "b", "q5": "b", "q6": "c", "q7": "b"}


def answers():
    ANSWERS.update(q8="a", q9="b", q10="c")
    return ANSWERS
