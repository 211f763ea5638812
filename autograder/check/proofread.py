"""Looks through an assignment's files before anything is run: all there, readable, in both languages."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder.check.finding import Finding
from autograder.course import Assignment
from autograder.errors import KitError

PAGE = "docs/writing-an-assignment.md shows how"


def proofread(assignment: Assignment) -> list[Finding]:
    """What is missing in an assignment, or cannot be read."""
    told = list(_missing(assignment)) or list(_unreadable(assignment))
    told = told or [*_languages(assignment), *_mistakes(assignment)]
    return [Finding(assignment.slug, what, hint) for what, hint in told]


Told = Iterator[tuple[str, str]]


def _missing(assignment: Assignment) -> Told:
    for part, path in assignment.parts.items():
        if not path.is_file():
            verb = "are" if part.endswith("s") else "is"
            place = path.relative_to(assignment.root)
            yield f"The {part} {verb} missing.", f"Write {place}; {PAGE}."
    if assignment.solution.is_file() and not assignment.accepted:
        place = assignment.solution.with_name("accepted").relative_to(assignment.root)
        yield (
            "No other right answer is there.",
            f"Write one into {place}/, in other words than the reference's: "
            "it keeps the grader fair.",
        )


def _unreadable(assignment: Assignment) -> Told:
    for path in (*assignment.parts.values(), *assignment.accepted):
        yield from _told_of(assignment, path, ast.parse)
    if assignment.equivalent.is_file():
        yield from _told_of(assignment, assignment.equivalent, tomllib.loads)


def _told_of(assignment: Assignment, path: Path, parse: object) -> Told:
    place = path.relative_to(assignment.root)
    try:
        assert callable(parse)
        parse(path.read_text("utf-8"))
    except UnicodeDecodeError:
        yield f"{place} is not UTF-8.", "Save it as UTF-8."
    except SyntaxError as error:
        yield f"{place}, line {error.lineno}: {error.msg}.", "Correct the line."
    except ValueError as error:  # a NUL, or TOML that is none
        yield f"{place}: {error}.", "Correct the file."


def _languages(assignment: Assignment) -> Told:
    """Each text cell has its twin, so that nobody misses a requirement that is graded."""
    source = assignment.source.read_text("utf-8")
    marks = (line for line in source.splitlines() if line.startswith("# %%"))
    count = Counter(tag for mark in marks for tag in re.findall(r'"(ko|en)"', mark))
    if count["ko"] != count["en"] or not count["ko"]:
        yield (
            f"{assignment.source.name} has {count['ko']} text cells in Korean and {count['en']} in "
            "English.",
            'Write each text twice: below # %% [markdown] tags=["ko"] and below tags=["en"].',
        )


def _mistakes(assignment: Assignment) -> Told:
    from autograder.judge.mistakes import read_mistakes

    try:
        mistakes = read_mistakes(assignment.mistakes)
    except KitError as error:
        yield str(error), error.hint
        return
    if not mistakes:
        yield (
            "No known mistake is there.",
            f"Write wrong answers that students give into {assignment.mistakes.name}; {PAGE}.",
        )
    for twice in _more_than_once(mistake.id for mistake in mistakes):
        yield f"Two mistakes are called {twice}.", "Give each an id of its own."
    tree = ast.parse(assignment.solution.read_text("utf-8"))
    there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    for mistake in mistakes:
        if mistake.function not in there:
            yield (
                f"The mistake {mistake.id} replaces {mistake.function}, which the reference does "
                "not define.",
                f"Functions and classes there are: {', '.join(sorted(there))}.",
            )


def _more_than_once(names: Iterable[str]) -> list[str]:
    return sorted(name for name, count in Counter(names).items() if count > 1)
