"""Lateness, and what it costs: pure rules, told in course.toml.

    [late]
    grace = "30 minutes"     # late by no more than this costs nothing
    penalty = 10             # percent of the full mark, for each day that has begun
    cap = 50                 # percent of the full mark that lateness costs at most

    [extensions.4021]        # a student's id
    a01_sigmoid = "2 days"   # or until when: 2026-12-08T23:59:00

A hand-in is late by the time between the due date, a student's extension added, and its arrival. Within
`grace` that costs nothing. Beyond it every day of 24 hours that has begun since the due date (not since
the grace ended) costs `penalty`, and all of them no more than `cap`. Where an LMS says only that something
was late, one day counts: that much is sure. No mark falls below zero, and the raw mark stays as it is:
the deduction stands beside it.
"""

import math
import re
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from autograder.errors import CourseError
from autograder.text import Text

DAY = timedelta(days=1)
UNITS = {
    "minute": timedelta(minutes=1), "min": timedelta(minutes=1), "분": timedelta(minutes=1),
    "hour": timedelta(hours=1), "h": timedelta(hours=1), "시간": timedelta(hours=1),
    "day": DAY, "일": DAY, "week": 7 * DAY, "주": 7 * DAY,
}  # fmt: skip
DURATION = re.compile(rf"(?P<count>[0-9]+(?:\.[0-9]+)?) ?(?P<unit>{'|'.join(UNITS)})s?")

HOW_LONG = Text(
    '"30 minutes", "2시간", "3일"처럼 쓰세요.', 'Write it like "30 minutes", "2 hours" or "3 days".'
)
UNTIL = Text(
    '"30 minutes", "2시간", "3일"처럼 쓰거나, 언제까지인지 쓰세요: 2026-12-08',
    'Write it like "30 minutes", "2 hours" or "3 days", or until when: 2026-12-08.',
)
PERCENT = Text(
    "만점에 대한 비율(%)을 0부터 100까지의 수로, 따옴표 없이 쓰세요.",
    "Write percent of the full mark, from 0 to 100, without quotes.",
)

Extension = timedelta | datetime


class Policy(msgspec.Struct, frozen=True):
    """What lateness costs; nothing, unless course.toml says otherwise."""

    grace: timedelta = timedelta()
    penalty: float = 0
    cap: float = 100

    def price(self, late: "Late", max_score: float) -> float:
        """What lateness costs in points, be they more than somebody has."""
        days = 1 if late.by is None else math.ceil(late.by / DAY)
        if not late.late or (late.by is not None and late.by <= self.grace):
            return 0.0
        share = min(days * self.penalty, self.cap) / 100
        return round(share * max_score, 2)

    def deduction(self, late: "Late", score: float, max_score: float) -> float:
        """The points that lateness takes from a mark."""
        return min(max(score, 0.0), self.price(late, max_score))


class Late(msgspec.Struct, frozen=True):
    """Whether something was late, by how much where that is known, and the points it costs.

    `deduction` is taken from the mark as it is. `price` is what lateness costs whatever the mark is:
    the gradebook has that, for there a mark may still be raised by hand.
    """

    late: bool = False
    by: timedelta | None = None
    deduction: float = 0.0
    price: float = 0.0

    @property
    def shown(self) -> Text:
        """By how much, in the largest unit that tells it; empty where it is not known."""
        if self.by is None:
            return Text("", "")
        minutes = math.ceil(self.by / timedelta(minutes=1))
        if minutes < 60:
            return Text(f"{minutes}분", f"{minutes} min")
        hours = math.ceil(minutes / 60)
        if hours <= 48:
            return Text(f"{hours}시간", f"{hours} h")
        days = math.ceil(hours / 24)
        return Text(f"{days}일", f"{days} days")


def lateness(handed_in: datetime | None, said: bool | None, due: datetime | None) -> Late:
    """Whether something came late: by its time, else by what its LMS `said`."""
    if handed_in is None:
        return Late(bool(said))
    if due is None or handed_in <= due:
        return Late()
    return Late(True, handed_in - due)


# course.toml


def read_policy(table: dict[str, Any]) -> Policy | None:
    """The table [late]; None where course.toml has none. Raises CourseError."""
    if not table:
        return None
    strangers = sorted(set(table) - set(Policy.__struct_fields__))
    if strangers:
        known = ", ".join(Policy.__struct_fields__)
        raise CourseError(
            Text(
                f"course.toml: [late]에 알 수 없는 {strangers[0]!r} 항목이 있습니다.",
                f"course.toml: [late] has {strangers[0]!r}, which means nothing.",
            ),
            Text(f"쓸 수 있는 항목: {known}", f"It knows: {known}."),
        )
    return Policy(
        read_duration(table.get("grace", "0 minutes"), "[late] grace"),
        _percent(table.get("penalty", 0), "[late] penalty"),
        _percent(table.get("cap", 100), "[late] cap"),
    )


def read_extension(value: Any, where: str) -> Extension:
    """More time, or until when."""
    moment = read_moment(value)
    return read_duration(value, where, UNTIL) if moment is None else moment


def read_duration(value: Any, where: str, hint: Text = HOW_LONG) -> timedelta:
    """ "30 minutes", "2시간", "3 days". Raises CourseError."""
    words = DURATION.fullmatch(value.strip().lower()) if isinstance(value, str) else None
    if words is None:
        raise _no_value(where, value, hint)
    try:
        return float(words["count"]) * UNITS[words["unit"]]
    except OverflowError:
        raise _no_value(where, value, Text("너무 깁니다.", "Nothing lasts that long.")) from None


def read_moment(value: Any) -> datetime | None:
    """A date or time of TOML: a day ends at midnight, without a zone the instructor's own is meant."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time(23, 59, 59))
    if not isinstance(value, datetime):
        return None
    return value if value.tzinfo else value.astimezone()


def _percent(value: Any, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
        raise _no_value(where, value, PERCENT)
    return float(value)


def _no_value(where: str, value: Any, hint: Text) -> CourseError:
    return CourseError(
        Text(
            f"course.toml: {where} 값이 {as_written(value)}입니다.",
            f"course.toml: {where} is {as_written(value)}.",
        ),
        hint,
    )


def as_written(value: Any) -> str:
    """A value of course.toml as it stands there: 12:00:00, not datetime.time(12, 0)."""
    return repr(value) if isinstance(value, str) else str(value)
