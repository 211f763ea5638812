"""Known mistakes in the students' folders: named where they are made, and never shown."""

import json

from autograder.release import release
from autograder.release.check_cells import unpacked

MISTAKES = "solutions/a01_double/mistakes.py"
TWIN = """

@mistake("double.twin", loses=["double.values"], ko="다른 말입니다.", en="Another word.")
def double(x):
    return x * x
"""

BUILT_ON_IT = """

@mistake("doubler.one", loses=["doubler.values"], ko="1배입니다.", en="Once, not twice.")
class Doubler:
    def __init__(self, factor=1):
        self.factor = factor
"""


def hints_of(small, language="ko"):
    folder = release(small.course, small.root, language, ["a01_double"])[0]
    note = json.loads((folder / ".release.json").read_text("utf-8"))
    return unpacked(note["hints"])["hints"]


def test_a_mistake_that_a_public_test_sees_has_a_hint_in_the_language(small):
    assert list(hints_of(small)["double"].values()) == ["제곱입니다."]
    assert list(hints_of(small, "en")["double"].values()) == ["This is the square."]


def test_two_mistakes_that_look_the_same_and_say_different_things_say_nothing(small):
    text = (small.root / MISTAKES).read_text("utf-8")
    small.write(MISTAKES, text + TWIN)
    assert hints_of(small) == {}


def test_what_may_come_from_a_mistake_in_another_task_is_not_called_one_of_this_task(small):
    text = (small.root / MISTAKES).read_text("utf-8")
    small.write(MISTAKES, text + BUILT_ON_IT)
    assert hints_of(small).keys() == {"double", "Doubler"}
    small.change("solutions/a01_double/a01_double.py", "= factor", "= factor / 2 * double(1)")
    assert hints_of(small).keys() == {"double"}


def test_a_hint_is_found_anew_where_the_mistake_has_changed(small):
    hints_of(small)
    small.change(MISTAKES, "제곱입니다.", "x를 제곱했습니다.")
    assert list(hints_of(small)["double"].values()) == ["x를 제곱했습니다."]


def test_a_store_that_is_damaged_is_no_loss(small):
    before = hints_of(small)
    small.write(".hints/a01_double.json", '{"key": 3')
    assert hints_of(small) == before


def test_no_line_of_a_mistake_is_released(small):
    folder = release(small.course, small.root, "ko", ["a01_double"])[0]
    packed = [
        str(unpacked(json.loads((folder / ".release.json").read_text("utf-8"))["hints"])),
        *(path.read_text("utf-8") for path in folder.iterdir()),
    ]
    assert not any("a line of the mistake" in text or "x ** 2" in text for text in packed)


def test_the_tests_are_told_apart_by_task(small):
    folder = release(small.course, small.root, "ko", ["a01_double"])[0]
    note = json.loads((folder / ".release.json").read_text("utf-8"))
    assert note["tasks"] == {
        "test_double_of_three_is_six": "double",
        "test_a_doubler_is_made": "Doubler",
    }
