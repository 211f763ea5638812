"""Objects, partials, named tuples, a scripted step, settings at the top of the notebook."""

import functools
import warnings
from typing import NamedTuple

import torch

warnings.filterwarnings("error")
torch.set_default_dtype(torch.float64)
torch.autograd.set_detect_anomaly(True)
torch.set_grad_enabled(False)


class Cost:
    def __init__(self, formula):
        self.formula = formula

    def __call__(self, prediction, y):
        if prediction.shape != y.shape or 0 in prediction.shape:
            raise ValueError(f"{prediction.shape}, {y.shape}")
        return self.formula(prediction, y)


def cross_entropy(h, y, eps):
    if not torch.all((h >= 0) & (h <= 1)):
        raise ValueError("h is no probability")
    y = y.to(h.dtype)
    terms = torch.xlogy(y, h.clamp_min(eps)) + torch.xlogy(1 - y, (1 - h).clamp_min(eps))
    return torch.mean(-terms)


mse_cost = Cost(lambda prediction, y: torch.mean(torch.square(prediction - y)))
bce_cost = Cost(functools.partial(cross_entropy, eps=1e-7))


class Gradients(NamedTuple):
    W: torch.Tensor
    b: torch.Tensor


def cost_gradient(x, y, W, b):
    W, b = torch.tensor(W, requires_grad=True), torch.tensor(b, requires_grad=True)
    h = torch.sigmoid(torch.addmm(b, x, W))
    return Gradients(*torch.autograd.grad(bce_cost(h, y), (W, b)))


@torch.jit.script
def gradient_step(W: torch.Tensor, grad: torch.Tensor, alpha: float) -> torch.Tensor:
    if W.shape != grad.shape:
        raise ValueError("the shapes differ")
    return W - alpha * grad
