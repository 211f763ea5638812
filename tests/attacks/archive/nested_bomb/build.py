import zipfile
from io import BytesIO
from pathlib import Path


def zipped(name: str, data: bytes, count: int) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(f"{number}{name}", data)
    return buffer.getvalue()


def build(folder: Path) -> None:
    data = zipped("/a01_sigmoid.py", b"x = 1\n", 1)
    for _ in range(5):
        data = zipped(".zip", data, 10)
    (folder / "hw.zip").write_bytes(data)
