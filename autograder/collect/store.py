"""Puts attempts in place: the newest in submitted/, whatever it replaces in collected/.

A file is there as it was or as it becomes, never half; what is in place already is not touched.
"""

import hashlib
import re
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from pathlib import Path

import msgspec

from autograder.collect.attempts import Attempt
from autograder.collect.match import kind_of, stem_of
from autograder.collect.refused import Refused
from autograder.course import Assignment
from autograder.files import swap_in
from autograder.stamp import BESIDE, LATE, LMS, SECRET, TIMESTAMP, lms_in, secret_in, stamp_in
from autograder.submission import Unreadable, code_of, parse, released_code
from autograder.text import Text, safe_name

KINDS = (".ipynb", ".py")


class Taken(msgspec.Struct, frozen=True):
    """A file that counts. `changed` where it was not in place before, or has a new time.

    `when` is None where the LMS says no time; then `late` is what it does say.
    """

    student: str
    slug: str
    target: Path
    when: datetime | None
    origin: str
    changed: bool
    late: bool | None = None


class Superseded(msgspec.Struct, frozen=True):
    """A file that no longer counts, and where it is kept."""

    student: str
    slug: str
    target: Path
    when: datetime | None
    origin: str


class Shelf:
    """One student's folders for one assignment, in submitted/ and in collected/."""

    def __init__(
        self, submitted: Path, collected: Path, student: str, assignment: Assignment
    ) -> None:
        self._student = student
        self._assignment = assignment
        self._slug = slug = assignment.slug
        self._home = submitted / student / slug
        self._past = collected / student / slug
        self.superseded: dict[Path, Superseded] = {}
        self.doubts: list[Text] = []

    def put(self, attempts: Iterable[Attempt]) -> list[Taken]:
        """Put the newest attempt of each kind in place and keep the others in collected/."""
        attempts = sorted(attempts, key=lambda attempt: attempt.age)
        chosen = {attempt.kind: attempt for attempt in _worthy(attempts, self._assignment)}
        self._refuse_links()
        kept = {attempt.sha256 for attempt in chosen.values()}
        for attempt in attempts:
            if attempt.sha256 not in kept:  # the same bytes again are no other attempt
                self._keep(
                    attempt.path, attempt.sha256, attempt.file, attempt.handed_in, attempt.origin
                )
        placed = {kind: self._place(attempt) for kind, attempt in chosen.items()}
        newest = max(chosen.values(), key=lambda attempt: attempt.age)
        dated = self._date(newest, placed)
        if newest.secret not in (None, secret_in(self._home)):
            swap_in(self._home / SECRET, newest.secret.encode())
        if newest.lms not in (None, lms_in(self._home)):
            swap_in(self._home / LMS, "\n".join((*newest.lms, "")).encode())
        return [
            Taken(
                self._student,
                self._slug,
                self._target(kind),
                attempt.handed_in,
                attempt.origin,
                placed[kind] or dated,
                attempt.late,
            )
            for kind, attempt in sorted(chosen.items())
        ]

    def _target(self, kind: str) -> Path:
        return self._home / f"{self._slug}{kind}"

    def _place(self, attempt: Attempt) -> bool:
        """Put one file in place; false where it is there already."""
        target = self._target(attempt.kind)
        if target.exists():
            there = _sha256(target)
            if there == attempt.sha256:
                return False
            was, now = self._stamp(), attempt.handed_in
            self._keep(target, there, target.name, was, str(target))
            if was and now and now < was:
                kept = self._kept[there]
                self.doubts.append(_older(f"{self._student}/{self._slug}", now, was, kept))
        swap_in(target, attempt.path.read_bytes())
        return True

    def _keep(self, path: Path, sha256: str, name: str, when: datetime | None, origin: str) -> None:
        """Keep a file in collected/, once."""
        target = self._kept.get(sha256)
        if target is None:
            self._last += 1
            ending = kind_of(name) or ""
            target = self._past / f"{self._last}-{safe_name(stem_of(name))}{ending}"
            swap_in(target, path.read_bytes())
            self._kept[sha256] = target
        self.superseded[target] = Superseded(self._student, self._slug, target, when, origin)

    @cached_property
    def _kept(self) -> dict[str, Path]:
        """What collected/ has already, by its bytes."""
        return {_sha256(path): path for _, path in self._past_files if path.is_file()}

    @cached_property
    def _last(self) -> int:
        """The highest number in collected/."""
        return self._past_files[-1][0] if self._past_files else 0

    @cached_property
    def _past_files(self) -> list[tuple[int, Path]]:
        """What collected/ had at first, in the order of its numbers."""
        paths = self._past.iterdir() if self._past.is_dir() else ()
        numbered = ((re.match("([0-9]+)-", path.name), path) for path in paths)
        return sorted((int(number[1]), path) for number, path in numbered if number)

    def _date(self, newest: Attempt, placed: dict[str, bool]) -> bool:
        """Write when it came where that has to change: the time of the newest file in the folder.

        Where its LMS said no time, late.txt says in its place whether it was late.
        """
        stamp, when = self._stamp(), newest.handed_in
        if when is None:
            if stamp and not any(placed.values()):
                return False  # the same bytes, with a time that was known already
            return self._say(LATE, "yes" if newest.late else "no", in_place_of=TIMESTAMP)
        others = any(self._target(kind).exists() for kind in KINDS if kind not in placed)
        if stamp and (when <= stamp if others or not any(placed.values()) else when == stamp):
            return False
        return self._say(TIMESTAMP, when.isoformat(timespec="seconds"), in_place_of=LATE)

    def _say(self, name: str, text: str, in_place_of: str) -> bool:
        """Write a line beside the work, unless it is there; false where nothing changed."""
        path, other = self._home / name, self._home / in_place_of
        line = f"{text}\n".encode()
        if not other.exists() and path.is_file() and path.read_bytes() == line:
            return False
        swap_in(path, line)
        other.unlink(missing_ok=True)
        return True

    def _stamp(self) -> datetime | None:
        stamp = stamp_in(self._home)
        return stamp and stamp.replace(microsecond=0)  # as precise as what we write

    def _refuse_links(self) -> None:
        """Raise Refused where a link would lead the writing elsewhere."""
        files = [*map(self._target, KINDS), *(self._home / name for name in BESIDE)]
        folders = [self._home.parent, self._home, self._past.parent, self._past]
        for path in (*folders, *files):
            if path.is_symlink():
                raise Refused(
                    f"{path}: 링크라서 아무것도 쓰지 않았습니다. 링크를 지우고 다시 모으세요.",
                    f"{path} is a link, so nothing was written there. Remove it and collect again.",
                )


