"""스스로 확인하기 · Self-check for a07_softmax_cross_entropy: run `pytest` in this folder.

슬라이드의 숫자로 확인합니다. 채점에는 다른 입력도 쓰입니다.
These are the numbers of the slides. Grading uses other inputs too.
"""

import pytest
import torch
from a07_softmax_cross_entropy import cost_from_probs, cross_entropy, one_hot, softmax
from torch.testing import assert_close

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
Y_TRAIN = torch.LongTensor([2, 2, 2, 1, 1, 1, 0, 0])
ONE_TWO_THREE = torch.tensor([0.0900306, 0.2447285, 0.6652410])


def close(actual, expected):
    assert_close(actual, torch.as_tensor(expected), rtol=1e-4, atol=1e-6)


def test_softmax_of_1_2_3():
    close(softmax(torch.tensor([1.0, 2.0, 3.0])), ONE_TWO_THREE)


def test_softmax_of_each_row_sums_to_1():
    p = softmax(LOGITS)
    assert p.shape == (8, 3)
    close(p.sum(dim=1), torch.ones(8))
    close(p[2], [4.5708e-06, 0.2716034, 0.7283921])


def test_softmax_along_the_first_axis():
    close(softmax(torch.tensor([[0.0, 5.0], [0.0, 5.0]]), dim=0), torch.full((2, 2), 0.5))


def test_softmax_of_large_logits():
    close(softmax(torch.tensor([[1000.0, 1001.0, 1002.0]])), ONE_TWO_THREE.unsqueeze(0))


def test_one_hot_of_the_answers_of_the_slides():
    Y = one_hot(Y_TRAIN, 3)
    assert Y.dtype == torch.float32
    assert Y.argmax(dim=1).tolist() == [2, 2, 2, 1, 1, 1, 0, 0]
    assert Y.sum().item() == 8


def test_one_hot_refuses_a_class_that_is_not_there():
    with pytest.raises(ValueError):
        one_hot(torch.tensor([0, 3]), 3)


def test_cost_of_probabilities_some_of_them_0():
    p = torch.tensor([[0.5, 0.25, 0.25], [0.0, 1.0, 0.0]])
    Y = torch.tensor([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    close(cost_from_probs(p, Y), 0.3465736)


def test_cost_where_all_logits_are_0_as_in_the_first_epoch():
    close(cross_entropy(torch.zeros(8, 3), Y_TRAIN), 1.0986123)


def test_cost_of_the_logits_printed_on_the_slides():
    """소프트맥스를 두 번 적용하면 0.7073이 됩니다. / With the softmax applied twice it is 0.7073."""
    close(cross_entropy(LOGITS, Y_TRAIN), 0.2508141)


def test_cross_entropy_refuses_labels_of_another_length():
    with pytest.raises((ValueError, RuntimeError)):
        cross_entropy(LOGITS, Y_TRAIN[:7])
