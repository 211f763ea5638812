"""Grading a class: what is new goes to the farm, what is known is kept, results are written whole."""

import contextlib
import os
import resource
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from autograder import farm
from autograder.course import Assignment, Course
from autograder.errors import SandboxGone
from autograder.late import Late
from autograder.record.basis import Basis, bases
from autograder.record.deductions import Due
from autograder.record.history import deductions_told, graded_now, keep_history, run_of
from autograder.record.results import NAME, Journal, Key, read_results, write_results
from autograder.record.shifts import Shift, shifts
from autograder.result import Result, Status, Text
from autograder.sandbox.jail import TIERS, Tier
from autograder.sandbox.launch import Zygote
from autograder.submission import Submission, read_submission

if TYPE_CHECKING:
    from autograder.release.rubric import Items

REVIVALS = 3  # a zygote that dies more often in one run is short of something
NO_SANDBOX = Text(
    "격리 없이(--unsafe-no-sandbox) 채점한 결과입니다.",
    "Graded without a sandbox (--unsafe-no-sandbox).",
)

Graders = Generator[tuple[Submission, tuple[Result, list[str]]], None, None]


class Plan(msgspec.Struct, frozen=True):
    """What is to be graded: submissions that were handed in, and those that are missing."""

    submissions: tuple[Submission, ...]
    missing: tuple[Key, ...]


class Timing(msgspec.Struct, frozen=True):
    """CPU seconds of a run: for getting ready, and for the gradings after that."""

    graded: int
    start_up: float
    grading: float
    wall: float

    @property
    def per_submission(self) -> float:
        """CPU seconds that one more submission costs."""
        return self.grading / self.graded if self.graded else 0.0


class Graded(msgspec.Struct):
    """What a run came to; `items` are those of the graders that it has collected.

    `moved` are the marks that it made other than they were.
    """

    results: list[Result]
    fresh: int
    complaints: list[str]
    items: "Items" = {}
    timing: Timing | None = None
    tier: Tier | None = None
    moved: list[Shift] = []


def make_plan(
    course: Course,
    submitted: Path,
    slugs: Sequence[str],
    students: Sequence[str],
    due: Due = Assignment.due_for,
) -> Plan:
    """Read what lies in `submitted`, for these assignments and students (all where none are named).

    Where no assignment is named, those count that somebody handed in; missing is whoever is on
    the roster (or has handed in anything) and did not hand in one of these. `due` tells until when
    a student has for an assignment.
    """
    for slug in slugs:
        course[slug]  # an unknown name is refused before anything is read
    folders = {_name(path): path for path in _folders(submitted)}
    chosen_slugs = slugs or [
        slug for slug in course.slugs if any((f / slug).is_dir() for f in folders.values())
    ]
    chosen = list(students) or sorted(set(folders) | set(course.roster))
    submissions, missing = [], []
    for student in chosen:
        for slug in chosen_slugs:
            folder = folders.get(student, submitted / student) / slug
            if folder.is_dir() and not folder.is_symlink():
                theirs = msgspec.structs.replace(course[slug], due=due(course[slug], student))
                submissions.append(read_submission(folder, student, theirs))
            else:
                missing.append((student, slug))
    return Plan(tuple(submissions), tuple(missing))


def grade(
    course: Course,
    plan: Plan,
    out: Path,
    *,
    jobs: int,
    tiers: tuple[Tier, ...] = TIERS["auto"],
    use_cache: bool = True,
    whole_class: bool = True,
    late: Callable[[Result], Late] = lambda result: Late(result.late),
    advance: Callable[[int, int], None] = lambda done, of: None,
) -> Graded:
    """Grade a plan and write `out`/results.jsonl. A partial run is merged into what is there.

    `late` tells what lateness costs a result: the history keeps that, too.
    """
    journal = Journal(out)
    before = {**read_results(out / NAME), **journal.finished()}
    known = before if use_cache else {}
    basis = bases(course, _slugs(plan), sandboxed=Tier.UNSAFE not in tiers)
    kept, todo, missing = _sort_out(plan, known, basis)
    run = _Run(course, basis, journal, tiers, run_of(journal), late)
    told = deductions_told(out, journal)
    for result in kept:
        cost = told.get(result.key)
        if result != known[result.key] or cost not in (None, late(result).deduction):
            run.note(result)  # it is late now, or no longer, or for another price
    run.grade(todo, missing, jobs, lambda done: advance(len(kept) + done, len(kept) + len(todo)))
    fresh = {result.key: result for result in [*kept, *run.results]}
    merged = fresh if whole_class else {**before, **fresh}
    results = in_order(course, merged.values())
    write_results(out / NAME, results)
    made = keep_history(out, journal)
    journal.close()
    shown = [result for result in results if result.key in fresh]
    moved = shifts(out, made) if made else []
    return Graded(shown, len(todo), run.complaints, run.items, run.timing, run.tier, moved)


def in_order(course: Course, results: Iterable[Result]) -> list[Result]:
    """By student, then in the course's order of assignments: the same in every run."""
    place = {slug: number for number, slug in enumerate(course.slugs)}
    return sorted(results, key=lambda r: (r.student, place.get(r.assignment, len(place))))


def _folders(submitted: Path) -> list[Path]:
    if not submitted.is_dir():
        return []
    return [
        p for p in submitted.iterdir() if p.is_dir() and not p.is_symlink() and p.name[0] != "."
    ]


