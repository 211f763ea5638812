"""스스로 확인하기 · Self-check for a11_conv_shapes: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

from operator import index

import pytest
import torch
from a11_conv_shapes import (
    conv_out_size,
    conv_output_shape,
    conv_param_count,
    conv_weight_shape,
    same_padding,
)
from torch import nn

SLIDE_LAYERS = [
    (nn.Conv1d(1, 1, 3), (1, 1, 5)),
    (nn.Conv2d(1, 1, 3), (1, 1, 5, 5)),
    (nn.Conv2d(3, 1, 3), (1, 3, 5, 5)),
    (nn.Conv2d(3, 3, 3), (1, 3, 5, 5)),
    (nn.Conv3d(1, 1, 3), (1, 1, 5, 5, 5)),
]


def test_kernel_of_3_has_3_places_on_5_values():
    assert conv_out_size(5, 3) == 3


def test_padding_of_1_keeps_the_size():
    assert conv_out_size(5, 3, padding=1) == 5


def test_stride_of_2_takes_every_second_place():
    assert conv_out_size(7, 3, stride=2) == 3


def test_size_is_an_int_and_not_a_float():
    index(conv_out_size(28, 5))  # a whole number, not a float
    assert conv_out_size(28, 5) == 24


def test_kernel_longer_than_the_input_is_an_error():
    with pytest.raises(ValueError):
        conv_out_size(3, 5)


@pytest.mark.parametrize(("layer", "input_shape"), SLIDE_LAYERS, ids=str)
def test_output_shape_is_that_of_the_layer_on_the_slide(layer, input_shape):
    expected = layer(torch.full(input_shape, 2.0)).shape
    assert tuple(conv_output_shape(input_shape, layer.out_channels, 3)) == expected


def test_input_3x3x3_and_filter_3x2x2_give_1x2x2():
    assert tuple(conv_output_shape((1, 3, 3, 3), 1, 2)) == (1, 1, 2, 2)


@pytest.mark.parametrize(("layer", "input_shape"), SLIDE_LAYERS, ids=str)
def test_weight_shape_is_that_of_the_layer_on_the_slide(layer, input_shape):
    ndim = len(input_shape) - 2
    mine = conv_weight_shape(ndim, layer.in_channels, layer.out_channels, 3)
    assert tuple(mine) == layer.weight.shape


def test_parameters_of_the_five_layers_on_the_slides():
    assert conv_param_count(1, 1, 1, 3) == 4
    assert conv_param_count(2, 1, 1, 3) == 10
    assert conv_param_count(2, 3, 1, 3) == 28
    assert conv_param_count(2, 3, 3, 3) == 84
    assert conv_param_count(3, 1, 1, 3) == 28
    index(conv_param_count(2, 3, 3, 3))  # a whole number, not a float


def test_without_bias_there_is_one_parameter_less_per_output_channel():
    assert conv_param_count(2, 3, 3, 3, bias=False) == 81


def test_padding_that_keeps_the_size():
    assert same_padding(3) == 1
    assert same_padding(5) == 2
    assert same_padding(3, dilation=2) == 2
    index(same_padding(3))  # a whole number, not a float
