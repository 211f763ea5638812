"""스스로 확인하기 · Self-check for a09_perceptron: run `pytest` in this folder.

슬라이드의 예로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the examples of the slides. Grading uses other inputs too.
"""

import pytest
import torch
from a09_perceptron import gate, is_separable, perceptron, step, train_single_layer, xor_gate
from torch.testing import assert_close

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TABLES = {
    "AND": torch.tensor([0.0, 0.0, 0.0, 1.0]),
    "OR": torch.tensor([0.0, 1.0, 1.0, 1.0]),
    "NAND": torch.tensor([1.0, 1.0, 1.0, 0.0]),
}
XOR = torch.tensor([0.0, 1.0, 1.0, 0.0])
START = torch.tensor([[0.8], [-0.6]]), torch.tensor([0.3])


def test_step_is_1_from_zero_on():
    assert step(torch.tensor([-2.0, -0.3, 0.0, 0.3, 2.0])).tolist() == [0, 0, 1, 1, 1]


def test_step_keeps_shape_and_dtype():
    y = step(torch.zeros(2, 3, dtype=torch.float64))
    assert y.shape == (2, 3)
    assert y.dtype == torch.float64


def test_perceptron_with_two_and_with_three_inputs():
    assert_close(perceptron(X, torch.tensor([2.0, -1.0]), -0.5), torch.tensor([0.0, 0.0, 1.0, 1.0]))
    x = torch.tensor([[1.0, 1.0, 0.0], [0.0, 1.0, 2.0]])
    assert_close(perceptron(x, torch.tensor([1.0, -2.0, 0.5]), 0.5), torch.tensor([0.0, 0.0]))


@pytest.mark.parametrize("name", TABLES)
def test_gate_has_the_right_truth_table_well_away_from_zero(name):
    W, b = gate(name)
    assert W.shape == (2,)
    assert W.is_floating_point()
    weighted = X @ W.float() + b
    assert_close((weighted >= 0).float(), TABLES[name])
    assert (weighted.abs() >= 0.001).all()


def test_there_is_no_gate_for_xor():
    with pytest.raises(ValueError):
        gate("XOR")


def test_xor_gate_is_1_where_the_inputs_differ():
    assert_close(xor_gate(X), XOR)


def test_costs_of_the_first_updates_on_xor():
    W, b, costs = train_single_layer(X, XOR.reshape(4, 1), *START, epochs=1)
    assert W.shape == (2, 1)
    assert b.shape == (1,)
    assert_close(torch.as_tensor(costs).float(), torch.tensor([0.742531, 0.727636]), rtol=1e-4, atol=0)


def test_training_leaves_the_given_weights_alone():
    W, b = START[0].clone(), START[1].clone()
    train_single_layer(X, XOR.reshape(4, 1), W, b, epochs=1)
    assert_close(W, START[0])
    assert_close(b, START[1])


def test_a_single_layer_ends_at_one_half_for_xor():
    W, b, costs = train_single_layer(X, XOR.reshape(4, 1), *START, epochs=1000)
    assert_close(torch.sigmoid(X @ W + b).detach(), torch.full((4, 1), 0.5), rtol=0, atol=1e-3)
    assert float(costs[-1]) == pytest.approx(0.693147, rel=1e-3)


def test_a_single_layer_learns_or():
    _, _, costs = train_single_layer(X, TABLES["OR"].reshape(4, 1), *START, epochs=1000)
    assert float(costs[-1]) < 0.05


def test_and_is_separable_and_xor_is_not():
    assert is_separable(TABLES["AND"]) is True
    assert is_separable(XOR) is False
