"""What a result depends on besides the submission, part by part."""

import hashlib
from collections.abc import Iterable
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import msgspec

from autograder import __version__
from autograder.course import PARTS, Course, Limits
from autograder.errors import CourseError
from autograder.text import unreadable

PACKAGE = Path(__file__).resolve().parent.parent
ENGINE = ("judge/*.py", "sandbox/*.py", "submission.py")


class Basis(msgspec.Struct, frozen=True, dict=True):
    """The parts: a digest each, but for those that are short enough to be told as they are.

    A part that is added later needs a default: the history's older lines must still be read.
    """

    grader: str
    reference: str
    mistakes: str
    engine: str
    version: str
    torch: str
    limits: dict[str, float]
    secret: str
    sandboxed: bool

    @cached_property
    def sha256(self) -> str:
        """One digest of all parts: results that have it in common were graded by the same rules."""
        return _digest(msgspec.json.encode(self))


def bases(course: Course, slugs: Iterable[str], *, sandboxed: bool) -> dict[str, Basis]:
    """By what each of these assignments is graded now."""
    engine = _digest_of_files(*sorted(path for part in ENGINE for path in PACKAGE.glob(part)))
    torch, secret = version("torch"), _digest(course.secret.encode())
    return {
        slug: Basis(
            _digest_of_files(course[slug].grader),
            _digest_of_files(course[slug].solution),
            _digest_of_files(course[slug].mistakes),
            engine,
            __version__,
            torch,
            _plain_limits(course[slug].limits),
            secret,
            sandboxed,
        )
        for slug in slugs
    }


def _plain_limits(limits: Limits) -> dict[str, float]:
    """10 and 10.0 are one limit, whichever way course.toml has it."""
    return {name: float(limit) for name, limit in msgspec.structs.asdict(limits).items()}


def _digest_of_files(*paths: Path) -> str:
    try:
        return _digest(b"".join(path.name.encode() + b"\0" + path.read_bytes() for path in paths))
    except OSError as error:
        raise CourseError(
            unreadable(error.filename, error.strerror),
            PARTS,
        ) from None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
