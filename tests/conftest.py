"""What tests of several rooms share: the project, notebooks to hand in, a class to grade."""

import fcntl
import gc
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sql
from hypothesis import HealthCheck, settings

from autograder.result import Result
from tests.warm import PYTEST, SERVER

BUSY = [HealthCheck.too_slow]  # which a machine is that does something else, too
settings.register_profile("default", max_examples=100, deadline=None, suppress_health_check=BUSY)
settings.register_profile("fuzz", max_examples=10_000, deadline=None, suppress_health_check=BUSY)
settings.load_profile("default")

# A second thread only waits in what tests compute, and burns a core while it does.
os.environ.setdefault("OMP_NUM_THREADS", "1")

# A script's background job ignores Ctrl-C, and so would all that tests start in order to interrupt it.
signal.signal(signal.SIGINT, signal.default_int_handler)

PROJECT = Path(__file__).resolve().parent.parent
SELFCHECK = PROJECT / "assignments" / "selfcheck"


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Never look for garbage in what is imported: it stays, and each look takes a third of a second."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000)  # as the command line has it


def notebook(cells: Sequence[str]) -> str:
    """A notebook with these code cells, a text cell in front."""
    text = {"cell_type": "markdown", "metadata": {}, "source": ["# 과제"]}
    code = [
        {
            "cell_type": "code",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": cell.splitlines(keepends=True),
        }
        for cell in cells
    ]
    return json.dumps({"cells": [text, *code], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def hand_in(submitted: Path, student: str, slug: str, cells: Sequence[str] | str | bytes) -> Path:
    """Put a submission where collect would: cells as a notebook, a text as .py, bytes as they are."""
    folder = submitted / student / slug
    folder.mkdir(parents=True, exist_ok=True)
    if isinstance(cells, bytes):
        path = folder / f"{slug}.ipynb"
        path.write_bytes(cells)
    elif isinstance(cells, str):
        path = folder / f"{slug}.py"
        path.write_text(cells, "utf-8")
    else:
        path = folder / f"{slug}.ipynb"
        path.write_text(notebook(cells), "utf-8")
    return path


def course_of(place: Path, *slugs: str, limits: str = "") -> Path:
    """A course of its own with some of our assignments, for tests that change something in it."""
    course = place / "course"
    parts = [f"{tree}/{slug}" for tree in ("assignments", "solutions") for slug in slugs]
    for name in ("autograder", "assignments/selfcheck", *parts):
        shutil.copytree(PROJECT / name, course / name, ignore=shutil.ignore_patterns("__pycache__"))
    named = ", ".join(f'"{slug}"' for slug in slugs)
    (course / "course.toml").write_text(
        f'title = "x"\ndb_url = ""\nassignments = [{named}]\n{limits}'
    )
    return course


def autograder(*args: object, cwd: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process that need not import anything more."""
    return SERVER.run(*_without_gradebook(args), cwd=cwd)


def autograder_afresh(*args: object, cwd: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    """Run the command line as make does: a Python that starts with nothing."""
    return subprocess.run(
        [sys.executable, "-m", "autograder", *_without_gradebook(args)],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


def _without_gradebook(args: Sequence[object]) -> list[str]:
    """Grading keeps no gradebook unless it is told to."""
    keeps = args[0] != "grade" or "--db-url" in args
    return [*map(str, args), *([] if keeps else ["--db-url", ""])]


@pytest.fixture(scope="session", autouse=True)
def servers() -> Iterator[None]:
    """What programs are forked from is ended with the tests."""
    yield
    SERVER.close()
    PYTEST.close()


def read_lines(out: Path) -> list[Result]:
    """The lines of results.jsonl."""
    lines = (out / "results.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Result) for line in lines]


def outcomes(result: Result) -> dict[str, str]:
    """The outcome of each item."""
    return {item.id: item.outcome.value for item in result.items}


def solution(slug: str) -> str:
    """The text of a reference solution."""
    return (PROJECT / "solutions" / slug / f"{slug}.py").read_text("utf-8")


def stub(slug: str) -> str:
    """The text of a student's file as it is released."""
    return (PROJECT / "assignments" / slug / f"{slug}.py").read_text("utf-8")


@pytest.fixture(scope="module")
def graded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Result]:
    """The results of the module's SUBMISSIONS (name → cells, .py text or bytes), graded in one run.

    What loops is ended after a second, not ten.
    """
    place = tmp_path_factory.mktemp("class")
    slug = request.module.SLUG
    for name, cells in request.module.SUBMISSIONS.items():
        hand_in(place / "submitted", name, slug, cells)
    run = autograder(
        "grade", "--submitted", place / "submitted", "--out", place, "--no-cache",
        *getattr(request.module, "OPTIONS", ()),
        cwd=course_of(place, slug, limits="[limits]\ncall_cpu = 1\n"),
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return {result.student: result for result in read_lines(place)}


@pytest.fixture(scope="session")
def gradebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A gradebook without an assignment. To make one takes seconds: the first worker does it."""
    from autograder.nbgrading.database import opened

    place = tmp_path_factory.getbasetemp()
    place = place.parent if "PYTEST_XDIST_WORKER" in os.environ else place
    path = place / "gradebook.db"
    with (place / "gradebook.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            with opened(sql.make_url(f"sqlite:///{path}")):
                pass
    return path


Grade = Callable[..., dict[str, Result]]
