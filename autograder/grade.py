"""Grading a class: what is new goes to the farm, what is known is kept, results are written whole."""

import os
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from autograder.course import Assignment, Course
from autograder.farm import Farm
from autograder.record.basis import Basis, bases
from autograder.record.deductions import Due, cost_now
from autograder.record.history import deductions_told, graded_now, keep_history, run_of
from autograder.record.results import RESULTS, Journal, Key, read_results, write_results
from autograder.record.shifts import Shift, shifts
from autograder.result import Result, Status
from autograder.submission import HandIn, find_hand_in
from autograder.text import Text

if TYPE_CHECKING:
    from autograder.judge.session import Judge
    from autograder.release.rubric import Items

NO_SANDBOX = Text(
    "격리 없이(--unsafe-no-sandbox) 채점한 결과입니다.",
    "Graded without a sandbox (--unsafe-no-sandbox).",
)


class Plan(msgspec.Struct, frozen=True):
    """What is to be graded: what was handed in, in `submitted`, and what is missing.

    `due` tells until when a student has for an assignment. Where it is not the whole class, what
    else has been graded before stays among the results.
    """

    submitted: Path
    due: Due
    whole_class: bool
    hand_ins: tuple[HandIn, ...]
    missing: tuple[Key, ...]


class Timing(msgspec.Struct, frozen=True):
    """CPU seconds of a run: for getting ready, and for the gradings after that.

    `conditions` say how and where student code ran.
    """

    graded: int
    start_up: float
    grading: float
    wall: float
    conditions: Text

    @property
    def per_submission(self) -> float:
        """CPU seconds that one more submission costs."""
        return self.grading / self.graded if self.graded else 0.0


class Graded(msgspec.Struct):
    """What a run came to; `items` are those of the graders that it has collected.

    `complaints` are of graders that failed, each with the students whom it failed for. `moved` are
    the marks that the run made other than they were.
    """

    results: list[Result]
    fresh: int
    complaints: dict[Text, list[str]]
    items: "Items" = {}
    timing: Timing | None = None
    moved: list[Shift] = []


def make_plan(
    course: Course,
    submitted: Path,
    slugs: Sequence[str],
    students: Sequence[str],
    due: Due = Assignment.due_for,
) -> Plan:
    """See what lies in `submitted`, for these assignments and students (all where none are named).

    Where no assignment is named, those count that somebody handed in; missing is whoever is on
    the roster (or has handed in anything) and did not hand in one of these.
    """
    for slug in slugs:
        course[slug]  # an unknown name is refused before anything is read
    folders = {_name(path): path for path in _folders(submitted)}
    chosen_slugs = slugs or [
        slug
        for slug in course.slugs
        if any(_is_folder(folder / slug, locked=False) for folder in folders.values())
    ]
    chosen = list(students) or sorted(set(folders) | set(course.roster))
    hand_ins, missing = [], []
    for student in chosen:
        for slug in chosen_slugs:
            folder = folders.get(student, submitted / student) / slug
            if _is_folder(folder, locked=True):  # what cannot be opened is not missing
                theirs = msgspec.structs.replace(course[slug], due=due(course[slug], student))
                hand_ins.append(find_hand_in(folder, student, theirs))
            else:
                missing.append((student, slug))
    return Plan(submitted, due, not (slugs or students), tuple(hand_ins), tuple(missing))


def grade(
    course: Course,
    plan: Plan,
    out: Path,
    farm: Farm,
    *,
    use_cache: bool = True,
    advance: Callable[[int, int], None] = lambda done, of: None,
) -> Graded:
    """Grade a plan and write `out`/results.jsonl.

    `advance` is called with how many are done, of how many.
    """
    journal = Journal(out)
    before = {**read_results(out / RESULTS), **journal.finished()}
    known = before if use_cache else {}
    basis = bases(course, _slugs(plan), sandboxed=farm.sandboxed)
    kept, todo, missing = _sort_out(plan, known, basis)
    run = _Run(course, plan, basis, journal, farm)
    noted = deductions_told(out, journal)
    for result in kept:
        paid = noted.get(result.key)
        if result != known[result.key] or paid not in (None, run.cost_of(result)):
            run.note(result)  # it is late now, or no longer, or for another price
    run.grade(todo, missing, lambda done: advance(len(kept) + done, len(kept) + len(todo)))
    fresh = {result.key: result for result in [*kept, *run.results]}
    merged = fresh if plan.whole_class else {**before, **fresh}
    results = in_order(course, merged.values())
    write_results(out / RESULTS, results)
    made = keep_history(out, journal)
    journal.close()
    shown = [result for result in results if result.key in fresh]
    moved = shifts(out, made) if made else []
    return Graded(shown, len(todo), run.complaints, run.items, run.timing, moved)


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


