def sigmoid(x):
    pass


def hypothesis(x, W, b):
    pass


def predict(h, threshold=0.5):
    pass


def decision_boundary(W, b):
    pass
