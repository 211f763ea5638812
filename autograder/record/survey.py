"""The class surveyed: what results.jsonl says of assignments, items, mistakes and students.

Marks are raw, for they tell what was learnt; beside them stand those after what lateness costs.
Missing is no mark: whoever handed in nothing counts in no mean, no share and no correlation. Items in
which a grader of ours failed count nowhere either.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import StatisticsError, correlation, mean, median

import msgspec

from autograder.late import Late
from autograder.record.results import Key
from autograder.result import ItemResult, Outcome, Result, Status, total
from autograder.text import Text

FEWEST = 10  # students from whom on a correlation says anything
WEAK = 0.5  # who has earned less than this share of what was graded needs help
GAPS = 4  # and who lacks one assignment in so many
TOLD = 5  # mistakes and items at the top of the report


class ItemFigures(msgspec.Struct, frozen=True):
    """An item: the share of its points that was earned, and how well it tells strong from weak.

    `discrimination` is the point-biserial correlation of the item with the rest of its assignment;
    None where that says nothing: few students, or all of them alike.
    """

    assignment: str
    id: str
    function: str
    max_points: float
    share: float
    discrimination: float | None
    outcomes: dict[Outcome, int]


class AssignmentFigures(msgspec.Struct, frozen=True):
    """An assignment: the marks of those whose work was graded, in order, and who has none.

    `after` are the marks after what lateness costs, in an order of their own.
    """

    slug: str
    max_score: float
    marks: tuple[float, ...]
    after: tuple[float, ...]
    missing: int
    unreadable: int
    late: int
    items: tuple[ItemFigures, ...]

    @property
    def zeros(self) -> int:
        """How many were graded, and earned nothing."""
        return self.marks.count(0)

    @property
    def averages(self) -> list[tuple[float, float]]:
        """Mean and median of the marks, and once more where lateness cost something; none of none."""
        told = [self.marks] if self.after == self.marks else [self.marks, self.after]
        return [(mean(marks), median(marks)) for marks in told if marks]

    @property
    def shares(self) -> list[float]:
        """The marks as shares of what could be earned."""
        return [mark / self.max_score if self.max_score else 0.0 for mark in self.marks]


class MistakeFigures(msgspec.Struct, frozen=True):
    """A known mistake, or the kind of end an answer came to, and the students who met it."""

    assignment: str
    function: str
    id: str
    text: Text | None
    students: tuple[str, ...]
    of: int

    @property
    def share(self) -> float:
        """Of those who handed in, how many."""
        return len(self.students) / self.of


class Standing(msgspec.Struct, frozen=True):
    """A student: what was earned of what was graded, and what there was nothing to grade of."""

    student: str
    points: float
    deduction: float
    possible: float
    assignments: int
    missing: int
    unreadable: int

    @property
    def share(self) -> float | None:
        """The share that was earned; None where nothing was graded."""
        return self.points / self.possible if self.possible else None

    @property
    def after(self) -> float:
        """What is left of the points after what lateness costs."""
        return total([self.points, -self.deduction])

    @property
    def needs_help(self) -> bool:
        """By the rule that the report states: WEAK and GAPS."""
        lacking = self.missing + self.unreadable
        weak = self.share is None or self.share < WEAK
        return weak or lacking * GAPS >= self.assignments


class Survey(msgspec.Struct, frozen=True):
    """All that the report tells of a class."""

    assignments: tuple[AssignmentFigures, ...]
    mistakes: tuple[MistakeFigures, ...]
    breaks: tuple[MistakeFigures, ...]
    standings: tuple[Standing, ...]

    @property
    def share(self) -> float | None:
        """The share of the points that was earned, of all that was graded."""
        return self._share([one.points for one in self.standings])

    @property
    def share_after(self) -> float | None:
        """The same after what lateness costs."""
        return self._share([one.after for one in self.standings])

    @property
    def deduction(self) -> float:
        """The points that lateness costs the class."""
        return total([one.deduction for one in self.standings])

    def _share(self, points: list[float]) -> float | None:
        possible = total([one.possible for one in self.standings])
        return total(points) / possible if possible else None

    @property
    def missing(self) -> int:
        """How many assignments were not handed in, in all."""
        return sum(one.missing for one in self.standings)

    @property
    def unreadable(self) -> int:
        """How many could not be read, in all."""
        return sum(one.unreadable for one in self.standings)

    @property
    def frequent(self) -> list[MistakeFigures]:
        """The mistakes that were made most, for the top of the report."""
        return list(self.mistakes[:TOLD])

    @property
    def hard(self) -> list[ItemFigures]:
        """The items that the class earned least of."""
        items = [item for one in self.assignments for item in one.items if item.share < 1]
        return sorted(items, key=lambda item: item.share)[:TOLD]

    @property
    def in_need(self) -> list[Standing]:
        """Who needs help, those with the least first."""
        found = [standing for standing in self.standings if standing.needs_help]
        return sorted(found, key=lambda one: (one.share or 0.0, -one.missing - one.unreadable))


def survey(
    results: Iterable[Result], slugs: Sequence[str], late: Mapping[Key, Late] = {}
) -> Survey:
    """Survey a class; `slugs` gives the order of the assignments, `late` what is known of lateness now."""
    everything = list(results)
    present = {result.assignment for result in everything}
    of = {
        slug: [result for result in everything if result.assignment == slug]
        for slug in [*slugs, *sorted(present.difference(slugs))]
        if slug in present
    }
    return Survey(
        tuple(_assignment(slug, part, late) for slug, part in of.items()),
        _by_share(_mistakes(of.values())),
        _by_share(_breaks(of.values())),
        tuple(_standings(everything, late)),
    )


def graded(results: Iterable[Result]) -> list[Result]:
    """Those that have a mark."""
    return [result for result in results if result.status is Status.GRADED]


def _assignment(
    slug: str, results: Sequence[Result], late: Mapping[Key, Late]
) -> AssignmentFigures:
    status = Counter(result.status for result in results)
    marked = graded(results)
    return AssignmentFigures(
        slug,
        max(result.max_score for result in results),
        tuple(sorted(result.score for result in marked)),
        tuple(sorted(total([result.score, -_lost(result, late)]) for result in marked)),
        status[Status.MISSING],
        status[Status.UNREADABLE],
        sum(late.get(result.key, Late(result.late)).late for result in results),
        tuple(_items(slug, marked)),
    )


def _lost(result: Result, late: Mapping[Key, Late]) -> float:
    return late[result.key].deduction if result.key in late else 0.0


def _items(slug: str, marked: Sequence[Result]) -> Iterable[ItemFigures]:
    """The items, in the grader's order."""
    answers: dict[str, list[tuple[ItemResult, float]]] = {}
    for result in marked:
        raw = total([item.points for item in result.items])  # the score may be changed by hand
        for item in result.items:
            answers.setdefault(item.id, []).append((item, raw - item.points))
    for name, pairs in answers.items():
        counted = [(item, rest) for item, rest in pairs if item.outcome is not Outcome.ERROR]
        if counted:
            yield _item(slug, name, counted)


