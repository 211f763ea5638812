"""스스로 확인하기 · Self-check for a05_logistic_by_hand: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

import pytest
import torch
from a05_logistic_by_hand import accuracy, init_params, train_logistic
from torch.testing import assert_close

X = torch.FloatTensor([[1], [2], [3], [4], [5], [6]])
X_MULTI = torch.FloatTensor([[1, 2], [2, 3], [3, 1], [4, 3], [5, 3], [6, 2]])
Y = torch.FloatTensor([[0], [0], [0], [1], [1], [1]])


def close(actual, expected, rtol=1e-4, atol=1e-6):
    assert_close(actual, torch.tensor(expected), rtol=rtol, atol=atol)


def test_parameters_are_zeros_that_require_grad():
    W, b = init_params(2)
    close(W, [[0.0], [0.0]])
    close(b, [0.0])
    assert W.requires_grad
    assert b.requires_grad
    assert W.is_leaf
    assert b.is_leaf


def test_parameters_of_no_features_are_refused():
    with pytest.raises(ValueError):
        init_params(0)


def test_one_update_with_one_feature():
    W, b, _ = train_logistic(X, Y, epochs=0)
    close(W, [[0.75]])
    close(b, [0.0])


def test_one_update_with_two_features():
    W, b, _ = train_logistic(X_MULTI, Y, epochs=0)
    close(W, [[0.75], [0.1666667]])
    close(b, [0.0])


def test_costs_are_those_before_each_update():
    _, _, costs = train_logistic(X, Y, epochs=2)
    assert len(costs) == 3
    assert [float(cost) for cost in costs] == pytest.approx([0.693147, 0.878562, 0.741481], rel=1e-4)


def test_training_of_the_slides_with_one_feature():
    W, b, costs = train_logistic(X, Y)
    close(W.flatten(), [4.163645], rtol=1e-3)
    close(b.flatten(), [-14.418201], rtol=1e-3)
    assert float(costs[-1]) == pytest.approx(0.040259, rel=1e-3)


def test_training_of_the_slides_with_two_features():
    W, b, costs = train_logistic(X_MULTI, Y)
    close(W.flatten(), [3.252991, 1.517896], rtol=1e-3)
    close(b.flatten(), [-14.481887], rtol=1e-3)
    assert float(costs[-1]) == pytest.approx(0.019852, rel=1e-3)


def test_results_are_detached():
    W, b, costs = train_logistic(X, Y, epochs=0)
    assert not any(isinstance(v, torch.Tensor) and v.requires_grad for v in (W, b, costs, *costs))


def test_accuracy_is_a_float_between_0_and_1():
    h = torch.tensor([[0.2], [0.5], [0.9], [0.6]])  # 0.5는 1로 예측 / 0.5 predicts 1
    value = accuracy(h, torch.tensor([[0.0], [1.0], [1.0], [0.0]]))
    assert value == pytest.approx(0.75)
    assert isinstance(value, float)


def test_accuracy_refuses_a_column_and_a_row_of_numbers():
    with pytest.raises(ValueError):
        accuracy(torch.full((6, 1), 0.7), torch.ones(6))
