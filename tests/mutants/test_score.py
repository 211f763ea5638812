"""`mutants` tells which wrong references a grader lets through."""

import pytest

from tests.conftest import autograder, course_of

SLUG = "a01_sigmoid"
GRADER = """
import torch

from autograder.judge import assert_same, item


@item("predict", function="predict", points=1, ko="예측", en="prediction")
def test_predictions_away_from_the_threshold(student, reference):
    h = torch.tensor([0.2, 0.9])
    assert_same(student.predict(h), reference.predict(h))
"""
REFERENCE = '''"""A reference."""


def predict(h, threshold=0.5):
    """True where h >= threshold."""
    return h >= threshold
'''
EQUIVALENT = """
[[equivalent]]
was = "return h >= threshold"
became = ["return h < threshold"]
reason = "This is caught, so it must not stand here."

[[equivalent]]
was = "def predict(h, threshold=0.5):"
became = ["def predict(h, threshold=1.5):"]
reason = "This too."
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    course = course_of(tmp_path_factory.mktemp("mutants"), SLUG)
    (course / "autograder" / "graders" / f"{SLUG}.py").write_text(GRADER, "utf-8")
    solution = course / "solutions" / SLUG
    (solution / f"{SLUG}.py").write_text(REFERENCE, "utf-8")
    (solution / "equivalent.toml").write_text(EQUIVALENT, "utf-8")
    run = autograder("mutants", "--lang", "en", cwd=course)
    assert run.returncode == 1
    return run.stdout


def test_a_mutant_that_gets_through_is_told_with_its_line(told):
    assert (
        f"{SLUG}, line 6: return h >= threshold\n    gets through as: return h > threshold" in told
    )


def test_a_mutant_that_is_caught_is_not_told(told):
    assert "return h + threshold" not in told


def test_a_list_of_equivalents_must_be_true(told):
    assert (
        "equivalent.toml lists what is caught: return h >= threshold → return h < threshold" in told
    )
