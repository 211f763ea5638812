"""The attacks: one folder each, `<class>/<name>/`, with its goal in one line and what is handed in."""

import importlib.util
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote_to_bytes

import msgspec

FOLDER = Path(__file__).resolve().parent
OURS = ("goal.txt", "attack.toml", "build.py", "__pycache__")  # all else in a folder is handed in


class Orders(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What attack.toml may say; without one an attack is a01_sigmoid's and deserves nothing.

    `deserves` are the items that are honestly solved beside the attack. `outcome` and `says` are the
    signs that it was tried and met what it should meet: an outcome of one of its items, a part of the
    notes. `costly` is what burns CPU or waits for a limit. `collected` hands it in through an LMS's
    folder; `known` says why it wins all the same; `student` is a hostile name, its bytes
    percent-encoded, around the student's number.
    """

    assignment: str = "a01_sigmoid"
    deserves: list[str] = []
    outcome: str = ""
    says: str = ""
    costly: bool = False
    collected: bool = False
    known: str = ""
    student: str = "{}"


class Attack(msgspec.Struct, frozen=True):
    """One attack: its name is its folder's place, its goal is what must not happen."""

    name: str
    goal: str
    orders: Orders
    folder: Path

    def student(self, number: int) -> str:
        """Who hands it in."""
        return os.fsdecode(unquote_to_bytes(self.orders.student)).format(number)

    def hand_in(self, folder: Path, words: Mapping[str, str]) -> None:
        """Put what is handed in into `folder`; `words` stand for what only the run knows."""
        folder.mkdir(parents=True)
        for path in sorted(self.folder.iterdir()):
            if path.name not in OURS:
                text = _spoken(path.read_text("utf-8"), words)
                (folder / path.name).write_text(text, "utf-8")
        if (self.folder / "build.py").is_file():
            _module(self.folder / "build.py").build(folder)


def read_corpus() -> list[Attack]:
    """All attacks, by name; a folder without its goal.txt is an error, not an attack less."""
    folders = (path for path in FOLDER.glob("*/*") if path.is_dir())
    return [_read(folder) for folder in sorted(folders) if folder.name not in OURS]


def _read(folder: Path) -> Attack:
    orders = folder / "attack.toml"
    told = tomllib.loads(orders.read_text("utf-8")) if orders.is_file() else {}
    return Attack(
        str(folder.relative_to(FOLDER)),
        (folder / "goal.txt").read_text("utf-8").strip(),
        msgspec.convert(told, Orders),
        folder,
    )


def _spoken(text: str, words: Mapping[str, str]) -> str:
    for word, meaning in words.items():
        text = text.replace(f"@{word}@", meaning)
    return text


def _module(path: Path):
    spec = importlib.util.spec_from_file_location(f"attack_{path.parent.name}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
