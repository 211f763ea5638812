"""스스로 확인하기 · Check your work:  python check.py [TASK ...] [--watch]

You need not read or change this file. It runs `pytest` here; `conftest.py` is what pytest shows.
"""

import argparse
import glob
import json
import os
import sys
from importlib.util import find_spec

FOLDER = os.path.dirname(os.path.abspath(__file__))
SAYS = {
    "ko": {
        "about": "이 폴더의 과제를 확인합니다.",
        "task": "이 문항만 확인합니다",
        "watch": "저장할 때마다 다시 확인합니다 (Ctrl-C로 끝내기)",
        "old_python": "Python 3.10 이상이 필요합니다. 지금 실행한 것은 {}입니다.",
        "no_tests": "check.py가 있는 폴더에 test_a*.py가 없습니다. 압축 파일을 모두 풀고, 푼 폴더에서 실행하세요.",
        "no_module": "이 Python에는 {} 모듈이 없습니다. README.md의 1번 명령으로 설치한 뒤, 3번 명령을 그대로 실행하세요.",
        "no_task": "{}: 그런 문항이 없습니다. 이 중에서 고르세요: {}",
        "no_option": "{}: 그런 옵션이 없습니다. --watch만 쓸 수 있습니다.",
    },
    "en": {
        "about": "Check the assignment in this folder.",
        "task": "check these tasks only",
        "watch": "check again whenever you save (Ctrl-C ends it)",
        "old_python": "Python 3.10 or newer is needed; this is {}.",
        "no_tests": "There is no test_a*.py beside check.py. Unpack the whole zip, and run check.py in the new folder.",
        "no_module": "This Python lacks the module {}. Install with command 1 of README.md, then run command 3 as it stands there.",
        "no_task": "{}: there is no such task. Choose among: {}",
        "no_option": "{}: there is no such option, only --watch.",
    },
}


def main():
    """The status: 0 only where all is right."""
    release = _release()
    says = SAYS[_language(release)]
    chosen = _arguments(says)
    _require_what_it_needs(says)
    tests = _tests_of(chosen.tasks, release.get("tasks", {}), says)
    os.chdir(FOLDER)
    sys.dont_write_bytecode = True  # leaves no __pycache__ that gets handed in
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # others' plugins cost time and add words
    if chosen.watch:
        from _watch import Watch

        return Watch(release, chosen.tasks, tests).run()
    import pytest

    return pytest.main(tests)


def _release():
    """What the release wrote down."""
    try:
        with open(os.path.join(FOLDER, ".release.json"), encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def _language(release):
    try:
        from _words import language_of
    except ImportError:  # check.py alone: it says so
        return "ko"
    return language_of(release)


def _arguments(says):
    parser = argparse.ArgumentParser(prog="check.py", description=says["about"])
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=says["task"])
    parser.add_argument("--watch", action="store_true", help=says["watch"])
    chosen, unknown = parser.parse_known_args()
    if unknown:
        sys.exit(says["no_option"].format(unknown[0]))
    return chosen


def _require_what_it_needs(says):
    if sys.version_info < (3, 10):  # noqa: UP036 - a student may have any
        sys.exit(says["old_python"].format(sys.version.split()[0]))
    if not _test_files():
        sys.exit(says["no_tests"])
    for module in ("pytest", "torch"):
        if find_spec(module) is None:
            sys.exit(says["no_module"].format(module))


def _test_files():
    return sorted(glob.glob(os.path.join(glob.escape(FOLDER), "test_a*.py")))


def _tests_of(chosen, tasks, says):
    """What pytest takes for some tasks; nothing where all are meant."""
    for task in chosen:
        if task not in tasks.values():
            known = ", ".join(dict.fromkeys(tasks.values()))
            sys.exit(says["no_task"].format(task, known))
    file = os.path.basename(_test_files()[0])
    return [f"{file}::{test}" for test, task in tasks.items() if task in chosen]


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a Korean Windows console lacks many signs
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has read enough; Python would complain once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    sys.exit(status)
