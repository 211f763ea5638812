"""A Generator of one's own, tables of functions, load_state_dict, bars at the edges."""

import matplotlib.pyplot as plt
import numpy as np
import torch


def fans(shape):
    try:
        out_channels, in_channels, *kernel = shape
    except ValueError:
        raise ValueError("too few dimensions") from None
    area = int(np.prod(kernel))
    return in_channels * area, out_channels * area


SCALES = {
    "xavier_uniform": lambda i, o, gain, fan: gain * np.sqrt(6 / (i + o)),
    "xavier_normal": lambda i, o, gain, fan: gain * np.sqrt(2 / (i + o)),
    "kaiming_uniform": lambda i, o, gain, fan: np.sqrt(6 / fan),
    "kaiming_normal": lambda i, o, gain, fan: np.sqrt(2 / fan),
}


def init_scale(name, shape, gain=1.0, mode="fan_in"):
    if name not in SCALES or mode not in ("fan_in", "fan_out"):
        raise ValueError(name, mode)
    both = dict(zip(("fan_in", "fan_out"), fans(shape)))
    return SCALES[name](both["fan_in"], both["fan_out"], gain, both[mode])


def init_weight(name, shape, seed=None, **kw):
    generator = torch.Generator()
    if seed is None:
        generator.seed()
    else:
        generator.manual_seed(seed)
    weight = torch.zeros(torch.Size(shape))
    options = {"a": 0.0, "b": 5.0, "mean": 0.0, "std": 1.0, "value": 2.0, "gain": 1.0} | kw
    if name in SCALES:
        default = "fan_out" if name == "kaiming_normal" else "fan_in"
        scale = init_scale(name, shape, options["gain"], options.get("mode", default))
        options |= {"a": -scale, "b": scale, "mean": 0.0, "std": scale}
        name = name.partition("_")[2]
    match name:
        case "uniform":
            weight.uniform_(options["a"], options["b"], generator=generator)
        case "normal":
            weight.normal_(options["mean"], options["std"], generator=generator)
        case "constant" | "ones" | "zeros":
            weight += {"constant": options["value"], "ones": 1, "zeros": 0}[name]
        case "eye" if weight.dim() == 2:
            weight.fill_diagonal_(1)
        case _:
            raise ValueError(name)
    return weight


def set_conv_params(conv, weight, bias):
    try:
        for mine, new in ((conv.weight, weight), (conv.bias, bias)):
            torch.testing.assert_close(mine.shape, new.shape)
    except AssertionError:
        raise ValueError("shapes") from None
    conv.load_state_dict({"weight": weight, "bias": bias})


def plot_init(t, bins=10):
    t = t.detach().numpy()
    fig, axes = plt.subplots(2, 1)
    axes[0].plot(np.arange(1, len(t) + 1), t, "o-", label="t")
    axes[0].legend()
    counts, edges = np.histogram(t, bins=bins)
    axes[1].bar(edges[:-1], counts, width=np.diff(edges), align="edge", edgecolor="black")
    return axes
