"""nn.Dropout, try/finally, a model that counts, an object in place of a function."""

import torch
from torch import nn


class FitStatus:
    def __call__(self, train_accuracy, val_accuracy, good=0.9, gap=0.1):
        return {True: "underfitting", False: self.gap(train_accuracy, val_accuracy, gap)}[
            train_accuracy < good
        ]

    def gap(self, train_accuracy, val_accuracy, gap):
        return "overfitting" if train_accuracy > val_accuracy and train_accuracy - val_accuracy > gap else "good"


fit_status = FitStatus()


def augment_hflip(x, y):
    return [torch.vstack([x, torch.flip(x, dims=[-1])]), torch.hstack([y, y])]


def count_parameters(layer_sizes, bias=True):
    layers = [nn.Linear(a, b, bias=bias) for a, b in zip(layer_sizes, layer_sizes[1:])]
    return sum(parameter.numel() for parameter in nn.Sequential(*layers).parameters())


def l2_cost(cost, params, lam):
    if lam < 0:
        raise ValueError
    total = cost
    for parameter in params:
        total = total + lam * torch.norm(parameter) ** 2
    return total


def dropout(x, p=0.5, training=True, mask=None):
    layer = nn.Dropout(p)
    layer.train(training)
    if mask is None or not training:
        return layer(x)
    keep = 1 - p
    return x * mask * (1 / keep if keep > 0 else 0)


def predict_eval(model, x):
    was_training = model.training
    try:
        model.eval()
        with torch.no_grad():
            return model(x)
    finally:
        if was_training:
            model.train()
