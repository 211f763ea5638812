"""a02_sigmoid_plot: reference solution, in the idiom of the slides."""

import matplotlib.pyplot as plt
import torch
from matplotlib.figure import Figure
from torch import Tensor


def sigmoid(x: Tensor) -> Tensor:
    """1 / (1 + e^(-x)), slide "시그모이드 함수"."""
    return 1 / (1 + torch.exp(-x))


def sigmoid_curves(x: Tensor, w: list[float], b: list[float]) -> Tensor:
    """Row i = sigmoid(w[i] x + b[i]): (m,), k numbers, k numbers → (k, m)."""
    if len(w) != len(b):
        raise ValueError(f"{len(w)} weights, but {len(b)} biases")
    return torch.stack([sigmoid(slope * x + shift) for slope, shift in zip(w, b)])


def plot_slopes(x: Tensor | None = None) -> Figure:
    """Four slopes, slide "w : 경사"."""
    w = [0.5, 1, 2, 10]
    return plot(x, w, [0] * 4, [f"w = {slope}" for slope in w])


def plot_shifts(x: Tensor | None = None) -> Figure:
    """Four shifts, slide "b : 좌우이동"; the slide itself has no legend."""
    b = [0.5, 0, 1, 2]
    fig = plot(x, [1] * 4, b, [f"b = {shift}" for shift in b])
    fig.axes[0].plot([0, 0], [1.0, 0.0], ":")
    return fig


def plot(x: Tensor | None, w: list[float], b: list[float], labels: list[str]) -> Figure:
    """A new Figure, so that nothing is left over from an earlier one."""
    x = torch.arange(-5.0, 5.0, 0.1) if x is None else x.detach()
    fig, ax = plt.subplots()
    for curve, label in zip(sigmoid_curves(x, w, b), labels):
        ax.plot(x, curve, label=label)
    ax.set_title("Sigmoid Function")
    ax.legend()
    return fig
