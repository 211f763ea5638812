from pathlib import Path


def build(folder: Path) -> None:
    (folder / "hw.zip").write_bytes(b"PK\x05\x06" + b"\xff" * 18)
    (folder / "hw2.zip").write_bytes(b"PK\x03\x04" * 10_000)
    (folder / "hw.tar.gz").write_bytes(b"\x1f\x8b" + bytes(100))
    (folder / "hw.rar").write_bytes(b"Rar!\x1a\x07\0")
