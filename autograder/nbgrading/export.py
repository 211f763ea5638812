"""`nbgrader export`, with names that hold commas, and without a zero for what was not handed in."""

import csv
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, MissingEntry, Student
from nbgrader.plugins import ExportPlugin

from autograder.record.table import neutral

COLUMNS = ("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
           "raw_score", "late_submission_penalty", "score", "max_score")  # fmt: skip


class CsvExport(ExportPlugin):  # type: ignore[misc]
    """Writes the columns that nbgrader's own exporter does, to a file that is not our grades.csv."""

    def export(self, gradebook: Any) -> None:
        """Write a row for each assignment and student."""
        path = Path(self.to or "nbgrader-grades.csv")
        self.log.info("Exporting grades to %s", path)
        with path.open("w", encoding="utf-8-sig", newline="") as file:  # Excel looks for the mark
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for assignment in gradebook.assignments:
                for student in gradebook.students:
                    if self._is_wanted(assignment, student):
                        writer.writerow(self._row(gradebook, assignment, student))

    def _is_wanted(self, assignment: Assignment, student: Student) -> bool:
        return (not self.assignment or assignment.name in self.assignment) and (
            not self.student or student.id in map(str, self.student)
        )

    def _row(self, gradebook: Any, assignment: Assignment, student: Student) -> list[Any]:
        timestamp: Any = None
        scores: list[float | None] = [None, None, None]
        submission = _handed_in(gradebook, assignment.name, student.id)
        if submission is not None:
            penalty = min(submission.late_submission_penalty or 0.0, max(submission.score, 0.0))
            timestamp = submission.timestamp
            scores = [submission.score, penalty, submission.score - penalty]
        texts = (student.id, student.last_name, student.first_name, student.email)
        return [
            assignment.name, assignment.duedate, timestamp,
            *(neutral(text or "") for text in texts), *scores, assignment.max_score,
        ]  # fmt: skip


def _handed_in(gradebook: Any, assignment: str, student: str) -> Any:
    """A submission that was graded; None where there is none, or one made for an extension alone."""
    try:
        submission = gradebook.find_submission(assignment, student)
    except MissingEntry:
        return None
    scores = [
        score
        for notebook in submission.notebooks
        for grade in notebook.grades
        for score in (grade.auto_score, grade.manual_score)
    ]
    return submission if any(score is not None for score in scores) else None
