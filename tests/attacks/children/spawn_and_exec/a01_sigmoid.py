import os


def attack():
    for start in (
        lambda: os.posix_spawn("/bin/true", ["true"], {}),
        lambda: os.execv("/bin/true", ["true"]),
        lambda: os.system("true") and 1 / 0,
        lambda: os.popen("true").read(),
    ):
        try:
            start()
        except (OSError, ZeroDivisionError):
            continue
        return "@TROPHY@ started"
    return "tried"


raise RuntimeError(attack())
