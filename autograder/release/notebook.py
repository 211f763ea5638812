"""The student's file in one language, as a notebook and as a .py in percent format."""

import hashlib
import json
from typing import Any

import jupytext

from autograder.errors import CourseError

LANGUAGES = frozenset({"ko", "en"})

METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}
BARE = {"jupytext": {"notebook_metadata_filter": "-all", "cell_metadata_filter": "-all"}}

Cells = list[dict[str, Any]]


def cells_in(source: str, name: str, language: str) -> Cells:
    """The cells of a .py: all the code, and the text that is meant for `language`."""
    cells: Cells = jupytext.reads(source, fmt="py:percent").cells
    if not any(language in _languages(cell) for cell in cells):
        raise CourseError(
            f"{name} has no text cell in {language!r}.",
            f'Mark the translated cells: # %% [markdown] tags=["{language}"]',
        )
    return [cell for cell in cells if _is_for(language, cell)]


def as_ipynb(slug: str, cells: Cells) -> str:
    """A notebook without outputs. Its ids depend on nothing but slug, place and text of a cell."""
    notebook = {
        "cells": [_plain(slug, place, cell) for place, cell in enumerate(cells)],
        "metadata": METADATA,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def as_percent(cells: Cells) -> str:
    """The same cells as a .py in percent format, without a header and without tags."""
    notebook = jupytext.reads("", fmt="py:percent")
    notebook.cells = cells
    notebook.metadata = BARE
    text: str = jupytext.writes(notebook, fmt="py:percent")
    return text


def _is_for(language: str, cell: dict[str, Any]) -> bool:
    languages = _languages(cell)
    return not languages or language in languages


def _languages(cell: dict[str, Any]) -> frozenset[str]:
    """The languages a text cell is tagged with; code has none, it is for everybody."""
    if cell["cell_type"] == "code":
        return frozenset()
    return LANGUAGES & frozenset(cell["metadata"].get("tags", ()))


def _plain(slug: str, place: int, cell: dict[str, Any]) -> dict[str, Any]:
    kind, source = cell["cell_type"], cell["source"]
    digest = hashlib.sha256(f"{slug}|{place}|{kind}|{source}".encode()).hexdigest()
    plain = {"cell_type": kind, "id": digest[:12], "metadata": {}}
    if kind == "code":
        plain |= {"execution_count": None, "outputs": []}
    return plain | {"source": source.splitlines(keepends=True)}
