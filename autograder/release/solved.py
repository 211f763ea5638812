"""Hands out the reference solutions: the student's file with its stubs written, as notebook and .py.

The text cells are those of the release, in one language. Each stub's cell has the reference's own
definition; what it needs besides (imports, helpers) has a cell of its own in front of them. No other
private file is read, and release/, which the guard watches, is not touched.
"""

import ast
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from autograder.course import Assignment, Course
from autograder.errors import CourseError
from autograder.release.bundle import Bundle, read
from autograder.release.folder import write_folders
from autograder.release.notebook import Cell, Cells, as_percent, as_plain_ipynb, cells_in
from autograder.release.rubric import Definition
from autograder.text import Text

FOLDER = "solved"


def release_solutions(course: Course, out: Path, language: str, slugs: Sequence[str]) -> list[Path]:
    """Write OUT/solved/<slug>; nothing is written unless every assignment can be."""
    bundles = {slug: _solved(course[slug], language) for slug in slugs}
    return write_folders(out / FOLDER, bundles)


def closed(
    course: Course,
    named: Sequence[str],
    last: Mapping[str, datetime | None],
    now: datetime,
) -> list[str]:
    """The assignments whose solutions may go out: past `last`, the latest time anybody has.

    One without a due date goes out only where it is named. Raises CourseError where one that is
    named is still open, or nothing is left.
    """
    due = {slug: last.get(slug) for slug in named or course.slugs}
    still = {slug: time for slug, time in due.items() if time is not None and time > now}
    for slug in named:
        if slug in still:
            raise _still_open(slug, still[slug])
    free = [slug for slug in due if slug not in still and (due[slug] is not None or slug in named)]
    if not free:
        raise CourseError(
            Text("마감이 지난 과제가 없습니다.", "No assignment is past its due date."),
            Text(
                "마감이 없는 과제는 이름을 지정하면 공개합니다: --assignment a01_sigmoid",
                "One without a due date goes out where it is named: --assignment a01_sigmoid",
            ),
        )
    return free


def _still_open(slug: str, due: datetime) -> CourseError:
    until = f"{due:%Y-%m-%d %H:%M %Z}"
    return CourseError(
        Text(
            f"{slug} 과제는 아직 제출할 수 있습니다. (마감 {until})",
            f"{slug} can still be handed in, until {until}.",
        ),
        Text(
            "모범 답안은 그 뒤에 공개하세요. 마감은 course.toml의 [due]에 있습니다.",
            "Its solution may go out after that; course.toml has the due date under [due].",
        ),
    )


def _solved(assignment: Assignment, language: str) -> Bundle:
    source = read(assignment.source)
    solution = read(assignment.solution)
    cells = _written(cells_in(source, assignment.source.name, language), solution)
    slug = assignment.slug
    return {f"{slug}.ipynb": as_plain_ipynb(slug, cells), f"{slug}.py": as_percent(cells)}


def _written(cells: Cells, solution: str) -> Cells:
    """The cells with the reference's definitions, and in front of the first what these need."""
    tree = ast.parse(solution)
    definitions = {node.name: node for node in tree.body if isinstance(node, Definition)}
    tasks = {
        place: names for place, cell in enumerate(cells) if (names := _tasks(cell, definitions))
    }
    written = {name for names in tasks.values() for name in names}
    needed = [node for node in _besides(tree, cells) if getattr(node, "name", None) not in written]
    first = min(tasks, default=len(cells))
    made: Cells = []
    for place, cell in enumerate(cells):
        if place == first and needed:
            made.append(_code(cell, _texts(solution, needed)))
        mine = [definitions[name] for name in tasks.get(place, ())]
        made.append(_code(cell, _texts(solution, mine)) if mine else cell)
    return made


def _besides(tree: ast.Module, cells: Cells) -> list[ast.stmt]:
    """The statements of the reference, but for its docstring, that no cell has already."""
    docstring = ast.get_docstring(tree) is not None
    there = {line for cell in cells for line in cell["source"].splitlines()}
    return [node for node in tree.body[docstring:] if ast.unparse(node) not in there]


def _tasks(cell: Cell, definitions: Mapping[str, ast.stmt]) -> list[str]:
    """The functions and classes of the reference that are to be written in a cell."""
    if cell["cell_type"] != "code":
        return []
    names = (getattr(node, "name", "") for node in ast.parse(cell["source"]).body)
    return [name for name in names if name in definitions]


def _texts(solution: str, nodes: Iterable[ast.stmt]) -> str:
    """The statements as they stand in the file, with decorators and the comments above."""
    lines = solution.splitlines()
    texts: list[str] = []
    end = 0
    for node in nodes:
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))]) - 1
        while first and lines[first - 1].startswith("#"):
            first -= 1
        joined = "\n" if first - end <= 1 and texts else "\n\n\n"
        texts.append((joined if texts else "") + "\n".join(lines[first : node.end_lineno]))
        end = node.end_lineno or first
    return "".join(texts)


def _code(like: Cell, source: str) -> Cell:
    cell = like.copy()
    cell["source"] = source
    return cell
