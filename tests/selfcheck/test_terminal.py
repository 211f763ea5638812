"""What a student reads after `pytest`, and what a script sees of it."""

import json
import os
import pty
import shutil
import sys
import unicodedata

import pytest

from autograder.course import load_course
from autograder.release import release
from tests.conftest import PROJECT, SELFCHECK, notebook
from tests.selfcheck.conftest import plain_environment

DOUBLE = "def double(x):\n    return 2 * x"
HALF = "def half(x):\n    return x / 2"
WRONG_HALF = "def helper(x):\n    return x + 2\n\n\ndef half(x):\n    return helper(x)"
BROKEN_HALF = "def half(x):\n    return (x / 2"
UNWRITTEN_HALF = 'def half(x):\n    raise NotImplementedError("half")'


def test_untouched_stubs_are_unwritten_and_not_failed(bundle):
    run = bundle.check()
    assert run.returncode == 1
    assert "a01_double.ipynb" in run.stdout
    assert "저장했는지 확인하세요" in run.stdout
    assert "미작성  double (0/1)\n미작성  half (0/2)\n" in run.stdout
    assert "문항 2개 중 0개 통과, 0개 실패, 2개 미작성" in run.stdout
    assert "FAILURES" not in run.stdout
    assert "NotImplementedError" not in run.stdout


def test_all_right_tells_which_file_to_hand_in(bundle):
    bundle.work(DOUBLE, HALF)
    run = bundle.check()
    assert run.returncode == 0
    assert "통과    double (1/1)\n통과    half (2/2)\n" in run.stdout
    assert "제출할 파일: a01_double.ipynb" in run.stdout
    assert "저장했는지" not in run.stdout


def test_something_unwritten_is_not_all_right(bundle):
    bundle.work(DOUBLE, UNWRITTEN_HALF)
    run = bundle.check()
    assert run.returncode == 1
    assert "문항 2개 중 1개 통과, 0개 실패, 1개 미작성" in run.stdout


def test_a_failure_shows_the_call_what_came_back_and_what_was_wanted(bundle):
    bundle.work(DOUBLE, WRONG_HALF)
    run = bundle.check()
    assert run.returncode == 1
    assert (
        "통과    double (1/1)\n"
        "실패    half (1/2)\n"
        "  test_half_of_four_is_two (test_a01_double.py:10)\n"
        "    호출  half(4)\n"
        "    반환  6\n"
        "    기대  2\n"
    ) in run.stdout
    assert "AssertionError" not in run.stdout
    assert "_loader" not in run.stdout
    assert "site-packages" not in run.stdout


def test_a_wrong_function_that_another_one_uses_is_to_be_looked_at_first(bundle):
    half = "def half(x):\n    return double(x) / 4"
    bundle.work("def double(x):\n    return x", half)
    shown = bundle.check().stdout
    assert shown.count("힌트  이 함수가 쓰는 double부터 확인하세요.") == 1
    assert shown.index("실패    half") < shown.index("이 함수가 쓰는 double")
    bundle.work(DOUBLE, half)
    assert "이 함수가 쓰는" not in bundle.check().stdout


def test_an_exception_is_placed_in_the_cells_that_it_came_through(bundle):
    bundle.work(DOUBLE, WRONG_HALF.replace("x + 2", "x.nix"))
    run = bundle.check()
    assert (
        "    오류  AttributeError: 'int' object has no attribute 'nix'\n"
        "          a01_double.ipynb, 셀 3, 6번째 줄\n"
        "              return helper(x)\n"
    ) in run.stdout
    assert "a01_double.ipynb, 셀 3, 2번째 줄\n              return x.nix\n" in run.stdout
    assert "test_half_of_text_is_an_error: 위와 같음" in run.stdout


def test_a_syntax_error_is_told_once_and_the_rest_is_checked(bundle):
    bundle.work(DOUBLE, BROKEN_HALF)
    run = bundle.check()
    assert run.returncode == 1
    assert run.stdout.count("SyntaxError: '(' was never closed") == 1
    assert "셀 3, 2번째 줄\n        return (x / 2\n               ^\n" in run.stdout
    assert "통과    double (1/1)" in run.stdout
    assert "실패    half (0/2)  half: 파일에 없음" in run.stdout
    assert "FAILURES" not in run.stdout


