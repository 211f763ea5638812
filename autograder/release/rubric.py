"""What a release may know of the hidden graders: tasks, and the sum of the points of each."""

import ast
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from autograder.course import Assignment, Course
from autograder.judge.items import Item
from autograder.result import total

Definition = ast.FunctionDef | ast.ClassDef


class Task(msgspec.Struct, frozen=True):
    """A function or class that items name; `companions` are others that only its items call."""

    name: str
    points: float
    companions: tuple[str, ...] = ()

    @property
    def functions(self) -> tuple[str, ...]:
        """All that is to be written for it."""
        return (self.name, *self.companions)


Items = Mapping[str, Sequence[Item]]


def rubrics(course: Course, slugs: Iterable[str], known: Items) -> dict[str, list[Task]]:
    """The tasks of each assignment, as they follow in the student's file; none without a grader.

    Graders whose items are `known` are not collected again.
    """
    slugs = list(slugs)
    unknown = [slug for slug in slugs if slug not in known and course[slug].grader.is_file()]
    items = {**known, **(_collected(course, unknown) if unknown else {})}
    return {slug: _in_order(course[slug], _tasks(items.get(slug, ()))) for slug in slugs}


def _collected(course: Course, slugs: Sequence[str]) -> Items:
    from autograder.judge.session import with_judge

    return with_judge(course, slugs, lambda judge: {slug: judge.items(slug) for slug in slugs})


def _tasks(items: Sequence[Item]) -> list[Task]:
    names = dict.fromkeys(item.function for item in items)
    home: dict[str, str] = {}
    for item in items:
        for companion in item.also:
            if companion not in names:
                home.setdefault(companion, item.function)
    return [
        Task(
            name,
            total([item.points for item in items if item.function == name]),
            tuple(companion for companion, task in home.items() if task == name),
        )
        for name in names
    ]


def _in_order(assignment: Assignment, tasks: list[Task]) -> list[Task]:
    """Sorted by where the last function of each is written."""
    text = assignment.source.read_text("utf-8", "replace") if assignment.source.exists() else ""
    places = {name: place for place, name in enumerate(defined_in(text))}
    return sorted(tasks, key=lambda task: max(places.get(name, -1) for name in task.functions))


def defined_in(source: str) -> list[str]:
    """The functions and classes that code defines at its top level; the guard tells what is no code."""
    try:
        return [node.name for node in ast.parse(source).body if isinstance(node, Definition)]
    except SyntaxError:
        return []
