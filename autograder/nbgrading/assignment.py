"""A notebook as an nbgrader assignment: checksums in its cells, its rubric in the gradebook."""

import logging
from typing import Any

import nbformat
import sqlalchemy as sql

from autograder.course import Course
from autograder.errors import CourseError
from autograder.nbgrading.cells import check_id
from autograder.nbgrading.database import in_full, in_words, opened
from autograder.nbgrading.deadlines import read_deadlines
from autograder.nbgrading.frame import Frame
from autograder.nbgrading.gradebook import write_due
from autograder.text import Text

NOT_RELEASED = Text("배포한 것은 없습니다.", "Nothing was released.")


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
    with in_words(url, NOT_RELEASED):
        deadlines = read_deadlines(url)
        due = deadlines.lack(course, [slug])
        with opened(url) as gradebook:
            gradebook.update_or_create_assignment(slug)
            _make_room(gradebook, slug, Frame.of(notebook))
            write_due(gradebook, due)
        _prepared(notebook, [SaveCells], resources)
    return deadlines.overruled(slug, due.get(slug))


def _make_room(gradebook: Any, slug: str, frame: Frame) -> None:
    """Have the gradebook expect the notebook's cells: SaveCells takes no others once there are marks.

    Marks hang on tasks, so these must be the same. Nothing hangs on the source cells, of which a
    notebook that was graded before its first release has none.
    """
    from nbgrader.api import MissingEntry

    try:
        known = gradebook.find_notebook(slug, slug)
    except MissingEntry:
        return
    if not known.submissions:
        return
    tasks = {cell.name for cell in (*known.grade_cells, *known.solution_cells, *known.task_cells)}
    if tasks != {*map(check_id, frame.points), *frame.solutions}:
        raise CourseError(
            Text(
                f"{slug} 과제의 함수가 제출받아 채점했을 때와 다릅니다.",
                f"{slug} has other tasks than when it was handed in and graded.",
            ),
            Text(
                "함수를 그대로 두거나, 먼저 과제와 그 점수를 성적부에서 모두 지우세요:"
                f" nbgrader db assignment remove {slug} --force",
                "Keep the tasks, or take the assignment and all its marks out of the gradebook"
                f" first: nbgrader db assignment remove {slug} --force",
            ),
        )
    sources = {cell.name: cell for cell in known.source_cells}
    for name in sources.keys() - frame.named:
        gradebook.db.delete(sources[name])
    for name in frame.named - sources.keys():
        gradebook.add_source_cell(name, slug, slug, cell_type="code")
    gradebook.db.commit()


def _prepared(text: str, steps: list[Any], resources: dict[str, Any]) -> Any:
    log = logging.getLogger("autograder.nbgrading")
    notebook = nbformat.reads(text, as_version=4)
    for step in steps:
        notebook, _ = step(log=log).preprocess(notebook, resources)
    return notebook
