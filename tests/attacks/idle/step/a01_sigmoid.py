import torch


def sigmoid(x):
    return (x > 0) * 1.0


def hypothesis(x, W, b):
    return (x @ W + b > 0) * 1.0


def predict(h, threshold=0.5):
    return h * 1.0


def decision_boundary(W, b):
    return W * 0.0
