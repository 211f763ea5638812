"""The course: course.toml, its assignments, and where everything of one assignment lies."""

import difflib
import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import msgspec

from autograder.errors import CourseError
from autograder.late import (
    Extension,
    Policy,
    as_written,
    read_extension,
    read_moment,
    read_policy,
)
from autograder.roster import Row, read_rows
from autograder.text import (
    LANGUAGES,
    Text,
    language_around,
    plain,
    safe_name,
    unwritable,
    verbatim,
)

SLUG = re.compile(r"a\d\d_[a-z0-9_]+")
SPOKEN = re.compile(r"""^language\s*=\s*["'](ko|en)["']""", re.MULTILINE)

NOT_HERE = Text(
    "course.toml이 있는 폴더에서 실행하세요.", "Run from the folder that holds course.toml."
)
PARTS = Text(
    "무엇이 빠졌는지 make check로 확인하세요.",
    "make check says which parts of the course are missing.",
)
CORRECT = Text("파일을 고치고 다시 실행하세요.", "Correct the file and run again.")


Seconds = Annotated[float, msgspec.Meta(gt=0, le=7 * 24 * 3600)]
Mebibytes = Annotated[int, msgspec.Meta(gt=0)]


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one submission may use. Seconds, and mebibytes above the warm process."""

    call_cpu: Seconds = 10
    call_wall: Seconds = 30
    cpu: Seconds = 60
    wall: Seconds = 120
    memory: Mebibytes = 1024
    disk: Mebibytes = 16


class Assignment(msgspec.Struct, frozen=True):
    """One assignment: its slug names its folder or file in every tree."""

    slug: str
    title: Text
    limits: Limits
    root: Path
    due: datetime | None = None
    extensions: dict[str, Extension] = {}

    def due_for(
        self, student: str, due: datetime | None = None, more: timedelta = timedelta()
    ) -> datetime | None:
        """Until when a student has; None where it is not due.

        course.toml's date and extension count. Where it has none, `due` and `more` time do, which are
        the gradebook's.
        """
        due, own = self.due or due, self.extensions.get(student, more)
        return due and (own if isinstance(own, datetime) else due + own)

    @property
    def folder(self) -> Path:
        """What a student may see."""
        return self.root / "assignments" / self.slug

    @property
    def source(self) -> Path:
        """The student's file: text cells and stubs, in jupytext's percent format."""
        return self.folder / f"{self.slug}.py"

    @property
    def self_check(self) -> Path:
        """The public tests."""
        return self.folder / f"test_{self.slug}.py"

    @property
    def solution(self) -> Path:
        """The reference solution."""
        return self.root / "solutions" / self.slug / f"{self.slug}.py"

    @property
    def mistakes(self) -> Path:
        """Known wrong answers, with hints."""
        return self.solution.with_name("mistakes.py")

    @property
    def needs_dynamo(self) -> bool:
        """Whether grading takes steps of an optimizer: the first one imports torch._dynamo."""
        return self.solution.is_file() and b"optim." in self.solution.read_bytes()

    @property
    def equivalent(self) -> Path:
        """Mutants of the reference that no grader could tell from it; need not be there."""
        return self.solution.with_name("equivalent.toml")

    @property
    def accepted(self) -> list[Path]:
        """Other right answers."""
        return sorted(self.solution.with_name("accepted").glob("*.py"))

    @property
    def grader(self) -> Path:
        """The hidden tests."""
        return self.root / "autograder" / "graders" / f"{self.slug}.py"

    @property
    def parts(self) -> dict[Text, Path]:
        """The files an assignment cannot do without, by what they are."""
        return {
            Text("학생용 과제", "student's file"): self.source,
            Text("공개 테스트", "self-check"): self.self_check,
            Text("모범 답안", "reference solution"): self.solution,
            Text("알려진 실수", "file of known mistakes"): self.mistakes,
            Text("채점 코드", "hidden grader"): self.grader,
        }


class Course(msgspec.Struct, frozen=True, dict=True):
    """The course as course.toml tells it."""

    root: Path
    title: Text
    language: str
    assignments: tuple[Assignment, ...]
    db_url: str | None = None
    late: Policy | None = None

    def __getitem__(self, slug: str) -> Assignment:
        for assignment in self.assignments:
            if assignment.slug == slug:
                return assignment
        near = difflib.get_close_matches(slug, self.slugs, 1)
        near = near or [known for known in self.slugs if slug and known.startswith(slug)]
        every = ", ".join(self.slugs)
        raise CourseError(
            Text(f"이름이 {slug!r}인 과제가 없습니다.", f"No assignment is called {slug!r}."),
            Text(f"혹시 {near[0]} 과제인가요?", f"Did you mean {near[0]}?")
            if near
            else Text(f"이 과목의 과제: {every}", f"The course has: {every}"),
        )

    @property
    def slugs(self) -> tuple[str, ...]:
        """The assignments' names, in the course's order."""
        return tuple(assignment.slug for assignment in self.assignments)

    def chosen(self, slugs: Sequence[str]) -> list[str]:
        """The assignments named, or all of the course. Raises CourseError on an unknown name."""
        if not self.slugs:
            raise CourseError(
                Text("이 과목에는 과제가 없습니다.", "The course has no assignments."),
                Text("course.toml의 assignments에 적으세요.", "List them in course.toml."),
            )
        return [self[slug].slug for slug in slugs] or list(self.slugs)

    def needs_dynamo(self, slugs: Iterable[str]) -> bool:
        """Whether grading one of these takes torch._dynamo."""
        return any(self[slug].needs_dynamo for slug in slugs)

    @cached_property
    def roster(self) -> dict[str, str]:
        """Names by student, fit to be shown, from roster.csv (id, name, email); empty without one."""
        return {student: plain(row.name) for student, row in self.people.items()}

    @cached_property
    def people(self) -> dict[str, Row]:
        """The rows of roster.csv by student, who is the id as a folder may be called; empty without one."""
        return {safe_name(row.id): row for row in read_rows(self.root / "roster.csv")}

    @cached_property
    def secret(self) -> str:
        """What the hidden inputs are drawn with; made on first use, never committed."""
        path = self.root / ".course-secret"
        try:
            secret = path.read_text().strip()
        except FileNotFoundError:
            return _make_secret(path)
        if not secret:  # a disk was full, a sync was cut off: anyone could draw the inputs
            raise CourseError(
                Text(f"{path} 파일이 비어 있습니다.", f"{path} is empty."),
                Text(
                    "백업에서 되살리거나 지우세요. 지우면 새로 만들어지고 채점에 쓰는 입력값이 바뀝니다.",
                    "Restore it, or delete it: a new one is made then, and hidden inputs change.",
                ),
            )
        return secret

    def with_secret(self, secret: str) -> "Course":
        """The same course with another's secret: that of the run which a cluster works for."""
        course = msgspec.structs.replace(self)
        course.__dict__["secret"] = secret
        return course

    def seed(self, slug: str, item: str) -> int:
        """The seed of an item's hidden inputs."""
        digest = hashlib.sha256(f"{self.secret}|{slug}|{item}".encode()).digest()
        return int.from_bytes(digest[:7], "big")