SLIPS = {  # what is written for half → what is said about it
    "def half(x)\n    return x / 2": "콜론(:)을 붙이세요",
    "def half(x):\n    return （x / 2）": "영문 상태에서 다시",
    "def half(x):\n    return x /\u00a02": "특수 공백",
    "def half(x):\n    y = x\n   return y / 2": "들여쓰기가 맞지 않습니다",
    "def half(x):\n    y = x\n\treturn y / 2": "탭과 스페이스",
    "def half(x):\nreturn x / 2": "4칸을 들여",
    "def half(x):\n    y = x\nreturn y / 2": "함수 밖에 있습니다",
    "def half(x):\n    return (x / 2": "괄호의 짝",
    "def half(x):\n    print('x)": "따옴표를 닫지",
    "def half(x):\n    if x = 2:\n        return 1": "==를 쓰세요",
    "def half(x):\n    ㅁreturn x / 2": "^가 가리키는 곳",
}


def test_slips_of_the_pen_are_explained(bundle):
    bundle.work(DOUBLE, *SLIPS)
    bundle.write("conftest.py", (bundle.folder / "conftest.py").read_text("utf-8").replace(
        "PROBLEMS_TOLD = 3", "PROBLEMS_TOLD = 99"
    ))  # fmt: skip
    told = bundle.check().stdout
    parts = told.split("a01_double.ipynb, 셀 ")[1:]
    for part, said in zip(parts, SLIPS.values(), strict=True):
        assert said in part


def test_a_function_with_another_name_is_found(bundle):
    bundle.work(DOUBLE, "def Half(x):\n    return x / 2")
    told = bundle.check().stdout
    assert "half: 파일에 없음 (비슷한 이름: Half)\n" in told
    assert "함수 이름은 처음 그대로 두세요." in told


def test_work_in_a_file_of_another_name_is_not_overlooked(bundle):
    copy = bundle.folder / "a01_double-복사본.ipynb"
    shutil.copy(bundle.folder / "a01_double.ipynb", copy)
    bundle.write("a01_double (1).ipynb", notebook([DOUBLE, HALF]))
    told = " ".join(bundle.check().stdout.split())
    assert copy.name not in told
    assert "a01_double (1).ipynb도 고쳤지만, 확인하고 채점하는 것은 a01_double.ipynb입니다." in told
    assert "저장했는지" not in told


@pytest.mark.nightly
def test_settings_of_a_demo_do_not_reach_the_numbers_of_the_tests(bundle):
    tests = "import torch\nfrom a01_double import double\nX = torch.tensor(1.0)\n"
    bundle.write(
        "test_a01_double.py", f"{tests}def test_x():\n    assert double(X).dtype == X.dtype"
    )
    bundle.work(
        "import torch\ntorch.set_default_dtype(torch.float64)",
        "def double(x):\n    return x * torch.ones(1)",
    )
    assert bundle.check().returncode == 0


def test_of_many_problems_the_first_are_told(bundle):
    bundle.work("import nix", *["print(nix)"] * 5, DOUBLE, HALF)
    run = bundle.check()
    assert run.returncode == 0
    assert run.stdout.count("NameError") == 2
    assert "그 밖의 문제 3개" in run.stdout


def test_the_py_counts_where_only_it_was_changed(bundle):
    bundle.work_in_py(DOUBLE, HALF)
    run = bundle.check()
    assert run.returncode == 0
    assert "제출할 파일: a01_double.py" in run.stdout


def test_the_notebook_counts_where_both_were_changed(bundle):
    bundle.work(DOUBLE, HALF)
    bundle.work_in_py(DOUBLE, WRONG_HALF)
    run = bundle.check()
    assert run.returncode == 0
    assert "모두 고쳤습니다" in run.stdout


def test_english_where_the_bundle_is_english(bundle):
    bundle.release("en")
    bundle.work(DOUBLE, UNWRITTEN_HALF)
    run = bundle.check()
    assert "Checking a01_double.ipynb" in run.stdout
    assert "to do   half (0/2)" in run.stdout
    assert "2 tasks: 1 passed, 0 failed, 1 to do" in run.stdout
    assert run.stdout.isascii()


def test_a_damaged_notebook_is_told_in_a_sentence(bundle):
    bundle.write("a01_double.ipynb", "<<<<<<< HEAD")
    bundle.work_in_py("x = 1 +")
    (bundle.folder / "a01_double.py").unlink()
    run = bundle.check()
    assert run.returncode == 1
    assert "a01_double.ipynb: 노트북 파일이 손상되었습니다." in run.stdout
    assert "Traceback" not in run.stdout


