"""How LMSs lay files out: who handed a file in, told by the names that lead to it.

Each LMS is one function. Those in MARKED know the marks that their LMS puts into a name; those in
PLACED go by the place of a folder, and are asked for what bears no mark. To support another LMS,
write its function and add it to the list.

Which LMS it was is told by all names that lie in one place, never by one of them: an LMS marks every
file, and what stands behind its mark was named by a student, be it as another LMS names files. So the
LMS is the one whose mark most files of the place bear. Where two marks stand on as many it is asked for,
unless Blackboard's .txt lies beside each: Canvas would have numbered the two files differently. Google
Classroom's " - " is in many names, so it gives way to the others, and to a folder that may be a
student's own.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from autograder.collect.sources import Parts
from autograder.stamp import read_stamp

IsSlug = Callable[[str], bool]
IsStudent = Callable[[str], bool]


class Handed(msgspec.Struct, frozen=True):
    """Who handed a file in, as the LMS tells it, and the file's own name.

    `key` is the LMS's number or user name, `depth` the index of the part that tells the student:
    what is deeper was named by the student. `dated` where a timestamp.txt beside the file counts.
    `time` and `number` are what the mark says of when it came, `late` what it says in place of that.
    `work` is false for what the LMS keeps beside it, such as a text that was typed in.
    """

    key: str
    name: str
    file: str
    depth: int = 0
    dated: bool = False
    time: datetime | None = None
    number: int = 0
    late: bool | None = None
    work: bool = True
    lms: str = ""

    @property
    def numbered(self) -> bool:
        """Whether the LMS tells people of one name apart."""
        return self.key != self.name


# Moodle writes no underscore in the full name, so the first mark is its own and not a student's.
_MOODLE = re.compile(
    r"(?P<name>[^_]*)_(?P<number>[0-9]+)_assignsubmission_(?P<what>[a-z]+)(?:_(?P<file>.*))?",
    re.DOTALL,
)
# Canvas writes names small and without an underscore beside a number; LATE is its own word. Of a name
# in letters that it does not write nothing is left.
_CANVAS = re.compile(
    r"(?:(?P<name>\w*?)_(?P<late>LATE_)?(?P<id>[0-9]+)"
    r"|(?P<late2>LATE_)?anon_(?P<anon>[0-9A-Za-z]+)(?P<late3>_LATE)?)"
    r"_(?P<attachment>[0-9]+)_(?P<file>.+)",
    re.DOTALL,
)
_BLACKBOARD = re.compile(
    r"(?P<before>.+?)_attempt_(?P<time>[0-9]{4}(?:-[0-9]{2}){5})(?:_(?P<file>.*)|(?P<about>\.txt))?",
    re.DOTALL,
)
_BRIGHTSPACE = re.compile(
    r"(?P<id>[0-9]+)-[0-9]+ - (?P<name>.+?) - (?P<day>[A-Z][a-z]{2} [0-9]{1,2}, [0-9]{4}) "
    r"(?P<clock>[0-9]{3,4}) (?P<half>[AP]M)(?: - (?P<file>.+))?",
    re.DOTALL,
)
_EXCHANGE = re.compile(
    r"(?P<user>[^+]+)\+[^+]+\+(?P<time>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:.]+ [^+]+)(?:\+.*)?",
    re.DOTALL,
)
_CLASSROOM = re.compile(r"(?P<name>[^_]{1,100}?) - (?P<file>.+)", re.DOTALL)


def moodle(part: str) -> Handed | None:
    """`김민준_101_assignsubmission_file_` with files in it, `이서연_102_assignsubmission_file_a01.py`."""
    mark = _MOODLE.fullmatch(part)
    if mark is None:
        return None
    name = mark["name"].strip() or mark["number"]
    return Handed(mark["number"], name, mark["file"] or "", work=mark["what"] == "file")


def canvas(part: str) -> Handed | None:
    """`kimminjun_LATE_101_5551_a01_sigmoid-1.ipynb`, `anon_x7Kq2_5551_a01_sigmoid.ipynb`.

    The name to sort by, small and in one word; the user's number, the file's number (which grows with
    time). It does not say when a file came, but LATE where that was after Canvas's own due date.
    """
    mark = _CANVAS.fullmatch(part)
    if mark is None or (mark["name"] or "").lower() != (mark["name"] or ""):
        return None
    key = mark["id"] or f"anon_{mark['anon']}"
    late = any(mark[each] for each in ("late", "late2", "late3"))
    number = int(mark["attachment"][:30])
    return Handed(key, mark["name"] or key, mark["file"], number=number, late=late)


def blackboard(part: str) -> Handed | None:
    """`과제 1_kim_m_attempt_2026-11-24-12-00-00_a01_sigmoid.ipynb`: the key is "과제 1_kim_m" here.

    Where the assignment's name ends and the user's begins, the .txt beside it tells (blackboard.py).
    """
    mark = _BLACKBOARD.fullmatch(part)
    if mark is None:
        return None
    try:
        time = datetime(*map(int, mark["time"].split("-"))).astimezone()  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        return None
    before, file = mark["before"], mark["file"] or ""
    return Handed(before, before, file, time=time, work=not mark["about"])


def brightspace(part: str) -> Handed | None:
    """`12345-67890 - Minjun Kim - Nov 24, 2026 1005 PM` with files in it, or ` - a01_sigmoid.ipynb`."""
    mark = _BRIGHTSPACE.fullmatch(part)
    if mark is None:
        return None
    said = f"{mark['day']} {mark['clock']:0>4} {mark['half']}"
    try:
        time = datetime.strptime(said, "%b %d, %Y %I%M %p").astimezone()
    except (ValueError, OverflowError):
        return None
    return Handed(mark["id"], mark["name"].strip(), mark["file"] or "", time=time)


def exchange(part: str) -> Handed | None:
    """`kim+a01_sigmoid+2026-11-24 03:00:00.25 UTC+c2FsdA`, as nbgrader's exchange keeps what came in."""
    mark = _EXCHANGE.fullmatch(part)
    if mark is None:
        return None
    user = mark["user"]
    time = read_stamp(mark["time"])  # None for a zone like KST: the timestamp.txt tells it better
    return Handed(user, user, "", dated=True, time=time and time.replace(microsecond=0))


