"""roster.csv: who is in the class, in whatever columns the LMS or a spreadsheet wrote it."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from autograder.errors import CourseError
from autograder.text import Text, decoded, verbatim

COLUMNS: dict[str, list[tuple[str, ...]]] = {
    "id": [("id",), ("학번",), ("id number",), ("student id",), ("student number",),
           ("sis user id",), ("username",), ("아이디",)],
    "name": [("name",), ("성", "이름"), ("이름",), ("성명",), ("full name",), ("student",),
             ("student name",), ("first name", "last name")],
    "email": [("email",), ("e-mail",), ("email address",), ("이메일",), ("이메일 주소",),
              ("sis login id",)],
}  # fmt: skip
"""What the columns are called: by us, in Korean, in Moodle's list of participants, in Canvas's grades."""


class Row(msgspec.Struct, frozen=True):
    """A student as the roster has them; empty is what it does not say."""

    id: str
    name: str = ""
    email: str = ""


def read_rows(path: Path) -> list[Row]:
    """The rows that have an id, in the file's order; none where there is no file. Raises CourseError."""
    try:
        rows = _rows(decoded(path.read_bytes()))
    except FileNotFoundError:
        return []
    except (OSError, ValueError, csv.Error) as error:
        raise _unreadable(verbatim(error)) from None
    return [row for row in rows if row.id]


def _unreadable(why: Text) -> CourseError:
    return CourseError(
        Text(f"roster.csv: 읽을 수 없습니다. ({why.ko})", f"roster.csv cannot be read ({why.en})."),
        Text(
            "첫 줄을 id,name,email로 하고 UTF-8 CSV로 저장하세요.",
            "Save it as CSV (UTF-8) with the first line id,name,email.",
        ),
    )


def _rows(text: str) -> list[Row]:
    if "\0" in text:
        raise _unreadable(Text("텍스트 파일이 아님", "it is no text"))
    lines = io.StringIO(unicodedata.normalize("NFC", text), newline="")
    head = text.partition("\n")[0]
    comma = max(",;\t", key=head.count)  # or what a spreadsheet writes in its place
    reader = csv.DictReader(lines, restval="", delimiter=comma, strict=True)
    reader.fieldnames = [" ".join(name.lower().split()) for name in reader.fieldnames or ()]
    columns = _columns(reader.fieldnames)
    return [
        Row(**{what: _joined(row[name] for name in names) for what, names in columns.items()})
        for row in reader
    ]


def _joined(cells: Iterable[str | None]) -> str:
    """What the columns say together: a first and a last name are one name."""
    return " ".join(text for cell in cells if (text := (cell or "").strip()))


def _columns(header: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The columns that make up id, name and email. Without a column of ids the e-mail is the id."""
    columns = {
        what: next((names for names in choices if set(names) <= set(header)), ())
        for what, choices in COLUMNS.items()
    }
    columns["id"] = columns["id"] or columns["email"]
    if not columns["id"] or not columns["name"]:
        raise _unreadable(
            Text("id나 name 열이 없음", "it has no column called id or none called name")
        )
    return columns
