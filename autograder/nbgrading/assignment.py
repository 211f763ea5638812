"""A notebook as an nbgrader assignment: checksums in its cells, its rubric in the gradebook."""

import logging
from datetime import datetime
from typing import Any

import nbformat
import sqlalchemy as sql

from autograder.errors import CourseError
from autograder.nbgrading.database import in_full, opened, told


def with_checksums(notebook: str) -> str:
    """The notebook as nbgrader's own generate_assignment would leave it."""
    from nbgrader.preprocessors import CheckCellMetadata, ComputeChecksums

    made = _prepared(notebook, [ComputeChecksums, CheckCellMetadata], {})
    return str(nbformat.writes(made)) + "\n"


def register(url: sql.URL, slug: str, due: datetime | None, notebook: str) -> None:
    """Let the gradebook know an assignment: its notebook, its cells and what they are worth.

    Where course.toml has no due date, one that was set in the formgrader stays.
    """
    from nbgrader.preprocessors import SaveCells

    resources = {"nbgrader": {"assignment": slug, "notebook": slug, "db_url": in_full(url)}}
    with told(url, "Nothing was released."):
        with opened(url) as gradebook:
            gradebook.update_or_create_assignment(slug, **({"duedate": due} if due else {}))
        try:
            _prepared(notebook, [SaveCells], resources)
        except RuntimeError:
            raise CourseError(
                f"{slug} has other tasks than when it was handed in and graded.",
                "Keep the tasks, or take the assignment and all its marks out of the gradebook"
                f" first: nbgrader db assignment remove {slug} --force",
            ) from None


def _prepared(text: str, steps: list[Any], resources: dict[str, Any]) -> Any:
    log = logging.getLogger("autograder.nbgrading")
    notebook = nbformat.reads(text, as_version=4)
    for step in steps:
        notebook, _ = step(log=log).preprocess(notebook, resources)
    return notebook
