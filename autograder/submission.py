"""A submission: the student's code cells, read from a notebook or a .py as data."""

import hashlib
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from autograder.course import Assignment
from autograder.files import open_regular
from autograder.late import lateness
from autograder.sandbox.cells import Cell
from autograder.stamp import late_in, stamp_in
from autograder.text import Text, decoded, plain, unreadable

MAX_FILE = 16 << 20
MAX_CELLS = 10_000  # kept until the class is graded, and each takes far more than its bytes
CHECK_CELL = re.compile(r"\s*(#@title )?%%check\b")
"""How the check cells of a released notebook begin: the student's work stands in the others."""
_NO_JSON = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|-?\bInfinity\b|\bNaN\b', re.DOTALL)
_LINK = re.compile(r"""\s*(?:<(?!<)|https?://|\[InternetShortcut\]|\{"url":)""")
_HALF = re.compile(r"(\\[^u]|\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w)|\\u[dD][89a-fA-F]\w\w")


class Submission(msgspec.Struct, frozen=True):
    """What a student handed in for one assignment. `problem` says why there are no cells."""

    student: str
    assignment: str
    cells: tuple[Cell, ...] = ()
    sha256: str | None = None
    late: bool = False
    problem: Text | None = None
    notes: tuple[Text, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What identifies it: (student, assignment)."""
        return self.student, self.assignment


class Unreadable(Exception):
    """A file that is no notebook and no Python text; `text` is for the student."""

    def __init__(self, ko: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(ko, en)


class _Cell(msgspec.Struct):
    cell_type: str = ""
    source: Any = ""
    input: Any = ""  # what formats 2 and 3 call it


class _Sheet(msgspec.Struct):
    cells: list[_Cell] = []


class _Notebook(msgspec.Struct):
    cells: list[_Cell] | None = None
    worksheets: list[_Sheet] = []  # formats 2 and 3


class HandIn(msgspec.Struct, frozen=True):
    """What lies in `submitted/<student>/<slug>/`: the file that counts and its digest.

    A class of them is small: the code is read by `open`, when it is wanted. `problem` says why
    there is no file.
    """

    student: str
    assignment: str
    file: Path | None = None
    sha256: str | None = None
    late: bool = False
    problem: Text | None = None
    notes: tuple[Text, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What identifies it: (student, assignment)."""
        return self.student, self.assignment

    def open(self) -> Submission:
        """Its code; what cannot be read is told in `problem`."""
        cells: tuple[Cell, ...] = ()
        problem = self.problem
        if self.file is not None:
            try:
                cells = tuple(parse(self._read(self.file), self.file.name))
            except Unreadable as told:
                problem = told.text
        return Submission(
            self.student, self.assignment, cells, self.sha256, self.late, problem, self.notes
        )

    def _read(self, file: Path) -> bytes:
        data = _read_bytes(file)
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise Unreadable(
                f"{file.name}: 채점하는 동안 파일이 바뀌었습니다. 다시 채점하세요.",
                f"{file.name} was changed while the class was graded. Grade again.",
            )
        return data


def find_hand_in(folder: Path, student: str, assignment: Assignment) -> HandIn:
    """See what lies in `submitted/<student>/<slug>/`."""
    slug, late = assignment.slug, is_late(folder, assignment.due)
    try:
        path, notes = choose_file(folder, assignment)
        digest = hashlib.sha256(_read_bytes(path)).hexdigest()
    except Unreadable as told:
        return HandIn(student, slug, None, _digest(folder), late, told.text)
    except OSError as error:  # a folder that we may not enter
        return HandIn(student, slug, None, None, late, unreadable(slug, error.strerror))
    return HandIn(student, slug, path, digest, late, notes=tuple(notes))


def choose_file(folder: Path, assignment: Assignment) -> tuple[Path, list[Text]]:
    """The file that counts: the one whose code differs from the release, else the notebook."""
    slug = assignment.slug
    found = [
        p
        for p in (folder / f"{slug}.ipynb", folder / f"{slug}.py")
        if p.is_file() and not p.is_symlink()
    ]
    if not found:
        raise Unreadable(
            f"{slug}.ipynb도 {slug}.py도 없습니다.", f"There is neither {slug}.ipynb nor {slug}.py."
        )
    if len(found) == 1:
        return found[0], []
    pristine = released_code(assignment)
    changed = [path for path in found if _code_or_none(path) not in (None, pristine)]
    if len(changed) == 1:
        return changed[0], []
    both = Text(
        f"{slug}.ipynb와 {slug}.py를 모두 제출하여 노트북을 채점했습니다.",
        f"Both {slug}.ipynb and {slug}.py were handed in; the notebook was graded.",
    )
    return found[0], [both] if changed else []


def released_code(assignment: Assignment) -> str:
    """The code that students are given."""
    return code_of(parse(assignment.source.read_bytes(), assignment.source.name))


def parse(data: bytes, name: str) -> list[Cell]:
    """The code cells of a notebook or of a .py. Raises Unreadable."""
    return _parse_notebook(data, name) if name.endswith(".ipynb") else parse_percent(data, name)


def parse_percent(data: bytes, name: str) -> list[Cell]:
    """The cells of a .py in percent format: each starts with a `# %%` line."""
    text = _decode(data, name)
    lines = text.split("\n")
    starts = [0, *(i for i, line in enumerate(lines) if i and re.match(r"# ?%%", line))]
    _check_count(len(starts), name)
    ends = [*starts[1:], len(lines)]
    return [
        Cell(name, "\n".join(lines[start:end]), start + 1)
        for start, end in zip(starts, ends, strict=True)
    ]


def code_of(cells: Iterable[Cell]) -> str:
    """The code without comments and blank lines: what tells a student's file from the release."""
    lines = (line.rstrip() for cell in cells for line in cell.source.split("\n"))
    return "\n".join(line for line in lines if line and not line.lstrip().startswith("#"))


def is_late(folder: Path, due: datetime | None) -> bool:
    """Whether timestamp.txt lies after the due date; without either nothing is late.

    An LMS that tells no time knows a due date of its own: then what late.txt says counts.
    """
    return lateness(stamp_in(folder), late_in(folder), due).late


def _parse_notebook(data: bytes, name: str) -> list[Cell]:
    text = _decode(data, name)
    if not text.strip():
        raise Unreadable(
            f"{name}: 빈 파일입니다. 노트북을 저장하여 다시 제출하세요.",
            f"{name} is empty. Save the notebook and hand it in again.",
        )
    if _LINK.match(text):
        raise Unreadable(
            f"{name}: 노트북이 아니라 웹 페이지나 링크입니다. Colab에서는 파일 → 다운로드 → .ipynb 다운로드로 받은 파일을"
            " 제출하세요.",
            f"{name} is a web page or a link, not a notebook. In Colab, take File → Download → Download"
            " .ipynb, and hand that in.",
        )
    try:
        notebook = _read_notebook(text)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Unreadable(
            f"{name}: 노트북 파일이 손상되었습니다. 다시 저장하여 제출하세요.",
            f"{name} is not a notebook ({_short(error)}). Save it again and hand it in again.",
        ) from None
    cells = notebook.cells
    if cells is None and notebook.worksheets:
        cells = [cell for sheet in notebook.worksheets for cell in sheet.cells]
    if cells is None:
        raise Unreadable(
            f"{name}: 노트북의 셀을 찾을 수 없습니다. 다시 저장하여 제출하세요.",
            f"{name} has no cells that can be read. Save it again and hand it in again.",
        )
    _check_count(len(cells), name)
    return [
        Cell(f"cell {number}", source)
        for number, cell in enumerate(cells, start=1)
        if cell.cell_type == "code"
        and (source := _source(cell)).strip()
        and not CHECK_CELL.match(source)
    ]


def _check_count(cells: int, name: str) -> None:
    if cells > MAX_CELLS:
        raise Unreadable(
            f"{name}: 셀이 너무 많습니다. (최대 {MAX_CELLS}개) 필요 없는 셀을 지우고 다시 제출하세요.",
            f"{name} has more than {MAX_CELLS} cells. Delete those you do not need and hand it in again.",
        )


def _read_notebook(text: str) -> _Notebook:
    try:
        return msgspec.json.decode(text, type=_Notebook)
    except msgspec.DecodeError:
        return msgspec.json.decode(_NO_JSON.sub(_as_json, text), type=_Notebook)


def _as_json(token: re.Match[str]) -> str:
    """What Jupyter saves though JSON knows it not: nan, inf, and half an emoji of a cut output."""
    return _HALF.sub(lambda m: m[1] or r"\ufffd", token[0]) if token[0][0] == '"' else "null"


def _source(cell: _Cell) -> str:
    source = cell.source or cell.input
    if isinstance(source, list):
        return "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else ""


def _decode(data: bytes, name: str) -> str:
    """Its text, with line ends as Python has them. Raises Unreadable."""
    with suppress(UnicodeDecodeError):
        text = decoded(data)
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Unreadable(
        f"{name}: 텍스트 파일이 아닙니다. UTF-8로 저장하여 다시 제출하세요.",
        f"{name} is not text. Save it as UTF-8 and hand it in again.",
    )


def _read_bytes(path: Path) -> bytes:
    try:
        with os.fdopen(open_regular(path), "rb") as file:
            data = file.read(MAX_FILE + 1)
    except OSError as error:
        raise Unreadable(
            f"{path.name}: 파일을 열 수 없습니다.",
            f"{path.name} cannot be opened ({error.strerror}).",
        ) from None
    if len(data) > MAX_FILE:
        raise Unreadable(
            f"{path.name}: 파일이 너무 큽니다. (최대 {MAX_FILE >> 20} MB) 출력을 지우고 다시 제출하세요.",
            f"{path.name} is larger than {MAX_FILE >> 20} MB. Clear its outputs and hand it in again.",
        )
    return data


def _code_or_none(path: Path) -> str | None:
    try:
        return code_of(parse(_read_bytes(path), path.name))
    except Unreadable:
        return None


def _digest(folder: Path) -> str | None:
    """What identifies an unreadable hand-in: the bytes of its files."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.glob("a*") if p.is_file()):
        digest.update(path.name.encode("utf-8", "surrogateescape"))
        with suppress(OSError), os.fdopen(open_regular(path), "rb") as file:
            digest.update(file.read(MAX_FILE))
    return digest.hexdigest()


def _short(error: BaseException) -> str:
    return plain(str(error), 120) or type(error).__name__
