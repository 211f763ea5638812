from pathlib import Path


def build(folder: Path) -> None:
    (folder / "a01_sigmoid.ipynb").write_text('{"cells": ' + "[" * 2_000_000)
