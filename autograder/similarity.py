"""Which submissions share more code than chance explains: groups of them, and the lines they share.

Code is read as tokens, never run. A name that is neither the stub's nor Python's nor a library's is
anybody's own, and all of those count as one: renaming hides nothing. Runs of RUN tokens are compared.
What stands in the released stub, in the reference, in an accepted answer or in a known mistake is left
out: anybody may write that. What many of the class wrote beyond it is told, for one answer may have
gone round.

Two are linked from TOKENS shared tokens on (five lines or so) that are at least SHARE of the shorter
one's own code. Two who solve a task of three lines alike stay below it: there is only one way to
write those. Whoever is linked, be it through others, is one group.
"""

import builtins
import io
import keyword
import tokenize
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations_with_replacement, pairwise
from typing import NamedTuple

import msgspec

from autograder.course import Assignment
from autograder.sandbox.cells import Cell
from autograder.submission import Submission, parse_percent

RUN = 12  # tokens in a row, about a line and a half: shorter ones are phrases that everybody uses
TOKENS = 40  # about five lines
SHARE = 0.5  # of the shorter one's own code
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
    """One of a pair: whose the code is, and which of its lines are shared (from 0).

    It is that of the first; the others' differs from it in names, comments and layout at most.
    """

    students: tuple[str, ...]
    lines: list[str]
    shared: frozenset[int]


class Pair(msgspec.Struct, frozen=True):
    """Two that are linked, the tokens they share, and the share of the shorter one's own code."""

    tokens: int
    share: float
    left: Side
    right: Side


class Group(msgspec.Struct, frozen=True):
    """Students who are linked, and the pairs that link them, those that share most first."""

    students: tuple[str, ...]
    pairs: tuple[Pair, ...]


class _Work(msgspec.Struct, frozen=True):
    """A submission: its runs with the tokens they cover, a bit each, and those that are its own."""

    student: str
    lines: list[str]
    tokens: list[Token]
    runs: dict[int, int]
    own: frozenset[int]


class _Link(NamedTuple):
    """Two codes, by number, and what they share; one and the same where several handed it in."""

    tokens: int
    share: float
    one: int
    other: int


Code = list[_Work]
"""Works that are alike to the token."""


def groups_in(assignment: Assignment, submissions: Sequence[Submission]) -> list[Group]:
    """The groups of an assignment that share much, those that share most first."""
    if len(submissions) < 2:  # to read what anybody may write takes a while
        return []
    known = [assignment.source, assignment.solution, assignment.mistakes, *assignment.accepted]
    reader = _Reader([_text(parse_percent(path.read_bytes(), path.name)) for path in known])
    codes: dict[tuple[str, ...], Code] = defaultdict(list)
    for submission in submissions:
        work = reader.work(submission)
        codes[tuple(token.text for token in work.tokens)].append(work)
    return _groups(list(codes.values()))


class _Reader:
    """Reads the submissions of one assignment; `known` are the texts that anybody may write.

    The first of them is the stub's.
    """

    def __init__(self, known: Iterable[str]) -> None:
        ours = [_tokens(text) for text in known]
        self._names = _names(*ours)
        self._numbers: dict[tuple[str, ...], int] = {}
        self._public = {run for tokens in ours for run in self._runs(self._veiled(tokens))}

    def work(self, submission: Submission) -> _Work:
        """A submission with its runs."""
        text = _text(submission.cells)
        tokens = self._veiled(_tokens(text))
        runs = self._runs(tokens)
        own = frozenset(runs.keys() - self._public)
        return _Work(submission.student, text.split("\n"), tokens, runs, own)

    def _veiled(self, tokens: Iterable[Token]) -> list[Token]:
        """The tokens with all own names alike."""
        return [Token("·", t.line) if self._is_own(t.text) else t for t in tokens]

    def _is_own(self, text: str) -> bool:
        return text.isidentifier() and text not in self._names

    def _runs(self, tokens: Sequence[Token]) -> dict[int, int]:
        """Which tokens each run of RUN tokens covers, a bit each; a run goes by its number."""
        texts = tuple(token.text for token in tokens)
        runs: dict[int, int] = defaultdict(int)
        for start in range(len(tokens) - RUN + 1):
            run = texts[start : start + RUN]
            number = self._numbers.setdefault(run, len(self._numbers))
            runs[number] |= ((1 << RUN) - 1) << start
        return dict(runs)


