"""스스로 확인하기 · The self-check: what `pytest` shows when you run it in this folder.

You need not read or change this file. `_loader.py` runs your notebook, `test_*.py` has the tests.
"""

import codecs
import json
import os
import shutil
import sys
import threading
import unicodedata
from contextlib import contextmanager, suppress
from pathlib import Path

import _calls
import _loader
import _words
import pytest
from _verdict import Teller, Test, Verdict, failed_test, folded, used

LOOKS = {"passed": "green", "failed": "red", "unwritten": "light", "skipped": "yellow"}
PROBLEMS_TOLD = 3  # a broken import brings an error in each cell below it
SLOW = 5.0  # seconds after which it may never end


def pytest_addoption(parser):
    with suppress(ValueError):  # one run over several assignments: it is there already
        parser.addoption("--submission", type=Path, help="check this file, not the folder's own")


def pytest_unconfigure():
    """Leave nothing behind that gets handed in."""
    shutil.rmtree(Path(__file__).with_name("__pycache__"), ignore_errors=True)


def pytest_configure(config):
    os.environ["MPLBACKEND"] = "Agg"  # plt.show() opens no window and waits for nobody
    codecs.register_error("plainly", _plainly)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="plainly")  # a Korean Windows console lacks many signs
    config.option.verbose, config.option.tbstyle, config.option.reportchars = -2, "no", "N"
    if not config.pluginmanager.has_plugin("selfcheck"):
        config.pluginmanager.register(SelfCheck(config), "selfcheck")


