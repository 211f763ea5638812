"""The items' titles, read from the graders as text: neither pytest nor torch is needed for a title.

    @item("sig.values", function="sigmoid", points=2, ko="슬라이드의 값", en="values on the slide")

A title that is not written out as a literal is not known here; the item's id stands for it.
"""

import ast
import contextlib
from collections.abc import Iterable, Iterator

from autograder.course import Course
from autograder.text import Text

Titles = dict[tuple[str, str], Text]
"""By (assignment, item)."""


def item_titles(course: Course, slugs: Iterable[str]) -> Titles:
    """The items' titles; none of an assignment that the course has not, or whose grader is broken."""
    return {
        (slug, name): title
        for slug in slugs
        if slug in course.slugs
        for name, title in _titles(course, slug)
    }


def _titles(course: Course, slug: str) -> Iterator[tuple[str, Text]]:
    with contextlib.suppress(OSError, SyntaxError, ValueError):
        for node in ast.parse(course[slug].grader.read_text("utf-8")).body:
            for mark in getattr(node, "decorator_list", ()):
                if isinstance(mark, ast.Call) and getattr(mark.func, "id", "") == "item":
                    yield from _title(mark)


def _title(mark: ast.Call) -> Iterator[tuple[str, Text]]:
    words = {k.arg: k.value for k in mark.keywords if k.arg in ("ko", "en")}
    with contextlib.suppress(ValueError, KeyError, IndexError):
        ko, en = (ast.literal_eval(words[language]) for language in ("ko", "en"))
        yield ast.literal_eval(mark.args[0]), Text(ko, en)
