"""When something was handed in, where no timestamp.txt says so: from a file or a zip's member."""

import zipfile
from datetime import datetime

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
