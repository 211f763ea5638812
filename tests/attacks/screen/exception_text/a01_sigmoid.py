TEXT = "\x1b[2J\x1b]0;owned\x07<script>alert(1)</script>\u202e\u2066\u200b=HYPERLINK(1)\r\n\x9b31m"


def sigmoid(x):
    return {}[TEXT]


def hypothesis(x, W, b):
    return getattr(x, TEXT)


def predict(h, threshold=0.5):
    return int(TEXT)


raise RuntimeError(TEXT)