def about(name: str) -> str:
    """The name of the .txt that Blackboard lays beside a file; "" where there can be none."""
    mark = _BLACKBOARD.fullmatch(name)
    return f"{mark['before']}_attempt_{mark['time']}.txt" if mark else ""


def is_about(name: str) -> bool:
    """Whether a file is such a .txt."""
    return name == about(name)


def classroom(part: str) -> Handed | None:
    """`김민준 - a01_sigmoid (1).ipynb`: a folder of Google Drive that Classroom filled."""
    mark = _CLASSROOM.fullmatch(part)
    return mark and Handed(mark["name"].strip(), mark["name"].strip(), mark["file"].strip())


def nbgrader(parts: Parts, is_slug: IsSlug) -> Handed | None:
    """`20240001/a01_sigmoid/a01_sigmoid.ipynb`, a timestamp.txt beside it."""
    if len(parts) == 3 and is_slug(parts[1]) and not is_slug(parts[0]):
        return Handed(parts[0], parts[0], parts[-1], depth=0, dated=True)
    return None


def folders(parts: Parts, is_slug: IsSlug) -> Handed | None:
    """`김민준/a01_sigmoid.ipynb`, or `a01_sigmoid/김민준/제출.ipynb`."""
    for depth, part in enumerate(parts[:-1]):
        if not is_slug(part):
            return Handed(part, part, parts[-1], depth)
    return None


MARKED: Mapping[str, Callable[[str], Handed | None]] = {
    each.__name__: each for each in (moodle, canvas, blackboard, brightspace, exchange, classroom)
}
PLACED: Mapping[str, Callable[[Parts, IsSlug], Handed | None]] = {
    each.__name__: each for each in (nbgrader, folders)
}
ROOM = {classroom.__name__}
LMSS = (*MARKED, *PLACED)

Marks = dict[str, Handed]


class Reading(msgspec.Struct, frozen=True):
    """Who handed in what bears a mark; `unsure` are the places where two LMSs may have marked it."""

    handed: dict[Parts, Handed]
    unsure: dict[Parts, list[str]]


