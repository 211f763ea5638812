"""In-place operators on clones, as torch.optim itself does it; results come as lists."""

import torch


@torch.no_grad()
def sgd_step(w, grad, lr):
    w = w.clone()
    w -= lr * grad
    return w


@torch.no_grad()
def lookahead(w, v, m):
    return w.clone().add_(v, alpha=m)


@torch.no_grad()
def nag_step(w, v, grad_ahead, lr, m=0.9):
    w, v = w.clone(), v.clone()
    v.mul_(m).add_(grad_ahead, alpha=-lr)
    w += v
    return [w, v]


@torch.no_grad()
def adagrad_step(w, s, grad, lr, eps=1e-10):
    w, s = w.clone(), s.clone()
    s.addcmul_(grad, grad)
    w.addcdiv_(grad, s.sqrt().add_(eps), value=-lr)
    return [w, s]


@torch.no_grad()
def rmsprop_step(w, s, grad, lr, rho=0.99, eps=1e-8):
    w, s = w.clone(), s.clone()
    s.mul_(rho).addcmul_(grad, grad, value=1 - rho)
    w.addcdiv_(grad, s.sqrt().add_(eps), value=-lr)
    return [w, s]


@torch.no_grad()
def adadelta_step(w, s, d, grad, lr=1.0, rho=0.9, eps=1e-6):
    w, s, d = w.clone(), s.clone(), d.clone()
    s.mul_(rho).addcmul_(grad, grad, value=1 - rho)
    u = d.add(eps).sqrt_().div_(s.add(eps).sqrt_()).mul_(grad)
    d.mul_(rho).addcmul_(u, u, value=1 - rho)
    w.sub_(u, alpha=lr)
    return [w, s, d]


@torch.no_grad()
def adam_step(w, m, v, grad, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    if not t >= 1:
        raise ValueError
    w, m, v = w.clone(), m.clone(), v.clone()
    m.mul_(beta1).add_(grad, alpha=1 - beta1)
    v.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
    below = v.sqrt().div_((1 - beta2**t) ** 0.5).add_(eps)
    w.addcdiv_(m, below, value=-lr / (1 - beta1**t))
    return [w, m, v]


def make_optimizer(name, params, lr):
    name = name.upper()
    if name == "SGD":
        optimizer = torch.optim.SGD(params, lr=lr)
    elif name == "MOMENTUM":
        optimizer = torch.optim.SGD(params, lr=lr, momentum=0.9)
    elif name == "NAG":
        optimizer = torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True)
    elif name == "ADAGRAD":
        optimizer = torch.optim.Adagrad(params, lr=lr)
    elif name == "ADADELTA":
        optimizer = torch.optim.Adadelta(params, lr=lr)
    elif name == "RMSPROP":
        optimizer = torch.optim.RMSprop(params, lr=lr)
    elif name == "ADAM":
        optimizer = torch.optim.Adam(params, lr=lr)
    else:
        raise ValueError(name)
    return optimizer
