"""스스로 확인하기 · Self-check for a08_softmax_classifier: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

import pytest
import torch
from a08_softmax_classifier import (
    SoftmaxClassifierModel,
    accuracy,
    predict,
    train,
    train_by_hand,
)
from torch import nn
from torch.testing import assert_close

X = torch.FloatTensor(
    [
        [1, 2, 1, 1],
        [2, 1, 3, 2],
        [3, 1, 3, 4],
        [4, 1, 5, 5],
        [1, 7, 5, 5],
        [1, 2, 5, 6],
        [1, 6, 6, 6],
        [1, 7, 7, 7],
    ]
)
Y = torch.LongTensor([2, 2, 2, 1, 1, 1, 0, 0])

# manual_seed(1) 뒤 두 번째로 만든 nn.Linear(4, 3): 슬라이드의 logits는 여기서 시작하여 얻은 값입니다.
# The second nn.Linear(4, 3) made after manual_seed(1): the slide's logits come from this start.
W0 = torch.tensor(
    [
        [-0.0450136661529541, 0.0724719762802124, -0.0019974112510681152, 0.43708336353302],
        [0.155595064163208, -0.18620312213897705, -0.3019806742668152, -0.08380782604217529],
        [-0.21567034721374512, -0.16022425889968872, 0.0239408016204834, 0.29806387424468994],
    ]
)
B0 = torch.tensor([0.27176833152770996, -0.48877543210983276, 0.3099602460861206])

LOGITS = torch.tensor(
    [
        [-4.3709, -0.3246, 4.5068],
        [-3.0665, 0.6256, 2.5122],
        [-7.2341, 3.7583, 4.7448],
        [-6.3326, 4.4897, 3.0981],
        [0.6266, 1.4420, -2.1420],
        [2.1208, 3.8136, -3.9867],
        [2.7828, 2.3761, -4.5870],
        [4.1330, 2.8725, -6.3362],
    ]
)


def started_at(model, weight, bias):
    """The model, its two parameters set to these values."""
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), (weight, bias), strict=True):
            parameter.copy_(value)
    return model


def test_by_hand_one_update_from_zeros():
    W, b, costs = train_by_hand(X, Y, epochs=0)
    assert W.shape == (4, 3)
    assert_close(W[0], torch.tensor([-0.033333, 0.016667, 0.016667]), rtol=1e-4, atol=1e-6)
    assert_close(b.flatten(), torch.tensor([-0.008333, 0.004167, 0.004167]), rtol=1e-3, atol=1e-6)
    assert len(costs) == 1


def test_by_hand_the_costs_are_those_before_each_update():
    _, _, costs = train_by_hand(X, Y, epochs=10)
    assert len(costs) == 11
    assert float(costs[0]) == pytest.approx(1.098612, rel=1e-4)
    assert float(costs[1]) == pytest.approx(1.031274, rel=1e-4)
    assert float(costs[10]) == pytest.approx(1.058486, rel=1e-4)


def test_by_hand_the_training_ends_at_0_248155():
    """0에서 시작: 0.248155. 슬라이드의 0.254148이나 0.250818은 시작이 다른 학습의 비용입니다.

    From zeros it is 0.248155. 0.254148 is the cost from the first nn.Linear after manual_seed(1),
    0.250818 that from the second one, whose logits the slides print.
    """
    W, b, costs = train_by_hand(X, Y)
    assert len(costs) == 1001
    assert float(costs[1000]) == pytest.approx(0.248155, rel=1e-3)
    assert_close((X @ W + b).sum(dim=1), torch.zeros(8), rtol=0, atol=1e-3)


def test_model_gives_the_logits_of_its_linear_layer():
    model = started_at(SoftmaxClassifierModel(), W0, B0)
    assert model(X).shape == (8, 3)
    assert_close(model(X), X @ W0.T + B0)


def test_model_of_another_size():
    shapes = [tuple(p.shape) for p in SoftmaxClassifierModel(7, 5).parameters()]
    assert shapes == [(5, 7), (5,)]


@pytest.mark.parametrize("kind", [nn.Linear, SoftmaxClassifierModel])
def test_training_gives_the_cost_before_each_update(kind):
    costs = train(started_at(kind(4, 3), W0, B0), X, Y, epochs=3)
    expected = pytest.approx([2.637636, 1.476262, 1.205538, 0.995056], rel=1e-4)
    assert [float(cost) for cost in costs] == expected


@pytest.mark.parametrize("kind", [nn.Linear, SoftmaxClassifierModel])
def test_training_leads_to_the_logits_of_the_slides(kind):
    """인쇄된 logits는 마지막 업데이트 전의 값이므로 epochs=999로 학습한 뒤 모델을 다시 부릅니다.

    The printed logits are from before the last update: so epochs=999, then call the model again.
    """
    model = started_at(kind(4, 3), W0, B0)
    costs = train(model, X, Y, epochs=999)
    assert len(costs) == 1000
    assert float(costs[0]) == pytest.approx(2.637636, rel=1e-4)
    assert_close(model(X).detach(), LOGITS, rtol=0, atol=2e-3)
    assert float(train(model, X, Y, epochs=0)[0]) == pytest.approx(0.250818, rel=1e-3)


def test_predict_is_the_index_of_the_largest_logit():
    predicted = predict(LOGITS)
    assert predicted.dtype == torch.int64
    assert predicted.tolist() == [2, 2, 2, 1, 1, 1, 0, 0]


def test_accuracy_is_a_float_between_0_and_1():
    assert accuracy(LOGITS, Y) == 1.0
    assert accuracy(LOGITS, torch.zeros(8, dtype=torch.int64)) == pytest.approx(0.25)
    assert isinstance(accuracy(LOGITS, Y), float)


def test_accuracy_refuses_labels_of_another_length():
    with pytest.raises(ValueError):
        accuracy(LOGITS, Y[:7])
