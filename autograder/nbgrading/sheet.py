"""One assignment in the gradebook: its cells, and what each submission to it has earned."""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sql

from autograder.nbgrading import cells as nbgrader
from autograder.nbgrading.comments import comment_on
from autograder.nbgrading.database import WRITTEN
from autograder.nbgrading.frame import Frame
from autograder.nbgrading.papers import Paper
from autograder.nbgrading.rows import insert, put, update, utc
from autograder.result import Outcome, tasks_of


class _Mark(msgspec.Struct, frozen=True):
    """What is written for a task. `doubtful` where a grader of ours failed: a human must look."""

    score: float
    comment: str | None
    doubtful: bool


class Sheet:
    """One assignment in the gradebook, its cells registered, and its rows as they are."""

    def __init__(self, gradebook: Any, slug: str, frame: Frame) -> None:
        self._db = gradebook.db
        self._frame = frame
        self._assignment = gradebook.update_or_create_assignment(slug).id
        self._notebook = gradebook.update_or_create_notebook(slug, slug).id
        self._register(gradebook, slug)

    def _register(self, gradebook: Any, slug: str) -> None:
        """Let the gradebook know our cells. Tasks that the assignment has no more are worth 0."""
        from nbgrader.api import GradeCell, SolutionCell

        wanted = {nbgrader.check_id(task): points for task, points in self._frame.points.items()}
        known = self._cells(GradeCell, GradeCell.max_score)
        for check in known.keys() | wanted.keys():
            points = wanted.get(check, 0.0)
            if known.get(check) != points and _is_ours(check):
                gradebook.update_or_create_grade_cell(
                    check, slug, slug, max_score=points, cell_type="code"
                )
        for name in set(self._frame.solutions) - self._cells(SolutionCell, SolutionCell.id).keys():
            gradebook.add_solution_cell(name, slug, slug)

    def write(self, papers: Sequence[Paper], language: str) -> None:
        """Bring the rows of these papers up to date; what is as it must be is not written."""
        from nbgrader.api import Comment, Grade, GradeCell, SolutionCell

        places = self._places(papers)
        checks = self._cells(GradeCell, GradeCell.id)
        solutions = self._cells(SolutionCell, SolutionCell.id)
        grades, comments = [], []
        for paper in papers:
            _, place = places[paper.result.student]
            marks = _marks(paper, self._frame, language)
            for name, cell in checks.items():
                if not _is_ours(name):
                    continue
                mark = marks.get(nbgrader.task_of(name), _Mark(0.0, None, False))
                grades.append({
                    "notebook_id": place, "cell_id": cell,
                    "auto_score": mark.score, "needs_manual_grade": mark.doubtful,
                })  # fmt: skip
            for name, cell in solutions.items():
                comment = marks[name].comment if name in marks else None
                comments.append({"notebook_id": place, "cell_id": cell, "auto_comment": comment})
        self._penalize([(places[paper.result.student][1], paper.penalty) for paper in papers])
        put(self._db, Grade, grades)
        put(self._db, Comment, comments)
        self._note([(places[paper.result.student][0], paper.digest) for paper in papers])
        self._db.commit()

    def _places(self, papers: Sequence[Paper]) -> dict[str, tuple[str, str]]:
        """The ids of each student's submission and of its notebook, made where they are not yet."""
        from nbgrader.api import SubmittedAssignment, SubmittedNotebook

        times = {paper.result.student: utc(paper.handed_in) for paper in papers}
        submission, notebook = SubmittedAssignment.__table__.c, SubmittedNotebook.__table__.c
        own = submission.assignment_id == self._assignment
        found = self._db.execute(
            sql.select(submission.student_id, submission.id, submission.timestamp).where(own)
        ).all()
        there = {student for student, _, _ in found}
        update(self._db, SubmittedAssignment, [
            {"id": place, "timestamp": times[student]}
            for student, place, old in found
            if times.get(student) not in (None, old)
        ])  # fmt: skip
        insert(self._db, SubmittedAssignment, [
            {"assignment_id": self._assignment, "student_id": student, "timestamp": time}
            for student, time in times.items()
            if student not in there
        ])  # fmt: skip
        bare = sql.select(submission.id).where(
            own, submission.id.not_in(sql.select(notebook.assignment_id))
        )
        insert(self._db, SubmittedNotebook, [
            {"assignment_id": place, "notebook_id": self._notebook}
            for place in self._db.scalars(bare).all()
        ])  # fmt: skip
        pairs = sql.select(submission.student_id, submission.id, notebook.id).join_from(
            SubmittedAssignment.__table__, SubmittedNotebook.__table__,
            notebook.assignment_id == submission.id,
        ).where(own, notebook.notebook_id == self._notebook)  # fmt: skip
        return {student: (whole, place) for student, whole, place in self._db.execute(pairs)}

    def _penalize(self, penalties: Sequence[tuple[str, float]]) -> None:
        """Say what lateness costs, as nbgrader's own autograde would; None is nothing."""
        from nbgrader.api import SubmittedNotebook

        column = SubmittedNotebook.__table__.c
        old = dict(
            self._db.execute(
                sql.select(column.id, column.late_submission_penalty).where(
                    column.notebook_id == self._notebook
                )
            ).all()
        )
        update(self._db, SubmittedNotebook, [
            {"id": place, "late_submission_penalty": penalty or None}
            for place, penalty in penalties
            if (old[place] or 0.0) != penalty
        ])  # fmt: skip

    def _cells(self, kind: Any, column: Any) -> dict[str, Any]:
        """A column of the notebook's cells of a kind, by their names."""
        rows = self._db.execute(
            sql.select(kind.name, column).where(kind.notebook_id == self._notebook)
        )
        return dict(rows.all())

    def _note(self, written: Sequence[tuple[str, str]]) -> None:
        """Say from which papers these submissions were written."""
        rows = [{"id": submission, "digest": digest} for submission, digest in written]
        column = WRITTEN.c.submission_id
        self._db.execute(sql.delete(WRITTEN).where(column == sql.bindparam("id")), rows)
        self._db.execute(
            sql.insert(WRITTEN).values(
                submission_id=sql.bindparam("id"), digest=sql.bindparam("digest")
            ),
            rows,
        )


def _is_ours(check: str) -> bool:
    """Whether a grade cell is a check cell of ours: others are an instructor's own."""
    return check.startswith(nbgrader.check_id(""))


def _marks(paper: Paper, frame: Frame, language: str) -> dict[str, _Mark]:
    """The mark of each task. What is to be said of the whole is said at the first one."""
    tasks = {task.name: task for task in tasks_of(paper.result)}
    marks, notes = {}, paper.result.untold
    for name in frame.points:
        task = tasks.get(name)
        marks[name] = _Mark(
            float(task.points) if task else 0.0,
            comment_on(task, notes, language),
            any(item.outcome is Outcome.ERROR for item in (task.items if task else ())),
        )
        notes = ()
    return marks
