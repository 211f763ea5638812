"""`%%check` runs the tests below it on the functions of this notebook.

They run in this kernel but in a module of their own: your variables stay what they are.
"""

import functools
import io
import linecache
import sys
import tempfile
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

import _calls
from _verdict import Teller, Test, Verdict, failed_test, used
from IPython.utils.capture import capture_output

QUIET = "terminal cacheprovider faulthandler logging warnings unraisableexception threadexception"


class NotYet(Exception):
    """Not all passed: Jupyter shows the text, and no traceback."""

    def _render_traceback_(self):
        return str(self).split("\n")


class Check:
    """The cell magic."""

    def __init__(self, shell, slug, language, shared, hints):
        self.slug, self.shared, self.student = slug, shared, shell.user_ns
        self.teller, self.hints = Teller(language), _calls.unpacked(hints)
        self.recorder = _calls.Recorder()
        self.printed, self.compared = io.StringIO(), None
        self.wrong = {}  # the tasks that failed when they were last checked, in order
        shell.register_magic_function(self.check, "cell", "check")

    def check(self, line, cell):
        """Run the tests in `cell`, tell the task's verdict."""
        self.verdict, self.trouble = Verdict(line.strip()), []
        self._run(f"{self.shared}\n\n{cell}")
        lines = list(self.trouble)
        if self.verdict.tests:
            lines.append(self.teller.headline(self.verdict))
            lines += self.teller.details(self.verdict, self.hints, self._wrong_below())
        if self.trouble or self.verdict.kind != "passed":
            raise NotYet("\n".join(lines).rstrip())
        print("\n".join([*lines, self.teller.summary([self.verdict])]))

    def _wrong_below(self):
        """What the task's function uses of the other tasks' and has failed."""
        task = self.verdict.task
        self.wrong.pop(task, None)
        below = used(self.student.get(task), self.wrong)
        if self.verdict.kind == "failed":
            self.wrong[task] = True
        return below

    def _run(self, tests):
        try:
            import pytest
        except ModuleNotFoundError:
            raise NotYet(self.teller.say("no_module_here", "pytest")) from None
        with tempfile.TemporaryDirectory() as folder, capture_output(), self._borrowed():
            Path(folder, "pytest.ini").touch()  # so that no other configuration is looked for
            self.path = Path(folder).resolve() / f"test_{self.slug}.py"
            self.path.write_text(tests, "utf-8")
            linecache.checkcache(str(self.path))
            options = ["--import-mode=importlib", "--capture=no", f"--confcutdir={folder}"]
            options += [f"-pno:{plugin}" for plugin in QUIET.split()]
            sys.modules[self.slug] = self.recorder.stand_for(self.slug, self._find)
            try:
                with _calls.as_at_first():
                    pytest.main([*options, str(self.path)], plugins=[self])
            finally:
                sys.modules.pop(self.slug, None)
                sys.modules.pop(self.path.stem, None)
                self.recorder.forget_classes()

    @contextmanager
    def _borrowed(self):
        """What names mean while functions are checked: exit() would end the kernel."""
        borrowed = {
            "NotImplementedError": _calls.NotWritten,
            "input": _calls.ask,
            "exit": sys.exit,
            "quit": sys.exit,
        }
        before = {name: self.student[name] for name in borrowed if name in self.student}
        self.student.update(borrowed)
        try:
            yield
        finally:
            for name in borrowed:
                del self.student[name]
            self.student.update(before)

    def _find(self, name):
        if name in self.student:
            return self.student[name]
        if name.startswith("__"):
            raise AttributeError(name)

        def stand_in(*args, **kwargs):
            raise _calls.NotDefined(name)

        return stand_in

    def pytest_runtest_setup(self, item):
        """Keep what the test asks, and what is printed."""
        test = item.obj

        @functools.wraps(test)
        def watched(*args, **kwargs):
            self.printed, self.compared = io.StringIO(), None
            with self.recorder.watching(test), redirect_stdout(self.printed):
                test(*args, **kwargs)

        item.obj = watched

    def pytest_assertrepr_compare(self, op, left, right):
        """Keep what a failing comparison compares."""
        self.compared = op, left, right

    def pytest_runtest_makereport(self, item, call):
        """How each test went."""
        if call.excinfo or call.when == "call":
            error = call.excinfo and call.excinfo.value
            self.verdict.tests.append(self._test(item.name, error))

    def _test(self, name, error):
        if error is None:
            return Test(name, "passed")
        if isinstance(error, _calls.NotWritten):
            why = self.teller.say("not_written", _calls.unwritten(error))
            return Test(name, "unwritten", why)
        if isinstance(error, _calls.NotDefined):
            known = [n for n, v in self.student.items() if callable(v) and n[0] != "_"]
            why = self.teller.missing("not_in_notebook", str(error), known)
            return Test(name, "undefined", why)
        return failed_test(
            name, self.teller, error, self.recorder.calls, self.compared,
            self.printed.getvalue(), str(self.path), self._place,
        )  # fmt: skip

    def pytest_collectreport(self, report):
        """The tests themselves could not be read: most often a module is not installed."""
        if report.failed:
            self.trouble += str(report.longrepr).strip().split("\n")[-1:]

    def pytest_keyboard_interrupt(self):
        """The student stopped it."""
        self.trouble.append(self.teller.say("stopped"))

    def _place(self, frame, line):
        """The function and line of a frame of the student's; empty for all others."""
        if frame.f_globals is self.student:
            return self.teller.say("line", frame.f_code.co_name, line)
        return ""
