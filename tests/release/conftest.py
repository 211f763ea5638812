"""A small course of one assignment, to be spoilt by the tests."""

import shutil
from pathlib import Path

import pytest

from autograder.course import Course, load_course
from tests.conftest import SELFCHECK

FILES = {
    "course.toml": 'title = "작은 과목"\ndb_url = ""\nassignments = ["a01_double"]\n',
    "assignments/a01_double/assignment.toml": '[title]\nko = "두 배"\nen = "Double"\n',
    "assignments/a01_double/a01_double.py": '''\
# %% [markdown] tags=["ko"]
# # 두 배
# 값을 두 배로 만드세요.

# %% [markdown] tags=["en"]
# # Double
# Make a value twice as large.

# %% [markdown]
# $y = 2x$

# %%
def double(x):
    """2x"""
    raise NotImplementedError("double")


# %%
class Doubler:
    def __init__(self, factor=2):
        super().__init__()
        raise NotImplementedError("Doubler")
''',
    "assignments/a01_double/test_a01_double.py": """\
from a01_double import Doubler, double


def test_double_of_three_is_six():
    assert double(3) == 6


def test_a_doubler_is_made():
    assert Doubler().factor == 2
""",
    "solutions/a01_double/a01_double.py": '''\
def double(x):
    """Twice x."""
    the_factor_of_the_reference = 2
    return the_factor_of_the_reference * x


class Doubler:
    def __init__(self, factor=2):
        super().__init__()
        self.factor = factor
''',
    "solutions/a01_double/mistakes.py": """\
from autograder.judge.mistakes import mistake


@mistake("double.square", loses=["double.values"], ko="제곱입니다.", en="This is the square.")
def double(x):
    return x ** 2 + 0 * len("a line of the mistake")
""",
    "autograder/graders/a01_double.py": """\
from autograder.judge import item


@item("double.values", function="double", points=1, ko="값", en="values")
def test_hidden_values_of_double(student):
    assert student.double(123456789) == 246913578


@item("doubler.values", function="Doubler", points=1, ko="값", en="values")
def test_hidden_values_of_doubler(student):
    pass
""",
}


class SmallCourse:
    """The course, its files to write, and a place to release to. It keeps no gradebook."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.target = root / "release"
        for name, text in FILES.items():
            self.write(name, text)
        shutil.copytree(
            SELFCHECK,
            root / "assignments" / "selfcheck",
            ignore=shutil.ignore_patterns("__pycache__"),
        )

    @property
    def course(self) -> Course:
        return load_course(self.root)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new))


@pytest.fixture
def small(tmp_path):
    return SmallCourse(tmp_path)


@pytest.fixture
def kept(small, gradebook):
    """The course with a gradebook of nbgrader's, which takes a while to be told of a release."""
    small.change("course.toml", 'db_url = ""\n', "")
    shutil.copy(gradebook, small.root / "gradebook.db")
    return small
