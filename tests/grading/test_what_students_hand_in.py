"""Whatever is handed in, right code gets its points and the rest loses only its own."""

import json
import re

from tests.conftest import notebook, outcomes, solution, stub

SLUG = "a01_sigmoid"
RIGHT = solution(SLUG)
SIGMOID, HYPOTHESIS, PREDICT, BOUNDARY = ("\n\ndef " + part for part in RIGHT.split("\n\ndef ")[1:])
IMPORTS = "import torch\nfrom torch import Tensor\n"
CELLS = [IMPORTS, SIGMOID, HYPOTHESIS, PREDICT, BOUNDARY]
NAMES = ("sigmoid", "hypothesis", "predict", "decision_boundary")
STUBS = [f'def {f}(*args):\n    """{f}"""\n    raise NotImplementedError("{f}")' for f in NAMES]
SIGMOID_ITEMS = ["sig.values", "sig.shape", "sig.extreme", "sig.grad", "sig.grad_stable"]

SUBMISSIONS = {
    "perfect": CELLS,
    "as a .py": RIGHT,
    "untouched": stub(SLUG),
    "its line left in": [IMPORTS, SIGMOID.replace("    e =", "    raise NotImplementedError('sigmoid')\n    e =")],
    "byte order mark and CRLF": b"\xef\xbb\xbf" + notebook(CELLS).replace("\n", "\r\n").encode(),
    "prints and warns": [
        IMPORTS + "import sys, warnings",
        SIGMOID.replace(
            "    e =", "    print('σ'); print('오류', file=sys.stderr); warnings.warn('x')\n    e ="
        ),
        *CELLS[2:],
    ],
    "displays": [
        IMPORTS,
        SIGMOID.replace("    e =", "    display(x, clear=True)\n    e ="),
        "display(sigmoid(torch.zeros(3)))",
        *CELLS[2:],
    ],
    "warnings are errors": ["import warnings\nwarnings.filterwarnings('error')", *CELLS],
    "settings of the whole process": [
        "import torch, warnings\ntorch.set_grad_enabled(False)\ntorch.set_default_dtype(torch.float64)\n"
        "torch.autograd.set_detect_anomaly(True)\nwarnings.filterwarnings('error')\n"
        "torch.set_default_device('cuda')", *CELLS],
    "NotImplementedError for one input": [*CELLS[:4], BOUNDARY.replace("ValueError", "NotImplementedError")],
    "magics": ["%matplotlib inline\n!pip install torch\nfiles = !ls\n" + IMPORTS, *CELLS[1:], "?sigmoid",
               "%%bash\nrm -rf /", "%%time\nx = sigmoid(torch.zeros(2))"],
    "magics of several lines": [
        "%matplotlib inline\nfiles = !pip install \\\n    torch\nz = (7\n     % 3)\ntorch.*sig*?\n" + IMPORTS, *CELLS[1:]],
    "copied from a session": [IMPORTS, ">>>" + SIGMOID.strip().replace("\n", "\n... ").replace("def", " def", 1), *CELLS[2:]],
    "indented cells": ["\n" + "\n".join("    " + line for line in cell.splitlines()) for cell in CELLS],
    "no JSON in outputs": notebook(["# \ud83d", *CELLS]).replace(
        '"outputs": []', '"outputs": [{"data": {"x": [NaN, -Infinity, "NaN \\\\ud83d"]}}]').encode(),
    "format 3": json.dumps({"nbformat": 3, "worksheets": [{"cells": [
        {"cell_type": "code", "language": "python", "input": cell.splitlines(keepends=True)}
        for cell in CELLS]}]}).encode(),
    "cells without end": "# %%\n" * 20_000 + RIGHT,
    "data in a cell": ["data = [" + "0.123456, " * 100_000 + "]", *CELLS],
    "stubs below": [*CELLS, *STUBS],
    "stubs below a star import": ["from torch import *", *STUBS],
    "demo fails": [IMPORTS, "print(undefined)\n" + SIGMOID, "1 / 0", *CELLS[2:]],
    "demo asks for input": ["n = int(input('n? '))", *CELLS],
    "demo exits": ["exit()", "import sys\nsys.exit(3)", "quit()", *CELLS],
    "demo exits hard": [IMPORTS, "import os\nos._exit(0)\n" + SIGMOID, *CELLS[2:]],
    "demo loops": [*CELLS[:2], "while True:\n    pass", *CELLS[2:]],
    "demo loops and catches": [
        *CELLS[:2],
        "while True:\n    try:\n        x = 1\n    except BaseException:\n        pass",
        *CELLS[2:],
    ],
    "demo sleeps": ["import time\ntime.sleep(3600)", *CELLS],
    "demo plots": [
        "import matplotlib.pyplot as plt\nplt.rc('font', family='Malgun Gothic')\n"
        "plt.plot([1, 2])\nplt.title('시그모이드')\nplt.savefig('그림.png')\nplt.show()",
        *CELLS,
    ],
    "demo imports what is used": [
        "import torch\nif __name__ == '__main__':\n    from torch import Tensor, special\n    x = torch.ones(3)",
        "def sigmoid(x: Tensor):\n    return special.expit(x)",
        *CELLS[2:],
    ],
    "imports below": [*CELLS[1:], IMPORTS],
    "never imported": ["import torch", *CELLS[1:]],
    "defined twice": [IMPORTS, SIGMOID.replace("1 / (1 + e)", "1 + e"), *CELLS[1:]],
    "duplicated cells": [*CELLS, *CELLS],
    "callable object": [
        IMPORTS,
        SIGMOID,
        "class Hypothesis:\n    def __call__(self, x, W, b):\n        return sigmoid(x @ W + b)\nhypothesis = Hypothesis()",
        "predict = lambda h, threshold=0.5: h >= threshold",
        BOUNDARY,
    ],
    "compiled": [IMPORTS, "@torch.compile" + SIGMOID[1:], "@torch.compile(mode='max-autotune')" + HYPOTHESIS[1:],
                 "import torch.nn as nn\nLAYER = nn.Identity()\nLAYER.compile()\nNET = torch.compile(LAYER)" + PREDICT,
                 BOUNDARY],
    "takes long to define": [
        IMPORTS + "def patient(function):\n    while True:\n        pass", "@patient" + SIGMOID[1:], *CELLS[2:],
        "while True:\n    pass"],
    "scripted": [IMPORTS, "@torch.jit.script" + SIGMOID[1:], *CELLS[2:4], "@torch.jit.script" + BOUNDARY[1:]],
    "syntax error": [IMPORTS, SIGMOID, HYPOTHESIS.replace("x.matmul(W) + b)", "x.matmul(W) + b"), PREDICT, BOUNDARY],
    "renamed": [IMPORTS, SIGMOID, HYPOTHESIS, PREDICT.replace("predict", "prediction"), BOUNDARY],
    "loops": [IMPORTS, SIGMOID, HYPOTHESIS, "def predict(h, threshold=0.5):\n    while True:\n        pass", BOUNDARY],
    "exits": [IMPORTS, SIGMOID, HYPOTHESIS, "import os\ndef predict(h, threshold=0.5):\n    os._exit(0)", BOUNDARY],
    "segfault": [IMPORTS, SIGMOID, HYPOTHESIS,
                 "import ctypes\ndef predict(h, threshold=0.5):\n    return ctypes.string_at(0)", BOUNDARY],
    "too much memory": [IMPORTS, SIGMOID, HYPOTHESIS,
                        "def predict(h, threshold=0.5):\n    return torch.ones(10**10) > 0", BOUNDARY],
    "endless recursion": [IMPORTS, SIGMOID, HYPOTHESIS,
                          "def predict(h, threshold=0.5):\n    return predict(h, threshold)", BOUNDARY],
    "returns nothing": [IMPORTS, SIGMOID.replace("return ", "value = "), *CELLS[2:]],
    "returns a lambda": [IMPORTS, "def sigmoid(x):\n    return lambda: x", *CELLS[2:]],
    "stretched result": [IMPORTS, "def sigmoid(x):\n    return x.new_zeros(1).expand(10**12)", *CELLS[2:]],
    "huge result": [IMPORTS, "def sigmoid(x):\n    return [[0.0] * 100000] * 100", *CELLS[2:]],
    "always ValueError": [
        IMPORTS + "def sigmoid(x):\n    raise ValueError\n"
        "def hypothesis(x, W, b):\n    raise ValueError\n"
        "def predict(h, threshold=0.5):\n    raise ValueError\n"
        "def decision_boundary(W, b):\n    raise ValueError\n"
    ],
    "constant": [IMPORTS, "def sigmoid(x):\n    return torch.full_like(x, 0.5)", *CELLS[2:]],
    "a constant and a little noise": [
        IMPORTS, "def sigmoid(x):\n    return 0.5 + 1e-7 * torch.rand_like(x)", *CELLS[2:]],
    "random": [IMPORTS, "def sigmoid(x):\n    return torch.rand_like(x)", *CELLS[2:]],
    "rounds otherwise each time": [
        IMPORTS + "from itertools import cycle\nROUNDING = cycle([1, 1 + 1e-7, 1 - 1e-7])",
        SIGMOID.replace("return ", "return next(ROUNDING) * "), *CELLS[2:]],
    "calls an unwritten function": [
        IMPORTS,
        "def sigmoid(x):\n    raise NotImplementedError('sigmoid')",
        HYPOTHESIS, PREDICT, BOUNDARY,
    ],
    "own ValueError": [IMPORTS + "class ValueError(Exception):\n    pass", *CELLS[1:]],
    "tells its input": [
        IMPORTS,
        "def sigmoid(x):\n    return {}[str(x.tolist())]",
        "def hypothesis(x, W, b):\n    raise RuntimeError(str(x.tolist()))",
        "def predict(h, threshold=0.5):\n    return getattr(torch, str(h.tolist()))",
        BOUNDARY,
    ],
    "forged places": [
        IMPORTS
        + "import sys\nloader = sys.modules['autograder.sandbox.loader']\n"
        "from autograder.sandbox.cells import Problem\n"
        "sys.modules['autograder.sandbox.guest'].Loader.load = lambda *args: [\n"
        "    Problem('syntax', '\\x1b[31m', 10**30, 'E', '\\x1b]0;x', 'x', 10**30, ('sigmoid',))]\n",
    ],
    "hostile format": b'{"nbformat": "\\u001b[31m", "worksheets": []}',
    "corrupt": b'{"cells": [{"cell_type": "code", "source": ',
    "binary": b"\x89PNG\r\n\x1a\n\0\0",
    "empty": b"",
    "not a notebook": b'{"hello": 1}',
    "a page of Colab": b"<!DOCTYPE html><title>a01_sigmoid.ipynb - Colab</title>",
    "merged by git": b"<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> main\n",
    "a link": b"https://colab.research.google.com/drive/1abc",
}  # fmt: skip


