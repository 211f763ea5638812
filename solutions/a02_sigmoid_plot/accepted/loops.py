"""Point by point, with cases; plt.show() before the return, and the current figure as the result."""

import matplotlib.pyplot as plt
import torch


def sigmoid_curves(x, w, b):
    if len(w) != len(b):
        raise ValueError("len(w) != len(b)")
    rows = []
    for i in range(len(w)):
        row = []
        for j in range(len(x)):
            row.append(1 / (1 + torch.exp(-(w[i] * x[j] + b[i]))))
        if row == []:
            row = x
        else:
            row = torch.stack(row)
        rows.append(row)
    return torch.stack(rows, axis=0)


def draw(x, pairs):
    if x is None:
        x = torch.arange(-5.0, 5.0, 0.1)
    if x.requires_grad:
        x = x.detach()
    for name, w, b in pairs:
        y = torch.sigmoid(w * x + b)
        plt.plot(x.tolist(), y.tolist(), ".", label=name)
    plt.title("Sigmoid")
    plt.legend()
    plt.show()
    return plt.gcf()


def plot_slopes(x=None):
    return draw(x, [("w=0.5", 0.5, 0), ("w=1", 1, 0), ("w=2", 2, 0), ("w=10", 10, 0)])


def plot_shifts(x=None):
    return draw(x, [("b=0.5", 1, 0.5), ("b=0", 1, 0), ("b=1", 1, 1), ("b=2", 1, 2)])
