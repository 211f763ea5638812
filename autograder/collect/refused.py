"""How a file that cannot be taken is told: one sentence, then the remedy, in Korean and English."""

from autograder.text import Text, visible

LONGEST = 300


class Refused(Exception):
    """A file, a zip or a student's work that is not taken; `text` is for the instructor."""

    def __init__(self, ko: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(ko, en)


def printable(name: str) -> str:
    """A stranger's file name as it may be shown: it commands no terminal and fills no screen."""
    shown = visible(name)
    half = LONGEST // 2
    return shown if len(shown) <= LONGEST else f"{shown[:half]}…{shown[-half:]}"
