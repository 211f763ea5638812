"""F.unfold and one matrix product; F.pad; nn.Parameter; the slide's outputs from a formula."""

import torch
import torch.nn.functional as F
from torch import nn


def zero_pad2d(x, p):
    if p < 0:
        raise ValueError
    if p == 0:
        return x
    return F.pad(x, (p,) * 4, "constant", 0)


def conv2d(x, weight, bias=None, stride=1, padding=0):
    N, C, H, W = x.size()
    M, D, kH, kW = weight.size()
    if C != D or stride <= 0 or padding < 0 or (bias is not None and bias.numel() != M):
        raise ValueError("conv2d")
    rows, columns = (H + 2 * padding - kH) // stride + 1, (W + 2 * padding - kW) // stride + 1
    if rows < 1 or columns < 1:
        raise ValueError("kernel too large")
    cols = F.unfold(x, (kH, kW), padding=padding, stride=stride)  # (N, C·kH·kW, H'·W')
    out = weight.view(M, -1) @ cols
    if bias is not None:
        out = out + bias.view(1, M, 1)
    return out.view(N, M, rows, columns)


def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    conv = getattr(nn, f"Conv{ndim}d")(
        in_channels, out_channels, kernel_size, stride=stride, padding=padding
    )
    conv.weight = nn.Parameter(torch.full_like(conv.weight, weight))
    conv.bias = nn.Parameter(torch.full((out_channels,), float(bias)))
    return conv


def slide_output(ndim, in_channels, out_channels):
    return torch.full((1, out_channels, *[3] * ndim), 2.0 * in_channels * 3**ndim + 3)
