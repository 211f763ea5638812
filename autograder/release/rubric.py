"""What a release may know of the hidden graders: tasks, and the sum of the points of each."""

import ast
from collections.abc import Sequence

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


def rubrics(course: Course, slugs: Sequence[str]) -> dict[str, list[Task]]:
    """The tasks of each assignment, as they follow in the student's file; none without a grader."""
    from autograder.judge.session import Judge, with_judge

    written = [slug for slug in slugs if course[slug].grader.is_file()]

    def body(judge: Judge) -> dict[str, list[Task]]:
        return {slug: _in_order(course[slug], _tasks(judge.items(slug))) for slug in written}

    graded = with_judge(course, written, body) if written else {}
    return {slug: graded.get(slug, []) for slug in slugs}


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
