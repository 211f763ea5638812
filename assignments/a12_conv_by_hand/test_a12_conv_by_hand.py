"""스스로 확인하기 · Self-check for a12_conv_by_hand: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

import pytest
import torch
from a12_conv_by_hand import conv2d, make_conv, slide_output, zero_pad2d
from torch.testing import assert_close

TABLE = torch.tensor(
    [[2.0, 1, 1, 0, 0], [1, 4, 1, 1, 2], [3, 0, 1, 1, 0], [2, 1, 0, 1, 2], [1, 2, 3, 4, 5]]
)
COUNTED = torch.arange(1.0, 17).reshape(1, 1, 4, 4)
ONE_TO_FOUR = torch.tensor([[[[1.0, 2], [3, 4]]]])


def assert_convolved(out, expected):
    """Sums may be rounded, as they are in another order."""
    assert_close(out, expected, rtol=1e-4, atol=1e-3)


def test_table_of_the_slide_gets_a_frame_of_zeros():
    framed = zero_pad2d(TABLE, 1)
    assert framed.shape == (7, 7)
    assert_close(framed[1:6, 1:6], TABLE)
    assert framed.sum() == TABLE.sum() == 39


def test_only_the_last_two_dimensions_are_padded():
    assert zero_pad2d(torch.ones(2, 3, 4, 6), 2).shape == (2, 3, 8, 10)


def test_padding_of_0_leaves_the_values_alone():
    assert_close(zero_pad2d(TABLE, 0), TABLE)


def test_kernel_slides_over_1_to_16_without_being_turned():
    expected = torch.tensor([[[[44.0, 54, 64], [84, 94, 104], [124, 134, 144]]]])
    assert_convolved(conv2d(COUNTED, ONE_TO_FOUR), expected)


def test_filter_adds_up_all_channels_3x3x3_and_3x2x2_make_1x2x2():
    out = conv2d(torch.full((1, 3, 3, 3), 2.0), torch.ones(1, 3, 2, 2))
    assert_convolved(out, torch.full((1, 1, 2, 2), 24.0))


def test_each_filter_makes_a_channel():
    out = conv2d(torch.ones(2, 3, 4, 4), torch.ones(4, 3, 2, 2))
    assert_convolved(out, torch.full((2, 4, 3, 3), 12.0))


def test_stride_and_padding():
    strided = torch.tensor([[[[44.0, 64], [124, 144]]]])
    framed = torch.tensor([[[[4.0, 18, 12], [46, 94, 44], [26, 44, 16]]]])
    assert_convolved(conv2d(COUNTED, ONE_TO_FOUR, stride=2), strided)
    assert_convolved(conv2d(COUNTED, ONE_TO_FOUR, stride=2, padding=1), framed)


def test_bias_is_added_once():
    out = conv2d(torch.full((1, 3, 5, 5), 2.0), torch.ones(1, 3, 3, 3), torch.tensor([3.0]))
    assert_convolved(out, torch.full((1, 1, 3, 3), 57.0))


def test_filter_of_another_depth_is_an_error():
    with pytest.raises(ValueError):
        conv2d(torch.ones(1, 3, 4, 4), torch.ones(1, 2, 2, 2))


def test_make_conv_fills_weight_and_bias_with_constants():
    conv = make_conv(2, 3, 4, 3, weight=0.5, bias=-1.0)
    weight, bias = conv.parameters()
    assert_close(weight.detach(), torch.full((4, 3, 3, 3), 0.5))
    assert_close(bias.detach(), torch.full((4,), -1.0))
    assert weight.requires_grad
    assert bias.requires_grad


@pytest.mark.parametrize(
    ("args", "shape", "value"),
    [
        ((1, 1, 1), (1, 1, 3), 9.0),
        ((2, 1, 1), (1, 1, 3, 3), 21.0),
        ((2, 3, 1), (1, 1, 3, 3), 57.0),
        ((2, 3, 3), (1, 3, 3, 3), 57.0),
        ((3, 1, 1), (1, 1, 3, 3, 3), 57.0),
    ],
)
def test_outputs_of_the_slides(args, shape, value):
    assert_close(slide_output(*args).detach(), torch.full(shape, value))
