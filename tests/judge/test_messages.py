"""What a crash says to the student: enough to mend it, nothing hidden, nothing of this machine."""

import pytest

from autograder.judge.messages import banned, crashed, masked, problem_note
from autograder.sandbox.cells import Problem
from autograder.sandbox.protocol import Error, Place

PLACE = Place("cell 4", 2, "sigmoid")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)",
            "mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)",
        ),
        ("name 'w1' is not defined", "name 'w1' is not defined"),
        (
            "could not convert string to float: '0.73125x'",
            "could not convert string to float: '…x'",
        ),
        ("No such file or directory: '731250001'", "No such file or directory: '…'"),
        ("bad 731 250 001 731 250 001 731 250", "bad … … … … … … … …"),
        ("1e-05 is odd", "… is odd"),
        (
            "cannot import name 'x' from 'torch' (/home/kim/.venv/lib/torch/__init__.py)",
            "cannot import name 'x' from 'torch' (…/__init__.py)",
        ),
        (
            "No such file or directory: '/root/course/secret.txt'",
            "No such file or directory: '…/secret.txt'",
        ),
        ("y / x and 1/2 stay", "y / x and 1/2 stay"),
    ],
)
def test_a_librarys_text_keeps_sizes_and_loses_values_and_paths(text, shown):
    assert masked(text) == shown


def test_a_crash_tells_its_class_and_its_place():
    error = Error(["IndexError", "LookupError", "Exception"], "index 5 is out of range", PLACE)
    said = crashed(error, "sigmoid")
    assert (
        said.en == "sigmoid raised IndexError (cell 4, line 2, in sigmoid): index 5 is out of range"
    )
    assert said.ko.startswith(
        "sigmoid에서 IndexError 오류가 발생했습니다 (4번째 셀, 2번째 줄, sigmoid)"
    )


def test_what_torch_says_in_place_of_a_gpu_is_told_and_what_an_assert_of_ones_own_says_is_not():
    said = ["AssertionError", "Exception"], "Torch not compiled with CUDA enabled", PLACE
    where = "sigmoid raised AssertionError (cell 4, line 2, in sigmoid)"
    assert crashed(Error(*said), "sigmoid").en == f"{where}: {said[1]}"
    assert crashed(Error(*said, own=True), "sigmoid").en == f"{where}, but this input is right."


@pytest.mark.parametrize("line", [731250001, -731250001, 0])
def test_a_line_that_no_cell_has_is_not_told(line):
    """A guest that forges its answers could tell a hidden number by it."""
    error = Error(["IndexError", "Exception"], "", Place("cell 4", line, "sigmoid"))
    assert crashed(error, "sigmoid").en == "sigmoid raised IndexError"
    note = problem_note(Problem("raised", "cell 4", line, "NameError", ""))
    assert note.en == "cell 4: NameError was raised, so this statement was passed over."


def test_what_the_students_own_raise_says_is_not_shown():
    error = Error(["ValueError", "Exception"], "x = 0.73125", PLACE, own=True)
    said = crashed(error, "sigmoid")
    assert "x =" not in said.en
    assert said.en.endswith("but this input is right.")
    assert said.ko.startswith("올바른 입력인데 ")


def test_a_banned_operator_is_told_by_its_name_and_place():
    said = banned(Error(["BannedOperator", "RuntimeError"], "max_pool2d", PLACE))
    assert said.en.endswith("You used max_pool2d (cell 4, line 2, in sigmoid).")
    assert said.ko.endswith("사용한 연산: max_pool2d (4번째 셀, 2번째 줄, sigmoid)")


@pytest.mark.parametrize("message", ["0.73125", "x731250001", "\x1b[31mred", "<b>bold</b>", ""])
def test_the_name_of_a_banned_operator_carries_nothing_else(message):
    said = banned(Error(["BannedOperator", "RuntimeError"], message, PLACE))
    assert said.en == "This item asks you to compute it yourself, without a ready-made operator."
