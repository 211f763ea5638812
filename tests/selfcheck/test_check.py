"""`python check.py`: pytest for those who do not know it, one task alone, and the watch."""

import ast
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import SELFCHECK, notebook
from tests.selfcheck.conftest import SLUG, plain_environment

DOUBLE = "def double(x):\n    print('student was here')\n    return 2 * x"
HALF = "def half(x):\n    return x / 2"
WRONG_DOUBLE = "def double(x):\n    return x"
ENDLESS_HALF = "import time\ndef half(x):\n    while True:\n        time.sleep(0.1)"
UNWRITTEN_HALF = 'def half(x):\n    raise NotImplementedError("half")'
TASKS = {
    "test_double_of_three_is_six": "double",
    "test_half_of_four_is_two": "half",
    "test_half_of_text_is_an_error": "half",
}


@pytest.fixture
def desk(bundle):
    """A released folder that knows its tasks."""
    note = json.loads((bundle.folder / ".release.json").read_text("utf-8"))
    bundle.write(".release.json", json.dumps(note | {"tasks": TASKS}))
    return bundle


class Watch:
    """`check.py --watch` in a folder, as its student sees it."""

    def __init__(self, folder):
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "check.py", "--watch"],
            cwd=folder,
            env=plain_environment() | {"PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.kill()
        self.process.communicate()

    def save(self, *cells):
        """As Jupyter saves: another file is put in its place."""
        beside = self.folder / ".new"
        beside.write_text(notebook(cells), "utf-8")
        beside.replace(self.folder / f"{SLUG}.ipynb")

    def press_ctrl_c(self):
        self.process.send_signal(signal.SIGINT)

    def shows(self, last="끝내려면 Ctrl-C"):
        """What it shows from now on, up to a line with these words."""
        shown = []
        for line in self.process.stdout:
            shown.append(line)
            if last in line:
                return "".join(shown)
        raise AssertionError("".join(shown))

    def says_at_the_end(self):
        """What it shows until it ends, and its status."""
        shown, _ = self.process.communicate(timeout=60)
        return shown, self.process.returncode


def test_check_py_shows_what_pytest_shows_and_neither_leaves_anything_behind(desk):
    desk.work(DOUBLE, UNWRITTEN_HALF)
    before = {path.name for path in desk.folder.iterdir()}
    run = desk.run("check.py")
    assert run.stdout == desk.check().stdout
    assert run.returncode == 1
    assert {path.name for path in desk.folder.iterdir()} == before


def test_a_folder_may_be_called_whatever_its_student_likes(desk):
    desk.folder = desk.folder.rename(desk.folder.parent / "[OneDrive] 과제 (1) & 100%; 'x'")
    assert "저장했는지 확인하세요" in desk.check().stdout
    assert "저장했는지 확인하세요" in desk.run("check.py").stdout


def test_one_task_is_checked_alone_and_from_anywhere(desk, tmp_path):
    desk.work(DOUBLE, UNWRITTEN_HALF)
    run = desk.run(desk.folder / "check.py", "double", cwd=tmp_path)
    assert run.returncode == 0
    assert "half" not in run.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["duble"], "duble: 그런 문항이 없습니다. 이 중에서 고르세요: double, half"),
        (["--wach"], "--wach: 그런 옵션이 없습니다. --watch만 쓸 수 있습니다."),
    ],
)
def test_a_slip_of_the_pen_is_told_in_a_sentence(desk, arguments, sentence):
    run = desk.run("check.py", *arguments)
    assert run.returncode == 1
    assert run.stderr == f"{sentence}\n"


def test_who_reads_the_first_lines_only_is_not_shown_pythons_complaints(desk):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer) as broken:
        run = subprocess.run(
            [sys.executable, "check.py"],
            cwd=desk.folder, stdout=broken, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    assert (run.returncode, run.stderr) == (1, "")


def test_a_python_without_pytest_is_told_what_to_do(desk):
    run = desk.run("-S", "-E", "check.py")
    assert run.returncode == 1
    assert "README.md의 1번 명령으로 설치" in run.stderr
    assert "Traceback" not in run.stderr


def test_check_py_alone_as_from_a_zip_that_is_not_unpacked(desk, tmp_path):
    shutil.copy(desk.folder / "check.py", tmp_path)
    run = desk.run(tmp_path / "check.py")
    assert run.returncode == 1
    assert "압축 파일을 모두 풀고" in run.stderr


@pytest.mark.parametrize(
    ("name", "python"), [("check.py", (3, 7)), ("_watch.py", (3, 10)), ("_warm.py", (3, 10))]
)
def test_an_old_python_can_read_it_and_a_very_old_one_can_say_that_it_is_old(name, python):
    ast.parse((SELFCHECK / name).read_text("utf-8"), feature_version=python)


@pytest.mark.parametrize("name", ["check.py", "_watch.py"])
def test_all_is_said_in_both_languages_and_fits_a_korean_console(name):
    tree = ast.parse((SELFCHECK / name).read_text("utf-8"))
    says = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SAYS"
    )
    assert says["ko"].keys() == says["en"].keys()
    for text in (*says["ko"].values(), *says["en"].values()):
        text.encode("cp949")


def test_the_watch_goes_from_save_to_save_until_all_is_right(desk):
    with Watch(desk.folder) as watch:
        assert "다음 문항: double" in watch.shows()

        watch.save(DOUBLE, UNWRITTEN_HALF)
        shown = watch.shows()
        assert "다음 문항: half" in shown
        assert "student was here" not in shown

        watch.save(WRONG_DOUBLE, UNWRITTEN_HALF)
        assert "전에는 통과했던 문항입니다: double" in watch.shows()

        watch.save(DOUBLE, HALF)
        shown, status = watch.says_at_the_end()
        assert f"제출할 파일: {SLUG}.ipynb" in shown
        assert "문항 2개 중 2개를 통과했습니다." in shown
        assert status == 0


def test_an_endless_loop_is_ended_by_ctrl_c_or_by_the_next_save_and_the_watch_goes_on(desk):
    with Watch(desk.folder) as watch:
        watch.shows()
        watch.save(DOUBLE, ENDLESS_HALF)
        watch.shows("아직 확인하는 중입니다 (half)")
        watch.press_ctrl_c()
        assert "확인을 멈췄습니다 (half). 끝나지 않는 반복문이" in watch.shows()

        watch.save(DOUBLE, ENDLESS_HALF, "# 다시")
        watch.shows("아직 확인하는 중입니다 (half)")
        watch.save(DOUBLE, UNWRITTEN_HALF)
        assert "다음 문항: half" in watch.shows()

        watch.press_ctrl_c()
        shown, status = watch.says_at_the_end()
        assert "문항 2개 중 1개를 통과했습니다." in shown
        assert status == 1


def test_a_notebook_is_checked_when_it_is_whole(desk):
    whole = notebook([DOUBLE, UNWRITTEN_HALF])
    path = desk.folder / f"{SLUG}.ipynb"
    with Watch(desk.folder) as watch:
        watch.shows()
        path.write_text(whole[:100], "utf-8")
        path.write_text(whole, "utf-8")
        assert "손상" not in watch.shows()


def test_no_python_is_left_when_the_watch_is_killed(desk):
    with Watch(desk.folder) as watch:
        watch.shows()
    for _ in range(500):
        if not _processes_in(desk.folder):
            break
        time.sleep(0.01)
    assert not _processes_in(desk.folder)


def _processes_in(folder):
    """The processes that work there."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            found += [process] if (process / "cwd").readlink() == folder else []
    return found
