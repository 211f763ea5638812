"""F.unfold and nn.Unfold, which put each window in a column."""

import math

import torch
import torch.nn.functional as F
from torch import nn


def columns_of(x, kernel, stride, padding, fill):
    if x.dim() != 4:
        raise ValueError("x must be (N, C, H, W)")
    N, C, H, W = x.shape
    step = kernel if stride is None else stride
    if kernel < 1 or step < 1 or not 0 <= padding <= kernel // 2:
        raise ValueError("no such window")
    if kernel > min(H, W) + 2 * padding:
        raise ValueError("the window does not fit")
    columns = nn.Unfold(kernel, stride=step)(nn.ConstantPad2d(padding, fill)(x))
    rows = (H + 2 * padding - kernel) // step + 1
    return columns.reshape(N, C, kernel * kernel, rows, columns.shape[2] // rows)


def max_pool2d(x, kernel, stride=None, padding=0):
    return columns_of(x, kernel, stride, padding, float("-inf")).topk(1, dim=2).values[:, :, 0]


def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    columns = columns_of(x, kernel, stride, padding, fill=math.nan)
    return columns.nansum(2) / kernel**2 if count_include_pad else columns.nanmean(2)


def global_avg_pool2d(x):
    if x.dim() != 4:
        raise ValueError
    return F.adaptive_avg_pool2d(x, 1).flatten(1)


def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    """Lets torch pool an empty image and looks at what is left."""
    if kernel < 1 or (stride is not None and stride < 1) or kernel > n + 2 * padding:
        raise ValueError
    try:
        pooled = F.max_pool1d(torch.zeros(1, 1, n), kernel, stride, padding, ceil_mode=ceil_mode)
    except RuntimeError as error:
        raise ValueError(str(error)) from error
    return pooled.shape[-1]
