"""mistakes.py is read as text: every marked definition becomes a mistake of its own."""

import pytest

from autograder.errors import CourseError
from autograder.judge.mistakes import read_mistakes

TEXT = '''
"""Known mistakes."""

import math

from autograder.judge.mistakes import mistake


def helper(x):
    return math.exp(x)


@mistake("f.first", loses=["f.values"], ko="하나", en="one")
def f(x):
    return helper(x)


@mistake("f.second", loses=["f.values", "f.shape"], ko="둘", en="two", replay=False)
def f(x):
    return 2


@mistake("Net.third", loses=["net"], ko="셋", en="three")
class Net:
    pass
'''


@pytest.fixture
def path(tmp_path):
    return tmp_path / "mistakes.py"


def test_each_definition_is_a_mistake_with_its_own_text(path):
    path.write_text(TEXT, "utf-8")
    first, second, third = read_mistakes(path)
    assert (first.id, first.function, first.loses, first.hint.ko) == (
        "f.first", "f", ("f.values",), "하나",
    )  # fmt: skip
    assert (second.replay, first.replay) == (False, True)
    assert third.function == "Net"
    assert "return 2" not in first.source


def test_what_stands_outside_belongs_to_each_but_not_the_kit_itself(path):
    path.write_text(TEXT, "utf-8")
    for mistake in read_mistakes(path):
        assert "import math" in mistake.source
        assert "def helper" in mistake.source
        assert "autograder" not in mistake.source


@pytest.mark.parametrize(
    "decorator",
    ['@mistake("f.x", loses=["a"], ko="가")', '@mistake(loses=[], ko="", en="")', '@mistake("f.x", loses=ITEMS, ko="", en="")',
     '@mistake("f.x", loses="f.values", ko="", en="")', '@mistake("f.x", lose=["a"], loses=["b"], ko="", en="")'],
)  # fmt: skip
def test_a_mark_that_is_none_is_told_with_its_line(path, decorator):
    path.write_text(f"\n{decorator}\ndef f(x):\n    return 1\n", "utf-8")
    with pytest.raises(CourseError, match=r"mistakes.py, line 3: @mistake is not as it must be"):
        read_mistakes(path)
