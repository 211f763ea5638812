"""How a wrong answer relates to the right one is told in a sentence, or not at all."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from autograder.judge.messages import GRAPH_CUT, told_with
from autograder.judge.relations import relation
from autograder.sandbox.protocol import Error, Reply, Request
from autograder.text import Text

X = torch.tensor([[3.0, -1.0, 2.0], [0.5, 4.0, -2.5]])
COSTS = torch.tensor([0.9, 0.7, 0.6, 0.55, 0.53])
CHANCES = torch.softmax(X, dim=1)


def related(mine, right, *args, grads=((), ())):
    request = Request("call", "f", list(args))
    return relation(request, Reply(mine, grads=[*grads[0]]), Reply(right, grads=[*grads[1]]))


@pytest.mark.parametrize(
    ("mine", "right", "args", "told"),
    [
        (-X, X, (), "sign"),
        (torch.zeros(2, 3), X, (), "All of it is 0"),
        (6 * X.mean(), X.mean(), (X,), "times 6"),
        (X.sum() / 6, X.sum(), (X,), "divided by 6"),
        (2 * X, X, (), "twice"),
        (X / 2, X, (), "half"),
        (X.abs().log10(), X.abs().log(), (), "log10"),
        (torch.tensor(97.0), torch.tensor(0.97), (), "100 times"),
        (1.7 * X, X, (), "the same number"),
        (0.9995 * X, X, (), "the same number"),
        (X + 1, X, (), "same amount"),
        (X.T, X, (), "transposed"),
        (X.flip(1), X, (), "reversed"),
        (torch.cat([COSTS[1:], COSTS[-1:] - 0.01]), COSTS, (), "shifted by one"),
        (COSTS[:-1], COSTS, (), "missing"),
        (torch.cat([COSTS, COSTS[-1:]]), COSTS, (), "one too many"),
        (X.sum(0), X.sum(1), (X,), "another dim"),
        (torch.softmax(X, dim=0), CHANCES, (X,), "another dim"),
        (COSTS - COSTS.flip(0)[:, None], COSTS - COSTS.flip(0), (), "broadcast to 5×5"),
        (1 - CHANCES, CHANCES, (), "1 minus"),
        (X.abs(), X, (), "without its sign"),
        (X, X.exp(), (X,), "as it came"),
        ((X + 0.2).round(), X + 0.2, (), "decimal point"),
        (X.exp().round(decimals=2), X.exp(), (), "rounded"),
        (X.exp().float().round(decimals=4), X.exp(), (), "rounded"),
        (COSTS[[1, 0, 3, 2, 4]], COSTS, (), "another order"),
        (X.double(), X, (), "numbers themselves are right"),
        (X.reshape(3, 2), X, (), "numbers themselves are right"),
        ([1.0, 2.0], (1.0, 4.0), (), "half"),
        ((X, -COSTS), (X, COSTS), (), "sign"),
        (4, 3, (), "too large by 1"),
        ((2, 3), (2, 4), (), "too small by 1"),
        (torch.tensor([1, 3, 2]), torch.tensor([0, 2, 1]), (X,), "same amount"),
    ],
)
def test_a_relation_is_named(mine, right, args, told):
    found = related(mine, right, *args)
    assert found is not None
    assert told in found.en
    assert found.ko


def test_nothing_at_all_is_no_cut_gradient():
    assert related(None, X, grads=([None], [X])) is None


def test_the_part_that_failed_is_what_a_relation_is_about():
    mine, right = (2 * X, -COSTS), (X, COSTS)
    request = Request("call", "f")
    assert "twice" in relation(request, Reply(mine), Reply(right)).en
    assert "sign" in relation(request, Reply(mine), Reply(right), mine[1]).en


def test_a_share_of_a_whole_is_not_taken_for_one_division_too_many():
    assert related(1 / 6, 1.0, X) is None


@pytest.mark.parametrize(
    ("mine", "right"),
    [
        (X * X, X),
        (torch.zeros(3), torch.zeros(3)),
        (torch.tensor(0.0), torch.tensor(0.4)),
        (torch.tensor([1.0, 0.0]), torch.tensor([0.0, 1.0])),
        (X.exp(), X.exp() + X / 1000),
        (COSTS * torch.tensor([0.9994, 0.9995, 0.9995, 0.9994, 0.9995]), COSTS),
        (X.exp().round(decimals=2) * (1 - 9e-5), X.exp()),
        (True, False),
        (6, 3),
        ("a", "b"),
    ],
)
def test_nothing_is_said_where_nothing_fits(mine, right):
    assert related(mine, right) is None


@pytest.mark.parametrize(
    ("x", "told"),
    [
        (torch.tensor([0.0, 1.0, 2.0, 3.0]), "where the input is 0"),
        (torch.tensor([9.0, 1.0, 2.0, 3.0]), "where the input is largest"),
        (torch.tensor([-9.0, 1.0, 2.0, 3.0]), "where the input is smallest"),
        (torch.tensor([1.5, 1.0, 2.0, 3.0]), "in 1 of 4 places (the first is [0])"),
    ],
)
def test_it_is_told_where_nan_comes_from(x, told):
    right = torch.tensor([0.1, 0.2, 0.3, 0.4])
    mine = right.clone()
    mine[0] = math.nan
    assert told in related(mine, right, x).en


def test_a_gradient_is_compared_like_a_value():
    assert "sign" in related(X, X, grads=([-COSTS], [COSTS])).en


def test_a_cut_graph_takes_the_place_of_what_was_said():
    found = related(X, X, grads=([None], [COSTS]))
    assert found is GRAPH_CUT
    assert told_with(Text("가", "a"), found) is GRAPH_CUT


def test_errors_are_left_to_their_own_text():
    request = Request("call", "f", [])
    assert relation(request, Reply(error=Error(["ValueError"])), Reply(1.0)) is None


VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=3),
        st.lists(st.floats(), max_size=5).map(torch.tensor),
        st.lists(st.lists(st.floats(), min_size=2, max_size=2), max_size=3).map(torch.tensor),
        st.lists(st.integers(0, 9), max_size=4).map(torch.tensor),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.tuples(inner, inner)),
    max_leaves=4,
)


@given(VALUES, VALUES, VALUES)
def test_no_value_that_may_come_back_ends_the_run(mine, right, given_value):
    found = related(mine, right, given_value)
    assert found is None or (found.ko and found.en)


def test_gradients_that_no_result_of_the_wrong_size_can_have_are_not_called_cut():
    wanted = torch.ones(2, 3)
    assert related(torch.ones(2, 4), wanted, grads=([None], [X])) is not GRAPH_CUT
    assert related(torch.ones(2, 3), wanted, grads=([None], [X])) is GRAPH_CUT
