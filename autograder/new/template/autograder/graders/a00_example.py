"""Hidden grader of a00_example (3 points)."""

import torch

from autograder.judge import assert_form, assert_pure, assert_same, item, probe


@probe("relu")  # two ordinary inputs: items on shape pay only a function that does something
def ordinary_relu(student, rng):
    return student.relu(torch.randn(3, generator=rng)), student.relu(torch.ones(3))


@item("relu.values", function="relu", points=2, ko="ReLU의 값", en="values of ReLU")
def test_negative_numbers_become_zero(student, reference, rng):
    for x in (torch.tensor([-1.0, 0.0, 2.0]), torch.randn(4, 3, generator=rng)):
        run = student.call("relu", x)
        assert_same(run.value, reference.relu(x))
        assert_pure(run)


@item(
    "relu.shape", function="relu", points=1, kind="shape", ko="shape과 dtype", en="shape and dtype"
)
def test_shape_and_dtype_are_kept(student, reference):
    for x in (torch.ones(2, 3, dtype=torch.float64), torch.empty(0)):
        assert_form(student.relu(x), reference.relu(x))
