"""The course itself: every assignment is whole, and its graders judge as they must."""

import subprocess
import sys

import pytest

from autograder.course import load_course
from tests.conftest import PROJECT, autograder

COURSE = load_course(PROJECT)
SELFCHECK = PROJECT / "assignments" / "selfcheck"


TRAINS_LONG = {"a08_softmax_classifier", "a10_xor_mlp"}  # `make check`, which CI runs, has them too


def test_stubs_references_accepted_answers_and_mistakes_get_what_they_deserve():
    run = autograder("check", *(slug for slug in COURSE.slugs if slug not in TRAINS_LONG))
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 findings" in run.stdout


def self_check(slug, submission):
    return subprocess.run(
        [
            sys.executable, "-m", "pytest", "-c", SELFCHECK / "pytest.ini", SELFCHECK,
            PROJECT / "assignments" / slug, f"--submission={submission}",
        ],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("slug", COURSE.slugs)
def test_the_reference_passes_the_self_check(slug):
    run = self_check(slug, COURSE[slug].solution)
    assert run.returncode == 0, run.stdout


def test_a_stub_does_not_pass_the_self_check():
    run = self_check("a01_sigmoid", COURSE["a01_sigmoid"].source)
    assert run.returncode != 0


@pytest.mark.parametrize("slug", COURSE.slugs)
def test_every_text_is_there_in_both_languages(slug):
    text = COURSE[slug].source.read_text("utf-8")
    assert text.count('tags=["ko"]') == text.count('tags=["en"]') > 3
    assert all((COURSE[slug].title.ko, COURSE[slug].title.en))
