from pathlib import Path


def build(folder: Path) -> None:
    (folder / "a01_sigmoid.py").symlink_to("../../1000/a01_sigmoid/a01_sigmoid.py")
    (folder / "a01_sigmoid.ipynb").symlink_to("../../../course/.course-secret")
