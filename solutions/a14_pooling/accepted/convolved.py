"""Rows first, then columns; the mean as a convolution with equal weights."""

import math

import torch
import torch.nn.functional as F


class Window:
    """A window that knows where it may stand."""

    def __init__(self, x, kernel, stride, padding):
        if x.dim() != 4:
            raise ValueError("4 dimensions, please")
        self.sizes = tuple(pool_out_size(n, kernel, stride, padding) for n in x.shape[2:])
        self.kernel = kernel
        self.stride = kernel if stride is None else stride
        self.padding = padding

    def largest(self, x):
        for dim in (2, 3):
            shape = list(x.shape)
            shape[dim] = self.padding
            frame = x.new_full(shape, -math.inf)
            lines = torch.cat([frame, x, frame], dim).unfold(dim, self.kernel, self.stride)
            x = lines.max(-1)[0]
        return x

    def sums(self, x):
        N, C, H, W = x.shape
        weight = torch.ones(1, 1, self.kernel, self.kernel, dtype=x.dtype)
        alone = x.reshape(N * C, 1, H, W)
        found = F.conv2d(alone, weight, stride=self.stride, padding=self.padding)
        return found.reshape(N, C, *self.sizes)


def max_pool2d(x, kernel, stride=None, padding=0):
    return Window(x, kernel, stride, padding).largest(x)


def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    window = Window(x, kernel, stride, padding)
    if count_include_pad:
        return window.sums(x).div(kernel**2)
    return window.sums(x) / window.sums(torch.ones_like(x))


def global_avg_pool2d(x):
    if x.dim() != 4:
        raise ValueError
    return torch.mean(x, dim=[2, 3], keepdim=True)[:, :, 0, 0]


def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    stride = stride if stride is not None else kernel
    for wrong in (kernel < 1, stride < 1, padding < 0, padding > kernel // 2):
        if wrong:
            raise ValueError
    room = n + 2 * padding - kernel
    if room < 0:
        raise ValueError
    size = (room + (stride - 1 if ceil_mode else 0)) // stride + 1
    while (size - 1) * stride >= n + padding:
        size -= 1
    return size
