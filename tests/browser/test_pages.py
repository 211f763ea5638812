"""The pages of a large class in a real browser: nothing sticks out, and they can be printed."""

import pytest

from autograder.course import load_course
from autograder.pages.report import write_report
from tests.browser.test_story import OVERHANG
from tests.conftest import PROJECT
from tests.pages.made_class import made_class

pytestmark = pytest.mark.browser
PATIENCE = 60_000  # milliseconds; with a gradient in each cell of the heat map it took many minutes


@pytest.fixture(scope="module")
def report(chromium, tmp_path_factory):
    """The report of 200 students in all assignments, open in the browser."""
    place = tmp_path_factory.mktemp("large")
    course = load_course(PROJECT)
    made_class(course, place, 200)
    page = chromium.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(write_report(course, place / "submitted", place, "ko").as_uri())
    yield page
    page.close()


@pytest.mark.parametrize("width", [380, 800, 1400])
def test_the_report_is_as_wide_as_the_window(report, width):
    report.set_viewport_size({"width": width, "height": 900})
    assert report.evaluate(OVERHANG) <= 0


def test_on_a_phone_words_of_a_table_are_not_broken_into_letters(report):
    report.set_viewport_size({"width": 380, "height": 900})
    names = "[...document.querySelectorAll('#items th[scope=row]')]"
    lines = f"Math.max(...{names}.map(cell => cell.offsetHeight / 24))"
    assert report.evaluate(lines) < 8


def test_on_a_phone_a_column_of_names_is_no_tower(report):
    report.set_viewport_size({"width": 380, "height": 900})
    cells = "[...document.querySelectorAll('#breaks td:last-child')]"
    assert report.evaluate(f"Math.min(...{cells}.map(cell => cell.offsetWidth))") >= 200


def test_the_report_of_a_large_class_can_be_printed(report):
    assert report.pdf(format="A4").startswith(b"%PDF")
