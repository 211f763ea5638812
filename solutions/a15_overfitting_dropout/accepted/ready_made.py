"""F.dropout, inference_mode, parameters flattened, index reversal."""

import torch
import torch.nn.functional as F


def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if not train_accuracy >= good:
        status = "underfitting"
    elif train_accuracy - val_accuracy > gap:
        status = "overfitting"
    else:
        status = "good"
    return status


def augment_hflip(x, y):
    mirrored = x[:, :, :, list(range(x.shape[3] - 1, -1, -1))]
    return torch.cat((x, mirrored), dim=0), y.repeat(2)


def count_parameters(layer_sizes, bias=True):
    total = 0
    for i in range(len(layer_sizes) - 1):
        total += layer_sizes[i] * layer_sizes[i + 1]
        if bias:
            total += layer_sizes[i + 1]
    return total


def l2_cost(cost, params, lam):
    if lam < 0:
        raise ValueError("lam")
    if len(params) == 0:
        return cost
    return cost + lam * torch.cat([w.reshape(-1) for w in params]).pow(2).sum()


def dropout(x, p=0.5, training=True, mask=None):
    if mask is None:
        return F.dropout(x, p, training)  # checks p by itself, with a ValueError
    if p < 0 or p > 1:
        raise ValueError("p")
    if not training:
        return x
    if p == 1:
        return torch.zeros_like(x)
    return torch.where(mask, x / (1 - p), torch.tensor(0.0, dtype=x.dtype))


def predict_eval(model, x):
    before = model.training
    model.train(False)
    with torch.inference_mode():
        out = model(x)
    model.train(before)
    return out
