"""Rounding up, which needs no + 1 where the − 1 is left out; divmod; lambdas; functools."""

import math
from functools import partial, reduce
from operator import mul


def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    if any(map(lambda number: number < 1, (n, kernel, stride, dilation))) or padding <= -1:
        raise ValueError
    room = n + 2 * padding - dilation * (kernel - 1)
    if room <= 0:
        raise ValueError
    return math.ceil(room / stride)


def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    sizes = input_shape[2:]
    if not 1 <= len(sizes) <= 3 or min(input_shape[1], out_channels) < 1:
        raise ValueError
    to_all = partial(one_each, count=len(sizes))
    rows = zip(sizes, *map(to_all, (kernel_size, stride, padding, dilation)), strict=True)
    return tuple(input_shape[:1]) + (out_channels,) + tuple(conv_out_size(*row) for row in rows)


def one_each(option, count):
    try:
        return tuple(option)
    except TypeError:
        return (option,) * count


def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    shape = (out_channels, in_channels) + one_each(kernel_size, ndim)
    if ndim not in {1, 2, 3} or len(shape) - 2 != ndim or not all(number > 0 for number in shape):
        raise ValueError
    return shape


conv_param_count = lambda ndim, in_channels, out_channels, kernel_size, bias=True: reduce(  # noqa: E731
    mul, conv_weight_shape(ndim, in_channels, out_channels, kernel_size), 1
) + (out_channels if bias else 0)


def same_padding(kernel, dilation=1):
    if kernel < 1 or dilation < 1:
        raise ValueError
    half, rest = divmod(dilation * (kernel - 1), 2)
    if rest:
        raise ValueError
    return half