def read_marks(
    paths: Iterable[Parts],
    lms: str | None,
    is_slug: IsSlug,
    is_student: IsStudent | None = None,
    abouts: Collection[Parts] = (),
) -> Reading:
    """Read the marks in all these paths; `lms` is the one LMS to think of, where it is known.

    `is_student` asks the roster, where there is one; `abouts` are the .txt that may be Blackboard's.
    """
    paths = list(dict.fromkeys(paths))
    places: dict[Parts, dict[Parts, Marks]] = defaultdict(dict)
    for parts in paths:
        depth, marks = _outermost(parts, lms, is_slug)
        places[parts[:depth]][parts] = marks
    bare = [p for files in places.values() for p, marks in files.items() if not marks.keys() - ROOM]
    handed: dict[Parts, Handed] = {}
    unsure: dict[Parts, list[str]] = {}
    for place, files in places.items():
        fits = [lms] if lms else _best(files)
        if fits == ["classroom"] and not lms:
            fits = _classrooms(place, files, bare, is_slug, is_student)
        if len(fits) > 1 and all((*place, about(parts[len(place)])) in abouts for parts in files):
            fits = ["blackboard"]
        if len(fits) > 1:
            unsure[place] = fits
        for parts, marks in files.items():
            if len(fits) == 1 and fits[0] in marks:
                handed[parts] = marks[fits[0]]
    return Reading(handed, unsure)


def _outermost(parts: Parts, lms: str | None, is_slug: IsSlug) -> tuple[int, Marks]:
    """How deep the outermost mark is, and what each LMS would read there."""
    for depth, part in enumerate(parts):
        marks: Marks = {}
        for name, read in MARKED.items():
            is_file = depth == len(parts) - 1
            if lms in (None, name) and (is_file or read is not classroom) and (mark := read(part)):
                file = (mark.file if is_file else parts[-1]) if mark.work else ""
                marks[name] = msgspec.structs.replace(mark, file=file, depth=depth, lms=name)
        if "classroom" in marks and is_slug(marks["classroom"].name):
            del marks["classroom"]  # "a01_sigmoid - Copy.ipynb"
        if marks:
            return depth, marks
    return len(parts) - 1, {}


def _best(files: Mapping[Parts, Marks]) -> list[str]:
    """The LMSs whose mark most files of a place bear; Classroom only where no other does."""
    bearing = Counter(name for marks in files.values() for name in marks)
    room = bearing.pop("classroom", 0)
    most = max(bearing.values(), default=0)
    return ["classroom"] if room > most else [name for name, n in bearing.items() if n == most]


def _classrooms(
    place: Parts,
    files: Mapping[Parts, Marks],
    bare: Sequence[Parts],
    is_slug: IsSlug,
    is_student: IsStudent | None,
) -> list[str]:
    """Whether a place is Classroom's: "과제 1/김민준 - a.ipynb" may as well be "김민준/과제 1 - a.ipynb".

    It is where no folder around could be a student's. Else each file must name somebody, and more than
    one; the roster must know one of them, or, without a roster, there must be no other such folder.
    `bare` are the paths that bear no other mark.
    """
    if all(map(is_slug, place)):
        return ["classroom"]
    names = {marks["classroom"].name for marks in files.values() if "classroom" in marks}
    beside = sum(parts[:-1] == place for parts in bare)
    if len(names) < 2 or beside > sum("classroom" in marks for marks in files.values()):
        return []
    if is_student is not None:
        return ["classroom"] if any(map(is_student, names)) else []
    alone = all(parts[: len(place)] == place for parts in bare if not all(map(is_slug, parts[:-1])))
    return ["classroom"] if alone else ["classroom", "folders"]


def placed(parts: Parts, is_slug: IsSlug, level: int, lms: str | None = None) -> Handed | None:
    """Who handed a file in, by its place: students' folders lie below `level` other folders."""
    people = [index for index, part in enumerate(parts[:-1]) if not is_slug(part)]
    start = people[level - 1] + 1 if level and len(people) >= level else 0
    for name, read in PLACED.items():
        if lms in (None, name) and (handed := read(parts[start:], is_slug)):
            return msgspec.structs.replace(handed, depth=handed.depth + start)
    return None


def file_names(parts: Parts) -> Collection[str]:
    """The names that the file itself may have, without what an LMS may have put in front.

    "" stands for one that was not handed in as a file.
    """
    _, marks = _outermost(parts, None, lambda name: False)
    return {mark.file for mark in marks.values()} or {parts[-1]}


def student_level(
    paths: Iterable[tuple[Parts, int]], is_slug: IsSlug, is_student: IsStudent
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
