"""Known mistakes: read from mistakes.py, replayed on the inputs where a student's answer failed.

A mistake is the text of a function or class that stands in place of the reference's own:

    @mistake("sigmoid.sign", loses=["sig.values"], ko="exp(x)를 사용했습니다.", en="exp(x) was used.")
    def sigmoid(x):
        return 1 / (1 + torch.exp(x))

The file is read, not imported: the same names are defined again and again in it. What stands
outside the mistakes (imports, helpers) belongs to each of them.
"""

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from autograder.errors import CourseError
from autograder.text import Text

Definition = TypeVar("Definition", bound=Callable[..., Any])


class Mistake(msgspec.Struct, frozen=True):
    """One known wrong answer: `source` replaces the reference's `function`.

    `loses` are the items it must lose, just these. `replay` is False where running it on a failed
    item would take long; then `check` grades it, but the diagnosis does not name it.
    """

    id: str
    function: str
    loses: tuple[str, ...]
    hint: Text
    source: str
    replay: bool = True


class _Said(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    loses: list[str]
    ko: str
    en: str
    replay: bool = True


def mistake(
    id: str, *, loses: list[str], ko: str, en: str, replay: bool = True
) -> Callable[[Definition], Definition]:
    """Mark a definition in mistakes.py; see the module's text."""
    return lambda definition: definition


def read_mistakes(path: Path) -> list[Mistake]:
    """All mistakes of a mistakes.py, in its order."""
    text = path.read_text("utf-8")
    lines = text.split("\n")
    marked = [(node, _decorator(node)) for node in ast.parse(text, str(path)).body]
    common = "\n".join(
        _source(lines, node)
        for node, decorator in marked
        if decorator is None and not _imports_mistake(node)
    )
    return [
        _mistake(path, lines, common, node, decorator)
        for node, decorator in marked
        if decorator is not None
    ]


def _source(lines: list[str], node: ast.stmt) -> str:
    """A statement without its decorators. (ast.get_source_segment splits the whole text each time.)"""
    return "\n".join(lines[node.lineno - 1 : node.end_lineno])


def _decorator(node: ast.stmt) -> ast.Call | None:
    for decorator in getattr(node, "decorator_list", []):
        if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "mistake":
            return decorator
    return None


def _imports_mistake(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "autograder.judge.mistakes"


def _said_in(decorator: ast.Call) -> "_Said":
    """What a decorator says. Raises ValueError or ValidationError where that is no mistake."""
    (name,) = (ast.literal_eval(arg) for arg in decorator.args)
    options = {k.arg: ast.literal_eval(k.value) for k in decorator.keywords if k.arg}
    return msgspec.convert({"id": name, **options}, _Said)


def _mistake(path: Path, lines: list[str], common: str, node: Any, decorator: ast.Call) -> Mistake:
    try:
        said = _said_in(decorator)
        return Mistake(
            said.id,
            node.name,
            tuple(said.loses),
            Text(said.ko, said.en),
            f"{common}\n\n\n{_source(lines, node)}\n",
            said.replay,
        )
    except (ValueError, msgspec.ValidationError) as error:
        place = "/".join(path.parts[-3:])  # as it lies in the course
        raise CourseError(
            Text(
                f"{place}, {node.lineno}번째 줄: @mistake가 올바르지 않습니다. ({error})",
                f"{place}, line {node.lineno}: @mistake is not as it must be ({error}).",
            ),
            Text(
                'id, loses=[…], ko="…", en="…"을 모두 리터럴로 쓰세요.',
                'It takes an id, loses=[…], ko="…" and en="…", all written out as literals.',
            ),
        ) from None
