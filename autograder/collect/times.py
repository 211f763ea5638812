"""When something was handed in, where no timestamp.txt says so: from a file or a zip's member.

Such a time has no zone: this computer's is meant, which in a container or on a server may be UTC.
"""

import zipfile
from collections.abc import Iterable
from datetime import datetime

from autograder.text import Text

ZONED = {"canvas", "exchange"}  # LMSs that tell no time, or its zone, too
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


def other_zone(dues: Iterable[datetime]) -> Text | None:
    """That a due date is in another zone than this computer's, where times without one are compared."""
    for due in dues:
        theirs, ours = due.isoformat()[-6:], due.astimezone().isoformat()[-6:]
        if theirs != ours:
            return Text(
                f"course.toml의 마감은 {theirs}인데 이 컴퓨터의 시간대는 {ours}입니다. LMS가 알려 준 제출 시각에는"
                f" 시간대가 없어 {ours}로 읽었습니다. 틀렸으면 submitted를 비우고 시간대를 정하여 다시"
                " 모으세요: TZ=Asia/Seoul make collect FROM=…",
                f"course.toml's due date is in {theirs}, this computer's clock in {ours}. The LMS tells"
                f" times without a zone, so they were taken as {ours}. If that is wrong, empty submitted"
                " and collect again with the zone: TZ=Asia/Seoul make collect FROM=…",
            )
    return None
