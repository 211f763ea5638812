"""Seven nested loops over single numbers, as a beginner writes them."""

import torch


def zero_pad2d(x, p):
    if p < 0:
        raise ValueError("p는 0 이상")
    H, W = x.shape[-2], x.shape[-1]
    padded = torch.zeros(x.shape[:-2] + (H + 2 * p, W + 2 * p), dtype=x.dtype)
    for i in range(H):
        for j in range(W):
            padded[..., i + p, j + p] = x[..., i, j]
    return padded


def conv2d(x, weight, bias=None, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride")
    if padding < 0:
        raise ValueError("padding")
    N, C, H, W = x.shape
    K, depth, kH, kW = weight.shape
    if C != depth:
        raise ValueError("channels")
    if bias is not None and bias.shape != (K,):
        raise ValueError("bias")
    x = zero_pad2d(x, padding)
    if kH > x.shape[2] or kW > x.shape[3]:
        raise ValueError("kernel")
    out_h = (H + 2 * padding - kH) // stride + 1
    out_w = (W + 2 * padding - kW) // stride + 1
    out = torch.zeros(N, K, out_h, out_w, dtype=x.dtype)
    for n in range(N):
        for o in range(K):
            for i in range(out_h):
                for j in range(out_w):
                    total = 0
                    for c in range(C):
                        for a in range(kH):
                            for b in range(kW):
                                cell = x[n, c, i * stride + a, j * stride + b]
                                total += cell * weight[o, c, a, b]
                    if bias is not None:
                        total += bias[o]
                    out[n, o, i, j] = total
    return out


def make_conv(ndim, in_channels, out_channels, kernel_size, weight=1.0, bias=3.0, stride=1, padding=0):
    if ndim == 1:
        conv = torch.nn.Conv1d(in_channels, out_channels, kernel_size, stride, padding)
    elif ndim == 2:
        conv = torch.nn.Conv2d(in_channels, out_channels, kernel_size, stride, padding)
    else:
        conv = torch.nn.Conv3d(in_channels, out_channels, kernel_size, stride, padding)
    torch.nn.init.uniform_(conv.weight, weight, weight)
    torch.nn.init.uniform_(conv.bias, bias, bias)
    return conv


def slide_output(ndim, in_channels, out_channels):
    if ndim == 1:
        x = torch.full((1, in_channels, 5), 2.0)
    elif ndim == 2:
        x = torch.full((1, in_channels, 5, 5), 2.0)
    else:
        x = torch.full((1, in_channels, 5, 5, 5), 2.0)
    conv = make_conv(ndim, in_channels, out_channels, 3)
    with torch.no_grad():
        return conv(x)
