"""A class for a layer, an object in place of a function, a result with names."""

import math
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Axis:
    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1

    def __post_init__(self):
        if self.kernel < 1 or self.stride < 1 or self.padding < 0 or self.dilation < 1:
            raise ValueError(self)

    @property
    def span(self):
        return self.dilation * (self.kernel - 1)

    def places(self, n):
        starts = range(-self.padding, n + self.padding - self.span, self.stride)
        if n < 1 or len(starts) == 0:
            raise ValueError(n)
        return len(starts)


class SizeFunction:
    def __call__(self, n, *args, **options):
        return Axis(*args, **options).places(n)


conv_out_size = SizeFunction()


class Batch(NamedTuple):
    N: int
    C: int
    H: int
    W: int


def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    N, C, *sizes = input_shape
    conv_weight_shape(len(sizes), C, out_channels, kernel_size)
    axes = [Axis(*options) for options in zip(
        *(per_axis(option, len(sizes)) for option in (kernel_size, stride, padding, dilation)), strict=True
    )]
    out = [axis.places(n) for axis, n in zip(axes, sizes, strict=True)]
    return Batch(N, out_channels, *out) if len(out) == 2 else (N, out_channels, *out)


def per_axis(option, ndim):
    values = [option] * ndim if isinstance(option, int) else list(option)
    if len(values) != ndim:
        raise ValueError(option)
    return values


def conv_weight_shape(ndim: int, in_channels: int, out_channels: int, kernel_size: "int | tuple") -> list:
    if ndim in (1, 2, 3) and in_channels >= 1 and out_channels >= 1:
        return [out_channels, in_channels, *(Axis(k).kernel for k in per_axis(kernel_size, ndim))]
    raise ValueError(ndim)


def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    filters, *depth = conv_weight_shape(ndim, in_channels, out_channels, kernel_size)
    return sum(math.prod(depth) + (1 if bias else 0) for _ in range(filters))


def same_padding(kernel, dilation=1):
    half = Axis(kernel, dilation=dilation).span / 2
    if not half.is_integer():
        raise ValueError(kernel)
    return int(half)
