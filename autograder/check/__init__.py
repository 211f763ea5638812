"""Checks the course itself: does every answer get exactly what it deserves?

proofread    every file is there, can be read, and speaks both languages
selfcheck    the references pass the public tests
the release  no bundle shows an answer
cases        stubs, references, accepted answers and known mistakes, graded like any submission
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from autograder.check.cases import Case, cases_of, findings_on
from autograder.check.finding import Finding
from autograder.check.proofread import OWN_ID, proofread
from autograder.course import Course
from autograder.errors import CourseError
from autograder.farm import pool
from autograder.result import Judged
from autograder.sandbox.launch import Zygote
from autograder.text import LANGUAGES, Text

if TYPE_CHECKING:
    from autograder.judge.items import Item
    from autograder.judge.session import Judge
    from autograder.judge.work import Bench

Items = Mapping[str, Sequence["Item"]]
"""The items of each assignment."""


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
    """Check these assignments, `jobs` answers at a time. What cannot be read is not graded."""
    findings = [f for slug in slugs for f in proofread(course[slug])]
    whole = [slug for slug in slugs if slug not in {f.assignment for f in findings}]
    if not whole:
        return Checked(findings=tuple(findings))
    from autograder.check.selfcheck import self_checked
    from autograder.judge.session import with_judge
    from autograder.judge.work import Bench

    findings += self_checked(course, whole)
    cases = [case for slug in whole for case in cases_of(course[slug])]
    with Zygote(dynamo=course.needs_dynamo(whole), guests=len(cases)) as zygote:

        def body(judge: "Judge") -> list[tuple[Case, Judged]]:
            items = {slug: judge.items(slug) for slug in whole}
            findings.extend(_rubric_findings(items, cases))
            findings.extend(_release_findings(course, items))
            judge.rehearse(whole)
            zygote.ready()
            return _graded(cases, Bench(course, judge, zygote), jobs, advance)

        graded = with_judge(course, whole, body)
    findings += [finding for each in graded for finding in _case_findings(*each)]
    return _summed_up(graded, findings)


def _graded(
    cases: Sequence[Case], bench: "Bench", jobs: int, advance: Callable[[int, int], None]
) -> list[tuple[Case, Judged]]:
    """The cases with what they came to, in their order."""
    advance(0, len(cases))
    found: dict[tuple[str, str], tuple[Case, Judged]] = {}
    results = pool.run(
        cases,
        lambda case: bench.grade(case.submission),
        jobs,
        lambda case: bench.give_up(case.submission),
    )
    for done, (case, graded) in enumerate(results, start=1):
        found[case.submission.key] = case, graded
        advance(done, len(cases))
    return [found[case.submission.key] for case in cases]


def _case_findings(case: Case, graded: Judged) -> Iterator[Finding]:
    result, complaints = graded
    yield from findings_on(case, result)
    for complaint in complaints:
        yield Finding(
            result.assignment,
            Text(f"{case.name.ko}: {complaint.ko}", f"{case.name.en}: {complaint.en}"),
            Text("채점 코드를 고치세요.", "Mend the grader."),
        )


def _summed_up(graded: Sequence[tuple[Case, Judged]], findings: Sequence[Finding]) -> Checked:
    told = [
        (case.mistake, {item.mistake for item in result.items if item.mistake is not None})
        for case, (result, _) in graded
        if case.mistake is not None
    ]
    return Checked(
        len(graded),
        len(told),
        sum(mistake in names for mistake, names in told),
        tuple(
            f"{mistake} → {', '.join(sorted(names))}"
            for mistake, names in told
            if names and mistake not in names
        ),
        tuple(findings),
    )


def _rubric_findings(items: Items, cases: Sequence[Case]) -> Iterator[Finding]:
    """Items that share an id, and mistakes that speak of items which are not there."""
    ids = {slug: [item.id for item in own] for slug, own in items.items()}
    for slug, own in ids.items():
        for twice in sorted({item for item in own if own.count(item) > 1}):
            yield Finding(
                slug,
                Text(f"id가 {twice}인 항목이 둘 이상입니다.", f"Two items are called {twice}."),
                OWN_ID,
            )
    for case in cases:
        slug = case.submission.assignment
        listed = ", ".join(ids[slug])
        for item in sorted((case.loses or frozenset()) - set(ids[slug])):
            yield Finding(
                slug,
                Text(
                    f"{case.name.ko}: loses에 적힌 {item} 항목이 없습니다.",
                    f"{case.name.en} loses {item}, which is no item.",
                ),
                Text(f"있는 항목: {listed}", f"Items are: {listed}."),
            )


def _release_findings(course: Course, items: Items) -> list[Finding]:
    """What would keep `release` from handing an assignment out, in either language."""
    from autograder.release.bundle import bundle_of
    from autograder.release.guard import guard
    from autograder.release.rubric import rubrics

    findings = []
    for slug, tasks in rubrics(course, items, items).items():
        for language in LANGUAGES:
            try:
                guard(course[slug], tasks, bundle_of(course, course[slug], tasks, language))
            except CourseError as error:
                findings.append(Finding(slug, error.message, error.hint))
    return list(dict.fromkeys(findings))
