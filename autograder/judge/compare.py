"""Comparisons: what came back against what was wanted, told without giving the value away."""

import builtins
import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NoReturn

import numpy as np
import torch

from autograder.judge.messages import GRAPH_CUT, class_of
from autograder.judge.student import Gradient, Raised
from autograder.sandbox.orders import Leaf, NonLeaf
from autograder.sandbox.protocol import Reply, Request
from autograder.sandbox.wire import Opaque
from autograder.text import Text, plain

RTOL = 1e-4
ATOL = 1e-6
TOO_LARGE = 10_000
TENSOR = re.compile(r"Tensor \(torch\.(\w+), ([a-z]{1,9}|\d{1,3} dimensions)\)")
TYPES_OF_TORCH = frozenset(
    "function method generator module Sequential Linear Sigmoid Parameter Figure Axes dtype".split()
)


class Failed(Exception):
    """An item is not fulfilled; `text` is for the student.

    `compared` says that a comparison with the right answer failed: then it is worth looking at how
    the two are related. `actual` is what was compared, the innermost part of it.
    """

    def __init__(self, text: Text, compared: bool = False, actual: Any = None) -> None:
        super().__init__(text.en)
        self.text = text
        self.compared = compared
        self.actual = actual


class NotRefused(Failed):
    """Wrong input was not refused as it should be; which input that was, the trial knows."""


def fail(*, ko: str, en: str) -> NoReturn:
    """The item is not fulfilled, for this reason."""
    raise Failed(Text(ko, en))


def require(condition: bool, *, ko: str, en: str) -> None:
    """The item is fulfilled only where this holds."""
    if not condition:
        fail(ko=ko, en=en)


def assert_same(actual: Any, expected: Any, *, rtol: float = RTOL, atol: float = ATOL) -> None:
    """The same numbers, in order: shape and dtype are left to `assert_form`.

    Tuples and lists are compared part by part; int, bool and str exactly.
    """
    try:
        _same(actual, expected, rtol, atol)
    except Failed as failed:
        if failed.actual is None:
            failed.actual = actual
        raise


def _same(actual: Any, expected: Any, rtol: float, atol: float) -> None:
    if isinstance(expected, tuple | list):
        _same_parts(actual, expected, rtol, atol)
    elif isinstance(expected, str) or expected is None:
        require(
            type(actual) is type(expected) and actual == expected,
            ko=f"돌려준 값({kind_of(actual)[0]})이 맞지 않습니다.",
            en=f"The value you return ({kind_of(actual)[1]}) is not the right one.",
        )
    else:
        _same_numbers(actual, expected, rtol, atol)


def assert_form(actual: Any, expected: Any) -> None:
    """The right kind of value: a tensor of the same shape and dtype, or the same Python type."""
    if isinstance(expected, tuple | list):
        for number, (mine, part) in enumerate(_pairs(actual, expected), start=1):
            with _part(number):
                assert_form(mine, part)
    elif isinstance(expected, torch.Tensor):
        _tensor_form(actual, expected)
    else:
        _require_kind(type(actual) is type(expected), actual, expected)


def assert_graph(value: Any) -> None:
    """Gradients still flow: the value is connected to its inputs."""
    if value is None or isinstance(value, Opaque):
        _not_numbers(value)
    if not (isinstance(value, torch.Tensor) and value.requires_grad):
        raise Failed(GRAPH_CUT)


def assert_gradients(
    mine: Gradient, expected: Sequence[Any], *, rtol: float = RTOL, atol: float = ATOL
) -> None:
    """Gradients still flow, to all the arguments that they were asked for, and are these."""
    assert_graph(mine.value)
    if isinstance(mine.cotangent, torch.Tensor) and mine.value.numel() != mine.cotangent.numel():
        _wrong_size(mine.value, mine.cotangent)
    cut = [gradient is None for gradient in mine.grads]
    if all(cut):
        raise Failed(GRAPH_CUT)
    require(
        not any(cut),
        ko="기울기가 일부 입력으로는 이어지지 않습니다. 그 입력에 .detach()나 .item()을 쓰지 않았는지 확인하세요.",
        en="The gradient does not reach all of the arguments. Look for .detach() or .item() of one.",
    )
    alone = len(mine.grads) == len(expected) == 1
    found, wanted = (mine.grads[0], expected[0]) if alone else (mine.grads, expected)
    with told(ko="기울기", en="gradient"):
        assert_same(found, wanted, rtol=rtol, atol=atol)


def assert_pure(reply: Reply) -> None:
    """No argument was changed."""
    require(
        not reply.changed,
        ko="입력으로 받은 텐서가 변경되었습니다. +=, -=, 이름이 _로 끝나는 함수 대신 새 텐서를 만드세요.",
        en="An argument was changed. Make a new tensor in place of +=, -= or a function ending in _.",
    )


