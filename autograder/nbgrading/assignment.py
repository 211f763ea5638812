"""A notebook as an nbgrader assignment: checksums in its cells, its rubric in the gradebook."""

import logging
import os
import sysconfig
from datetime import datetime
from typing import Any

import nbformat

from autograder.errors import CourseError


def with_checksums(notebook: str) -> str:
    """The notebook as nbgrader's own generate_assignment would leave it."""
    from nbgrader.preprocessors import CheckCellMetadata, ComputeChecksums

    made = _prepared(notebook, [ComputeChecksums, CheckCellMetadata], {})
    return str(nbformat.writes(made)) + "\n"


def open_gradebook(db_url: str) -> Any:
    """nbgrader's gradebook, made where there is none.

    To make one nbgrader calls alembic, a program that lies beside Python and need not be on PATH.
    """
    from nbgrader.api import Gradebook

    scripts, path = sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath)
    if scripts not in path.split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([path, scripts])
    return Gradebook(db_url)


def register(db_url: str, slug: str, due: datetime | None, notebook: str) -> None:
    """Let the gradebook know an assignment: its notebook, its cells and what they are worth."""
    from nbgrader.api import InvalidEntry
    from nbgrader.preprocessors import SaveCells
    from sqlalchemy.exc import SQLAlchemyError

    resources = {"nbgrader": {"assignment": slug, "notebook": slug, "db_url": db_url}}
    try:
        with open_gradebook(db_url) as gradebook:
            gradebook.update_or_create_assignment(slug, duedate=due)
        _prepared(notebook, [SaveCells], resources)
    except RuntimeError:
        raise CourseError(
            f"{slug} has other tasks than when it was handed in and graded.",
            "Keep the tasks, or take the assignment and all its marks out of the gradebook first: "
            f"nbgrader db assignment remove {slug} --force",
        ) from None
    except (SQLAlchemyError, InvalidEntry) as error:
        said = str(getattr(error, "orig", None) or error)
        raise CourseError(
            f"The gradebook {db_url} cannot be written ({said}).",
            "End what else uses it (nbgrader, JupyterLab), or give yourself the right to write it.",
        ) from None


def _prepared(text: str, steps: list[Any], resources: dict[str, Any]) -> Any:
    log = logging.getLogger("autograder.nbgrading")
    notebook = nbformat.reads(text, as_version=4)
    for step in steps:
        notebook, _ = step(log=log).preprocess(notebook, resources)
    return notebook