def _groups(codes: Sequence[Code]) -> list[Group]:
    kept, group = _joined(codes)
    students: dict[int, list[str]] = defaultdict(list)
    for code, number in zip(codes, group, strict=True):
        students[number] += [work.student for work in code]
    pairs: dict[int, list[Pair]] = defaultdict(list)
    for link in kept:
        pairs[group[link.one]].append(_pair(codes, link))
    return [Group(tuple(sorted(students[n])), tuple(theirs)) for n, theirs in pairs.items()]


def _joined(codes: Sequence[Code]) -> tuple[list[_Link], list[int]]:
    """The strongest links that join what none before them has, and the group of each code by number.

    So of a group of n codes n - 1 links are told, not all that there are.
    """
    kept: list[_Link] = []
    group = list(range(len(codes)))
    for link in sorted(_links(codes), key=lambda link: (-link.tokens, -link.share, *link[2:])):
        one, other = group[link.one], group[link.other]
        if link.one == link.other or one != other:
            kept.append(link)
            group = [one if number == other else number for number in group]
    return kept, group


def _links(codes: Sequence[Code]) -> Iterator[_Link]:
    own = [_covered(code[0], code[0].own).bit_count() for code in codes]
    for one, other in combinations_with_replacement(range(len(codes)), 2):
        runs = codes[one][0].own & codes[other][0].own
        if len(runs) * RUN < TOKENS or (one == other and len(codes[one]) == 1):
            continue
        tokens = min(_covered(codes[each][0], runs).bit_count() for each in (one, other))
        share = tokens / min(own[one], own[other])
        if tokens >= TOKENS and share >= SHARE:
            yield _Link(tokens, share, one, other)


def _pair(codes: Sequence[Code], link: _Link) -> Pair:
    """Side by side: two codes, or of one code the first and what the others made of it."""
    left, right = codes[link.one], codes[link.other]
    runs = left[0].own & right[0].own
    if left is right:
        left, right = left[:1], left[1:]
    return Pair(link.tokens, link.share, _side(left, runs), _side(right, runs))


def _side(code: Code, runs: Iterable[int]) -> Side:
    first = code[0]
    covered = _covered(first, runs)
    lines = frozenset(t.line for place, t in enumerate(first.tokens) if covered >> place & 1)
    return Side(tuple(work.student for work in code), first.lines, lines)


def _covered(work: _Work, runs: Iterable[int]) -> int:
    """The tokens that stand in one of these runs, a bit each."""
    covered = 0
    for run in runs:
        covered |= work.runs[run]
    return covered


def _names(stub: Sequence[Token], *others: Sequence[Token]) -> frozenset[str]:
    """The names that are nobody's own: those of the stub, and what stands behind a dot elsewhere."""
    dotted = (pair[1].text for tokens in others for pair in pairwise(tokens) if pair[0].text == ".")
    return PYTHONS.union((token.text for token in stub), dotted)


def _text(cells: Iterable[Cell]) -> str:
    return "\n".join(cell.source.rstrip("\n") + "\n" for cell in cells)


def _tokens(text: str) -> list[Token]:
    """What is compared: no comments, no layout. Broken code is read as far as it goes."""
    tokens = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type not in SILENT:
                tokens.append(Token(token.string, token.start[0] - 1))
    except (tokenize.TokenError, SyntaxError):
        pass
    return tokens