def _is_folder(path: Path, *, locked: bool) -> bool:
    """Whether a folder is there; `locked` is the answer where we may not look."""
    try:
        return path.is_dir() and not path.is_symlink()
    except PermissionError:
        return locked


def _name(folder: Path) -> str:
    """A student's name as text, even where an old unzip program left bytes that are no UTF-8."""
    return os.fsencode(folder.name).decode("utf-8", "backslashreplace")


def _slugs(plan: Plan) -> list[str]:
    return sorted({h.assignment for h in plan.hand_ins} | {slug for _, slug in plan.missing})


def _sort_out(
    plan: Plan, known: dict[Key, Result], basis: dict[str, Basis]
) -> tuple[list[Result], list[HandIn], list[Key]]:
    """What need not be graded again, what must be, and who is missing anew."""
    kept: list[Result] = []
    todo: list[HandIn] = []
    for hand_in in plan.hand_ins:
        old = known.get(hand_in.key)
        if old is not None and _still_holds(old, hand_in, basis[hand_in.assignment]):
            kept.append(msgspec.structs.replace(old, late=hand_in.late))
        else:
            todo.append(hand_in)
    missing = []
    for key in plan.missing:
        old = known.get(key)
        if old and old.status is Status.MISSING and old.graders_sha256 == basis[key[1]].sha256:
            kept.append(old)
        else:
            missing.append(key)
    return kept, todo, missing


def _still_holds(old: Result, hand_in: HandIn, basis: Basis) -> bool:
    return (
        old.submission_sha256 == hand_in.sha256
        and old.graders_sha256 == basis.sha256
        and not old.has_error
    )


class _Run:
    """One run: judge and farm; results as they come."""

    def __init__(
        self,
        course: Course,
        plan: Plan,
        basis: dict[str, Basis],
        journal: Journal,
        farm: Farm,
    ) -> None:
        self.course = course
        self.plan = plan
        self.basis = basis
        self.journal = journal
        self.farm = farm
        self.began = run_of(journal)
        self.results: list[Result] = []
        self.complaints: dict[Text, list[str]] = {}
        self.items: Items = {}
        self.timing: Timing | None = None

    def grade(
        self, todo: Sequence[HandIn], missing: Sequence[Key], advance: Callable[[int], None]
    ) -> None:
        """Grade what is to do; with nothing to do nothing heavy is even imported."""
        advance(0)
        if not todo and not missing:
            return
        from autograder.judge.session import with_judge

        slugs = {hand_in.assignment for hand_in in todo}
        readable = any(hand_in.open().problem is None for hand_in in todo)
        try:
            if readable:
                basis = {slug: self.basis[slug] for slug in slugs}
                self.farm.start(self.course, basis, len(todo))
            with_judge(
                self.course,
                list(self.basis),
                lambda judge: self._judged(judge, todo, missing, advance, readable),
            )
        finally:
            self.farm.stop()
        if self.timing is not None:
            self.timing = msgspec.structs.replace(
                self.timing, grading=_cpu_seconds() - self.timing.start_up
            )

    def _judged(
        self,
        judge: "Judge",
        todo: Sequence[HandIn],
        missing: Sequence[Key],
        advance: Callable[[int], None],
        readable: bool,
    ) -> None:
        from autograder.judge.work import Bench

        bench = Bench(self.course, judge, None)
        self.items = {slug: judge.items(slug) for slug in self.basis}
        start_up = self.farm.ready(judge) if readable else 0.0
        start_up += _cpu_seconds()
        started = time.monotonic()
        for student, slug in missing:
            self._keep(bench.missing(student, slug))
        unread = ((hand_in, bench.grade(hand_in.open())) for hand_in in todo)
        graded = self.farm.grade(todo) if readable else unread
        for done, (_, (result, complaints)) in enumerate(graded, start=1):
            self._keep(result)
            for complaint in complaints:
                self.complaints.setdefault(complaint, []).append(result.student)
            advance(done)
        wall = time.monotonic() - started
        self.timing = Timing(len(todo), start_up, 0.0, wall, self.farm.conditions())

    def _keep(self, result: Result) -> None:
        notes = result.notes if self.farm.sandboxed else (*result.notes, NO_SANDBOX)
        result = msgspec.structs.replace(
            result, notes=notes, graders_sha256=self.basis[result.assignment].sha256
        )
        self.note(result)
        self.results.append(result)

    def note(self, result: Result) -> None:
        """Keep a result at once, be it one that was there already and is late now."""
        basis, cost = self.basis[result.assignment], self.cost_of(result)
        self.journal.add(graded_now(result, basis, self.began, cost))

    def cost_of(self, result: Result) -> float:
        """What lateness costs a result, which the history keeps, too."""
        return cost_now(self.course, result, self.plan.submitted, self.plan.due)


def _cpu_seconds() -> float:
    """CPU time of this process and of all its children that have ended."""
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
