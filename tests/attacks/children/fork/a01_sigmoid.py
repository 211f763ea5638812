import os
import time


def attack():
    if os.fork() == 0:
        os.setsid()
        time.sleep(3600)
    return "@TROPHY@ forked"


raise RuntimeError(attack())
