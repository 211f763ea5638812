import warnings
import zipfile
from pathlib import Path

WORK = "def sigmoid(x):\n    return 0 * x\n"


def build(folder: Path) -> None:
    with zipfile.ZipFile(folder / "hw.zip", "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in ("a01_sigmoid.py", "a01_sigmoid.py", "A01_SIGMOID.PY", "a01_sigmoid.py ", "가/a01_sigmoid.py", "\u1100\u1161/a01_sigmoid.py"):
            archive.writestr(name, WORK)