def test_a_folder_without_the_students_file_is_told_in_a_sentence(bundle):
    for name in ("a01_double.ipynb", "a01_double.py"):
        (bundle.folder / name).unlink()
    run = bundle.check()
    assert run.returncode == 1
    assert "a01_double.ipynb도 a01_double.py도 없습니다.\n" in run.stdout
    assert "!" not in run.stdout


def test_a_file_that_got_another_name_on_its_way_is_to_be_renamed(bundle):
    (bundle.folder / "a01_double.ipynb").rename(bundle.folder / "a01_double.ipynb.json")
    (bundle.folder / "a01_double.py").unlink()
    assert "a01_double.ipynb.json의 이름을 a01_double.ipynb로 바꾸세요.\n" in bundle.check().stdout


def test_a_module_that_is_not_installed_is_told_with_the_command(bundle):
    bundle.write("test_a01_double.py", "import torchh\nfrom a01_double import double\n")
    run = bundle.check()
    assert run.returncode != 0
    assert "torchh 모듈이 설치되어 있지 않습니다." in run.stdout
    assert "pip install -r requirements.txt" in run.stdout


def test_a_korean_windows_console_shows_hangul_whatever_the_student_printed(bundle):
    bundle.work(DOUBLE, HALF, "raise ValueError('σ̂ − ✓ ☃')")
    run = bundle.check(PYTHONIOENCODING="cp949")
    assert "통과    half (2/2)" in run.stdout
    assert "ValueError: σ^ - v <U+2603>" in run.stdout


def test_a_plot_that_is_shown_opens_no_window(bundle):
    bundle.work(DOUBLE, HALF, "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()")
    run = bundle.check(MPLBACKEND="module://nix")
    assert run.returncode == 0
    assert "Error" not in run.stdout + run.stderr


def test_any_other_file_can_be_checked_by_an_option(bundle, tmp_path):
    other = tmp_path / "answer.py"
    other.write_text(f"{DOUBLE}\n{HALF}\n", "utf-8")
    run = bundle.check(f"--submission={other}")
    assert run.returncode == 0
    assert "answer.py" in run.stdout


def test_several_assignments_are_checked_in_one_run_from_the_folder_above(bundle, tmp_path):
    bundle.work(DOUBLE, HALF)
    other = shutil.copytree(bundle.folder, tmp_path / "other")
    for path in other.glob("*a01_double*"):
        text = path.read_text("utf-8").replace("a01_double", "a02_twice")
        (other / path.name.replace("a01_double", "a02_twice")).write_text(text, "utf-8")
        path.unlink()
    run = bundle.check(cwd=tmp_path)
    assert run.returncode == 0, run.stdout
    assert "a02_twice.ipynb, a01_double.ipynb" in run.stdout
    assert "/test_a" not in run.stdout
    assert "unwritten" not in run.stdout


def test_an_author_checks_an_assignment_without_a_release(bundle, tmp_path):
    shutil.copytree(SELFCHECK, tmp_path / "selfcheck")
    for path in bundle.folder.iterdir():
        if path.name not in ("a01_double.py", "test_a01_double.py"):
            path.unlink()
    run = bundle.check("-c", "selfcheck/pytest.ini", "selfcheck", bundle.folder, cwd=tmp_path)
    assert run.returncode == 1
    assert "문항 3개 중 0개 통과, 0개 실패, 3개 미작성" in run.stdout  # each test by itself


BEGINNERS = {  # what they write → what they read
    "def prints(x):\n    print(x / 2)": "반환  None|return을 빠뜨리지|출력  2.0",
    "def typo(value):\n    return valeu / 2": "NameError: name 'valeu'|혹시 'value' 아닌가요?",
    "def endless(x):\n    return endless(x) / 2": "RecursionError|자기 자신을 끝없이",
    "def asks(x):\n    return int(input()) / 2": "오류  input()|input()을 쓰지 마세요",
    "def leaves(x):\n    exit()": "오류  SystemExit\n|함수를 끝내려면",
    "def renamed():\n    return 2": "TypeError: renamed() takes 0|인자를 처음 그대로",
    "def needs(x):\n    import nix": "ModuleNotFoundError: No module named 'nix'",
    "def method(x):\n    return (x / 2).is_integer": "반환  is_integer|괄호를 붙이세요",
    "def wrong(x):\n    return x.real": "반환  4\n    기대  2\n",
    "def nothing(x):\n    x / 2": "반환  None|return을 빠뜨리지",
    "def unimported(x):\n    return np.exp(x)": "NameError: name 'np'|import numpy as np 줄이",
    "def hides(x):\n    sum = 0\n    return sum([x])": "not callable|변수 이름 sum 때문에",
    "def hides_too(x):\n    math = 0\n    return math.exp(x)": "변수 이름 math 때문에",
    "def power(x):\n    return 0.5^x": "unsupported operand|**입니다",
    "def odd(x):\n    return Odd()": "실패    odd (0/1)",
}
ODD = "class Odd:\n    def __repr__(self):\n        return 1 / 0"