class _CourseFile(msgspec.Struct, forbid_unknown_fields=True):
    title: str | Text  # a name that is the same in every language, or two
    assignments: list[str]
    language: str = LANGUAGES[0]
    limits: dict[str, float] = {}
    due: dict[str, Any] = {}
    late: dict[str, Any] = {}
    extensions: dict[str, dict[str, Any]] = {}
    db_url: str | None = None


class _AssignmentFile(msgspec.Struct, forbid_unknown_fields=True):
    title: Text
    limits: dict[str, float] = {}


def load_course(root: Path) -> Course:
    """Read course.toml and each assignment.toml below `root`."""
    file = _read(root / "course.toml", _CourseFile)
    if file.language not in LANGUAGES:
        raise CourseError(
            Text(
                f"course.toml: language 값이 {file.language!r}입니다.",
                f"course.toml: language is {file.language!r}.",
            ),
            Text('language = "ko" 또는 "en"으로 쓰세요.', 'Write language = "ko" or "en".'),
        )
    _require_once(file.assignments)
    _require_known("[due]", file.due, file.assignments)
    for student, more in file.extensions.items():
        _require_known(f"[extensions.{student}]", more, file.assignments)
    _limits(file.limits, Path("course.toml"))
    assignments = tuple(_load_assignment(root, slug, file) for slug in file.assignments)
    policy = read_policy(file.late)
    title = file.title if isinstance(file.title, Text) else verbatim(file.title)
    return Course(root, title, file.language, assignments, file.db_url, policy)


def language_of(root: Path) -> str:
    """The language to speak in `root`: course.toml's, even a broken one's; without one the terminal's."""
    try:
        text = (root / "course.toml").read_text("utf-8", errors="replace")
    except OSError:
        return language_around()
    said = SPOKEN.search(text)
    return said[1] if said else LANGUAGES[0]


def _require_once(slugs: Sequence[str]) -> None:
    for slug, times in Counter(slugs).items():
        if times > 1:
            raise CourseError(
                Text(
                    f"course.toml: assignments 목록에 {slug!r} 과제가 {times}번 있습니다.",
                    f"course.toml: {slug!r} is {times} times among the assignments.",
                ),
                Text("한 번만 남기고 지우세요.", "Leave one of them."),
            )


