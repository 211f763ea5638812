"""Torch's own layers, asked for their shapes. They run on the meta device, so nothing is computed."""

import torch
from torch import nn


def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    return conv_output_shape((1, 1, n), 1, kernel, stride, padding, dilation)[2]


def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    ndim = len(input_shape) - 2
    for option in (kernel_size, stride, padding, dilation):
        if isinstance(option, tuple) and len(option) != ndim:
            raise ValueError("one number per spatial dimension")
    if min(input_shape[1:]) < 1 or lowest(stride) < 1 or lowest(padding) < 0 or lowest(dilation) < 1:
        raise ValueError("too small")  # the meta device does not look at these
    layer = make_layer(ndim, input_shape[1], out_channels, kernel_size, stride, padding, dilation)
    try:
        return layer(torch.empty(input_shape, device="meta")).shape
    except RuntimeError as error:
        raise ValueError(str(error)) from error


def lowest(option):
    return min(option) if isinstance(option, tuple) else option


def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    return make_layer(ndim, in_channels, out_channels, kernel_size).weight.shape


def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    layer = make_layer(ndim, in_channels, out_channels, kernel_size, bias=bias)
    return sum(p.numel() for p in layer.parameters())


def same_padding(kernel, dilation=1):
    if kernel < 1 or dilation < 1:
        raise ValueError("kernel and dilation start at 1")
    layer = nn.Conv1d(1, 1, kernel, dilation=dilation, padding="same", device="meta")
    left, right = layer._reversed_padding_repeated_twice
    if left != right:
        raise ValueError("uneven")
    return left


def make_layer(ndim, in_channels, out_channels, kernel_size, *options, bias=True):
    kinds = {1: nn.Conv1d, 2: nn.Conv2d, 3: nn.Conv3d}
    kernel = kernel_size if isinstance(kernel_size, tuple) else (kernel_size,) * ndim
    if ndim not in kinds or len(kernel) != ndim or min(*kernel, in_channels, out_channels) < 1:
        raise ValueError("no such layer")
    return kinds[ndim](in_channels, out_channels, kernel, *options, bias=bias, device="meta")
