"""Releases assignments: a folder for each, with all that a student needs and nothing more.

    assignments/a01_sigmoid/a01_sigmoid.py ─┐
    assignments/a01_sigmoid/test_….py ──────┼→ bundle, in memory → guard → release/a01_sigmoid/
    assignments/selfcheck/ ─────────────────┘

A bundle is looked at before anything is written, so a bad one never lies where students find it.
"""

from collections.abc import Sequence
from pathlib import Path

from autograder.course import Course
from autograder.release.bundle import bundle_of
from autograder.release.folder import write_folders
from autograder.release.guard import guard

__all__ = ["release"]


def release(course: Course, target: Path, language: str, slugs: Sequence[str]) -> list[Path]:
    """Write a folder for each assignment below `target`, in "ko" or "en"; the folders are returned.

    Nothing is written unless every assignment is fit to be released. What an earlier release left
    in these folders is gone afterwards; everything else in `target` stays.
    """
    bundles = {}
    for slug in slugs:
        bundle = bundle_of(course, course[slug], language)
        guard(course[slug], bundle)
        bundles[slug] = bundle
    return write_folders(target, bundles)
