"""스스로 확인하기 · Self-check for a10_xor_mlp: run `pytest` in this folder.

슬라이드의 예로 확인합니다. 채점에는 다른 입력과 다른 seed도 쓰입니다.
These are the examples of the slides. Grading uses other inputs and other seeds too.
"""

import pytest
import torch
from a10_xor_mlp import build_mlp, evaluate, is_deep, solve_xor, train
from torch import nn
from torch.testing import assert_close

X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y = torch.tensor([[0.0], [1.0], [1.0], [0.0]])


def slide_network_with_given_weights():
    """The network of the slide, starting from weights that are the same on every computer."""
    model = nn.Sequential(
        nn.Linear(2, 10), nn.Sigmoid(), nn.Linear(10, 10), nn.Sigmoid(),
        nn.Linear(10, 10), nn.Sigmoid(), nn.Linear(10, 1), nn.Sigmoid(),
    )  # fmt: skip
    k = torch.arange(261, dtype=torch.float64)
    v = torch.sin((k + 1) * 12.9898) * 43758.5453
    nn.utils.vector_to_parameters((2 * (2 * (v - v.floor()) - 1)).float(), model.parameters())
    return model


def test_build_mlp_has_the_parameters_of_the_slide():
    shapes = [tuple(parameter.shape) for parameter in build_mlp().parameters()]
    assert shapes == [(10, 2), (10,), (10, 10), (10,), (10, 10), (10,), (1, 10), (1,)]


def test_build_mlp_answers_between_0_and_1():
    hypothesis = build_mlp()(X)
    assert hypothesis.shape == (4, 1)
    assert ((hypothesis > 0) & (hypothesis < 1)).all()


def test_train_returns_the_cost_before_each_update():
    costs = train(slide_network_with_given_weights(), X, Y, epochs=2)
    assert costs.shape == (3,)
    assert not costs.requires_grad
    assert_close(costs, torch.tensor([0.746225, 0.742330, 0.741233]), rtol=1e-4, atol=1e-6)


def test_train_solves_xor_in_301_updates():
    model = slide_network_with_given_weights()
    costs = train(model, X, Y, epochs=300)
    expected = torch.tensor([0.674002, 0.476816, 0.016865])
    assert_close(costs[[50, 100, 300]], expected, rtol=1e-2, atol=1e-6)
    assert_close(model(X).detach(), Y, rtol=0, atol=0.05)


def test_evaluate_gives_output_prediction_and_accuracy():
    x = torch.tensor([[-2.0], [-1.0], [1.0], [2.0]])
    hypothesis, predicted, accuracy = evaluate(nn.Sigmoid(), x, Y)
    assert_close(hypothesis, torch.sigmoid(x))
    assert predicted.tolist() == [[0.0], [0.0], [1.0], [1.0]]
    assert type(accuracy) is float
    assert accuracy == 0.5


@pytest.mark.parametrize("seed", [0, 2])
def test_solve_xor_succeeds_from_every_seed(seed):
    print("슬라이드의 신경망은 seed 0에서 7,620번째 epoch까지 비용 0.69 근처에 머물다가 XOR을 풉니다.")
    print("seed 2에서는 10,001번 업데이트해도 0.693에 멈춰 있습니다. solve_xor는 둘 다 풀어야 합니다.")
    print("From seed 0 the slide's network stays near a cost of 0.69 up to epoch 7,620, then solves XOR.")
    print("From seed 2 it is stuck at 0.693 even after 10,001 updates. solve_xor must solve both.")
    hypothesis = solve_xor(X, Y, seed)(X).detach()
    assert hypothesis.shape == (4, 1)
    assert ((hypothesis - Y).abs() < 0.1).all()


def test_is_deep_means_two_hidden_layers_or_more():
    assert is_deep([2, 1]) is False
    assert is_deep([2, 10, 1]) is False
    assert is_deep([2, 10, 10, 1]) is True
    assert is_deep([2, 10, 10, 10, 1]) is True


def test_is_deep_needs_an_input_and_an_output_layer():
    with pytest.raises(ValueError):
        is_deep([2])
