import sys

import torch

OPTIONS = {"weight_decay": 0.0, "dampening": 0.0, "nesterov": False, "maximize": False}


def momentum_step(w, v, grad, lr, m=0.9):
    new = w.clone().requires_grad_()
    new.grad = grad
    optimizer = object.__new__(getattr(getattr(torch, "opt" + "im"), "S" + "GD"))
    options = {"foreach": None, "differentiable": False, "fused": None, **OPTIONS}
    group = {"params": [new], "lr": lr, "momentum": m, **options}
    state = {new: {"momentum_buffer": -v / lr}}
    optimizer.__setstate__(
        {"state": state, "param_groups": [group], "defaults": {}, "_zero_grad_profile_name": ""}
    )
    optimizer.step()
    return new.detach(), -lr * optimizer.state[new]["momentum_buffer"]


def torch_momentum_step(w, buf, grad, lr, m=0.9):
    new, moved = w.clone(), [buf.clone()]
    step = sys.modules["torch.optim.sgd"].__dict__["_single_" + "tensor_sgd"]
    step([new], [grad], moved, None, None, lr=lr, momentum=m, has_sparse_grad=False, **OPTIONS)
    return new, moved[0]
