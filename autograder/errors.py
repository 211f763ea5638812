"""What can go wrong, as a tree.

    KitError                 something the instructor or author can mend
      CourseError            course.toml, an assignment or a grader is not as it must be
      CollectError           what was handed in cannot be taken
      SandboxUnavailable     this machine cannot isolate student code
        SandboxGone          it could, but the process that guests come from has died
    WireError                a frame from a guest breaks the protocol (never the grader's fault)
    GuestGone                the guest died, or was stopped at a limit

A `KitError` is one sentence that says what and where, and a hint that says what to do, in Korean and
in English.
"""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # `--help` does not wait for it
    from autograder.text import Text


class KitError(Exception):
    """Something the instructor or author can mend: one sentence, then a hint."""

    def __init__(self, message: "Text", hint: "Text") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message.en

    def in_language(self, language: str) -> str:
        """The sentence, and below it what to do."""
        message, hint = self.message.in_language(language), self.hint.in_language(language)
        return f"{message}\n\nhint: {hint}"


class CourseError(KitError):
    """course.toml, an assignment, a solution or a grader is not as it must be."""


class CollectError(KitError):
    """What was handed in cannot be taken."""


class SandboxUnavailable(KitError):
    """This machine cannot isolate student code."""


class SandboxGone(SandboxUnavailable):
    """The process that guests come from has died: what it was asked for is to be asked again."""


class WireError(Exception):
    """A frame from a guest breaks the protocol; the guest is not to be spoken to again."""


Reason = Literal["timeout", "killed", "died"]
"""Why a guest is gone: one of our limits ended it; a SIGKILL that was not ours (the kernel's, short of
memory); anything else, its own doing."""


class GuestGone(Exception):
    """The guest ended before it answered, for this reason."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(detail or reason)
        self.reason = reason
        self.detail = detail
