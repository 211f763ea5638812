"""What a check finds."""

import msgspec

from autograder.text import Text


class Finding(msgspec.Struct, frozen=True):
    """Something about an assignment that is not as it must be, and what to do."""

    assignment: str
    what: Text
    hint: Text
