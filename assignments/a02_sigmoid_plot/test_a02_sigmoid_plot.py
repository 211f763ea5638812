"""스스로 확인하기 · Self-check for a02_sigmoid_plot: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

from functools import partial

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from a02_sigmoid_plot import plot_shifts, plot_slopes, sigmoid_curves
from torch.testing import assert_close


def test_each_row_is_one_curve():
    expected = torch.tensor([[0.2689, 0.5, 0.7311], [0.2689, 0.7311, 0.9526]])
    curves = sigmoid_curves(torch.tensor([-1.0, 0.0, 1.0]), [1, 2], [0, 1])
    assert_close(curves, expected, rtol=0, atol=1e-4)


def test_curves_of_the_slide():
    x = torch.arange(-5.0, 5.0, 0.1)
    slopes = sigmoid_curves(x, [0.5, 1, 2, 10], [0, 0, 0, 0])
    assert slopes.shape == (4, 100)
    assert slopes[:, 0].tolist() == pytest.approx([0.07586, 0.00669, 0.0000454, 0.0], abs=1e-5)
    shifts = sigmoid_curves(x, [1, 1, 1, 1], [0.5, 0, 1, 2])
    assert shifts[:, 50].tolist() == pytest.approx([0.62246, 0.5, 0.73106, 0.8808], abs=1e-5)


def test_as_many_w_as_b_are_needed():
    with pytest.raises(ValueError):
        sigmoid_curves(torch.zeros(5), [1, 2, 3], [0])


def test_slopes_are_drawn():
    wanted = [lambda x, w=w: 1 / (1 + np.exp(-w * x)) for w in (0.5, 1, 2, 10)]
    assert shows_on_one_axes(plot_slopes(), wanted)


def test_shifts_are_drawn():
    wanted = [lambda x, b=b: 1 / (1 + np.exp(-(x + b))) for b in (0.5, 0, 1, 2)]
    assert shows_on_one_axes(plot_shifts(), wanted)


@pytest.fixture(autouse=True)
def _no_open_figures():
    plt.close("all")
    yield
    plt.close("all")


def shows_on_one_axes(result, functions):
    """Whether one Axes of the figure has a line or scatter for each function, from −5 to 4.9."""
    if result is None or result is plt:
        result = plt.gcf()
    while isinstance(result, tuple | list | np.ndarray):
        result = result[0]
    return any(all(map(partial(draws, axes), functions)) for axes in result.figure.axes)


def draws(axes, function):
    lines = [line.get_xydata() for line in axes.lines]
    dots = [np.asarray(scatter.get_offsets()) for scatter in axes.collections]
    for x, y in (points.T for points in lines + dots if len(points) >= 30):
        if min(x.max(), 4.9) - max(x.min(), -5) > 9.41 and np.allclose(y, function(x), atol=1e-3):
            return True
    return False
