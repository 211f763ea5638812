"""Releases assignments: a folder for each, with all that a student needs and nothing more.

    assignments/a01_sigmoid/a01_sigmoid.py ─┐                              ┌→ gradebook.db
    assignments/a01_sigmoid/test_….py ──────┼→ bundle, in memory → guard ──┼→ source/a01_sigmoid/
    assignments/selfcheck/ ─────────────────┤                              └→ release/a01_sigmoid/
    points per task, of the hidden grader ──┤
    hints and fingerprints, of mistakes.py ─┘

A bundle is looked at before anything is written, so a bad one never lies where students find it.
release/ is what students get and nbgrader's exchange hands out. source/ is the same once more:
there nbgrader looks for what it may generate, and may find nothing that students must not see.
"""

from collections.abc import Sequence
from pathlib import Path

from autograder.course import Course
from autograder.nbgrading.assignment import register
from autograder.release.bundle import bundle_of, checks_of
from autograder.release.folder import write_folders
from autograder.release.guard import guard
from autograder.release.hints import hints_of
from autograder.release.rubric import rubrics

__all__ = ["release"]


def release(course: Course, out: Path, language: str, slugs: Sequence[str]) -> list[Path]:
    """Write OUT/release/<slug> in "ko" or "en" and tell nbgrader of it; the folders are returned.

    Nothing is written unless every assignment is fit to be released. What an earlier release left
    in these folders is gone afterwards; everything else in OUT/release stays.
    """
    tasks = rubrics(course, slugs)
    for slug in slugs:  # what is not fit to go out is not run either
        guard(course[slug], tasks[slug], bundle_of(course, course[slug], tasks[slug], language))
    checks = {slug: checks_of(course, course[slug], language) for slug in slugs}
    hints = hints_of(course, checks, tasks)
    bundles = {}
    for slug in slugs:
        bundle = bundle_of(course, course[slug], tasks[slug], language, hints.get(slug))
        guard(course[slug], tasks[slug], bundle)
        bundles[slug] = bundle
    out.mkdir(parents=True, exist_ok=True)
    for slug, bundle in bundles.items():
        register(gradebook_of(out), slug, course[slug].due, bundle[f"{slug}.ipynb"])
    write_folders(out / "source", bundles)
    return write_folders(out / "release", bundles)


def gradebook_of(out: Path) -> str:
    """Where nbgrader looks for its gradebook in the course's folder."""
    return f"sqlite:///{out.resolve() / 'gradebook.db'}"
