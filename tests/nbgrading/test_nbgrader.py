"""nbgrader's own commands, on an assignment that was released and in a course of its own."""

import ast
import shutil
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.auth import Authenticator
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import Exchange as Step
from nbgrader.exchange.default import (
    ExchangeCollect,
    ExchangeFetchAssignment,
    ExchangeFetchFeedback,
    ExchangeReleaseAssignment,
    ExchangeSubmit,
)
from nbgrader.validator import Validator
from traitlets.config import Config, PyFileConfigLoader

from autograder.course import load_course
from autograder.nbgrading.returning import ReturnFeedback
from autograder.release import release
from tests.conftest import PROJECT, autograder, hand_in, read_lines, solution

pytestmark = pytest.mark.nightly  # its commands and kernels take seconds each
SLUG = "a01_sigmoid"
POINTS = {
    "check_sigmoid": 6,
    "check_hypothesis": 2,
    "check_predict": 1,
    "check_decision_boundary": 1,
}


@pytest.fixture(scope="module")
def course(tmp_path_factory, gradebook):
    """A folder that the first assignment was released into."""
    place = tmp_path_factory.mktemp("nbgrader")
    shutil.copy(gradebook, place)
    for name in ("nbgrader_config.py", "course.toml"):
        shutil.copy(PROJECT / name, place)
    release(load_course(PROJECT), place, "en", [SLUG])
    return place


def filled_in(notebook: Path) -> None:
    """Put the reference's functions into the solution cells."""
    text = solution(SLUG)
    functions = {
        node.name: ast.get_source_segment(text, node)
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
    }
    made = nbformat.read(notebook, as_version=4)
    for cell in made.cells:
        nbgrader = cell.metadata.get("nbgrader", {})
        if nbgrader.get("solution"):
            cell.source = functions[nbgrader["grade_id"]]
    nbformat.write(made, notebook)


def config_of(course, exchange, root, student="*"):
    """nbgrader's configuration for who works in `root`."""
    config = Config(PyFileConfigLoader("nbgrader_config.py", str(course)).load_config())
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.assignment_id = SLUG
    config.CourseDirectory.student_id = student
    config.Exchange.root = str(exchange)
    config.Exchange.assignment_dir = str(root)
    config.Exchange.cache = str(root / "cache")
    return config


def start(step, config):
    """Do what nbgrader's command does, in this process: each command costs seconds to start."""
    parts = {"coursedir": CourseDirectory(config=config), "config": config}
    if issubclass(step, Step):
        parts["authenticator"] = Authenticator(config=config)
    step(**parts).start()


def test_the_gradebook_knows_tasks_and_points(course):
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        notebook = gradebook.find_notebook(SLUG, SLUG)
        assert {cell.name: cell.max_score for cell in notebook.grade_cells} == POINTS
        assert {f"check_{cell.name}" for cell in notebook.solution_cells} == set(POINTS)


def test_nothing_hidden_is_in_the_gradebook(course):
    shown = (course / "gradebook.db").read_bytes().decode("utf-8", "replace")
    grader = (PROJECT / "autograder" / "graders" / f"{SLUG}.py").read_text("utf-8")
    lines = {line.strip() for line in (grader + solution(SLUG)).split("\n")}
    public = (PROJECT / "assignments" / SLUG / f"test_{SLUG}.py").read_text("utf-8")
    public += (PROJECT / "assignments" / SLUG / f"{SLUG}.py").read_text("utf-8")
    told = {line for line in lines if len(line) >= 25 and line in shown and line not in public}
    assert told == set()


def test_nbgraders_own_generate_assignment_makes_the_same_notebook(course, tmp_path):
    released = course / "release" / SLUG / f"{SLUG}.ipynb"
    ours = nbformat.read(released, as_version=4)
    config = config_of(course, tmp_path, course)
    config.GenerateAssignment.force = True
    start(GenerateAssignment, config)
    assert nbformat.read(released, as_version=4) == ours


def test_validate_passes_where_all_tasks_are_written(course, tmp_path):
    notebook = shutil.copy(course / "release" / SLUG / f"{SLUG}.ipynb", tmp_path)
    filled_in(Path(notebook))
    assert Validator().validate(notebook) == {}


class Exchange:
    """An exchange, the instructor's course and the homes of students."""

    def __init__(self, course, place, monkeypatch):
        self.course, self.place, self._chdir = course, place, monkeypatch.chdir
        self.root = place / "exchange"
        self.root.mkdir()
        self.root.chmod(0o777)

    def teacher(self, *steps):
        self._chdir(self.course)
        for step in steps:
            start(step, config_of(self.course, self.root, self.course))

    def student(self, name, *steps):
        """Let a student do this; the folder of their assignment is returned."""
        home = self.place / "homes" / name
        home.mkdir(parents=True, exist_ok=True)
        self._chdir(home)
        for step in steps:
            start(step, config_of(self.course, self.root, home, name))
        return home / SLUG

    def pages(self, name):
        """The feedback that a student fetches, by its hand-in."""
        folder = self.student(name, ExchangeFetchFeedback) / "feedback"
        return [page.read_text("utf-8") for page in sorted(folder.glob(f"*/{SLUG}.html"))]


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # of release_feedback
def test_work_and_feedback_go_through_the_exchange(course, tmp_path, monkeypatch):
    exchange = Exchange(course, tmp_path, monkeypatch)
    exchange.teacher(ExchangeReleaseAssignment)
    filled_in(exchange.student("4021", ExchangeFetchAssignment) / f"{SLUG}.ipynb")
    for name, steps in {"4021": [], "4022": [ExchangeFetchAssignment]}.items():
        exchange.student(name, *steps, ExchangeSubmit)
    exchange.teacher(ExchangeCollect)
    hand_in(course / "submitted", "from an LMS", SLUG, solution(SLUG))
    given = ("--submitted", course / "submitted", "--out", course)
    assert autograder("grade", *given, "-a", SLUG).returncode == 0
    assert [(r.student, r.score, r.notes) for r in read_lines(course)] == [
        ("4021", 10.0, ()), ("4022", 0.0, ()), ("from an LMS", 10.0, ()),
    ]  # fmt: skip
    assert autograder("feedback", *given).returncode == 0
    exchange.teacher(ReturnFeedback)
    feedback = course / "feedback"
    for name in ("4021", "4022"):
        page = (feedback / name / SLUG / f"{SLUG}.html").read_text("utf-8")
        assert exchange.pages(name) == [page]
    assert exchange.pages("4023") == []
    assert len([*(exchange.root / "pytorch" / "feedback").iterdir()]) == 2
    assert (feedback / "from an LMS" / SLUG / f"{SLUG}.html").is_file()
