import os
from pathlib import Path


def build(folder: Path) -> None:
    os.mkfifo(folder / "timestamp.txt")
    os.mkfifo(folder / "a01_sigmoid.ipynb")
    (folder / "a01_sigmoid.py").write_text("def sigmoid(x):\n    return 0 * x\n")
