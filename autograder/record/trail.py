"""The history of one mark for the terminal: when, what, from which file, by what, and why anew."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from autograder.record.changes import Move, moves, reasons
from autograder.record.history import Entry, ItemMark
from autograder.record.marks import Mark
from autograder.result import OUTCOMES, Status, subtraction

SHORT = 12  # digits of a digest: enough to find the file or commit by
TEXTS = {
    "ko": {
        "missing": "미제출", "unreadable": "읽을 수 없음", "late": "지각", "why": "이유",
        "file": "파일", "grader": "채점 코드", "reference": "모범 답안", "engine": "엔진",
        "none": "없음", "unsafe": "격리 없음",
        "by_hand": "formgrader에서 조정",
    },
    "en": {
        "missing": "missing", "unreadable": "unreadable", "late": "late", "why": "why",
        "file": "file", "grader": "grader", "reference": "reference", "engine": "engine",
        "none": "none", "unsafe": "no sandbox",
        "by_hand": "changed in the formgrader",
    },
}  # fmt: skip


def trail(entries: Sequence[Entry], language: str) -> Iterator[tuple[str, list[str]]]:
    """For each grading, oldest first: its headline, and what there is to say of it."""
    for old, new in pairwise([None, *entries]):
        assert new is not None
        changes = _changes(old, new, language) if old else []
        yield _headline(new, language), [*_sources(new, language), *changes]


def told_by_hand(mark: Mark, language: str) -> Iterator[str]:
    """What an instructor changed of the mark after all that, in a line; none where nothing."""
    tasks = [f"{each.task} {each.raw:g} → {each.after:g}" for each in mark.changed if each.added]
    if tasks:
        yield f"{TEXTS[language]['by_hand']}: {mark.raw:g} → {mark.by_hand:g} ({', '.join(tasks)})"


def _headline(entry: Entry, language: str) -> str:
    texts = TEXTS[language]
    time = entry.time.astimezone().strftime("%Y-%m-%d %H:%M:%S %z")
    mark = f"{subtraction(entry.score, entry.lost)}/{entry.max_score:g}"
    status = [] if entry.status is Status.GRADED else [texts[entry.status]]
    late = [texts["late"]] if entry.late else []
    return "  ".join([time, *(status or [mark]), *late])


def _sources(entry: Entry, language: str) -> list[str]:
    texts, basis = TEXTS[language], entry.basis
    sources = [
        f"{texts['file']} {(entry.submission_sha256 or texts['none'])[:SHORT]}",
        f"{texts['grader']} {basis.grader[:SHORT]}",
        f"{texts['reference']} {basis.reference[:SHORT]}",
        f"{texts['engine']} {basis.version} {basis.engine[:SHORT]}",
        f"torch {basis.torch}",
    ]
    return [" · ".join(sources if basis.sandboxed else [*sources, texts["unsafe"]])]


def _changes(old: Entry, new: Entry, language: str) -> list[str]:
    why = ", ".join(reason.in_language(language) for reason in reasons(old, new))
    return [
        f"{TEXTS[language]['why']}: {why}",
        *(told_move(move, language) for move in moves(old, new)),
    ]


def told_move(move: Move, language: str) -> str:
    """As it is told: "bce.values 2 → 0 (wrong)"."""
    outcome = f" ({OUTCOMES[move.new.outcome].in_language(language)})" if move.new else ""
    return f"{move.item} {_points(move.old)} → {_points(move.new)}{outcome}"


def _points(mark: ItemMark | None) -> str:
    return f"{mark.points:g}" if mark else "–"
