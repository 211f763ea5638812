def sigmoid(x):
    return [[]] * 1_000_000


def hypothesis(x, W, b):
    return [([],)] * 90_000
