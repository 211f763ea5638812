"""Scatter plots of a finer x, the legend on the figure, the Axes as the result."""

import matplotlib.pyplot as plt
import numpy as np
import torch


def sigmoid_curves(x, w, b):
    k = len(b)
    if k != len(w):
        raise ValueError
    rows = torch.zeros(k, x.shape[0], dtype=x.dtype)
    for i in range(k):
        rows[i] = 0.5 * (1 + torch.tanh((w[i] * x + b[i]) / 2))
    return rows


def finer(x):
    if x is None:
        return np.linspace(-5, 5, 400)
    x = x.detach().numpy()
    return np.linspace(x.min(), x.max(), 777)


def plot_slopes(x=None):
    x = finer(x)
    fig, ax = plt.subplots(figsize=(4, 3))
    for w in [10, 2, 1, 0.5]:
        ax.scatter(x, 1 / (1 + np.exp(-w * x)), s=2, label=str(w))
    ax.set_title("SIGMOID", loc="left")
    fig.legend()
    return ax


def plot_shifts(x=None):
    x = finer(x)
    fig = plt.figure()
    for b in [0, 0.5, 1, 2]:
        plt.plot(x, 1 / (1 + np.exp(-x - b)), "o", label=f"$b = {b}$")
    plt.axvline(0, ls=":")
    plt.axhline(0.5, color="grey")
    plt.title("A sigmoid and its shifts")
    plt.legend()
    return fig, plt.gca()
