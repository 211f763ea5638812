"""The bench a submission is graded at: judge, sandbox and clock, as every worker has them."""

from contextlib import closing

import msgspec

from autograder.course import Course
from autograder.errors import SandboxUnavailable
from autograder.judge import messages
from autograder.judge.session import Judge
from autograder.result import ItemResult, Judged, Outcome, Result, Status, total
from autograder.sandbox.defendant import Sandboxed
from autograder.sandbox.launch import Zygote
from autograder.submission import Submission
from autograder.text import Text


class Bench:
    """Grades one submission after another."""

    def __init__(self, course: Course, judge: Judge, zygote: Zygote | None) -> None:
        self._course = course
        self._judge = judge
        self._zygote = zygote

    def grade(self, submission: Submission) -> Judged:
        """A submission's result, and what the instructor must hear of it (graders that failed)."""
        if submission.problem is not None:
            return self._without_items(submission, Status.UNREADABLE, submission.problem), []
        slug = submission.assignment
        complaints: list[Text] = []
        with self._defendant(submission) as defendant:
            items = self._judge.grade(slug, defendant, complaints.append)
        notes = [*submission.notes, *map(messages.problem_note, defendant.problems[:20])]
        result = Result(
            submission.student, slug, Status.GRADED,
            total([item.points for item in items]), total([item.max_points for item in items]),
            submission.late, tuple(items), tuple(notes), submission.sha256,
        )  # fmt: skip
        return result, complaints

    def first_loss(self, submission: Submission) -> ItemResult | None:
        """The first item that a submission does not pass; the rest is not run."""
        with self._defendant(submission) as defendant:
            verdicts = self._judge.verdicts(submission.assignment, defendant)
            return next((item for item in verdicts if item.outcome is not Outcome.PASSED), None)

    def missing(self, student: str, slug: str) -> Result:
        """The result of someone who handed in nothing: missing, which is not a grade."""
        return Result(student, slug, Status.MISSING, 0.0, self._max_score(slug))

    def give_up(self, submission: Submission) -> Judged:
        """The result of a submission whose worker died twice: an error of ours, in every item."""
        items = tuple(
            ItemResult(item.id, item.function, 0.0, item.points, Outcome.ERROR, None, messages.OURS)
            for item in self._judge.items(submission.assignment)
        )
        result = self._without_items(submission, Status.GRADED, messages.OURS)
        complaint = Text(
            f"{submission.assignment}: 채점하던 프로세스가 두 번 죽었습니다.",
            f"{submission.assignment}: the worker died twice.",
        )
        return msgspec.structs.replace(result, items=items), [complaint]

    def _defendant(self, submission: Submission) -> closing[Sandboxed]:
        if self._zygote is None:
            raise SandboxUnavailable(
                Text("채점할 샌드박스가 없습니다.", "There is no sandbox to grade in."),
                Text(
                    "채점하는 동안 제출물이 바뀐 듯합니다. 다시 실행하세요.",
                    "What was handed in seems to have changed meanwhile: run again.",
                ),
            )
        slug = submission.assignment
        return closing(Sandboxed(self._zygote, slug, submission.cells, self._course[slug].limits))

    def _without_items(self, submission: Submission, status: Status, note: Text) -> Result:
        return Result(
            submission.student, submission.assignment, status, 0.0,
            self._max_score(submission.assignment), submission.late, (), (note,), submission.sha256,
        )  # fmt: skip

    def _max_score(self, slug: str) -> float:
        return total([item.points for item in self._judge.items(slug)])
