import struct
import zipfile
from io import BytesIO
from pathlib import Path


def build(folder: Path) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a01_sigmoid.py", bytes(17 << 20))
    data = buffer.getvalue()
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    count = 1000
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, (end - start) * count, start, 0)
    (folder / "hw.zip").write_bytes(data[:start] + data[start:end] * count + tail)
