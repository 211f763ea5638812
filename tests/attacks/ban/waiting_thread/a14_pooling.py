from concurrent.futures import ThreadPoolExecutor

from torch.nn import functional as F

workers = ThreadPoolExecutor(1)
workers.submit(int).result()


def max_pool2d(x, kernel, stride=None, padding=0):
    return workers.submit(F.max_pool2d, x, kernel, stride, padding).result()


def avg_pool2d(x, kernel, stride=None, padding=0, count_include_pad=True):
    return workers.submit(F.avg_pool2d, x, kernel, stride, padding, False, count_include_pad).result()
