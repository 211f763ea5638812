"""F.linear on flattened windows; index tensors; a padding that scatters; numpy for the slides."""

import itertools

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


def zero_pad2d(x: torch.Tensor, p: int) -> torch.Tensor:
    if p < 0:
        raise ValueError
    H, W = x.shape[-2:]
    flat = torch.zeros((*x.shape[:-2], (H + 2 * p) * (W + 2 * p)), dtype=x.dtype)
    places = torch.arange(flat.shape[-1]).reshape(H + 2 * p, W + 2 * p)[p : p + H, p : p + W]
    index = places.reshape(-1).expand(*x.shape[:-2], H * W)
    return flat.scatter(-1, index, x.reshape(*x.shape[:-2], H * W)).unflatten(-1, (H + 2 * p, -1))


def conv2d(x, weight, bias=None, stride=1, padding=0):
    if x.shape[1] != weight.shape[1] or (bias is not None and len(bias) != len(weight)):
        raise ValueError
    if padding < 0 or stride < 1:
        raise ValueError
    x = F.pad(x, (padding, padding, padding, padding))
    top = torch.arange(0, x.shape[2] - weight.shape[2] + 1, stride) if x.shape[2] >= weight.shape[2] else []
    left = torch.arange(0, x.shape[3] - weight.shape[3] + 1, stride) if x.shape[3] >= weight.shape[3] else []
    if len(top) == 0 or len(left) == 0:
        raise ValueError("no place for the kernel")
    rows = top[:, None] + torch.arange(weight.shape[2])
    columns = left[:, None] + torch.arange(weight.shape[3])
    windows = x[:, :, rows[:, None, :, None], columns[None, :, None, :]]  # (N, C, H', W', kH, kW)
    windows = windows.permute(0, 2, 3, 1, 4, 5).flatten(3)
    return F.linear(windows, weight.flatten(1), bias).permute(0, 3, 1, 2)


def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    options = dict(kernel_size=kernel_size, stride=stride, padding=padding)
    match ndim:
        case 1:
            conv = nn.Conv1d(in_channels, out_channels, **options)
        case 2:
            conv = nn.Conv2d(in_channels, out_channels, **options)
        case 3:
            conv = nn.Conv3d(in_channels, out_channels, **options)
    for parameter, value in ((conv.weight, weight), (conv.bias, bias)):
        parameter.data = torch.full(parameter.shape, value, dtype=torch.float32)
    return conv


def slide_output(ndim, in_channels, out_channels):
    x = np.full((in_channels, *[5] * ndim), 2, dtype=np.float32)
    out = np.empty((1, out_channels) + (3,) * ndim, dtype=np.float32)
    for o, *place in itertools.product(range(out_channels), *[range(3)] * ndim):
        window = x[(slice(None), *(slice(i, i + 3) for i in place))]
        out[(0, o, *place)] = window.sum() + 3
    return torch.from_numpy(out)
