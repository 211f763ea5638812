"""a07_softmax_cross_entropy: reference solution, in the idiom of the slides."""

import torch
from torch import Tensor


def softmax(z: Tensor, dim: int = -1) -> Tensor:
    """e^z / Σ e^z along dim, any shape → the same, slide "소프트맥스 함수".

    The largest z of each row is subtracted first: that changes no value, and e^z cannot overflow.
    """
    e = torch.exp(z - z.amax(dim=dim, keepdim=True))
    return e / e.sum(dim=dim, keepdim=True)


def one_hot(y: Tensor, k: int) -> Tensor:
    """Class numbers (n,) → (n, k), 1 in the column of each."""
    check_labels(y, k)
    return torch.eye(k)[y]


def cost_from_probs(p: Tensor, Y: Tensor) -> Tensor:
    """-(1/n) ΣΣ Y log p, two (n, k) → (), slide "비용 함수"; xlogy knows that 0 log 0 is 0."""
    if p.shape != Y.shape:
        raise ValueError(f"shapes {tuple(p.shape)} and {tuple(Y.shape)} differ")
    return -torch.xlogy(Y, p).sum() / len(p)


def cross_entropy(z: Tensor, y: Tensor) -> Tensor:
    """The mean of -log p of the right class, logits (n, k), labels (n,) → ()."""
    n, k = z.shape
    if y.shape != (n,) or n == 0:
        raise ValueError(f"{n} rows of logits, labels of shape {tuple(y.shape)}")
    check_labels(y, k)
    log_p = z - torch.logsumexp(z, dim=1, keepdim=True)
    return -log_p[torch.arange(n), y].mean()


def check_labels(y: Tensor, k: int) -> None:
    """Refuse numbers that are no class; as an index -1 would mean the last one."""
    if ((y < 0) | (y >= k)).any():
        raise ValueError(f"labels must lie between 0 and {k - 1}")