def assert_differs(first: Any, second: Any, *, ko: str, en: str) -> None:
    """Two values that must not be equal."""
    try:
        assert_same(first, second)
    except Failed:
        return
    fail(ko=ko, en=en)


@contextmanager
def raises(*wanted: type[Exception]) -> Iterator[None]:
    """The call inside must raise one of these exceptions, or a subclass."""
    names = {kind.__name__ for kind in wanted}
    listed = " 또는 ".join(sorted(names)), " or ".join(sorted(names))
    try:
        yield
    except Raised as raised:
        if raised.error.stub:
            raise
        if "NotImplementedError" not in raised.error.names and names & set(raised.error.names):
            return
        got = class_of(raised.error)
        raise NotRefused(
            Text(
                f"이 입력에는 {listed[0]} 오류가 필요한데 {got} 오류가 발생했습니다.",
                f"For this input {listed[1]} is wanted, but {got} was raised.",
            )
        ) from None
    else:
        raise NotRefused(
            Text(
                f"이 입력에는 {listed[0]} 오류가 필요한데 오류 없이 값을 돌려주었습니다. (raise로 발생시킵니다)",
                f"For this input {listed[1]} is wanted (use raise), but a value came back.",
            )
        )


@contextmanager
def allowed() -> Iterator[None]:
    """The call inside is right as it is: it must not be refused with a ValueError."""
    try:
        yield
    except Raised as raised:
        if raised.error.stub or not raised.error.own or "ValueError" not in raised.error.names:
            raise
        fail(
            ko="올바른 입력인데 ValueError가 발생했습니다.",
            en="This input is right, but ValueError was raised.",
        )


@contextmanager
def told(*, ko: str, en: str) -> Iterator[None]:
    """Say which input it is about, in front of what fails inside."""
    try:
        yield
    except Failed as failed:
        text = Text(f"{ko}: {failed.text.ko}", f"{en}: {failed.text.en}")
        raise Failed(text, failed.compared, failed.actual) from None


def call_of(request: Request) -> Text:
    """The call that a request makes: sizes of tensors and lists, plain values as they are."""
    given = [_argument(value) for value in request.args]
    named = [(name, _argument(value)) for name, value in request.kwargs.items()]
    ko = [text.ko for text in given] + [f"{name}={text.ko}" for name, text in named]
    en = [text.en for text in given] + [f"{name}={text.en}" for name, text in named]
    return Text(*(f"{request.function}({', '.join(part)})" for part in (ko, en)))


def _argument(value: Any) -> Text:
    if isinstance(value, Leaf | NonLeaf):
        return _argument(value.tensor)
    if isinstance(value, torch.Tensor):
        return Text(*[f"shape {_sizes(value.shape)}"] * 2)
    if value is None or isinstance(value, int | float | str):
        return Text(*[f"{value:g}" if isinstance(value, float) else repr(value)] * 2)
    return Text(*kind_of(value))


def kind_of(value: Any) -> tuple[str, str]:
    """What a value is, in Korean and in English, without its numbers."""
    if value is None:
        return "None", "None"
    if isinstance(value, torch.Tensor):
        name = str(value.dtype).removeprefix("torch.")
        shape = _sizes(value.shape)
        return f"shape {shape}, dtype {name}인 텐서", f"a tensor of shape {shape}, dtype {name}"
    if isinstance(value, np.ndarray):
        shape = _sizes(value.shape)
        return f"shape {shape}인 numpy 배열", f"a numpy array of shape {shape}"
    if isinstance(value, Opaque):
        return _type_name(value.type_name)
    if isinstance(value, tuple | list | dict):
        name = type(value).__name__
        count = _size(len(value))
        return f"원소가 {count}개인 {name}", f"a {name} of {count}"
    name = type(value).__name__
    return name, _with_article(name)


def _sizes(shape: Sequence[int]) -> str:
    """A shape as Python writes it."""
    return f"({', '.join(map(_size, shape))}{',' * (len(shape) == 1)})"


def _size(size: int) -> str:
    """A size; one beyond the course's could be a hidden number in disguise."""
    return str(size) if size < TOO_LARGE else "…"


def _type_name(name: str) -> tuple[str, str]:
    """A type by its name; a class of the student's own could be called anything."""
    tensor = TENSOR.fullmatch(name)
    known = (
        hasattr(builtins, name) or name in TYPES_OF_TORCH or (tensor and hasattr(torch, tensor[1]))
    )
    if not known:
        return "다른 종류의 객체", "an object of another kind"
    return plain(name), _with_article(plain(name))


def _with_article(name: str) -> str:
    return f"an {name}" if name[:1] in "aeiou" else f"a {name}"


def numbers(value: Any) -> torch.Tensor | None:
    """A value's numbers as one flat float64 (or complex) tensor; None where it has none."""
    if isinstance(value, torch.Tensor):
        flat = value.detach().flatten()
    elif isinstance(value, np.ndarray):
        flat = torch.from_numpy(value.copy()).flatten()
    elif isinstance(value, bool | int | float):
        return torch.tensor([_to_float(value)], dtype=torch.float64)
    elif isinstance(value, list | tuple):
        return _numbers_in(value)
    else:
        return None
    return flat if flat.is_complex() else flat.to(torch.float64)


