"""No nn.init: torch.rand, torch.randn and the scales of task 2; .data.copy_; pyplot alone."""

import math

import matplotlib.pyplot as plt
import numpy as np
import torch


def fans(shape):
    if len(shape) <= 1:
        raise ValueError("at least two dimensions")
    receptive = 1
    for side in shape[2:]:
        receptive *= side
    return [shape[1] * receptive, shape[0] * receptive]


def init_scale(name, shape, gain=1.0, mode="fan_in"):
    fan_in, fan_out = fans(shape)
    if name.startswith("xavier"):
        std = gain * (2 / (fan_in + fan_out)) ** 0.5
    elif name.startswith("kaiming"):
        fan = {"fan_in": fan_in, "fan_out": fan_out}.get(mode)
        if fan is None:
            raise ValueError(mode)
        std = (2 / fan) ** 0.5
    else:
        raise ValueError(name)
    kind = name.split("_")[-1]
    if kind == "uniform":
        return std * math.sqrt(3)
    if kind == "normal":
        return std
    raise ValueError(name)


def init_weight(name, shape, seed=None, **kw):
    if seed is not None:
        torch.manual_seed(seed)
    if name == "uniform":
        a, b = kw.get("a", 0.0), kw.get("b", 5.0)
        return a + (b - a) * torch.rand(*shape)
    if name == "constant":
        return torch.full(tuple(shape), float(kw.get("value", 2)))
    if name == "ones":
        return torch.ones(*shape)
    if name == "zeros":
        return torch.zeros(*shape)
    if name == "eye":
        if len(shape) != 2:
            raise ValueError("eye")
        return torch.eye(*shape)
    if name == "normal":
        return kw.get("mean", 0.0) + kw.get("std", 1.0) * torch.randn(*shape)
    if name == "kaiming_normal":
        return torch.randn(*shape) * init_scale(name, shape, mode=kw.get("mode", "fan_out"))
    scale = init_scale(name, shape, **kw)
    if name == "xavier_normal":
        return torch.randn(*shape) * scale
    return (2 * torch.rand(*shape) - 1) * scale


def set_conv_params(conv, weight, bias):
    if list(conv.weight.shape) != list(weight.shape):
        raise ValueError("weight")
    if list(conv.bias.shape) != list(bias.shape):
        raise ValueError("bias")
    conv.weight.data.copy_(weight)
    conv.bias.data.copy_(bias)


def plot_init(t, bins=10):
    values = t.detach().numpy()
    plt.figure(figsize=(8, 3))
    plt.subplot(121)
    plt.plot(values)
    plt.title("values")
    plt.subplot(122)
    plt.hist(np.sort(values), bins, color="orange", rwidth=0.8)
    plt.show()