def full_marks(result):
    return result.score == result.max_score == 10


def lost(result):
    return sorted(item.id for item in result.items if item.points == 0)


def test_a_perfect_notebook_gets_everything(graded):
    assert full_marks(graded["perfect"])
    assert graded["perfect"].notes == ()


def test_a_py_counts_like_a_notebook(graded):
    assert full_marks(graded["as a .py"])


def test_an_untouched_stub_gets_nothing_and_is_not_attempted(graded):
    assert graded["untouched"].score == 0
    assert set(outcomes(graded["untouched"]).values()) == {"not_attempted"}


def test_who_leaves_the_line_of_the_stub_above_the_answer_is_told_of_it(graded):
    (told,) = {
        item.message.en for item in graded["its line left in"].items if item.id in SIGMOID_ITEMS
    }
    assert (
        told == "sigmoid is not written yet. If it is, delete its line raise NotImplementedError."
    )


def test_a_byte_order_mark_and_windows_line_ends_cost_nothing(graded):
    assert full_marks(graded["byte order mark and CRLF"])


def test_printing_and_warning_cost_nothing(graded):
    assert full_marks(graded["prints and warns"])
    assert full_marks(graded["warnings are errors"])


def test_what_a_notebook_has_without_an_import_costs_nothing(graded):
    result = graded["displays"]
    assert full_marks(result)
    assert not result.notes


