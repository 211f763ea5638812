"""numpy draws the numbers; a density lying on its side; in-place assignment of slices."""

import matplotlib.pyplot as plt
import numpy as np
import torch


def fans(shape):
    if len(shape) < 2:
        raise ValueError(f"{shape}: fan_in?")
    total = np.prod(shape)
    return total // shape[0], total // shape[1]


def init_scale(name, shape, gain=1, mode="fan_in"):
    i, o = fans(shape)
    if mode == "fan_in":
        fan = i
    elif mode == "fan_out":
        fan = o
    else:
        raise ValueError("mode")
    if name == "xavier_uniform":
        variance = gain**2 * 6 / (i + o)
    elif name == "xavier_normal":
        variance = gain**2 * 2 / (i + o)
    elif name == "kaiming_uniform":
        variance = 6 / fan
    elif name == "kaiming_normal":
        variance = 2 / fan
    else:
        raise ValueError("name")
    return float(np.sqrt(variance))


def init_weight(name, shape, seed=None, **kw):
    rng = np.random.default_rng(seed)
    shape = tuple(shape)
    if name == "constant":
        array = np.ones(shape) * kw.get("value", 2)
    elif name == "ones":
        array = np.ones(shape)
    elif name == "zeros":
        array = np.zeros(shape)
    elif name == "eye":
        if len(shape) != 2:
            raise ValueError
        array = np.eye(shape[0], shape[1])
    elif name == "uniform":
        array = rng.uniform(kw.get("a", 0), kw.get("b", 5), shape)
    elif name == "normal":
        array = rng.normal(kw.get("mean", 0), kw.get("std", 1), shape)
    else:
        if name == "kaiming_normal" and "mode" not in kw:
            kw["mode"] = "fan_out"
        s = init_scale(name, shape, **kw)
        array = rng.uniform(-s, s, shape) if name.endswith("uniform") else rng.normal(0, s, shape)
    return torch.tensor(array, dtype=torch.float32)


def set_conv_params(conv, weight, bias):
    pairs = [(conv.weight, weight), (conv.bias, bias)]
    if any(p.size() != new.size() for p, new in pairs):
        raise ValueError
    with torch.no_grad():
        for p, new in pairs:
            p[:] = new


def plot_init(t, bins=10):
    t = t.tolist()
    fig = plt.figure()
    top, bottom = fig.add_subplot(2, 1, 1), fig.add_subplot(2, 1, 2)
    top.plot(list(range(len(t))), t)
    top.axhline(np.mean(t), color="red")
    bottom.hist(t, bins=bins, density=True, orientation="horizontal")
    return fig, (top, bottom)
