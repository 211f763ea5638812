"""Loops over elements in Python floats, and numpy inside."""

import math

import numpy as np
import torch


def each(function, like, *tensors):
    """Apply a function of floats element by element; one tensor for each of its results."""
    rows = zip(*(tensor.flatten().tolist() for tensor in tensors), strict=True)
    columns = zip(*(function(*row) for row in rows), strict=True)
    return tuple(torch.tensor(column, dtype=like.dtype).reshape(like.shape) for column in columns)


def sgd_step(w, grad, lr):
    new = torch.zeros_like(w)
    for index in np.ndindex(*w.shape):
        new[index] = w[index] - lr * grad[index]
    return new


def lookahead(w, v, m):
    return torch.from_numpy(w.numpy() + m * v.numpy())


def nag_step(w, v, grad_ahead, lr, m=0.9):
    v = v.numpy() * m - grad_ahead.numpy() * lr
    w = w.numpy() + v
    return torch.from_numpy(w), torch.from_numpy(v)


def adagrad_step(w, s, grad, lr, eps=1e-10):
    def step(w, s, g):
        s = s + g * g
        return w - lr * g / (math.sqrt(s) + eps), s

    return each(step, w, w, s, grad)


def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    w, s, grad = w.numpy(), s.numpy(), grad.numpy()
    s = rho * s + (1 - rho) * np.square(grad)
    return torch.from_numpy(w - lr * grad / (np.sqrt(s) + eps)), torch.from_numpy(s)


def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    def step(w, s, d, g):
        s = rho * s + (1 - rho) * g**2
        u = math.sqrt(d + eps) / math.sqrt(s + eps) * g
        return w - lr * u, s, rho * d + (1 - rho) * u**2

    return each(step, w, w, s, d, grad)


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t in range(1, 10**9):
        left1 = left2 = 1.0
        for _ in range(t):
            left1 *= beta1
            left2 *= beta2
    else:
        raise ValueError("t = 1, 2, 3, ...")

    def step(w, m, v, g):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        return w - lr * (m / (1 - left1)) / (math.sqrt(v / (1 - left2)) + eps), m, v

    return each(step, w, w, m, v, grad)


def make_optimizer(name, params, lr):
    options = {
        "SGD": ("SGD", {}),
        "Momentum": ("SGD", {"momentum": 0.9}),
        "NAG": ("SGD", {"momentum": 0.9, "nesterov": True}),
        "AdaGrad": ("Adagrad", {}),
        "AdaDelta": ("Adadelta", {}),
        "RMSProp": ("RMSprop", {}),
        "Adam": ("Adam", {}),
    }
    for known, (kind, more) in options.items():
        if known.lower() == name.lower():
            return getattr(torch.optim, kind)(list(params), lr=lr, **more)
    raise ValueError(f"{name} is not on the list: {list(options)}")
