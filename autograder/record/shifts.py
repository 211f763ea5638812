"""Whose mark moved, by how much and why: the last grading of each mark and the one before its run."""

from collections.abc import Collection
from pathlib import Path

import msgspec

from autograder.files import read_lines
from autograder.record.changes import costs_differ, moves, reasons
from autograder.record.history import HISTORY, Entry
from autograder.record.results import Key
from autograder.record.trail import told_move
from autograder.result import Status, subtraction, total
from autograder.text import Text

ITEMS = 3  # items named in a line; the history has them all
UNREADABLE = Text("읽을 수 없음", "unreadable")
MISSING = Text("미제출", "missing")


class Shift(msgspec.Struct, frozen=True):
    """A mark before and after."""

    old: Entry
    new: Entry

    @property
    def by(self) -> float:
        """By how many points it moved, after what lateness costs."""
        return total([self.new.score, -self.new.lost, -self.old.score, self.old.lost])

    def mark(self, language: str) -> str:
        """As it is told: "9/12 → 11/12 (+2)", or "9/12" where only its being late has changed."""
        old, new = (_mark(entry, language) for entry in (self.old, self.new))
        if old == new:
            return new
        return f"{old} → {new} ({self.by:+g})"

    def why(self, language: str) -> str:
        """What changed, then the items that came to something else."""
        told = ", ".join(reason.in_language(language) for reason in reasons(self.old, self.new))
        items = [told_move(move, language) for move in moves(self.old, self.new)]
        rest = ["…"] if len(items) > ITEMS else []
        return " · ".join([told, *items[:ITEMS], *rest])


def shifts(out: Path, keys: Collection[Key] | None = None) -> list[Shift]:
    """The marks (of these keys, where there are any) whose last grading moved them; newest first.

    Work that came in where nothing was is no shift: there was no mark.
    """
    last: dict[Key, tuple[Entry | None, Entry]] = {}
    for entry in read_lines(out / HISTORY, Entry):
        if keys is None or entry.key in keys:
            before, latest = last.get(entry.key, (None, None))
            again = latest is not None and entry.run is not None and latest.run == entry.run
            last[entry.key] = before if again else latest, entry
    found = [Shift(old, new) for old, new in last.values() if old is not None and _moved(old, new)]
    return sorted(found, key=lambda shift: -shift.new.time.timestamp())


def _moved(old: Entry, new: Entry) -> bool:
    if old.status is Status.MISSING:
        return False
    return costs_differ(old, new) or (
        (old.score, old.status, old.late) != (new.score, new.status, new.late)
    )


def _mark(entry: Entry, language: str) -> str:
    if entry.status is Status.MISSING:
        return MISSING.in_language(language)
    if entry.status is Status.UNREADABLE:
        return UNREADABLE.in_language(language)
    return f"{subtraction(entry.score, entry.lost)}/{entry.max_score:g}"
