"""a13_weight_init: reference solution, in the idiom of the slides."""

import math
from collections.abc import Sequence

import matplotlib.pyplot as plt
import torch
import torch.nn as nn
from matplotlib.figure import Figure
from torch import Tensor


def fans(shape: Sequence[int]) -> tuple[int, int]:
    """(out, in, *kernel) → numbers of inputs and outputs that one output and one input see."""
    if len(shape) < 2:
        raise ValueError("fan_in and fan_out need two dimensions")
    area = math.prod(shape[2:])
    return shape[1] * area, shape[0] * area


def init_scale(
    name: str, shape: Sequence[int], gain: float = 1.0, mode: str = "fan_in"
) -> float:
    """The bound of a uniform, or the standard deviation of a normal initialiser."""
    fan_in, fan_out = fans(shape)
    if name == "xavier_uniform":
        return gain * math.sqrt(6 / (fan_in + fan_out))
    if name == "xavier_normal":
        return gain * math.sqrt(2 / (fan_in + fan_out))
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"no such mode: {mode}")
    fan = fan_in if mode == "fan_in" else fan_out
    if name == "kaiming_uniform":
        return math.sqrt(6 / fan)
    if name == "kaiming_normal":
        return math.sqrt(2 / fan)
    raise ValueError(f"no such initialiser: {name}")


def init_weight(name: str, shape: Sequence[int], seed: int | None = None, **kw) -> Tensor:
    """A new weight, slide "가중치(weight), 편향(bias) 초기화"."""
    if seed is not None:
        torch.manual_seed(seed)
    weight = torch.empty(tuple(shape))
    if name == "uniform":
        nn.init.uniform_(weight, kw.get("a", 0.0), kw.get("b", 5.0))
    elif name == "constant":
        nn.init.constant_(weight, kw.get("value", 2.0))
    elif name == "ones":
        nn.init.ones_(weight)
    elif name == "zeros":
        nn.init.zeros_(weight)
    elif name == "eye":
        nn.init.eye_(weight)
    elif name == "normal":
        nn.init.normal_(weight, kw.get("mean", 0.0), kw.get("std", 1.0))
    elif name == "xavier_uniform":
        nn.init.xavier_uniform_(weight, gain=kw.get("gain", 1.0))
    elif name == "xavier_normal":
        nn.init.xavier_normal_(weight, gain=kw.get("gain", 1.0))
    elif name == "kaiming_uniform":
        nn.init.kaiming_uniform_(weight, mode=kw.get("mode", "fan_in"), nonlinearity="relu")
    elif name == "kaiming_normal":
        nn.init.kaiming_normal_(weight, mode=kw.get("mode", "fan_out"), nonlinearity="relu")
    else:
        raise ValueError(f"no such initialiser: {name}")
    return weight


def set_conv_params(conv: nn.Conv2d, weight: Tensor, bias: Tensor) -> None:
    """Copies both in place; the slide's `.data =` looks at no shape."""
    if weight.shape != conv.weight.shape or bias.shape != conv.bias.shape:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit {conv}")
    with torch.no_grad():
        conv.weight.copy_(weight)
        conv.bias.copy_(bias)


def plot_init(t: Tensor, bins: int = 10) -> Figure:
    """The values one by one, and their histogram, slide "graph" and "histogram"."""
    t = t.detach()
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(range(len(t)), t)
    right.hist(t, bins=bins)
    return fig