def _name(folder: Path) -> str:
    """A student's name as text, even where an old unzip program left bytes that are no UTF-8."""
    return os.fsencode(folder.name).decode("utf-8", "backslashreplace")


def _slugs(plan: Plan) -> list[str]:
    return sorted({s.assignment for s in plan.submissions} | {slug for _, slug in plan.missing})


def _sort_out(
    plan: Plan, known: dict[Key, Result], basis: dict[str, Basis]
) -> tuple[list[Result], list[Submission], list[Key]]:
    """What need not be graded again, what must be, and who is missing anew."""
    kept: list[Result] = []
    todo: list[Submission] = []
    for submission in plan.submissions:
        old = known.get(submission.key)
        if old is not None and _still_holds(old, submission, basis[submission.assignment]):
            kept.append(msgspec.structs.replace(old, late=submission.late))
        else:
            todo.append(submission)
    missing = []
    for key in plan.missing:
        old = known.get(key)
        if old and old.status is Status.MISSING and old.graders_sha256 == basis[key[1]].sha256:
            kept.append(old)
        else:
            missing.append(key)
    return kept, todo, missing


def _still_holds(old: Result, submission: Submission, basis: Basis) -> bool:
    return (
        old.submission_sha256 == submission.sha256
        and old.graders_sha256 == basis.sha256
        and not old.has_error
    )


class _Run:
    """One run of the farm: judge, zygote, workers; results as they come."""

    def __init__(
        self,
        course: Course,
        basis: dict[str, Basis],
        journal: Journal,
        tiers: tuple[Tier, ...],
        began: datetime,
        late: Callable[[Result], Late],
    ) -> None:
        self.course = course
        self.basis = basis
        self.journal = journal
        self.tiers = tiers
        self.began = began
        self.late = late
        self.results: list[Result] = []
        self.complaints: list[str] = []
        self.items: Items = {}
        self.timing: Timing | None = None
        self.tier: Tier | None = None

    def grade(
        self, todo: list[Submission], missing: list[Key], jobs: int, advance: Callable[[int], None]
    ) -> None:
        """Grade what is to do; with nothing to do nothing heavy is even imported."""
        advance(0)
        if not todo and not missing:
            return
        readable = [submission for submission in todo if submission.problem is None]
        dynamo = self.course.needs_dynamo({submission.assignment for submission in readable})
        zygote = Zygote(self.tiers, dynamo=dynamo) if readable else None
        try:
            self._with_judge(zygote, todo, missing, jobs, advance)
        finally:
            if zygote is not None:
                zygote.stop()
        if self.timing is not None:
            self.timing = msgspec.structs.replace(
                self.timing, grading=_cpu_seconds() - self.timing.start_up
            )

    def _with_judge(
        self,
        zygote: Zygote | None,
        todo: list[Submission],
        missing: list[Key],
        jobs: int,
        advance: Callable[[int], None],
    ) -> None:
        from autograder.judge.session import Judge, with_judge
        from autograder.judge.work import Bench

        def body(judge: Judge) -> None:
            self.items = {slug: judge.items(slug) for slug in self.basis}
            judge.rehearse(sorted({s.assignment for s in todo if s.problem is None}))
            start_up = 0.0
            if zygote is not None:
                self.tier = zygote.ready()
                start_up = zygote.start_up_seconds
            start_up += _cpu_seconds()
            started = time.monotonic()
            bench = Bench(self.course, judge, zygote)
            for student, slug in missing:
                self._keep(bench.missing(student, slug))

            def run(left: Sequence[Submission]) -> Graders:
                return farm.run(left, bench.grade, jobs, bench.give_up)

            for done, (result, complaints) in enumerate(_each(todo, run, zygote), start=1):
                self._keep(result)
                self.complaints += complaints
                advance(done)
            wall = time.monotonic() - started
            self.timing = Timing(len(todo), start_up, 0.0, wall)

        with_judge(self.course, list(self.basis), body)

    def _keep(self, result: Result) -> None:
        notes = (*result.notes, NO_SANDBOX) if self.tier is Tier.UNSAFE else result.notes
        result = msgspec.structs.replace(
            result, notes=notes, graders_sha256=self.basis[result.assignment].sha256
        )
        self.note(result)
        self.results.append(result)

    def note(self, result: Result) -> None:
        """Keep a result at once, be it one that was there already and is late now."""
        cost = self.late(result).deduction
        self.journal.add(graded_now(result, self.basis[result.assignment], self.began, cost))


def _each(
    todo: Sequence[Submission],
    run: Callable[[Sequence[Submission]], Graders],
    zygote: Zygote | None,
) -> Iterator[tuple[Result, list[str]]]:
    """Run the farm to its end. A zygote that dies is replaced, and what was under way done again."""
    left = {submission.key: submission for submission in todo}
    for revivals in reversed(range(REVIVALS + 1)):
        try:
            with contextlib.closing(run(list(left.values()))) as graded:
                for submission, done in graded:
                    del left[submission.key]
                    yield done
            return
        except SandboxGone:
            if zygote is None or not revivals:
                raise
            zygote.revive()


def _cpu_seconds() -> float:
    """CPU time of this process and of all its children that have ended."""
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
