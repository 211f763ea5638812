def sigmoid(x):
    return 0 * x
