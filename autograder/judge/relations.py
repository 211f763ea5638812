"""How a wrong answer relates to the right one: generic relations, told in one sentence.

A known mistake says more; this is for the wrong answers that nobody has written down. A relation is
told only where it holds for all numbers and cannot be a coincidence; no hidden value is told.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import torch

from autograder.judge.compare import ATOL, RTOL, numbers
from autograder.judge.messages import GRAPH_CUT
from autograder.sandbox.orders import Leaf, NonLeaf
from autograder.sandbox.protocol import Reply, Request
from autograder.text import Text

Tensor = torch.Tensor
Rule = Callable[[Tensor, Tensor, "Inputs"], Text | None]


class Inputs:
    """The tensors that the function was given."""

    def __init__(self, args: Sequence[Any]) -> None:
        self.tensors = [_tensor(arg) for arg in args if isinstance(arg, Tensor | Leaf | NonLeaf)]

    @property
    def counts(self) -> list[int]:
        """Sizes that a sum may have been divided by: dims and numbers of elements."""
        sizes = {n for x in self.tensors for n in (*x.shape, x.numel())}
        return sorted(n for n in sizes if n > 2)


def relation(request: Request, mine: Reply, right: Reply, about: Any = None) -> Text | None:
    """How this reply relates to the right one, in the part `about` if it has it; None where nothing fits."""
    if mine.error or right.error:
        return None
    lost = any(g is None and r is not None for g, r in zip(mine.grads, right.grads, strict=False))
    if lost and mine.value is not None and not _other_size(mine.value, right.value):
        return GRAPH_CUT
    inputs = Inputs(request.args)
    parts = list(_different_parts(mine, right))
    for actual, wanted in [pair for pair in parts if pair[0] is about] or parts:
        if isinstance(wanted, int):
            return _off_by_one(actual, wanted)
        return _first_rule(_as_tensor(actual), _as_tensor(wanted), inputs)
    return _form(mine.value, right.value)


def _other_size(mine: Any, right: Any) -> bool:
    """Whether it is another number of values: then no gradients were asked for."""
    tensors = isinstance(mine, Tensor) and isinstance(right, Tensor)
    return tensors and mine.numel() != right.numel()


def _different_parts(mine: Reply, right: Reply) -> Iterator[tuple[Any, Any]]:
    """The parts of value and gradients whose numbers are not the right ones."""
    pairs = [*_parts(mine.value, right.value), *zip(mine.grads, right.grads, strict=False)]
    for actual, wanted in pairs:
        first, second = numbers(actual), numbers(wanted)
        if first is None or second is None or first.is_complex() or second.is_complex():
            return
        if not _close(first, second):
            yield actual, wanted


def _parts(mine: Any, right: Any) -> list[tuple[Any, Any]]:
    if isinstance(right, tuple) and isinstance(mine, tuple | list) and len(mine) == len(right):
        return list(zip(mine, right, strict=True))
    return [(mine, right)]


def _as_tensor(value: Any) -> Tensor:
    flat = numbers(value)
    assert flat is not None
    return flat.reshape(value.shape) if isinstance(value, Tensor) else flat


def _off_by_one(mine: Any, right: int) -> Text | None:
    """Whole numbers are too often twice another one: only their difference tells something."""
    if isinstance(mine, int) and abs(mine - right) == 1 and not isinstance(right, bool):
        return (
            Text("1만큼 큽니다.", "It is too large by 1.")
            if mine > right
            else Text("1만큼 작습니다.", "It is too small by 1.")
        )
    return None


def _first_rule(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    found = (rule(mine, right, inputs) for rule in RULES)
    return next((text for text in found if text is not None), None)


def _form(mine: Any, right: Any) -> Text | None:
    """The numbers are right."""
    first, second = numbers(mine), numbers(right)
    if first is None or second is None or first.numel() == 0:
        return None
    if isinstance(mine, Tensor) and isinstance(right, Tensor):
        same = mine.shape == right.shape and mine.dtype == right.dtype
        return None if same else Text("숫자는 맞습니다.", "The numbers themselves are right.")
    return None


# Rules: a sentence where the relation holds, else None.


def _not_finite(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if mine.shape != right.shape or right.numel() == 1:
        return None
    for test in (torch.isnan, torch.isinf):
        at = test(mine) & ~test(right)
        if bool(at.any()):
            where = _where(at, inputs)
            return Text(f"{where.ko} 그렇습니다.", f"It is so {where.en}.")
    return None


def _where(at: Tensor, inputs: Inputs) -> Text:
    """The places, by what is special about the input there."""
    if bool(at.all()):
        return Text("모든 곳에서", "everywhere")
    for x in inputs.tensors:
        if x.shape == at.shape and x.dtype.is_floating_point:
            there, elsewhere = x[at], x[~at]
            if bool((there == 0).all()) and not bool((elsewhere == 0).any()):
                return Text("입력이 0인 곳에서", "where the input is 0")
            if there.min() > elsewhere.max():
                return Text("입력이 가장 큰 곳에서", "where the input is largest")
            if there.max() < elsewhere.min():
                return Text("입력이 가장 작은 곳에서", "where the input is smallest")
    count, total = int(at.sum()), at.numel()
    first = at.nonzero()[0].tolist()
    return Text(
        f"{total}개 중 {count}개에서(첫 번째는 {first})",
        f"in {count} of {total} places (the first is {first})",
    )


def _all_zero(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if mine.shape != right.shape or right.numel() < 3 or bool(mine.any()):
        return None
    return Text("모두 0입니다.", "All of it is 0.") if _telling(right, 2) else None


def _opposite(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if _alike(mine, -right) and _telling(right, 1):
        return Text("부호가 반대입니다.", "The sign is the opposite one.")
    return None


def _factor(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if mine.shape != right.shape or not _telling(right, 1):
        return None
    # Any share, as 1 right answer of 8, is a part of 1: it tells of no division.
    whole = right.numel() == 1 and float(right) == 1
    for factor, text in _known_factors(inputs):
        if _alike(mine, factor * right) and not (whole and factor < 1):
            return text
    return _some_factor(mine, right)


def _known_factors(inputs: Inputs) -> Iterator[tuple[float, Text]]:
    for n in inputs.counts:
        yield (
            n,
            Text(
                f"맞는 값의 {n}배입니다. 평균과 합을 확인하세요.",
                f"It is the right value times {n}: look at mean and sum.",
            ),
        )
        yield (
            1 / n,
            Text(
                f"맞는 값의 1/{n}입니다. 나누지 않아도 될 곳에서 나누지 않았는지 확인하세요.",
                f"It is the right value divided by {n}: is there one division too many?",
            ),
        )
    yield 2.0, Text("맞는 값의 2배입니다.", "It is twice the right value.")
    yield 0.5, Text("맞는 값의 절반입니다.", "It is half the right value.")
    yield 100.0, Text("맞는 값의 100배입니다.", "It is 100 times the right value.")
    for base, name in ((10, "log10"), (2, "log2")):
        yield (
            1 / math.log(base),
            Text(
                f"자연로그가 아닌 로그({name})를 쓴 값과 같습니다.",
                f"It is what {name} gives, in place of the natural logarithm.",
            ),
        )


def _some_factor(mine: Tensor, right: Tensor) -> Text | None:
    if not _telling(right, 3):
        return None
    largest = right.abs().argmax()
    factor = float(mine.flatten()[largest] / right.flatten()[largest])
    if factor != 0 and math.isfinite(factor) and _is_times(factor, mine, right):
        return Text(
            "모든 값이 맞는 값의 일정한 배수입니다. 곱하거나 나눈 수를 확인하세요.",
            "Every value is the right one times the same number: look at what you multiply or divide by.",
        )
    return None


def _is_times(factor: float, mine: Tensor, right: Tensor) -> bool:
    """Close to 1 all numbers are alike: there the differences have to be in proportion too."""
    rounding = 1e-7 * float(right.abs().max())
    return _alike(mine, factor * right) and torch.allclose(
        mine - right, (factor - 1) * right, rtol=100 * RTOL, atol=rounding
    )


def _offset(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if mine.shape != right.shape or right.numel() < 3 or not _telling(right, 2):
        return None
    difference = mine - right
    if _alike(difference, difference.flatten()[0].expand_as(difference)):
        return Text(
            "모든 값이 맞는 값과 같은 만큼 다릅니다. 더하거나 뺀 수를 확인하세요.",
            "Every value is off by the same amount: look at what you add or subtract.",
        )
    return None


def _complement(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if right.numel() > 2 and _alike(mine, 1 - right) and _telling(right, 2):
        return Text("1에서 맞는 값을 뺀 것과 같습니다.", "It is 1 minus the right value.")
    return None


def _magnitude(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if bool((right < 0).any()) and _alike(mine, right.abs()) and _telling(right, 2):
        return Text("부호가 사라진 값(절댓값)입니다.", "It is the right value without its sign.")
    return None


def _transposed(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if right.dim() >= 2 and mine.dim() == right.dim():
        turned = right.transpose(-1, -2)
        if _alike(mine, turned) and _differ(turned, right):
            return Text(
                "행과 열이 바뀌었습니다(전치).", "Rows and columns are swapped (transposed)."
            )
    return None


def _flipped(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if mine.shape != right.shape or right.numel() < 3:
        return None
    choices = [[dim] for dim in range(right.dim())] + [list(range(right.dim()))]
    if any(_alike(mine, right.flip(dims)) and _telling(right, 3) for dims in choices):
        return Text("순서가 뒤집혀 있습니다.", "The order is reversed.")
    return None


def _shifted(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if mine.dim() == 0 or mine.dim() != right.dim() or min(len(mine), len(right)) < 3:
        return None
    if not _telling(right[:-1], 3):
        return None
    if mine.shape == right.shape:
        if _alike(mine[:-1], right[1:]) or _alike(mine[1:], right[:-1]):
            return Text(
                "한 칸씩 밀려 있습니다. 기록하는 때나 시작하는 곳을 확인하세요.",
                "It is shifted by one: look at when you record a value, or where you start.",
            )
        return None
    if _alike(mine, right[:-1]) or _alike(mine, right[1:]):
        return Text("하나가 빠져 있습니다.", "One is missing.")
    if _alike(mine[:-1], right) or _alike(mine[1:], right):
        return Text("하나가 더 있습니다.", "There is one too many.")
    return None


def _broadcast(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    n = right.numel()
    if n < 2 or tuple(mine.shape) != (n, n) or tuple(right.shape) == (n, n):
        return None
    if _alike(mine.diagonal(), right.flatten()):  # each row with its own answer
        return Text(
            f"(n, 1)과 (n,)이 브로드캐스팅되어 {n}×{n}이 되었습니다. shape을 맞추세요.",
            f"(n, 1) and (n,) were broadcast to {n}×{n}: make the shapes match.",
        )
    return None


def _wrong_dim(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    another = Text("다른 축(dim)을 따라 계산했습니다.", "It was computed along another dim.")
    if mine.shape == right.shape:
        moved = right.dim() >= 2 and _sums_to_one(mine) - _sums_to_one(right)
        return another if moved and _sums_to_one(right) else None
    for x in inputs.tensors:
        reduced = [tuple(x.shape[:d]) + tuple(x.shape[d + 1 :]) for d in range(x.dim())]
        if x.dim() >= 2 and tuple(right.shape) in reduced and tuple(mine.shape) in reduced:
            return another
    return None


def _sums_to_one(value: Tensor) -> set[int]:
    sums = ((dim, value.sum(dim)) for dim in range(value.dim()))
    return {dim for dim, total in sums if _alike(total, torch.ones_like(total))}


def _as_it_came(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if any(_alike(mine, x.double()) and _telling(mine, 2) for x in inputs.tensors):
        return Text("입력을 그대로 돌려주었습니다.", "It is the input as it came.")
    return None


def _rounded(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if mine.shape != right.shape or _alike(right, right.round()) or not _telling(mine, 3):
        return None
    if any(bool((mine == of(right)).all()) for of in (torch.round, torch.floor, torch.trunc)):
        return Text("소수점 아래가 사라졌습니다.", "What stands after the decimal point is gone.")
    if any(_rounded_to(places, mine, right) for places in (2, 3, 4, 5)):
        return Text(
            "반올림한 값입니다. 계산한 값을 그대로 돌려주세요.",
            "These are rounded values. Return what you compute as it is.",
        )
    return None


def _rounded_to(places: int, mine: Tensor, right: Tensor) -> bool:
    """Right to so many places, and nothing after them, as far as float32 can tell."""
    after = (mine - mine.round(decimals=places)).abs()
    return _alike(mine, right.round(decimals=places)) and bool((after <= 1e-7 * mine.abs()).all())


def _another_order(mine: Tensor, right: Tensor, inputs: Inputs) -> Text | None:
    if mine.numel() != right.numel() or not _telling(right, 3):
        return None
    if _alike(mine.flatten().sort().values, right.flatten().sort().values):
        return Text(
            "숫자는 모두 맞지만 순서가 다릅니다.", "The numbers are right, but in another order."
        )
    return None


RULES: tuple[Rule, ...] = (
    _broadcast, _not_finite, _all_zero, _opposite, _factor, _complement, _transposed, _flipped, _shifted,
    _magnitude, _wrong_dim, _as_it_came, _rounded, _offset, _another_order,
)  # fmt: skip


def _close(mine: Tensor, right: Tensor) -> bool:
    return mine.numel() == right.numel() and _alike(mine.flatten(), right.flatten())


def _alike(mine: Tensor, right: Tensor) -> bool:
    return mine.shape == right.shape and torch.allclose(
        mine, right, rtol=RTOL, atol=ATOL, equal_nan=True
    )


def _differ(first: Tensor, second: Tensor) -> bool:
    return not _alike(first, second)


def _telling(values: Tensor, distinct: int) -> bool:
    """Enough different numbers, none too close to 0 all along: no coincidence."""
    found = set(values.flatten().tolist())
    return len(found) >= distinct and any(abs(value) > 100 * ATOL for value in found)


def _tensor(arg: Any) -> Tensor:
    return arg if isinstance(arg, Tensor) else arg.tensor
