"""Why an answer is wrong: known mistakes are replayed on the inputs where it failed."""

from collections.abc import Callable, Sequence
from typing import Any

import torch

from autograder.course import Assignment
from autograder.errors import CourseError
from autograder.judge import drawing
from autograder.judge.compare import ATOL, RTOL, numbers
from autograder.judge.mistakes import Mistake, read_mistakes
from autograder.judge.reference import LocalTransport, mistake_cells
from autograder.judge.relations import relation
from autograder.sandbox.protocol import Reply, Request
from autograder.text import Text

TELLING = 3  # different numbers from which on an equal answer is no coincidence
LOOKED_AT = 1000  # numbers of a reply: a guest may send millions
Exchange = tuple[Request, Reply]
Comparison = Callable[[Reply, Reply], bool]


class Diagnosis:
    """The known mistakes of one assignment, ready to be compared with."""

    def __init__(self, assignment: Assignment, reference: LocalTransport) -> None:
        self._assignment = assignment
        self._mistakes = read_mistakes(assignment.mistakes)
        self._reference = reference
        self._transports: dict[str, LocalTransport] = {}

    def name(self, item: str, exchanges: Sequence[Exchange]) -> Mistake | None:
        """The mistake that explains a failed item: it would have answered just the same.

        One that explains every exchange of the item comes before one that explains the last; the
        last alone is only enough where it is no coincidence, and where the mistake is right in all
        that was right before. What answers the same in every way comes before what has only its
        numbers.
        """
        candidates = [m for m in self._mistakes if m.replay and item in m.loses]
        telling = bool(exchanges) and _is_telling(exchanges[-1][1])
        counts = [len(exchanges), 1] if telling else [len(exchanges)]
        for same in (alike, _same_numbers) if telling else (alike,):
            for count in filter(None, counts):
                for mistake in candidates:
                    if self._explains(mistake, exchanges, count, same):
                        return mistake
        return None

    def relation(self, exchanges: Sequence[Exchange], actual: Any = None) -> Text | None:
        """How the last answer that is not the reference's relates to it; None where nothing fits.

        It is about the part `actual` where the answer has it.
        """
        for request, reply in reversed(exchanges):
            if request.op == "figure":
                continue
            right = self._reference.run(request)
            if not alike(right, reply):
                return relation(request, reply, right, actual)
        return None

    def _explains(
        self, mistake: Mistake, exchanges: Sequence[Exchange], count: int, same: Comparison
    ) -> bool:
        """The mistake gives the last `count` of these answers, and the reference not all of them."""
        transport = self._transport(mistake)
        if any(request.op == "figure" for request, _ in exchanges):
            return self._explains_figures(transport, exchanges, count)
        before, part = exchanges[:-count], exchanges[-count:]
        return (
            all(same(transport.run(request), reply) for request, reply in reversed(part))
            and not all(self._is_right(exchange, same) for exchange in part)
            and all(
                same(transport.run(request), reply)
                for request, reply in before
                if self._is_right((request, reply), same)
            )
        )

    def _is_right(self, exchange: Exchange, same: Comparison) -> bool:
        request, reply = exchange
        return same(self._reference.run(request), reply)

    def _explains_figures(
        self, transport: LocalTransport, exchanges: Sequence[Exchange], count: int
    ) -> bool:
        """The same for figures, which pile up: drawn from the first on; first by what they show."""
        requests, replies = zip(*exchanges, strict=True)
        given = replies[-count:]
        mine, wanted = (who.replay(requests)[-count:] for who in (transport, self._reference))
        return any(
            all(map(same, mine, given)) and not all(map(same, wanted, given))
            for same in (_shows_the_same, alike)
        )

    def _transport(self, mistake: Mistake) -> LocalTransport:
        if mistake.id not in self._transports:
            try:
                cells = mistake_cells(self._assignment, mistake)
                self._transports[mistake.id] = LocalTransport(self._assignment.slug, cells)
            except CourseError as error:
                error.add_note(str(self._assignment.mistakes))
                raise
        return self._transports[mistake.id]


def failed_last(exchanges: list[Exchange], actual: Any) -> list[Exchange]:
    """The exchanges, with the one at the end whose answer holds what failed.

    Where all are asked before one is judged, that is not the last. Figures keep their order.
    """
    if any(request.op == "figure" for request, _ in exchanges):
        return exchanges
    for place, (_, reply) in enumerate(exchanges):
        if _holds(reply, actual):
            return [*exchanges[:place], *exchanges[place + 1 :], exchanges[place]]
    return exchanges


def _holds(reply: Reply, actual: Any) -> bool:
    """Whether this very value came back, by itself or as a part."""
    if actual is None or isinstance(actual, bool | int | str):  # of these there is one for all
        return False
    parts = reply.value if isinstance(reply.value, list | tuple) else []
    return any(part is actual for part in (reply.value, *parts, *reply.grads))


