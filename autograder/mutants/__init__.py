"""Tests the graders: does every change that makes a reference wrong cost it an item?

The reference solutions are mutated systematically, and every mutant is graded through the engine
like any submission. A mutant that loses nothing is either equivalent (it says the same in other
words; `equivalent.toml` beside the reference lists those, each with its reason) or a wrong answer
that the grader lets through.
"""

import re
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from autograder.course import Assignment, Course
from autograder.errors import CourseError
from autograder.farm import pool
from autograder.mutants.mutations import Mutant, mutants_of
from autograder.result import ItemResult, Outcome
from autograder.sandbox.launch import Zygote
from autograder.submission import Submission, parse_percent
from autograder.text import Text

if TYPE_CHECKING:
    from autograder.judge.session import Judge
    from autograder.judge.work import Bench


class Equivalent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Mutants that change no behaviour within the contract: the line, what it became, and why.

    `sometimes` is for those that get through by luck, with the hidden inputs of some courses only.
    """

    was: str
    became: list[str]
    reason: str
    sometimes: bool = False


class Score(msgspec.Struct, frozen=True):
    """What the mutants of one assignment came to."""

    assignment: str
    mutants: int
    caught: int
    equivalent: int
    survivors: tuple[Mutant, ...]
    stale: tuple[str, ...]
    """Entries of equivalent.toml that speak of no surviving mutant."""

    @property
    def share(self) -> float:
        """The share of mutants caught, of those that are not equivalent."""
        telling = self.mutants - self.equivalent
        return self.caught / telling if telling else 1.0

    @property
    def clean(self) -> bool:
        """Nothing gets through, and the list of equivalents is true."""
        return not (self.survivors or self.stale)


def score_mutants(
    course: Course,
    slugs: Sequence[str],
    *,
    jobs: int,
    advance: Callable[[int, int], None] = lambda done, of: None,
) -> list[Score]:
    """Grade all mutants of these assignments' references, `jobs` at a time."""
    from autograder.judge.session import with_judge
    from autograder.judge.work import Bench

    mutants = {slug: mutants_of(course[slug].solution.read_text("utf-8")) for slug in slugs}
    work = [
        _submission(course[slug], number, mutant)
        for slug in slugs
        for number, mutant in enumerate(mutants[slug])
    ]
    with Zygote(dynamo=course.needs_dynamo(slugs), guests=len(work)) as zygote:

        def body(judge: "Judge") -> list[Submission]:
            judge.rehearse(slugs)
            zygote.ready()
            return _let_through(work, Bench(course, judge, zygote), jobs, advance)

        let_through = with_judge(course, slugs, body)
    survivors: dict[str, list[Mutant]] = {slug: [] for slug in slugs}
    for submission in let_through:
        slug = submission.assignment
        survivors[slug].append(mutants[slug][int(submission.student)])
    return [_score(course[slug], len(mutants[slug]), survivors[slug]) for slug in slugs]


def _let_through(
    work: Sequence[Submission], bench: "Bench", jobs: int, advance: Callable[[int, int], None]
) -> list[Submission]:
    """The mutants that lose no item, as they come; and those on which the grader itself fails."""
    advance(0, len(work))
    found = []
    graded = pool.run(work, bench.first_loss, jobs, _uncaught)
    for done, (submission, loss) in enumerate(graded, start=1):
        if loss is None or loss.outcome is Outcome.ERROR:
            found.append(submission)
        advance(done, len(work))
    return found


def _submission(assignment: Assignment, number: int, mutant: Mutant) -> Submission:
    """A mutant as a student who is called by its number would hand it in."""
    cells = parse_percent(mutant.source.encode(), assignment.solution.name)
    return Submission(str(number), assignment.slug, tuple(cells))


def _uncaught(submission: Submission) -> ItemResult | None:
    """A mutant that takes the grader down with it is caught by nobody."""
    return None


def _score(assignment: Assignment, count: int, survivors: Sequence[Mutant]) -> Score:
    listed = _equivalents(assignment.equivalent)
    known = {_key(e.was, became): e for e in listed for became in e.became}
    keys = {_key(mutant.was, mutant.became) for mutant in survivors}
    unknown = [m for m in survivors if _key(m.was, m.became) not in known]
    return Score(
        assignment.slug,
        count,
        count - len(survivors),
        len(survivors) - len(unknown),
        tuple(sorted(unknown, key=lambda mutant: mutant.line)),
        tuple(
            f"{key[0]} → {key[1]}"
            for key, entry in known.items()
            if key not in keys and not entry.sometimes
        ),
    )


def _key(was: str, became: str) -> tuple[str, str]:
    return re.sub(r"\s*#.*", "", was).strip(), re.sub(r"\s*#.*", "", became).strip()


def _equivalents(path: Path) -> list[Equivalent]:
    if not path.is_file():
        return []
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("equivalent", [])
        return msgspec.convert(entries, list[Equivalent])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CourseError(
            Text(f"{path} 파일이 올바르지 않습니다. ({error})", f"{path}: {error}."),
            Text(
                '항목은 이렇게 씁니다: [[equivalent]] was = "…" became = ["…"] reason = "…"',
                'Entries look like: [[equivalent]] was = "…" became = ["…"] reason = "…".',
            ),
        ) from None