def test_settings_of_the_whole_process_cost_nothing(graded):
    assert full_marks(graded["settings of the whole process"])


def test_an_unwanted_error_of_a_stub_does_not_make_a_function_unwritten(graded):
    result = graded["NotImplementedError for one input"]
    assert lost(result) == ["boundary"]
    assert outcomes(result)["boundary"] == "failed"


def test_magics_are_dropped(graded):
    assert full_marks(graded["magics"])


def test_a_cell_counts_as_ipython_reads_it(graded):
    assert full_marks(graded["magics of several lines"])
    assert full_marks(graded["copied from a session"])
    assert full_marks(graded["indented cells"])


def test_what_jupyter_saves_is_read_though_json_knows_no_nan_and_no_half_emoji(graded):
    assert full_marks(graded["no JSON in outputs"])


def test_a_notebook_of_an_old_format_counts(graded):
    assert full_marks(graded["format 3"])


def test_more_cells_than_anybody_writes_are_refused_with_what_to_do(graded):
    (note,) = graded["cells without end"].notes
    assert note.en.startswith("a01_sigmoid.py has more than 10000 cells. Delete")


def test_a_megabyte_of_data_in_a_cell_costs_nothing(graded):
    assert full_marks(graded["data in a cell"])
    assert graded["data in a cell"].notes == ()


