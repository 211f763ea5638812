"""Whose folder a hand-in goes to: the roster's id, else the LMS's number, else a safe name.

Two people never share a folder. Where names and numbers leave it open who somebody is, the work
goes to a folder of its own, and a sentence tells how to settle it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from autograder.collect.layouts import moodle
from autograder.collect.names import folded
from autograder.collect.refused import printable
from autograder.collect.roster import Roster, shown
from autograder.roster import Row
from autograder.stamp import lms_in
from autograder.text import Text, safe_name

# People whose names are compared with the roster's: it takes time, and who reads more?
COMPARED = 100


class Person(msgspec.Struct, frozen=True, order=True):
    """Somebody as an LMS tells them: a number or user name, and a full name.

    Where it tells one name only, `key` is that name.
    """

    key: str
    name: str

    @property
    def numbered(self) -> bool:
        """Whether the LMS tells people of one name apart."""
        return self.key != self.name

    @property
    def shown(self) -> str:
        """The person as the instructor knows them."""
        return printable(f"{self.name} ({self.key})" if self.numbered else self.name)


class Claim(msgspec.Struct, frozen=True):
    """A person handed in an assignment; `place` is where in the sources the LMS lists people."""

    person: Person
    slug: str
    place: tuple[str, ...]


Doubt = tuple[Person | None, Text]
"""What is to be told, and of whom; None where it is about nobody in particular."""


def claims_in(submitted: Path) -> Iterator[Claim]:
    """What was collected before, as Moodle named it: an instructor downloads one activity at a time."""
    for folder in sorted(submitted.glob("*/*/")):
        lms, name = lms_in(folder)
        if lms == "moodle" and (handed := moodle(name)):
            yield Claim(Person(handed.key, handed.name), folder.name, (str(submitted),))


def name_folders(
    claims: Iterable[Claim], roster: Roster, before: Iterable[Claim] = ()
) -> tuple[dict[Person, str], list[Doubt]]:
    """A folder for each person who handed something in, and what is not sure about whom.

    Of claims from `before` nothing is told but that somebody among them has come under a new number.
    """
    claims = list(claims)
    people = sorted({claim.person for claim in claims})
    found = {person: row for person in people if (row := _row_of(person, roster))}
    unsure = _of_one_row(claims, found, roster) | _beside_the_named(found, roster)
    known = {person: row for person, row in found.items() if person not in unsure}
    two_names = _keys_with_two_names(people, known)
    folders = {
        person: safe_name(known[person].id)
        if person in known
        else _own_folder(person, roster, person.key in two_names)
        for person in people
    }
    strangers = [person for person in people if not _rows_of(person, roster)]
    near = {person: roster.near(person.name, person.key) for person in strangers[:COMPARED]}
    told: list[tuple[Person | None, Text | None]] = [
        (person, _doubt(person, roster, found, unsure, folders[person], near.get(person, [])))
        for person in people
    ]
    told += [(None, _two_names(key)) for key in sorted(two_names)]
    if not roster:
        told.append((None, _many_numbers(claims, before)))
    return folders, [(person, text) for person, text in told if text]


def _row_of(person: Person, roster: Roster) -> Row | None:
    """The one row that is this person's: by number and name, else by name, else by number."""
    rows = _rows_of(person, roster)
    return rows[0] if len(rows) == 1 and len(roster.with_id(rows[0].id)) == 1 else None


def _rows_of(person: Person, roster: Roster) -> list[Row]:
    numbered, called = roster.with_key(person.key), roster.called(person.name)
    both = [row for row in called if row in numbered] if person.numbered else []
    return both or called or numbered


def _of_one_row(
    claims: Iterable[Claim], found: Mapping[Person, Row], roster: Roster
) -> set[Person]:
    """People of one name whom the LMS lists side by side, while the roster knows only one.

    In different places they may well be one: Moodle numbers people anew in every activity.
    """
    listed: dict[tuple[Row, object], set[Person]] = defaultdict(set)
    for claim in claims:
        row = found.get(claim.person)
        if row and claim.person.numbered and _agree(claim.person, row, roster):
            listed[row, (claim.slug, claim.place)].add(claim.person)
    shared = {row for (row, _), people in listed.items() if len(people) > 1}
    return {
        person
        for person, row in found.items()
        if row in shared and person.numbered and folded(person.key) != folded(row.id)
    }


def _beside_the_named(found: Mapping[Person, Row], roster: Roster) -> set[Person]:
    """People whose number is a row's id, while somebody else has the row's name."""
    agree = {person for person, row in found.items() if _agree(person, row, roster)}
    named = {found[person] for person in agree}
    return {person for person, row in found.items() if row in named and person not in agree}


def _agree(person: Person, row: Row, roster: Roster) -> bool:
    """Whether the names are no contradiction; a row may have no name, and a person just one."""
    return not (row.name and person.numbered) or row in roster.called(person.name)


def _keys_with_two_names(people: Iterable[Person], known: Mapping[Person, Row]) -> set[str]:
    names: dict[str, set[str]] = defaultdict(set)
    for person in people:
        if person not in known and person.numbered:
            names[person.key].add(folded(person.name))
    return {key for key, called in names.items() if len(called) > 1}


