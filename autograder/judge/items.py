"""Items: what a grader's tests are worth, and which task they belong to."""

from collections.abc import Callable
from typing import Any, Literal, TypeVar, get_args

import msgspec

from autograder.text import Text

Kind = Literal[
    "values", "shape", "errors", "gradient", "purity", "robustness", "training", "figure"
]
NEEDS_LIFE: frozenset[str] = frozenset({"shape", "errors", "purity", "robustness"})
"""Kinds that pay only a function that answers ordinary inputs with values that depend on them."""

Function = TypeVar("Function", bound=Callable[..., Any])


class Item(msgspec.Struct, frozen=True):
    """One item of the rubric: all its points or none."""

    id: str
    function: str
    points: float
    title: Text
    kind: Kind
    also: tuple[str, ...] = ()


def item(
    id: str,
    *,
    function: str,
    points: float,
    ko: str,
    en: str,
    kind: Kind = "values",
    also: tuple[str, ...] = (),
) -> Callable[[Function], Function]:
    """Make a test an item: `task.item`, the task it belongs to, its points, its title.

    `kind` says what it looks at (one of `Kind`, else ValueError). Items of the kinds in NEEDS_LIFE
    count only where the task's `probe` finds the function alive. `also` names further functions that
    the item calls.
    """
    if kind not in get_args(Kind):  # a misspelt one would be paid without a look at the probe
        raise ValueError(f"kind={kind!r} of {id!r} is none of {', '.join(get_args(Kind))}")

    def mark(test: Function) -> Function:
        test.__item__ = Item(id, function, float(points), Text(ko, en), kind, also)  # type: ignore[attr-defined]
        return test

    return mark


def probe(function: str) -> Callable[[Function], Function]:
    """Make a function `(student, rng) -> (first, second)` the test of life of a task.

    It calls the task with two ordinary inputs of different values. Alive is what gives finite
    tensors or numbers for both, and not the same ones.
    """

    def mark(test: Function) -> Function:
        test.__probe__ = function  # type: ignore[attr-defined]
        return test

    return mark
