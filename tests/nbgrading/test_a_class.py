"""A class of references, stubs, known mistakes and mangled notebooks: all records say the same of it."""

import ast
import csv
import json
import sqlite3
from contextlib import closing

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.utils import determine_grade
from traitlets.config import Config

from autograder.course import load_course
from autograder.judge.mistakes import read_mistakes
from autograder.nbgrading.export import CsvExport
from autograder.result import Status, tasks_of
from tests.conftest import PROJECT, autograder, hand_in, read_lines, solution, stub
from tests.nbgrading.conftest import released
from tests.nbgrading.mangled import WAYS, as_bytes, code, of_nbgrader

pytestmark = pytest.mark.nightly  # about a hundred submissions, graded once
SLUGS = ("a01_sigmoid", "a04_bce_cost")


def written(slug):
    """The released notebook as a student hands it in who knows everything, helpers in a cell above."""
    notebook, text = json.loads(released(slug, "en")), solution(slug)
    parts = {
        getattr(node, "name", str(node.lineno)): ast.get_source_segment(text, node)
        for node in ast.parse(text).body
    }
    solutions = of_nbgrader(notebook, "solution")
    for cell in solutions:
        cell["source"] = parts.pop(cell["metadata"]["nbgrader"]["grade_id"])
    notebook["cells"].insert(notebook["cells"].index(solutions[0]), code(*parts.values()))
    return notebook


def handed_in(slug):
    """What the class hands in, by student."""
    yield "reference", solution(slug)
    yield "stub", stub(slug)
    yield "written", as_bytes(written(slug))
    for number, mistake in enumerate(read_mistakes(load_course(PROJECT)[slug].mistakes)):
        yield f"mistake {number}", f"{solution(slug)}\n\n\n{mistake.source}\n"
    for name, mangle in WAYS.items():
        yield name.replace("_", " "), as_bytes(mangle(written(slug)))


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The class, graded into a gradebook; some have handed in but one of the assignments."""
    place = tmp_path_factory.mktemp("class")
    for slug in SLUGS:
        for number, (student, work) in enumerate(handed_in(slug)):
            if slug == SLUGS[0] or number % 7 != 6:
                path = hand_in(place / "submitted", student, slug, work)
                path.with_name("timestamp.txt").write_text("2026-12-01 12:00:00 UTC")
    run = autograder(
        "grade", "--submitted", place / "submitted", "--out", place, "--lang", "en",
        "--db-url", f"sqlite:///{place / 'gradebook.db'}",
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return place


@pytest.fixture(scope="module")
def results(place):
    return {result.key: result for result in read_lines(place)}


@pytest.fixture(scope="module")
def there(results):
    """Those results that something was handed in for."""
    return {key: each for key, each in results.items() if each.status is not Status.MISSING}


@pytest.fixture(scope="module")
def gradebook(place):
    with Gradebook(f"sqlite:///{place / 'gradebook.db'}") as gradebook:
        yield gradebook


def test_the_class_is_large_and_mixed(results, there):
    assert len({student for student, _ in results}) >= 30
    assert len(results) > len(there) > 60
    for slug in SLUGS:
        assert results["written", slug].score == results["reference", slug].score
        assert results["stub", slug].score == 0
    assert {each.status for each in results.values()} == set(Status)


def test_the_table_says_what_the_results_say(place, results):
    with (place / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    for (student, slug), result in results.items():
        said = "" if result.status is Status.MISSING else f"{result.score:g}"
        assert (student, slug, rows[student][slug]) == (student, slug, said)
    for student, row in rows.items():
        own = [result for (who, _), result in results.items() if who == student]
        assert float(row["total"]) == pytest.approx(sum(result.score for result in own))
        assert float(row["max_total"]) == pytest.approx(sum(result.max_score for result in own))


def test_the_gradebook_says_what_the_results_say_task_by_task(gradebook, there):
    said = {
        (s.student.id, slug): s for slug in SLUGS for s in gradebook.assignment_submissions(slug)
    }
    assert said.keys() == there.keys()
    for key, submission in said.items():
        tasks = {f"check_{task.name}": task for task in tasks_of(there[key])}
        (notebook,) = submission.notebooks
        assert (key, submission.score) == (key, pytest.approx(there[key].score))
        assert not submission.needs_manual_grade
        for grade in notebook.grades:
            points = tasks[grade.name].points if grade.name in tasks else 0.0
            assert (key, grade.name, grade.score) == (key, grade.name, points)
        lost = {name for name, task in tasks.items() if task.points < task.max_points}
        told = {f"check_{each.name}" for each in notebook.comments if each.comment}
        assert lost <= told, key


def test_export_and_formgrader_say_what_the_results_say(place, gradebook, results, there):
    CsvExport(to=str(place / "export.csv")).export(gradebook)
    with (place / "export.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {(row["student_id"], row["assignment"]): row for row in csv.DictReader(file)}
    assert rows.keys() == results.keys()
    for key, row in rows.items():
        said = f"{there[key].score:g}" if key in there else ""
        assert (key, row["score"] and f"{float(row['score']):g}") == (key, said)
    config = Config()
    config.CourseDirectory.root = str(place)
    api = NbGraderAPI(config=config)
    for slug in SLUGS:
        shown = {each["student"]: each for each in api.get_submissions(slug)}
        for student, each in shown.items():
            score = there[student, slug].score if (student, slug) in there else 0.0
            assert (student, each["score"]) == (student, pytest.approx(score))
            assert each["autograded"] == ((student, slug) in there)


def test_autograded_notebooks_are_the_frame_with_the_scores(place, there):
    for (student, slug), result in there.items():
        path = place / "autograded" / student / slug / f"{slug}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        cells = json.loads(released(slug, "en"))["cells"]
        frame = [cell["id"] for cell in cells if cell["id"] != "check"]  # students see it folded
        shown = [cell.id for cell in notebook.cells]
        assert shown[: len(frame)] == frame, student
        assert len(set(shown)) == len(shown), student
        points = {f"check_{task.name}": task.points for task in tasks_of(result)}
        for cell in notebook.cells:
            marked = cell.metadata.get("nbgrader", {})
            if marked.get("grade"):
                said = (points.get(marked["grade_id"], 0.0), marked["points"])
                assert (student, determine_grade(cell)) == (student, said)


def test_a_second_run_has_nothing_to_write(place):
    with closing(sqlite3.connect(place / "gradebook.db")) as database:
        before = list(database.iterdump())
    run = autograder(
        "grade", "--submitted", place / "submitted", "--out", place, "--lang", "en",
        "--db-url", f"sqlite:///{place / 'gradebook.db'}",
    )  # fmt: skip
    assert "(0 graded now)" in run.stderr
    with closing(sqlite3.connect(place / "gradebook.db")) as database:
        assert list(database.iterdump()) == before
