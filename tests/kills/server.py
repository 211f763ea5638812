"""Forks a grader for each order on stdin, torch already imported, and tells how each ended.

Run in a course's folder. Orders are lines of JSON: {"start": options, …} is answered by a pid,
{"wait": pid} by an exit status.
"""

import json
import os
import resource
import signal
import sys

sys.path.insert(0, os.getcwd())  # noqa: PTH109

import autograder.desk
import autograder.judge.work  # noqa: F401
from autograder.cli import main


def grade(options, stdout, stderr, file_limit):
    """Be the grader, in a session of its own."""
    os.setsid()
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.SIG_DFL)  # a shell's background jobs, say, ignore Ctrl-C
    for path, stream in ((stdout, 1), (stderr, 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
    if file_limit is not None:  # to a program it looks like a full disk
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, most))
    sys.argv = ["autograder", "grade", *options]
    main()


for line in sys.stdin:
    order = json.loads(line)
    if "wait" in order:
        _, status = os.waitpid(order["wait"], 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
    elif pid := os.fork():
        print(pid, flush=True)
    else:
        grade(order["start"], order["stdout"], order["stderr"], order["file_limit"])
