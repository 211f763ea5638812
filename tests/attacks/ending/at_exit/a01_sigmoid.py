import atexit
import threading


def leave():
    open("/tmp/@TROPHY@-atexit", "w").close()


atexit.register(leave)
threading._register_atexit(leave)


def sigmoid(x):
    leave()
