"""Whose the files of a source are, and for which assignment, by everything that lies there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from autograder.collect.blackboard import explained
from autograder.collect.layouts import (
    MARKED,
    Handed,
    about,
    folders,
    placed,
    read_marks,
    student_level,
)
from autograder.collect.match import Match, Matcher, stem_of
from autograder.collect.refused import printable
from autograder.collect.roster import Roster
from autograder.collect.sources import Found, Parts
from autograder.collect.students import Person
from autograder.text import Text

_NOWHERE = 1 << 30  # deeper than any path
_DAY = r"20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_STUDENT_NUMBER = re.compile(rf"(?<![0-9])(?!{_DAY}(?![0-9]))[0-9]{{7,12}}(?![0-9])")


class Problem(msgspec.Struct, frozen=True):
    """What could not be taken, and whose it was where that can be told."""

    text: Text
    person: Person | None = None


class Draft(msgspec.Struct, frozen=True):
    """A file that may be work, before it is known whose it is and for which assignment."""

    parts: Parts
    origin: str
    time: datetime
    zips: tuple[tuple[int, datetime], ...]
    defined: frozenset[str]
    path: Path
    sha256: str

    @property
    def first_zip(self) -> int:
        """Which of the parts is the outermost zip inside the source."""
        return self.zips[0][0] if self.zips else _NOWHERE


class Work(msgspec.Struct, frozen=True):
    """A draft with who handed it in and what it is for."""

    draft: Draft
    handed: Handed
    match: Match

    @property
    def place(self) -> Parts:
        """Where the LMS lists people."""
        return self.draft.parts[: self.handed.depth]

    @property
    def folder(self) -> Parts:
        """The student's own folder, zip or file."""
        return self.draft.parts[: self.handed.depth + 1]


