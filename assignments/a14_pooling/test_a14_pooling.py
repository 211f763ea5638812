"""스스로 확인하기 · Self-check for a14_pooling: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

from operator import index

import pytest
import torch
from a14_pooling import avg_pool2d, global_avg_pool2d, max_pool2d, pool_out_size
from torch.testing import assert_close

SLIDE = torch.tensor([[[[5.0, 2, 3, 4], [2, 1, 0, 1], [3, 7, 9, 5], [1, 4, 1, 8]]]])


def test_max_pooling_of_the_slide_is_5_4_7_9():
    assert_close(max_pool2d(SLIDE, 2), torch.tensor([[[[5.0, 4.0], [7.0, 9.0]]]]))


def test_average_pooling_of_the_slide_is_2_5_and_2_and_3_75_and_5_75():
    assert_close(avg_pool2d(SLIDE, 2), torch.tensor([[[[2.5, 2.0], [3.75, 5.75]]]]))


def test_global_average_pooling_of_the_slide_is_3_5():
    assert_close(global_avg_pool2d(SLIDE), torch.tensor([[3.5]]))


def test_average_with_padding_divides_by_all_cells_or_by_the_real_ones():
    every = avg_pool2d(SLIDE, 3, stride=2, padding=1)
    real = avg_pool2d(SLIDE, 3, stride=2, padding=1, count_include_pad=False)
    assert_close(every, torch.tensor([[[[10 / 9, 11 / 9], [2.0, 4.0]]]]))
    assert_close(real, torch.tensor([[[[10 / 4, 11 / 6], [3.0, 4.0]]]]))


def test_images_and_channels_stay_apart():
    x = torch.stack([SLIDE[0, 0] + shift for shift in range(6)]).reshape(2, 3, 4, 4)
    assert max_pool2d(x, 2).shape == (2, 3, 2, 2)
    assert avg_pool2d(x, 2).shape == (2, 3, 2, 2)
    assert_close(max_pool2d(x, 2)[1, 2], torch.tensor([[10.0, 9.0], [12.0, 14.0]]))
    assert_close(avg_pool2d(x, 2)[1, 2], torch.tensor([[7.5, 7.0], [8.75, 10.75]]))
    assert_close(global_avg_pool2d(x), torch.tensor([[3.5, 4.5, 5.5], [6.5, 7.5, 8.5]]))


def test_output_size_is_an_int_rounded_down():
    assert pool_out_size(5, 2) == 2
    index(pool_out_size(5, 2))  # a whole number, not a float
    assert pool_out_size(4, 3, stride=2, padding=1) == 2
    assert pool_out_size(224, 3, stride=2, padding=1) == 112


def test_output_size_with_ceil_mode_is_rounded_up():
    assert pool_out_size(5, 2, ceil_mode=True) == 3
    assert pool_out_size(112, 3, stride=2, ceil_mode=True) == 56


def test_padding_larger_than_half_the_kernel_is_an_error():
    with pytest.raises(ValueError):
        max_pool2d(SLIDE, 2, padding=2)
