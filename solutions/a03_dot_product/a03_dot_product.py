"""a03_dot_product: reference solution, in the idiom of the slides."""

import numpy as np
import torch
from torch import Tensor


def dot1d(a: Tensor, b: Tensor) -> Tensor:
    """(n,)·(n,) → (); torch.dot refuses everything else by itself."""
    return torch.dot(a, b)


def matmul2d(x: Tensor, w: Tensor) -> Tensor:
    """(n, d)·(d, k) → (n, k), slide "numpy, torch dot product", first way."""
    return torch.matmul(x, w)


def via_numpy(x: Tensor, w: Tensor) -> Tensor:
    """The product by way of numpy, slide "numpy, torch dot product", second way.

    detach() takes the place of switching requires_grad off and on; torch.tensor keeps the dtype
    and takes the single number that np.dot gives for two vectors.
    """
    a = np.dot(x.detach().numpy(), w.detach().numpy())
    return torch.tensor(a)


def np_dot(a: Tensor, b: Tensor) -> Tensor:
    """numpy.dot: the last axis of a, the second last (or only) axis of b."""
    return torch.tensordot(a, b, dims=([-1], [max(b.dim() - 2, 0)]))
