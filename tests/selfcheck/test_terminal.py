"""What a student reads after `pytest`, and what a script sees of it."""

import shutil

from autograder.course import load_course
from autograder.release import release
from tests.conftest import PROJECT

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
    assert "미작성  test_double_of_three_is_six  (double: 아직 작성하지 않음)" in run.stdout
    assert "3개 중 0개 통과, 0개 실패, 3개 미작성" in run.stdout
    assert "FAILURES" not in run.stdout
    assert "NotImplementedError" not in run.stdout


def test_all_right_tells_which_file_to_hand_in(bundle):
    bundle.work(DOUBLE, HALF)
    run = bundle.check()
    assert run.returncode == 0
    assert "통과    test_half_of_four_is_two" in run.stdout
    assert "제출할 파일: a01_double.ipynb" in run.stdout
    assert "저장했는지" not in run.stdout


def test_something_unwritten_is_not_all_right(bundle):
    bundle.work(DOUBLE, UNWRITTEN_HALF)
    run = bundle.check()
    assert run.returncode == 1
    assert "3개 중 1개 통과, 0개 실패, 2개 미작성" in run.stdout


def test_a_failure_shows_the_assertion_without_frames_of_ours_or_of_pytest(bundle):
    bundle.work(DOUBLE, WRONG_HALF)
    run = bundle.check()
    assert run.returncode == 1
    assert "test_a01_double.py, 10번째 줄\n    assert half(4) == 2\n" in run.stdout
    assert "AssertionError: assert 6 == 2" in run.stdout
    assert "_loader" not in run.stdout
    assert "site-packages" not in run.stdout


def test_an_exception_is_placed_in_the_cells_that_it_came_through(bundle):
    bundle.work(DOUBLE, WRONG_HALF.replace("x + 2", "x.nix"))
    run = bundle.check()
    assert "a01_double.ipynb, 셀 3, 6번째 줄\n    return helper(x)\n" in run.stdout
    assert "a01_double.ipynb, 셀 3, 2번째 줄\n    return x.nix\n" in run.stdout
    assert "AttributeError: 'int' object has no attribute 'nix'" in run.stdout


def test_a_syntax_error_is_told_once_and_the_rest_is_checked(bundle):
    bundle.work(DOUBLE, BROKEN_HALF)
    run = bundle.check()
    assert run.returncode == 1
    assert run.stdout.count("SyntaxError: '(' was never closed") == 1
    assert "셀 3, 2번째 줄\n        return (x / 2\n               ^\n" in run.stdout
    assert "통과    test_double_of_three_is_six" in run.stdout
    assert "실패    test_half_of_four_is_two  (half: 파일에 없음)" in run.stdout
    assert "FAILURES" not in run.stdout


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
    assert "to do    test_half_of_four_is_two  (half: not written yet)" in run.stdout
    assert "3 tests: 1 passed, 0 failed, 2 to do" in run.stdout
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
    assert "a01_double.ipynb도 a01_double.py도 없습니다." in run.stdout


def test_a_module_that_is_not_installed_is_told_with_the_command(bundle):
    bundle.write("test_a01_double.py", "import torchh\nfrom a01_double import double\n")
    run = bundle.check()
    assert run.returncode != 0
    assert "torchh 모듈이 설치되어 있지 않습니다." in run.stdout
    assert "pip install -r requirements.txt" in run.stdout


def test_a_korean_windows_console_shows_hangul_whatever_the_student_printed(bundle):
    bundle.work(DOUBLE, HALF, "raise ValueError('σ̂ ✓')")
    run = bundle.check(PYTHONIOENCODING="cp949")
    assert "통과    test_half_of_four_is_two" in run.stdout
    assert "ValueError: σ? ?" in run.stdout


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


def test_an_author_checks_an_assignment_without_a_release(bundle, tmp_path):
    shutil.copytree(PROJECT / "assignments" / "selfcheck", tmp_path / "selfcheck")
    for name in ("conftest.py", "_loader.py", "pytest.ini", ".release.json", "a01_double.ipynb"):
        (bundle.folder / name).unlink()
    run = bundle.check("-c", "selfcheck/pytest.ini", "selfcheck", bundle.folder, cwd=tmp_path)
    assert run.returncode == 1
    assert "3개 중 0개 통과, 0개 실패, 3개 미작성" in run.stdout


def test_a_real_bundle_with_torch_says_what_is_to_be_written(bundle, tmp_path):
    bundle.folder = release(load_course(PROJECT), tmp_path, "en", ["a01_sigmoid"])[0]
    run = bundle.check()
    assert run.returncode == 1
    assert "(sigmoid: not written yet)" in run.stdout
    assert "0 passed, 0 failed, 8 to do" in run.stdout
