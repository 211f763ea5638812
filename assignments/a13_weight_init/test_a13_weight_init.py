"""스스로 확인하기 · Self-check for a13_weight_init: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

from operator import index

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from a13_weight_init import fans, init_scale, init_weight, plot_init, set_conv_params
from torch import nn
from torch.testing import assert_close


def test_fans_of_the_slide_layer_and_of_a_larger_one():
    assert tuple(fans((1, 1, 5, 5))) == (25, 25)
    assert tuple(fans((64, 32, 3, 3))) == (288, 576)
    assert [index(fan) for fan in fans((1, 1, 5, 5))] == [25, 25]  # whole numbers, not floats


def test_one_dimension_has_no_fans():
    with pytest.raises(ValueError):
        fans((100,))


def test_scales_of_the_slide_layer():
    names = ["xavier_uniform", "xavier_normal", "kaiming_uniform", "kaiming_normal"]
    scales = [init_scale(name, (1, 1, 5, 5)) for name in names]
    assert scales == pytest.approx([0.346410, 0.2, 0.489898, 0.282843], rel=1e-4)
    assert all(isinstance(scale, float) for scale in scales)


def test_mode_chooses_the_fan():
    layer = (64, 32, 3, 3)
    assert init_scale("kaiming_normal", layer) == pytest.approx(0.083333, rel=1e-4)
    out = init_scale("kaiming_normal", layer, mode="fan_out")
    assert out == pytest.approx(0.058926, rel=1e-4)


def test_fixed_values():
    weight = init_weight("constant", (1, 1, 5, 5))
    assert_close(weight, torch.full((1, 1, 5, 5), 2.0))
    assert not weight.requires_grad
    assert_close(init_weight("eye", (3, 5)), torch.eye(3, 5))


def test_eye_is_for_two_dimensions_only():
    with pytest.raises(ValueError):
        init_weight("eye", (1, 1, 5, 5))


def test_uniform_stays_between_its_bounds():
    weight = init_weight("uniform", (20000,), a=1.0, b=10.0)
    assert weight.shape == (20000,)
    assert weight.min() == pytest.approx(1, abs=0.01)
    assert weight.max() == pytest.approx(10, abs=0.01)


def test_the_same_seed_gives_the_same_values():
    first, again, other = (init_weight("normal", (1, 1, 5, 5), seed) for seed in (1, 1, 2))
    assert first.shape == (1, 1, 5, 5)
    assert first.dtype == torch.float32
    assert len(first.unique()) > 20
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_conv_of_ones_sums_its_input():
    conv = nn.Conv2d(1, 1, 5)
    set_conv_params(conv, torch.ones(1, 1, 5, 5), torch.tensor([0.5]))
    assert conv(torch.full((1, 1, 5, 5), 2.0)).item() == pytest.approx(50.5)


def test_the_bias_of_the_slide_is_refused():
    conv = nn.Conv2d(1, 1, 5)
    with pytest.raises(ValueError):
        set_conv_params(conv, torch.ones(1, 1, 5, 5), torch.tensor([[[[0.5]]]]))


def test_line_plot_shows_the_values_in_their_order():
    t = torch.rand(100)
    lines = [line for axes in axes_of(plot_init(t)) for line in axes.lines]
    assert any(len(line.get_ydata()) == 100 and np.allclose(line.get_ydata(), t) for line in lines)


def test_the_figure_has_two_axes():
    assert len(axes_of(plot_init(torch.rand(100)))) >= 2


@pytest.fixture(autouse=True)
def _no_open_figures():
    plt.close("all")
    yield
    plt.close("all")


def axes_of(result):
    """All Axes of the figure that came back, or of the open one where none did."""
    if result is None or result is plt:
        result = plt.gcf()
    while isinstance(result, tuple | list | np.ndarray):
        result = result[0]
    return result.figure.axes
