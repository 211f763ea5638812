"""The course itself: every assignment is whole.

How its graders judge stubs, references, known mistakes and accepted answers is `make check`'s, which
CI runs too.
"""

import ast
import os
import re
import shutil
import subprocess
import sys

import pytest

from autograder.catalogue import item_titles
from autograder.course import load_course
from autograder.result import total
from tests.conftest import PROJECT, SELFCHECK
from tests.selfcheck.conftest import plain_environment
from tests.warm import SERVER

COURSE = load_course(PROJECT)


def test_the_course_has_the_points_of_its_curriculum():
    graders = "".join(COURSE[slug].grader.read_text("utf-8") for slug in COURSE.slugs)
    assert total([float(points) for points in re.findall(r"\bpoints=([\d.]+)", graders)]) == 200


@pytest.fixture(scope="module")
def self_checked(tmp_path_factory):
    """The self-checks of all assignments on the references, in one run."""
    place = tmp_path_factory.mktemp("selfcheck")
    for slug in COURSE.slugs:
        (place / slug).mkdir()
        shutil.copy(COURSE[slug].self_check, place / slug)
        shutil.copy(COURSE[slug].solution, place / slug)
    return self_check(*(place / slug for slug in COURSE.slugs), cwd=place)


def self_check(*args, cwd):
    arguments = ["-c", SELFCHECK / "pytest.ini", SELFCHECK, *args]
    return SERVER.run(
        *map(str, arguments), cwd=cwd, environment=plain_environment(), program="pytest"
    )


@pytest.mark.nightly
def test_the_references_pass_the_self_checks(self_checked):
    assert self_checked.returncode == 0, self_checked.stdout
    assert all(f"{slug}.py" in self_checked.stdout for slug in COURSE.slugs)


def test_a_stub_does_not_pass_the_self_check():
    stub = COURSE["a01_sigmoid"]
    assert self_check(stub.folder, f"--submission={stub.source}", cwd=PROJECT).returncode != 0


@pytest.mark.nightly
def test_the_demos_run_while_the_stubs_are_unwritten():
    program = (
        "import runpy, sys\nfor path in sys.argv[1:]: runpy.run_path(path, run_name='__main__')"
    )
    sources = [COURSE[slug].source for slug in COURSE.slugs]
    environment = os.environ | {"MPLBACKEND": "Agg"}
    run = subprocess.run(
        [sys.executable, "-c", program, *sources],
        env=environment, cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("slug", COURSE.slugs)
def test_no_demo_defines_what_a_student_may_call_a_helper(slug):
    tree = ast.parse(COURSE[slug].source.read_text("utf-8"))
    demos = [
        node for node in tree.body if isinstance(node, ast.If) and "__main__" in ast.unparse(node)
    ]
    defined = [
        node.name for demo in demos for node in demo.body if isinstance(node, ast.FunctionDef)
    ]
    assert all(name.startswith(("demo_", "draw_")) for name in defined)


@pytest.mark.parametrize("slug", COURSE.slugs)
def test_every_text_is_there_in_both_languages(slug):
    text = COURSE[slug].source.read_text("utf-8")
    assert text.count('tags=["ko"]') == text.count('tags=["en"]') > 3
    assert all((COURSE[slug].title.ko, COURSE[slug].title.en))


@pytest.mark.parametrize("slug", COURSE.slugs)
def test_every_item_has_a_title_that_can_be_read_without_running_the_grader(slug):
    titles = item_titles(COURSE, [slug])
    assert len(titles) == COURSE[slug].grader.read_text("utf-8").count("\n@item(") > 3
    assert all((title.ko, title.en) for title in titles.values())