def test_a_failing_demo_costs_nothing_and_is_noted_with_its_place(graded):
    result = graded["demo fails"]
    assert full_marks(result)
    assert [note.en for note in result.notes] == [
        "cell 3, line 1: NameError was raised, so this statement was passed over. "
        "name 'undefined' is not defined",
        "cell 4, line 1: ZeroDivisionError was raised, so this statement was passed over. "
        "division by zero",
    ]


def test_input_and_exit_at_the_top_level_cost_nothing(graded):
    assert full_marks(graded["demo asks for input"])
    assert full_marks(graded["demo exits"])


def test_a_demo_that_kills_the_process_costs_nothing(graded):
    assert full_marks(graded["demo exits hard"])


def test_a_demo_that_never_ends_costs_nothing(graded):
    assert full_marks(graded["demo loops"])
    assert full_marks(graded["demo loops and catches"])
    assert full_marks(graded["demo sleeps"])


def test_plotting_costs_nothing(graded):
    assert full_marks(graded["demo plots"])


def test_what_a_demo_imports_is_there_for_the_functions(graded):
    assert full_marks(graded["demo imports what is used"])


def test_imports_below_what_needs_them_cost_nothing(graded):
    result = graded["imports below"]
    assert full_marks(result)
    assert "it needs Tensor, which a later cell brings, so it was run again" in result.notes[0].en
    assert "이 정의에 필요한 Tensor이(가) 뒤의 셀에 있어" in result.notes[0].ko
    assert not any("passed over" in note.en for note in result.notes)


def test_a_definition_that_fails_is_not_said_to_be_missing(graded):
    message = graded["never imported"].items[0].message
    assert message.en.startswith("sigmoid could not be defined. cell 3, line 3: NameError")
    assert message.ko.startswith("sigmoid: 정의할 수 없습니다. 3번째 셀, 3번째 줄: NameError")


def test_the_last_definition_counts(graded):
    assert full_marks(graded["defined twice"])
    assert full_marks(graded["duplicated cells"])


def test_a_stub_below_the_answer_does_not_undo_it(graded):
    assert full_marks(graded["stubs below"])
    assert graded["stubs below a star import"].score == 0


def test_callable_objects_and_lambdas_count_as_functions(graded):
    assert full_marks(graded["callable object"])


def test_a_scripted_function_finds_its_source(graded):
    assert full_marks(graded["scripted"])


def test_a_compiled_function_needs_no_compiler(graded):
    assert full_marks(graded["compiled"])
    assert graded["compiled"].notes == ()


def test_a_definition_that_was_cut_off_is_not_said_to_cost_nothing(graded):
    result = graded["takes long to define"]
    assert lost(result) == sorted(SIGMOID_ITEMS)
    where = "cell 3, line 2: it took too long and was cut off."
    assert result.items[0].message.en == f"sigmoid could not be defined. {where}"
    demo = "cell 7, line 1: it took too long and was cut off. That costs nothing by itself."
    assert [note.en for note in result.notes] == [where, demo]


def test_a_syntax_error_costs_the_functions_of_its_cell_and_shows_the_line(graded):
    result = graded["syntax error"]
    assert lost(result) == ["hyp.values"]
    (item,) = (item for item in result.items if item.id == "hyp.values")
    assert item.outcome == "crashed"
    assert "There is a syntax error in cell 4, line 5." in item.message.en
    assert "return sigmoid(x.matmul(W) + b" in item.message.en
    assert "4번째 셀" in item.message.ko


