"""스스로 확인하기 · Self-check for a15_overfitting_dropout: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

from operator import index

import pytest
import torch
from a15_overfitting_dropout import (
    augment_hflip,
    count_parameters,
    dropout,
    fit_status,
    l2_cost,
    predict_eval,
)
from torch import nn
from torch.testing import assert_close


@pytest.mark.parametrize(
    ("accuracies", "status"),
    [((0.99, 0.7), "overfitting"), ((0.6, 0.58), "underfitting"), ((0.95, 0.93), "good")],
)
def test_status(accuracies, status):
    assert fit_status(*accuracies) == status


def test_mirror_images_come_after_the_originals():
    x, y = torch.arange(12.0).reshape(2, 1, 2, 3), torch.tensor([7, 8])
    images, labels = augment_hflip(x, y)
    assert_close(images[:2], x)
    assert_close(images[2, 0], torch.tensor([[2.0, 1.0, 0.0], [5.0, 4.0, 3.0]]))
    assert_close(labels, torch.tensor([7, 8, 7, 8]))


def test_xor_network_of_the_slides_has_261_parameters():
    assert count_parameters([2, 10, 10, 10, 1]) == 261
    assert count_parameters([2, 10, 10, 10, 1], bias=False) == 230
    index(count_parameters([2, 10, 10, 10, 1]))  # a whole number, not a float


def test_l2_adds_the_squares_of_all_parameters():
    params = [torch.tensor([[1.0, -2.0]], requires_grad=True), torch.tensor([3.0])]
    cost = l2_cost(torch.tensor(0.5), params, 0.1)
    assert_close(cost.detach(), torch.tensor(1.9))
    cost.backward()
    assert_close(params[0].grad, torch.tensor([[0.2, -0.4]]))


def test_mask_decides_which_neurons_stay_and_they_grow():
    x, mask = torch.tensor([1.0, 2.0, 3.0, 4.0]), torch.tensor([True, False, True, True])
    assert_close(dropout(x, 0.5, mask=mask), torch.tensor([2.0, 0.0, 6.0, 8.0]))
    assert_close(dropout(x, 0.2, mask=mask), torch.tensor([1.25, 0.0, 3.75, 5.0]))


def test_about_half_of_the_neurons_are_dropped_at_random():
    torch.manual_seed(0)
    out = dropout(torch.ones(100, 100), 0.5)
    assert set(out.unique().tolist()) == {0.0, 2.0}
    assert 0.4 < (out == 0).float().mean() < 0.6


def test_all_neurons_stay_at_inference():
    x = torch.tensor([1.0, 2.0, 3.0])
    assert_close(dropout(x, 0.5, training=False), x)


def test_dropping_everything_gives_zeros_and_no_nan():
    assert_close(dropout(torch.ones(3), 1.0), torch.zeros(3))


def test_probability_above_1_is_an_error():
    with pytest.raises(ValueError):
        dropout(torch.ones(3), 1.5)


def test_predictions_do_not_depend_on_chance():
    torch.manual_seed(0)
    model, x = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5), nn.Linear(8, 2)), torch.ones(3, 4)
    first, second = predict_eval(model, x), predict_eval(model, x)
    assert_close(first, second)
    assert first.shape == (3, 2)
    assert not first.requires_grad
    assert model.training
