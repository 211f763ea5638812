"""스스로 확인하기 · The self-check: what `pytest` shows when you run it in this folder.

You need not read or change this file. `_loader.py` runs your notebook, `test_*.py` has the tests.
"""

import json
import os
import shutil
import sys
import traceback
import unicodedata
from contextlib import suppress
from pathlib import Path

import _loader
import pytest

SAYS = {
    "ko": {
        "checking": "확인하는 파일: {}",
        "unchanged": "아직 고친 곳이 없습니다. 코드를 썼다면 파일을 저장했는지 확인하세요.",
        "both_changed": "노트북과 .py를 모두 고쳤습니다. 노트북을 확인합니다.",
        "cell": "{}, 셀 {}, {}번째 줄",
        "line": "{}, {}번째 줄",
        "more": "그 밖의 문제 {}개. 위의 것부터 고치세요.",
        "passed": "통과",
        "failed": "실패",
        "unwritten": "미작성",
        "skipped": "생략",
        "not_written": "{}: 아직 작성하지 않음",
        "undefined": "실패",
        "not_defined": "{}: 파일에 없음",
        "why_undefined": "위에 나온 문제부터 고치세요. 나온 문제가 없으면 함수 이름을 확인하세요.",
        "no_module": "{} 모듈이 설치되어 있지 않습니다. 먼저 실행하세요:\n"
        "    python -m pip install -r requirements.txt",
        "summary": "{total}개 중 {passed}개 통과, {failed}개 실패, {unwritten}개 미작성",
        "all_passed": "모두 통과했습니다! 채점에는 다른 입력도 쓰입니다.\n제출할 파일: {}",
    },
    "en": {
        "checking": "Checking {}",
        "unchanged": "Nothing is changed in it yet. If you wrote code: did you save the file?",
        "both_changed": "You changed both the notebook and the .py. The notebook is checked.",
        "cell": "{}, cell {}, line {}",
        "line": "{}, line {}",
        "more": "{} more problems. Mend those above first.",
        "passed": "passed",
        "failed": "failed",
        "unwritten": "to do",
        "skipped": "skipped",
        "not_written": "{}: not written yet",
        "undefined": "failed",
        "not_defined": "{}: not in the file",
        "why_undefined": "Mend the problem told at the top. If there is none, check the name.",
        "no_module": "The module {} is not installed. Run this first:\n"
        "    python -m pip install -r requirements.txt",
        "summary": "{total} tests: {passed} passed, {failed} failed, {unwritten} to do",
        "all_passed": "All passed! Grading uses other inputs too.\nFile to hand in: {}",
    },
}
LOOKS = {
    "passed": "green",
    "failed": "red",
    "undefined": "red",
    "unwritten": "light",
    "skipped": "yellow",
}
PROBLEMS_TOLD = 3  # a broken import brings an error in each cell below it


def pytest_addoption(parser):
    with suppress(ValueError):  # one run over several assignments: it is there already
        parser.addoption("--submission", type=Path, help="check this file, not the folder's own")


def pytest_unconfigure():
    """Leave nothing behind that gets handed in."""
    shutil.rmtree(Path(__file__).with_name("__pycache__"), ignore_errors=True)


def pytest_configure(config):
    os.environ["MPLBACKEND"] = "Agg"  # plt.show() opens no window and waits for nobody
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a Korean Windows console lacks many signs
    if not config.pluginmanager.has_plugin("selfcheck"):
        config.pluginmanager.register(SelfCheck(config), "selfcheck")


