import atexit
import contextlib
import threading


def leave():
    open("/tmp/@TROPHY@-atexit", "w").close()


atexit.register(leave)
threading._register_atexit(leave)


def sigmoid(x):
    with contextlib.suppress(OSError):
        leave()
    raise SystemExit
