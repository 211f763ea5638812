"""Which assignment a file is for: by its name, else by its folder's, else by what it defines."""

import re
import unicodedata
from collections.abc import Iterable, Set
from functools import lru_cache

import msgspec

from autograder.collect.layouts import file_names, is_about
from autograder.collect.sources import Parts, is_archive
from autograder.course import Assignment, Course
from autograder.stamp import BESIDE

# Safari and some editors add the second ending
_KIND = re.compile(r"\.(ipynb|py)(?:\.(?:txt|json))?$", re.IGNORECASE)
INSTEAD = (
    ".html", ".htm", ".pdf", ".doc", ".docx", ".hwp", ".hwpx", ".txt", ".rtf", ".odt", ".gdoc", ".url",
    ".webloc", ".png", ".jpg", ".jpeg",
)  # fmt: skip
FEEDBACK = "_assignfeedback_"  # Moodle packs the teacher's own files, too
LONGEST = 255  # of a name on disk; a zip's may be longer, and slow to search
# each begins with letters, which makes it twenty times as fast as \b(?:def|class)
_DEFINES = (re.compile(r"def\s+(\w+)"), re.compile(r"class\s+(\w+)"))

# What file managers, browsers, JupyterLab and Colab add to a copy, in canonical spelling
_COPY_AFTER = re.compile(
    r"_?\((\d+)\)$|_copy_?(\d*)$|_?복사본_?(\d*)$|(?:의)?_?사본_?(\d*)$|_(?:ipynb|py)$"
)
_COPY_BEFORE = re.compile(r"^(?:copy_(?:\((\d+)\)_)?of|복사본_?(?:\((\d+)\))?|사본)_")


class Match(msgspec.Struct, frozen=True):
    """The assignment a file is for, and which copy of the file it is.

    `sure` where its name is the assignment's, or where it defines something that the assignment
    asks for: a helper beside the student's work is neither.
    """

    slug: str
    sure: bool
    copy: int


class Matcher:
    """Knows the course's assignments by name and by the functions they ask for."""

    def __init__(self, course: Course) -> None:
        self._slugs = {canonical(slug): slug for slug in course.slugs}
        # the longer first, so that a01_conv_pad is not taken for a01_conv
        names = "|".join(sorted(map(re.escape, self._slugs), key=len, reverse=True))
        self._named = re.compile(rf"(?<![a-z0-9])(?:{names or '(?!)'})(?![a-z0-9])")
        spelt = names.replace("_", r"[\s_.\-]+")
        self._first = re.compile(rf"(?:{spelt or '(?!)'})[\s_.\-]+(?=\S)", re.IGNORECASE)
        self._asked = {each.slug: _asked_for(each) for each in course.assignments}
        selfcheck = course.root / "assignments" / "selfcheck"
        self._ours = {"conftest.py", *(path.name for path in selfcheck.glob("*.py"))}

    def is_wanted(self, parts: Parts) -> bool:
        """Whether a file may hold work or tell of it, judged by the names that lead to it."""
        if parts[-1] in BESIDE or is_about(parts[-1]):
            return True
        return all(map(self._may_be_work, file_names(parts)))

    def may_stand_for_work(self, parts: Parts) -> bool:
        """Whether a file is one of those that are handed in by mistake in a notebook's place."""
        return parts[-1].lower().endswith(INSTEAD) and FEEDBACK not in "/".join(parts)

    def _may_be_work(self, name: str) -> bool:
        if name.startswith(("._", "test_")) or name in self._ours:
            return False
        return kind_of(name) is not None or is_archive(name)

    def is_slug(self, folder: str) -> bool:
        """Whether a folder is named as an assignment, and so tells nothing of the student."""
        return canonical(folder) in self._slugs or _split_copy(folder)[0] in self._slugs

    def without_slug(self, name: str) -> str:
        """What is left of a name without an assignment's in it: "김민준" of "김민준_a01_sigmoid"."""
        rest = self._named.sub("", _split_copy(name)[0])
        return re.sub(r"(?:^|_)(?:ipynb|py)(?=_|$)", "", rest).strip("_")

    def owner(self, folder: str) -> str:
        """Whose a folder is that GitHub Classroom named: a01-sigmoid-kimmj is kimmj's."""
        slug = self._first.match(folder)
        return folder[slug.end() :] if slug else folder

    def match(self, file: str, folders: Iterable[str], defined: Set[str]) -> Match | None:
        """The assignment of the file called `file` in `folders`, the outermost first."""
        name, copy = _split_copy(stem_of(file))
        slug = self._slug_in(name)
        if slug and (numbered := re.search(rf"{canonical(slug)}_([0-9]{{1,2}})$", name)):
            name, copy = name[: numbered.start(1) - 1], int(numbered[1])  # Canvas's and Safari's -1
        if slug and name.endswith(canonical(slug)):
            return Match(slug, True, copy)
        slug = slug or self._nearest(folders)
        if slug:
            return Match(slug, not defined.isdisjoint(self._asked[slug]), copy)
        slug = self._best(defined)
        return Match(slug, True, copy) if slug else None

    def looks_like(self, match: Match, defined: Set[str]) -> str | None:
        """Another assignment, of which a file defines most that is named as this one and has none of it."""
        if not match.sure or not defined.isdisjoint(self._asked[match.slug]):
            return None
        other = self._best(defined)
        return (
            other
            if other and 2 * len(defined & self._asked[other]) > len(self._asked[other])
            else None
        )

    def _slug_in(self, name: str) -> str | None:
        found = set(self._named.findall(name))
        return self._slugs[found.pop()] if len(found) == 1 else None

    def _nearest(self, folders: Iterable[str]) -> str | None:
        slugs = (self._slug_in(canonical(folder)) for folder in reversed(list(folders)))
        return next((slug for slug in slugs if slug), None)

    def _best(self, defined: Set[str]) -> str | None:
        fits = {slug: len(defined & asked) for slug, asked in self._asked.items()}
        best = [slug for slug, fit in fits.items() if fit == max(fits.values()) > 0]
        return best[0] if len(best) == 1 else None


