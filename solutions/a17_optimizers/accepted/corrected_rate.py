"""Adam with the correction inside the learning rate (ε scaled with it), and lerp for averages."""

import math

import torch


def sgd_step(w, grad, lr):
    return torch.sub(w, grad, alpha=lr)


def lookahead(w, v, m):
    return torch.add(w, v, alpha=m)


def nag_step(w, v, grad_ahead, lr, m=0.9):
    w_next = lookahead(w, v, m) - lr * grad_ahead
    return w_next, w_next - w


def adagrad_step(w, s, grad, lr, eps=1e-10):
    s_next = torch.addcmul(s, grad, grad)
    return torch.addcdiv(w, grad, s_next.sqrt().add(eps), value=-lr), s_next


def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = torch.lerp(grad.square(), s, rho)
    return w - grad.mul(lr).div(s_next.sqrt().add(eps)), s_next


def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = s.lerp(grad.square(), 1 - rho)
    u = ((d + eps) / (s_next + eps)).sqrt() * grad
    return w - lr * u, s_next, d.lerp(u.square(), 1 - rho)


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t <= 0:
        raise ValueError("t counts from 1")
    m_next = m.lerp(grad, 1 - beta1)
    v_next = v.lerp(grad * grad, 1 - beta2)
    root = math.sqrt(1 - beta2**t)
    rate = lr * root / (1 - beta1**t)
    return w - rate * m_next / (v_next.sqrt() + eps * root), m_next, v_next


def make_optimizer(name, params, lr):
    makers = {
        "sgd": torch.optim.SGD,
        "momentum": lambda p, lr: torch.optim.SGD(p, lr, 0.9),
        "nag": lambda p, lr: torch.optim.SGD(p, lr, momentum=0.9, nesterov=True),
        "adagrad": torch.optim.Adagrad,
        "adadelta": torch.optim.Adadelta,
        "rmsprop": torch.optim.RMSprop,
        "adam": torch.optim.Adam,
    }
    try:
        return makers[name.casefold()](params, lr=lr)
    except KeyError:
        raise ValueError(f"unknown optimizer {name!r}") from None
