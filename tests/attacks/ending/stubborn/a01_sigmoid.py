import signal

for number in range(1, 64):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64))


def sigmoid(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
