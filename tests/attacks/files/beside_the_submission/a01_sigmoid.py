import os


def attack():
    return f"@TROPHY@ {os.listdir('.')}" if os.listdir(".") else "tried"


raise RuntimeError(attack())
