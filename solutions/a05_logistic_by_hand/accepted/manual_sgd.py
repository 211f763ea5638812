"""Updates under no_grad with += on W.data's likes; torch's own BCE; a list of floats for the costs."""

import torch
import torch.nn.functional as F


def init_params(d):
    if d <= 0:
        raise ValueError("d must be at least 1")
    W = torch.zeros(d, 1)
    b = torch.zeros(1)
    W.requires_grad = True
    b.requires_grad = True
    return [W, b]


def train_logistic(x_train, y_train, lr=1.0, epochs=1000):
    W = torch.zeros(x_train.size(1), 1).type_as(x_train).requires_grad_()
    b = torch.zeros(1).type_as(x_train).requires_grad_()
    costs = []
    for epoch in range(epochs + 1):
        h = torch.sigmoid(x_train @ W + b)
        cost = F.binary_cross_entropy(h, y_train)
        cost.backward()
        with torch.no_grad():
            W -= lr * W.grad
            b -= lr * b.grad
            W.grad.zero_()
            b.grad.zero_()
        costs.append(cost.item())
        if epoch % 100 == 0:
            print("Epoch {:4d}/{} Cost: {:.6f}".format(epoch, epochs, cost.item()))
    W.requires_grad_(False)
    b.requires_grad_(False)
    return W, b, costs


def accuracy(h, y, threshold=0.5):
    if h.size() != y.size():
        raise ValueError("shapes differ")
    prediction = h >= torch.FloatTensor([threshold])
    correct_prediction = prediction.float() == y
    return correct_prediction.sum().item() / len(correct_prediction)
