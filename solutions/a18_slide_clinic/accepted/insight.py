"""The sums computed at once, with no training; einsum, movedim, .data, a dict of dicts."""

import torch
import torch.nn.functional as F


def hypothesis_from_list(x_data, W, b):
    return torch.einsum("nd,dk->nk", torch.as_tensor(x_data).to(W), W).add(b).sigmoid()


def constant_conv(conv, weight, bias):
    conv.weight.data.fill_(weight)
    if conv.bias is None:
        return conv
    conv.bias.data = torch.ones(conv.out_channels) * bias
    return conv


def to_nchw(image):
    match list(image.shape):
        case [_, _]:
            return image[None, None, :, :]
        case [_, _, 1 | 3]:
            return image.movedim(-1, 0)[None]
    raise ValueError


def logit_row_sums(x, y, W, b, lr, steps):
    return (x @ W.sum(dim=1) + b.sum()).expand(steps + 1, len(x))


def logged_and_true_cost(x_train, y_train, lr, epochs):
    parameters = [torch.zeros(x_train.shape[1], 1), torch.zeros(1)]
    for parameter in parameters:
        parameter.requires_grad_()
    costs = []

    def cost():
        W, b = parameters
        costs.append(F.binary_cross_entropy_with_logits(torch.addmm(b, x_train, W), y_train))
        return costs[-1]

    for _ in range(epochs + 1):
        gradients = torch.autograd.grad(cost(), parameters)
        with torch.no_grad():
            for parameter, gradient in zip(parameters, gradients):
                parameter.sub_(lr * gradient)
    cost()
    logged, true = costs[-2:]
    return float(logged), float(true)


def answers():
    return dict(Q1="a", Q2="b", Q3="c", Q4="b", Q5="b", Q6="c", Q7="b", Q8="a", Q9="b", Q10="c")