def _own_folder(person: Person, roster: Roster, two_names: bool) -> str:
    """The number or name, with a digest where that is somebody else's id or number too."""
    if two_names or roster.with_id(person.key):
        return safe_name(person.key, apart_from=person.name)
    return safe_name(person.key)


# what is told


def _doubt(
    person: Person,
    roster: Roster,
    found: Mapping[Person, Row],
    unsure: set[Person],
    folder: str,
    near: Iterable[Row],
) -> Text | None:
    if not roster:
        return None
    row = found.get(person)
    if row and not _agree(person, row, roster):
        return _other_name(person, row, folder)
    if row:
        return _one_row(person, folder) if person in unsure else None
    if _rows_of(person, roster):
        return _several_rows(person, folder)
    return _no_row(person, folder, near)


def _no_row(person: Person, folder: str, near: Iterable[Row]) -> Text:
    names = ", ".join(shown(row) for row in near)
    ko, en = (f" 비슷한 이름: {names}.", f" Nearest: {names}.") if names else ("", "")
    return Text(
        f"{person.shown}: roster.csv에 없어서 제출물을 {folder}에 두었습니다.{ko}"
        f" 명단을 고치고 submitted/{folder}를 지운 뒤 다시 모으세요.",
        f"{person.shown} is not in roster.csv; the work lies in {folder}.{en} Correct the roster,"
        f" delete submitted/{folder} and collect again.",
    )


def _several_rows(person: Person, folder: str) -> Text:
    return Text(
        f"{person.shown}: roster.csv에 맞는 줄이 하나가 아니어서 제출물을 {folder}에 두었습니다."
        f" {_moved(folder).ko}",
        f"{person.shown} could be more than one row of roster.csv; the work lies in {folder}."
        f" {_moved(folder).en}",
    )


def _one_row(person: Person, folder: str) -> Text:
    return Text(
        f"{person.shown}: 같은 이름이 또 있는데 roster.csv에는 한 줄뿐이어서 제출물을 {folder}에"
        f" 두었습니다. 명단에 줄을 더하고 {_moved(folder).ko}",
        f"{person.shown} is not the only one of that name, but roster.csv has one row for it; the"
        f" work lies in {folder}. Add a row where one is missing. {_moved(folder).en}",
    )


def _moved(folder: str) -> Text:
    """How work gets its owner's id and keeps what lies beside it: the time, and the LMS's name for it."""
    return Text(
        f"submitted/{folder} 폴더를 통째로 fix/<명단의 id>로 옮긴 뒤 make collect FROM=fix로 모으세요.",
        f"Move all of submitted/{folder} to fix/<the right id>, then make collect FROM=fix.",
    )


def _other_name(person: Person, row: Row, folder: str) -> Text:
    return Text(
        f"{person.shown}: roster.csv의 {row.id}은(는) {row.name}입니다. 제출물을 {folder}에"
        " 두었으니 같은 사람인지 확인하고, 아니면 명단의 id를 고쳐 다시 모으세요.",
        f"{person.shown}: in roster.csv {row.id} is {row.name}. The work lies in {folder}: see that"
        " they are one person, or else correct the roster's id and collect again.",
    )


def _two_names(key: str) -> Text:
    key = printable(key)
    return Text(
        f"{key}: 한 번호에 이름이 둘이어서 제출물을 따로 두었습니다. roster.csv에 두 사람을 적고"
        " 다시 모으세요.",
        f"{key} is the number of two names, which were kept apart. Write both people in roster.csv"
        " and collect again.",
    )


def _many_numbers(claims: Iterable[Claim], before: Iterable[Claim]) -> Text | None:
    """One sentence for the class: without a roster Moodle's people cannot be followed."""
    numbers: dict[str, set[Person]] = defaultdict(set)
    lists: dict[tuple[str, object], set[Person]] = defaultdict(set)
    came = {folded(claim.person.name) for claim in claims}
    for claim in (*claims, *(old for old in before if folded(old.person.name) in came)):
        if claim.person.numbered:
            numbers[folded(claim.person.name)].add(claim.person)
            lists[folded(claim.person.name), (claim.slug, claim.place)].add(claim.person)
    namesakes = {name for (name, _), people in lists.items() if len(people) > 1}
    split = sorted(
        sorted(people)
        for name, people in numbers.items()
        if name not in namesakes and len({person.key for person in people}) > 1
    )
    if not split:
        return None
    name, keys = printable(split[0][0].name), ", ".join(printable(one.key) for one in split[0])
    return Text(
        f"{name}의 번호가 여럿입니다. ({keys}; 이런 이름 {len(split)}개) Moodle의 번호는 활동마다"
        " 다르므로 roster.csv를 만들고 submitted를 비운 뒤 다시 모으세요.",
        f"{name} has come under several numbers ({keys}; names like this: {len(split)}): Moodle numbers"
        " people anew in every activity. Write a roster.csv, empty submitted and collect again.",
    )
