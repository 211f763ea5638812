"""When something was handed in: from a file, a zip's member, or a timestamp.txt."""

import zipfile
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

# The same name that Submission and nbgrader know; collect stays free of what they import.
TIMESTAMP = "timestamp.txt"
_OLDEST = datetime(1980, 1, 2)


def time_of_file(mtime: float) -> datetime:
    """The time of a file on disk, in the instructor's time zone.

    Whole seconds, as that is what timestamp.txt can give back for a comparison.
    """
    try:
        return datetime.fromtimestamp(int(mtime)).astimezone()
    except (ValueError, OverflowError, OSError):
        return _OLDEST.astimezone()


def time_of_member(info: zipfile.ZipInfo, zip_time: datetime) -> datetime:
    """The time of a zip's member; zips know no zone, so it is taken as the instructor's own.

    Programs that keep no times write the first of January 1980: then the zip's time counts.
    """
    try:
        time = datetime(*info.date_time)
    except ValueError:
        return zip_time
    return zip_time if time < _OLDEST else time.astimezone()


def read_stamp(text: str) -> datetime | None:
    """The time in a timestamp.txt of ours or of nbgrader's, or None.

    "2026-11-24T12:00:00+09:00", "2026-11-24 03:00:00.5 UTC", "2026-11-24 12:00:00 Asia/Seoul"
    """
    try:
        time = _parsed(text.strip()[:100]).replace(microsecond=0)
        if 1980 <= time.year < 2200:
            return time if time.tzinfo else time.astimezone()
    except (ValueError, KeyError, OSError, OverflowError):  # what ZoneInfo answers to bad names
        pass
    return None


def _parsed(text: str) -> datetime:
    moment, _, zone = text.rpartition(" ")
    if not moment or zone[0].isdigit():
        return datetime.fromisoformat(text)
    if zone[0] in "+-":
        return datetime.fromisoformat(moment + zone)
    return datetime.fromisoformat(moment).replace(tzinfo=UTC if zone == "UTC" else ZoneInfo(zone))
