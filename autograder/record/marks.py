"""Marks: what the graders gave, what an instructor changed by hand, what lateness costs.

Results keep the raw points. The gradebook has what was given by hand, and dates have what is late; both
are looked up when a mark is to be shown, so a change needs no regrade. Lateness is worked out last: it
takes its share from the mark that an instructor has changed.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from autograder.course import Course
from autograder.late import Late
from autograder.manual import ByHand
from autograder.record.deductions import Due, deductions
from autograder.record.results import Key
from autograder.result import Result, Status, tasks_of, total


class Book(msgspec.Struct, frozen=True):
    """What a gradebook says of marks: until when a student had, and what was given by hand.

    Where it cannot say when work is due, what the results say of lateness stands.
    """

    due: Due | None = None
    by_hand: ByHand = {}


NO_BOOK = Book()


class Changed(msgspec.Struct, frozen=True):
    """A task that an instructor gave other points, or a comment."""

    task: str
    raw: float
    after: float
    comment: str

    @property
    def added(self) -> float:
        """The points that were added; below zero where some were taken."""
        return total([self.after, -self.raw])


class Mark(msgspec.Struct, frozen=True):
    """What a hand-in comes to, and how."""

    raw: float
    changed: tuple[Changed, ...] = ()
    late: Late = Late()

    @property
    def added(self) -> float:
        """The points that an instructor added by hand; below zero where some were taken."""
        return total([each.added for each in self.changed])

    @property
    def by_hand(self) -> float:
        """The mark before lateness costs anything."""
        return total([self.raw, self.added])

    @property
    def after(self) -> float:
        """The mark that counts."""
        return total([self.by_hand, -self.late.deduction])


Marks = dict[Key, Mark]


def marks(course: Course, results: Iterable[Result], submitted: Path, book: Book) -> Marks:
    """The marks of results, by what is known of lateness and changes now."""
    results = list(results)
    late = {result.key: Late(result.late) for result in results}
    if book.due is not None:
        changed = changed_by_hand(results, book.by_hand)
        late |= deductions(course, changed, submitted, book.due)
    return {
        result.key: Mark(result.score, changes_of(result, book.by_hand), late[result.key])
        for result in results
    }


def mark_of(result: Result, marks: Mapping[Key, Mark]) -> Mark:
    """The mark of a result; the raw one where nothing else is known."""
    return marks.get(result.key) or Mark(result.score, late=Late(result.late))


def changed_by_hand(results: Iterable[Result], by_hand: ByHand) -> list[Result]:
    """The results with the scores that an instructor's changes come to; their items stay raw."""
    return [
        msgspec.structs.replace(
            result, score=Mark(result.score, changes_of(result, by_hand)).by_hand
        )
        for result in results
    ]


def changes_of(result: Result, by_hand: ByHand) -> tuple[Changed, ...]:
    """What was changed of a result's tasks, in the grader's order; of what is not there nothing."""
    manual = {} if result.status is Status.MISSING else by_hand.get(result.key, {})
    raw = {task.name: task.points for task in tasks_of(result)} if manual else {}
    changes = [
        Changed(
            task, raw.get(task, 0.0), manual[task].after(raw.get(task, 0.0)), manual[task].comment
        )
        for task in sorted(manual, key=[*raw, *manual].index)
    ]
    return tuple(each for each in changes if each.added or each.comment)
