"""The answers whose grade is known, and what is wrong where one is graded otherwise.

A stub earns nothing, the reference and every accepted answer everything, and a known mistake all but
the items that it is said to lose.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from autograder.check.finding import Finding
from autograder.course import Assignment
from autograder.result import OUTCOMES, Outcome, Result
from autograder.sandbox.cells import Cell
from autograder.submission import Submission, parse_percent
from autograder.text import Text, verbatim

STUB = Text("빈 과제", "the stub")
REFERENCE = Text("모범 답안", "the reference")
NOTHING: frozenset[str] = frozenset()  # is lost


class Case(msgspec.Struct, frozen=True):
    """An answer whose grade is known: it must lose the items in `loses`, and nothing else.

    None stands for a stub, of which every item must be `not_attempted`. `mistake` is the id of the
    known mistake that it is, if it is one.
    """

    name: Text
    submission: Submission
    loses: frozenset[str] | None
    mistake: str | None = None


def cases_of(assignment: Assignment) -> list[Case]:
    """All answers to an assignment whose grade is known."""
    from autograder.judge.mistakes import read_mistakes
    from autograder.judge.reference import mistake_cells, reference_cells

    reference = reference_cells(assignment)
    return [
        _case(assignment, STUB, _cells_in(assignment.source), None),
        _case(assignment, REFERENCE, reference, NOTHING),
        *(
            _case(
                assignment,
                verbatim(f"accepted/{path.name}"),
                [*reference, *_cells_in(path)],
                NOTHING,
            )
            for path in assignment.accepted
        ),
        *(
            _case(
                assignment,
                Text(f"실수 {mistake.id}", f"mistake {mistake.id}"),
                mistake_cells(assignment, mistake),
                frozenset(mistake.loses),
                mistake.id,
            )
            for mistake in read_mistakes(assignment.mistakes)
        ),
    ]


def _case(
    assignment: Assignment,
    name: Text,
    cells: Sequence[Cell],
    loses: frozenset[str] | None,
    mistake: str | None = None,
) -> Case:
    return Case(name, Submission(name.en, assignment.slug, tuple(cells)), loses, mistake)


def _cells_in(path: Path) -> list[Cell]:
    return parse_percent(path.read_bytes(), path.name)


def findings_on(case: Case, result: Result) -> Iterator[Finding]:
    """What is not as it must be in the result of a case."""
    if case.loses is None:
        yield from _written(case, result)
        return
    lost = {item.id for item in result.items if item.outcome is not Outcome.PASSED}
    yield from _broken(case, result)
    yield from _lost_too_much(case, result, sorted(lost - case.loses))
    yield from _lost_too_little(case, result, sorted(case.loses - lost))


def _written(case: Case, result: Result) -> Iterator[Finding]:
    """Of a stub: what is anything but unwritten."""
    unwritten = OUTCOMES[Outcome.NOT_ATTEMPTED]
    for item in result.items:
        if item.outcome is not Outcome.NOT_ATTEMPTED:
            found = OUTCOMES[item.outcome]
            yield Finding(
                result.assignment,
                Text(
                    f"{case.name.ko}: {item.id} 항목이 '{unwritten.ko}'이어야 하는데 '{found.ko}'입니다.",
                    f"{case.name.en}: {item.id} must be '{unwritten.en}', and is '{found.en}'.",
                ),
                Text(
                    "빈 함수는 자기 이름을 담은 NotImplementedError만 일으켜야 합니다.",
                    "A stub only raises NotImplementedError with its task's name.",
                ),
            )


def _broken(case: Case, result: Result) -> Iterator[Finding]:
    for note in result.notes:
        yield Finding(
            result.assignment,
            Text(
                f"{case.name.ko}: 실행되지 않습니다. {note.ko}",
                f"{case.name.en} does not run: {note.en}",
            ),
            Text("파일을 고치세요.", "Correct the file."),
        )


def _lost_too_much(case: Case, result: Result, items: Sequence[str]) -> Iterator[Finding]:
    messages = {item.id: item.message for item in result.items if item.message is not None}
    for item in items:
        yield Finding(
            result.assignment,
            Text(f"{case.name.ko}: {item} 항목을 잃습니다.", f"{case.name.en} loses {item}:")
            + messages.get(item, Text("", "")),
            Text(
                "채점 코드를 더 공정하게 고치거나, 답을 바르게 고치세요.",
                "Make the grader fairer, or the answer right.",
            ),
        )


def _lost_too_little(case: Case, result: Result, items: Sequence[str]) -> Iterator[Finding]:
    for item in items:
        yield Finding(
            result.assignment,
            Text(
                f"{case.name.ko}: {item} 항목을 잃지 않습니다.",
                f"{case.name.en} does not lose {item}.",
            ),
            Text(
                "이 실수를 가려내는 경우를 항목에 더하거나, loses=[…]를 고치세요.",
                "Add a case to the item that tells this mistake, or correct its loses=[…].",
            ),
        )
