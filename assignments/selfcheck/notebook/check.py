class _Check:
    """`%%check` runs the tests below it on the functions of this notebook.

    They run in this kernel but in a module of their own: your variables stay what they are.
    """

    class NotWritten(Exception):
        """What `raise NotImplementedError(...)` raises while a function is checked."""

    class NotDefined(Exception):
        """A test called something that this notebook has not defined so far."""

    class NotYet(Exception):
        """Not all passed: Jupyter shows the text, and no traceback."""

        def _render_traceback_(self):
            return str(self).split("\n")

    def __init__(self, slug, says, shared):
        shell = get_ipython()
        self.slug, self.says, self.shared, self.student = slug, says, shared, shell.user_ns
        shell.register_magic_function(self.check, "cell", "check")

    def check(self, line, cell):
        """Run the tests in `cell`, tell each in a line."""
        self.task, self.lines = line.strip(), []
        self.counts = dict.fromkeys(("passed", "failed", "unwritten"), 0)
        self._run(f"{self.shared}\n\n{cell}")
        total = sum(self.counts.values())
        if total and self.counts["passed"] == total:
            print("\n".join([*self.lines, self.says["all_passed"]]))
        else:
            summary = self.says["summary"].format(total=total, **self.counts)
            raise self.NotYet("\n".join([*self.lines, summary]))

    def _run(self, tests):
        import sys
        import tempfile
        import types
        from pathlib import Path

        from IPython.utils.capture import capture_output

        try:
            import pytest
        except ModuleNotFoundError:
            raise self.NotYet(self.says["no_module"].format("pytest")) from None
        module = types.ModuleType(self.slug)
        module.__getattr__ = self._of_student
        quiet = "terminal cacheprovider faulthandler logging warnings unraisableexception threadexception"
        with tempfile.TemporaryDirectory() as folder, capture_output():
            Path(folder, "pytest.ini").touch()  # so that no other configuration is looked for
            self.path = Path(folder).resolve() / f"test_{self.slug}.py"
            self.path.write_text(tests, "utf-8")
            options = ["--import-mode=importlib", "--capture=no", f"--confcutdir={folder}"]
            options += [f"-pno:{plugin}" for plugin in quiet.split()]
            sys.modules[self.slug] = module
            self.student["NotImplementedError"] = self.NotWritten
            try:
                pytest.main([*options, str(self.path)], plugins=[self])
            finally:
                del self.student["NotImplementedError"]
                sys.modules.pop(self.slug, None)
                sys.modules.pop(self.path.stem, None)

    def _of_student(self, name):
        if name in self.student:
            return self.student[name]
        if name.startswith("__"):
            raise AttributeError(name)

        def stand_in(*args, **kwargs):
            raise self.NotDefined(name)

        return stand_in

    def pytest_runtest_makereport(self, item, call):
        """One line per test."""
        if call.excinfo:
            self._tell_why(item.name, call.excinfo.value)
        elif call.when == "call":
            self._tell("passed", item.name)

    def pytest_collectreport(self, report):
        """The tests themselves could not be read: most often a module is not installed."""
        if report.failed:
            self._tell("failed", self.slug, "\n" + str(report.longrepr).strip().split("\n")[-1])

    def pytest_keyboard_interrupt(self):
        """The student stopped it."""
        self._tell("failed", self.says["stopped"])

    def _tell_why(self, name, error):
        import traceback

        frames = list(traceback.walk_tb(error.__traceback__))
        if isinstance(error, self.NotWritten):
            task = str(error) or frames[-1][0].f_code.co_name
            of_another = f"  ({self.says['not_written'].format(task)})"
            self._tell("unwritten", name, of_another if task != self.task else "")
        elif isinstance(error, self.NotDefined):
            self._tell("failed", name, f"  ({self.says['not_defined'].format(error)})")
        else:
            said = "".join(traceback.format_exception_only(type(error), error)).strip()
            places = dict.fromkeys(filter(None, map(self._place, frames)))
            self._tell("failed", name, "\n" + "\n".join([*places, *said.split("\n")[:10]]))

    def _place(self, where):
        """The line of the test, or of your own function; nothing of what lies between."""
        import linecache

        frame, number = where
        code = frame.f_code
        text = linecache.getline(code.co_filename, number).strip()
        if frame.f_globals is self.student:
            return f"{self.says['line'].format(code.co_name, number)}: {text}"
        return text if code.co_filename == str(self.path) else ""

    def _tell(self, kind, name, why=""):
        self.counts[kind] += 1
        self.lines.append(f"{self.says[kind]}  {name}" + why.replace("\n", "\n        "))
