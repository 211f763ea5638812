"""Known mistakes as the self-check may tell them: a fingerprint of what each answers, and its hint.

The public tests run on every mistake, here, and what came back is written down as a hash. A student
whose functions fail the same tests with the same answers is told the mistake; of its code, which is
nearly a solution, nothing is released.
"""

import hashlib
import os
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import torch

from autograder.course import Assignment, Course
from autograder.judge.mistakes import Mistake, read_mistakes
from autograder.judge.reference import mistake_cells, reference_cells
from autograder.release import public_tests
from autograder.release.check_cells import Checks
from autograder.release.public_tests import LONG, TOO_LONG, PublicTests, with_public_tests
from autograder.release.rubric import Task
from autograder.text import Text


class Hints(msgspec.Struct, frozen=True):
    """The hints of an assignment, by task and fingerprint; tests that take too long to be `unknown`."""

    hints: dict[str, dict[str, Text]] = {}
    unknown: tuple[str, ...] = ()

    def in_language(self, language: str) -> dict[str, Any]:
        """As the self-check reads it."""
        told = {
            task: {name: text.in_language(language) for name, text in known.items()}
            for task, known in self.hints.items()
        }
        return {"hints": told, "unknown": list(self.unknown)}


def hints_of(
    course: Course,
    checks: Mapping[str, Checks],
    tasks: Mapping[str, Sequence[Task]],
) -> dict[str, Hints]:
    """The hints of each assignment whose mistakes are written; found anew only where it has changed."""
    keys = {
        slug: _key(course[slug], tasks[slug])
        for slug in checks
        if tasks[slug] and course[slug].mistakes.is_file()
    }
    store = course.root / ".hints"
    known = {slug: hints for slug, key in keys.items() if (hints := _recalled(store, slug, key))}
    left = {slug: checks[slug] for slug in keys if slug not in known}
    found = with_public_tests(course, left, tasks, hints_in) if left else {}
    for slug, hints in found.items():
        _remember(store, slug, keys[slug], hints)
    return known | found


class _Kept(msgspec.Struct, frozen=True):
    """What a file of the store holds: hints, and a digest of all that they come from."""

    key: str
    hints: Hints


def _key(assignment: Assignment, tasks: Sequence[Task]) -> str:
    selfcheck = assignment.folder.parent / "selfcheck"
    paths = [assignment.mistakes, assignment.solution, assignment.self_check]
    paths += [selfcheck / "_calls.py", Path(__file__), Path(public_tests.__file__)]
    parts = [path.read_bytes() for path in paths if path.is_file()]
    parts += [msgspec.json.encode(list(tasks)), torch.__version__.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _recalled(store: Path, slug: str, key: str) -> Hints | None:
    try:
        kept = msgspec.json.decode((store / f"{slug}.json").read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        return None
    return kept.hints if kept.key == key else None


def _remember(store: Path, slug: str, key: str, hints: Hints) -> None:
    """Keep them for the next release; where nothing can be written it finds them again."""
    with suppress(OSError):
        store.mkdir(exist_ok=True)
        beside = store / f".{slug}.{os.getpid()}"
        beside.write_bytes(msgspec.json.encode(_Kept(key, hints)))
        beside.replace(store / f"{slug}.json")


def hints_in(public: PublicTests) -> Hints:
    """Of all mistakes that the tests see; one that cannot be told from another says nothing."""
    reference = public.observed(reference_cells(public.assignment), public.tests, LONG)
    unknown = {each.test for each in reference if each.told == [TOO_LONG]}
    found: dict[tuple[str, str], set[Text | None]] = defaultdict(set)
    for mistake in read_mistakes(public.assignment.mistakes):
        own = {public.task_of(t) for t in public.tests if mistake.function in public.names_in(t)}
        for task, name in _fingerprints(public, mistake, unknown).items():
            # In a task that does not name the function it shows too, but is not what to mend there.
            found[task, name].add(mistake.hint if task in own else None)
    hints: dict[str, dict[str, Text]] = {}
    for (task, name), texts in found.items():
        text = texts.pop()
        if text is not None and not texts:
            hints.setdefault(task, {})[name] = text
    return Hints(hints, tuple(sorted(unknown)))


def _fingerprints(
    public: PublicTests, mistake: Mistake, unknown: Collection[str]
) -> dict[str, str]:
    """By task, what the tests see that reach its function, also through the reference."""
    tests = [
        test
        for test in public.tests
        if test.name not in unknown and mistake.function in public.reached_from(test)
    ]
    return public.fingerprints(public.observed(mistake_cells(public.assignment, mistake), tests))
