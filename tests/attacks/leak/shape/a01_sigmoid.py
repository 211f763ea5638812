import torch


def digits(x):
    return int(abs(x.flatten()[0].item()) * 1e6)


def sigmoid(x):
    return torch.empty(0, digits(x), digits(x.flatten()[1:] if x.numel() > 1 else x))


def hypothesis(x, W, b):
    return torch.empty(0, digits(W)).numpy()
