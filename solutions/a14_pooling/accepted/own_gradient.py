"""A gradient written by hand, a compiled function, sums of single cells, a list of all starts."""

import torch
import torch.nn.functional as F


class Largest(torch.autograd.Function):
    @staticmethod
    def forward(ctx, windows):
        values, places = windows.max(-1)
        ctx.save_for_backward(places)
        ctx.cells = windows.shape[-1]
        return values

    @staticmethod
    def backward(ctx, grad):
        (places,) = ctx.saved_tensors
        zeros = grad.new_zeros(*grad.shape, ctx.cells)
        return zeros.scatter(-1, places.unsqueeze(-1), grad.unsqueeze(-1))


@torch.jit.script
def cut(x: torch.Tensor, kernel: int, stride: int) -> torch.Tensor:
    return x.unfold(2, kernel, stride).unfold(3, kernel, stride).flatten(-2)


def max_pool2d(x, kernel, stride=None, padding=0):
    stride = kernel if stride is None else stride
    check(x, kernel, stride, padding)
    framed = F.pad(x, [padding] * 4, value=-float("inf"))
    return Largest.apply(cut(framed, kernel, stride))


def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    stride = kernel if stride is None else stride
    check(x, kernel, stride, padding)
    N, C, H, W = x.shape
    means = []
    for top in range(-padding, H + padding - kernel + 1, stride):
        for left in range(-padding, W + padding - kernel + 1, stride):
            places = [
                (i, j)
                for i in range(top, top + kernel)
                for j in range(left, left + kernel)
                if 0 <= i < H and 0 <= j < W
            ]
            total = sum(x[:, :, i, j] for i, j in places)
            means.append(total / (kernel * kernel if count_include_pad else len(places)))
    rows = (H + 2 * padding - kernel) // stride + 1
    return torch.stack(means, -1).unflatten(-1, (rows, len(means) // rows))


def global_avg_pool2d(x):
    if x.dim() != 4:
        raise ValueError
    return x.mean(3).mean(2)


def check(x, kernel, stride, padding):
    if x.dim() != 4:
        raise ValueError
    for n in (x.size(2), x.size(3)):
        pool_out_size(n, kernel, stride, padding)


def pool_out_size(n, kernel, stride=None, padding=0, ceil_mode=False):
    stride = kernel if stride is None else stride
    if not (0 <= padding <= kernel // 2 and 1 <= kernel <= n + 2 * padding and stride >= 1):
        raise ValueError
    last = n + padding - 1 if ceil_mode else n + 2 * padding - kernel
    starts = list(range(0, last + 1, stride))
    while len(starts) > 1 and starts[-2] + kernel >= n + 2 * padding:
        starts.pop()
    return len(starts)
