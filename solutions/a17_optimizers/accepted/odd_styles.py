"""vmap, jit, a Parameter as result, results that require grad, early returns, prints on the way."""

import torch
from torch import Tensor, optim


def sgd_step(w, grad, lr):
    print("w =", w)
    new_w = torch.vmap(lambda a, g: a - (lr * g))(w, grad)
    print("new w =", new_w)
    return torch.nn.Parameter(new_w)


@torch.jit.script
def lookahead(w: Tensor, v: Tensor, m: float) -> Tensor:
    return w + m * v


def nag_step(w, v, grad_ahead, lr, m=0.9):
    w = w.detach().clone().requires_grad_(True)
    return lookahead(w, v, m) - lr * grad_ahead, m * v - lr * grad_ahead


def adagrad_step(w, s, grad, lr, eps=1e-10):
    G = s.add(torch.mul(grad, grad))
    if torch.count_nonzero(grad) == 0:
        return w.clone(), G
    bottom = torch.float_power(G, 0.5).to(w.dtype) + eps
    return w.subtract(torch.divide(torch.multiply(grad, lr), bottom)), G


def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    results = []
    for i in range(w.numel()):
        g = grad.reshape(-1)[i]
        new_s = rho * s.reshape(-1)[i] + (1 - rho) * g**2
        results.append((w.reshape(-1)[i] - lr / (new_s**0.5 + eps) * g, new_s))
    new_w, new_s = zip(*results)
    return torch.stack(new_w).view(w.shape), torch.stack(new_s).view(w.shape)


def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    RMS = lambda x: torch.sqrt(x + eps)  # noqa: E731
    E_g2 = rho * s + (1 - rho) * grad.pow(2)
    delta = -RMS(d) / RMS(E_g2) * grad
    E_dx2 = sum([rho * d, (1 - rho) * delta.pow(2)])
    return w + lr * delta, E_g2, E_dx2


def make_optimizer(name, params, lr):
    if name.lower() not in {"sgd", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam"}:
        raise ValueError("지원하지 않는 옵티마이저입니다: " + name)
    params = (p for p in params)
    match name.lower():
        case "momentum" | "nag" as n:
            return optim.SGD(params, lr, 0.9, nesterov=n == "nag", foreach=False)
        case "adagrad":
            return optim.Adagrad(params, lr=lr, eps=1e-10)
        case "adadelta":
            return optim.Adadelta(params, lr=lr, rho=0.9, eps=1e-6)
        case "rmsprop":
            return optim.RMSprop(params, lr=lr, alpha=0.99)
        case "adam":
            return optim.Adam(params, lr=lr, betas=(0.9, 0.999))
    return optim.SGD(params, lr, momentum=0)
