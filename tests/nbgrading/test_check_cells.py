"""What a student sees who runs a check cell in a notebook."""

import contextlib
import io

import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from autograder.course import load_course
from autograder.release.check_cells import Checks, packed
from autograder.release.public_tests import selfcheck_module
from autograder.release.rubric import Task
from tests.conftest import PROJECT

TASKS = [Task("double", 1), Task("half", 2)]
TESTS = '''\
"""Self-check."""

import pytest
from a01_double import double, half

FOUR = 4


# of the slides
def test_double_of_two():
    assert double(2) == FOUR


@pytest.mark.parametrize("x", [2, 4])
def test_half_undoes_double(x):
    assert half(double(x)) == x


def test_half_of_text_is_an_error():
    with pytest.raises((TypeError, RuntimeError)):
        half("4")
'''
DOUBLE = "def double(x):\n    return 2 * x"


class Notebook:
    """A kernel's shell with the first cell run, and the check cells to run."""

    def __init__(self, checks, hints):
        config = Config({"HistoryManager": {"enabled": False}})
        self.shell = InteractiveShell(config=config)
        self.cells = {task.name: checks.cell_of(task, TASKS) for task in TASKS}
        assert self.run(checks.first_cell(hints)) == ""

    def run(self, cell):
        """What Jupyter would show below the cell."""
        shown = io.StringIO()
        with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(shown):
            self.result = self.shell.run_cell(cell)
        return shown.getvalue()


@pytest.fixture
def open_notebook(selfcheck):
    def make(language="en", hints=""):
        return Notebook(Checks("a01_double", TESTS, selfcheck, language), hints)

    return make


@pytest.fixture
def notebook(open_notebook):
    return open_notebook()


def test_what_passes_is_told_in_a_line(notebook):
    notebook.run(DOUBLE)
    assert notebook.run(notebook.cells["double"]) == (
        "passed  double (1/1)\nAll passed! Grading uses other inputs too.\n"
    )
    assert notebook.result.success


def test_what_fails_is_told_with_its_reason_and_no_frame_of_ours(notebook):
    notebook.run("def double(x):\n    return 3 * x")
    shown = notebook.run(notebook.cells["double"])
    assert shown == (
        "failed  double (0/1)\n"
        "  test_double_of_two\n"
        "    call      double(2)\n"
        "    returned  6\n"
        "    wanted    4\n"
    )
    assert not notebook.result.success


def test_a_wrong_function_that_another_one_uses_is_to_be_looked_at_first(notebook):
    notebook.run("def double(x):\n    return x")
    notebook.run(notebook.cells["double"])
    notebook.run("def half(x):\n    return double(x) / 2 + 1")
    hint = "hint      It uses double, which has not passed yet: look there first."
    assert hint in notebook.run(notebook.cells["half"])
    notebook.run(DOUBLE)
    notebook.run(notebook.cells["double"])
    assert "It uses" not in notebook.run(notebook.cells["half"])


def test_an_error_is_placed_in_the_students_own_function(notebook):
    notebook.run("def double(x):\n    y = x / 0\n    return y")
    shown = notebook.run(notebook.cells["double"])
    assert "error     ZeroDivisionError: division by zero\n              double, line 2\n" in shown
    assert "                  y = x / 0\n                      ^^^^^\n" in shown


def test_a_stub_is_not_written_yet_even_where_an_error_is_wanted(notebook):
    notebook.run(DOUBLE)
    notebook.run('def half(x):\n    raise NotImplementedError("half")')
    shown = notebook.run(notebook.cells["half"])
    assert shown == "to do   half (0/3)\n"


def test_another_function_that_is_not_written_yet_is_named(notebook):
    notebook.run('def double(x):\n    raise NotImplementedError("double")')
    notebook.run("def half(x):\n    return x / 2")
    shown = notebook.run(notebook.cells["half"])
    assert shown == "to do   half (1/3)  double: not written yet\n"


def test_a_cell_that_was_not_run_is_told(notebook):
    assert "double: not in the notebook. Run the cells above" in notebook.run(
        notebook.cells["double"]
    )


def test_a_corrected_function_is_checked_as_it_is_now(notebook):
    notebook.run("def double(x):\n    return x")
    assert "failed  double" in notebook.run(notebook.cells["double"])
    notebook.run(DOUBLE)
    assert "All passed!" in notebook.run(notebook.cells["double"])


def test_the_students_variables_stay_what_they_are(notebook):
    notebook.run(DOUBLE)
    notebook.run("FOUR = 'mine'")
    before = dict(notebook.shell.user_ns)
    notebook.run(notebook.cells["double"])
    after = notebook.shell.user_ns
    assert {name for name in after if not name.startswith("_")} == {
        name for name in before if not name.startswith("_")
    }
    assert after["FOUR"] == "mine"


def test_what_functions_print_does_not_bury_the_verdict(notebook):
    notebook.run("def double(x):\n    print('noise')\n    return 2 * x")
    assert "noise" not in notebook.run(notebook.cells["double"])


def test_a_loop_that_never_ends_can_be_interrupted(notebook):
    notebook.run("def double(x):\n    raise KeyboardInterrupt")
    assert "Stopped. Is there a loop that never ends?" in notebook.run(notebook.cells["double"])


def test_input_and_exit_in_a_function_end_neither_the_kernel_nor_the_check(notebook):
    for call, advice in (("input()", "Do not use input()"), ("exit()", "use return")):
        notebook.run(f"def double(x):\n    return {call}")
        assert advice in notebook.run(notebook.cells["double"])
    assert "NotImplementedError" not in notebook.shell.user_ns


def test_a_known_mistake_is_named_as_in_the_terminal(open_notebook):
    told = ["test_double_of_two", "double", "", "()", "8", "assert"]
    name = selfcheck_module(load_course(PROJECT), "_calls").fingerprints(told)[0]
    notebook = open_notebook("en", packed({"hints": {"double": {name: "This is 2 ** 3."}}}))
    notebook.run("def double(x):\n    return x ** 3")
    assert notebook.run(notebook.cells["double"]).endswith("  hint      This is 2 ** 3.\n")


def test_it_speaks_korean(open_notebook):
    notebook = open_notebook("ko")
    notebook.run(DOUBLE)
    assert "통과    double (1/1)\n모두 통과했습니다!" in notebook.run(notebook.cells["double"])


def test_the_tests_of_a_task_are_all_that_its_cell_shows(notebook):
    assert notebook.cells["double"].split("\n") == [
        "%%check double",
        "# Run this cell to check double. Leave it as it is.",
        "# of the slides",
        "def test_double_of_two():",
        "    assert double(2) == FOUR",
    ]
