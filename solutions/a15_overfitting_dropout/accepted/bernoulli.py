"""bernoulli, masked_fill on a copy, dot products, numpy where no gradient is asked."""

import numpy as np
import torch


def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    under = train_accuracy < good
    over = (train_accuracy - val_accuracy) > gap
    return "underfitting" if under else ("overfitting" if over else "good")


def augment_hflip(x, y):
    images = np.concatenate([x.numpy(), x.numpy()[..., ::-1]])
    return torch.from_numpy(images), torch.from_numpy(np.tile(y.numpy(), 2))


def count_parameters(layer_sizes, bias=True):
    sizes = np.array(layer_sizes)
    weights = sizes[:-1] @ sizes[1:]
    return weights + sizes[1:].sum() if bias else weights


def l2_cost(cost, params, lam):
    if not lam >= 0:
        raise ValueError(f"lam = {lam}")
    squares = [torch.dot(w.flatten(), w.flatten()) for w in params]
    return torch.stack([cost] + [lam * square for square in squares]).sum()


def dropout(x, p=0.5, training=True, mask=None):
    if not (p >= 0 and p <= 1):
        raise ValueError("p")
    if not training:
        return x.clone()
    if mask is None:
        mask = torch.bernoulli(torch.full_like(x, 1 - p)).bool()
    if p == 1.0:
        return torch.zeros(x.shape, dtype=x.dtype)
    result = x.clone()
    result[~mask] = 0
    return result / (1 - p)


@torch.no_grad()
def predict_eval(model, x):
    mode = model.training
    model.eval()
    y = model(x)
    model.train(mode=mode)
    return y
