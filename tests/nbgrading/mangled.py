"""What happens to notebooks between a release and a hand-in: each function is one way to mangle one.

It is given the released notebook with every task written, and returns what is handed in. Nobody asks
here what that is worth: all records must say the same of it, and nbgrader must live with it.
"""

import json
from collections.abc import Callable
from typing import Any

Notebook = dict[str, Any]
WAYS: dict[str, Callable[[Notebook], Notebook | bytes]] = {}


def way(mangle: Callable[[Notebook], Notebook | bytes]) -> Callable[[Notebook], Notebook | bytes]:
    WAYS[mangle.__name__] = mangle
    return mangle


def as_bytes(mangled: Notebook | bytes) -> bytes:
    return mangled if isinstance(mangled, bytes) else json.dumps(mangled).encode()


def code(*source: str) -> dict[str, Any]:
    return {
        "cell_type": "code", "id": "added", "metadata": {}, "execution_count": None,
        "outputs": [], "source": "\n".join(source),
    }  # fmt: skip


def of_nbgrader(notebook: Notebook, kind: str) -> list[dict[str, Any]]:
    """The solution cells ("solution") or check cells ("grade")."""
    return [c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get(kind)]


def text_of(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


@way
def every_cell_is_there_twice(notebook):
    notebook["cells"] = [cell for cell in notebook["cells"] for _ in range(2)]
    return notebook


@way
def check_cells_are_deleted(notebook):
    for cell in of_nbgrader(notebook, "grade"):
        notebook["cells"].remove(cell)
    return notebook


@way
def the_first_task_is_deleted(notebook):
    notebook["cells"].remove(of_nbgrader(notebook, "solution")[0])
    return notebook


@way
def a_function_is_split_in_its_middle(notebook):
    first = of_nbgrader(notebook, "solution")[0]
    lines = text_of(first).split("\n")
    first["source"] = "\n".join(lines[:1])
    notebook["cells"].insert(notebook["cells"].index(first) + 1, code(*lines[1:]))
    return notebook


@way
def solutions_have_become_text(notebook):
    for cell in of_nbgrader(notebook, "solution")[::2]:
        cell["cell_type"] = "markdown"
    return notebook


@way
def points_and_grade_ids_are_changed(notebook):
    for number, cell in enumerate(notebook["cells"]):
        meta = {"grade_id": "sigmoid", "grade": True, "solution": True, "points": 10.0**number}
        cell["metadata"]["nbgrader"] = meta
    return notebook


@way
def metadata_of_two_tasks_is_exchanged(notebook):
    first, second = of_nbgrader(notebook, "solution")[:2]
    first["metadata"], second["metadata"] = second["metadata"], first["metadata"]
    return notebook


@way
def all_metadata_is_gone(notebook):
    for cell in notebook["cells"]:
        cell.pop("id", None)
        cell["metadata"] = {}
    return {"cells": notebook["cells"], "nbformat": 4, "nbformat_minor": 2}


@way
def it_was_saved_in_the_third_format(notebook):
    cells = [
        {**{k: v for k, v in cell.items() if k != "source"}, "input": cell["source"]}
        if cell["cell_type"] == "code"
        else cell
        for cell in notebook["cells"]
    ]
    return {"worksheets": [{"cells": cells[:3]}, {"cells": cells[3:]}], "nbformat": 3}


@way
def cells_stand_in_reverse_order(notebook):
    notebook["cells"].reverse()
    return notebook


@way
def everything_is_in_one_cell_with_the_checks(notebook):
    sources = [text_of(c) for c in notebook["cells"] if c["cell_type"] == "code"]
    notebook["cells"] = [code("\n\n".join(sources[1:]))]
    return notebook


@way
def the_work_is_written_into_the_check_cells(notebook):
    solutions, checks = (of_nbgrader(notebook, kind) for kind in ("solution", "grade"))
    for solution, check in zip(solutions, checks, strict=False):
        check["source"] = f"{text_of(check)}\n{text_of(solution)}"
        solution["source"] = ""
    return notebook


@way
def magics_and_shell_lines_are_everywhere(notebook):
    for cell in of_nbgrader(notebook, "solution"):
        cell["source"] = f"%%time\n!pip install torch\n{text_of(cell)}\n%matplotlib inline"
    return notebook


@way
def line_ends_are_of_every_kind(notebook):
    for cell in of_nbgrader(notebook, "solution"):
        cell["source"] = text_of(cell).replace("\n", "\r\n") + "  # \u2028 \x0c \x85\r"
    return b"\xef\xbb\xbf" + json.dumps(notebook, ensure_ascii=False).encode()


@way
def sources_are_no_text(notebook):
    first, second, *_ = of_nbgrader(notebook, "solution")
    first["source"], second["source"] = None, [1, None, {"a": 2}]
    return notebook


@way
def the_json_has_two_lists_of_cells(notebook):
    text = json.dumps({"cells": [], **notebook})
    return text.replace('{"cells":', '{"cells": [], "cells":', 1).encode()


@way
def a_merge_has_left_its_marks(notebook):
    return json.dumps(notebook, indent=1).replace('"cells"', '<<<<<<< HEAD\n"cells"').encode()


@way
def a_merge_has_left_its_marks_in_a_cell(notebook):
    cell = of_nbgrader(notebook, "solution")[1]
    cell["source"] = f"<<<<<<< HEAD\n{text_of(cell)}\n=======\n{text_of(cell)}\n>>>>>>> mine"
    return notebook


@way
def outputs_claim_full_marks_and_are_deep(notebook):
    deep: Any = []
    for _ in range(200):
        deep = [deep]
    for cell in of_nbgrader(notebook, "grade"):
        data = {"text/plain": ["100.0"], "application/json": deep}
        cell["outputs"] = [{"output_type": "execute_result", "metadata": {}, "data": data}]
    of_nbgrader(notebook, "solution")[0]["source"] = "pass"
    return notebook


@way
def a_wrong_definition_follows_the_right_one(notebook):
    names = [cell["metadata"]["nbgrader"]["grade_id"] for cell in of_nbgrader(notebook, "solution")]
    notebook["cells"].append(code(f"def {names[0]}(*args, **kwargs):", "    return None"))
    return notebook


@way
def names_are_given_later(notebook):
    first = of_nbgrader(notebook, "solution")[0]
    name = first["metadata"]["nbgrader"]["grade_id"]
    first["source"] = text_of(first).replace(f"def {name}(", "def mine(")
    notebook["cells"].append(code(f"{name} = mine"))
    return notebook


@way
def grade_ids_are_paths_and_html(notebook):
    for cell in notebook["cells"]:
        cell["metadata"]["nbgrader"] = {"grade_id": "../../<b>'\"; DROP TABLE grade;--"}
        cell["id"] = "../../<b>"
    return notebook


@way
def cells_are_of_an_unknown_type(notebook):
    for cell in notebook["cells"][::3]:
        cell["cell_type"] = "heading"
    return notebook


@way
def it_has_no_cells(notebook):
    return {**notebook, "cells": []}


@way
def it_is_empty(notebook):
    return b""


@way
def everything_stands_below_an_if(notebook):
    for cell in of_nbgrader(notebook, "solution"):
        body = "\n".join(f"    {line}" for line in text_of(cell).split("\n"))
        cell["source"] = f"if __name__ != 'x':\n{body}\nelse:\n    pass"
    return notebook


@way
def half_of_the_file_was_lost(notebook):
    data = json.dumps(notebook).encode()
    return data[: len(data) // 2]
