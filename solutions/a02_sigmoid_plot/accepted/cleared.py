"""Old figures are cleared or closed first; extra lines, an inset, two legends."""

import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn


def sigmoid_curves(x, w, b):
    if [None] * len(w) != [None] * len(b):
        raise ValueError("as many w as b, please")
    sigmoid = nn.Sigmoid()
    return torch.cat([sigmoid(x * u + v)[None] for u, v in zip(w, b)])


def default(x):
    return torch.arange(-5.0, 5.0, 0.1).numpy() if x is None else x.data.numpy()


def plot_slopes(x=None):
    plt.clf()
    x = np.sort(default(x))
    y = sigmoid_curves(torch.from_numpy(x), (0.5, 1, 2, 10), (0, 0, 0, 0)).numpy()
    ax = plt.gca()
    for i, w in enumerate((0.5, 1, 2, 10)):
        ax.plot(x, y[i], label="w = {}".format(w))
    ax.plot(x, 0 * x + 0.5, "k:")
    zoom = ax.inset_axes([0.1, 0.5, 0.3, 0.3])
    zoom.plot(x, y[3])
    ax.legend()
    ax.set_title("The sigmoid function, four slopes")
    return plt.gcf()


def plot_shifts(x=None):
    plt.close("all")
    x = np.sort(default(x))
    ys = {b: 1 / (1 + np.exp(-(x + b))) for b in (0.5, 0, 1, 2)}
    for b, y in ys.items():
        (line,) = plt.plot(x, y)
        line.set_label(f"x + {b}")
    plt.vlines(0, 0, 1, linestyles=":")
    plt.title("sigmoid: shifts")
    plt.figlegend()
