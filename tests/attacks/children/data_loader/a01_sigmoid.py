import torch
from torch.utils.data import DataLoader


def sigmoid(x):
    return next(iter(DataLoader(torch.arange(8), num_workers=2)))
