from pathlib import Path


def build(folder: Path) -> None:
    (folder / "timestamp.txt").symlink_to("/dev/zero")
    (folder / "a01_sigmoid.py").write_text("def sigmoid(x):\n    return 0 * x\n")
