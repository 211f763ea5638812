"""tensordot over windows; stack and cat in place of assignment; lambdas; Sequential."""

import torch
from torch import nn


def zero_pad2d(x, p):
    if p < 0:
        raise ValueError("negative padding")
    result = torch.zeros(*x.shape[:-2], x.shape[-2] + p + p, x.shape[-1] + p + p).to(x.dtype)
    result[..., p : result.shape[-2] - p, p : result.shape[-1] - p] += x
    return result


def conv2d(x, weight, bias=None, stride=1, padding=0):
    if stride < 1:
        raise ValueError
    n_images, channels = x.shape[:2]
    if channels != weight.shape[1]:
        raise ValueError
    if bias is not None and len(bias) != weight.shape[0]:
        raise ValueError
    padded = zero_pad2d(x, padding)
    kh, kw = weight.shape[2], weight.shape[3]
    if padded.shape[2] < kh or padded.shape[3] < kw:
        raise ValueError
    lines = []
    for top in range(0, padded.shape[2] - kh + 1, stride):
        line = []
        for left in range(0, padded.shape[3] - kw + 1, stride):
            window = padded[:, :, top : top + kh, left : left + kw]
            value = torch.tensordot(window, weight, dims=([1, 2, 3], [1, 2, 3]))  # (N, O)
            line.append(value if bias is None else value + bias)
        lines.append(torch.stack(line, dim=-1))
    return torch.stack(lines, dim=-2)


make_conv = lambda ndim, i, o, k, weight=1.0, bias=3.0, stride=1, padding=0: nn.Sequential(  # noqa: E731
    filled((nn.Conv1d, nn.Conv2d, nn.Conv3d)[ndim - 1](i, o, k, stride, padding), weight, bias)
)


def filled(conv, weight, bias):
    nn.init.constant_(conv.weight, weight)
    nn.init.ones_(conv.bias)
    conv.bias.data *= bias
    return conv


def slide_output(ndim, in_channels, out_channels):
    conv = make_conv(ndim, in_channels, out_channels, 3)
    return conv(torch.full((1, in_channels, *([5] * ndim)), 2.0)).detach()
