"""A notebook as an nbgrader assignment: checksums in its cells, its rubric in the gradebook."""

import logging
from typing import Any

import nbformat
import sqlalchemy as sql

from autograder.course import Course
from autograder.errors import CourseError
from autograder.nbgrading.database import in_full, opened, told
from autograder.nbgrading.deadlines import read_deadlines
from autograder.nbgrading.gradebook import write_due
from autograder.result import Text


def with_checksums(notebook: str) -> str:
    """The notebook as nbgrader's own generate_assignment would leave it."""
    from nbgrader.preprocessors import CheckCellMetadata, ComputeChecksums

    made = _prepared(notebook, [ComputeChecksums, CheckCellMetadata], {})
    return str(nbformat.writes(made)) + "\n"


def register(url: sql.URL, course: Course, slug: str, notebook: str) -> Text | None:
    """Let the gradebook know an assignment: its notebook, its cells, what they are worth, when it is due.

    What the instructor should know of the due date is returned.
    """
    from nbgrader.preprocessors import SaveCells

    resources = {"nbgrader": {"assignment": slug, "notebook": slug, "db_url": in_full(url)}}
    with told(url, "Nothing was released."):
        deadlines = read_deadlines(url)
        due = deadlines.lack(course, [slug])
        with opened(url) as gradebook:
            gradebook.update_or_create_assignment(slug)
            write_due(gradebook, due)
        try:
            _prepared(notebook, [SaveCells], resources)
        except RuntimeError:
            raise CourseError(
                f"{slug} has other tasks than when it was handed in and graded.",
                "Keep the tasks, or take the assignment and all its marks out of the gradebook"
                f" first: nbgrader db assignment remove {slug} --force",
            ) from None
    return deadlines.overruled(slug, due.get(slug))


def _prepared(text: str, steps: list[Any], resources: dict[str, Any]) -> Any:
    log = logging.getLogger("autograder.nbgrading")
    notebook = nbformat.reads(text, as_version=4)
    for step in steps:
        notebook, _ = step(log=log).preprocess(notebook, resources)
    return notebook
