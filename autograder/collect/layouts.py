"""How LMSs lay files out: who handed a file in, told by the names that lead to it.

Each layout is one function. Those in MARKED know their LMS by marks in the names; those in PLACED
go by the place of a folder, and are asked for what no LMS has marked. To support another LMS,
write its function and add it to the list.
"""

import re
from collections.abc import Callable, Iterable, Sequence

import msgspec

from autograder.collect.sources import Parts

IsSlug = Callable[[str], bool]


class Handed(msgspec.Struct, frozen=True):
    """Who handed a file in, as the LMS tells it, and the file's own name.

    `key` is the LMS's number or user name, `depth` the index of the part that tells the student:
    what is deeper was named by the student. `dated` where a timestamp.txt beside the file counts.
    """

    key: str
    name: str
    file: str
    depth: int
    dated: bool = False

    @property
    def numbered(self) -> bool:
        """Whether the LMS tells people of one name apart."""
        return self.key != self.name


# Moodle writes no underscore in the full name, so the first mark is its own and not a student's.
_MOODLE = re.compile(
    r"(?P<name>.*?)_(?P<number>[0-9]+)_assignsubmission_(?P<what>[a-z]+)(?:_(?P<file>.*))?",
    re.DOTALL,
)


def moodle(parts: Parts) -> Handed | None:
    """`김민준_101_assignsubmission_file_/a01.ipynb`, or `이서연_102_assignsubmission_file_a01.py`.

    A student's own folders may look alike; the outermost mark counts.
    """
    for depth, part in enumerate(parts):
        if mark := _MOODLE.fullmatch(part):
            file = parts[-1] if depth < len(parts) - 1 else mark["file"] or ""
            name = mark["name"].strip() or mark["number"]
            return Handed(mark["number"], name, file if mark["what"] == "file" else "", depth)
    return None


def nbgrader(parts: Parts, is_slug: IsSlug) -> Handed | None:
    """`20240001/a01_sigmoid/a01_sigmoid.ipynb`, a timestamp.txt beside it."""
    if len(parts) == 3 and is_slug(parts[1]) and not is_slug(parts[0]):
        return Handed(parts[0], parts[0], parts[-1], depth=0, dated=True)
    return None


def plain(parts: Parts, is_slug: IsSlug) -> Handed | None:
    """`김민준/a01_sigmoid.ipynb`, or `a01_sigmoid/김민준/제출.ipynb`."""
    for depth, part in enumerate(parts[:-1]):
        if not is_slug(part):
            return Handed(part, part, parts[-1], depth)
    return None


MARKED: Sequence[Callable[[Parts], Handed | None]] = (moodle,)
PLACED: Sequence[Callable[[Parts, IsSlug], Handed | None]] = (nbgrader, plain)


def marked(parts: Parts) -> Handed | None:
    """Who handed a file in, where an LMS marked its name or a folder around it."""
    return next((handed for read in MARKED if (handed := read(parts))), None)


def placed(parts: Parts, is_slug: IsSlug, level: int) -> Handed | None:
    """Who handed a file in, by its place: students' folders lie below `level` other folders."""
    people = [index for index, part in enumerate(parts[:-1]) if not is_slug(part)]
    start = people[level - 1] + 1 if level and len(people) >= level else 0
    for read in PLACED:
        if handed := read(parts[start:], is_slug):
            return msgspec.structs.replace(handed, depth=handed.depth + start)
    return None


def file_name(parts: Parts) -> str:
    """The file's own name, without what the LMS put in front; "" where it was not handed in."""
    handed = marked(parts)
    return handed.file if handed else parts[-1]


def student_level(
    paths: Iterable[tuple[Parts, int]], is_slug: IsSlug, is_student: Callable[[str], bool]
) -> int:
    """How many folders, assignments' aside, lie around the students' folders.

    A zipped class often has one folder around it. It is told from the one student of a small class
    by every path going at least two folders deep, and by not being on the roster. A path comes with
    the index of its first zip: a zip is a student's own.
    """
    people = [
        [part for part in parts[:-1][: zipped + 1] if not is_slug(part)] for parts, zipped in paths
    ]
    people = [names for names in people if names]
    level = 0
    while (
        people
        and all(len(names) > level + 1 for names in people)
        and len({names[level] for names in people}) == 1
        and not is_student(people[0][level])
    ):
        level += 1
    return level
