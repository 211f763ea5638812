"""The class as roster.csv lists it: id, name, email. It is optional."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import msgspec

from autograder import course
from autograder.collect.names import folded
from autograder.errors import CourseError
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
    """The roster, and what is wrong with it: nobody's work waits for a better one."""
    try:
        rows = [Row(row["id"], row["name"]) for row in course.read_roster(path)]
    except CourseError as error:
        return Roster(), [
            Text(
                f"{error} 이름 대신 LMS의 번호를 썼습니다. 첫 줄을 id,name,email로 하고 UTF-8 CSV로 저장하여"
                " 다시 모으세요.",
                f"{error} The LMS's numbers stand for the names. {error.hint}, and collect again.",
            )
        ]
    return Roster(rows), [_shared(path.name, shared) for shared in _shared_ids(rows)]


def _shared_ids(rows: Iterable[Row]) -> list[str]:
    ids = Counter(folded(row.id) for row in dict.fromkeys(rows))
    return [shared for shared, count in ids.items() if count > 1]


def _shared(name: str, id: str) -> Text:
    return Text(
        f"{name}: id {id}이(가) 두 사람에게 있어서 둘 다 쓰지 않았습니다. 고치고 다시 모으세요.",
        f"{name} gives the id {id} to two people, so neither was given it. Correct it and collect"
        " again.",
    )
