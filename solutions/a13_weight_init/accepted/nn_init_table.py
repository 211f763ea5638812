"""nn.init by its own names; set_ through the parameters; a filled step histogram on twin axes."""

import matplotlib.pyplot as plt
import torch
from torch import nn


def fans(shape):
    if len(shape) < 2:
        raise ValueError("no fans")
    return nn.init._calculate_fan_in_and_fan_out(torch.empty(*shape))


def init_scale(name, shape, gain=1.0, mode="fan_in"):
    i, o = fans(shape)
    table = {"xavier_uniform": 6, "xavier_normal": 2, "kaiming_uniform": 6, "kaiming_normal": 2}
    if name not in table.keys():
        raise ValueError("unknown name")
    if "xavier" in name:
        return gain * (table[name] / (i + o)) ** 0.5
    if mode not in ["fan_in", "fan_out"]:
        raise ValueError("unknown mode")
    return (table[name] / (i if mode == "fan_in" else o)) ** 0.5


def init_weight(name, shape, seed=None, **kw):
    functions = {
        "uniform": lambda w, a=0.0, b=5.0: nn.init.uniform_(w, a, b),
        "constant": lambda w, value=2.0: nn.init.constant_(w, value),
        "ones": nn.init.ones_,
        "zeros": nn.init.zeros_,
        "eye": nn.init.eye_,
        "normal": nn.init.normal_,
        "xavier_uniform": nn.init.xavier_uniform_,
        "xavier_normal": nn.init.xavier_normal_,
        "kaiming_uniform": nn.init.kaiming_uniform_,
        "kaiming_normal": lambda w, mode="fan_out": nn.init.kaiming_normal_(w, mode=mode),
    }
    if name not in functions:
        raise ValueError(f"{name}?")
    w = torch.empty(*shape)
    if seed is None:
        return functions[name](w, **kw)
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return functions[name](w, **kw)


@torch.no_grad()
def set_conv_params(conv, weight, bias):
    for name, new in (("weight", weight), ("bias", bias)):
        if getattr(conv, name).shape != new.shape:
            raise ValueError(f"{name} has shape {tuple(new.shape)}")
    for parameter, new in zip(conv.parameters(), (weight, bias)):
        parameter.zero_()
        parameter.add_(new)


def plot_init(t, bins=10):
    if t.requires_grad:
        t = t.detach()
    fig, ax = plt.subplots()
    ax.plot(t)
    ax.set_ylabel("value")
    other = ax.twiny().twinx()
    other.hist(t.numpy(), bins=bins, histtype="stepfilled", alpha=0.3)
    return other
