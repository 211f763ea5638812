"""The slide's own style: pyplot alone, plt.show() at the end, and nothing comes back."""

import matplotlib.pyplot as plt
import torch


def sigmoid_curves(x, w, b):
    if len(w) != len(b):
        raise ValueError("lengths")
    w = torch.tensor(w, dtype=x.dtype).unsqueeze(1)
    b = torch.tensor(b, dtype=x.dtype).unsqueeze(1)
    return torch.sigmoid(w * x + b)


def plot_slopes(x=None):
    if x is None:
        x = torch.arange(-5.0, 5.0, 0.1)
    x = x.detach()
    y1, y2, y3, y4 = sigmoid_curves(x, [0.5, 1, 2, 10], [0, 0, 0, 0])
    plt.plot(x, y1, "r", linestyle="--")
    plt.plot(x, y2, "g")
    plt.plot(x, y3, "b", linestyle="--")
    plt.plot(x, y4, "black", linestyle="--")
    plt.grid()
    plt.title("Sigmoid Function")
    plt.legend(["0.5", "1", "2", "10"], loc="lower right")
    plt.show()


def plot_shifts(x=None):
    x = torch.arange(-5.0, 5.0, 0.1) if x is None else x.detach()
    y1 = sigmoid_curves(x, [1], [0.5])[0]
    y2 = sigmoid_curves(x, [1], [0])[0]
    y3 = sigmoid_curves(x, [1], [1.0])[0]
    y4 = sigmoid_curves(x, [1], [2.0])[0]
    plt.plot(x, y1, "r", x, y2, "g", x, y3, "b--", x, y4, "k--")
    plt.plot([0, 0], [1.0, 0.0], ":")
    plt.legend(("b=0.5", "b=0", "b=1", "b=2"))
    plt.suptitle("sigmoid(x + b)")
    plt.show()
