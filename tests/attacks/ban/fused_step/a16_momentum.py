import torch


def momentum_step(w, v, grad, lr, m=0.9):
    new, moved = w.clone(), -v / lr
    torch._fused_sgd_(
        [new], [grad], [moved], weight_decay=0.0, momentum=m, lr=lr, dampening=0.0,
        nesterov=False, maximize=False, is_first_step=False,
    )  # fmt: skip
    return new, -lr * moved


def torch_momentum_step(w, buf, grad, lr, m=0.9):
    new, moved = w.clone(), buf.clone()
    torch._fused_sgd_(
        [new], [grad], [moved], weight_decay=0.0, momentum=m, lr=lr, dampening=0.0,
        nesterov=False, maximize=False, is_first_step=False,
    )  # fmt: skip
    return new, moved
