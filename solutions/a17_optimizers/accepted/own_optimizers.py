"""make_optimizer gives optimizers of one's own that call the steps; roots by hypot and logarithms."""

import torch
from torch.optim import Optimizer


def sgd_step(w, grad, lr):
    return torch.tensordot(torch.tensor([1, -lr], dtype=w.dtype), torch.stack([w, grad]), dims=1)


def lookahead(w, v, m):
    return (1 - m) * w + m * (w + v)


def nag_step(w, v, grad_ahead, lr, m=0.9):
    here = lookahead(w, v, m)
    w_next = sgd_step(here, grad_ahead, lr)
    return w_next, w_next - w


def adagrad_step(w, s, grad, lr, eps=1e-10):
    root = torch.hypot(s.sqrt(), grad)
    return w - lr * grad / (root + eps), root**2


def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    s_next = torch.einsum("i,i...->...", torch.tensor([rho, 1 - rho], dtype=w.dtype),
                          torch.stack([s, grad * grad]))  # fmt: skip
    return w - lr * grad / (s_next.sqrt() + eps), s_next


def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    s_next = rho * s + (1 - rho) * grad**2
    u = torch.exp(0.5 * (torch.log(d + eps) - torch.log(s_next + eps))) * grad
    return w - lr * u, s_next, rho * d + (1 - rho) * u**2


def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if t < 1:
        raise ValueError("t < 1")
    betas = torch.tensor([beta1, beta2], dtype=torch.float64)
    m_next = m - (1 - beta1) * (m - grad)
    v_next = v - (1 - beta2) * (v - grad**2)
    c1, c2 = (1 - betas**t).tolist()
    return w - lr / c1 * m_next / (torch.sqrt(v_next / c2) + eps), m_next, v_next


class Stepper(Optimizer):
    """Moves its parameters by a step function that takes and returns the memory."""

    def __init__(self, params, step, memories, counts=False):
        super().__init__(params, {})
        self.step_of, self.memories, self.counts = step, memories, counts

    @torch.no_grad()
    def step(self):
        for w in self.param_groups[0]["params"]:
            state = self.state[w]
            memory = state.get("memory") or [torch.zeros_like(w) for _ in range(self.memories)]
            state["t"] = state.get("t", 0) + 1
            more = [state["t"]] if self.counts else []
            w_next, *state["memory"] = self.step_of(w, *memory, w.grad, *more)
            w.copy_(w_next)


def make_optimizer(name, params, lr):
    def nesterov(w, ahead_v, grad):
        v_next = 0.9 * ahead_v - lr * grad
        return w + 0.9 * v_next - lr * grad, v_next

    steps = {
        "SGD": (lambda w, g: [sgd_step(w, g, lr)], 0),
        "MOMENTUM": (lambda w, v, g: nag_step(w, v, g, lr), 1),
        "NAG": (nesterov, 1),
        "ADAGRAD": (lambda w, s, g: adagrad_step(w, s, g, lr), 1),
        "RMSPROP": (lambda w, s, g: rmsprop_step(w, s, g, lr), 1),
        "ADADELTA": (lambda w, s, d, g: adadelta_step(w, s, d, g, lr), 2),
        "ADAM": (lambda w, m, v, g, t: adam_step(w, m, v, g, t, lr), 2, True),
    }
    if name.upper() not in steps:
        raise ValueError(name)
    return Stepper(params, *steps[name.upper()])
