"""An Enum of texts, helpers, lambdas, a recursion, rand against a keep rate, float64 inside."""

from enum import Enum

import torch


class Status(str, Enum):
    GOOD = "good"
    OVER = "overfitting"
    UNDER = "underfitting"


def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if train_accuracy < good:
        return Status.UNDER
    return Status.OVER if train_accuracy - val_accuracy > gap else Status.GOOD


def mirror(x):
    return torch.index_select(x, 3, torch.arange(x.size(3)).flip(0))


augment_hflip = lambda x, y: (torch.cat([x, mirror(x)]), torch.cat([y, y.clone()]))  # noqa: E731


def count_parameters(layer_sizes, bias=True):
    weights = sum(layer_sizes[i - 1] * layer_sizes[i] for i in range(1, len(layer_sizes)))
    return weights + sum(layer_sizes[1:]) * bias


def l2_cost(cost, params, lam):
    if lam < 0:
        raise ValueError("lam < 0")
    precise = [torch.sum(torch.square(w.double())) for w in params]
    penalty = torch.stack(precise).sum() if precise else 0
    return (cost.double() + lam * penalty).to(cost.dtype)


def draw(x, p):
    keep_rate = 1 - p
    return torch.rand(x.shape) < keep_rate


def dropout(x, p=0.5, training=True, mask=None):
    if p not in (0, 1) and not 0 < p < 1:
        raise ValueError
    if not training:
        return x
    if p == 1:
        return 0 * x
    kept = draw(x, p) if mask is None else mask
    return (x.double() / (1 - p)).masked_fill(~kept, 0).to(x.dtype)


class InferenceMode:
    def __init__(self, model):
        self.model = model

    def __enter__(self):
        self.before = self.model.training
        return self.model.eval()

    def __exit__(self, *error):
        self.model.train(self.before)


def predict_eval(model, x):
    with InferenceMode(model) as quiet, torch.no_grad():
        return quiet(x)
