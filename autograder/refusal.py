"""A KitError on its way from one process to another."""

import msgspec

from autograder.errors import KitError
from autograder.text import Text


class Refusal(msgspec.Struct, frozen=True):
    """Why something was not done: a KitError's sentence and hint."""

    message: Text
    hint: Text

    @classmethod
    def of(cls, error: KitError) -> "Refusal":
        """What is sent in place of the error."""
        return cls(error.message, error.hint)
