"""Plain loops over single numbers, Python's random, early returns."""

import copy
import random

import torch


def fit_status(train_accuracy, val_accuracy, good=0.9, gap=0.1):
    if train_accuracy >= good:
        if val_accuracy < train_accuracy and train_accuracy - val_accuracy > gap:
            return "overfitting"
        return "good"
    return "underfitting"


def augment_hflip(x, y):
    N, C, H, W = x.shape
    images = torch.zeros(2 * N, C, H, W, dtype=x.dtype)
    labels = torch.zeros(2 * N, dtype=y.dtype)
    for n in range(N):
        images[n] = x[n]
        labels[n] = y[n]
        labels[N + n] = y[n]
        for w in range(W):
            images[N + n, :, :, w] = x[n, :, :, W - 1 - w]
    return images, labels


def count_parameters(layer_sizes, bias=True):
    if len(layer_sizes) < 2:
        return 0
    a, b = layer_sizes[0], layer_sizes[1]
    return a * b + (b if bias else 0) + count_parameters(layer_sizes[1:], bias)


def l2_cost(cost, params, lam):
    if lam < 0:
        raise ValueError("lam은 0 이상")
    penalty = 0.0
    for w in params:
        for value in w.flatten():
            penalty += value * value
    return cost + lam * penalty


def dropout(x, p=0.5, training=True, mask=None):
    if p < 0.0:
        raise ValueError("p < 0")
    if p > 1.0:
        raise ValueError("p > 1")
    if not training:
        return x
    factors = []
    keeps = mask.flatten().tolist() if mask is not None else None
    for i in range(x.numel()):
        keep = keeps[i] if keeps is not None else random.random() >= p
        factors.append(1 / (1 - p) if keep and p < 1 else 0.0)
    return x * torch.tensor(factors, dtype=x.dtype).reshape(x.shape)


def predict_eval(model, x):
    other = copy.deepcopy(model)
    other.eval()
    return other(x).detach()
