"""Attempts: the files of a source that are work, each with its student, assignment and time."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from autograder.collect.layouts import Handed, file_name, marked, placed, student_level
from autograder.collect.match import Match, Matcher, kind_of
from autograder.collect.refused import printable
from autograder.collect.roster import Roster
from autograder.collect.sources import Found, Parts, find_files
from autograder.collect.students import Person
from autograder.result import Text
from autograder.stamp import LONGEST, SECRET, TIMESTAMP, read_secret, read_stamp

_NOWHERE = 1 << 30  # deeper than any path


class Attempt(msgspec.Struct, frozen=True):
    """One file that a student handed in for an assignment; its bytes lie in `path` for now.

    `place` is where in the sources the LMS lists people, `when` what the LMS says of the time,
    `saved` what the file says itself: a student's own zip is believed in that alone.
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

    @property
    def age(self) -> tuple[datetime, datetime, int, str]:
        """What the newest has most of."""
        return self.when, self.saved, self.match.copy, self.origin

    @property
    def hand_in(self) -> tuple[tuple[str, ...], Person]:
        """What was handed in together."""
        return self.place, self.person


class _Draft(msgspec.Struct, frozen=True):
    """A file that is for an assignment, before it is known whose it is."""

    parts: Parts
    origin: str
    time: datetime
    zips: tuple[tuple[int, datetime], ...]
    match: Match
    path: Path
    sha256: str

    @property
    def first_zip(self) -> int:
        return self.zips[0][0] if self.zips else _NOWHERE


_Whose = tuple[_Draft, Handed]