class Whose:
    """Knows one source by all the names in it; what is not told for sure is a problem."""

    def __init__(self, matcher: Matcher, roster: Roster, lms: str | None) -> None:
        self._matcher = matcher
        self._roster = roster
        self._lms = lms
        self._marks: dict[Parts, Handed] = {}
        self._crowds: set[Parts] = set()
        self._level = 0
        self.problems: list[Problem] = []

    def sort_out(
        self,
        source: str,
        drafts: Sequence[Draft],
        unread: Iterable[Parts],
        beside: Mapping[Parts, Found],
    ) -> list[Work]:
        """The drafts that are somebody's for an assignment; `unread` is what else lies there."""
        drafts = self._marked(drafts, unread, beside)
        matches = {draft.path: match for draft in drafts if (match := self._match(draft, source))}
        drafts = [draft for draft in drafts if draft.path in matches]
        bare = [draft for draft in drafts if draft.parts not in self._marks]
        self._crowds = self._crowds_of(bare)
        self._level = self._level_of(bare)
        refused = self._inside_people(drafts, [handed for _, handed in self._placed(bare)])
        by_mark = [(draft, mark) for draft in drafts if (mark := self._marks.get(draft.parts))]
        by_place = self._placed([draft for draft in drafts if draft.parts not in self._marks])
        works = [Work(draft, whose, matches[draft.path]) for draft, whose in (*by_mark, *by_place)]
        somebodys = {work.draft.path for work in works}
        self.problems += [
            Problem(_nobodys(draft.origin)) for draft in drafts if draft.path not in somebodys
        ]
        refused |= self._many_in_one([work for work in works if not work.handed.lms])
        return [work for work in works if work.folder not in refused]

    def person_of(self, parts: Parts) -> Person | None:
        """Whose something is that was not taken."""
        handed = self._marks.get(parts) or self._place_of(parts)
        return Person(handed.key, handed.name) if handed else None

    # marks

    def _marked(
        self, drafts: Sequence[Draft], unread: Iterable[Parts], beside: Mapping[Parts, Found]
    ) -> list[Draft]:
        """Read the marks; the drafts without those of which two LMSs may have marked the place."""
        paths = [*(draft.parts for draft in drafts), *unread]
        is_student = self._is_student if self._roster else None
        reading = read_marks(paths, self._lms, self._matcher.is_slug, is_student, beside.keys())
        self._marks = {
            parts: self._explained(parts, mark, beside)
            for parts, mark in reading.handed.items()
            if self._lms or not any(map(self._is_student, parts[: mark.depth]))
        }
        unsure: dict[tuple[str, ...], str] = {}  # told once, not for every folder
        sure: list[Draft] = []
        for draft in drafts:
            around = (draft.parts[:depth] for depth in range(len(draft.parts)))
            place = next((place for place in around if place in reading.unsure), None)
            if place is None:
                sure.append(draft)
            else:
                unsure.setdefault(tuple(reading.unsure[place]), draft.origin)
        self.problems += [Problem(_unsure(lmss, origin)) for lmss, origin in unsure.items()]
        return sure

    def _explained(self, parts: Parts, mark: Handed, beside: Mapping[Parts, Found]) -> Handed:
        if mark.lms != "blackboard":
            return mark
        found = beside.get((*parts[: mark.depth], about(parts[mark.depth])))
        text = found.data.decode("utf-8", "replace") if found else None
        return explained(mark, text, lambda name: bool(self._roster.with_key(name)))

    def _is_student(self, name: str) -> bool:
        return bool(self._roster.called(name))

    # assignments

    def _match(self, draft: Draft, source: str) -> Match | None:
        """What it is for, by its own name, else by all that stands around it."""
        mark = self._marks.get(draft.parts)
        file = mark.file if mark else draft.parts[-1]
        around = (source, *draft.parts[:-1], draft.parts[-1].removesuffix(file))
        match = self._matcher.match(file, around, draft.defined)
        if match is None:
            self.problems.append(Problem(_unmatched(draft.origin), self.person_of(draft.parts)))
        return match

    # places

    def _level_of(self, drafts: Iterable[Draft]) -> int:
        paths = [(draft.parts, draft.first_zip) for draft in drafts]
        return student_level(paths, self._matcher.is_slug, self._is_student)

    def _place_of(self, parts: Parts) -> Handed | None:
        if self._lms in MARKED:
            return None
        place = placed(parts, self._matcher.is_slug, self._level, self._lms)
        if place is not None:
            owner = self._matcher.owner(place.key)
            place = msgspec.structs.replace(place, key=owner, name=owner)
        if parts and (place is None or parts[:-1] in self._crowds):
            place = self._in_the_name(parts)
        return place

    def _in_the_name(self, parts: Parts) -> Handed | None:
        """`20240001_김민준_a01_sigmoid.ipynb`, in nobody's folder: whom the roster knows by that."""
        if self._lms not in (None, folders.__name__):
            return None
        name = self._matcher.without_slug(stem_of(parts[-1]))
        rows = self._roster.called(name) if name else []
        if len(rows) != 1:
            return None
        return Handed(rows[0].id, rows[0].name or rows[0].id, parts[-1], len(parts) - 1)

    def _crowds_of(self, drafts: Iterable[Draft]) -> set[Parts]:
        """Folders of nobody on the roster in which files name several people of it."""
        named: dict[Parts, set[str]] = defaultdict(set)
        for draft in drafts:
            if handed := self._in_the_name(draft.parts):
                named[draft.parts[:-1]].add(handed.key)
        return {
            folder
            for folder, keys in named.items()
            if len(keys) > 1 and not any(map(self._is_student, folder))
        }

    def _placed(self, drafts: Iterable[Draft]) -> list[tuple[Draft, Handed]]:
        """Those that lie in a folder which tells whose they are."""
        return [(draft, handed) for draft in drafts if (handed := self._place_of(draft.parts))]

    def _inside_people(self, drafts: Sequence[Draft], people: Iterable[Handed]) -> set[Parts]:
        """See to marks inside what may be a student's own folder; returns what is refused of it.

        A student could have made them to hand in as somebody else. What one person's marks are on is
        the folder's: it may just be an odd name. Moodle's marks are no accident, nor are several people's.
        """
        depth = min((handed.depth for handed in people), default=_NOWHERE)
        inside: dict[Parts, list[Draft]] = defaultdict(list)
        for draft in drafts:
            mark = self._marks.get(draft.parts)
            if mark and mark.depth > depth and not self._lms:
                inside[draft.parts[: depth + 1]].append(draft)
        refused = set()
        for folder, theirs in inside.items():
            marks = [self._marks[draft.parts] for draft in theirs]
            if len({mark.key for mark in marks}) > 1 or marks[0].lms == "moodle":
                self.problems.append(Problem(_inside(folder[-1], theirs[-1].origin)))
                refused |= {
                    draft.parts[: mark.depth + 1] for draft, mark in zip(theirs, marks, strict=True)
                }
            else:
                for draft in theirs:
                    del self._marks[draft.parts]
        return refused

    def _many_in_one(self, works: Iterable[Work]) -> set[Parts]:
        """Folders that were taken for a student but seem to hold several."""
        below: dict[Parts, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for work in works:
            deeper = work.draft.parts[len(work.folder) : -1]
            names = [name for name in deeper if not self._matcher.is_slug(name)]
            if not deeper and not self._is_student(work.folder[-1]):
                names = _STUDENT_NUMBER.findall(work.draft.parts[-1])
            below[work.folder][work.match.slug].update(names[:1])
        many = {
            folder: slugs for folder, slugs in below.items() if self._are_people(slugs.values())
        }
        self.problems += [Problem(_many(folder[-1], slugs)) for folder, slugs in many.items()]
        return set(many)

    def _are_people(self, folders: Iterable[set[str]]) -> bool:
        """Whether folders, told by assignment, are rather several students' than one's own."""
        return any(len(names) > 1 or any(map(self._is_student, names)) for names in folders)


def _unmatched(origin: str) -> Text:
    return Text(
        f"{origin}: 어느 과제인지 알 수 없습니다. 과제 이름으로 바꾸어(예: a01_sigmoid.ipynb) 다시"
        " 모으세요.",
        f"{origin} is for no assignment that can be told. Name it as its assignment"
        " (a01_sigmoid.ipynb, for example) and collect again.",
    )


def _nobodys(origin: str) -> Text:
    return Text(
        f"{origin}: 누구의 것인지 알 수 없습니다. 학생 이름이나 id의 폴더에 넣거나"
        " roster.csv를 만들어 다시 모으세요.",
        f"{origin} is nobody's that can be told. Put it in a folder named as the student, or list"
        " everybody in roster.csv, and collect again.",
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


def _unsure(lmss: Sequence[str], origin: str) -> Text:
    names = ", ".join(lmss)
    return Text(
        f"{origin}: 어느 LMS의 이름인지 알 수 없어서 모으지 않았습니다. ({names})"
        f" --lms {lmss[0]}처럼 알려 주고 다시 모으세요.",
        f"{origin} and what lies beside it may be named by several LMSs ({names}), so it was not"
        f" taken. Say which: --lms {lmss[0]}, for example.",
    )
