"""Plain loops over the places of the window, with a helper that is called pool_…"""

import torch


class PoolingError(ValueError):
    """A subclass of ValueError is a ValueError."""


def pool_with(reduce, x, kernel, stride, padding):
    if x.ndim != 4:
        raise PoolingError(x.shape)
    if stride is None:
        stride = kernel
    N, C, H, W = x.shape
    rows = pool_out_size(H, kernel, stride, padding)
    columns = pool_out_size(W, kernel, stride, padding)
    result = torch.zeros(N, C, rows, columns, dtype=x.dtype)
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride - padding, j * stride - padding
            window = x[:, :, max(top, 0) : top + kernel, max(left, 0) : left + kernel]
            result[:, :, i, j] = reduce(window)
    return result


def max_pool2d(x, kernel, stride=None, padding=0):
    return pool_with(lambda w: w.max(dim=3).values.max(dim=2).values, x, kernel, stride, padding)


def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    if count_include_pad:
        return pool_with(lambda w: w.sum((2, 3)) / kernel**2, x, kernel, stride, padding)
    return pool_with(lambda w: w.mean((2, 3)), x, kernel, stride, padding)


def global_avg_pool2d(x):
    if len(x.shape) != 4:
        raise PoolingError
    result = torch.zeros(x.size(0), x.size(1), dtype=x.dtype)
    for n, image in enumerate(x):
        for c, channel in enumerate(image):
            result[n, c] = channel.mean()
    return result


def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    """Counts the places one by one."""
    if stride is None:
        stride = kernel
    if kernel < 1 or stride < 1 or padding < 0 or padding > kernel // 2:
        raise PoolingError
    if kernel > n + 2 * padding:
        raise PoolingError
    size, start = 1, 0
    while start + kernel < n + 2 * padding:
        start += stride
        fits = start + kernel <= n + 2 * padding
        size += fits or (ceil_mode and start < n + padding)
    return size