def _require_known(table: str, slugs: Iterable[str], known: Iterable[str]) -> None:
    strangers = sorted(set(slugs) - set(known))
    if strangers:
        raise CourseError(
            Text(
                f"course.toml: {table}에 적힌 {strangers[0]!r} 과제가 assignments 목록에 없습니다.",
                f"course.toml: {table} names {strangers[0]!r}, which is not among the assignments.",
            ),
            Text(
                "이름을 고치거나 assignments에 추가하세요.",
                "Correct the name, or add it to assignments.",
            ),
        )


def _load_assignment(root: Path, slug: str, course: _CourseFile) -> Assignment:
    if not SLUG.fullmatch(slug):
        raise CourseError(
            Text(
                f"course.toml: 과제 이름으로 쓸 수 없습니다: {slug!r}",
                f"course.toml: {slug!r} is no name for an assignment.",
            ),
            Text("과제 이름은 a01_sigmoid처럼 짓습니다.", "Names look like a01_sigmoid."),
        )
    path = root / "assignments" / slug / "assignment.toml"
    place = path.relative_to(root)
    if not path.is_file():
        raise CourseError(
            Text(
                f"course.toml에 적힌 {slug} 과제의 {place} 파일이 없습니다.",
                f"course.toml lists {slug}, but {place} is missing.",
            ),
            Text(
                f'그 파일에 [title], ko = "…", en = "…"을 쓰거나 목록에서 {slug} 과제를 빼세요.',
                f'Write [title], ko = "…" and en = "…" in it, or take {slug} off the list.',
            ),
        )
    file = _read(path, _AssignmentFile)
    limits = _limits({**course.limits, **file.limits}, place)
    extensions = {
        student: read_extension(more[slug], f"[extensions.{student}] {slug}")
        for student, more in course.extensions.items()
        if slug in more
    }
    return Assignment(slug, file.title, limits, root, _due(slug, course.due.get(slug)), extensions)


def _limits(table: dict[str, float], place: Path) -> Limits:
    try:
        return msgspec.convert(table, Limits, strict=False)
    except msgspec.ValidationError as error:
        known = ", ".join(Limits.__struct_fields__)
        raise CourseError(
            Text(
                f"{place}: [limits]가 올바르지 않습니다. ({error})", f"{place}: [limits]: {error}."
            ),
            Text(
                f"{known}에 0보다 큰 수를 따옴표 없이 쓰세요. (초와 MB)",
                f"Give {known} numbers above 0 without quotes, in seconds and MB.",
            ),
        ) from None


def _due(slug: str, value: Any) -> datetime | None:
    due = read_moment(value)
    if value is not None and due is None:
        raise CourseError(
            Text(
                f"course.toml: {slug} 과제의 마감이 {as_written(value)}입니다.",
                f"course.toml: the due date of {slug} is {as_written(value)}.",
            ),
            Text(
                f"따옴표 없이 쓰세요: {slug} = 2026-12-01T23:59:00",
                f"Write it without quotes: {slug} = 2026-12-01T23:59:00",
            ),
        )
    return due


def _read(path: Path, kind: Any) -> Any:
    try:
        text = path.read_text("utf-8-sig")  # as Notepad on Windows may save it
        return msgspec.convert(tomllib.loads(text), kind)
    except FileNotFoundError:
        raise missing(path, NOT_HERE) from None
    except UnicodeDecodeError:
        raise not_utf8(path) from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, RecursionError) as error:
        raise not_valid(path, error) from None


def missing(path: Path, hint: Text) -> CourseError:
    """A file of the course that is not where it must be."""
    return CourseError(
        Text(
            f"{path.parent} 폴더에 {path.name} 파일이 없습니다.",
            f"{path.name} is not in {path.parent}.",
        ),
        hint,
    )


def no_python(name: str, error: SyntaxError) -> CourseError:
    """A program of the course that Python cannot read."""
    return CourseError(
        Text(
            f"{name}, {error.lineno}번째 줄: {error.msg}",
            f"{name}, line {error.lineno}: {error.msg}.",
        ),
        CORRECT,
    )


def not_valid(path: Path, error: Exception) -> CourseError:
    """A file of the course that does not hold what it must."""
    return CourseError(
        Text(f"{path} 파일이 올바르지 않습니다. ({error})", f"{path}: {error}."), CORRECT
    )


def not_utf8(path: Path) -> CourseError:
    """A text of the course that another editor has saved in its own way."""
    return CourseError(
        Text(f"{path} 파일이 UTF-8이 아닙니다.", f"{path} is not UTF-8."),
        Text("UTF-8로 저장하세요.", "Save it as UTF-8."),
    )


def _make_secret(path: Path) -> str:
    """Make the secret beside its place, then move it there: a run that is killed leaves no half one."""
    import os
    import secrets

    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(32) + "\n")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise CourseError(
            unwritable(path, error.strerror),
            Text(
                "디스크 공간과 쓰기 권한을 확인하고 다시 실행하세요.",
                "Make room or give yourself the right to write there, then run again.",
            ),
        ) from None
    return path.read_text().strip()
