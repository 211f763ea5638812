"""Lays out a new assignment: the mirrored files with a working example, and its name in course.toml.

`template/` is an assignment like any other, called a00_example.
"""

import re
import tomllib
from pathlib import Path

from autograder.course import SLUG, Course
from autograder.errors import CourseError
from autograder.files import write_atomically
from autograder.text import Text

EXAMPLE = "a00_example"
TEMPLATE = Path(__file__).with_name("template")
_NAMES = re.compile(
    r"""
    ^assignments [ \t]* = [ \t]* \[
    (?: \s | \#[^\n]* | , | (?P<name> "[^"\n]*" | '[^'\n]*') )*
    \]
    """,
    re.MULTILINE | re.VERBOSE,
)


def new_assignment(course: Course, slug: str) -> list[Path]:
    """Write the files of the assignment `slug`, in which `check` finds nothing to mend."""
    files = {course.root / name.replace(EXAMPLE, slug): text for name, text in _template().items()}
    _require_free(course, slug, list(files))
    course_toml = course.root / "course.toml"
    listed = _listed(course_toml.read_text("utf-8"), slug)
    for path, text in files.items():
        write_atomically(path, text.replace(EXAMPLE, slug).encode())
    write_atomically(course_toml, listed.encode())  # last: what it names is there
    return list(files)


def _template() -> dict[str, str]:
    """The example's files, by their place in a course."""
    return {
        str(path.relative_to(TEMPLATE)): path.read_text("utf-8")
        for path in sorted(TEMPLATE.rglob("*"))
        if path.suffix in (".py", ".toml")
    }


def _require_free(course: Course, slug: str, files: list[Path]) -> None:
    """Raise a CourseError where no assignment can be called `slug`."""
    if not SLUG.fullmatch(slug):
        raise CourseError(
            Text(
                f"과제 이름으로 쓸 수 없습니다: {slug!r}", f"{slug!r} is no name for an assignment."
            ),
            Text(
                f"글자 a, 숫자 두 자리, 밑줄, 영어 소문자로 짓습니다: {_next(course)}_rnn",
                f"A letter a, two digits and small letters: {_next(course)}_rnn",
            ),
        )
    for taken in course.slugs:
        if taken[:3] == slug[:3]:
            free = f"{_next(course)}{slug[3:]}"
            raise CourseError(
                Text(
                    f"{slug[:3]} 번호는 이미 쓰고 있습니다: {taken}",
                    f"{slug[:3]} is taken: {taken}.",
                ),
                Text(f"다른 번호를 쓰세요: {free}", f"Take another number: {free}"),
            )
    for path in files:
        if path.exists():
            place = path.relative_to(course.root)
            raise CourseError(
                Text(f"{place} 파일이 이미 있습니다.", f"{place} is there already."),
                Text(
                    f"course.toml에 {slug} 과제를 추가하고 make check ARGS={slug} 명령을 실행하거나, 다른"
                    " 이름을 쓰세요.",
                    f"Add {slug} to course.toml and run make check ARGS={slug}, or take another name.",
                ),
            )


def _next(course: Course) -> str:
    """The number after the highest: a19."""
    return f"a{max((int(slug[1:3]) for slug in course.slugs), default=0) + 1:02}"


def _listed(text: str, slug: str) -> str:
    """course.toml with one more assignment, and all else as it was."""
    names = _NAMES.search(text)
    if names is not None:
        end = names.end("name")  # -1 where the list is empty
        line = re.search(r"\n[ \t]*$", text[: names.start("name")]) if end > 0 else None
        if end > 0:
            text = f'{text[:end]},{line[0] if line else " "}"{slug}"{text[end:]}'
        else:
            text = f'{text[: names.end() - 1]}"{slug}"{text[names.end() - 1 :]}'
    if slug not in tomllib.loads(text.removeprefix("\ufeff")).get("assignments", ()):
        raise CourseError(
            Text(
                "course.toml에 과제 이름을 추가할 assignments 목록이 없습니다.",
                "course.toml has no list of assignments that a name can be added to.",
            ),
            Text(
                f'첫 [table] 줄보다 위에 assignments = ["{slug}"] 줄을 쓰세요.',
                f'Write assignments = ["{slug}"] in it, above the first [table].',
            ),
        )
    return text