class SelfCheck:
    """Loads the student's file before the tests, and tells how they went."""

    def __init__(self, config):
        self.config = config
        self.language = "ko"
        self.loaded = {}  # the student's file, by the path of its tests
        self.complete = True  # nothing is left to be written

    def pytest_pycollect_makemodule(self, module_path, parent):
        """Load the student's file: the tests import it next."""
        slug = module_path.stem.removeprefix("test_")
        release = _release(module_path.parent)
        self.language = release.get("language", "ko")
        try:
            choice = self._choice(module_path.parent, slug, release.get("code_sha256"))
            cells = _loader.read_cells(choice.path)
        except _loader.Unreadable as unreadable:
            parent.session.shouldfail = getattr(unreadable, self.language)
            return
        self._tell_choice(choice)
        loaded = self.loaded[str(module_path)] = _loader.load(choice.path, cells, slug)
        self._tell_problems(loaded)

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector):
        """A module that is not installed is told with what to do about it."""
        report = yield
        error = report.call.excinfo and report.call.excinfo.value.__cause__
        if isinstance(error, ModuleNotFoundError):
            report.longrepr = self._say("no_module", error.name)
        return report

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item, call):
        """Unwritten is not failed; a failure is told from the student's side."""
        report = yield
        error = call.excinfo and call.excinfo.value
        report.kind = report.outcome
        if isinstance(error, _loader.NotWritten):
            name = str(error) or traceback.extract_tb(error.__traceback__)[-1].name
            report.kind, report.outcome = "unwritten", "skipped"
            report.longrepr = (str(item.path), item.location[1], self._say("not_written", name))
        elif isinstance(error, _loader.NotDefined):
            report.kind, report.longrepr = "undefined", self._say("not_defined", error)
        elif report.failed and self.config.option.tbstyle == "short":
            report.longrepr = self._story(error, str(item.path))
        return report

    def pytest_report_teststatus(self, report):
        """pytest counts under our names and prints nothing itself."""
        if hasattr(report, "kind") and (report.when == "call" or not report.passed):
            return report.kind, "", ""
        return None  # set-up that went well, and files that could not be read

    def pytest_runtest_logreport(self, report):
        """One line per test."""
        if report.when == "call" or not report.passed:
            self.complete &= report.kind != "unwritten"
            name = report.nodeid.split("::", 1)[-1]
            self._write(f"{self._label(report.kind)}  {name}{_reason(report)}", LOOKS[report.kind])

    def pytest_sessionfinish(self, session, exitstatus):
        """What is not written yet is not all right."""
        if exitstatus == pytest.ExitCode.OK and not self.complete:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter):
        """Counts, and what to hand in where all is right."""
        counts = {kind: len(terminalreporter.stats.get(kind, ())) for kind in LOOKS}
        total = sum(counts.values())
        if counts["failed"]:
            self._write("")
        if counts["undefined"]:
            self._write(self._say("why_undefined"), "red")
        if total and counts["passed"] == total:
            names = ", ".join(loaded.path.name for loaded in self.loaded.values())
            self._write(self._say("all_passed", names), "green")
        elif total:
            counts["failed"] += counts["undefined"]
            self._write(self._say("summary", total=total, **counts), "bold")

    def _choice(self, folder, slug, released):
        submission = self.config.getoption("--submission", None)
        if submission is not None:
            return _loader.Choice(submission)
        return _loader.choose(folder, slug, released)

    def _tell_choice(self, choice):
        self._write(self._say("checking", choice.path.name), "bold")
        for note in ("unchanged", "both_changed"):
            if getattr(choice, note):
                self._write(self._say(note), "yellow")
        self._write("")

    def _tell_problems(self, loaded):
        for problem in loaded.problems[:PROBLEMS_TOLD]:
            self._write(self._place(problem.cell, problem.line) + _quoted(problem), "red")
            self._write(problem.error + "\n", "red")
        if len(loaded.problems) > PROBLEMS_TOLD:
            self._write(self._say("more", len(loaded.problems) - PROBLEMS_TOLD) + "\n", "red")

    def _story(self, error, test_file):
        """Where it went wrong, in the test and in the student's file only; then the error."""
        own = {test_file: _loader.Cell(test_file), **self.loaded[test_file].cells}
        places = [
            f"{self._place(own[frame.filename], frame.lineno)}\n    {frame.line}"
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename in own
        ]
        places = list(dict.fromkeys(places))  # a function that calls itself is told once
        said = "".join(traceback.format_exception_only(type(error), error)).rstrip()
        return "\n".join([*places, said])

    def _place(self, cell, line):
        name = Path(cell.file).name
        if cell.number:
            return self._say("cell", name, cell.number, line)
        return self._say("line", name, line)

    def _label(self, kind):
        """The kind in words, all of one width: a Hangul syllable is two wide."""
        words = {kind: self._say(kind) for kind in LOOKS}
        return words[kind] + " " * (max(map(_width, words.values())) - _width(words[kind]))

    def _say(self, key, *args, **words):
        return SAYS[self.language][key].format(*args, **words)

    def _write(self, text, *looks):
        terminal = self.config.pluginmanager.get_plugin("terminalreporter")
        if terminal:
            terminal.write_line(text, **dict.fromkeys(looks, True))


def _release(folder):
    """What the release wrote down; nothing in the repository itself."""
    try:
        return json.loads((folder / ".release.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _reason(report):
    if report.kind == "undefined":
        return f"  ({report.longrepr})"
    return f"  ({report.longrepr[2]})" if report.skipped else ""


def _quoted(problem):
    """The line, and a caret below it for a syntax error."""
    text = problem.text.expandtabs(1)
    caret = " " * _width(text[: problem.column - 1]) + "^"
    return f"\n    {text}" + (f"\n    {caret}" if problem.column > 0 else "")


def _width(text):
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
