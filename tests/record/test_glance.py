"""The class at a glance fits on the screen, whatever its width."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from autograder.course import load_course
from autograder.record.glance import summary
from autograder.record.overview import overview
from autograder.result import ItemResult, Outcome, Result, Status
from tests.conftest import PROJECT

COURSE = load_course(PROJECT)
STUDENTS = ("김민준", "O'Brien Liam", "[bold]", "a very long name that somebody gave to a folder")
ITEMS = (ItemResult("x", "f", 7.5, 10.0, Outcome.CRASHED),)
RESULTS = [
    Result(student, slug, Status.GRADED, 7.5, 10.0, items=ITEMS)
    for student in STUDENTS
    for slug in COURSE.slugs
]


def lines_of(table, width):
    console = Console(file=io.StringIO(), width=width)
    console.print(table)
    return console.file.getvalue().splitlines()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("width", [60, 80, 120, 250])
def test_every_mark_is_whole_and_no_line_is_too_long(language, width):
    lines = lines_of(summary(COURSE, RESULTS, language), width)
    assert max(map(cell_len, lines)) <= width
    assert "…" not in "".join(lines)
    assert sum(line.count("7.5/10!") for line in lines) == len(RESULTS)
    assert sum("135/180" in line for line in lines) == len(STUDENTS)


def test_a_wide_screen_has_one_table_and_a_narrow_one_several_with_one_legend():
    for width, tables in ((250, 1), (80, 4)):
        lines = lines_of(summary(COURSE, RESULTS, "en"), width)
        assert sum("┏" in line for line in lines) == tables
        assert sum("! crashed" in line for line in lines) == 1


def test_what_looks_like_markup_is_a_students_name():
    lines = lines_of(summary(COURSE, RESULTS, "en"), 250)
    assert sum("│ [bold] " in line for line in lines) == 1


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_overview_of_a_large_class_fits_on_a_common_screen(language):
    lines = lines_of(overview(COURSE, RESULTS, language), 80)
    assert "…" not in "".join(lines)
