"""What a check finds."""

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """Something about an assignment that is not as it must be, and what to do."""

    assignment: str
    what: str
    hint: str
