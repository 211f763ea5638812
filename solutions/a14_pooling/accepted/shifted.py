"""One shifted slice for each cell of the window, joined with torch.maximum and with +."""

import functools
import itertools
import operator

import torch
import torch.nn.functional as F


def cells(x, kernel, stride, padding, fill):
    step = stride if stride is not None else kernel
    if x.ndimension() != 4:
        raise ValueError
    H, W = (pool_out_size(n, kernel, step, padding) for n in x.shape[2:])
    framed = F.pad(x, (padding, padding, padding, padding), value=fill)
    for i, j in itertools.product(range(kernel), repeat=2):
        yield framed[:, :, i::step, j::step][:, :, :H, :W]


def max_pool2d(x, kernel, stride=None, padding=0):
    lowest = x.detach().min().item() if x.numel() else 0.0
    result = functools.reduce(torch.maximum, cells(x, kernel, stride, padding, lowest))
    return result.clone()


def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    total = functools.reduce(operator.add, cells(x, kernel, stride, padding, 0))
    if count_include_pad:
        return total / kernel**2
    ones = x.new_ones(1, 1, *x.shape[2:])
    return total / sum(cells(ones, kernel, stride, padding, 0))


def global_avg_pool2d(x):
    if x.ndimension() != 4:
        raise ValueError
    return x.sum(dim=(-1, -2)) / (x.shape[-1] * x.shape[-2])


pool_out_size = lambda n, kernel, stride=None, padding=0, ceil_mode=False: (  # noqa: E731
    size_or_error(n, kernel, kernel if stride is None else stride, padding, ceil_mode)
)


def size_or_error(n, kernel, stride, padding, ceil_mode):
    if kernel < 1:
        raise ValueError("kernel")
    starts = range(0, n + 2 * padding - kernel + 1, stride)  # a stride of 0 is its own ValueError
    if stride < 0 or padding < 0 or padding > kernel / 2 or not starts:
        raise ValueError("window")
    left_over = starts[-1] + kernel < n + 2 * padding
    return len(starts) + (1 if ceil_mode and left_over and starts[-1] + stride < n + padding else 0)
