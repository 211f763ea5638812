"""스스로 확인하기 · Self-check for a00_example: run `pytest` in this folder.

채점에는 다른 입력도 쓰입니다.
Grading uses other inputs too.
"""

import torch
from a00_example import relu
from torch.testing import assert_close


def test_negative_numbers_become_zero():
    assert_close(relu(torch.tensor([-1.0, 0.0, 2.0])), torch.tensor([0.0, 0.0, 2.0]))


def test_relu_keeps_shape_and_dtype():
    y = relu(torch.ones(2, 3, dtype=torch.float64))
    assert y.shape == (2, 3)
    assert y.dtype == torch.float64
