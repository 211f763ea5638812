"""Names that strangers chose, made fit for comparison."""

import re
import unicodedata
from itertools import permutations

LONGEST_NAME = 4  # words whose order is tried
_GROUP = re.compile(
    r"(?:[^-]*(?:[0-9]|조|반|팀)|[^-]*\b(?:group|team|section|class)\b[^-]*) ?- ?(?=\S)",
    re.IGNORECASE,
)


def folded(name: str) -> str:
    """A name for comparison: "김 민준" and "김민준" are one, as are "Kim" and "KIM"."""
    return unicodedata.normalize("NFC", "".join(name.split()).casefold())


def letters(name: str) -> str:
    """A name's letters and digits alone: "O'Brien, Liam" is obrienliam."""
    return "".join(char for char in folded(name) if char.isalnum())


def plain_letters(name: str) -> str:
    """The same without accents, as Canvas may write them: "Zoë Müller" is zoemuller."""
    apart = unicodedata.normalize("NFD", letters(name))
    bare = "".join(char for char in apart if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", bare)


def words_of(text: str) -> list[str]:
    """The words of a text, without what stands between them."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))


def without_group(name: str) -> str:
    """Moodle puts the group in front of a name: "1조-김민준", "Group A-Minjun Kim"."""
    group = _GROUP.match(name)
    return name[group.end() :] if group else name


def word_orders(name: str) -> list[str]:
    """The letters of a name with its words in every order: Canvas and Google swap them."""
    words = [word for part in re.split(r"[\s,]+", name) if (word := letters(part))]
    if len(words) > LONGEST_NAME:
        return ["".join(words)]
    return ["".join(order) for order in permutations(words)]


def spelt(name: str) -> str:
    """A name as it is spelt, Hangul letter by letter: for telling how near two names are."""
    return unicodedata.normalize("NFD", folded(name))
