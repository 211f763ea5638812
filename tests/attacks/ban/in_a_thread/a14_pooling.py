import threading

from torch.nn import functional as F


def elsewhere(function, *args):
    out = []
    thread = threading.Thread(target=lambda: out.append(function(*args)))
    thread.start()
    thread.join()
    return out[0]


def max_pool2d(x, kernel, stride=None, padding=0):
    return elsewhere(F.max_pool2d, x, kernel, stride, padding)


def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    return elsewhere(F.avg_pool2d, x, kernel, stride, padding, False, count_include_pad)
