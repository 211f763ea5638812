"""What instructors gave by hand, as the gradebook has it: read in this one place, without nbgrader."""

from collections import defaultdict
from typing import Any

import sqlalchemy as sql

from autograder.manual import ByHand, Manual
from autograder.nbgrading import cells as nbgrader
from autograder.nbgrading.database import asked
from autograder.nbgrading.deadlines import read_deadlines
from autograder.record.marks import Book
from autograder.record.results import Key
from autograder.result import total

TABLES = ASSIGNMENT, CELL, SUBMISSION, NOTEBOOK, GRADE, COMMENT = [
    sql.table(name, *map(sql.column, columns))
    for name, *columns in (
        ("assignment", "id", "name"),
        ("base_cell", "id", "name"),
        ("submitted_assignment", "id", "assignment_id", "student_id"),
        ("submitted_notebook", "id", "assignment_id"),
        ("grade", "notebook_id", "cell_id", "manual_score", "extra_credit"),
        ("comment", "notebook_id", "cell_id", "manual_comment"),
    )
]


def read_book(url: sql.URL) -> Book:
    """What the gradebook at `url` says of marks."""
    return Book(read_deadlines(url).of, read_by_hand(url))


def read_by_hand(url: sql.URL) -> ByHand:
    """What was given by hand, task by task; nothing where there is no gradebook yet."""
    with asked(url, *(table.name for table in TABLES)) as gradebook:
        if gradebook is None:
            return {}
        points = gradebook.execute(_of_cells(GRADE, GRADE.c.manual_score, GRADE.c.extra_credit))
        words = gradebook.execute(_of_cells(COMMENT, COMMENT.c.manual_comment))
        given = {(who, slug, nbgrader.task_of(name)): rest for who, slug, name, *rest in points}
        said = {(who, slug, task): word for who, slug, task, word in words if word.strip()}
    found: dict[Key, dict[str, Manual]] = defaultdict(dict)
    for who, slug, task in [*given, *said]:
        manual, extra = given.get((who, slug, task), (None, None))
        word = said.get((who, slug, task), "").strip()
        found[who, slug][task] = Manual(manual, total([extra or 0.0]), word)
    return dict(found)


def _of_cells(table: sql.TableClause, *columns: sql.ColumnClause[Any]) -> sql.Select[Any]:
    """Of each cell that a human has had to do with: student, assignment, the cell's name, what was given."""
    return (
        sql.select(SUBMISSION.c.student_id, ASSIGNMENT.c.name, CELL.c.name, *columns)
        .join_from(table, CELL, CELL.c.id == table.c.cell_id)
        .join(NOTEBOOK, NOTEBOOK.c.id == table.c.notebook_id)
        .join(SUBMISSION, SUBMISSION.c.id == NOTEBOOK.c.assignment_id)
        .join(ASSIGNMENT, ASSIGNMENT.c.id == SUBMISSION.c.assignment_id)
        .where(sql.or_(*(column.is_not(None) for column in columns)))
        .order_by(SUBMISSION.c.student_id, ASSIGNMENT.c.name, CELL.c.name)
    )
