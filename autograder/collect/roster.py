"""Looks people up on the roster, by all that an LMS or a file's name may say of them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from autograder.collect.names import (
    folded,
    letters,
    plain_letters,
    spelt,
    without_group,
    word_orders,
    words_of,
)
from autograder.collect.refused import printable
from autograder.errors import CourseError
from autograder.roster import Row, read_rows
from autograder.text import Text

NEAREST = 3  # rows that are shown for one who could not be matched


def shown(row: Row) -> str:
    """The row as the instructor knows it: "김민준 (20240001)"."""
    return printable(f"{row.name} ({row.id})" if row.name else row.id)


class Roster:
    """Looks people up by id, e-mail and name; false where there is nobody on it.

    An e-mail's local part is a user name. A name is its letters in any order of its words: "Kim, Minjun"
    is "minjun KIM" and Canvas's "kimminjun"; what is the same to the letter goes before that, and what is
    the same but for accents or a group in front comes after it. So does a text in which both the id and
    the name stand: "20240001_김민준".
    """

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._rows = list(dict.fromkeys(rows))
        self._by_id = _index(self._rows, lambda row: [folded(row.id)])
        self._by_email = _index(self._rows, lambda row: _logins(row.email))
        self._by_name = _index(self._rows, lambda row: [folded(row.name)])
        self._by_words = _index(self._rows, lambda row: word_orders(row.name))
        self._by_plain = _index(self._rows, lambda row: map(plain_letters, word_orders(row.name)))

    def __bool__(self) -> bool:
        return bool(self._rows)

    def with_id(self, id: str) -> list[Row]:
        """The rows with this id: one, unless the roster is wrong."""
        return self._by_id.get(folded(id), [])

    def with_key(self, key: str) -> list[Row]:
        """The rows with this id, else with this e-mail or user name."""
        return self.with_id(key) or self._by_email.get(folded(key), [])

    def called(self, name: str) -> list[Row]:
        """The rows whose name this is, or whose id or e-mail."""
        found = dict.fromkeys([*self._named(name), *self.with_key(name)])
        return list(found) or self._named(without_group(name)) or self.inside(name)

    def knows(self, name: str) -> bool:
        """Whether anybody on it is called so."""
        return bool(self.called(name))

    def _named(self, name: str) -> list[Row]:
        return (
            self._by_name.get(folded(name))
            or self._by_words.get(letters(name))
            or self._by_plain.get(plain_letters(name))
            or []
        )

    def inside(self, text: str) -> list[Row]:
        """The rows of which both the id and the name stand in a text: 김민준(20240001)_과제1.ipynb"""
        rows = dict.fromkeys(row for word in words_of(text) for row in self.with_id(word))
        told = letters(text)
        return [
            row for row in rows if any(order and order in told for order in word_orders(row.name))
        ]

    def near(self, *names: str) -> list[Row]:
        """The rows that are spelt most like one of these names, the nearest first; to be shown only."""
        close = [
            found
            for name in dict.fromkeys(names)
            for found in get_close_matches(spelt(name), self._spelt, n=NEAREST, cutoff=0.7)
        ]
        return list(dict.fromkeys(self._spelt[found] for found in close))[:NEAREST]

    @cached_property
    def _spelt(self) -> dict[str, Row]:
        """The rows by all that somebody may have meant to write."""
        return {
            spelt(text): row
            for row in self._rows
            for text in (*word_orders(row.name), row.id, row.email)
            if text
        }


def _index(rows: Iterable[Row], keys: Callable[[Row], Iterable[str]]) -> dict[str, list[Row]]:
    index: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for key in dict.fromkeys(filter(None, keys(row))):
            index[key].append(row)
    return dict(index)


def _logins(email: str) -> list[str]:
    """ "kim@example.com" is kim's."""
    return [folded(email), folded(email.partition("@")[0])]


def read_roster(path: Path) -> tuple[Roster, list[Text]]:
    """The roster, and what is wrong with it: nobody's work waits for a better one."""
    try:
        rows = read_rows(path)
    except CourseError as error:
        return Roster(), [
            Text(
                f"{error.message.ko} 이름 대신 LMS의 번호를 썼습니다. {error.hint.ko} 그런 다음 다시 모으세요.",
                f"{error.message.en} The LMS's numbers stand for the names. {error.hint.en} Then collect"
                " again.",
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
