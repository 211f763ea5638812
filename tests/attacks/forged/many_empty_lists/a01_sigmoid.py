def sigmoid(x):
    return [[]] * 250_000


def hypothesis(x, W, b):
    return [([],)] * 60_000