class Gathering:
    """Goes through sources one by one; bytes wait in `staging`, for a class fills the memory."""

    def __init__(self, matcher: Matcher, roster: Roster, staging: Path) -> None:
        self._matcher = matcher
        self._roster = roster
        self._staging = staging
        self._count = 0
        self.attempts: list[Attempt] = []
        self.problems: list[Text] = []

    def add(self, source: Path) -> None:
        """Take what `source` holds."""
        name = source.stem if source.is_file() else source.name
        drafts: list[_Draft] = []
        beside: dict[Parts, Found] = {}
        for found in find_files(source, self._matcher.is_wanted):
            if isinstance(found, Text):
                self.problems.append(found)
            elif found.parts[-1] in (TIMESTAMP, SECRET):
                beside[found.parts] = msgspec.structs.replace(found, data=found.data[:LONGEST])
            elif draft := self._drafted(found, name):
                drafts.append(draft)
        for draft, handed in self._whose(drafts):
            self.attempts.append(self._attempt(draft, handed, beside, source))

    def _drafted(self, found: Found, source: str) -> _Draft | None:
        file = file_name(found.parts)
        match = self._matcher.match(file, (source, *found.parts[:-1]), found.data)
        if match is None:
            self.problems.append(_unmatched(found.origin))
            return None
        self._count += 1
        path = self._staging / str(self._count)
        path.write_bytes(found.data)
        digest = hashlib.sha256(found.data).hexdigest()
        return _Draft(found.parts, found.origin, found.time, found.zips, match, path, digest)

    def _whose(self, drafts: Iterable[_Draft]) -> Iterator[_Whose]:
        """The drafts with who handed them in; what is not told for sure is a problem."""
        by_mark, by_place = [], []
        for draft in drafts:
            handed = marked(draft.parts)
            if handed:
                by_mark.append((draft, handed))
            else:
                by_place.append(draft)
        people = list(self._placed(by_place))
        refused = self._inside_people(by_mark, people) | self._many_in_one(people)
        for draft, handed in (*by_mark, *people):
            if draft.parts[: handed.depth + 1] not in refused:
                yield draft, handed

    def _placed(self, drafts: list[_Draft]) -> Iterator[_Whose]:
        is_slug = self._matcher.is_slug
        paths = [(draft.parts, draft.first_zip) for draft in drafts]
        level = student_level(paths, is_slug, lambda name: bool(self._roster.called(name)))
        for draft in drafts:
            if handed := placed(draft.parts, is_slug, level):
                yield draft, handed
            else:
                self.problems.append(_nobodys(draft.origin))

    def _inside_people(self, by_mark: list[_Whose], people: list[_Whose]) -> set[Parts]:
        """Folders that look like an LMS's but lie in what may be a student's own folder.

        A student could have made them to hand in as somebody else.
        """
        depth = min((handed.depth for _, handed in people), default=_NOWHERE)
        inside = [(draft, handed) for draft, handed in by_mark if handed.depth > depth]
        around = {draft.parts[: depth + 1]: draft.origin for draft, _ in inside}
        self.problems += [_inside(folder[-1], origin) for folder, origin in around.items()]
        return {draft.parts[: handed.depth + 1] for draft, handed in inside}

    def _many_in_one(self, people: list[_Whose]) -> set[Parts]:
        """Folders that were taken for a student but seem to hold several."""
        below: dict[Parts, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for draft, handed in people:
            deeper = draft.parts[handed.depth + 1 : -1]
            names = [name for name in deeper if not self._matcher.is_slug(name)]
            below[draft.parts[: handed.depth + 1]][draft.match.slug].update(names[:1])
        many = {
            folder: slugs for folder, slugs in below.items() if self._are_people(slugs.values())
        }
        self.problems += [_many(folder[-1], slugs) for folder, slugs in many.items()]
        return set(many)

    def _are_people(self, folders: Iterable[set[str]]) -> bool:
        """Whether folders, told by assignment, are rather several students' than one's own."""
        return any(
            len(names) > 1 or any(self._roster.called(name) for name in names) for names in folders
        )

    def _attempt(
        self, draft: _Draft, handed: Handed, beside: Mapping[Parts, Found], source: Path
    ) -> Attempt:
        return Attempt(
            Person(handed.key, handed.name),
            draft.match,
            kind_of(handed.file) or ".py",
            self._when(draft, handed, beside),
            draft.time,
            draft.origin,
            handed.file,
            (str(source), *draft.parts[: handed.depth]),
            draft.path,
            draft.sha256,
            _secret(draft, handed, beside),
        )

    def _when(self, draft: _Draft, handed: Handed, beside: Mapping[Parts, Found]) -> datetime:
        """When it was handed in. What a student's own zip says of time is not believed."""
        own_zips = [time for index, time in draft.zips if index >= handed.depth]
        if own_zips:
            return own_zips[0]
        stamp = beside.get((*draft.parts[:-1], TIMESTAMP)) if handed.dated else None
        if stamp is None:
            return draft.time
        time = read_stamp(stamp.data.decode("utf-8", "replace"))
        if time is None:
            self.problems.append(_no_time(stamp.origin))
            return draft.time
        return time.replace(microsecond=0)


def _secret(draft: _Draft, handed: Handed, beside: Mapping[Parts, Found]) -> str | None:
    """What the exchange returns feedback by, where the file comes from there."""
    found = beside.get((*draft.parts[:-1], SECRET)) if handed.dated else None
    if found is None or any(index >= handed.depth for index, _ in draft.zips):
        return None  # a student's own zip may say anything
    return read_secret(found.data.decode("utf-8", "replace"))


def _unmatched(origin: str) -> Text:
    return Text(
        f"{origin}: 어느 과제인지 알 수 없습니다. 과제 이름으로 바꾸어(예: a01_sigmoid.ipynb) 다시"
        " 모으세요.",
        f"{origin} is for no assignment that can be told. Name it as its assignment"
        " (a01_sigmoid.ipynb, for example) and collect again.",
    )


def _nobodys(origin: str) -> Text:
    return Text(
        f"{origin}: 누구의 것인지 알 수 없습니다. 학생 이름이나 id의 폴더에 넣어 다시 모으세요.",
        f"{origin} is nobody's that can be told. Put it in a folder named as the student and"
        " collect again.",
    )


def _inside(folder: str, origin: str) -> Text:
    folder = printable(folder)
    return Text(
        f"{origin}: LMS의 폴더가 학생의 것일 수 있는 폴더({folder}) 안에 있어서 모으지 않았습니다."
        " LMS의 폴더만 따로 모으세요.",
        f"{origin}: folders of an LMS inside {folder}, which may be a student's own, were not"
        " taken. Collect the LMS's folders by themselves.",
    )


def _many(folder: str, slugs: Mapping[str, set[str]]) -> Text:
    folder = printable(folder)
    inside = printable(", ".join(sorted(set().union(*slugs.values()))))
    return Text(
        f"{folder}: 한 학생의 폴더인지 여러 학생의 폴더인지 알 수 없어서 모으지 않았습니다."
        f" ({inside}) 여러 학생이면 {folder}만 따로 모으고, 한 학생이면 파일을 한 폴더에 두세요.",
        f"{folder} may be one student or several ({inside}), so nothing in it was taken. If it is"
        " several, collect it by itself; if it is one, put the files in one folder.",
    )


def _no_time(origin: str) -> Text:
    return Text(
        f"{origin}: 시각을 읽을 수 없어서 파일의 시각을 썼습니다."
        " 2026-11-24T12:00:00+09:00처럼 쓰고 다시 모으세요.",
        f"{origin} holds no time that can be read, so the file's own time counts. Write it like"
        " 2026-11-24T12:00:00+09:00 and collect again.",
    )
