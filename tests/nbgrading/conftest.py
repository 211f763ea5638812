"""A class whose results are made by hand, and nbgrader's records of it."""

import shutil
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

import msgspec
import pytest

from autograder.course import load_course
from autograder.nbgrading.keep import GradedClass, keep_nbgrader
from autograder.release import notebooks
from autograder.result import ItemResult, Outcome, Result, Status
from autograder.submission import find_hand_in
from autograder.text import Text
from tests.conftest import PROJECT, SELFCHECK, hand_in, solution

SLUG = "a01_sigmoid"
WHY = Text("> 를 사용했습니다.", "> was used.")
TASKS = {"sigmoid": 6.0, "hypothesis": 2.0, "predict": 1.0, "decision_boundary": 1.0}


def result_of(student, slug=SLUG, *, late=False, notes=(), **lost):
    """A result of a01; `sigmoid=2` means that an item of two points was lost in sigmoid."""
    items = []
    for task, most in TASKS.items():
        points = lost.get(task, 0)
        items.append(ItemResult(f"{task}.a", task, most - points, most - points, Outcome.PASSED))
        if points:
            items.append(ItemResult(f"{task}.b", task, 0.0, points, Outcome.FAILED, None, WHY))
    score = sum(item.points for item in items)
    return Result(student, slug, Status.GRADED, score, 10.0, late, tuple(items), notes)


def missing(student, slug=SLUG):
    return Result(student, slug, Status.MISSING, 0.0, 10.0)


@cache
def released(slug, language):
    """A released notebook: it depends on nothing that these tests change, and takes half a second."""
    return notebooks(load_course(PROJECT), language, [slug], {})[slug]


class Classroom:
    """A place with results and hand-ins; `keep` brings nbgrader's records up to date."""

    def __init__(self, place: Path, course) -> None:
        self.place = place
        self.course = course
        self.submitted = place / "submitted"
        self.database = place / "gradebook.db"

    def keep(self, *results, language="ko", late=None, **changes):
        course = msgspec.structs.replace(self.course, **changes) if changes else self.course
        submissions = [
            find_hand_in(folder, result.student, course[result.assignment])
            for result in results
            if (folder := self.submitted / result.student / result.assignment).is_dir()
        ]
        by_key = {result.key: result for result in results}
        graded = GradedClass(self.submitted, self.place, language, submissions, by_key, late or {})
        return keep_nbgrader(
            course, graded, lambda slugs: {slug: released(slug, language) for slug in slugs}
        )

    def hand_in(self, student, cells=None, stamp=None, slug=SLUG):
        path = hand_in(self.submitted, student, slug, solution(slug) if cells is None else cells)
        if stamp:
            path.with_name("timestamp.txt").write_text(stamp)

    @property
    def gradebook(self):
        from nbgrader.api import Gradebook

        return Gradebook(f"sqlite:///{self.database}")

    def grades(self, student, slug=SLUG):
        """Points by task, as nbgrader has them."""
        with self.gradebook as gradebook:
            (notebook,) = gradebook.find_submission(slug, student).notebooks
            return {g.name.removeprefix("check_"): g.score for g in notebook.grades}

    def comments(self, student, slug=SLUG):
        """Comments by task, where there are any."""
        with self.gradebook as gradebook:
            (notebook,) = gradebook.find_submission(slug, student).notebooks
            return {c.name: c.comment for c in notebook.comments if c.comment}

    def sql(self, *statements):
        with closing(sqlite3.connect(self.database)) as database:
            for statement in statements:
                database.execute(statement)
            database.commit()

    def autograded(self, student, slug=SLUG):
        return self.place / "autograded" / student / slug / f"{slug}.ipynb"


@pytest.fixture(scope="session")
def empty_gradebook(tmp_path_factory, gradebook):
    """Made once and copied: it takes a while to tell it of the course."""
    place = tmp_path_factory.mktemp("gradebook")
    shutil.copy(gradebook, place)
    classroom = Classroom(place, load_course(PROJECT))
    classroom.keep(missing("nobody"))
    classroom.sql("DELETE FROM student")
    return classroom.database


@pytest.fixture
def classroom(tmp_path, empty_gradebook):
    shutil.copy(empty_gradebook, tmp_path / "gradebook.db")
    return Classroom(tmp_path, load_course(PROJECT))


@pytest.fixture
def selfcheck():
    """Where the self-check lies."""
    return SELFCHECK
