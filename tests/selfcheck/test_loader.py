"""The student's file as a module: which one counts, what is run, what is told."""

import ast
import json
import sys

import pytest

from autograder import submission
from autograder.course import Assignment, Limits
from autograder.sandbox import source as sandbox_source
from autograder.text import Text
from tests.conftest import SELFCHECK

SLUG = "a01_double"
PRISTINE = "def double(x):\n    raise NotImplementedError\n"
CHANGED = "def double(x):\n    return 2 * x\n"


def notebook(*cells):
    made = [{"cell_type": "markdown", "source": "# text"}]
    made += [{"cell_type": "code", "source": cell} for cell in cells]
    return json.dumps({"cells": made}, ensure_ascii=False)


@pytest.fixture
def load(loader, tmp_path):
    """Save cells as a notebook, or a text as a .py, and load it."""

    def load(*cells, text=None):
        path = tmp_path / (f"{SLUG}.ipynb" if text is None else f"{SLUG}.py")
        path.write_text(notebook(*cells) if text is None else text, "utf-8")
        loaded = loader.load(path, loader.read_cells(path), SLUG)
        return sys.modules[SLUG], loaded.problems

    yield load
    sys.modules.pop(SLUG, None)


# ---- what it shares with grading


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.py", "# %% [markdown]\n# 글\n# %%\nx = 1  # one\n\n\n#%%\ny = '''\n# no code\n'''  \n"),
        ("x.py", "# %%\r\nx = 1\r\n\r\ny = 2\r\n"),
        ("x.py", "\ufeff# %%\nx = '가'\n"),
        ("x.py", "x = '가'\n".encode("cp949")),
        ("x.py", ""),
        ("x.ipynb", notebook("x = 1\n\n# c\n", "  ", "%time y = 2 ")),
        ("x.ipynb", notebook(["x = '가'\n", "y = 2"])),
        ("x.ipynb", notebook("x = 1\r\ny = 2\r\n")),
        ("x.ipynb", '{"cells": [{"cell_type": "code"}, {"source": "x"}]}'),
    ],
)
def test_the_code_of_a_file_is_what_grading_takes_it_for(loader, tmp_path, name, data):
    data = data if isinstance(data, bytes) else data.encode()
    (tmp_path / name).write_bytes(data)
    ours = loader.code_of(loader.read_cells(tmp_path / name))
    assert ours == submission.code_of(submission.parse(data, name))


STATES = {
    "none": None,
    "released": PRISTINE,
    "changed": CHANGED,
    "changed too": CHANGED + "y = 1\n",
    "broken": "\0",
}


@pytest.mark.parametrize("in_notebook", STATES)
@pytest.mark.parametrize("in_py", STATES)
def test_the_file_that_counts_is_the_one_that_is_graded(loader, tmp_path, in_notebook, in_py):
    released = _assignment(loader, tmp_path / "course")
    folder = tmp_path / "student"
    folder.mkdir()
    if (text := STATES[in_notebook]) is not None:
        (folder / f"{SLUG}.ipynb").write_text(text if text == "\0" else notebook(text), "utf-8")
    if (text := STATES[in_py]) is not None:
        (folder / f"{SLUG}.py").write_text(text, "utf-8")
    digest = loader.digest_of(loader.read_cells(released.source))
    if in_notebook == in_py == "none":
        with pytest.raises(loader.Unreadable):
            loader.choose(folder, SLUG, digest)
        return
    choice = loader.choose(folder, SLUG, digest)
    graded, notes = submission.choose_file(folder, released)
    assert choice.path == graded
    assert choice.both_changed == bool(notes)


def _assignment(loader, root):
    assignment = Assignment(SLUG, Text("", ""), Limits(), root)
    assignment.source.parent.mkdir(parents=True)
    assignment.source.write_text(PRISTINE, "utf-8")
    return assignment


@pytest.mark.parametrize(
    "cell",
    [
        "%matplotlib inline\nx = 1",
        "!pip install torch\nif True:\n    %time y = 2\n    files = !ls",
        "%%time\nx = 1",
        "%%bash\nls",
        "torch.exp?\n?x\nx??",
        "x = 5 % 3\ny = (x\n  % 2)",
        "%matplotlib inline\nz = (7\n  % 3)",
        "!pip install \\\n    torch\nx = 1",
        ">>> def f():\n...     return 1",
        "    def f():\n        return 1",
        "!a\n" * 300 + "x = 1",
    ],
)
def test_magics_are_dropped_as_in_grading(loader, cell):
    assert loader.without_magics(cell) == sandbox_source.without_magics(cell)


# ---- what is run


def test_cells_run_in_order_in_one_module(load):
    module, problems = load("x = 1", "x += 1\ny = x * 10")
    assert (module.x, module.y, problems) == (2, 20, [])


def test_a_definition_waits_for_a_name_that_a_cell_below_it_brings(load):
    module, problems = load(
        "def area(r: Tensor): return pi * r\narea_of_1 = area(One)",
        "One = 1",
        "from math import pi, e as Tensor",
    )
    assert module.area_of_1 == module.pi
    assert [problem.line for problem in problems] == [1, 2]


def test_what_a_cell_below_defines_anew_stays(load):
    module, _ = load("def f(x: Tensor): return 1", "def f(x): return 2", "Tensor = float")
    assert module.f(0) == 2


def test_an_untouched_stub_below_the_answer_does_not_undo_it(load):
    stub = 'def f(x):\n    """Text."""\n    raise NotImplementedError(\'f\')'
    module, _ = load(stub, "def f(x): return 2 * x", stub)
    assert module.f(1) == 2


def test_magics_of_an_exported_notebook_are_passed_over(load):
    module, problems = load(text="get_ipython().system('pip install torch')\nx = 1\n")
    assert (module.x, problems) == (1, [])


