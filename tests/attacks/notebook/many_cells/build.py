import json
from pathlib import Path


def build(folder: Path) -> None:
    cells = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": "1 / 0"}] * 100_000
    (folder / "a01_sigmoid.ipynb").write_text(json.dumps({"cells": cells, "nbformat": 4}))
