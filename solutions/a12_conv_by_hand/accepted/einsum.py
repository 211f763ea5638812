"""as_strided and einsum; a frame put together with cat; an object in place of a function."""

import torch
from torch import nn


def zero_pad2d(x, p):
    if not p >= 0:
        raise ValueError(p)
    rows = x.new_zeros(*x.shape[:-2], p, x.shape[-1])
    x = torch.cat([rows, x, rows], dim=-2)
    columns = x.new_zeros(*x.shape[:-1], p)
    return torch.cat([columns, x, columns], dim=-1)


class Convolution:
    def __call__(self, x, weight, bias=None, stride=1, padding=0):
        if stride < 1 or x.size(1) != weight.size(1):
            raise ValueError
        x = zero_pad2d(x, padding).contiguous()
        if bias is None:
            bias = torch.zeros(weight.size(0), dtype=x.dtype)
        elif bias.size(0) != weight.size(0):
            raise ValueError
        (N, C, H, W), (kH, kW) = x.shape, weight.shape[-2:]
        if kH > H or kW > W:
            raise ValueError
        a, b, c, d = x.stride()
        shape = N, C, 1 + (H - kH) // stride, 1 + (W - kW) // stride, kH, kW
        windows = x.as_strided(shape, (a, b, c * stride, d * stride, c, d))
        return torch.einsum("nchwij,ocij->nohw", windows, weight) + bias[:, None, None]


conv2d = Convolution()


def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    conv = [None, nn.Conv1d, nn.Conv2d, nn.Conv3d][ndim](
        in_channels, out_channels, kernel_size, stride, padding
    )
    with torch.no_grad():
        conv.weight.fill_(weight)
        conv.bias.fill_(bias)
    return conv


def slide_output(ndim, in_channels, out_channels):
    return make_conv(ndim, in_channels, out_channels, 3)(2 * torch.ones([1, in_channels] + ndim * [5]))