def _item(slug: str, name: str, answers: Sequence[tuple[ItemResult, float]]) -> ItemFigures:
    items = [item for item, _ in answers]
    points, most = (
        total([item.points for item in items]),
        total([item.max_points for item in items]),
    )
    return ItemFigures(
        slug,
        name,
        items[0].function,
        items[0].max_points,
        points / most if most else 0.0,
        _discrimination([item.points for item in items], [rest for _, rest in answers]),
        dict(Counter(item.outcome for item in items)),
    )


def _discrimination(points: Sequence[float], rest: Sequence[float]) -> float | None:
    if len(points) < FEWEST:
        return None
    try:
        return correlation(points, rest)
    except StatisticsError:  # one of the two does not vary
        return None


def _mistakes(parts: Iterable[Sequence[Result]]) -> Iterable[MistakeFigures]:
    """The known mistakes; a student counts once for each, however many items it cost."""
    for results in parts:
        yield from _met(graded(results), lambda item: item.mistake)


def _breaks(parts: Iterable[Sequence[Result]]) -> Iterable[MistakeFigures]:
    """Where answers ran out of time or crashed, function by function."""
    broken = (Outcome.TIMEOUT, Outcome.CRASHED)
    for results in parts:
        yield from _met(
            graded(results), lambda item: item.outcome if item.outcome in broken else None
        )


def _met(
    marked: Sequence[Result], kind: Callable[[ItemResult], str | None]
) -> Iterable[MistakeFigures]:
    """Who met with what, by function and kind."""
    met: dict[tuple[str, str], tuple[ItemResult, dict[str, None]]] = {}
    for result in marked:
        for item in result.items:
            found = kind(item)
            if found is not None:
                _, students = met.setdefault((item.function, found), (item, {}))
                students[result.student] = None
    for (function, found), (item, students) in met.items():
        slug = marked[0].assignment
        yield MistakeFigures(slug, function, found, item.message, tuple(students), len(marked))


def _by_share(figures: Iterable[MistakeFigures]) -> tuple[MistakeFigures, ...]:
    """The most frequent first; else in the course's order."""
    return tuple(sorted(figures, key=lambda one: -one.share))


def _standings(results: Sequence[Result], late: Mapping[Key, Late]) -> Iterable[Standing]:
    students: dict[str, list[Result]] = {}
    for result in results:
        students.setdefault(result.student, []).append(result)
    for student, theirs in students.items():
        marked = graded(theirs)
        status = Counter(result.status for result in theirs)
        yield Standing(
            student,
            total([result.score for result in marked]),
            total([_lost(result, late) for result in marked]),
            total([result.max_score for result in marked]),
            len(theirs),
            status[Status.MISSING],
            status[Status.UNREADABLE],
        )
