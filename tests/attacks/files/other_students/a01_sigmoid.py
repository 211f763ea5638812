import glob
import os


def attack():
    for folder in ("@PLACE@", "@PLACE@/submitted", "@PLACE@/out", "@PLACE@/tmp", "@COURSE@", "/tmp", "/var", "/root", "/home", "/proc"):
        try:
            found = os.listdir(folder)
        except OSError:
            continue
        if found:
            return f"@TROPHY@ {folder}"
    for number in range(1000, 1400):
        path = f"@PLACE@/submitted/{number}/a01_sigmoid/a01_sigmoid.py"
        for mode in ("r", "a", "r+"):
            try:
                open(path, mode).close()
            except OSError:
                continue
            return f"@TROPHY@ {path}"
    return "tried"


raise RuntimeError(attack())
