"""Releases assignments: a folder for each, with all that a student needs and nothing more.

    assignments/a01_sigmoid/a01_sigmoid.py ─┐                              ┌→ gradebook.db
    assignments/a01_sigmoid/test_….py ──────┼→ bundle, in memory → guard ──┼→ source/a01_sigmoid/
    assignments/selfcheck/ ─────────────────┤                              ├→ release/a01_sigmoid/
    points per task, of the hidden grader ──┤                              └→ release/*.zip
    hints and fingerprints, of mistakes.py ─┘

A bundle is looked at before anything is written, so a bad one never lies where students find it.
release/ is what students get: nbgrader's exchange hands out its folders, an LMS its zips. source/ is
the same once more: there nbgrader looks for what it may generate, and may find nothing that students
must not see.
"""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from autograder.course import Course
from autograder.nbgrading.assignment import register
from autograder.nbgrading.database import gradebook_of
from autograder.release.bundle import bundle_of, checks_of
from autograder.release.folder import write_folders
from autograder.release.guard import guard
from autograder.release.hints import hints_of
from autograder.release.rubric import Items, rubrics
from autograder.release.zips import write_zips
from autograder.text import Text

__all__ = ["notebooks", "release"]


def release(
    course: Course,
    out: Path,
    language: str,
    slugs: Sequence[str],
    tell: Callable[[Text], None] = lambda note: None,
) -> list[Path]:
    """Write OUT/release/<slug> in "ko" or "en" and tell nbgrader of it; folders and zips are returned.

    Nothing is written unless every assignment is fit to be released. What an earlier release left
    in these folders is gone afterwards; everything else in OUT/release stays. `tell` is called with
    what the instructor should know.
    """
    out.mkdir(parents=True, exist_ok=True)  # before half a minute's work that nobody could keep
    tasks = rubrics(course, slugs, {})
    for slug in slugs:  # what is not fit to go out is not run either
        guard(course[slug], tasks[slug], bundle_of(course, course[slug], tasks[slug], language))
    checks = {slug: checks_of(course, course[slug], language) for slug in slugs}
    hints = hints_of(course, checks, tasks)
    bundles = {}
    for slug in slugs:
        bundle = bundle_of(course, course[slug], tasks[slug], language, hints.get(slug))
        guard(course[slug], tasks[slug], bundle)
        bundles[slug] = bundle
    url = gradebook_of(course, out)
    if url is not None:
        for slug, bundle in bundles.items():
            if note := register(url, course, slug, bundle[f"{slug}.ipynb"]):
                tell(note)
    write_folders(out / "source", bundles)
    folders = write_folders(out / "release", bundles)
    return [*folders, *write_zips(out / "release", course, bundles, language)]


def notebooks(
    course: Course, language: str, slugs: Collection[str], known: Items
) -> dict[str, str]:
    """The notebooks as they would be released now; graders whose items are known are not read."""
    return {
        slug: bundle_of(course, course[slug], tasks, language)[f"{slug}.ipynb"]
        for slug, tasks in rubrics(course, sorted(slugs), known).items()
    }
