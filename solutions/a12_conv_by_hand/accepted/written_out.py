"""Everything written out twice, prints left in, early returns, names of the beginner's own."""

import torch
from torch import nn


def zero_pad2d(x, p):
    if p < 0:
        raise ValueError("음수 패딩")
    print("zero_pad2d", x.shape, p)
    y = x.unsqueeze(0) if x.dim() == 2 else x
    y = nn.functional.pad(y, pad=(p, p, p, p), mode="constant", value=0)
    if x.dim() == 2:
        return y.squeeze(0)
    return y


def conv2d(x, weight, bias=None, stride=1, padding=0):
    if stride < 1 or padding < 0:
        raise ValueError
    if weight.size(1) != x.size(1):
        raise ValueError
    if bias is not None:
        if list(bias.shape) != [weight.size(0)]:
            raise ValueError
    images = []
    for image in zero_pad2d(x, padding):
        if weight.size(2) > image.size(1) or weight.size(3) > image.size(2):
            raise ValueError
        maps = []
        for number, kernel in enumerate(weight):
            windows = image.unfold(1, kernel.size(1), stride).unfold(2, kernel.size(2), stride)
            answer = (windows * kernel[:, None, None]).sum(dim=[0, 3, 4])
            if bias is not None:
                answer = answer + bias[number]
            maps.append(answer)
        images.append(torch.stack(maps))
    if not images:
        high = (x.size(2) + 2 * padding - weight.size(2)) // stride + 1
        wide = (x.size(3) + 2 * padding - weight.size(3)) // stride + 1
        return torch.zeros(0, weight.size(0), high, wide, dtype=x.dtype)
    return torch.stack(images)


def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    if ndim == 1:
        layer = nn.Conv1d
    if ndim == 2:
        layer = nn.Conv2d
    if ndim == 3:
        layer = nn.Conv3d
    conv = layer(in_channels, out_channels, kernel_size, padding=padding, stride=stride)
    nn.init.constant_(conv.weight, weight)
    nn.init.normal_(conv.bias, mean=bias, std=0)
    return conv


def slide_output(ndim, in_channels, out_channels):
    conv = make_conv(ndim=ndim, in_channels=in_channels, out_channels=out_channels, kernel_size=3)
    x = torch.ones(1, in_channels, *(5 for _ in range(ndim))) + 1
    return conv(x)
