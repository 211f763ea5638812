"""history.jsonl: who was graded when, from which file and by what; a line is never changed.

A run's results pass through the journal, each with its time and its basis. When results.jsonl has
been replaced, the journal's lines go on to the history, and only then is the journal removed. So a
kill at any moment leaves them in the one or the other; those that are in both are written once.
"""

import contextlib
import difflib
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from autograder.errors import KitError
from autograder.files import append, raw_lines, read_lines
from autograder.record.basis import Basis
from autograder.record.results import Journal, Key
from autograder.result import Outcome, Result, Status
from autograder.text import Text, plain

HISTORY = "history.jsonl"
TOLD = 20  # names in a hint


class Grading(Result, frozen=True, kw_only=True):
    """A result as the journal has it: with when and by what it was graded.

    Beside that stand the run, and what lateness cost then.
    """

    time: datetime
    basis: Basis
    run: datetime | None
    deduction: float


class ItemMark(msgspec.Struct, frozen=True):
    """What an item came to."""

    id: str
    points: float
    outcome: Outcome


class Entry(msgspec.Struct, frozen=True):
    """A line of the history: what of a grading is needed to explain a mark.

    `run` is when the run began that it belongs to, `deduction` the points that lateness cost; older
    lines say neither.
    """

    time: datetime
    student: str
    assignment: str
    status: Status
    score: float
    max_score: float
    late: bool
    items: tuple[ItemMark, ...]
    submission_sha256: str | None
    basis: Basis
    run: datetime | None = None
    deduction: float | None = None

    @property
    def key(self) -> Key:
        """Whose mark in which assignment."""
        return self.student, self.assignment

    @property
    def lost(self) -> float:
        """The points that lateness cost, as far as that is known."""
        return self.deduction or 0.0

    @property
    def has_error(self) -> bool:
        """Whether a grader of ours failed somewhere in it."""
        return any(item.outcome is Outcome.ERROR for item in self.items)


def run_of(journal: Journal) -> datetime:
    """When the run began: one that goes on with a killed one began when that did."""
    begun = (entry.run for entry in read_lines(journal.path, Entry) if entry.run)
    return next(begun, None) or datetime.now(UTC)


def last_run(out: Path) -> datetime | None:
    """When the last run began that graded something; None where the history does not say."""
    runs = (entry.run for entry in read_lines(out / HISTORY, Entry))
    return max(filter(None, runs), default=None)


def deductions_told(out: Path, journal: Journal) -> dict[Key, float | None]:
    """What lateness cost each mark when that was last written down."""
    told = {}
    with contextlib.suppress(KitError):  # keep_history tells of it, when the results are safe
        for path in (out / HISTORY, journal.path):
            told.update({entry.key: entry.deduction for entry in read_lines(path, Entry)})
    return told


def graded_now(
    result: Result, basis: Basis, run: datetime | None = None, deduction: float = 0.0
) -> Grading:
    """A result of this moment."""
    now = datetime.now(UTC).replace(microsecond=0)
    fields = msgspec.structs.astuple(result)
    return Grading(*fields, time=now, basis=basis, run=run, deduction=deduction)


def keep_history(out: Path, journal: Journal) -> set[Key]:
    """Add the journal's gradings to the history, but for those that a killed run had added.

    Returns whose they are, of all in the journal: the marks that this run has made.
    """
    path = out / HISTORY
    entries = list(read_lines(journal.path, Entry))
    fresh = dict.fromkeys(map(msgspec.json.encode, entries))
    if fresh:
        for line in raw_lines(path):
            fresh.pop(line, None)
        append(path, b"".join(line + b"\n" for line in fresh), durable=True)
    return {entry.key for entry in entries}


def history_of(out: Path, student: str, slug: str) -> list[Entry]:
    """How someone was graded in an assignment, oldest first. Raises KitError where they were not."""
    path = out / HISTORY
    entries = list(read_lines(path, Entry))
    mine = [entry for entry in entries if entry.student == student]
    if not mine:
        raise KitError(
            Text(
                f"{path} 파일에 {student!r} 학생이 없습니다.",
                f"{path} knows no student called {student!r}.",
            ),
            _nearest(student, {entry.student for entry in entries}),
        )
    found = [entry for entry in mine if entry.assignment == slug]
    if not found:
        raise KitError(
            Text(
                f"{path} 파일에 {plain(student)} 학생의 {slug!r} 과제 기록이 없습니다.",
                f"{path} knows nothing of {plain(student)} in {slug!r}.",
            ),
            _nearest(slug, {entry.assignment for entry in mine}),
        )
    return found


def _nearest(name: str, known: Collection[str]) -> Text:
    if not known:
        return Text(
            "make grade를 처음 실행할 때부터 기록합니다. 다른 곳에 있으면 --out으로 지정하세요.",
            "make grade writes it, from the first run on; --out says where.",
        )
    close = difflib.get_close_matches(name, known, n=1)
    if close:
        return Text(f"혹시 {plain(close[0])} 아닌가요?", f"Did you mean {plain(close[0])}?")
    some = ", ".join(plain(one) for one in sorted(known)[:TOLD])
    some += ", …" if len(known) > TOLD else ""
    return Text(f"있는 이름: {some}", f"It knows: {some}")
