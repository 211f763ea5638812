"""Forks a Python for each order on stdin; each has imported at birth what takes long to import.

Orders are lines of JSON: {"start": program, …} is answered by a pid, {"wait": pid} by an exit
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


def prepare_autograder():
    """Import what a zygote has, and then what the verbs need. Each fork gets a zygote in reserve."""
    sys.path.insert(0, PROJECT)
    from autograder.sandbox import launch, zygote
    from tests.warm.reserve import Reserve

    with warnings.catch_warnings():
        zygote._import_everything(zygote.PRELOADED)  # which takes the project off the path
    from autograder.sandbox.rehearsal import rehearse

    rehearse(dynamo=False)
    modules = set(sys.modules)
    sys.path.insert(0, PROJECT)
    for name in VERBS:
        importlib.import_module(name)
    del sys.path[0]

    def equip():
        launch._interpreter = Reserve(modules, launch._interpreter).start

    return equip


def prepare_pytest():
    """Import pytest and the plugins that it always has."""
    from _pytest.config import default_plugins

    for name in default_plugins:
        importlib.import_module(f"_pytest.{name}")
    return lambda: None


def prepare(program):
    """Import what a program needs; what a fork must do before it is that program."""
    gc.disable()  # all of it stays
    del sys.path[0]  # this folder
    equip = {"autograder": prepare_autograder, "pytest": prepare_pytest}[program]()
    gc.freeze()
    gc.enable()
    return equip


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


def become(order, equip):
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
    equip()
    os.environ.clear()
    os.environ.update(order["environment"])
    tempfile.tempdir = None  # it was looked up for the server
    os.chdir(order["folder"])
    sys.path.insert(0, order["folder"])
    sys.argv[1:] = order["arguments"]


def end(status):
    """End as Python does, but let everything lie: a fork copies what it takes apart."""
    threading._shutdown()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


equip = prepare(sys.argv[1])
order = next_order()
become(order, equip)
try:
    runpy.run_module(order["start"], run_name="__main__", alter_sys=True)
except SystemExit as ending:
    end(ending.code or 0)
end(0)
