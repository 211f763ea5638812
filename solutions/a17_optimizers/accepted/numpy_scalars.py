"""numpy scalars and small tensors beside the tensors, logarithms for the powers of β."""

import math

import numpy as np
import torch


def lookahead(w, v, m):
    row, column = w.reshape(1, -1), torch.tensor([[m]], dtype=w.dtype)
    return torch.addmm(row, column, v.reshape(1, -1)).reshape(w.shape)


def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = s + grad * grad
    return w - lr * torch.nan_to_num(grad / (np.sqrt(s_next) + np.float64(eps))), s_next


def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    rho, eps = (torch.as_tensor(number, dtype=w.dtype) for number in (rho, eps))
    s_next = rho * s + (1 - rho) * grad.abs() ** 2
    return w - torch.as_tensor(lr, dtype=w.dtype) * grad / (s_next**0.5 + eps), s_next


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t == 0 or t < np.int64(0):
        raise ValueError("t는 1부터 셉니다.")
    m = np.float64(beta1) * m + (1.0 - beta1) * grad
    v = beta2 * v + (1.0 - beta2) * torch.pow(grad, 2)
    bias1 = -math.expm1(t * math.log(beta1))
    bias2 = 1 - np.power(beta2, t)
    return w - lr * (m / bias1) / (torch.pow(v / bias2, 1 / 2) + eps), m, v
