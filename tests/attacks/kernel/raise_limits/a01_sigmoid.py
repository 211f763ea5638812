import os
import resource


def attack():
    more = (resource.RLIM_INFINITY,) * 2
    for raised in (
        lambda: resource.setrlimit(resource.RLIMIT_CPU, more),
        lambda: resource.setrlimit(resource.RLIMIT_AS, more),
        lambda: resource.prlimit(int("@PID@"), resource.RLIMIT_CPU, (1, 1)),
        lambda: os.setpriority(os.PRIO_PROCESS, 0, -20),
        lambda: os.nice(-1),
        lambda: os.sched_setaffinity(0, {0}),
        lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)),
    ):
        try:
            raised()
        except (OSError, ValueError):
            continue
        return "@TROPHY@"
    return "tried"


raise RuntimeError(attack())