def test_the_mistakes_of_beginners_are_told_in_a_few_lines(bundle):
    names = [code.split("(")[0].removeprefix("def ") for code in BEGINNERS]
    tests = "".join(f"def test_{name}():\n    assert {name}(4) == 2\n" for name in names)
    bundle.write("test_a01_double.py", f"from a01_double import {', '.join(names)}\n{tests}")
    note = {"language": "ko", "tasks": {f"test_{name}": name for name in names}}
    bundle.write(".release.json", json.dumps(note))
    bundle.work(ODD, *BEGINNERS)
    told = bundle.check().stdout
    for name, expected in zip(names, BEGINNERS.values(), strict=True):
        part = "실패    " + next(p for p in told.split("실패    ") if p.startswith(f"{name} ("))
        assert [text for text in expected.split("|") if text not in part] == [], part
        assert len(part.split("\n")) < 12
    assert "site-packages" not in told
    assert "_calls.py" not in told


def test_a_loop_that_is_stopped_is_told_with_its_place(bundle):
    bundle.work(DOUBLE, "def half(x):\n    raise KeyboardInterrupt")
    run = bundle.check()
    assert "끝나지 않는 반복문이 있는지" in run.stdout
    assert "a01_double.ipynb, 셀 3, 2번째 줄" in run.stdout
    assert "!!!" not in run.stdout


def test_who_waits_too_long_is_told_what_to_do(bundle):
    text = (bundle.folder / "conftest.py").read_text("utf-8")
    bundle.write("conftest.py", text.replace("SLOW = 5.0", "SLOW = 0.05"))
    bundle.work(DOUBLE, "import time\ndef half(x):\n    time.sleep(0.2)\n    return x / 2")
    assert "아직 확인하는 중입니다 (half)" in on_a_terminal(bundle.folder)


def on_a_terminal(folder):
    """What `pytest` shows there."""
    process, screen = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execve(sys.executable, [sys.executable, "-m", "pytest"], plain_environment())
    shown = b""
    try:
        while data := os.read(screen, 65536):
            shown += data
    except OSError:  # it has ended
        pass
    os.waitpid(process, 0)
    os.close(screen)
    return shown.decode()


def test_colour_is_there_where_it_is_forced_and_not_where_it_is_refused(bundle):
    bundle.work(DOUBLE, UNWRITTEN_HALF)
    forced = bundle.check(FORCE_COLOR="1").stdout
    assert "\x1b[32m통과    double (1/1)" in forced
    assert "\x1b[2m미작성  half (0/2)" in forced  # faint, not red
    assert "\x1b[" not in bundle.check(FORCE_COLOR="1", NO_COLOR="1").stdout


def test_lines_fit_a_narrow_console(bundle):
    bundle.work(DOUBLE, "def half(x):\n    raise ValueError(' '.join(['한글'] * 40))")
    lines = bundle.check(COLUMNS="60").stdout.split("\n")
    assert max(map(wide, lines)) <= 60


def wide(text):
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


@pytest.mark.nightly
def test_a_real_bundle_names_a_known_mistake_and_says_what_is_to_be_written(bundle, tmp_path):
    bundle.folder = release(load_course(PROJECT), tmp_path, "en", ["a01_sigmoid"])[0]
    path = bundle.folder / "a01_sigmoid.py"
    wrong = "e = torch.exp(x)\n    return 1 / (1 + e)"
    path.write_text(path.read_text("utf-8").replace('raise NotImplementedError("sigmoid")', wrong))
    run = bundle.check()
    assert run.returncode == 1
    assert "  hint      exp(x) was used. It is e^(-x).\n" in run.stdout.replace("−", "-")
    assert "4 tasks: 0 passed, 1 failed, 3 to do" in run.stdout
