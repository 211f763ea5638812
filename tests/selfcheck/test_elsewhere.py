"""The self-check on systems that are not here: Windows by what it lacks, consoles by what they show."""

import json

import pytest

from tests.selfcheck.conftest import STUBS

DOUBLE = "def double(x):\n    print('σ̂ − ✓ 두 배')\n    return x"
LIKE_WINDOWS = """\
import os
import select
import signal
import subprocess
import sys

subprocess.run([sys.executable, "-S", "-c", ""])  # it may keep what it has imported
for name in "fcntl grp pwd resource termios tty pty".split():
    sys.modules[name] = None
for module, names in {
    os: "fork forkpty getuid geteuid getpgid setsid killpg wait3 wait4 mkfifo",
    select: "poll epoll",
    signal: "SIGALRM SIGHUP SIGUSR1 alarm setitimer pthread_kill",
}.items():
    for name in names.split():
        module.__dict__.pop(name, None)
"""
WATCH_LIKE_WINDOWS = """\
import subprocess
import sys
import types

import _watch
import check

subprocess.CREATE_NEW_PROCESS_GROUP = 0
_watch.os = types.ModuleType("os")
vars(_watch.os).update({**vars(__import__("os")), "name": "nt"})
sys.argv[1:] = ["--watch"]
sys.exit(check.main())
"""


@pytest.fixture
def windows(bundle, tmp_path):
    """Where a Python starts that lacks what Windows lacks."""
    (tmp_path / "sitecustomize.py").write_text(LIKE_WINDOWS, "utf-8")
    return {"PYTHONPATH": str(tmp_path)}


def test_pytest_and_check_py_need_nothing_of_unix(bundle, windows):
    bundle.work(DOUBLE, STUBS[1])
    told = bundle.check(**windows)
    assert "실패    double (0/1)" in told.stdout
    assert "미작성  half (0/2)" in told.stdout
    assert bundle.run("check.py", **windows).stdout == told.stdout
    assert told.stderr == ""


def test_the_watch_needs_nothing_of_unix(bundle, windows):
    bundle.work("def double(x):\n    return 2 * x", "def half(x):\n    return x / 2")
    bundle.write("watch_as_on_windows.py", WATCH_LIKE_WINDOWS)
    run = bundle.run("watch_as_on_windows.py", **windows)
    assert run.returncode == 0, run.stderr
    assert "문항 2개 중 2개를 통과했습니다." in run.stdout


def test_a_console_without_hangul_is_spoken_to_in_english(bundle):
    bundle.work(DOUBLE, STUBS[1])
    for arguments in (["-m", "pytest"], ["check.py"]):
        run = bundle.run(*arguments, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
        assert "failed  double (0/1)" in run.stdout
        assert "to do   half (0/2)" in run.stdout
        assert "UnicodeEncodeError" not in run.stdout + run.stderr
    assert "no such task" in bundle.run("check.py", "no", PYTHONIOENCODING="cp1252").stderr


def test_what_the_student_prints_is_shown_as_well_as_a_korean_console_can(bundle):
    bundle.work(DOUBLE, STUBS[1])
    run = bundle.check(PYTHONIOENCODING="cp949", PYTHONUTF8="0")
    assert "출력  σ^ - v 두 배" in run.stdout


def test_files_are_read_as_utf_8_whatever_the_system_reads(bundle):
    bundle.work(DOUBLE, STUBS[1])
    strict = {"PYTHONWARNDEFAULTENCODING": "1", "PYTHONWARNINGS": "always::EncodingWarning"}
    run = bundle.run("-X", "warn_default_encoding", "check.py", **strict)
    assert "실패    double (0/1)" in run.stdout
    assert str(bundle.folder) not in run.stderr


def test_a_release_note_written_on_windows_is_read(bundle):
    path = bundle.folder / ".release.json"
    note = json.dumps(json.loads(path.read_text("utf-8")), indent=1)
    path.write_bytes(note.replace("\n", "\r\n").encode())
    assert "미작성  double" in bundle.check().stdout