def kind_of(name: str) -> str | None:
    """ ".ipynb" or ".py" where the file's name ends like one, else None."""
    ending = _KIND.search(_without_ends(name))
    return f".{ending[1].lower()}" if ending else None


def stem_of(name: str) -> str:
    """The file's name without that ending."""
    return _KIND.sub("", _without_ends(name))


def _without_ends(name: str) -> str:
    """A name without spaces around it and without the dots that Windows drops behind it."""
    return name.strip().rstrip(". ")


@lru_cache(maxsize=4096)  # a class shares its folders
def canonical(name: str) -> str:
    """A name in one spelling: "A01 Sigmoid - Copy" is a01_sigmoid_copy."""
    name = unicodedata.normalize("NFC", name[-LONGEST:]).casefold()
    return re.sub(r"[\s_.\-]+", "_", name).strip("_")


@lru_cache(maxsize=4096)
def _split_copy(stem: str) -> tuple[str, int]:
    """The canonical name without marks of a copy, and the copy's number: 0 is the original."""
    name, copy = canonical(stem), 0
    while mark := _COPY_AFTER.search(name) or _COPY_BEFORE.search(name):
        numbers = [int(number[:9]) for number in mark.groups() if number]
        if "ipynb" not in mark[0] and mark[0] != "_py":
            copy = max(copy, 1, *numbers)
        name = (name[: mark.start()] + name[mark.end() :]).strip("_")
    return name, copy


def _asked_for(assignment: Assignment) -> set[str]:
    """The functions and classes whose stubs the assignment has."""
    try:
        text = assignment.source.read_text("utf-8", errors="replace")
    except OSError:
        return set()
    return set(re.findall(r"^(?:def|class)\s+(\w+)", text, re.MULTILINE))


def defined_in(data: bytes) -> set[str]:
    """What a file defines; a notebook's text is searched as it is, line ends spelt \\n or not."""
    text = data.decode("utf-8", "replace").replace("\\n", "\n")
    found = (match for pattern in _DEFINES for match in pattern.finditer(text))
    return {match[1] for match in found if not _is_word(text[match.start() - 1 : match.start()])}


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
