"""A Python that imports all that a check needs beforehand, then waits to check once.

It speaks with `_watch.py` in lines of JSON. In come first the modules to import, then what to check;
out go the test that it is at (none yet: it is warm) and, at last, how it went. When the other end is
gone this process ends, whatever the student's code is doing.
"""

import gc
import importlib
import io
import json
import os
import sys
import threading
from contextlib import redirect_stderr, redirect_stdout, suppress


def main():
    orders, answers = _private(0, "r"), _private(1, "w")
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        for name in json.loads(orders.readline()):
            with suppress(BaseException):  # a module that only the student's code can import
                importlib.import_module(name)
    gc.freeze()  # what pytest collects at its end is then its own litter only
    _send(answers, {"at": None})
    order = json.loads(orders.readline() or "null")
    if order:
        threading.Thread(target=_end_with, args=[orders], daemon=True).start()
        _send(answers, _check(order, answers))
    os._exit(0)  # threads of the student's must not keep it


def _private(descriptor, mode):
    """A standard stream for us alone: the student's code gets an empty one."""
    private = os.fdopen(os.dup(descriptor), mode, encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, descriptor)
    os.close(nothing)
    return private


def _end_with(orders):
    orders.read()
    os._exit(1)


def _send(answers, message):
    print(json.dumps(message), file=answers, flush=True)


def _check(order, answers):
    os.environ["COLUMNS"] = str(order["columns"])
    known, watcher, screen = set(sys.modules), Recorder(answers), io.StringIO()
    with redirect_stdout(screen), redirect_stderr(screen):
        import pytest

        status = pytest.main([*order["tests"], f"--color={order['color']}"], plugins=[watcher])
    imported = [name for name in sys.modules if name not in known and _is_installed(name)]
    return {
        "status": int(status),
        "screen": screen.getvalue(),
        "tests": watcher.tests,
        "modules": imported,
    }


def _is_installed(name):
    """Whether another process can import it, and always the same."""
    spec = getattr(sys.modules[name], "__spec__", None)
    origin = getattr(spec, "origin", None)
    return spec is not None and spec.name == name and not str(origin).startswith(os.getcwd())


class Recorder:
    """What became of each test, for all its parameters together."""

    def __init__(self, answers):
        self.answers = answers
        self.tests = {}

    def pytest_runtest_logstart(self, nodeid):
        """Who stops a loop that never ends is told where it was."""
        _send(self.answers, {"at": _name(nodeid)})

    def pytest_runtest_logreport(self, report):
        """The worst of it."""
        if report.when == "call" or not report.passed:
            kinds = ("passed", "skipped", "failed")
            now = self.tests.get(_name(report.nodeid), "passed")
            self.tests[_name(report.nodeid)] = max(now, report.outcome, key=kinds.index)


def _name(nodeid):
    return nodeid.split("::", 1)[-1].split("[", 1)[0]


if __name__ == "__main__":
    main()
