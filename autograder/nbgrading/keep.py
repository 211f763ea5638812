"""Keeps nbgrader's records: writes what the autograded notebooks and the gradebook lack, no more."""

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from autograder.course import Course
from autograder.late import Late
from autograder.nbgrading.autograded import is_current, write_autograded
from autograder.nbgrading.frame import Frame
from autograder.nbgrading.papers import papers_of
from autograder.record.results import Key
from autograder.result import Result, Text
from autograder.submission import HandIn

Notebooks = Callable[[Collection[str]], Mapping[str, str]]
OWED = "The results are kept, and the next run of grade writes what is owed."


def keep_nbgrader(
    course: Course,
    out: Path,
    submitted: Path,
    results: Mapping[Key, Result],
    hand_ins: Iterable[HandIn],
    language: str,
    released: Notebooks,
    late: Mapping[Key, Late] = {},
) -> list[Text]:
    """Bring OUT/autograded (for these hand-ins) and the gradebook (for all results) up to date.

    `released` makes the released notebooks of the assignments that are to be written. What the
    instructor should know is returned. Raises KitError where something cannot be done now; the next
    run does it then.
    """
    from autograder.nbgrading.database import gradebook_of, told
    from autograder.nbgrading.deadlines import read_deadlines
    from autograder.nbgrading.known import read_known

    url = gradebook_of(course, out)
    if url is None or not results:
        return []
    papers = {
        paper.key: paper for paper in papers_of(course, results.values(), submitted, language, late)
    }
    stale = [
        (papers[hand_in.key], hand_in)
        for hand_in in hand_ins
        if hand_in.key in papers and not is_current(out, papers[hand_in.key])
    ]
    with told(url, OWED):
        known = read_known(url)
        owed = known.lacks(papers.values())
        names = known.lacks_names(course.roster, {student for student, _ in results})
        deadlines = read_deadlines(url)
        due = deadlines.lack(course, sorted({slug for _, slug in papers}))
        more = deadlines.lack_extensions(course, papers)
        withdrawn = [key for key in known.digests if key in results and key not in papers]
        if not (stale or owed or names or due or more or withdrawn):
            return []
        from autograder.nbgrading.gradebook import write_papers

        slugs = {paper.result.assignment for paper in (*owed, *(paper for paper, _ in stale))}
        frames = {slug: Frame.of(notebook) for slug, notebook in released(slugs).items()}
        for paper, hand_in in stale:
            write_autograded(out, paper, hand_in.open(), frames[hand_in.assignment], language)
        write_papers(url, owed, names, due, more, withdrawn, frames, language)
    return [note for slug, time in due.items() if (note := deadlines.overruled(slug, time))]
