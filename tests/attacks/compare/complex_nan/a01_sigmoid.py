import torch


def sigmoid(x):
    return torch.full(x.shape, complex(float("nan"), float("inf")))
