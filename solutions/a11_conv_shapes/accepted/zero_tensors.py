"""Torch's operators on tensors of zeros, the biases counted with numel."""

import torch
import torch.nn.functional as F


def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    if min(n, kernel, stride, dilation) < 1 or padding < 0:
        raise ValueError
    windows = torch.zeros(n + 2 * padding)
    try:
        return windows.unfold(0, dilation * (kernel - 1) + 1, stride).size(0)
    except RuntimeError:
        raise ValueError from None


def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    try:
        conv = {3: F.conv1d, 4: F.conv2d, 5: F.conv3d}[len(input_shape)]
    except KeyError:
        raise ValueError("input_shape") from None
    weight = torch.zeros(conv_weight_shape(len(input_shape) - 2, input_shape[1], out_channels, kernel_size))
    options = dict(stride=stride, padding=padding, dilation=dilation)
    if any(isinstance(option, tuple) and len(option) != len(input_shape) - 2 for option in options.values()):
        raise ValueError("tuple length")
    if 0 in input_shape[2:]:
        raise ValueError("no values")
    try:
        return tuple(conv(torch.zeros(input_shape), weight, **options).shape)
    except RuntimeError as error:
        raise ValueError from error


def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    if ndim not in range(1, 4):
        raise ValueError("ndim")
    shape = torch.Size([out_channels, in_channels]) + torch.Size(
        kernel_size if isinstance(kernel_size, tuple) else [kernel_size] * ndim
    )
    if len(shape) != ndim + 2 or min(shape) < 1:
        raise ValueError("shape")
    return shape


def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    weight = torch.empty(conv_weight_shape(ndim, in_channels, out_channels, kernel_size))
    return weight.numel() + (torch.empty(out_channels).numel() if bias else 0)
