"""스스로 확인하기 · Self-check for a06_logistic_module: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

import pytest
import torch
from a06_logistic_module import BinaryClassifier, evaluate, make_sequential, train
from torch import nn
from torch.testing import assert_close

X = torch.FloatTensor([[1, 2], [2, 3], [3, 1], [4, 3], [5, 3], [6, 2]])
Y = torch.FloatTensor([[0], [0], [0], [1], [1], [1]])

# manual_seed(1) 뒤에 만든 nn.Linear(2, 1): 슬라이드의 학습은 여기서 시작합니다.
# The nn.Linear(2, 1) made after manual_seed(1): the slide's training starts from it.
W0 = torch.tensor([[0.36434608697891235, -0.3121015429496765]])
B0 = torch.tensor([-0.13708077371120453])


def started_at(model, *values):
    """The model, its parameters set to these values."""
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), values, strict=True):
            parameter.copy_(value)
    return model


def sequential(features=2, bias=True):
    return nn.Sequential(nn.Linear(features, 1, bias=bias), nn.Sigmoid())


def shapes(model):
    return [tuple(parameter.shape) for parameter in model.parameters()]


def test_sequential_has_a_weight_and_a_bias():
    assert shapes(make_sequential(2)) == [(1, 2), (1,)]


def test_sequential_without_bias_has_one_parameter():
    assert shapes(make_sequential(2, bias=False)) == [(1, 2)]


def test_sequential_gives_the_sigmoid_of_its_linear_layer():
    model = started_at(make_sequential(2), W0, B0)
    assert_close(model(X), torch.sigmoid(X @ W0.T + B0))


def test_class_has_a_weight_and_a_bias():
    assert shapes(BinaryClassifier()) == [(1, 2), (1,)]
    assert shapes(BinaryClassifier(5)) == [(1, 5), (1,)]


def test_class_gives_the_sigmoid_of_its_linear_layer():
    model = started_at(BinaryClassifier(), W0, B0)
    assert_close(model(X), torch.sigmoid(X @ W0.T + B0))


@pytest.mark.parametrize("make", [sequential, BinaryClassifier])
def test_training_gives_the_cost_before_each_update(make):
    costs = train(started_at(make(), W0, B0), X, Y, epochs=10)
    assert len(costs) == 11
    expected = pytest.approx([0.539713, 0.535271, 0.510919], rel=1e-4)
    assert [float(costs[epoch]) for epoch in (0, 1, 10)] == expected


@pytest.mark.parametrize("make", [sequential, BinaryClassifier])
def test_training_of_the_slides(make):
    model = started_at(make(), W0, B0)
    costs = train(model, X, Y)
    assert len(costs) == 5001
    for epoch, cost in ((0, 0.539713), (10, 0.510919), (100, 0.407688), (1000, 0.146605)):
        assert float(costs[epoch]) == pytest.approx(cost, rel=1e-3)
    assert float(costs[5000]) == pytest.approx(0.038108, rel=1e-3)


def test_training_updates_the_model_that_is_handed_over():
    model = started_at(sequential(), torch.zeros(1, 2), torch.zeros(1))
    train(model, X, Y, epochs=0)
    weight, bias = model.parameters()
    assert_close(weight.detach(), torch.tensor([[0.075, 0.0166667]]), rtol=1e-4, atol=1e-6)
    assert_close(bias.detach(), torch.zeros(1), rtol=1e-4, atol=1e-6)


def test_training_without_bias_gets_stuck():
    costs = train(sequential(features=1, bias=False), X[:, :1], Y, epochs=500)
    assert float(costs[-1]) == pytest.approx(0.615655, rel=1e-3)


def test_evaluation_at_the_start_of_the_slides():
    result = evaluate(started_at(sequential(), W0, B0), X, Y)
    assert result == pytest.approx((0.539713, 5 / 6), rel=1e-4)
    assert all(isinstance(value, float) for value in result)


def test_evaluation_leaves_no_gradients_and_the_mode_as_it_was():
    model = sequential().eval()
    evaluate(model, X, Y)
    grads = [parameter.grad for parameter in model.parameters()]
    assert all(grad is None or not grad.any() for grad in grads)
    assert not model.training
