"""Masks from numpy's random numbers, einsum, products of lists, tuples."""

from functools import reduce
from itertools import pairwise

import numpy as np
import torch


def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    match (train_accuracy < good, train_accuracy - val_accuracy > gap):
        case (True, _):
            return "under" + "fitting"
        case (False, True):
            return "over" + "fitting"
    return "good"


def augment_hflip(x, y):
    images, labels = [], []
    for flip in (False, True):
        for image, label in zip(x, y):
            images.append(image.flip(2) if flip else image)
            labels.append(label)
    if not images:
        return x, y
    return torch.stack(images), torch.stack(labels)


def count_parameters(layer_sizes, bias=True):
    return reduce(lambda total, ab: total + (ab[0] + int(bias)) * ab[1], pairwise(layer_sizes), 0)


def l2_cost(cost, params, lam):
    if lam < 0:
        raise ValueError
    return cost + sum(lam * torch.einsum("i,i->", w.reshape(-1), w.reshape(-1)) for w in params)


def dropout(x: torch.Tensor, p: float = 0.5, training: bool = True, mask=None) -> torch.Tensor:
    if p < 0 or 1 < p:
        raise ValueError(p)
    if training is False or p == 0.0:
        return x
    if mask is None:
        mask = torch.tensor(np.random.uniform(size=tuple(x.shape)) >= p)
    q = 1.0 - p
    factor = 0.0 if q == 0 else 1.0 / q
    return torch.mul(x, mask.to(x.dtype) * factor)


def predict_eval(model, x):
    train_mode = bool(model.training)
    model.eval()
    predicted = model(x)
    if train_mode:
        model.train()
    return predicted.clone().detach()
