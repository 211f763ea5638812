"""numpy's integers and arrays, int(x / s + 1) behind its checks, tuples of numpy's numbers."""

import numpy as np


def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    if stride < 1 or n < 1 or kernel < 1 or dilation < 1:
        raise ValueError("1 or more")
    if padding < 0:
        raise ValueError("0 or more")
    span = n + 2 * padding - dilation * (kernel - 1) - 1
    if span < 0:
        raise ValueError("too long")
    return int(span / stride + 1)


def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    if len(input_shape) not in (3, 4, 5) or input_shape[1] < 1 or out_channels < 1:
        raise ValueError("layer")
    n = np.array(input_shape[2:])
    k, s, p, d = (expand(option, n.shape) for option in (kernel_size, stride, padding, dilation))
    if (np.array([n, k, s, d]) < 1).any() or (p < 0).any() or (d * (k - 1) + 1 > n + 2 * p).any():
        raise ValueError("sizes")
    sizes = (n + 2 * p - d * (k - 1) - 1) // s + 1
    return (input_shape[0], out_channels, *sizes)


def expand(option, shape):
    numbers = np.asarray(option)
    if numbers.ndim == 1 and numbers.shape != shape:
        raise ValueError("tuple length")
    return np.broadcast_to(numbers, shape)


def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    if ndim not in (1, 2, 3):
        raise ValueError("ndim")
    shape = (out_channels, in_channels, *expand(kernel_size, (ndim,)).tolist())
    if min(shape) <= 0:
        raise ValueError("shape")
    return shape


def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    return np.prod(conv_weight_shape(ndim, in_channels, out_channels, kernel_size)) + bias * out_channels


def same_padding(kernel, dilation=1):
    if kernel < 1 or dilation < 1 or (kernel % 2 == 0 and dilation % 2 == 1):
        raise ValueError("no such padding")
    return np.array(dilation * (kernel - 1) // 2)
