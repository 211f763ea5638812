"""Whose the files of a source are, and for which assignment, by everything that lies there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from autograder.collect.blackboard import explained
from autograder.collect.layouts import Handed, Reading, about, read_marks
from autograder.collect.match import Match, Matcher
from autograder.collect.places import Places
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
    """Knows one source by all the names in it; what is not told for sure is a problem.

    Whose a file is says the mark that an LMS has put into its path, else its place.
    """

    def __init__(self, matcher: Matcher, roster: Roster, lms: str | None) -> None:
        self._matcher = matcher
        self._roster = roster
        self._lms = lms
        self._marks: dict[Parts, Handed] = {}
        self._places = Places(matcher, roster, lms)
        self.problems: list[Problem] = []

    def sort_out(
        self,
        source: str,
        drafts: Sequence[Draft],
        unread: Iterable[Parts],
        beside: Mapping[Parts, Found],
    ) -> list[Work]:
        """The drafts that are somebody's for an assignment; `unread` is what else lies there."""
        reading = self._read_marks([*(draft.parts for draft in drafts), *unread], beside)
        self._marks = self._believed(reading.handed, beside)
        drafts = self._sure(drafts, reading.unsure)
        matches = {draft.path: match for draft in drafts if (match := self._match(draft, source))}
        unmatched = [draft for draft in drafts if draft.path not in matches]
        drafts = [draft for draft in drafts if draft.path in matches]
        bare = [draft for draft in drafts if draft.parts not in self._marks]
        paths = [(draft.parts, draft.first_zip) for draft in bare]
        self._places = Places(self._matcher, self._roster, self._lms, paths)
        self.problems += [
            Problem(_unmatched(draft.origin), self.person_of(draft.parts)) for draft in unmatched
        ]
        self._tell_of_misnamed(drafts, matches)
        refused = self._inside_people(drafts, self._depth_of_people(bare))
        works = self._works(drafts, matches)
        refused |= self._many_in_one([work for work in works if not work.handed.lms])
        return [work for work in works if work.folder not in refused]

    def person_of(self, parts: Parts) -> Person | None:
        """Whose something is that was not taken."""
        handed = self._handed(parts)
        return Person(handed.key, handed.name) if handed else None

    def _handed(self, parts: Parts) -> Handed | None:
        """Who handed it in, as far as is known by now."""
        return self._marks.get(parts) or self._places.handed(parts)

    # marks

    def _read_marks(self, paths: Iterable[Parts], beside: Mapping[Parts, Found]) -> Reading:
        is_student = self._roster.knows if self._roster else None
        return read_marks(paths, self._lms, self._matcher.is_slug, is_student, beside.keys())

    def _believed(
        self, marks: Mapping[Parts, Handed], beside: Mapping[Parts, Found]
    ) -> dict[Parts, Handed]:
        """The marks without those inside a folder of somebody on the roster, who could have made them.

        Where the instructor has named the LMS, all are its own.
        """
        return {
            parts: self._explained(parts, mark, beside)
            for parts, mark in marks.items()
            if self._lms or not any(map(self._roster.knows, parts[: mark.depth]))
        }

    def _explained(self, parts: Parts, mark: Handed, beside: Mapping[Parts, Found]) -> Handed:
        """A mark with what Blackboard's text beside the file says."""
        if mark.lms != "blackboard":
            return mark
        found = beside.get((*parts[: mark.depth], about(parts[mark.depth])))
        text = found.data.decode("utf-8", "replace") if found else None
        return explained(mark, text, lambda name: bool(self._roster.with_key(name)))

    def _sure(self, drafts: Iterable[Draft], unsure: Mapping[Parts, Sequence[str]]) -> list[Draft]:
        """The drafts without those in a place that several LMSs may have marked."""
        sure: list[Draft] = []
        origins: dict[tuple[str, ...], str] = {}  # one of each: it is not told for every folder
        for draft in drafts:
            around = (draft.parts[:depth] for depth in range(len(draft.parts)))
            place = next((place for place in around if place in unsure), None)
            if place is None:
                sure.append(draft)
            else:
                origins.setdefault(tuple(unsure[place]), draft.origin)
        self.problems += [Problem(_unsure(lmss, origin)) for lmss, origin in origins.items()]
        return sure

    # assignments

    def _match(self, draft: Draft, source: str) -> Match | None:
        """What it is for, by its own name, else by all that stands around it."""
        mark = self._marks.get(draft.parts)
        file = mark.file if mark else draft.parts[-1]
        around = (source, *draft.parts[:-1], draft.parts[-1].removesuffix(file))
        return self._matcher.match(file, around, draft.defined)

    def _tell_of_misnamed(self, drafts: Iterable[Draft], matches: Mapping[Path, Match]) -> None:
        """Tell of work that is named as one assignment and holds another's."""
        for draft in drafts:
            match = matches[draft.path]
            if other := self._matcher.looks_like(match, draft.defined):
                told = _misnamed(draft.origin, match.slug, other)
                self.problems.append(Problem(told, self.person_of(draft.parts)))

    # people

    def _works(self, drafts: Iterable[Draft], matches: Mapping[Path, Match]) -> list[Work]:
        """The drafts that are somebody's, those with a mark first."""
        works: list[Work] = []
        for draft in sorted(drafts, key=lambda draft: draft.parts not in self._marks):
            handed = self._handed(draft.parts)
            if handed is None:
                self.problems.append(Problem(_nobodys(draft.origin)))
            else:
                works.append(Work(draft, handed, matches[draft.path]))
        return works

    def _depth_of_people(self, bare: Iterable[Draft]) -> int:
        """How deep the outermost folder lies that is a student's by its place."""
        handed = (self._places.handed(draft.parts) for draft in bare)
        return min((each.depth for each in handed if each), default=_NOWHERE)

    def _inside_people(self, drafts: Iterable[Draft], depth: int) -> set[Parts]:
        """See to marks deeper than people's folders lie; returns the folders that are refused.

        A student could have made them to hand in as somebody else. What one person's marks are on is
        the folder's: it may just be an odd name. Moodle's marks are no accident, nor are several people's.
        """
        refused: set[Parts] = set()
        for folder, theirs in self._marked_below(drafts, depth).items():
            marks = [self._marks[draft.parts] for draft in theirs]
            if len({mark.key for mark in marks}) > 1 or marks[0].lms == "moodle":
                self.problems.append(Problem(_inside(folder[-1], theirs[-1].origin)))
                pairs = zip(theirs, marks, strict=True)
                refused.update(draft.parts[: mark.depth + 1] for draft, mark in pairs)
            else:
                for draft in theirs:
                    del self._marks[draft.parts]
        return refused

    def _marked_below(self, drafts: Iterable[Draft], depth: int) -> dict[Parts, list[Draft]]:
        """The drafts whose mark is deeper, by the folder at this depth; none where the LMS is known."""
        below: dict[Parts, list[Draft]] = defaultdict(list)
        for draft in drafts:
            mark = self._marks.get(draft.parts)
            if mark and mark.depth > depth and not self._lms:
                below[draft.parts[: depth + 1]].append(draft)
        return below

    def _many_in_one(self, works: Iterable[Work]) -> set[Parts]:
        """Folders that were taken for a student's but seem to hold several students' work."""
        names: dict[Parts, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for work in works:
            names[work.folder][work.match.slug].update(self._name_inside(work))
        many = {folder: slugs for folder, slugs in names.items() if self._are_people(slugs)}
        self.problems += [Problem(_many(folder[-1], slugs)) for folder, slugs in many.items()]
        return set(many)

    def _name_inside(self, work: Work) -> list[str]:
        """What may name another student inside a student's folder: at most one name.

        It is the outermost folder in it; where there is none and the roster does not know whose the
        folder is, a student number in the file's name.
        """
        deeper = work.draft.parts[len(work.folder) : -1]
        if deeper or self._roster.knows(work.folder[-1]):
            names = [name for name in deeper if not self._matcher.is_slug(name)]
        else:
            names = _STUDENT_NUMBER.findall(work.draft.parts[-1])
        return names[:1]

    def _are_people(self, names: Mapping[str, set[str]]) -> bool:
        """Whether names, by assignment, are rather several students' than one's own folders."""
        return any(len(each) > 1 or any(map(self._roster.knows, each)) for each in names.values())


def _unmatched(origin: str) -> Text:
    return Text(
        f"{origin}: 어느 과제인지 알 수 없습니다. 과제 이름으로 바꾸어(예: a01_sigmoid.ipynb) 다시"
        " 모으세요.",
        f"{origin} is for no assignment that can be told. Name it as its assignment"
        " (a01_sigmoid.ipynb, for example) and collect again.",
    )


def _misnamed(origin: str, slug: str, other: str) -> Text:
    return Text(
        f"{origin}: 이름은 {slug}인데 내용은 {other} 과제로 보입니다. 이름대로 모았으니, 틀렸으면 이름을 고쳐 다시"
        " 모으세요.",
        f"{origin} is named as {slug}, but what it defines is asked for in {other}. It was taken by its"
        " name: if that is wrong, rename it and collect again.",
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
