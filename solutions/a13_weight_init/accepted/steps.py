"""Histograms as stairs; distributions of torch.distributions; .data = a clone, after checks."""

import math

import matplotlib.pyplot as plt
import torch
from torch.distributions import Normal, Uniform


def fans(shape):
    if not len(shape) >= 2:
        raise ValueError
    w = torch.empty(tuple(shape))
    return w[0].numel(), w[:, 0].numel()


def init_scale(name, shape, gain=1.0, mode="fan_in"):
    fan_in, fan_out = fans(shape)
    where = ["xavier_uniform", "xavier_normal", "kaiming_uniform", "kaiming_normal"].index(name)
    if where < 2:
        fan = (fan_in + fan_out) / 2
    else:
        gain, fan = math.sqrt(2), (fan_in, fan_out)[["fan_in", "fan_out"].index(mode)]
    return gain / math.sqrt(fan) * (math.sqrt(3) if where % 2 == 0 else 1)


def init_weight(name, shape, seed=None, **kw):
    if seed is not None:
        torch.random.manual_seed(seed)
    size = torch.Size(shape)
    if name == "normal":
        return Normal(kw.get("mean", 0.0), kw.get("std", 1.0)).sample(size)
    if name == "uniform":
        return Uniform(kw.get("a", 0.0), kw.get("b", 5.0)).sample(size)
    if name in ("constant", "zeros", "ones"):
        value = {"zeros": 0.0, "ones": 1.0}.get(name, kw.get("value", 2.0))
        return torch.zeros(size) + value
    if name == "eye":
        rows, columns = shape
        return (torch.arange(rows)[:, None] == torch.arange(columns)).float()
    kw.setdefault("mode", "fan_out" if name == "kaiming_normal" else "fan_in")
    s = init_scale(name, shape, **kw)
    return (Normal(0.0, s) if "normal" in name else Uniform(-s, s)).sample(size)


def set_conv_params(conv, weight, bias):
    if weight.shape != conv.weight.shape or bias.shape != (conv.out_channels,):
        raise ValueError("shape")
    conv.weight.data = weight.clone()
    conv.bias.data = bias.detach().clone()


def plot_init(t, bins=10):
    with torch.no_grad():
        counts, edges = torch.histogram(t.detach().float(), bins)
    fig, axs = plt.subplots(1, 2, figsize=(10, 3))
    axs[0].step(range(len(t)), t.detach())
    axs[1].stairs(counts, edges, fill=True)
    fig.tight_layout()
    return axs
