"""as_strided, sort and einsum."""


import torch
import torch.nn.functional as F


def look(x: torch.Tensor, kernel: int, stride: int | None, padding: int, fill: float):
    if x.dim() != 4:
        raise ValueError
    step = kernel if stride is None else stride
    H, W = (pool_out_size(n, kernel, step, padding) for n in x.shape[2:])
    x = F.pad(x, [padding] * 4, "constant", fill)
    a, b, c, d = x.stride()
    return x.as_strided((*x.shape[:2], H, W, kernel, kernel), (a, b, c * step, d * step, c, d))


def max_pool2d(x, kernel, stride=None, padding=0):
    return look(x, kernel, stride, padding, torch.finfo(torch.float32).min).flatten(4).sort().values[..., -1]


def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    total = torch.einsum("nchwij->nchw", look(x, kernel, stride, padding, 0))
    if count_include_pad or not padding:
        return total / (kernel * kernel)
    inside = look(torch.ones_like(x), kernel, stride, padding, 0)
    return total / torch.einsum("nchwij->nchw", inside)


def global_avg_pool2d(x):
    N, C, H, W = x.shape  # too many or too few values to unpack: a ValueError
    return torch.einsum("nchw->nc", x) / (H * W)


def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    step = kernel if stride is None else stride
    if min(kernel, step) <= 0:
        raise ValueError
    if padding not in range(kernel // 2 + 1):
        raise ValueError
    whole, rest = divmod(n + 2 * padding - kernel, step)
    if whole < 0:
        raise ValueError
    more = ceil_mode and rest > 0 and (whole + 1) * step < n + padding
    return whole + 1 + int(more)