def test_what_a_notebook_displays_is_passed_over(load):
    module, problems = load("def f(x):\n    display(x)\n    return x", "display(f(1), clear=True)")
    assert (module.f(2), problems) == (2, [])


def test_a_main_guard_does_not_run(load):
    module, _ = load("if __name__ == '__main__':\n    ran = True")
    assert "ran" not in vars(module)
    assert module.__name__ == SLUG


def test_what_a_demo_under_a_main_guard_imports_and_defines_is_there_below(load):
    module, problems = load(
        "if __name__ == '__main__':\n    import math as m\n    ran = True\n    def half(x): return x / 2",
        "def area(r): return half(m.pi * r)",
    )
    assert module.area(2) == module.m.pi
    assert ("ran" in vars(module), problems) == (False, [])


def test_a_cell_that_fails_does_not_stop_what_is_below_it(load):
    module, problems = load("1 / 0\nx = 1", "y = 2")
    assert (module.x, module.y) == (1, 2)
    assert [p.error for p in problems] == ["ZeroDivisionError: division by zero"]


def test_a_problem_is_placed_in_the_students_notebook(load):
    _, [problem] = load("x = 1", "\n\nprint(nix)")
    assert (problem.cell.filename, problem.line) == (f"{SLUG}.ipynb, cell 3", 3)
    assert problem.text == "print(nix)"


def test_a_problem_in_a_py_counts_lines_from_the_top(load, tmp_path):
    _, [problem] = load(text="# %%\nx = 1\n# %%\n\ny = nix\n")
    assert (problem.cell.filename, problem.line) == (str(tmp_path / f"{SLUG}.py"), 5)


def test_a_syntax_error_takes_its_own_cell_only(load):
    module, [problem] = load(text="# %%\nx = 1\n# %%\ny = (1 +\n# %%\nz = 3\n")
    assert (module.x, module.z) == (1, 3)
    assert (problem.line, problem.text, problem.column) == (4, "y = (1 +", 5)


def test_exit_and_input_at_the_top_level_are_harmless(load):
    module, problems = load("n = input('?')\nexit()\nx = 1", "quit(3)\nm = int(input())\ny = 2")
    assert (module.x, module.y) == (1, 2)
    assert [(p.cell.number, p.error) for p in problems] == [(2, "input()"), (3, "input()")]


def test_a_loop_that_the_student_stops_takes_nothing_else_along(load):
    module, [problem] = load("x = 1\nraise KeyboardInterrupt\ny = 2")
    assert (module.x, module.y) == (1, 2)
    assert (problem.line, problem.error) == (2, "KeyboardInterrupt")


def test_prints_at_the_top_level_are_not_shown(load, capfd):
    load(
        "import sys\nprint('σ̂')\nsys.stdout.reconfigure(encoding='utf-8')\nprint(1, file=sys.stderr)"
    )
    assert capfd.readouterr() == ("", "")


def test_magics_are_passed_over(load):
    module, problems = load("%matplotlib inline\n!ls\nx = 1", "%%bash\nls")
    assert (module.x, problems) == (1, [])


def test_a_future_import_holds_for_its_cell(load):
    module, problems = load("from __future__ import annotations\ndef f(x: Nix): ...")
    assert (module.f.__annotations__, problems) == ({"x": "Nix"}, [])


def test_a_demo_of_a_function_still_to_be_written_is_no_problem(load):
    _, problems = load("def f():\n    raise NotImplementedError('f')", "print(f())")
    assert problems == []


def test_an_unwritten_function_raises_nothing_that_a_test_may_expect(load, loader):
    module, _ = load("def f():\n    raise NotImplementedError('f')")
    with pytest.raises(loader.NotWritten) as caught:
        module.f()
    assert not isinstance(caught.value, RuntimeError)


def test_what_is_not_defined_can_be_imported_and_says_so_when_called(load, loader):
    load("def f(:\n    pass", "def g():\n    return 1")
    from a01_double import f, g

    assert g() == 1
    with pytest.raises(loader.NotDefined, match="f"):
        f(1, x=2)


def test_code_in_a_cell_can_be_inspected(load):
    import inspect

    module, _ = load("x = 1", "def f():\n    return 1\n")
    assert inspect.getsource(module.f) == "def f():\n    return 1\n"


@pytest.mark.parametrize("data", [b"", b"{]", b"[]", b'{"cells": 3}', b"\0\0", b'{"cells": [1]}'])
def test_a_damaged_notebook_is_unreadable_in_both_languages(loader, tmp_path, data):
    path = tmp_path / "x.ipynb"
    path.write_bytes(data)
    with pytest.raises(loader.Unreadable) as caught:
        loader.read_cells(path)
    assert "x.ipynb" in caught.value.ko
    assert "x.ipynb" in caught.value.en


# ---- what it is made of


@pytest.mark.parametrize("path", sorted(SELFCHECK.rglob("*.py")), ids=lambda path: path.name)
def test_it_is_written_for_python_3_10(path):
    ast.parse(path.read_text("utf-8"), feature_version=(3, 10))


@pytest.mark.parametrize("name", ["_loader", "_calls", "_verdict", "_words"])
def test_it_needs_the_standard_library_only(name):
    tree = ast.parse((SELFCHECK / f"{name}.py").read_text("utf-8"))
    imported = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    imported |= {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= {
        *sys.stdlib_module_names,
        "_calls",
        "_words",
    }


def test_all_that_it_says_is_there_in_both_languages_and_fits_a_korean_console(says):
    assert says["ko"].keys() == says["en"].keys()
    for text in (*says["ko"].values(), *says["en"].values()):
        text.encode("cp949")
