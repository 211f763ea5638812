import os
from pathlib import Path


def build(folder: Path) -> None:
    os.mkfifo(folder / "a01_sigmoid.py")
    (folder / "a01_sigmoid.ipynb").symlink_to("/dev/zero")
    os.mkfifo(folder / "timestamp.txt")
