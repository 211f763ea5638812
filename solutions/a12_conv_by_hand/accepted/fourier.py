"""Convolution as a product of Fourier transforms, in float32; everything inside one function."""

import torch


def zero_pad2d(x, p):
    if p < 0:
        raise ValueError
    *front, H, W = x.shape
    rows = torch.eye(H + 2 * p, dtype=x.dtype)[:, p : p + H]
    columns = torch.eye(W + 2 * p, dtype=x.dtype)[p : p + W]
    return rows @ x @ columns


class ConvolutionError(ValueError):
    """A subclass of ValueError is a ValueError."""


def conv2d(x, weight, bias=None, stride=1, padding=0):
    if min(stride, padding + 1) < 1:
        raise ConvolutionError
    if x.shape[1] != weight.shape[1]:
        raise ConvolutionError
    if bias is not None and tuple(bias.shape) != (weight.shape[0],):
        raise ConvolutionError
    x = zero_pad2d(x, padding)
    H, W, kH, kW = *x.shape[2:], *weight.shape[2:]
    if H - kH < 0 or W - kW < 0:
        raise ConvolutionError
    if x.shape[0] == 0:
        return x.new_empty(0, len(weight), (H - kH) // stride + 1, (W - kW) // stride + 1)
    spectrum = torch.fft.rfft2(x)[:, None] * torch.fft.rfft2(weight, s=(H, W)).conj()
    out = torch.fft.irfft2(spectrum.sum(2), s=(H, W))[..., : H - kH + 1, : W - kW + 1]
    out = out[..., ::stride, ::stride]
    return out if bias is None else (out.movedim(1, -1) + bias).movedim(-1, 1)