def _numbers_in(values: Sequence[Any]) -> torch.Tensor | None:
    """The numbers of all of these, one after another; no answer of the course has so many parts."""
    if set(map(type, values)) <= {bool, int, float}:
        return torch.tensor([_to_float(value) for value in values], dtype=torch.float64)
    if len(values) > TOO_LARGE:
        return None
    parts = [numbers(value) for value in values]
    found = [part for part in parts if part is not None]
    return torch.cat(found) if len(found) == len(parts) else None


def _to_float(value: bool | int | float) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def _same_parts(actual: Any, expected: Any, rtol: float, atol: float) -> None:
    if isinstance(actual, torch.Tensor | np.ndarray) and all(
        isinstance(part, bool | int | float) for part in expected
    ):
        _same_numbers(actual, expected, rtol, atol)
        return
    for number, (mine, part) in enumerate(_pairs(actual, expected), start=1):
        with _part(number):
            assert_same(mine, part, rtol=rtol, atol=atol)


def _pairs(actual: Any, expected: Any) -> Iterator[tuple[Any, Any]]:
    _require_kind(
        isinstance(actual, tuple | list) and len(actual) == len(expected), actual, expected
    )
    return zip(actual, expected, strict=True)


def _part(number: int) -> AbstractContextManager[None]:
    """Say which of several values it is that failed."""
    ordinal = "첫 번째" if number == 1 else f"{number}번째"
    return told(ko=f"{ordinal} 값", en=f"Value {number}")


def _require_kind(condition: bool, actual: Any, expected: Any) -> None:
    if condition:
        return
    (ko, en), (wanted_ko, wanted_en) = kind_of(actual), kind_of(expected)
    _unlike(
        ko=f"돌려준 값의 종류가 다릅니다. (필요한 값: {wanted_ko} · 돌려준 값: {ko})",
        en=f"It must return {wanted_en}, but returned {en}.",
    )


def _unlike(*, ko: str, en: str) -> NoReturn:
    raise Failed(Text(ko, en), compared=True)


def _same_numbers(actual: Any, expected: Any, rtol: float, atol: float) -> None:
    if type(actual) is int and type(expected) is int and actual == expected:
        return  # by far the most frequent case of the assignments on sizes
    mine, wanted = numbers(actual), numbers(expected)
    assert wanted is not None
    if mine is None:
        _not_numbers(actual)
    if mine.numel() != wanted.numel():
        _wrong_size(actual, expected)
    same = torch.isclose(mine, wanted.to(mine.dtype), rtol=rtol, atol=atol, equal_nan=True)
    if isinstance(expected, bool | int) and not isinstance(actual, torch.Tensor):
        same = torch.tensor([actual == expected])
    if not bool(same.all()):
        _wrong_values(mine, wanted, same)


def _not_numbers(actual: Any) -> NoReturn:
    if actual is None:
        _unlike(
            ko="None을 돌려주었습니다. return을 빠뜨리지 않았는지 확인하세요.",
            en="It returned None. Is a return statement missing?",
        )
    ko, en = kind_of(actual)
    _unlike(
        ko=f"숫자나 텐서가 필요합니다. (돌려준 값: {ko})",
        en=f"It returned {en}, not numbers.",
    )


def _wrong_size(actual: Any, expected: Any) -> NoReturn:
    (ko, en), (wanted_ko, wanted_en) = kind_of(actual), kind_of(expected)
    _unlike(
        ko=f"결과의 크기가 다릅니다. (필요한 값: {wanted_ko} · 돌려준 값: {ko})",
        en=f"The size is wrong: {wanted_en} is wanted, but it is {en}.",
    )


def _wrong_values(mine: torch.Tensor, wanted: torch.Tensor, same: torch.Tensor) -> NoReturn:
    for name, subject, test in (("nan", "nan이", torch.isnan), ("inf", "inf가", torch.isinf)):
        if bool((test(mine) & ~test(wanted)).any()):
            _unlike(ko=f"결과에 {subject} 들어 있습니다.", en=f"The result contains {name}.")
    wrong, count = int((~same).sum()), same.numel()
    if count == 1:
        _unlike(ko="값이 다릅니다.", en="The value is wrong.")
    _unlike(
        ko=f"값이 다릅니다. ({count}개 중 {wrong}개가 틀렸습니다)",
        en=f"Values are wrong ({wrong} of {count}).",
    )


def _tensor_form(actual: Any, expected: torch.Tensor) -> None:
    same = (
        isinstance(actual, torch.Tensor)
        and actual.shape == expected.shape
        and actual.dtype == expected.dtype
    )
    _require_kind(same, actual, expected)
