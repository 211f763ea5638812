import zipfile
from pathlib import Path

WORK = "def sigmoid(x):\n    return 0 * x\n"


def build(folder: Path) -> None:
    with zipfile.ZipFile(folder / "hw.zip", "w") as archive:
        for name in ("../../a01_sigmoid.py", "/tmp/attack-was-here.py", "..\\..\\a01_sigmoid.py", "C:\\a01_sigmoid.py"):
            archive.writestr(name, WORK)
