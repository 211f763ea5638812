"""The hidden graders, collected by pytest within a program that goes on."""

from pathlib import Path

from autograder.course import load_course
from autograder.judge.session import with_judge

PROJECT = Path(__file__).resolve().parents[2]


def test_graders_can_be_collected_twice_in_one_process():
    course = load_course(PROJECT)
    once, again = (
        with_judge(course, ["a01_sigmoid"], lambda j: j.items("a01_sigmoid")) for _ in "ab"
    )
    assert once == again != []
