"""Callable objects with helpers, a partial, a lambda, and a registry of subclasses."""

from functools import partial

import torch
from torch.optim import SGD, Adadelta, Adagrad, Adam, RMSprop


class Average:
    """A moving average that keeps a part of the earlier value."""

    def __init__(self, kept):
        self.kept = kept

    def __call__(self, before, now):
        return self.kept * before + (1 - self.kept) * now


class Scaled:
    """A step divided by the root of a memory; the memory is made by `remember`."""

    def __init__(self, remember):
        self.remember = remember

    def __call__(self, w, s, grad, lr, *more, **options):
        s, eps = self.remember(s, grad, *more, **options)
        return w - lr * grad / (s.sqrt() + eps), s


def add_up(s, grad, eps=1e-10):
    return s + grad**2, eps


def forget(s, grad, rho=0.99, eps=1e-8):
    return Average(rho)(s, grad**2), eps


sgd_step = lambda w, grad, lr: w - lr * grad  # noqa: E731
lookahead = lambda w, v, m: w.add(v.mul(m))  # noqa: E731
adagrad_step = Scaled(add_up)
rmsprop_step = Scaled(forget)


def move(w, v, grad_ahead, lr, m):
    new = torch.stack([w, v]) + 0
    new[1] = m * v - lr * grad_ahead
    new[0] += new[1]
    return new.unbind()


nag_step = partial(move, m=0.9)


def nag_step(w, v, grad_ahead, lr, m=0.9, step=nag_step):
    return step(w, v, grad_ahead, lr, m=m)


def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    average = Average(rho)
    s = average(s, grad**2)
    u = grad * torch.sqrt(d + eps) * torch.rsqrt(s + eps)
    d = average(d, u**2)
    w = w - lr * u
    return w, s, d


class Adam_:
    def __init__(self, beta1, beta2, eps):
        self.averages = Average(beta1), Average(beta2)
        self.eps = eps

    def unbiased(self, value, average, t):
        return value / (1 - average.kept**t)

    def step(self, w, m, v, grad, t, lr):
        if t < 1:
            raise BadStep(t)
        m, v = (average(x, y) for average, x, y in zip(self.averages, (m, v), (grad, grad**2)))
        m_hat, v_hat = map(self.unbiased, (m, v), self.averages, (t, t))
        return w - lr * m_hat / (v_hat**0.5 + self.eps), m, v


class BadStep(ValueError):
    """A subclass of ValueError is a ValueError."""


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    return Adam_(beta1, beta2, eps).step(w, m, v, grad, t, lr)


class Factory:
    kinds = dict(sgd=SGD, adagrad=Adagrad, adadelta=Adadelta, rmsprop=RMSprop, adam=Adam)

    def __call__(self, name, params, lr):
        name = str.lower(name)
        if name in ("momentum", "nag"):
            return SGD(params, lr=lr, momentum=0.9, nesterov=(name == "nag"))
        if name not in self.kinds:
            raise ValueError("SGD, Momentum, NAG, AdaGrad, AdaDelta, RMSProp, Adam")
        return self.kinds[name]([{"params": params}], lr=lr)


make_optimizer = Factory()
