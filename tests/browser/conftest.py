"""A course folder, an exchange, a class of thirty, and a browser to look at them with.

What is large is imported where it is used: `make test` collects this folder too, and leaves it out.
"""

import csv
import itertools
import os
import shutil
from pathlib import Path

import pytest

from autograder.course import load_course
from tests.conftest import PROJECT, autograder, course_of, hand_in, read_lines, solution, stub

SLUG = "a01_sigmoid"
STUDENT = "4021"  # works in the browser; of the others there is some work already
ABSENT = "4050"
NAMES = """
김민준 이서연 박도윤 정하준 최지우 강서윤 윤지호 임채원 한유진 오시우 서예준 신하은 권지안 황건우
안수아 송다은 류선우 전하린 홍은채 남궁민
Emma_Johnson Liam_O'Brien Noah_Kim Olivia_Brown Ava_Müller Jean-Luc_Picard Mia_van_der_Berg
"Kim,_Ji-woo" Sofía_García_López Oluwaseun_Adebayo-Richardson
"""
ROSTER = {
    str(number): name.replace("_", " ")
    for number, name in enumerate(NAMES.split(), start=int(STUDENT))
}


class Classroom:
    """A course of one assignment in a place of its own, and what its instructor types there."""

    def __init__(self, place: Path, language: str) -> None:
        self.root = course_of(place, SLUG)
        self.home, self.exchange = place / "home", place / "exchange"
        self.gradebook = f"sqlite:///{self.root / 'gradebook.db'}"
        shutil.copy(PROJECT / "nbgrader_config.py", self.root)
        settings = f'title = "PyTorch"\nlanguage = "{language}"\nassignments = ["{SLUG}"]\n'
        (self.root / "course.toml").write_text(settings, "utf-8")
        rows = "".join(f"{student},{name}\n" for student, name in ROSTER.items())
        (self.root / "roster.csv").write_text(f"id,name\n{rows}", "utf-8")
        self.home.mkdir()
        self.exchange.mkdir()
        self.exchange.chmod(0o777)  # nbgrader asks for that

    def run(self, *args: str) -> None:
        """Type a command of the kit's."""
        run = autograder(*args, cwd=self.root)
        assert run.returncode == 0, run.stderr

    def grade(self, *args: str) -> None:
        """Grade as the instructor does, with a gradebook."""
        self.run("grade", "--jobs", "2", "--db-url", self.gradebook, *args)

    @property
    def results(self):
        return {result.student: result for result in read_lines(self.root)}

    @property
    def table(self):
        """grades.csv: a row for each student."""
        with (self.root / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
            return {row["student"]: row for row in csv.DictReader(file)}

    def hand_in_for_the_others(self) -> None:
        """Good work, unwritten, broken and damaged work, and a mistake from each of the rest."""
        from autograder.judge.mistakes import read_mistakes
        from autograder.judge.reference import mistake_cells

        assignment = load_course(self.root)[SLUG]
        known = read_mistakes(assignment.mistakes)
        others = [student for student in ROSTER if student not in (STUDENT, ABSENT)]
        self.mistakes = {
            mistake.id: (student, mistake.hint)
            for student, mistake in zip(others[4:], known, strict=False)
        }
        works = [
            solution(SLUG),
            stub(SLUG),
            solution(SLUG).replace(") -> Tensor:", ") -> Tensor", 1).split("\n\n\n"),
            b"{",
            *([cell.source for cell in mistake_cells(assignment, mistake)] for mistake in known),
        ]
        for student, work in zip(others, works, strict=False):
            path = hand_in(self.root / "submitted", student, SLUG, work)
            path.with_name("timestamp.txt").write_text("2026-11-20 12:00:00.000000 UTC\n")


@pytest.fixture(scope="session", params=["ko", "en"])
def language(request):
    return request.param


@pytest.fixture(scope="session")
def classroom(language, tmp_path_factory):
    classroom = Classroom(tmp_path_factory.mktemp(language), language)
    classroom.run("release")
    return classroom


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    from tests.browser.lab import FLAGS

    path = shutil.which("chromium")
    assert path, "There is no chromium; make test-browser installs it."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def student(classroom, chromium):
    """A page of the student's JupyterLab, which runs in their home folder."""
    from tests.browser.lab import jupyter_lab, open_page

    config = f"c.CourseDirectory.student_id = {STUDENT!r}"
    with jupyter_lab(classroom.home, classroom.exchange, config) as url:
        page = open_page(chromium, url)
        yield page
        page.context.close()


@pytest.fixture(scope="session")
def assignments(student):
    from tests.browser.lab import Assignments

    return Assignments(student)


@pytest.fixture(scope="session")
def notebook(student):
    """The notebook that was fetched, open in the student's JupyterLab."""
    from tests.browser.lab import Notebook

    return Notebook(student, SLUG)


@pytest.fixture(scope="session")
def formgrader(classroom, chromium):
    """The instructor's pages; their JupyterLab runs in the course's folder."""
    from tests.browser.lab import Formgrader, jupyter_lab, open_page

    with jupyter_lab(classroom.root, classroom.exchange) as url:
        page = open_page(chromium, url)
        yield Formgrader(page, SLUG)
        page.context.close()


@pytest.fixture(scope="session")
def photograph(language):
    """Keeps what a page looks like, to be looked at afterwards."""
    album = Path(os.environ.get("SCREENSHOTS", PROJECT / "screenshots")) / language
    album.mkdir(parents=True, exist_ok=True)
    numbers = itertools.count(1)

    def take(page, name, whole=False):
        path = album / f"{next(numbers):02} {name}.png"
        page.screenshot(path=path, full_page=whole, animations="disabled")

    return take
