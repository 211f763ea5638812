"""a12_conv_by_hand: reference solution."""

import torch
from torch import Tensor, nn


def zero_pad2d(x: Tensor, p: int) -> Tensor:
    """The frame of zeros, slide "패딩 후": (..., H, W) → (..., H + 2p, W + 2p)."""
    if p < 0:
        raise ValueError("p must be 0 or more")
    *front, H, W = x.shape
    padded = x.new_zeros(*front, H + 2 * p, W + 2 * p)
    padded[..., p : p + H, p : p + W] = x  # not p:-p, which is empty where p is 0
    return padded


def conv2d(
    x: Tensor, weight: Tensor, bias: Tensor | None = None, stride: int = 1, padding: int = 0
) -> Tensor:
    """Slide the filters over x, multiply, add up: (N, C, H, W), (O, C, kH, kW) → (N, O, H', W')."""
    check_conv(x, weight, bias, stride, padding)
    x = zero_pad2d(x, padding)
    kH, kW = weight.shape[2:]
    rows, columns = ((n - k) // stride + 1 for n, k in zip(x.shape[2:], (kH, kW)))
    out = x.new_zeros(x.shape[0], weight.shape[0], rows, columns)
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            window = x[:, None, :, top : top + kH, left : left + kW]  # (N, 1, C, kH, kW)
            out[:, :, i, j] = (window * weight).sum((2, 3, 4))
    return out if bias is None else out + bias.reshape(-1, 1, 1)


def make_conv(
    ndim: int,
    in_channels: int,
    out_channels: int,
    kernel_size: int,
    weight: float = 1.0,
    bias: float = 3.0,
    stride: int = 1,
    padding: int = 0,
) -> nn.Module:
    """The slides' layers, nn.init.uniform_(conv.weight, 1, 1) and (conv.bias, 3, 3)."""
    layer = {1: nn.Conv1d, 2: nn.Conv2d, 3: nn.Conv3d}[ndim]
    conv = layer(in_channels, out_channels, kernel_size, stride=stride, padding=padding)
    nn.init.constant_(conv.weight, weight)
    nn.init.constant_(conv.bias, bias)
    return conv


def slide_output(ndim: int, in_channels: int, out_channels: int) -> Tensor:
    """conv(x) of the slides: 9, 21, 57, 57, 57."""
    conv = make_conv(ndim, in_channels, out_channels, 3)
    return conv(torch.full((1, in_channels) + (5,) * ndim, 2.0))


def check_conv(x: Tensor, weight: Tensor, bias: Tensor | None, stride: int, padding: int) -> None:
    """Raise ValueError where no convolution is possible."""
    if stride < 1 or padding < 0:
        raise ValueError("stride must be 1 or more, padding 0 or more")
    if x.shape[1] != weight.shape[1]:
        raise ValueError(f"{x.shape[1]} channels, but filters of depth {weight.shape[1]}")
    for n, k in zip(x.shape[2:], weight.shape[2:]):
        if k > n + 2 * padding:
            raise ValueError("the kernel is larger than the padded input")
    if bias is not None and len(bias) != len(weight):
        raise ValueError(f"{len(weight)} filters, but {len(bias)} biases")
