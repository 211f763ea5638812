"""A wrong answer is called by its known mistake, whatever form it comes in."""

import pytest
import torch

from autograder.course import Assignment, Limits
from autograder.judge.diagnosis import Diagnosis, failed_last
from autograder.judge.reference import LocalTransport, reference_cells
from autograder.sandbox.protocol import Reply, Request
from autograder.text import Text

REFERENCE = """
import torch


def scores(x):
    return x * torch.tensor([[1.0, 2.0]])


def train(x, rate=0.5):
    W, b = torch.zeros(2, 1), torch.zeros(1, 2)
    for _ in range(3):
        W, b = W + rate * x, b + rate
    return W, b, W.flatten() + b.flatten()
"""
MISTAKES = """
import torch

from autograder.judge.mistakes import mistake


@mistake("scores.list", loses=["scores"], ko="리스트", en="a list")
def scores(x):
    return (x * torch.tensor([[1.0, 2.0]])).tolist()


@mistake("train.too_slow", loses=["train"], ko="학습률", en="the rate")
def train(x):
    W, b = torch.zeros(2, 1), torch.zeros(1, 2)
    for _ in range(3):
        W, b = W + 0.1 * x, b + 0.1
    return W, b, W.flatten() + b.flatten()
"""
X = torch.tensor([[1.0], [2.0]])
W, B, COSTS = torch.tensor([[0.3], [0.6]]), torch.tensor([[0.3, 0.3]]), torch.tensor([0.6, 0.9])


@pytest.fixture
def diagnosis(tmp_path):
    assignment = Assignment("train", Text("", ""), Limits(), tmp_path)
    assignment.solution.parent.mkdir(parents=True)
    assignment.solution.write_text(REFERENCE, "utf-8")
    assignment.mistakes.write_text(MISTAKES, "utf-8")
    return Diagnosis(assignment, LocalTransport("train", reference_cells(assignment)))


def named(diagnosis, value, function="train"):
    mistake = diagnosis.name(function, [(Request("call", function, [X]), Reply(value))])
    return mistake and mistake.id


@pytest.mark.parametrize(
    "value",
    [
        (W, B, COSTS),
        (W, B, COSTS.tolist()),
        (W, B, list(COSTS)),
        (W, B.flatten(), COSTS),
        (W.clone().requires_grad_(), B, COSTS.tolist()),
        [W.flatten(), B, COSTS],
    ],
)
def test_a_training_is_called_by_its_mistake_in_any_form(diagnosis, value):
    assert named(diagnosis, value) == "train.too_slow"


def test_right_numbers_in_another_form_are_no_mistake_with_numbers(diagnosis):
    W, b = torch.tensor([1.5, 3.0]), torch.tensor([[1.5, 1.5]])
    assert named(diagnosis, (W, b, [3.0, 4.5])) is None


def test_a_tensor_is_not_called_a_list(diagnosis):
    right = X * torch.tensor([[1.0, 2.0]])
    assert named(diagnosis, right.tolist(), "scores") == "scores.list"
    assert named(diagnosis, right.double(), "scores") is None


def test_a_mistake_that_is_wrong_where_the_student_is_right_is_not_theirs(diagnosis):
    request, right = Request("call", "train", [X]), torch.tensor([[1.5], [3.0]])
    b, costs = torch.full((1, 2), 1.5), torch.tensor([3.0, 4.5])
    before, failed = (request, Reply((right, b, costs))), (request, Reply((W, B, COSTS)))
    assert diagnosis.name("train", [failed, failed]).id == "train.too_slow"
    assert diagnosis.name("train", [before, failed]) is None


def test_what_failed_is_looked_at_last_though_others_were_asked_after_it():
    replies = [Reply(torch.ones(2)), Reply((torch.zeros(1), torch.ones(2))), Reply(True)]
    first, second, third = exchanges = [(Request("call", "f"), reply) for reply in replies]
    assert failed_last(exchanges, replies[0].value) == [second, third, first]
    assert failed_last(exchanges, replies[1].value[1]) == [first, third, second]
    for elsewhere in (torch.ones(2), True, None):
        assert failed_last(exchanges, elsewhere) == exchanges


def test_pictures_stay_in_the_order_in_which_they_were_drawn():
    exchanges = [(Request("figure", "f"), Reply(torch.ones(2))), (Request("call", "f"), Reply(1))]
    assert failed_last(exchanges, exchanges[0][1].value) == exchanges
