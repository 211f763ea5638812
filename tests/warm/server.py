"""Forks a Python for each order on stdin; each has imported at birth what takes seconds to import.

Orders are lines of JSON: {"start": arguments, …} is answered by a pid, {"wait": pid} by an exit
status. A fork behaves as if it had been typed: a session, folder, environment and streams of its own.
"""

import atexit
import gc
import importlib
import json
import os
import resource
import runpy
import signal
import sys
import tempfile
import threading
import warnings
from pathlib import Path

VERBS = """
autograder.cli autograder.desk autograder.check autograder.farm.here autograder.judge.work
autograder.nbgrading.by_hand autograder.nbgrading.gradebook autograder.pages.report autograder.release
rich.progress_bar rich.spinner sqlalchemy.dialects.sqlite typer._adapters
""".split()
PROJECT = str(Path(__file__).resolve().parents[2])
sys.path[0] = PROJECT

from autograder.sandbox import launch, zygote  # noqa: E402
from tests.warm.reserve import Reserve  # noqa: E402


def prepare():
    """Import what a zygote has, and then what the verbs need; tells the modules of a zygote."""
    gc.disable()  # all of it stays
    with warnings.catch_warnings():
        zygote._import_everything(zygote.PRELOADED)  # which takes the project off the path
    from autograder.sandbox.rehearsal import rehearse

    rehearse(dynamo=False)
    modules = set(sys.modules)
    sys.path.insert(0, PROJECT)
    for name in VERBS:
        importlib.import_module(name)
    del sys.path[0]
    gc.freeze()
    gc.enable()
    return modules


def next_order():
    """Serve. It returns in the forks only, each time with the order of one."""
    for line in sys.stdin:
        order = json.loads(line)
        if "wait" in order:
            _, status = os.waitpid(order["wait"], 0)
            print(os.waitstatus_to_exitcode(status), flush=True)
        elif pid := os.fork():
            print(pid, flush=True)
        else:
            return order
    sys.exit()


def become(order, modules):
    """Be what was ordered, up to the first line of its own."""
    os.setsid()
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # as in no shell's background job
    for stream, name in enumerate(("stdin", "stdout", "stderr")):
        os.dup2(os.open(order[name], os.O_RDWR | os.O_CREAT), stream)
    os.closerange(3, 64)
    if order["file_limit"] is not None:  # to a program it looks like a full disk
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["file_limit"], most))
    launch._interpreter = Reserve(modules, launch._interpreter).start
    os.environ.clear()
    os.environ.update(order["environment"])
    tempfile.tempdir = None  # it was looked up for the server
    os.chdir(order["folder"])
    sys.path.insert(0, order["folder"])
    sys.argv[1:] = order["start"]


def end(status):
    """End as Python does, but let everything lie: a fork copies what it takes apart."""
    threading._shutdown()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


modules = prepare()
become(next_order(), modules)
try:
    runpy.run_module("autograder", run_name="__main__", alter_sys=True)
except SystemExit as ending:
    end(ending.code or 0)
end(0)
