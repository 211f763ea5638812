"""The hidden graders, collected by pytest within a program that goes on."""

import pytest

from autograder.course import load_course
from autograder.errors import CourseError
from autograder.judge.session import with_judge
from tests.conftest import PROJECT, course_of

SLUG = "a01_sigmoid"
PAYS_WHAT_IS_ALIVE = """
@item("sig.shape", function="sigmoid", points=1, kind="shape", ko="가", en="a")
def test_shape(student):
    student.sigmoid(torch.ones(2))
"""
FAILS = """
@probe("sigmoid")
def ordinary(student, rng):
    return student.sigmoyd(torch.ones(2)), student.sigmoid(torch.zeros(2))
"""


def test_graders_can_be_collected_twice_in_one_process():
    course = load_course(PROJECT)
    once, again = (
        with_judge(course, ["a01_sigmoid"], lambda j: j.items("a01_sigmoid")) for _ in "ab"
    )
    assert once == again != []


@pytest.mark.parametrize(
    ("grader", "told"),
    [
        (PAYS_WHAT_IS_ALIVE, r"sig.shape \(kind='shape'\) needs a @probe\('sigmoid'\)"),
        (
            PAYS_WHAT_IS_ALIVE + FAILS,
            r"@probe\('sigmoid'\) fails on the reference \(Raised: sigmoyd",
        ),
        (PAYS_WHAT_IS_ALIVE.replace("(student)", "(student, rnd)"), "test_shape asks for 'rnd'"),
        (PAYS_WHAT_IS_ALIVE.replace('shape"', 'shapes"', 2), "line 4: ValueError: kind='shapes'"),
    ],
    ids=["without a probe", "with a broken probe", "of unknown arguments", "of an unknown kind"],
)
def test_an_item_that_could_not_be_judged_is_told_to_its_author(tmp_path, grader, told):
    course = load_course(course_of(tmp_path, SLUG))
    head = "import torch\nfrom autograder.judge import item, probe\n"
    course[SLUG].grader.write_text(head + grader, "utf-8")
    with pytest.raises(CourseError, match=told):
        with_judge(course, [SLUG], lambda judge: judge.rehearse([SLUG]))
