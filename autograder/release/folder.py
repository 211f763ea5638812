"""Puts bundles in place: a folder is the old one or the new one, never half of each."""

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory


def write_folders(target: Path, bundles: Mapping[str, Mapping[str, str]]) -> list[Path]:
    """Write all bundles beside their places, then swap each in for what was there."""
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target, prefix=".release-") as staging:
        new, old = Path(staging, "new"), Path(staging, "old")
        old.mkdir()
        for slug, files in bundles.items():
            _write(new / slug, files)
        return [_swap(new / slug, target / slug, old / slug) for slug in bundles]


def _write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8", newline="\n")


def _swap(new: Path, place: Path, old: Path) -> Path:
    """`old` lies in the staging folder, so it goes when that goes."""
    if os.path.lexists(place):
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if os.path.lexists(old):
            old.rename(place)
        raise
    return place
