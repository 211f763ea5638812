"""Attempts: the files of a source that are work, each with its student, assignment and time."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from autograder.collect.layouts import is_about
from autograder.collect.match import Match, Matcher, defined_in, kind_of
from autograder.collect.roster import Roster
from autograder.collect.sources import Found, Parts, Unread, find_files
from autograder.collect.students import Person
from autograder.collect.whose import Draft, Problem, Whose, Work
from autograder.stamp import (
    BESIDE,
    LATE,
    LMS,
    LONGEST,
    SECRET,
    TIMESTAMP,
    read_late,
    read_lms,
    read_secret,
    read_stamp,
)  # fmt: skip
from autograder.text import Text


class Attempt(msgspec.Struct, frozen=True):
    """One file that a student handed in for an assignment; its bytes lie in `path` for now.

    `place` is where in the sources the LMS lists people, `when` what the LMS says of the time,
    `saved` what the file says itself: a student's own zip is believed in that alone. Where the LMS
    says no more than whether it was `late`, `when` is the time by which it was there, and `number`
    tells what is newer.
    """

    person: Person
    match: Match
    kind: str
    when: datetime
    saved: datetime
    origin: str
    file: str
    place: tuple[str, ...]
    path: Path
    sha256: str
    secret: str | None = None
    late: bool | None = None
    number: int = 0
    lms: tuple[str, str] | None = None

    @property
    def age(self) -> tuple[datetime, int, datetime, int, str]:
        """What attempts are sorted by: the newest has the greatest."""
        return self.when, self.number, self.saved, self.match.copy, self.origin

    @property
    def handed_in(self) -> datetime | None:
        """When it came, where the LMS says that."""
        return self.when if self.late is None else None

    @property
    def hand_in(self) -> tuple[tuple[str, ...], Person]:
        """What was handed in together."""
        return self.place, self.person


class Gathering:
    """Goes through sources one by one; bytes wait in `staging`, for a class fills the memory."""

    def __init__(self, matcher: Matcher, roster: Roster, staging: Path, lms: str | None) -> None:
        self._matcher = matcher
        self._roster = roster
        self._staging = staging
        self._lms = lms
        self._count = 0
        self.attempts: list[Attempt] = []
        self.problems: list[Problem] = []

    def add(self, source: Path) -> None:
        """Take what `source` holds."""
        drafts: list[Draft] = []
        unread: list[Unread] = []
        beside: dict[Parts, Found] = {}
        for found in find_files(source, self._matcher.is_wanted):
            if isinstance(found, Unread):
                if not found.passed_over or self._matcher.may_stand_for_work(found.parts):
                    unread.append(found)
            elif found.parts[-1] in BESIDE or is_about(found.parts[-1]):
                beside[found.parts] = msgspec.structs.replace(found, data=found.data[:LONGEST])
            else:
                drafts.append(self._drafted(found))
        name = source.stem if source.is_file() else source.name
        whose = Whose(self._matcher, self._roster, self._lms)
        works = whose.sort_out(name, drafts, [each.parts for each in unread if each.parts], beside)
        self.problems += self._unread(unread, whose, works)
        self.problems += whose.problems
        made = _made(works)
        for work in works:
            self.attempts.append(self._attempt(work, beside, str(source), made[work.place]))

    def _unread(self, unread: list[Unread], whose: Whose, works: list[Work]) -> Iterator[Problem]:
        """What could not be read; what is no work, once for each who has handed in nothing else."""
        busy = {Person(work.handed.key, work.handed.name) for work in works}
        busy |= {problem.person for problem in whose.problems if problem.person is not None}
        for each in sorted(unread, key=lambda each: each.idle):
            person = whose.person_of(each.parts)
            nobodys = person is None and each.passed_over
            if not (each.idle and (person in busy or nobodys)):
                yield Problem(each.text, person)
            if person is not None:
                busy.add(person)

    def _drafted(self, found: Found) -> Draft:
        self._count += 1
        path = self._staging / str(self._count)
        path.write_bytes(found.data)
        digest = hashlib.sha256(found.data).hexdigest()
        defined = frozenset(defined_in(found.data))
        return Draft(found.parts, found.origin, found.time, found.zips, defined, path, digest)

    def _attempt(
        self, work: Work, beside: Mapping[Parts, Found], source: str, made: datetime
    ) -> Attempt:
        draft, handed = work.draft, work.handed
        texts = {name: _text(work, beside, name) for name in BESIDE}
        said = None if texts[TIMESTAMP] else read_late(texts[LATE] or "")
        return Attempt(
            Person(handed.key, handed.name),
            work.match,
            kind_of(handed.file) or ".py",
            made if handed.number else self._when(work, texts[TIMESTAMP]),
            draft.time,
            draft.origin,
            handed.file,
            (source, *work.place),
            draft.path,
            draft.sha256,
            read_secret(texts[SECRET] or "") if not _zipped(work) else None,
            handed.late if said is None else said,
            handed.number,
            (handed.lms, work.folder[-1]) if handed.lms else read_lms(texts[LMS] or ""),
        )

    def _when(self, work: Work, stamp: str | None) -> datetime:
        """When it was handed in. What a student's own zip says of time is not believed."""
        if work.handed.time is not None:
            return work.handed.time
        if own_zips := _zipped(work):
            return own_zips[0]
        if stamp is None:
            return work.draft.time
        time = read_stamp(stamp)
        if time is None:
            origin = work.draft.origin.removesuffix(work.draft.parts[-1]) + TIMESTAMP
            person = Person(work.handed.key, work.handed.name)
            self.problems.append(Problem(_no_time(origin), person))
            return work.draft.time
        return time.replace(microsecond=0)


def _made(works: list[Work]) -> dict[Parts, datetime]:
    """When an LMS packed what lies in a place: one time for all, though packing takes seconds."""
    made: dict[Parts, datetime] = {}
    for work in works:
        made[work.place] = max(work.draft.time, made.get(work.place, work.draft.time))
    return made


def _zipped(work: Work) -> list[datetime]:
    """The times of the student's own zips around a file."""
    return [time for index, time in work.draft.zips if index >= work.handed.depth]


def _text(work: Work, beside: Mapping[Parts, Found], name: str) -> str | None:
    """What stands in a file of ours or the exchange's beside the work, where it can be no student's."""
    found = beside.get((*work.draft.parts[:-1], name))
    if found is None or not work.handed.dated or _zipped(work):
        return None
    return found.data.decode("utf-8", "replace")


def _no_time(origin: str) -> Text:
    return Text(
        f"{origin}: 시각을 읽을 수 없어서 파일의 시각을 썼습니다."
        " 2026-11-24T12:00:00+09:00처럼 쓰고 다시 모으세요.",
        f"{origin} holds no time that can be read, so the file's own time counts. Write it like"
        " 2026-11-24T12:00:00+09:00 and collect again.",
    )
