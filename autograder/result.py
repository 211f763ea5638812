"""Results: what an item, a submission and a class came to."""

from enum import StrEnum
from itertools import groupby

import msgspec

from autograder.text import Text


class Outcome(StrEnum):
    """How an item ended. Only `ERROR` is ours: it is never the student's loss."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_ATTEMPTED = "not_attempted"
    CRASHED = "crashed"
    TIMEOUT = "timeout"
    ERROR = "error"


OUTCOMES = {
    Outcome.PASSED: Text("통과", "passed"),
    Outcome.FAILED: Text("틀림", "wrong"),
    Outcome.NOT_ATTEMPTED: Text("미작성", "not written"),
    Outcome.CRASHED: Text("실행 오류", "crashed"),
    Outcome.TIMEOUT: Text("시간 초과", "time out"),
    Outcome.ERROR: Text("채점 오류", "grader failed"),
}
SIGNS = {
    Outcome.PASSED: "✓", Outcome.FAILED: "✗", Outcome.NOT_ATTEMPTED: "○",
    Outcome.CRASHED: "!", Outcome.TIMEOUT: "∞", Outcome.ERROR: "‼",
}  # fmt: skip
"""Outcomes where there is no room for a word."""


class Status(StrEnum):
    """What there was to grade."""

    GRADED = "graded"
    MISSING = "missing"
    UNREADABLE = "unreadable"


class ItemResult(msgspec.Struct, frozen=True):
    """One item of one submission."""

    id: str
    function: str
    points: float
    max_points: float
    outcome: Outcome
    mistake: str | None = None
    message: Text | None = None


class Result(msgspec.Struct, frozen=True):
    """One assignment of one student: a line of results.jsonl."""

    student: str
    assignment: str
    status: Status
    score: float
    max_score: float
    late: bool = False
    items: tuple[ItemResult, ...] = ()
    notes: tuple[Text, ...] = ()
    submission_sha256: str | None = None
    graders_sha256: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What identifies the line: (student, assignment)."""
        return self.student, self.assignment

    @property
    def untold(self) -> tuple[Text, ...]:
        """The notes that no item's message holds already."""
        told = [item.message.en for item in self.items if item.message is not None]
        return tuple(n for n in self.notes if not any(n.en in message for message in told))

    @property
    def has_error(self) -> bool:
        """Whether a grader of ours failed somewhere in it."""
        return any(item.outcome is Outcome.ERROR for item in self.items)


Judged = tuple[Result, list[Text]]
"""A result, and what the instructor must hear of it: graders that failed."""


class TaskResult(msgspec.Struct, frozen=True):
    """One function or class of an assignment, with its items."""

    name: str
    points: float
    max_points: float
    items: tuple[ItemResult, ...]


def tasks_of(result: Result) -> list[TaskResult]:
    """The items by task, in the grader's order."""
    order = {item.function: number for number, item in reversed(list(enumerate(result.items)))}
    ordered = sorted(result.items, key=lambda item: order[item.function])
    return [
        TaskResult(
            name,
            total([item.points for item in items]),
            total([item.max_points for item in items]),
            tuple(items),
        )
        for name, group in groupby(ordered, key=lambda item: item.function)
        if (items := list(group))
    ]


def total(points: list[float]) -> float:
    """The sum of points, free of binary noise (0.4 * 10 is 4, not 4.000000000000001)."""
    return round(sum(points, 0.0), 6)


def subtraction(points: float, lost: float) -> str:
    """How it is worked out: "8−1=7" where lateness took a point from a mark, else "8"."""
    return f"{points:g}−{lost:g}={total([points, -lost]):g}" if lost else f"{points:g}"
