"""float64 inside and back at the end, NamedTuples as results, guards that no input needs."""

from typing import NamedTuple

import torch
from torch import Tensor


class Step(NamedTuple):
    w: Tensor
    memory: Tensor


class Step3(NamedTuple):
    w: Tensor
    first: Tensor
    second: Tensor


def doubles(*tensors):
    if len({tensor.shape for tensor in tensors}) != 1:
        raise ValueError("shapes differ")
    return [tensor.detach().to(torch.float64) for tensor in tensors]


def sgd_step(w, grad, lr):
    a, g = doubles(w, grad)
    return (a - lr * g).to(w.dtype)


def lookahead(w, v, m):
    a, b = doubles(w, v)
    return (a + m * b).type(w.dtype)


def nag_step(w, v, grad_ahead, lr, m=0.9):
    a, b, g = doubles(w, v, grad_ahead)
    new = m * b - lr * g
    return Step((a + new).to(w.dtype), new.to(w.dtype))


def adagrad_step(w, s, grad, lr, eps=1e-10):
    a, b, g = doubles(w, s, grad)
    b = b + g.pow(2)
    return Step((a - lr * (g / (b.pow(0.5) + eps))).to(w.dtype), b.to(w.dtype))


def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    a, b, g = doubles(w, s, grad)
    b = b + (1 - rho) * (g * g - b)
    return Step((a - (lr * g) / (eps + b**0.5)).to(w.dtype), b.to(w.dtype))


def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    a, b, c, g = doubles(w, s, d, grad)
    b = rho * b + (1 - rho) * g**2
    rms_d, rms_g = (c + eps).sqrt(), (b + eps).sqrt()
    delta = -(rms_d / rms_g) * g
    c = rho * c + (1 - rho) * delta**2
    return Step3(*(x.to(w.dtype) for x in (a + lr * delta, b, c)))


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if int(t) != t or t < 1:
        raise ValueError(f"t = {t}")
    a, b, c, g = doubles(w, m, v, grad)
    b = beta1 * b + (1 - beta1) * g
    c = beta2 * c + (1 - beta2) * g**2
    b_hat = b / (1 - pow(beta1, t))
    c_hat = c / (1 - pow(beta2, t))
    return Step3(*(x.to(w.dtype) for x in (a - lr * b_hat / (c_hat.sqrt() + eps), b, c)))
