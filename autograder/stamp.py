"""What lies beside a hand-in: when it came (timestamp.txt), and what returns a page to it.

Where an LMS tells no time but whether it came late, late.txt says so in timestamp.txt's place.

lms.txt has the LMS, and below it the name that the LMS gave the hand-in: Moodle's and Canvas's uploads
find the student by it.

nbgrader's exchange gives each hand-in a secret. It names the returned page after it, so that only
who handed in can find it.
"""

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from autograder.files import open_regular, write_atomically

TIMESTAMP = "timestamp.txt"
SECRET = "submission_secret.txt"
LATE = "late.txt"
LMS = "lms.txt"
BESIDE = (TIMESTAMP, SECRET, LATE, LMS)
LONGEST = 1000


def stamp_in(folder: Path) -> datetime | None:
    """The time in the folder's timestamp.txt; None where there is none that can be read."""
    text = _text_in(folder, TIMESTAMP)
    return None if text is None else read_stamp(text)


def late_in(folder: Path) -> bool | None:
    """Whether the LMS said that it came late; None where it did not say."""
    return read_late(_text_in(folder, LATE) or "")


def read_late(text: str) -> bool | None:
    """What a late.txt says: yes, no, or nothing that can be read."""
    return {"yes": True, "no": False}.get(text.strip().lower())


def secret_in(folder: Path) -> str | None:
    """The folder's secret; None where there is none."""
    return read_secret(_text_in(folder, SECRET) or "")


def read_secret(text: str) -> str | None:
    """The secret in a submission_secret.txt; None where it is nothing that nbgrader writes."""
    return text if re.fullmatch("[!-~]{16,500}", text) else None


def lms_in(folder: Path) -> tuple[str, str]:
    """The LMS that a hand-in came from, and its name there; two empty texts where that is not known."""
    return read_lms(_text_in(folder, LMS) or "") or ("", "")


def read_lms(text: str) -> tuple[str, str] | None:
    """What an lms.txt says, where it can be part of a path."""
    lms, _, name = text.strip("\n").partition("\n")
    return (lms, name) if lms and re.fullmatch(r"[^/\\\0\n\r]+", name) else None


def lay_beside(place: Path, handed_in: datetime | None, secret: str | None) -> None:
    """Lay time and secret beside what is to be returned, where both are known."""
    stamp = None if handed_in is None else f"{handed_in.isoformat()}\n"
    texts = {TIMESTAMP: stamp, SECRET: None if handed_in is None else secret}
    for name, text in texts.items():
        if text is None:
            (place / name).unlink(missing_ok=True)
        elif text != _text_in(place, name):
            write_atomically(place / name, text.encode(), durable=False)


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


def _text_in(folder: Path, name: str) -> str | None:
    """A small file's text; None where there is none. A class has tens of thousands of these to look for."""
    try:
        file = open_regular(f"{folder}/{name}")
    except OSError:
        return None
    try:
        return os.read(file, LONGEST).decode("utf-8", "replace")
    finally:
        os.close(file)
