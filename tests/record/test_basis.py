"""What results depend on: each part has a digest of its own, and all together one."""

import pytest

from autograder.course import load_course
from autograder.errors import CourseError
from autograder.record.basis import bases
from tests.conftest import course_of

SLUG = "a01_sigmoid"


@pytest.fixture
def place(tmp_path):
    return course_of(tmp_path, SLUG)


def basis_of(place, sandboxed=True):
    return bases(load_course(place), [SLUG], sandboxed=sandboxed)[SLUG]


def append(path, text):
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def changed(before, after):
    return [
        name for name in before.__struct_fields__ if getattr(before, name) != getattr(after, name)
    ]


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("autograder/graders/a01_sigmoid.py", "grader"),
        ("solutions/a01_sigmoid/a01_sigmoid.py", "reference"),
        ("solutions/a01_sigmoid/mistakes.py", "mistakes"),
        (".course-secret", "secret"),
    ],
)
def test_a_change_of_one_file_is_a_change_of_its_part_and_of_the_whole(place, path, part):
    before = basis_of(place)
    append(place / path, "#\n")
    assert changed(before, basis_of(place)) == [part]
    assert before.sha256 != basis_of(place).sha256


def test_a_limit_is_told_as_it_is_and_ten_is_ten(place):
    before = basis_of(place)
    append(place / "course.toml", "[limits]\ncall_cpu = 10\n")
    assert basis_of(place).sha256 == before.sha256
    append(place / "assignments" / SLUG / "assignment.toml", "[limits]\ncall_cpu = 2\n")
    assert changed(before, basis_of(place)) == ["limits"]
    assert basis_of(place).limits["call_cpu"] == 2


def test_grading_without_a_sandbox_is_another_basis(place):
    assert changed(basis_of(place), basis_of(place, sandboxed=False)) == ["sandboxed"]


def test_a_part_of_the_course_that_is_missing_is_told_in_words(place):
    (place / "solutions" / SLUG / "mistakes.py").unlink()
    with pytest.raises(CourseError, match=r"mistakes\.py cannot be read") as error:
        basis_of(place)
    assert "make check" in error.value.hint.en
