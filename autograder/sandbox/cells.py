"""What is loaded into a guest, and what is told of it: plain data on both sides of the wire."""

from enum import IntEnum

import msgspec

MOST_PROBLEMS = 100  # of one submission; nobody reads more


class Effort(IntEnum):
    """How much of a cell is run; a cell that took its guest down is tried again with less.

    With NOTHING it is not even read.
    """

    EVERYTHING = 0
    NO_DEMOS = 1
    DEFINITIONS = 2
    NOTHING = 3


class Cell(msgspec.Struct, frozen=True):
    """A code cell: its name in the student's own words, its text, the line its text starts on."""

    name: str
    source: str
    first_line: int = 1
    effort: int = Effort.EVERYTHING


class Problem(msgspec.Struct, frozen=True):
    """What went wrong in a cell, `kind` by kind.

    "syntax"       Python cannot read it; `text` and `column` show the line
    "raised"       a statement raised `error`
    "interrupted"  a statement ran out of its time
    "killed"       running the cell ended the guest
    "late"         a definition lacked a name (`message`) and ran once a later cell had brought it

    `defines` are the functions and classes that are not defined because of it.
    """

    kind: str
    cell: str
    line: int
    error: str
    message: str
    text: str = ""
    column: int = 0
    defines: tuple[str, ...] = ()
