import os
import sysconfig

import matplotlib
import torch

PATHS = sysconfig.get_paths()
NAME = "@TROPHY@.pth"


def attack():
    folders = (
        PATHS["purelib"], PATHS["stdlib"], f"{PATHS['stdlib']}/__pycache__", os.path.dirname(torch.__file__),
        os.path.dirname(matplotlib.__file__), "@PLACE@", "@PLACE@/home", "@PLACE@/tmp", "@COURSE@",
        "@COURSE@/autograder/__pycache__", "@PLACE@/submitted", "@PLACE@/out", "/tmp", "/var/tmp", "/dev/shm",
        "/run", "/etc", "/", "/root", "/usr/lib", "..", "../..",
    )  # fmt: skip
    for folder in folders:
        try:
            open(f"{folder}/{NAME}", "w").close()
        except OSError:
            continue
        return f"@TROPHY@ {folder}"
    for path in (torch.__file__, os.__file__, matplotlib.matplotlib_fname()):
        try:
            open(path, "a").close()
        except OSError:
            continue
        return f"@TROPHY@ {path}"
    return "tried"


raise RuntimeError(attack())
