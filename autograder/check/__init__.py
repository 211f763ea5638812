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
from autograder.check.proofread import OWN_ID, proofread
from autograder.course import Assignment, Course
from autograder.errors import CourseError
from autograder.farm import pool
from autograder.result import OUTCOMES, Outcome, Result
from autograder.sandbox.cells import Cell
from autograder.sandbox.launch import Zygote
from autograder.submission import Submission, parse_percent
from autograder.text import Text, verbatim

if TYPE_CHECKING:
    from autograder.judge.items import Item


class Case(msgspec.Struct, frozen=True):
    """An answer whose grade is known: it must lose `loses`, and nothing else."""

    name: Text
    submission: Submission
    loses: frozenset[str] | None  # None: every item, unattempted
    mistake: str | None = None


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
                    Finding(
                        submission.assignment,
                        Text(f"{case.name.ko}: {c.ko}", f"{case.name.en}: {c.en}"),
                        Text("채점 코드를 고치세요.", "Mend the grader."),
                    )
                    for c in complaints
                )
                if case.mistake is not None:
                    names = {item.mistake for item in result.items if item.mistake is not None}
                    named += case.mistake in names
                    if names and case.mistake not in names:
                        misnamed.append(f"{case.mistake} → {', '.join(sorted(names))}")
                advance(done, len(work))
            mistakes = sum(case.mistake is not None for case in cases)
            return Checked(len(cases), mistakes, named, tuple(misnamed), tuple(findings))

        return with_judge(course, whole, body)


def _cases(assignment: Assignment) -> list[Case]:
    from autograder.judge.mistakes import read_mistakes
    from autograder.judge.reference import mistake_cells, reference_cells

    def case(
        name: Text, cells: Sequence[Cell], loses: frozenset[str] | None, mistake: str | None = None
    ) -> Case:
        return Case(name, Submission(name.en, assignment.slug, tuple(cells)), loses, mistake)

    source, reference = assignment.source, reference_cells(assignment)
    return [
        case(Text("빈 과제", "the stub"), parse_percent(source.read_bytes(), source.name), None),
        case(Text("모범 답안", "the reference"), reference, frozenset()),
        *(
            case(
                verbatim(f"accepted/{path.name}"),
                [*reference, *parse_percent(path.read_bytes(), path.name)],
                frozenset(),
            )
            for path in assignment.accepted
        ),
        *(
            case(
                Text(f"실수 {mistake.id}", f"mistake {mistake.id}"),
                mistake_cells(assignment, mistake),
                frozenset(mistake.loses),
                mistake.id,
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
        Finding(
            assignment.slug,
            Text(f"id가 {item}인 항목이 둘 이상입니다.", f"Two items are called {item}."),
            OWN_ID,
        )
        for item in twice
    ]
    for case in cases:
        if case.submission.assignment == assignment.slug and case.loses:
            findings += [
                Finding(
                    assignment.slug,
                    Text(
                        f"{case.name.ko}: loses에 적힌 {item} 항목이 없습니다.",
                        f"{case.name.en} loses {item}, which is no item.",
                    ),
                    Text(f"있는 항목: {', '.join(items)}", f"Items are: {', '.join(items)}."),
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
                findings.append(Finding(slug, error.message, error.hint))
    return list(dict.fromkeys(findings))


def _case_findings(case: Case, result: Result) -> list[Finding]:
    name = case.name
    lost = {item.id: item.outcome for item in result.items if item.outcome is not Outcome.PASSED}
    if case.loses is None:
        return [
            Finding(
                result.assignment,
                Text(
                    f"{name.ko}: {item.id} 항목의 결과가 '{OUTCOMES[item.outcome].ko}'입니다.",
                    f"{name.en}: {item.id} is {OUTCOMES[item.outcome].en}.",
                ),
                Text(
                    "빈 함수는 자기 이름을 담은 NotImplementedError만 일으켜야 합니다.",
                    "A stub only raises NotImplementedError with its task's name.",
                ),
            )
            for item in result.items
            if item.outcome is not Outcome.NOT_ATTEMPTED
        ]
    broken = [
        Finding(
            result.assignment,
            Text(f"{name.ko}: 실행되지 않습니다. {note.ko}", f"{name.en} does not run: {note.en}"),
            Text("파일을 고치세요.", "Correct the file."),
        )
        for note in result.notes
    ]
    too_much, too_little = sorted(set(lost) - case.loses), sorted(case.loses - set(lost))
    told = {item.id: item.message for item in result.items if item.message is not None}
    return [
        *broken,
        *(
            Finding(
                result.assignment,
                Text(f"{name.ko}: {item} 항목을 잃습니다.", f"{name.en} loses {item}:")
                + told.get(item, Text("", "")),
                Text(
                    "채점 코드를 더 공정하게 고치거나, 답을 바르게 고치세요.",
                    "Make the grader fairer, or the answer right.",
                ),
            )
            for item in too_much
        ),
        *(
            Finding(
                result.assignment,
                Text(
                    f"{name.ko}: {item} 항목을 잃지 않습니다.", f"{name.en} does not lose {item}."
                ),
                Text(
                    "이 실수를 가려내는 경우를 항목에 더하거나, loses=[…]를 고치세요.",
                    "Add a case to the item that tells this mistake, or correct its loses=[…].",
                ),
            )
            for item in too_little
        ),
    ]
