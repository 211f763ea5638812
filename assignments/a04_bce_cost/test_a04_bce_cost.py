"""스스로 확인하기 · Self-check for a04_bce_cost: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

import pytest
import torch
from a04_bce_cost import bce_cost, cost_gradient, gradient_step, mse_cost
from torch.testing import assert_close

x_train = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
y_train = torch.tensor([[0.0], [0.0], [0.0], [1.0], [1.0], [1.0]])


def close(actual, expected):
    assert_close(actual, torch.tensor(expected), rtol=1e-4, atol=1e-6)


def test_mse_is_the_mean_of_the_squared_differences():
    close(mse_cost(torch.tensor([2.0, 4.0, 6.0]), torch.tensor([1.0, 4.0, 8.0])), 1.6666667)


def test_mse_refuses_a_column_and_a_row_of_numbers():
    with pytest.raises(ValueError):
        mse_cost(torch.zeros(6, 1), torch.zeros(6))


def test_bce_where_every_h_is_one_half_as_in_the_first_epoch():
    close(bce_cost(torch.full((6, 1), 0.5), y_train), 0.6931472)


def test_bce_after_the_training_of_the_slides():
    h = torch.sigmoid(x_train * 4.163645 - 14.418201)
    close(bce_cost(h, y_train), 0.0402294)


def test_bce_where_some_predictions_are_wrong():
    h = torch.tensor([0.9, 0.2, 0.6, 0.05, 0.7])
    close(bce_cost(h, torch.tensor([1.0, 0.0, 0.0, 1.0, 1.0])), 0.9194400)


def test_bce_is_a_0d_tensor():
    assert bce_cost(torch.full((6, 1), 0.5), y_train).shape == ()


def test_bce_refuses_h_and_y_of_different_shapes():
    with pytest.raises(ValueError):
        bce_cost(torch.full((6, 1), 0.5), torch.zeros(6))


def test_first_gradient_of_the_slides():
    grad_W, grad_b = cost_gradient(x_train, y_train, torch.zeros(1, 1), torch.zeros(1))
    close(grad_W, [[-0.75]])
    close(grad_b, [0.0])


def test_first_step_of_the_slides():
    close(gradient_step(torch.zeros(1, 1), torch.tensor([[-0.75]]), alpha=1.0), [[0.75]])
