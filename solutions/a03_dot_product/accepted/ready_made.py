"""Other ready-made functions of torch and numpy, lambdas, functions that are no functions."""

from functools import partial

import numpy as np
import torch
import torch.nn.functional as F


class Vdot:
    """An object that is called like a function; torch.vdot refuses all but vectors."""

    def __call__(self, a, b):
        return torch.vdot(a, b)


dot1d = Vdot()
matmul2d = torch.mm
to_numpy = partial(torch.Tensor.numpy, force=True)  # detaches by itself


def via_numpy(x, w):
    return torch.as_tensor(np.matmul(to_numpy(x), to_numpy(w)))


np_dot = lambda a, b: F.linear(a, b) if b.ndim == 1 else torch.inner(a, b.mT)  # noqa: E731
