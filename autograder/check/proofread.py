"""Looks through an assignment's files before anything is run: all there, readable, in both languages."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.check.finding import Finding
from autograder.course import Assignment, no_python, not_utf8, not_valid
from autograder.errors import KitError
from autograder.text import Text

if TYPE_CHECKING:
    from autograder.judge.mistakes import Mistake

PAGE = "docs/writing-an-assignment.md"
Told = Iterator[tuple[Text, Text]]
"""What is wrong, and what to do."""
CODE_OR_FORMULA = re.compile(r"(`+|\$+).+?\1", re.DOTALL)
BOLD = re.compile(r"(\w?)\*\*(.+?)\*\*(\w?)", re.DOTALL)
OWN_ID = Text("저마다 다른 id를 붙이세요.", "Give each an id of its own.")


def proofread(assignment: Assignment) -> list[Finding]:
    """What is missing in an assignment, or cannot be read."""
    told = list(_missing(assignment)) or list(_unreadable(assignment))
    told = told or [*_languages(assignment), *_bold(assignment), *_mistakes(assignment)]
    return [Finding(assignment.slug, what, hint) for what, hint in told]


def _missing(assignment: Assignment) -> Told:
    for part, path in assignment.parts.items():
        if not path.is_file():
            place = path.relative_to(assignment.root)
            yield (
                Text(f"{part.ko} 파일이 없습니다.", f"The {part.en} is missing."),
                Text(
                    f"{place} 파일을 쓰세요. {PAGE}에 설명이 있습니다.",
                    f"Write {place}; {PAGE} shows how.",
                ),
            )
    if assignment.solution.is_file() and not assignment.accepted:
        place = assignment.solution.with_name("accepted").relative_to(assignment.root)
        yield (
            Text("다른 정답이 하나도 없습니다.", "No other right answer is there."),
            Text(
                f"모범 답안과 다르게 쓴 정답을 {place}/에 넣으세요. 채점이 공정한지 확인하는 데 씁니다.",
                f"Write one into {place}/, in other words than the reference's: "
                "it keeps the grader fair.",
            ),
        )


def _unreadable(assignment: Assignment) -> Told:
    for path in (*assignment.parts.values(), *assignment.accepted):
        yield from _told_of(assignment, path, ast.parse)
    if assignment.equivalent.is_file():
        yield from _told_of(assignment, assignment.equivalent, tomllib.loads)


def _told_of(assignment: Assignment, path: Path, parse: Callable[[str], object]) -> Told:
    place = path.relative_to(assignment.root)
    try:
        parse(path.read_text("utf-8"))
    except UnicodeDecodeError:
        yield _told(not_utf8(place))
    except SyntaxError as error:
        yield _told(no_python(str(place), error))
    except ValueError as error:  # a NUL, or TOML that is none
        yield _told(not_valid(place, error))


def _languages(assignment: Assignment) -> Told:
    """Each text cell has its twin, so that nobody misses a requirement that is graded."""
    source = assignment.source.read_text("utf-8")
    marks = (line for line in source.splitlines() if line.startswith("# %%"))
    count = Counter(tag for mark in marks for tag in re.findall(r'"(ko|en)"', mark))
    if count["ko"] != count["en"] or not count["ko"]:
        yield (
            Text(
                f"{assignment.source.name} 파일에 한국어 글 셀이 {count['ko']}개, 영어 글 셀이"
                f" {count['en']}개 있습니다.",
                f"{assignment.source.name} has {count['ko']} text cells in Korean and {count['en']} in "
                "English.",
            ),
            Text(
                '글마다 # %% [markdown] tags=["ko"] 아래와 tags=["en"] 아래에 한 번씩 쓰세요.',
                'Write each text twice: below # %% [markdown] tags=["ko"] and below tags=["en"].',
            ),
        )


def _bold(assignment: Assignment) -> Told:
    """Bold text begins and ends between a letter and none: of **45°**로 readers would see the stars."""
    cells = re.split(r"^(?=# %%)", assignment.source.read_text("utf-8"), flags=re.MULTILINE)
    text = "".join(cell for cell in cells if cell.startswith("# %% [markdown]"))
    signs = CODE_OR_FORMULA.sub(lambda found: "$" * len(found[0]), text)
    for bold in BOLD.finditer(signs):
        before, inside, after = bold.groups()
        if (before and _is_sign(inside[0])) or (after and _is_sign(inside[-1])):
            yield (
                Text(
                    f"{text[slice(*bold.span())]}: 굵은 글씨가 되지 않고 별표가 그대로 보입니다.",
                    f"{text[slice(*bold.span())]} is not shown in bold, but with its stars.",
                ),
                Text(
                    "기호나 코드, 식 뒤의 조사까지 굵게 쓰거나, 글자만 굵게 쓰세요. 예: **45°로**, **새** $s$입니다",
                    "Put what is joined to the sign, code or formula in bold, too, or letters alone.",
                ),
            )


def _is_sign(character: str) -> bool:
    return not (character.isalnum() or character.isspace())


def _mistakes(assignment: Assignment) -> Told:
    from autograder.judge.mistakes import read_mistakes

    try:
        mistakes = read_mistakes(assignment.mistakes)
    except KitError as error:
        yield _told(error)
        return
    if not mistakes:
        yield (
            Text("알려진 실수가 하나도 없습니다.", "No known mistake is there."),
            Text(
                f"학생이 흔히 내는 틀린 답을 {assignment.mistakes.name} 파일에 쓰세요. {PAGE}에 설명이"
                " 있습니다.",
                f"Write wrong answers that students give into {assignment.mistakes.name}; {PAGE} shows"
                " how.",
            ),
        )
    for twice in _more_than_once(mistake.id for mistake in mistakes):
        yield (
            Text(f"id가 {twice}인 실수가 둘 이상입니다.", f"Two mistakes are called {twice}."),
            OWN_ID,
        )
    yield from _homeless(assignment, mistakes)


def _homeless(assignment: Assignment, mistakes: Iterable["Mistake"]) -> Told:
    """Mistakes that replace what the reference does not define."""
    tree = ast.parse(assignment.solution.read_text("utf-8"))
    there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    for mistake in mistakes:
        if mistake.function not in there:
            names = ", ".join(sorted(there))
            yield (
                Text(
                    f"{mistake.id} 실수로 바꿀 {mistake.function}의 정의가 모범 답안에 없습니다.",
                    f"The mistake {mistake.id} replaces {mistake.function}, which the reference does "
                    "not define.",
                ),
                Text(
                    f"모범 답안에 있는 함수와 클래스: {names}",
                    f"Functions and classes there are: {names}.",
                ),
            )


def _told(error: KitError) -> tuple[Text, Text]:
    return error.message, error.hint


def _more_than_once(names: Iterable[str]) -> list[str]:
    return sorted(name for name, count in Counter(names).items() if count > 1)
