"""Why a mark changed: what differs between two gradings of one student's assignment."""

from collections.abc import Iterator

import msgspec

from autograder.record.basis import Basis
from autograder.record.history import Entry, ItemMark
from autograder.result import Status
from autograder.text import Text

DIGESTS = {
    "grader": Text("채점 코드가 바뀜", "the grader changed"),
    "reference": Text("모범 답안이 바뀜", "the reference changed"),
    "mistakes": Text("알려진 실수(힌트)가 바뀜", "the known mistakes (hints) changed"),
    "secret": Text("과목 비밀값이 달라 숨은 입력이 바뀜", "another secret, so other hidden inputs"),
}
ENGINE = Text("채점 엔진이 바뀜", "the engine changed")
TORCH = Text("torch가 바뀜", "torch changed")
LIMITS = Text("제한이 바뀜", "limits changed")
HANDED_IN = Text("제출함", "handed in")
ANEW = Text("다시 제출함", "handed in anew")
GONE = Text("제출한 파일이 없어짐", "what was handed in is gone")
LATE = Text("이제 지각 제출임", "late now")
IN_TIME = Text("이제 지각 제출이 아님", "no longer late")
COST = Text("지각 감점이 바뀜", "lateness costs something else")
UNSAFE = Text("격리 없이 채점함", "graded without a sandbox")
SANDBOXED = Text("다시 격리하여 채점함", "graded in a sandbox again")
OURS = Text("지난번에 채점 프로그램이 실패했음", "a grader of ours had failed")
AGAIN = Text(
    "바뀐 것 없이 다시 채점함 (--no-cache, 또는 지난 결과가 없었음)",
    "graded again though nothing had changed (--no-cache, or the last result was not there)",
)


class Move(msgspec.Struct, frozen=True):
    """An item that came to something else; None where the grader did not have it."""

    item: str
    old: ItemMark | None
    new: ItemMark | None


def reasons(old: Entry, new: Entry) -> list[Text]:
    """What differs between two gradings, apart from the marks; there is always one."""
    found = [*_submission(old, new), *differences(old.basis, new.basis)]
    return found or [COST if costs_differ(old, new) else OURS if old.has_error else AGAIN]


def costs_differ(old: Entry, new: Entry) -> bool:
    """Whether lateness costs something else now; of an older line that is not known."""
    return None not in (old.deduction, new.deduction) and old.deduction != new.deduction


def moves(old: Entry, new: Entry) -> list[Move]:
    """The items that came to something else, in the grader's order; none from or to no items."""
    if not old.items or not new.items:
        return []
    before, after = ({item.id: item for item in entry.items} for entry in (old, new))
    pairs = [Move(name, before.get(name), after.get(name)) for name in {**after, **before}]
    return [move for move in pairs if move.old != move.new]


def differences(old: Basis, new: Basis) -> Iterator[Text]:
    """What differs between two ways of grading an assignment."""
    for part, text in DIGESTS.items():
        if getattr(old, part) != getattr(new, part):
            yield text
    if (old.engine, old.version) != (new.engine, new.version):
        yield _with(ENGINE, _arrow(old.version, new.version))
    if old.torch != new.torch:
        yield _with(TORCH, _arrow(old.torch, new.torch))
    if old.limits != new.limits:
        yield _with(LIMITS, _limits(old.limits, new.limits))
    if old.sandboxed != new.sandboxed:
        yield SANDBOXED if new.sandboxed else UNSAFE


def _submission(old: Entry, new: Entry) -> Iterator[Text]:
    if old.submission_sha256 != new.submission_sha256:
        was_missing, is_missing = (entry.status is Status.MISSING for entry in (old, new))
        yield GONE if is_missing else HANDED_IN if was_missing else ANEW
    if old.late != new.late:
        yield LATE if new.late else IN_TIME


def _with(text: Text, values: str) -> Text:
    return Text(f"{text.ko} ({values})", f"{text.en} ({values})")


def _arrow(old: object, new: object) -> str:
    return f"{old} → {new}" if old != new else f"{new}"


def _limits(old: dict[str, float], new: dict[str, float]) -> str:
    """Just those that differ."""
    pairs = {name: (old.get(name), new.get(name)) for name in {**new, **old}}
    return ", ".join(
        f"{name} {_arrow(_limit(was), _limit(is_))}"
        for name, (was, is_) in pairs.items()
        if was != is_
    )


def _limit(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"
