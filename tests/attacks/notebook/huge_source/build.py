from pathlib import Path


def build(folder: Path) -> None:
    (folder / "a01_sigmoid.py").write_text("x = " + "(" * 1_000_000 + "\n" + "x = -" + "-" * 10_000_000 + "1\n")
