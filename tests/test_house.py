"""The house as docs/architecture.md draws it: what its pages say of the code is so."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import PROJECT, SELFCHECK

PROGRAM = PROJECT / "autograder"
CONTENT = (PROGRAM / "graders", PROGRAM / "new" / "template")
PAGES = ("README.md", "README.ko.md", "CONTRIBUTING.md", *(f"docs/{name}.md" for name in (
    "architecture", "benchmark", "scaling", "threat-model", "writing-an-assignment"
)))  # fmt: skip
ROOTS = (PROJECT, PROGRAM, SELFCHECK, PROJECT / "docs")


def modules() -> dict[str, Path]:
    """The program's modules by their dotted names."""
    paths = [p for p in PROGRAM.rglob("*.py") if not any(p.is_relative_to(c) for c in CONTENT)]
    return {".".join(_parts(path)): path for path in paths}


def _parts(path: Path) -> tuple[str, ...]:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


MODULES = modules()


def imported(path: Path) -> Iterator[str]:
    """The program's modules that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("autograder"):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else str(node.module)


IMPORTS = {name: set(imported(path)) - {name} for name, path in MODULES.items()}


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def rooms() -> list[str]:
    """The rooms in the order of the table, from the ground up."""
    table = (PROJECT / "docs" / "architecture.md").read_text("utf-8").split("| room |")[1]
    firsts = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    return [name for first in firsts for name in re.findall(r"`(\w+)/?`", first)]


def test_every_room_is_in_the_table():
    assert sorted({room_of(module) for module in MODULES} - {"", "__main__"}) == sorted(rooms())


def test_imports_run_downward_only():
    floor = {room: number for number, room in enumerate(["", *rooms(), "__main__"])}
    upward = [
        f"{module} imports {other}"
        for module, others in IMPORTS.items()
        for other in others
        if floor[room_of(other)] > floor[room_of(module)]
    ]
    assert not upward


def test_no_two_modules_need_each_other():
    TopologicalSorter(IMPORTS).prepare()


@pytest.mark.parametrize("page", PAGES)
def test_the_files_that_a_page_names_are_there(page):
    text = (PROJECT / page).read_text("utf-8")
    named = re.findall(r"`([\w.<>/-]+/[\w.<>-]+\.(?:py|toml|md|html|css|txt))`", text)
    assert not [name for name in dict.fromkeys(named) if not any(_found(name))]


def _found(name: str) -> Iterator[Path]:
    pattern = re.sub(r"<\w+>", "*", name)
    for root in ROOTS:
        yield from root.glob(pattern)