def _is_telling(reply: Reply) -> bool:
    """Whether a reply holds numbers that another formula will not give by chance: not just 0 and 1."""
    figure, found = drawing.read(reply.value), numbers(reply.value)
    if isinstance(figure, drawing.Figure):
        return bool(figure.axes)
    return (
        reply.error is None
        and found is not None
        and len(set(found[:LOOKED_AT].tolist())) >= TELLING
    )


def alike(first: Reply, second: Reply) -> bool:
    """Whether two replies say the same: error, value, gradients, arguments afterwards, models."""
    if first.error or second.error:
        return _same_error(first, second) and _same_models(first, second)
    mine, other = drawing.read(first.value), drawing.read(second.value)
    if isinstance(mine, drawing.Figure) and isinstance(other, drawing.Figure):
        return _shows_the_same(first, second) and drawing.same_texts(mine, other)
    return (
        _alike(first.value, second.value)
        and _alike(first.grads, second.grads)
        and _alike(first.changed, second.changed)
        and first.tracked == second.tracked
        and _graph(first.value) == _graph(second.value)
        and first.computed == second.computed
        and _same_models(first, second)
    )


def _same_numbers(first: Reply, second: Reply) -> bool:
    """Alike, but for the shapes of what is returned, and for what hangs in the graph."""
    mine, other = numbers(first.value), numbers(second.value)
    if first.error or second.error or mine is None or other is None:
        return alike(first, second)
    return (
        mine.shape == other.shape
        and torch.allclose(mine, other.to(mine.dtype), rtol=RTOL, atol=ATOL, equal_nan=True)
        and _alike(first.grads, second.grads)
        and _alike(first.changed, second.changed)
        and _same_models(first, second)
    )


def _same_models(first: Reply, second: Reply) -> bool:
    mine, other = (
        [
            (m.params, m.training, m.has_grad, m.requires_grad, m.kept, m.rebuilt)
            for m in reply.models
        ]
        for reply in (first, second)
    )
    return _alike(mine, other) and (not mine or first.shares == second.shares)


def _shows_the_same(first: Reply, second: Reply) -> bool:
    """Alike, but for the titles and legends of drawing."""
    mine, other = drawing.read(first.value), drawing.read(second.value)
    if not (isinstance(mine, drawing.Figure) and isinstance(other, drawing.Figure)):
        return alike(first, second)
    left_alone = _alike(first.changed, second.changed) and first.tracked == second.tracked
    return left_alone and drawing.same_drawing(mine, other)


def _same_error(first: Reply, second: Reply) -> bool:
    """The same class; where Python or torch wrote the text, the same text too."""
    mine, other = first.error, second.error
    if not (mine and other) or other.stub or mine.own != other.own:
        return False
    return mine.names[:1] == other.names[:1] and (mine.own or mine.message == other.message)


def _alike(first: Any, second: Any) -> bool:
    if isinstance(first, dict):
        return (
            isinstance(second, dict)
            and first.keys() == second.keys()
            and all(_alike(first[key], second[key]) for key in first)
        )
    if isinstance(first, list | tuple) and isinstance(second, list | tuple):
        return len(first) == len(second) and all(
            _alike(a, b) for a, b in zip(first, second, strict=True)
        )
    mine, other = numbers(first), numbers(second)
    if mine is None or other is None:
        return type(first) is type(second) and bool(first == second)
    if mine.shape != other.shape or mine.dtype != other.dtype or not _same_kind(first, second):
        return False
    return torch.allclose(mine, other, rtol=RTOL, atol=ATOL, equal_nan=True)


def _same_kind(first: Any, second: Any) -> bool:
    """Tensors of one shape and dtype, or one type; but costs may come as a list of floats.

    Not the other way round: where ours is a list, that may be the very mistake.
    """
    if isinstance(first, torch.Tensor) and isinstance(second, torch.Tensor):
        return first.shape == second.shape and first.dtype == second.dtype
    return type(first) is type(second) or (
        isinstance(first, torch.Tensor) and first.dim() == 1 and _is_list_of_floats(second)
    )


def _is_list_of_floats(value: Any) -> bool:
    """Numbers, or 0-d tensors of them."""
    return isinstance(value, list) and all(
        isinstance(part, float) or (isinstance(part, torch.Tensor) and part.dim() == 0)
        for part in value
    )


def _graph(value: Any) -> Any:
    """What hangs in the graph, part by part; a list of costs counts as the tensor of them."""
    if isinstance(value, list | tuple):
        parts = [_graph(part) for part in value]
        return parts[0] if parts and all(part == parts[0] for part in parts) else parts
    return isinstance(value, torch.Tensor) and value.requires_grad