class SelfCheck:
    """Loads the student's file before the tests, and tells how they went, task by task."""

    def __init__(self, config):
        self.config = config
        self.teller = Teller("ko")
        self.loaded = {}  # the student's file, by the path of its tests
        self.tasks = {}  # the task that a test belongs to, by path and name
        self.hints = {}
        self.recorder = _calls.Recorder()
        self.compared = None  # sign, value and wanted value of the comparison that failed
        self.verdicts = {}
        self.left = {}  # how many tests of a task are still to run

    def pytest_pycollect_makemodule(self, module_path, parent):
        """Load the student's file: the tests import it next."""
        slug = module_path.stem.removeprefix("test_")
        release = _read(module_path.parent / ".release.json")
        self.teller = Teller(_words.language_of(release), shutil.get_terminal_size().columns)
        try:
            choice = self._choice(module_path.parent, slug, release.get("code_sha256"))
            cells = _loader.read_cells(choice.path)
        except _loader.Unreadable as unreadable:
            self._write(getattr(unreadable, self.teller.language), "red")
            return Unreadable.from_parent(parent, path=module_path)
        copies = _loader.copies(module_path.parent, slug, choice, release.get("code_sha256"))
        self._tell_choice(choice, copies, f"{slug}.ipynb")
        with self._telling_if_slow(self._say("reading")):
            loaded = _loader.load(choice.path, cells, slug)
        self.loaded[str(module_path)] = loaded
        sys.modules[slug] = self.recorder.stand_for(slug, loaded.find)
        self.tasks[str(module_path)] = release.get("tasks", {})
        self.hints[str(module_path)] = _calls.unpacked(release.get("hints"))
        self._tell_problems(loaded)
        return None

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector):
        """Tests that cannot be read: a module is not installed, most often."""
        with _calls.as_at_first():
            report = yield
        if report.failed and report.call.excinfo:
            error = report.call.excinfo.value.__cause__ or report.call.excinfo.value
            missing = isinstance(error, ModuleNotFoundError)
            told = self._say("no_module", error.name) if missing else f"{type(error).__name__}: {error}"
            self._write(told, "red")
        return report

    def pytest_collection_modifyitems(self, items):
        """The tests of a task one after another, the tasks as they follow in the file."""
        paths = [*self.loaded]
        items.sort(key=lambda item: (paths.index(str(item.path)), self._order(item)))
        for item in items:
            key = self._task(item)
            self.verdicts.setdefault(key, Verdict(key[1], item.path.name))
            self.left[key] = self.left.get(key, 0) + 1

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item):
        """Keep what the test asks."""
        self.compared = None
        with self._telling_if_slow(self._task(item)[1]), self.recorder.watching(item.obj):
            return (yield)

    def pytest_assertrepr_compare(self, op, left, right):
        """Keep what a failing comparison compares."""
        self.compared = op, left, right

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item, call):
        """Unwritten is not failed; a failure is told from the student's side."""
        report = yield
        if call.when == "call" or call.excinfo:
            test = self._test(item, report, call.excinfo and call.excinfo.value)
            report.kind = test.kind
            report.outcome = "skipped" if test.kind == "unwritten" else report.outcome
            if test.kind == "unwritten":
                report.longrepr = (str(item.path), item.location[1], test.reason)
            if call.when != "teardown":
                self._done(self._task(item), test)
        return report

    def pytest_report_teststatus(self, report):
        """pytest counts under our names and prints nothing itself."""
        return (report.kind, "", "") if hasattr(report, "kind") else None

    def pytest_keyboard_interrupt(self, excinfo):
        """The student stopped what never ended: say where it was."""
        if excinfo.type is not KeyboardInterrupt:
            return
        self._write(self._say("stopped"), "yellow")
        for frame in (entry.frame.raw for entry in excinfo.traceback):
            where = self._place(frame, frame.f_lineno)
            if where:
                self._write(f"    {where}", "yellow")
        terminal = self.config.pluginmanager.get_plugin("terminalreporter")
        if terminal:
            terminal._report_keyboardinterrupt = lambda: None  # it would name a file of Python's own

    def pytest_sessionfinish(self, session, exitstatus):
        """What is not written yet is not all right."""
        kinds = {verdict.kind for verdict in self.verdicts.values() if verdict.tests}
        empty = exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED
        if empty or (exitstatus == pytest.ExitCode.OK and kinds - {"passed"}):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self):
        """Counts, and what to hand in where all is right."""
        verdicts = [verdict for verdict in self.verdicts.values() if verdict.tests]
        if not verdicts:
            return
        if any(test.kind == "undefined" for verdict in verdicts for test in verdict.tests):
            broken = any(loaded.problems for loaded in self.loaded.values())
            self._write(self._say("mend_first" if broken else "check_the_name"), "red")
        if {verdict.kind for verdict in verdicts} == {"passed"}:
            names = ", ".join(loaded.path.name for loaded in self.loaded.values())
            self._write(self.teller.summary(verdicts), "green")
            if not any("::" in each for each in self.config.args):  # not just some of its tests
                self._write(self._say("hand_in", names), "green")
        else:
            self._write(self.teller.summary(verdicts), "bold")

    def _task(self, item):
        """Path and task of a test; where no release says it, the test stands for itself."""
        name = getattr(item, "originalname", item.name)
        return str(item.path), self.tasks[str(item.path)].get(name, name)

    def _order(self, item):
        tasks = list(dict.fromkeys(self.tasks[str(item.path)].values()))
        task = self._task(item)[1]
        return tasks.index(task) if task in tasks else len(tasks)

    def _test(self, item, report, error):
        if report.passed or error is None:
            return Test(item.name, report.outcome)
        if isinstance(error, _calls.NotWritten):
            return Test(item.name, "unwritten", self._say("not_written", _calls.unwritten(error)))
        if isinstance(error, _calls.NotDefined):
            known = self.loaded[str(item.path)].defined
            return Test(item.name, "undefined", self.teller.missing("not_defined", str(error), known))
        if report.skipped:
            return Test(item.name, "skipped")
        return failed_test(
            item.name, self.teller, error, self.recorder.calls, self.compared,
            report.capstdout, str(item.path), self._place,
        )  # fmt: skip

    def _done(self, key, test):
        """Tell a task when the last of its tests has run."""
        verdict = self.verdicts[key]
        verdict.tests.append(test)
        self.left[key] -= 1
        if self.left[key] == 0:
            self._write(self.teller.headline(verdict), LOOKS[verdict.kind])
            for line in self.teller.details(verdict, self.hints[key[0]], self._wrong_below(key)):
                self._write(line)

    def _wrong_below(self, key):
        """What a task's function uses of the other tasks' and has failed."""
        path, task = key
        failed = [
            other.task
            for (where, name), other in self.verdicts.items()
            if where == path and name != task and not self.left[where, name] and other.kind == "failed"
        ]
        return used(getattr(self.loaded[path].module, task, None), failed)

    def _place(self, frame, line):
        """Where a frame of the student's is; empty for all others."""
        for loaded in self.loaded.values():
            cell = loaded.cells.get(frame.f_code.co_filename)
            if cell:
                return self._place_in(cell, line)
        return ""

    def _choice(self, folder, slug, released):
        submission = self.config.getoption("--submission", None)
        if submission is not None:
            return _loader.Choice(submission)
        return _loader.choose(folder, slug, released)

    def _tell_choice(self, choice, copies, right):
        self._write(self._say("checking", choice.path.name), "bold")
        notes = [self._say("copies", path.name, right) for path in copies]
        if choice.unchanged and not notes:
            notes = [self._say("unchanged")]
        if choice.both_changed:
            notes.append(self._say("both_changed"))
        for note in notes:
            self._write("\n".join(folded(note, "", "", self.teller.width)), "yellow")
        self._write("")

    @contextmanager
    def _telling_if_slow(self, what):
        """Who waits for a loop that never ends is told what to do; output that is kept needs no word."""
        timer = threading.Timer(SLOW, self._tell_slow, [what])
        timer.daemon = True
        terminal = self.config.pluginmanager.get_plugin("terminalreporter")
        if terminal and terminal.isatty:
            timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _tell_slow(self, what):
        with self.config.pluginmanager.get_plugin("capturemanager").global_and_fixture_disabled():
            self._write(self._say("slow", what), "yellow")

    def _tell_problems(self, loaded):
        for problem in loaded.problems[:PROBLEMS_TOLD]:
            self._write(self._place_in(problem.cell, problem.line) + _quoted(problem), "red")
            self._write(problem.error, "red")
            nudge = self.teller.nudge(problem.error)
            self._write(f"{nudge}\n" if nudge else "", "red")
        if len(loaded.problems) > PROBLEMS_TOLD:
            self._write(self._say("more", len(loaded.problems) - PROBLEMS_TOLD) + "\n", "red")

    def _place_in(self, cell, line):
        name = Path(cell.file).name
        if cell.number:
            return self._say("cell", name, cell.number, line)
        return self._say("line", name, line)

    def _say(self, key, *args, **words):
        return self.teller.say(key, *args, **words)

    def _write(self, text, *looks):
        terminal = self.config.pluginmanager.get_plugin("terminalreporter")
        if terminal:
            terminal.write_line(text, **dict.fromkeys(looks, True))


class Unreadable(pytest.File):
    """Stands for the tests of a file that cannot be read: there are none."""

    def collect(self):
        """Nothing."""
        return []


def _read(path):
    """What the release wrote down; nothing in the repository itself."""
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _quoted(problem):
    """The line, and a caret below it for a syntax error."""
    text = problem.text.expandtabs(1)
    wide = (unicodedata.east_asian_width(sign) in "WF" for sign in text[: problem.column - 1])
    caret = "".join("  " if each else " " for each in wide) + "^"
    return f"\n    {text}" + (f"\n    {caret}" if problem.column > 0 else "")


def _plainly(error):
    """What a console cannot show, in signs that it can: `-` for a minus sign, else its number."""
    signs = error.object[error.start : error.end]
    plain = unicodedata.normalize("NFKD", signs.translate(PLAIN))
    told = "".join(s if _fits(s, error.encoding) else f"<U+{ord(s):04X}>" for s in plain)
    return told, error.end


PLAIN = str.maketrans({"−": "-", "–": "-", "—": "-", "̂": "^", "̄": "_", "✓": "v", "✗": "x", "…": "..."})


def _fits(sign, encoding):
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
