"""timestamp.txt: when something was handed in, as nbgrader and we write it."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

TIMESTAMP = "timestamp.txt"
LONGEST = 1000


def stamp_in(folder: Path) -> datetime | None:
    """The time in the folder's timestamp.txt; None where there is none that can be read."""
    path = folder / TIMESTAMP
    if path.is_symlink() or not path.is_file():  # a pipe would be waited for
        return None
    try:
        with path.open("rb") as file:
            return read_stamp(file.read(LONGEST).decode("utf-8", "replace"))
    except OSError:
        return None


def read_stamp(text: str) -> datetime | None:
    """The time in a timestamp.txt, or None. Without a zone UTC is meant, as nbgrader takes it.

    "2026-11-24T12:00:00+09:00", "2026-11-24 03:00:00.5 UTC", "2026-11-24 12:00:00 Asia/Seoul"
    """
    try:
        time = _parsed(text.strip()[:100])
    except (ValueError, KeyError, OSError, OverflowError):  # what ZoneInfo answers to bad names
        return None
    if not 1980 <= time.year < 2200:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _parsed(text: str) -> datetime:
    moment, _, zone = text.rpartition(" ")
    if not moment or zone[0].isdigit():
        return datetime.fromisoformat(text)
    if zone[0] in "+-":
        return datetime.fromisoformat(moment + zone)
    return datetime.fromisoformat(moment).replace(tzinfo=UTC if zone == "UTC" else ZoneInfo(zone))
