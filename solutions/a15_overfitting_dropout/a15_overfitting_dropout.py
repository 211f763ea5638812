"""a15_overfitting_dropout: reference solution."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn


def fit_status(
    train_accuracy: float, val_accuracy: float, good: float = 0.9, gap: float = 0.1
) -> str:
    """과소적합, 과(대)적합, or neither."""
    if train_accuracy < good:
        return "underfitting"
    if train_accuracy - val_accuracy > gap:
        return "overfitting"
    return "good"


def augment_hflip(x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
    """Data augmentation: the images and then their mirror images, (N, C, H, W) → (2N, C, H, W)."""
    return torch.cat([x, x.flip(3)]), torch.cat([y, y])


def count_parameters(layer_sizes: Sequence[int], bias: bool = True) -> int:
    """Complexity of an MLP: inputs × outputs weights and one bias per output, in each layer."""
    pairs = zip(layer_sizes, layer_sizes[1:])
    return sum(inputs * outputs + bias * outputs for inputs, outputs in pairs)


def l2_cost(cost: Tensor, params: Sequence[Tensor], lam: float) -> Tensor:
    """Regularisation: cost + λ Σ w²."""
    if lam < 0:
        raise ValueError("lam must be 0 or more")
    for w in params:
        cost = cost + lam * (w**2).sum()
    return cost


def dropout(x: Tensor, p: float = 0.5, training: bool = True, mask: Tensor | None = None) -> Tensor:
    """Drop each element with probability p; what is left grows by 1 / (1 - p)."""
    if not 0 <= p <= 1:
        raise ValueError("p must be between 0 and 1")
    if not training or p == 0:
        return x
    if p == 1:
        return x * 0.0
    if mask is None:
        mask = torch.rand_like(x) >= p
    return x * mask / (1 - p)


def predict_eval(model: nn.Module, x: Tensor) -> Tensor:
    """Slide "추론시에는 모든 뉴런 사용": the model's output without dropout and without a graph."""
    was_training = model.training
    model.eval()
    with torch.no_grad():
        output = model(x)
    model.train(was_training)
    return output
