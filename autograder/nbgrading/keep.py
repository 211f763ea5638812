"""Keeps nbgrader's records: writes what the autograded notebooks and the gradebook lack, no more."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from autograder.course import Course
from autograder.late import Late
from autograder.nbgrading.autograded import is_current, write_autograded
from autograder.nbgrading.frame import Frame
from autograder.nbgrading.papers import Paper, papers_of
from autograder.record.results import Key
from autograder.result import Result
from autograder.submission import HandIn
from autograder.text import Text, plain

if TYPE_CHECKING:
    from sqlalchemy import URL

    from autograder.nbgrading.gradebook import Owed

Notebooks = Callable[[Collection[str]], Mapping[str, str]]
SHOWN = 40  # characters of an id that is too long
TOO_LONG = Text(
    "{}: 학번이 너무 길어 nbgrader 성적부에 넣지 못했습니다. 채점 결과와 grades.csv에는 있습니다.",
    "{}: this id is too long for nbgrader's gradebook. The results and grades.csv have it.",
)
OWED = Text(
    "채점 결과는 남아 있고, 다음에 make grade를 실행할 때 빠진 것을 씁니다.",
    "The results are kept, and the next run of grade writes what is owed.",
)


class GradedClass(msgspec.Struct, frozen=True):
    """A class that has been graded: where it lies, what was handed in to this run, and all results.

    `late` tells of all who handed in something whether it was late, and what that costs.
    """

    submitted: Path
    out: Path
    language: str
    hand_ins: Sequence[HandIn]
    results: Mapping[Key, Result]
    late: Mapping[Key, Late]

    def without(self, students: Collection[str]) -> "GradedClass":
        """The same class without these students' results."""
        left = {key: result for key, result in self.results.items() if key[0] not in students}
        return msgspec.structs.replace(self, results=left)


def keep_nbgrader(course: Course, graded: GradedClass, released: Notebooks) -> list[Text]:
    """Bring OUT/autograded (for the hand-ins) and the gradebook (for all results) up to date.

    `released` makes the released notebooks of the assignments that are to be written. What the
    instructor should know is returned. Raises KitError where something cannot be done now; the next
    run does it then.
    """
    from autograder.nbgrading.database import gradebook_of, in_words, takes

    url = gradebook_of(course, graded.out)
    if url is None or not graded.results:
        return []
    refused = sorted({student for student, _ in graded.results if not takes(url, student)})
    graded = graded.without(refused)
    papers = _papers(course, graded)
    stale = _stale(graded, papers)
    with in_words(url, OWED):
        owed, notes = _owed(url, course, graded.results, papers)
        if stale or owed:
            from autograder.nbgrading.gradebook import write_owed

            slugs = {
                paper.result.assignment for paper in (*owed.papers, *(paper for paper, _ in stale))
            }
            frames = {slug: Frame.of(notebook) for slug, notebook in released(slugs).items()}
            for paper, hand_in in stale:
                frame = frames[hand_in.assignment]
                write_autograded(graded.out, paper, hand_in.open(), frame, graded.language)
            write_owed(url, owed, frames, graded.language)
    return [*notes, *(_too_long(student) for student in refused)]


def _papers(course: Course, graded: GradedClass) -> dict[Key, Paper]:
    papers = papers_of(
        course, graded.results.values(), graded.submitted, graded.language, graded.late
    )
    return {paper.key: paper for paper in papers}


def _stale(graded: GradedClass, papers: Mapping[Key, Paper]) -> list[tuple[Paper, HandIn]]:
    """The papers whose autograded notebook is not there, or was made from another one."""
    return [
        (papers[hand_in.key], hand_in)
        for hand_in in graded.hand_ins
        if hand_in.key in papers and not is_current(graded.out, papers[hand_in.key])
    ]


def _too_long(student: str) -> Text:
    shown = plain(student, SHOWN)
    return Text(TOO_LONG.ko.format(shown), TOO_LONG.en.format(shown))


def _owed(
    url: "URL", course: Course, results: Mapping[Key, Result], papers: Mapping[Key, Paper]
) -> tuple["Owed", list[Text]]:
    """What the gradebook lacks, and what the instructor should know of it."""
    from autograder.nbgrading.database import takes
    from autograder.nbgrading.deadlines import read_deadlines
    from autograder.nbgrading.gradebook import Owed
    from autograder.nbgrading.known import read_known

    known, deadlines = read_known(url), read_deadlines(url)
    roster = {student: row for student, row in course.people.items() if takes(url, student)}
    due = deadlines.lack(course, sorted({slug for _, slug in papers}))
    owed = Owed(
        known.lacks(papers.values()),
        known.lacks_people(roster, {student for student, _ in results}),
        due,
        deadlines.lack_extensions(course, papers),
        [key for key in known.digests if key in results and key not in papers],
    )
    notes = (deadlines.overruled(slug, time) for slug, time in due.items())
    return owed, [note for note in notes if note]
