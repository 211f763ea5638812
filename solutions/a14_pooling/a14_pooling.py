"""a14_pooling: reference solution."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor


def max_pool2d(x: Tensor, kernel: int, stride: int | None = None, padding: int = 0) -> Tensor:
    """The largest value of each window, slide "Max Pooling": (N, C, H, W) → (N, C, H', W').

    The frame is -∞ and not 0: a 0 would win against negative values.
    """
    return windows(x, kernel, stride, padding, frame=-math.inf).amax((-2, -1))


def avg_pool2d(
    x: Tensor,
    kernel: int,
    stride: int | None = None,
    padding: int = 0,
    count_include_pad: bool = True,
) -> Tensor:
    """The mean of each window, slide "Average Pooling": (N, C, H, W) → (N, C, H', W').

    Sum / k² where the frame counts, else sum / number of real cells.
    """
    total = windows(x, kernel, stride, padding).sum((-2, -1))
    if count_include_pad:
        return total / kernel**2
    return total / windows(torch.ones_like(x), kernel, stride, padding).sum((-2, -1))


def global_avg_pool2d(x: Tensor) -> Tensor:
    """The mean of each channel, slide "Global Average Pooling": (N, C, H, W) → (N, C)."""
    check_4d(x)
    return x.mean((2, 3))


def pool_out_size(
    n: int, kernel: int, stride: int | None = None, padding: int = 0, ceil_mode: bool = False
) -> int:
    """floor((n + 2p - k) / s) + 1; with ceil_mode the ceiling, less a window outside n + p."""
    stride = kernel if stride is None else stride  # not `stride or kernel`: a stride of 0 is wrong
    if kernel < 1 or stride < 1:
        raise ValueError("kernel and stride must be 1 or more")
    if not 0 <= padding <= kernel // 2:
        raise ValueError("padding must be between 0 and kernel // 2")
    room = n + 2 * padding - kernel
    if room < 0:
        raise ValueError("the kernel is larger than the padded input")
    if not ceil_mode:
        return room // stride + 1
    size = math.ceil(room / stride) + 1
    last_start = (size - 1) * stride  # counted from the first cell of the padding
    return size if last_start < n + padding else size - 1


def windows(x: Tensor, kernel: int, stride: int | None, padding: int, frame: float = 0.0) -> Tensor:
    """All windows of x in its frame of padding: (N, C, H, W) → (N, C, H', W', k, k)."""
    check_4d(x)
    for n in x.shape[2:]:
        pool_out_size(n, kernel, stride, padding)  # raises ValueError where no window fits
    step = kernel if stride is None else stride
    framed = F.pad(x, (padding, padding, padding, padding), value=frame)
    return framed.unfold(2, kernel, step).unfold(3, kernel, step)


def check_4d(x: Tensor) -> None:
    """Images come as (N, C, H, W)."""
    if x.dim() != 4:
        raise ValueError(f"(N, C, H, W) has 4 dimensions, not {x.dim()}")
