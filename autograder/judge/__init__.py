"""What a hidden grader is written with.

    from autograder.judge import assert_same, item, raises

    @item("sig.values", function="sigmoid", points=2, ko="슬라이드의 값", en="values on the slide")
    def test_values_on_the_slide_grid(student, reference):
        x = torch.arange(-5.0, 5.0, 0.1)
        assert_same(student.sigmoid(x), reference.sigmoid(x))

docs/writing-an-assignment.md walks through it.
"""

from autograder.judge.compare import (
    allowed,
    assert_differs,
    assert_form,
    assert_gradients,
    assert_graph,
    assert_pure,
    assert_same,
    fail,
    raises,
    require,
    told,
)
from autograder.judge.drawing import Figure, curves
from autograder.judge.figures import (
    assert_curves,
    assert_histogram,
    assert_legend,
    assert_title,
    assert_values,
    left_over,
)
from autograder.judge.items import item, probe
from autograder.judge.student import Student
from autograder.sandbox.orders import Leaf, Model, NonLeaf

__all__ = [
    "Figure",
    "Leaf",
    "Model",
    "NonLeaf",
    "Student",
    "allowed",
    "assert_curves",
    "assert_differs",
    "assert_form",
    "assert_gradients",
    "assert_graph",
    "assert_histogram",
    "assert_legend",
    "assert_pure",
    "assert_same",
    "assert_title",
    "assert_values",
    "curves",
    "fail",
    "item",
    "left_over",
    "probe",
    "raises",
    "require",
    "told",
]
