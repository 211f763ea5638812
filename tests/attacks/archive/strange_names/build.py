import zipfile
from pathlib import Path

WORK = "def sigmoid(x):\n    return 0 * x\n"
NAMES = (
    "a01_sigmoid\0.png.py", "\x1b[2Ja01_sigmoid.py", "\u202eyp.diomgis_10a", "CON/a01_sigmoid.py",
    "a" * 60_000 + "/a01_sigmoid.py", "a01_sigmoid" + "b" * 300 + ".py", "=1+1/a01_sigmoid.py", ".",
)  # fmt: skip


def build(folder: Path) -> None:
    with zipfile.ZipFile(folder / "hw.zip", "w") as archive:
        for name in NAMES:
            member = zipfile.ZipInfo("x")
            member.filename = name
            archive.writestr(member, WORK)
