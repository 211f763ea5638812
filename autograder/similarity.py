"""Which submissions share more code than chance explains: pairs, and the lines they share.

Code is read as tokens, never run. A name that is neither the assignment's nor Python's is anybody's
own, and all of those count as one: renaming hides nothing. Runs of RUN tokens are compared. What stands
in the released stub, in the reference, in an accepted answer or in a quarter of the class is left out:
anybody may write that.

A pair is told from TOKENS shared tokens on (five lines or so) that are at least SHARE of the shorter
one's own code. Two who solve a task of three lines alike stay below it: there is only one way to
write those.
"""

import builtins
import io
import keyword
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from autograder.course import Assignment
from autograder.sandbox.cells import Cell
from autograder.submission import Submission, parse_percent

RUN = 12
TOKENS = 40
SHARE = 0.5
COMMON = 4  # what one in so many students wrote, everybody may have
PYTHONS = frozenset((*keyword.kwlist, *keyword.softkwlist, *dir(builtins), "torch", "nn", "F"))
SILENT = frozenset(
    (
        tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
        tokenize.ENDMARKER, tokenize.ENCODING,
    )
)  # fmt: skip


class Token(msgspec.Struct, frozen=True):
    """A token as it is compared, and its line in the code."""

    text: str
    line: int


class Side(msgspec.Struct, frozen=True):
    """One of a pair: the code, and which of its lines are shared (from 0)."""

    student: str
    lines: list[str]
    shared: frozenset[int]


class Pair(msgspec.Struct, frozen=True):
    """Two submissions, the tokens they share, and the share of the shorter one's own code."""

    tokens: int
    share: float
    left: Side
    right: Side


class _Work(msgspec.Struct, frozen=True):
    student: str
    lines: list[str]
    tokens: list[Token]
    runs: dict[tuple[str, ...], list[int]]


def pairs_in(assignment: Assignment, submissions: Sequence[Submission]) -> list[Pair]:
    """The pairs of an assignment that share much, those that share most first."""
    known = [assignment.source, assignment.solution, *assignment.accepted]
    texts = [_text(parse_percent(path.read_bytes(), path.name)) for path in known]
    names = PYTHONS | {token.text for text in texts for token in _tokens(text, None)}
    public = {run for text in texts for run in _runs(_tokens(text, names))}
    works = [_work(each, names) for each in submissions if each.cells]
    count = Counter(run for work in works for run in work.runs)
    common = {run for run, students in count.items() if students > max(2, len(works) / COMMON)}
    left_out = public | common
    together: dict[tuple[int, int], list[tuple[str, ...]]] = defaultdict(list)
    having: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, work in enumerate(works):
        for run in work.runs.keys() - left_out:
            having[run].append(number)
    for run, numbers in having.items():
        for two in combinations(numbers, 2):
            together[two].append(run)
    own = [len(_covered(work, work.runs.keys() - public)) for work in works]
    found = [
        _pair(works[one], works[other], runs, min(own[one], own[other]))
        for (one, other), runs in together.items()
    ]
    told = [pair for pair in found if pair.tokens >= TOKENS and pair.share >= SHARE]
    return sorted(told, key=lambda pair: (-pair.tokens, pair.left.student, pair.right.student))


def _pair(one: _Work, other: _Work, runs: Iterable[tuple[str, ...]], own: int) -> Pair:
    mine, theirs = _covered(one, runs), _covered(other, runs)
    shared = min(len(mine), len(theirs))
    return Pair(shared, shared / max(own, 1), _side(one, mine), _side(other, theirs))


def _side(work: _Work, places: set[int]) -> Side:
    return Side(work.student, work.lines, frozenset(work.tokens[place].line for place in places))


def _covered(work: _Work, runs: Iterable[tuple[str, ...]]) -> set[int]:
    """The places of the tokens that stand in one of these runs."""
    return {
        place
        for run in runs
        for start in work.runs.get(run, ())
        for place in range(start, start + RUN)
    }


def _work(submission: Submission, names: frozenset[str]) -> _Work:
    text = _text(submission.cells)
    tokens = _tokens(text, names)
    return _Work(submission.student, text.split("\n"), tokens, _runs(tokens))


def _text(cells: Iterable[Cell]) -> str:
    return "\n".join(cell.source.rstrip("\n") + "\n" for cell in cells)


def _tokens(text: str, names: frozenset[str] | None) -> list[Token]:
    """What is compared: no comments, no layout, and own names alike (none are with names=None).

    Broken code is read as far as it goes.
    """
    tokens = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in SILENT:
                continue
            told = token.string
            if token.type == tokenize.NAME and names is not None and told not in names:
                told = "·"
            tokens.append(Token(told, token.start[0] - 1))
    except (tokenize.TokenError, SyntaxError):
        pass
    return tokens


def _runs(tokens: Sequence[Token]) -> dict[tuple[str, ...], list[int]]:
    """Where each run of RUN tokens begins."""
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(tokens) - RUN + 1):
        runs[tuple(token.text for token in tokens[start : start + RUN])].append(start)
    return dict(runs)
