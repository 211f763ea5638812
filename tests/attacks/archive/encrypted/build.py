import zipfile
from io import BytesIO
from pathlib import Path


def build(folder: Path) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a01_sigmoid.py", "def sigmoid(x):\n    return 0 * x\n")
    data = bytearray(buffer.getvalue())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (folder / "hw.zip").write_bytes(data)
