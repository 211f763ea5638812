"""0-d integer tensors as numbers, alone and inside a shape; a check of the result after dividing."""

import torch


class DoesNotFit(ValueError):
    """A subclass of ValueError is a ValueError."""


def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    if not (n > 0 and kernel > 0 and stride > 0 and padding >= 0 and dilation > 0):
        raise DoesNotFit
    span = torch.tensor(n + 2 * padding - dilation * (kernel - 1) - 1)
    size = torch.div(span, stride, rounding_mode="floor") + 1
    if size < 1:
        raise DoesNotFit
    return size


def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    match input_shape:
        case (_, channels, _) | (_, channels, _, _) | (_, channels, _, _, _) if channels > 0 < out_channels:
            sizes = input_shape[2:]
        case _:
            raise DoesNotFit
    columns = [sizes]
    for option in (kernel_size, stride, padding, dilation):
        columns.append(option if isinstance(option, tuple) else [option] * len(sizes))
    if {len(column) for column in columns} != {len(sizes)}:
        raise DoesNotFit
    return torch.tensor(input_shape[0]), out_channels, *map(conv_out_size, *columns)


def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    if ndim not in (1, 2, 3) or in_channels < 1 or out_channels < 1:
        raise DoesNotFit
    kernel = torch.tensor(kernel_size)
    if kernel.dim() == 1 and len(kernel) != ndim or kernel.min() < 1:
        raise DoesNotFit
    return out_channels, in_channels, *kernel.expand(ndim)


def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    filter_size = torch.stack(conv_weight_shape(ndim, in_channels, 1, kernel_size)[2:]).prod()
    if out_channels < 1:
        raise DoesNotFit
    return out_channels * (in_channels * filter_size + int(bias))


def same_padding(kernel, dilation=1):
    padding = torch.tensor(dilation * (kernel - 1)) / 2
    if kernel < 1 or dilation < 1 or padding != padding.floor():
        raise DoesNotFit
    return padding.long()
