"""Takes what an LMS gave and lays it out as submitted/<student>/<slug>/.

    sources    the files of a folder or zip, one at a time, every size bounded
    layouts    who handed a file in, by the names that lead to it (one function for each LMS)
    blackboard who handed it in and when, by the .txt that Blackboard lays beside it
    places     who, by the folders around a file where no LMS has marked it
    match      which assignment it is for
    whose      all of it, for every file of a source, by all that lies there
    attempts   with the time at which it came (times)
    students   whose folder it goes to (roster: the class, names: names fit for a disk)
    store      the newest into submitted/, what it replaces into collected/
    table      who, what, when and late, for the terminal (refused: what could not be taken, and why)

    collection = collect(course, [Path("moodle.zip")], Path("submitted"), Path("collected"))

What cannot be taken is told in `collection.problems` and harms nobody else's work.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from autograder.collect.attempts import Attempt, Gathering
from autograder.collect.layouts import LMSS
from autograder.collect.match import Matcher
from autograder.collect.refused import Refused
from autograder.collect.roster import Roster, read_roster
from autograder.collect.sources import check_source
from autograder.collect.store import Shelf, Superseded, Taken
from autograder.collect.students import Claim, Doubt, Person, claims_in, name_folders
from autograder.collect.times import ZONED, other_zone
from autograder.course import Course
from autograder.errors import CollectError
from autograder.text import Text, unwritable

__all__ = ["Collection", "Superseded", "Taken", "collect"]


class Collection(msgspec.Struct, frozen=True):
    """What came of the sources; `taken` has what was in place already, too.

    `troubled` names the student of each problem that is about one, `names` how the LMS calls people.
    """

    taken: tuple[Taken, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    problems: tuple[Text, ...] = ()
    troubled: tuple[str, ...] = ()
    names: dict[str, str] = {}


def collect(
    course: Course,
    sources: Sequence[Path],
    submitted: Path,
    collected: Path,
    lms: str | None = None,
) -> Collection:
    """Take the work in `sources`, folders or zips. Raises CollectError where one is neither.

    `lms` is one of layouts.LMSS, where it is not to be told from the names.
    """
    _require_lms(lms)
    for source in sources:
        check_source(source)
    roster, problems = read_roster(course.root / "roster.csv")
    try:
        collected.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=collected, prefix=".staging-") as staging:
            gathering = Gathering(Matcher(course), roster, Path(staging), lms)
            for source in sources:
                gathering.add(source)
            claims = [_claim(attempt) for attempt in gathering.attempts]
            before = [] if roster else list(claims_in(submitted))
            folders, doubts = name_folders(claims, roster, before)
            groups = _grouped(course, gathering.attempts, folders)
            shelved = _shelve(course, groups, submitted, collected)
    except OSError as error:
        raise CollectError(
            unwritable(collected, error.strerror),
            Text("권한과 디스크 공간을 확인하세요.", "Check its permissions and space."),
        ) from None
    told = [
        *((None, text) for text in problems),
        *((problem.person, problem.text) for problem in gathering.problems),
        *doubts,
        *((None, text) for text in [_zone(course, gathering.attempts)] if text),
    ]
    return _with_problems(shelved, told, folders, roster)


def _zone(course: Course, attempts: Iterable[Attempt]) -> Text | None:
    timed = {each.match.slug for each in attempts if each.lms and each.lms[0] not in ZONED}
    return other_zone(due for slug in sorted(timed) if (due := course[slug].due))


def _require_lms(lms: str | None) -> None:
    if lms not in (None, *LMSS):
        known = ", ".join(LMSS)
        raise CollectError(
            Text(f"알 수 없는 LMS입니다: {lms!r}", f"There is no LMS called {lms!r} here."),
            Text(f"다음 중 하나를 쓰세요: {known}", f"One of: {known}."),
        )


def _with_problems(
    shelved: Collection, told: Iterable[Doubt], folders: Mapping[Person, str], roster: Roster
) -> Collection:
    """What was shelved, with all that is to be told: each sentence once, in the folder's name.

    Somebody of whom nothing was taken has a folder's name, too, though no folder.
    """
    told = list(dict.fromkeys(told))
    people = [person for person, _ in told if person]
    bare = [Claim(person, "", ()) for person in people if person not in folders]
    others, _ = name_folders(bare, roster)
    every = {**others, **folders}
    return msgspec.structs.replace(
        shelved,
        problems=tuple(dict.fromkeys([*(text for _, text in told), *shelved.problems])),
        troubled=(*(every[person] for person in people), *shelved.troubled),
        names={folder: person.name for person, folder in every.items()},
    )


def _claim(attempt: Attempt) -> Claim:
    return Claim(attempt.person, attempt.match.slug, attempt.place)


def _grouped(
    course: Course, attempts: Sequence[Attempt], folders: Mapping[Person, str]
) -> dict[tuple[str, str], list[Attempt]]:
    """The attempts by student and assignment, in the order of names and of the course."""
    groups: dict[tuple[str, str], list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        groups[folders[attempt.person], attempt.match.slug].append(attempt)
    order = course.slugs.index
    return dict(sorted(groups.items(), key=lambda group: (group[0][0], order(group[0][1]))))


def _shelve(
    course: Course,
    groups: Mapping[tuple[str, str], Sequence[Attempt]],
    submitted: Path,
    collected: Path,
) -> Collection:
    """Put every group in place; where that fails it is that group's problem."""
    taken: list[Taken] = []
    superseded: list[Superseded] = []
    problems: list[Text] = []
    troubled: list[str] = []
    for (student, slug), attempts in groups.items():
        shelf = Shelf(submitted, collected, student, course[slug])
        try:
            taken += shelf.put(attempts)
        except Refused as refused:
            problems.append(refused.text)
            troubled.append(student)
        except OSError as error:
            problems.append(_not_written(submitted / student / slug, error))
            troubled.append(student)
        superseded += shelf.superseded.values()
        problems += shelf.doubts
        troubled += [student] * bool(shelf.doubts)
    return Collection(tuple(taken), tuple(superseded), tuple(problems), tuple(troubled))


def _not_written(folder: Path, error: OSError) -> Text:
    return unwritable(folder, error.strerror) + Text(
        "폴더를 확인하고 다시 모으세요.", "See what is there and collect again."
    )