def test_a_renamed_function_is_told_as_missing(graded):
    result = graded["renamed"]
    assert lost(result) == ["predict"]
    assert outcomes(result)["predict"] == "not_attempted"
    assert "not in the submission" in next(i.message.en for i in result.items if i.points == 0)


def test_an_endless_loop_costs_its_function_only(graded):
    assert lost(graded["loops"]) == ["predict"]
    assert outcomes(graded["loops"])["predict"] == "timeout"


def test_a_function_that_ends_the_process_costs_its_own_items_only(graded):
    for name in ("exits", "segfault"):
        assert lost(graded[name]) == ["predict"], name
        assert outcomes(graded[name])["predict"] == "crashed"


def test_memory_and_recursion_run_into_an_error_and_cost_one_item(graded):
    for name in ("too much memory", "endless recursion"):
        assert lost(graded[name]) == ["predict"], name
        assert outcomes(graded[name])["predict"] == "crashed"


def test_a_missing_return_is_told(graded):
    result = graded["returns nothing"]
    assert lost(result) == sorted(SIGMOID_ITEMS)
    assert "return" in next(i.message.ko for i in result.items if i.id == "sig.values")


def test_a_result_that_is_too_large_is_told_as_such(graded):
    text = next(item.message for item in graded["stretched result"].items if item.points == 0)
    assert text.en == "What it returned is too large, or nested too deeply, to be read."


def test_strange_results_are_wrong_and_never_an_error_of_ours(graded):
    for name in ("returns a lambda", "huge result"):
        assert lost(graded[name]) == sorted(SIGMOID_ITEMS), name
        assert "error" not in outcomes(graded[name]).values()


def test_always_raising_the_wanted_error_collects_nothing(graded):
    assert graded["always ValueError"].score == 0


def test_a_constant_collects_nothing_for_shape_and_robustness(graded):
    assert lost(graded["constant"]) == sorted(SIGMOID_ITEMS)
    told = {item.id: item.message.en for item in graded["constant"].items if item.message}
    assert told["sig.shape"].startswith("It returns the same value for different inputs.")
    assert lost(graded["a constant and a little noise"]) == lost(graded["constant"])


def test_random_numbers_earn_nothing_and_rounding_costs_nothing(graded):
    assert lost(graded["random"]) == sorted(SIGMOID_ITEMS)
    told = {item.id: item.message.en for item in graded["random"].items if item.message}
    assert told["sig.shape"].startswith("It returns another value each time for the same input.")
    assert full_marks(graded["rounds otherwise each time"])


def test_an_unwritten_helper_does_not_cost_the_function_that_calls_it(graded):
    assert lost(graded["calls an unwritten function"]) == sorted(SIGMOID_ITEMS)


def test_an_error_that_only_borrows_the_name_is_another_error(graded):
    assert lost(graded["own ValueError"]) == ["boundary"]


def test_no_hidden_number_travels_out_in_an_errors_text(graded):
    for item in graded["tells its input"].items:
        if item.points == 0:
            assert not re.search(r"\d\.\d", item.message.en), item.message.en
            assert item.outcome == "crashed"


def test_a_forged_report_of_a_cell_is_no_error_of_ours(graded):
    result = graded["forged places"]
    assert result.score == 0
    assert "\x1b" not in str(result)


def test_no_control_character_of_a_notebook_reaches_the_screen(graded):
    assert graded["hostile format"].status == "unreadable"
    assert "\x1b" not in str(graded["hostile format"].notes)


def test_unreadable_files_are_told_and_score_zero(graded):
    broken = ("corrupt", "binary", "empty", "not a notebook", "merged by git")
    for name in (*broken, "a page of Colab", "a link"):
        result = graded[name]
        assert (result.status, result.score, result.max_score) == ("unreadable", 0, 10), name
        assert "a01_sigmoid.ipynb" in result.notes[0].en
        assert ("web page or a link" in result.notes[0].en) == name.startswith("a ")
        assert ("is empty" in result.notes[0].en) == (name == "empty")


def test_no_result_is_an_error_of_ours(graded):
    assert not [name for name, result in graded.items() if result.has_error]
