"""reshape where windows lie side by side and nothing is left over, index tensors elsewhere."""

import math

import numpy as np
import torch
import torch.nn.functional as F


def side_by_side(x, kernel, stride, padding):
    step = kernel if stride is None else stride
    return step == kernel and padding == 0 and x.shape[2] % kernel == x.shape[3] % kernel == 0


def check(x, kernel, stride, padding):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} dimensions")
    return [pool_out_size(n, kernel, stride, padding) for n in x.shape[2:]]


def gather(x, kernel, stride, padding, fill):
    rows, columns = check(x, kernel, stride, padding)
    step = kernel if stride is None else stride
    framed = F.pad(x, (padding,) * 4, value=fill)
    i = torch.arange(rows)[:, None] * step + torch.arange(kernel)
    j = torch.arange(columns)[:, None] * step + torch.arange(kernel)
    return framed[:, :, i[:, None, :, None], j[None, :, None, :]]


def max_pool2d(x, kernel, stride=None, padding=0):
    rows, columns = check(x, kernel, stride, padding)
    if side_by_side(x, kernel, stride, padding):
        return x.reshape(*x.shape[:2], rows, kernel, columns, kernel).amax(dim=(3, 5))
    return gather(x, kernel, stride, padding, torch.finfo(x.dtype).min).amax(dim=(4, 5))


def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    rows, columns = check(x, kernel, stride, padding)
    if side_by_side(x, kernel, stride, padding):
        return x.reshape(*x.shape[:2], rows, kernel, columns, kernel).mean(dim=(3, 5))
    mean = gather(x, kernel, stride, padding, 0.0).mean(dim=(4, 5))
    if count_include_pad:
        return mean
    return mean / gather(torch.ones_like(x), kernel, stride, padding, 0.0).mean(dim=(4, 5))


def global_avg_pool2d(x):
    check(x, 1, 1, 0)
    return x.flatten(2).mean(-1)


def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    stride = kernel if stride is None else stride
    if kernel < 1 or stride < 1 or padding < 0 or padding * 2 > kernel:
        raise ValueError("no such window")
    steps = (n + 2 * padding - kernel) / stride
    if steps < 0:
        raise ValueError("the window does not fit")
    if not ceil_mode:
        return np.int64(np.floor(steps)) + 1
    return min(math.ceil(steps), (n + padding - 1) // stride) + 1
