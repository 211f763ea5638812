import zipfile
from pathlib import Path

WORK = "def sigmoid(x):\n    return 0 * x\n"


def build(folder: Path) -> None:
    with zipfile.ZipFile(folder / "hw.zip", "w") as archive:
        for number in range(1000, 1500):
            archive.writestr(f"student {number}_{number}_assignsubmission_file_/a01_sigmoid.py", WORK)
            archive.writestr(f"{number}/a01_sigmoid/a01_sigmoid.py", WORK)
    own = folder / "student 1000_1000_assignsubmission_file_"
    own.mkdir()
    (own / "a01_sigmoid.py").write_text(WORK)
