"""Keeps nbgrader's records: writes what the autograded notebooks and the gradebook lack, no more."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from autograder.course import Course
from autograder.nbgrading.autograded import is_current, write_autograded
from autograder.nbgrading.papers import papers_of
from autograder.record.results import Key
from autograder.result import Result
from autograder.submission import Submission


def keep_nbgrader(
    course: Course,
    out: Path,
    submitted: Path,
    results: Mapping[Key, Result],
    submissions: Iterable[Submission],
    language: str,
) -> None:
    """Bring OUT/autograded (for these submissions) and the gradebook (for all results) up to date.

    Raises KitError where that cannot be done now; the next run does it then.
    """
    if course.db_url == "" or not results:
        return
    from autograder.nbgrading.known import default_url, read_known

    url = course.db_url or default_url(out)
    papers = {
        paper.key: paper for paper in papers_of(course, results.values(), submitted, language)
    }
    stale = [
        (papers[submission.key], submission)
        for submission in submissions
        if submission.key in papers and not is_current(out, papers[submission.key])
    ]
    known = read_known(url)
    owed = known.lacks(papers.values())
    names = known.lacks_names(course.roster, {student for student, _ in results})
    withdrawn = [key for key in known.digests if key in results and key not in papers]
    if not (stale or owed or names or withdrawn):
        return
    from autograder.nbgrading.frame import frames_of
    from autograder.nbgrading.gradebook import write_papers

    slugs = {paper.result.assignment for paper in (*owed, *(paper for paper, _ in stale))}
    frames = frames_of(course, slugs, language)
    for paper, submission in stale:
        write_autograded(out, paper, submission, frames[submission.assignment], language)
    write_papers(url, owed, names, withdrawn, frames, language)
