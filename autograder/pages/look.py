"""What all pages share: their templates' surroundings, and an assignment's title."""

import contextlib
from functools import cache
from textwrap import dedent
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from autograder.course import Course
from autograder.errors import KitError


def title_of(course: Course, slug: str, language: str) -> str:
    """An assignment's title; its name where the course has it no longer."""
    with contextlib.suppress(KitError):
        return course[slug].title.in_language(language)
    return slug


@cache
def environment() -> Environment:
    """jinja2 as all pages use it. Made once, for it keeps what it has compiled."""
    environment = Environment(
        loader=PackageLoader("autograder.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"points": _points, "percent": _percent}
    environment.filters["dedent"] = dedent  # so that a caret is in sight on a phone
    return environment


def _points(value: Any) -> str:
    return f"{value:g}"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}%"
