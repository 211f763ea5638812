"""스스로 확인하기 · Self-check for a01_sigmoid: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

import pytest
import torch
from a01_sigmoid import decision_boundary, hypothesis, predict, sigmoid
from torch.testing import assert_close


def test_sigmoid_of_zero_is_one_half():
    assert_close(sigmoid(torch.tensor([0.0])), torch.tensor([0.5]))


def test_sigmoid_on_the_grid_of_the_slides():
    x = torch.arange(-5.0, 5.0, 0.1)
    y = sigmoid(x)
    assert y.shape == (100,)
    assert_close(y[0], torch.tensor(0.0066929), rtol=1e-4, atol=1e-6)
    assert_close(y[50], torch.tensor(0.5), rtol=1e-4, atol=1e-6)
    assert_close(y[99], torch.tensor(0.9926085), rtol=1e-4, atol=1e-6)


def test_sigmoid_keeps_shape_and_dtype():
    x = torch.zeros(2, 3, dtype=torch.float64)
    y = sigmoid(x)
    assert y.shape == (2, 3)
    assert y.dtype == torch.float64


def test_hypothesis_with_one_feature():
    x = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
    h = hypothesis(x, torch.tensor([[4.163645]]), torch.tensor([-14.418201]))
    assert h.shape == (6, 1)
    expected = torch.tensor([[3.52e-05], [2.2582e-03], [0.127053], [0.903470], [0.998341], [0.999974]])
    assert_close(h, expected, rtol=1e-3, atol=1e-5)


def test_hypothesis_with_two_features_gives_one_column():
    x = torch.tensor([[1.0, 2.0], [2.0, 3.0], [3.0, 1.0]])
    h = hypothesis(x, torch.zeros(2, 1), torch.zeros(1))
    assert_close(h, torch.full((3, 1), 0.5))


def test_predict_counts_the_threshold_itself_as_true():
    predicted = predict(torch.tensor([0.2, 0.5, 0.9]))
    assert predicted.dtype == torch.bool
    assert predicted.tolist() == [False, True, True]
    assert predict(torch.tensor([59.9, 60.0]), threshold=60.0).tolist() == [False, True]


def test_decision_boundary_of_the_slides():
    boundary = decision_boundary(torch.tensor([[4.163645]]), torch.tensor([-14.418201]))
    assert boundary.shape == ()
    assert_close(boundary, torch.tensor(3.46288), rtol=1e-4, atol=1e-6)


def test_decision_boundary_does_not_exist_where_the_weight_is_zero():
    with pytest.raises(ValueError):
        decision_boundary(torch.zeros(1, 1), torch.tensor([1.0]))
