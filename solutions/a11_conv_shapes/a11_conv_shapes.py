"""a11_conv_shapes: reference solution, in the idiom of the slides."""

import math
from collections.abc import Sequence


def conv_out_size(n: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    """floor((n + 2p - d(k - 1) - 1) / s) + 1, slide "합성곱": how many places a kernel has."""
    if min(n, kernel, stride, dilation) < 1 or padding < 0:
        raise ValueError("padding starts at 0, every other argument at 1")
    covered = dilation * (kernel - 1) + 1
    if covered > n + 2 * padding:  # asked before dividing, which would give 0 or less
        raise ValueError(f"the kernel covers {covered} of {n + 2 * padding} values")
    return (n + 2 * padding - covered) // stride + 1


def conv_output_shape(
    input_shape: Sequence[int],
    out_channels: int,
    kernel_size: int | tuple[int, ...],
    stride: int | tuple[int, ...] = 1,
    padding: int | tuple[int, ...] = 0,
    dilation: int | tuple[int, ...] = 1,
) -> tuple[int, ...]:
    """(N, C, *sizes) → (N, out_channels, *sizes'), slides "1D", "2D" and "3D convolution"."""
    batch, in_channels, *sizes = input_shape  # fewer than two numbers: a ValueError of Python's own
    check_layer(len(sizes), in_channels, out_channels)
    options = (kernel_size, stride, padding, dilation)
    per_size = (per_dimension(option, len(sizes)) for option in options)
    return (batch, out_channels, *map(conv_out_size, sizes, *per_size))


def conv_weight_shape(
    ndim: int, in_channels: int, out_channels: int, kernel_size: int | tuple[int, ...]
) -> tuple[int, ...]:
    """(out_channels, in_channels, *kernel), slide "채널 간 합성곱": filters as deep as the input."""
    check_layer(ndim, in_channels, out_channels)
    kernel = per_dimension(kernel_size, ndim)
    if min(kernel) < 1:
        raise ValueError(f"a kernel of {kernel}")
    return (out_channels, in_channels, *kernel)


def conv_param_count(
    ndim: int,
    in_channels: int,
    out_channels: int,
    kernel_size: int | tuple[int, ...],
    bias: bool = True,
) -> int:
    """The numbers in the weight, and one bias per output channel."""
    weights = math.prod(conv_weight_shape(ndim, in_channels, out_channels, kernel_size))
    return weights + out_channels if bias else weights


def same_padding(kernel: int, dilation: int = 1) -> int:
    """p = d(k - 1) / 2: from n + 2p - d(k - 1) = n."""
    if min(kernel, dilation) < 1:
        raise ValueError("kernel and dilation start at 1")
    both_sides = dilation * (kernel - 1)
    if both_sides % 2 == 1:
        raise ValueError(f"{both_sides} zeros cannot be shared out evenly between two sides")
    return both_sides // 2


def check_layer(ndim: int, in_channels: int, out_channels: int) -> None:
    """Raise ValueError for what is no Conv1d, Conv2d or Conv3d."""
    if ndim not in (1, 2, 3):
        raise ValueError(f"{ndim} spatial dimensions")
    if min(in_channels, out_channels) < 1:
        raise ValueError("a layer has at least one input and one output channel")


def per_dimension(value: int | tuple[int, ...], ndim: int) -> tuple[int, ...]:
    """One number for each spatial dimension: 3 → (3, 3)."""
    if isinstance(value, int):
        return (value,) * ndim
    if len(value) != ndim:
        raise ValueError(f"{len(value)} numbers for {ndim} spatial dimensions")
    return value
