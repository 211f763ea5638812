"""A helper class with a state, a lambda, a partial, and the path by itertools.accumulate."""

from functools import partial
from itertools import accumulate

import torch


class Ball:
    """Rolls with the slides' velocity, or with PyTorch's buffer."""

    def __init__(self, w, memory):
        self.w = w
        self.memory = memory

    def push(self, grad, lr, m):
        self.memory = m * self.memory - lr * grad
        self.w = self.w + self.memory
        return self

    def push_like_torch(self, grad, lr, m):
        self.memory = m * self.memory + grad
        self.w = self.w - lr * self.memory
        return self

    @property
    def state(self):
        return self.w, self.memory


def momentum_step(w, v, grad, lr, m=0.9):
    wrong = [w.shape != v.shape, w.shape != grad.shape, lr < 0, m < 0, m >= 1]
    if any(wrong):
        raise ValueError(f"wrong input: {wrong}")
    return Ball(w, v).push(grad, lr, m).state


def roll(A, m, ball, lr):
    return Ball(*ball.state).push(A @ ball.w, lr, m)


def run_momentum(A, w0, lrs, m):
    start = Ball(w0, torch.zeros(w0.shape, dtype=w0.dtype))
    balls = accumulate(lrs, partial(roll, A, m), initial=start)
    return torch.stack([ball.w for ball in balls])


torch_momentum_step = lambda w, buf, grad, lr, m=0.9: (  # noqa: E731
    Ball(w, buf).push_like_torch(grad, lr, m).state
)


def to_torch_buffer(v, lr):
    match lr:
        case _ if lr <= 0:
            raise ValueError("lr must be positive")
        case _:
            return -(v / lr)
