"""스스로 확인하기 · Self-check for a18_slide_clinic: run `pytest` in this folder.

슬라이드의 예로 확인합니다. 채점에는 다른 입력도 쓰입니다. 퀴즈는 답의 형식만 확인합니다.
These are the examples of the slides. Grading uses other inputs too. Of the quiz only the form of
the answers is checked.
"""

import pytest
import torch
from a18_slide_clinic import (
    answers,
    constant_conv,
    hypothesis_from_list,
    logged_and_true_cost,
    logit_row_sums,
    to_nchw,
)
from torch import nn
from torch.testing import assert_close

ONE_FEATURE = [[1], [2], [3], [4], [5], [6]]
TWO_FEATURES = [[1, 2], [2, 3], [3, 1], [4, 3], [5, 3], [6, 2]]
LABELS = torch.tensor([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0]])

X_SOFTMAX = torch.tensor([
    [1.0, 2.0, 1.0, 1.0], [2.0, 1.0, 3.0, 2.0], [3.0, 1.0, 3.0, 4.0], [4.0, 1.0, 5.0, 5.0],
    [1.0, 7.0, 5.0, 5.0], [1.0, 2.0, 5.0, 6.0], [1.0, 6.0, 6.0, 6.0], [1.0, 7.0, 7.0, 7.0],
])  # fmt: skip
Y_SOFTMAX = torch.tensor([2, 2, 2, 1, 1, 1, 0, 0])


def test_hypothesis_of_the_list_on_the_slide():
    h = hypothesis_from_list(ONE_FEATURE, torch.tensor([[4.163645]]), torch.tensor([-14.418201]))
    expected = torch.tensor([[3.52e-05], [2.2582e-03], [0.127053], [0.903470], [0.998341], [0.999974]])
    assert_close(h, expected, rtol=1e-3, atol=1e-5)


def test_hypothesis_of_two_features_in_the_dtype_of_the_weights():
    W, b = torch.zeros(2, 1, dtype=torch.float64), torch.zeros(1, dtype=torch.float64)
    h = hypothesis_from_list(TWO_FEATURES, W, b)
    assert_close(h, torch.full((6, 1), 0.5, dtype=torch.float64))


@pytest.mark.parametrize(
    ("conv", "expected"),
    [
        (nn.Conv1d(1, 1, 3), 9.0),
        (nn.Conv2d(1, 1, 3), 21.0),
        (nn.Conv2d(3, 1, 3), 57.0),
        (nn.Conv3d(1, 1, 3), 57.0),
    ],
)
def test_convolution_of_the_slides_with_weights_of_1_and_a_bias_of_3(conv, expected):
    assert constant_conv(conv, 1.0, 3.0) is conv
    x = torch.full((1, *conv.weight.shape[1:]), 2.0)
    assert conv(x).item() == pytest.approx(expected)


def test_convolution_without_bias():
    conv = nn.Conv2d(1, 1, 3, bias=False)
    constant_conv(conv, 1.0, 3.0)
    assert conv.bias is None
    assert_close(conv.weight.detach(), torch.ones(1, 1, 3, 3))


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ((256, 256, 3), (1, 3, 256, 256)),
        ((256, 256, 1), (1, 1, 256, 256)),
        ((256, 256), (1, 1, 256, 256)),
    ],
)
def test_images_of_the_slide_become_what_conv2d_takes(shape, expected):
    assert to_nchw(torch.zeros(shape)).shape == expected


def test_pixels_stay_where_they_are():
    image = torch.arange(24.0).reshape(2, 4, 3)
    nchw = to_nchw(image)
    assert nchw[0, 2, 1, 3] == image[1, 3, 2]
    assert nchw[0, 1, 0, 2] == image[0, 2, 1]


def test_an_image_of_two_channels_is_refused():
    with pytest.raises(ValueError):
        to_nchw(torch.zeros(4, 6, 2))


def test_row_sums_from_zeros_are_zero_all_the_time():
    sums = logit_row_sums(X_SOFTMAX, Y_SOFTMAX, torch.zeros(4, 3), torch.zeros(1, 3), 0.1, 100)
    assert_close(sums.detach(), torch.zeros(101, 8), rtol=0, atol=1e-4)


def test_row_sums_of_the_first_row_are_those_of_the_start():
    W, b = torch.full((4, 3), 0.25), torch.tensor([0.5, 0.0, -0.25])
    sums = logit_row_sums(X_SOFTMAX, Y_SOFTMAX, W, b, 0.1, 2)
    assert sums.shape == (3, 8)
    assert_close(sums[0].detach(), 0.75 * X_SOFTMAX.sum(dim=1) + 0.25)


def test_logged_and_true_cost_after_two_updates():
    costs = logged_and_true_cost(torch.FloatTensor(ONE_FEATURE), LABELS, 1.0, 1)
    assert costs[0] == pytest.approx(0.878562, rel=1e-4)
    assert costs[1] == pytest.approx(0.741481, rel=1e-4)


@pytest.mark.parametrize(
    ("x_data", "logged", "true"),
    [(ONE_FEATURE, 0.0402585, 0.0402294), (TWO_FEATURES, 0.0198522, 0.0198337)],
)
def test_logged_and_true_cost_of_the_slides(x_data, logged, true):
    costs = logged_and_true_cost(torch.FloatTensor(x_data), LABELS, 1.0, 1000)
    assert costs[0] == pytest.approx(logged, rel=1e-4)
    assert costs[1] == pytest.approx(true, rel=1e-4)


@pytest.mark.parametrize("question", [f"Q{number}" for number in range(1, 11)])
def test_question_is_answered_by_a_letter(question):
    letters = {key.upper(): letter.strip().lower() for key, letter in answers().items()}
    assert letters[question] in ("a", "b", "c", "d")
