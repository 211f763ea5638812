"""Checks the course itself: does every answer get exactly what it deserves?

    proofread    every file is there, can be read, and speaks both languages
    selfcheck    the references pass the public tests
    the release  no bundle shows an answer

Through the same engine as any submission go the stubs (0 points), the references (all points),
every accepted answer (all points) and every known mistake (all points but its own items').
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from autograder.check.finding import Finding
from autograder.check.proofread import proofread
from autograder.course import Assignment, Course
from autograder.errors import CourseError
from autograder.farm import pool
from autograder.result import Outcome, Result
from autograder.sandbox.cells import Cell
from autograder.sandbox.launch import Zygote
from autograder.submission import Submission, parse_percent

if TYPE_CHECKING:
    from autograder.judge.items import Item


class Case(msgspec.Struct, frozen=True):
    """An answer whose grade is known: it must lose `loses`, and nothing else."""

    submission: Submission
    loses: frozenset[str] | None  # None: every item, unattempted
    mistake: str | None = None
    named: bool = False


class Checked(msgspec.Struct, frozen=True):
    """What a check came to: how many answers were graded, how well mistakes were named.

    `misnamed` are mistakes of which only another one's name was told.
    """

    cases: int = 0
    mistakes: int = 0
    named: int = 0
    misnamed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def check(
    course: Course,
    slugs: Sequence[str],
    *,
    jobs: int,
    advance: Callable[[int, int], None] = lambda done, of: None,
) -> Checked:
    """Check these assignments."""
    findings = [f for slug in slugs for f in proofread(course[slug])]
    whole = [slug for slug in slugs if slug not in {f.assignment for f in findings}]
    if not whole:
        return Checked(findings=tuple(findings))
    from autograder.check.selfcheck import self_checked
    from autograder.judge.session import Judge, with_judge
    from autograder.judge.work import Bench

    findings += self_checked(course, whole)
    with Zygote(dynamo=course.needs_dynamo(whole)) as zygote:

        def body(judge: Judge) -> Checked:
            cases = [case for slug in whole for case in _cases(course[slug])]
            items = {slug: judge.items(slug) for slug in whole}
            for slug in whole:
                findings.extend(_rubric_findings(course[slug], [i.id for i in items[slug]], cases))
            findings.extend(_release_findings(course, items))
            by_name = {(c.submission.assignment, c.submission.student): c for c in cases}
            judge.rehearse(whole)
            zygote.ready()
            bench = Bench(course, judge, zygote)
            work = [case.submission for case in cases]
            advance(0, len(work))
            named, misnamed = 0, []
            for done, (submission, (result, complaints)) in enumerate(
                pool.run(work, bench.grade, jobs, bench.give_up), start=1
            ):
                case = by_name[submission.assignment, submission.student]
                findings.extend(_case_findings(case, result))
                findings.extend(
                    Finding(submission.assignment, f"{submission.student}: {c}", "Mend the grader.")
                    for c in complaints
                )
                if case.mistake is not None:
                    names = {item.mistake for item in result.items if item.mistake is not None}
                    named += case.mistake in names
                    if names and case.mistake not in names:
                        misnamed.append(f"{case.mistake} as {', '.join(sorted(names))}")
                advance(done, len(work))
            mistakes = sum(case.mistake is not None for case in cases)
            return Checked(len(cases), mistakes, named, tuple(misnamed), tuple(findings))

        return with_judge(course, whole, body)


def _cases(assignment: Assignment) -> list[Case]:
    from autograder.judge.mistakes import read_mistakes
    from autograder.judge.reference import mistake_cells, reference_cells

    def case(
        name: str, cells: Sequence[Cell], loses: frozenset[str] | None, **more: object
    ) -> Case:
        return msgspec.convert(
            {"submission": Submission(name, assignment.slug, tuple(cells)), "loses": loses, **more},
            Case,
        )

    source, reference = assignment.source, reference_cells(assignment)
    return [
        case("the stub", parse_percent(source.read_bytes(), source.name), None),
        case("the reference", reference, frozenset()),
        *(
            case(
                f"accepted/{path.name}",
                [*reference, *parse_percent(path.read_bytes(), path.name)],
                frozenset(),
            )
            for path in assignment.accepted
        ),
        *(
            case(
                f"mistake {mistake.id}",
                mistake_cells(assignment, mistake),
                frozenset(mistake.loses),
                mistake=mistake.id,
            )
            for mistake in read_mistakes(assignment.mistakes)
        ),
    ]


def _rubric_findings(
    assignment: Assignment, items: Sequence[str], cases: Sequence[Case]
) -> list[Finding]:
    """Items that share an id, and mistakes that speak of items which are not there."""
    twice = sorted({item for item in items if items.count(item) > 1})
    findings = [
        Finding(assignment.slug, f"Two items are called {item}.", "Give each an id of its own.")
        for item in twice
    ]
    for case in cases:
        if case.submission.assignment == assignment.slug and case.loses:
            findings += [
                Finding(
                    assignment.slug,
                    f"{case.submission.student} loses {item}, which is no item.",
                    f"Items are: {', '.join(items)}.",
                )
                for item in sorted(case.loses - set(items))
            ]
    return findings


def _release_findings(course: Course, items: Mapping[str, Sequence["Item"]]) -> list[Finding]:
    """What would keep `release` from handing an assignment out, in either language."""
    from autograder.release.bundle import bundle_of
    from autograder.release.guard import guard
    from autograder.release.rubric import rubrics

    findings = []
    for slug, tasks in rubrics(course, items, items).items():
        for language in ("ko", "en"):
            try:
                guard(course[slug], tasks, bundle_of(course, course[slug], tasks, language))
            except CourseError as error:
                findings.append(Finding(slug, str(error), error.hint))
    return list(dict.fromkeys(findings))


def _case_findings(case: Case, result: Result) -> list[Finding]:
    name = case.submission.student
    lost = {item.id: item.outcome for item in result.items if item.outcome is not Outcome.PASSED}
    if case.loses is None:
        return [
            Finding(result.assignment, f"{name}: {item.id} is {item.outcome}.", "A stub only raises "
                    "NotImplementedError with its task's name.")
            for item in result.items
            if item.outcome is not Outcome.NOT_ATTEMPTED
        ]  # fmt: skip
    broken = [
        Finding(result.assignment, f"{name} does not run: {note.en}", "Correct the file.")
        for note in result.notes
    ]
    too_much, too_little = sorted(set(lost) - case.loses), sorted(case.loses - set(lost))
    told = {item.id: item.message.en for item in result.items if item.message is not None}
    return [
        *broken,
        *(
            Finding(result.assignment, f"{name} loses {item}: {told.get(item, '')}",
                    "Make the grader fairer, or the answer right.")
            for item in too_much
        ),
        *(
            Finding(result.assignment, f"{name} does not lose {item}.",
                    "Add a case to the item that tells this mistake, or correct its loses=[…].")
            for item in too_little
        ),
    ]  # fmt: skip


def require_slugs(course: Course, slugs: Sequence[str]) -> list[str]:
    """The assignments named, or all of the course. Raises CourseError on an unknown name."""
    if not course.slugs:
        raise CourseError("The course has no assignments.", "List them in course.toml.")
    return [course[slug].slug for slug in slugs] or list(course.slugs)
