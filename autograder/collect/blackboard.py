"""What Blackboard writes beside a hand-in: a .txt that says whose it is and when it came.

    Name: Minjun Kim (kim_m)
    Assignment: 과제 1
    Date Submitted: Tuesday, November 24, 2026 12:00:00 PM KST

The .txt is called as the hand-in's files begin, so no student's file can take its place. Further down
stands what the student wrote: only the head of it is read.
"""

import re
from collections.abc import Callable
from datetime import datetime

import msgspec

from autograder.collect.layouts import Handed

IsUser = Callable[[str], bool]

HEAD = 4  # lines
_NAME = re.compile(r"Name:\s*(?P<name>.+?)\s*\((?P<user>[^()]+)\)")
_DATE = re.compile(
    r"Date Submitted:.*?(?P<month>[A-Z][a-z]+) (?P<day>[0-9]{1,2}), (?P<year>[0-9]{4}),? "
    r"(?P<clock>[0-9]{1,2}:[0-9]{2}:[0-9]{2})(?: o'clock)? (?P<half>[AP]M)"
)


def explained(handed: Handed, text: str | None, is_user: IsUser) -> Handed:
    """The hand-in with user, name and time as the .txt says them.

    Without one, the user is whom the roster knows, else what stands behind the last underscore.
    """
    before, time = handed.key, handed.time
    head = "\n".join((text or "").replace("\r", "").split("\n")[:HEAD])
    name = _NAME.search(head)
    if name and (before == name["user"] or before.endswith(f"_{name['user']}")):
        return msgspec.structs.replace(
            handed, key=name["user"], name=name["name"], time=_date(head) or time
        )
    words = before.split("_")
    users = ["_".join(words[start:]) for start in range(len(words))]
    known = [user for user in users if is_user(user)]
    user = known[0] if len(known) == 1 else users[-1]
    return msgspec.structs.replace(handed, key=user, name=user)


def _date(head: str) -> datetime | None:
    """The time in the .txt, whose zone is a name of letters that several zones share: ours is meant."""
    date = _DATE.search(head)
    if date is None:
        return None
    try:
        return datetime.strptime(" ".join(date.groups()), "%B %d %Y %I:%M:%S %p").astimezone()
    except ValueError:
        return None
