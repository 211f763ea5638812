from pathlib import Path


def build(folder: Path) -> None:
    text = "# coding: rot13\ndef sigmoid(x):\r    return 0 * x\x0c\0\u2028\u202e\n# %% \x1b[31m\ndef predict(h:\n"
    (folder / "a01_sigmoid.py").write_bytes(text.encode("utf-16"))