def _older(what: str, now: datetime, was: datetime, kept: Path) -> Text:
    new, old = (f"{time.astimezone():%Y-%m-%d %H:%M}" for time in (now, was))
    return Text(
        f"{what}: 전에 수거한 것({old})보다 먼저 제출한 것({new})으로 바꾸었습니다. 잘못 수거했다면 나중에 제출한"
        f" 것을 다시 수거하세요. 바꾸기 전의 파일은 {kept}에 있습니다.",
        f"{what}: what was collected now ({new}) was handed in before what lay there ({old}), and counts"
        f" in its place. If that is wrong, collect the later one again; what lay there is {kept} now.",
    )


def _worthy(attempts: Iterable[Attempt], assignment: Assignment) -> list[Attempt]:
    """The attempts that may count: no helper does where the work itself lies beside it.

    Nor does a copy of what was released: JupyterLab's "Duplicate" calls it a01_sigmoid-Copy1, as if
    it were the newer one.
    """
    attempts = list(attempts)
    sure = {attempt.hand_in for attempt in attempts if attempt.match.sure}
    worthy = [each for each in attempts if each.match.sure or each.hand_in not in sure]
    if len({each.kind for each in worthy}) == len(worthy):
        return worthy
    released = {each.path for each in worthy if _is_released(each, assignment)}
    worked = {(each.hand_in, each.kind) for each in worthy if each.path not in released}
    return [
        each
        for each in worthy
        if each.path not in released or (each.hand_in, each.kind) not in worked
    ]


def _is_released(attempt: Attempt, assignment: Assignment) -> bool:
    """Whether nothing was written; of what cannot be read that is not known."""
    try:
        cells = parse(attempt.path.read_bytes(), f"{assignment.slug}{attempt.kind}")
    except Unreadable:
        return False
    return code_of(cells) == released_code(assignment)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
