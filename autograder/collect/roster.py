"""The class as roster.csv lists it: id, name, email. It is optional."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import msgspec

from autograder.collect.names import folded
from autograder.result import Text


class Row(msgspec.Struct, frozen=True):
    """A line of roster.csv, as far as it is needed to tell who is who."""

    id: str
    name: str


class Roster:
    """Looks people up by id and by name; false where there is nobody on it."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._by_id: dict[str, list[Row]] = defaultdict(list)
        self._by_name: dict[str, list[Row]] = defaultdict(list)
        for row in dict.fromkeys(rows):
            self._by_id[folded(row.id)].append(row)
            self._by_name[folded(row.name)].append(row)

    def __bool__(self) -> bool:
        return bool(self._by_id)

    def with_id(self, id: str) -> list[Row]:
        """The rows with this id: one, unless the roster is wrong."""
        return self._by_id.get(folded(id), [])

    def called(self, name: str) -> list[Row]:
        """The rows whose name this is, or whose id."""
        named = self._by_name.get(folded(name), []) if folded(name) else []
        return list(dict.fromkeys([*named, *self.with_id(name)]))


def read_roster(path: Path) -> tuple[Roster, list[Text]]:
    """The roster, UTF-8 or as a Korean Excel saves it, and what is wrong with it."""
    try:
        rows = _rows(_decoded(path.read_bytes()))
    except FileNotFoundError:
        return Roster(), []
    except (OSError, ValueError, csv.Error) as error:
        return Roster(), [
            Text(
                f"{path.name}: 명단을 읽을 수 없어서 이름 대신 LMS의 번호를 썼습니다. ({error})"
                " 첫 줄을 id,name,email로 하고 UTF-8 CSV로 저장하여 다시 모으세요.",
                f"{path.name} cannot be read, so the LMS's numbers stand for the names ({error})."
                " Save it as UTF-8 CSV with the first line id,name,email, and collect again.",
            )
        ]
    return Roster(rows), [_shared(path.name, shared) for shared in _shared_ids(rows)]


def _rows(text: str) -> list[Row]:
    if "\0" in text:
        raise ValueError("no text")
    reader = csv.DictReader(io.StringIO(text, newline=""), restval="")
    reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
    if not {"id", "name"} <= set(reader.fieldnames):
        raise ValueError("no column id or name")
    rows = [Row(line["id"].strip(), line["name"].strip()) for line in reader]
    return [row for row in rows if row.id]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp949")


def _shared_ids(rows: Iterable[Row]) -> list[str]:
    ids = Counter(folded(row.id) for row in dict.fromkeys(rows))
    return [shared for shared, count in ids.items() if count > 1]


def _shared(name: str, id: str) -> Text:
    return Text(
        f"{name}: id {id}이(가) 두 사람에게 있어서 둘 다 쓰지 않았습니다. 고치고 다시 모으세요.",
        f"{name} gives the id {id} to two people, so neither was given it. Correct it and collect"
        " again.",
    )
