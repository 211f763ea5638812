"""a17_optimizers: reference solution, with the conventions of PyTorch."""

from collections.abc import Sequence

import torch
from torch import Tensor, optim


def sgd_step(w: Tensor, grad: Tensor, lr: float) -> Tensor:
    """ω - η g."""
    return w - lr * grad


def lookahead(w: Tensor, v: Tensor, m: float) -> Tensor:
    """ω + m v, where NAG takes its gradient."""
    return w + m * v


def nag_step(
    w: Tensor, v: Tensor, grad_ahead: Tensor, lr: float, m: float = 0.9
) -> tuple[Tensor, Tensor]:
    """The slides' momentum with the gradient at lookahead(w, v, m) → (w, v).

    torch.optim keeps the place ahead itself, ω + m v, as its parameter.
    """
    v_next = m * v - lr * grad_ahead
    return w + v_next, v_next


def adagrad_step(
    w: Tensor, s: Tensor, grad: Tensor, lr: float, eps: float = 1e-10
) -> tuple[Tensor, Tensor]:
    """s + g², ω - η g / (√s + ε) → (w, s)."""
    s_next = s + grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


def rmsprop_step(
    w: Tensor, s: Tensor, grad: Tensor, lr: float, rho: float = 0.99, eps: float = 1e-8
) -> tuple[Tensor, Tensor]:
    """ρ s + (1 - ρ) g², ω - η g / (√s + ε) → (w, s)."""
    s_next = rho * s + (1 - rho) * grad**2
    return w - lr * grad / (torch.sqrt(s_next) + eps), s_next


def adadelta_step(
    w: Tensor,
    s: Tensor,
    d: Tensor,
    grad: Tensor,
    lr: float = 1.0,
    rho: float = 0.9,
    eps: float = 1e-6,
) -> tuple[Tensor, Tensor, Tensor]:
    """The update u = √(d + ε) / √(s + ε) g, with the new s and the earlier d → (w, s, d)."""
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.sqrt(d + eps) / torch.sqrt(s_next + eps) * grad
    return w - lr * u, s_next, rho * d + (1 - rho) * u**2


def adam_step(
    w: Tensor,
    m: Tensor,
    v: Tensor,
    grad: Tensor,
    t: int,
    lr: float = 1e-3,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> tuple[Tensor, Tensor, Tensor]:
    """Step number t = 1, 2, …, corrected for moments that start at 0 → (w, m, v)."""
    if t < 1:
        raise ValueError(f"t counts from 1, but is {t}")
    m_next = beta1 * m + (1 - beta1) * grad
    v_next = beta2 * v + (1 - beta2) * grad**2
    m_hat = m_next / (1 - beta1**t)
    v_hat = v_next / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), m_next, v_next


def make_optimizer(name: str, params: Sequence[Tensor], lr: float) -> optim.Optimizer:
    """The optimizer of that name on the slides; capitals do not matter."""
    match name.lower():
        case "sgd":
            return optim.SGD(params, lr=lr)
        case "momentum":
            return optim.SGD(params, lr=lr, momentum=0.9)
        case "nag":
            return optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
        case "adagrad":
            return optim.Adagrad(params, lr=lr)
        case "adadelta":
            return optim.Adadelta(params, lr=lr)
        case "rmsprop":
            return optim.RMSprop(params, lr=lr)
        case "adam":
            return optim.Adam(params, lr=lr)
    raise ValueError(f"no such optimizer on the slides: {name}")
