"""The class report: one self-contained page that says what to teach again, to whom, and why.

It is made from results.jsonl and history.jsonl; what was handed in is read for the examples and for
the time at which it came.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from markupsafe import Markup

from autograder.catalogue import item_titles
from autograder.course import Course
from autograder.files import write_atomically
from autograder.late import Late
from autograder.pages.look import environment, title_of
from autograder.pages.plots import histograms
from autograder.pages.report_words import WORDS
from autograder.pages.specimen import Words, specimen
from autograder.record.deductions import deductions
from autograder.record.history import last_run
from autograder.record.marks import NO_BOOK, Book, changed_by_hand
from autograder.record.results import RESULTS, Key, claimed, no_results, read_results
from autograder.record.shifts import shifts
from autograder.record.survey import MistakeFigures, Survey, survey
from autograder.result import OUTCOMES, SIGNS, Outcome, Result, Status
from autograder.submission import find_hand_in
from autograder.text import plain

PAGE = "report.html"
MOST_SHIFTS = 100  # the history has them all
TRIED = 3  # hand-ins that are looked at for an example; the function may have another's name in one
MISSING, UNREADABLE = "–", "×"
CELLS: dict[Outcome | Status | None, Markup] = {
    **{outcome: Markup(f"<td class={outcome[0]}>{sign}") for outcome, sign in SIGNS.items()},
    Outcome.PASSED: Markup("<td class=p>"),
    Status.MISSING: Markup(f"<td class=m>{MISSING}"),
    Status.UNREADABLE: Markup(f"<td class=u>{UNREADABLE}"),
    None: Markup("<td>"),
}
"""A cell of the heat map: the class is the outcome's initial, and none is like another."""


def write_report(
    course: Course, submitted: Path, out: Path, language: str, book: Book = NO_BOOK
) -> Path:
    """Write OUT/report.html. Marks are those after an instructor's changes; items are as graded."""
    results = changed_by_hand(read_results(out / RESULTS).values(), book.by_hand)
    if not results:
        raise no_results(out)
    late = deductions(course, results, submitted, book.due) if book.due else {}
    page = render(course, submitted, out, results, language, late)
    with claimed(out):
        write_atomically(out / PAGE, page.encode("utf-8"))
    return out / PAGE


def render(
    course: Course,
    submitted: Path,
    out: Path,
    results: Sequence[Result],
    language: str,
    late: Mapping[Key, Late],
) -> str:
    """The page."""
    found = survey(results, course.slugs, late)
    slugs = [one.slug for one in found.assignments]
    plots = histograms([one.shares for one in found.assignments])
    run, moved = last_run(out), shifts(out)
    return str(
        environment().get_template(PAGE).render(
            course=course.title.in_language(language),
            language=language,
            words=WORDS[language],
            survey=found,
            titles={slug: title_of(course, slug, language) for slug in slugs},
            items=item_titles(course, slugs),
            outcomes={outcome: text.in_language(language) for outcome, text in OUTCOMES.items()},
            signs=SIGNS,
            plots=dict(zip(slugs, map(Markup, plots), strict=True)),
            examples=_examples(course, submitted, results, found.mistakes),
            names={one.student: _name(course, one.student) for one in found.standings},
            heat=_heat(found, results),
            run=run,
            moved=[shift for shift in moved if run and shift.new.run == run],
            before=[shift for shift in moved if not run or shift.new.run != run],
            most=MOST_SHIFTS,
        )
    )  # fmt: skip


def _name(course: Course, student: str) -> str:
    """Who a student is: the id, and the name where the roster has it."""
    return plain(f"{student} {course.roster.get(student, '')}")


def _heat(found: Survey, results: Iterable[Result]) -> list[tuple[str, Markup]]:
    """For each student, the strongest first, a row of cells: one for each item."""
    of = {result.key: result for result in results}
    strongest = sorted(found.standings, key=lambda one: (-one.points, one.student))
    return [
        (
            one.student,
            Markup("").join(
                CELLS[mark]
                for each in found.assignments
                for mark in _marks(of.get((one.student, each.slug)), [i.id for i in each.items])
            ),
        )
        for one in strongest
    ]


def _marks(result: Result | None, items: Sequence[str]) -> list[Outcome | Status | None]:
    """How each item ended; an assignment of which nothing was graded has one column all the same."""
    if result is None:
        return [None] * max(len(items), 1)
    if result.status is not Status.GRADED:
        return [result.status] * max(len(items), 1)
    outcomes = {item.id: item.outcome for item in result.items}
    return [outcomes.get(item) for item in items or ["none"]]


def _examples(
    course: Course, submitted: Path, results: Iterable[Result], mistakes: Iterable[MistakeFigures]
) -> dict[tuple[str, str], str]:
    """For each mistake, by (assignment, mistake), what one of those who made it wrote."""
    of = {result.key: result for result in results}
    words = {slug: Words(course[slug]) for slug in course.slugs}
    found = {}
    for mistake in mistakes:
        if mistake.assignment in words:
            theirs = [of[student, mistake.assignment] for student in mistake.students]
            example = _example(course, submitted, theirs, mistake, words[mistake.assignment])
            if example is not None:
                found[mistake.assignment, mistake.id] = example
    return found


def _example(
    course: Course, submitted: Path, theirs: Iterable[Result], mistake: MistakeFigures, words: Words
) -> str | None:
    """The first by digest, an order that tells nothing of who they are."""
    for result in sorted(theirs, key=lambda result: result.submission_sha256 or "")[:TRIED]:
        folder = submitted / result.student / result.assignment
        hand_in = find_hand_in(folder, result.student, course[result.assignment])
        if hand_in.sha256 == result.submission_sha256:
            example = specimen(hand_in.open().cells, mistake.function, words)
            if example is not None:
                return example
    return None
