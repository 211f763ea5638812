import os
from pathlib import Path


def build(folder: Path) -> None:
    (folder / "a01_sigmoid.py").touch()
    os.truncate(folder / "a01_sigmoid.py", 1 << 40)
