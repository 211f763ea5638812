"""Counting by hand, one bar each, without pyplot; a subclass of ValueError; a Python generator."""

import random

import torch
from matplotlib.figure import Figure


class ShapeError(ValueError):
    pass


def fans(shape):
    if len(shape) in (0, 1):
        raise ShapeError(shape)
    fan_in = fan_out = 1
    for place, size in enumerate(shape):
        if place != 0:
            fan_in *= size
        if place != 1:
            fan_out *= size
    return fan_in, fan_out


def init_scale(name, shape, gain=1.0, mode="fan_in"):
    numbers = fans(shape)
    kinds = {
        "xavier_uniform": (gain * gain * 6, sum(numbers)),
        "xavier_normal": (gain * gain * 2, sum(numbers)),
        "kaiming_uniform": (6, numbers[mode == "fan_out"]),
        "kaiming_normal": (2, numbers[mode == "fan_out"]),
    }
    if name not in kinds or "kaiming" in name and mode not in ("fan_out", "fan_in"):
        raise ShapeError("name or mode")
    top, bottom = kinds[name]
    return (top / bottom) ** 0.5


def init_weight(name, shape, seed=None, **kw):
    chance = random.Random(seed)
    n = 1
    for size in shape:
        n *= size
    if name == "uniform":
        a, b = kw.get("a", 0.0), kw.get("b", 5.0)
        values = [chance.uniform(a, b) for _ in range(n)]
    elif name == "normal":
        values = [chance.gauss(kw.get("mean", 0.0), kw.get("std", 1.0)) for _ in range(n)]
    elif name in ("ones", "zeros", "constant"):
        values = [{"ones": 1.0, "zeros": 0.0}.get(name, kw.get("value", 2.0))] * n
    elif name == "eye":
        if len(shape) != 2:
            raise ShapeError("eye is for matrices")
        values = [float(i == j) for i in range(shape[0]) for j in range(shape[1])]
    elif "mode" not in kw and name == "kaiming_normal":
        return init_weight(name, shape, seed, mode="fan_out", **kw)
    else:
        scale = init_scale(name, shape, **kw)
        if "uniform" in name:
            values = [chance.uniform(-scale, scale) for _ in range(n)]
        else:
            values = [chance.gauss(0.0, scale) for _ in range(n)]
    return torch.tensor(values, dtype=torch.float32).view(*shape)


def plot_init(t, bins=10):
    values = [v.item() for v in t]
    low, high = min(values), max(values)
    width = (high - low) / bins
    counts = [0] * bins
    for v in values:
        counts[min(bins - 1, int((v - low) / width))] += 1
    fig = Figure()
    line_axes = fig.add_axes([0.1, 0.1, 0.35, 0.8])
    line_axes.plot(values, linestyle="-", marker=".")
    bar_axes = fig.add_axes([0.6, 0.1, 0.35, 0.8])
    for i, count in enumerate(counts):
        bar_axes.bar(low + (i + 0.5) * width, count, width, color="teal")
    bar_axes.axvline(sum(values) / len(values))
    fig.suptitle("t")
    return bar_axes
