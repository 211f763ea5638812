import zipfile
from pathlib import Path


def build(folder: Path) -> None:
    with zipfile.ZipFile(folder / "hw.zip", "w") as archive:
        for name, target in (("a01_sigmoid.py", "../../course/.course-secret"), ("a01_sigmoid.ipynb", "/etc/passwd")):
            member = zipfile.ZipInfo(name)
            member.external_attr = 0o120777 << 16
            archive.writestr(member, target)
