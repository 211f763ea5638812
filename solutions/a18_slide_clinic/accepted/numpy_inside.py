"""numpy in float64 for the trainings; lambdas; a conv in double; comments of one's own."""

import numpy as np
import torch

hypothesis_from_list = lambda x_data, W, b: torch.sigmoid(  # noqa: E731
    torch.mm(torch.tensor([[float(v) for v in row] for row in x_data]).type(W.dtype), W) + b
)


def constant_conv(conv, weight, bias):
    state = conv.state_dict()
    for name in state:
        state[name] = torch.full_like(state[name], {"weight": weight, "bias": bias}[name])
    conv.load_state_dict(state)
    return conv


def to_nchw(image):
    if image.dim() == 2:
        return image.view(1, 1, *image.shape) if image.is_contiguous() else image.reshape(1, 1, *image.shape)
    if image.dim() == 3 and image.shape[-1] in {1, 3}:
        return torch.cat([image[..., c].unsqueeze(0) for c in range(image.shape[-1])]).unsqueeze(0)
    raise ValueError("bad image")


def logit_row_sums(x, y, W, b, lr, steps):
    a, w, c = (t.detach().numpy().astype(np.float64) for t in (x, W, b))
    onehot = np.eye(w.shape[1])[y.numpy()]
    c = c.reshape(1, -1)
    sums = []
    for i in range(steps + 1):
        z = a @ w + c
        sums.append(z.sum(axis=1))
        e = np.exp(z - z.max(1, keepdims=True))
        delta = (e / e.sum(1, keepdims=True) - onehot) / len(a)
        w, c = w - lr * a.T @ delta, c - lr * delta.sum(0, keepdims=True)
    return torch.tensor(np.array(sums), dtype=x.dtype)


def logged_and_true_cost(x_train, y_train, lr, epochs):
    x, y = x_train.numpy().astype(float), y_train.numpy().astype(float)
    w, c = np.zeros((x.shape[1], 1)), 0.0
    costs = []
    for i in range(epochs + 2):
        h = 1 / (1 + np.exp(-(x @ w + c)))
        costs.append(-np.mean(y * np.log(h) + (1 - y) * np.log(1 - h)))
        w, c = w - lr * x.T @ (h - y) / len(x), c - lr * np.mean(h - y)
    return costs[-2], costs[-1]  # numpy's float64 is a float


class Answers(dict):
    pass


def answers():
    key = Answers()
    for line in "Q1 a,Q2 b,Q3 c,Q4 b,Q5 b,Q6 c,Q7 b,Q8 a,Q9 b,Q10 c".split(","):
        question, letter = line.split()
        key[question] = letter
    return key
