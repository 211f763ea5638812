"""Comparisons accept what is right in any dress, and say why the rest is wrong."""

import numpy as np
import pytest
import torch

from autograder.judge import (
    allowed,
    assert_differs,
    assert_form,
    assert_gradients,
    assert_graph,
    assert_pure,
    assert_same,
    raises,
    require,
    told,
)
from autograder.judge.compare import Failed, call_of
from autograder.judge.student import Gradient, Raised
from autograder.sandbox.orders import Leaf
from autograder.sandbox.protocol import Error, Reply, Request
from autograder.sandbox.wire import Opaque

X = torch.tensor([[1.0, 2.0], [3.0, 4.0]])


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (X.double(), X),
        (X.flatten(), X),
        ([1.0, 2, 3, 4], X),
        (np.array([1.0, 2, 3, 4]), X),
        (X + 5e-5, X),
        (torch.tensor(0.5), 0.5),
        (0.5, torch.tensor([0.5])),
        (torch.tensor([True, False]), torch.tensor([True, False])),
        (torch.tensor(3), 3),
        ((X, [1.0]), [X, torch.tensor(1.0)]),
        (torch.tensor([1, 2]), (1, 2)),
        (torch.tensor([float("inf"), float("nan")]), torch.tensor([float("inf"), float("nan")])),
        ("overfitting", "overfitting"),
        (torch.empty(0), torch.empty(0, 3)),
    ],
)
def test_the_same_numbers_are_the_same_in_any_dress(actual, expected):
    assert_same(actual, expected)


@pytest.mark.parametrize(
    ("actual", "expected", "said"),
    [
        (None, X, "It returned None. Is a return statement missing?"),
        (Opaque("function"), X, "It returned a function, not numbers."),
        ("1.0", X, "It returned a str, not numbers."),
        (X[0], X, "The size is wrong: a tensor of shape (2, 2), dtype float32 is wanted, but it is "
                  "a tensor of shape (2,), dtype float32."),
        (X * float("nan"), X, "The result contains nan."),
        (X / 0, X, "The result contains inf."),
        (X + torch.tensor([[0.0, 1], [0, 0]]), X, "Values are wrong (1 of 4)."),
        (0.4, 0.5, "The value is wrong."),
        (X, (X, X), "It must return a tuple of 2, but returned a tensor of shape (2, 2), dtype float32."),
        (3.0001, 3, "The value is wrong."),
        (10**30, 3, "The value is wrong."),
        ("good", "overfitting", "The value you return (a str) is not the right one."),
    ],
)  # fmt: skip
def test_other_numbers_fail_with_the_kind_and_never_the_value(actual, expected, said):
    with pytest.raises(Failed) as failed:
        assert_same(actual, expected)
    assert failed.value.text.en == said
    assert failed.value.text.ko


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (X.double(), X),
        (X.flatten(), X),
        ([1.0, 2.0, 3.0, 4.0], X),
        (torch.tensor([1.0]), torch.tensor(1.0)),
        (1.0, torch.tensor(1.0)),
        (3.0, 3),
        (True, 1),
        (torch.tensor(1.0), 1.0),
        ((X,), (X, X)),
    ],
)
def test_another_shape_dtype_or_type_is_another_form(actual, expected):
    with pytest.raises(Failed):
        assert_form(actual, expected)


def test_the_same_form_may_hold_other_numbers():
    assert_form(X * 2, X)
    assert_form([X, 1.0], (X, 2.0))


def test_a_cut_graph_is_told():
    assert_graph(torch.ones(1, requires_grad=True))
    for value in (torch.ones(1), 1.0):
        with pytest.raises(Failed, match="gradient is cut"):
            assert_graph(value)


def test_gradients_are_told_apart_from_values_and_missing_ones_from_wrong_ones():
    value = torch.ones(1, requires_grad=True)
    assert_gradients(Gradient(value, [X, X]), [X, X])
    for grads, said in (
        ([X + 1], r"gradient: Values are wrong \(4 of 4\)"),
        ([X, X + 1], "gradient: Value 2: Values are wrong"),
        ([None, None], "gradient is cut"),
        ([X, None], "does not reach all of the arguments"),
    ):
        with pytest.raises(Failed, match=said):
            assert_gradients(Gradient(value, grads), [X] * len(grads))


def test_a_value_of_another_size_is_no_cut_graph():
    value = torch.ones(3, requires_grad=True)
    with pytest.raises(Failed, match="The size is wrong"):
        assert_gradients(Gradient(value, [None], torch.ones(4)), [X])


def test_what_is_no_number_at_all_is_no_cut_graph():
    for value, said in ((None, "None"), (Opaque("generator"), "a generator, not numbers")):
        with pytest.raises(Failed, match=f"It returned {said}"):
            assert_graph(value)


def test_a_changed_argument_is_told():
    assert_pure(Reply())
    with pytest.raises(Failed, match="argument was changed"):
        assert_pure(Reply(changed={0: X}))


def test_values_that_must_differ():
    assert_differs(X, X + 1, ko="", en="")
    with pytest.raises(Failed, match="the same again"):
        assert_differs(X, X.clone(), ko="같습니다", en="the same again")


def test_a_requirement_fails_with_its_own_words():
    require(True, ko="", en="")
    with pytest.raises(Failed, match="own words"):
        require(False, ko="", en="own words")


def raised(*names, stub=False):
    return Raised(Error([*names, "Exception"], stub=stub), "f", Reply())


def test_the_wanted_error_and_its_subclasses_are_right():
    for names in (("ValueError",), ("MyError", "ValueError")):
        with raises(ValueError):
            raise raised(*names)
    with raises(ValueError, RuntimeError):
        raise raised("RuntimeError")


def test_no_error_and_another_error_are_wrong():
    with pytest.raises(Failed, match="but a value came back"), raises(ValueError):
        pass
    said = "ValueError is wanted, but TypeError was raised"
    with pytest.raises(Failed, match=said), raises(ValueError):
        raise raised("TypeError")


def test_an_unwritten_stub_never_counts_as_the_wanted_error():
    with pytest.raises(Raised), raises(RuntimeError):
        raise raised("NotImplementedError", "RuntimeError", stub=True)
    with pytest.raises(Failed), raises(RuntimeError):
        raise raised("NotImplementedError", "RuntimeError")


def test_what_fails_is_told_with_the_input_it_is_about():
    with pytest.raises(Failed) as failed, told(ko="빈 텐서", en="empty"), raises(ValueError):
        pass
    assert failed.value.text.ko.startswith("빈 텐서: ")
    assert failed.value.text.en.startswith("empty: For this input ValueError is wanted")


def test_a_call_is_told_by_sizes_and_plain_values():
    request = Request(
        "call",
        "f",
        [torch.zeros(2, 3), Leaf(torch.ones(4)), [1.0, 2.0]],
        {"name": "XOR", "lr": 0.5},
    )
    assert call_of(request).en == "f(shape (2, 3), shape (4,), a list of 2, name='XOR', lr=0.5)"
    assert (
        call_of(request).ko == "f(shape (2, 3), shape (4,), 원소가 2개인 list, name='XOR', lr=0.5)"
    )


def test_right_input_must_not_be_refused():
    with allowed():
        pass
    with pytest.raises(Failed, match="This input is right"), allowed():
        raise Raised(Error(["ValueError"], own=True), "f", Reply())
    with pytest.raises(Raised), allowed():  # it broke inside torch: that text says more
        raise Raised(Error(["ValueError"]), "f", Reply())
