"""Names that strangers chose, made fit for a disk and for comparison."""

import hashlib
import re
import unicodedata
from itertools import permutations

LONGEST = 100  # characters
LONGEST_NAME = 4  # words whose order is tried
_GROUP = re.compile(
    r"(?:[^-]*(?:[0-9]|조|반|팀)|[^-]*\b(?:group|team|section|class)\b[^-]*) ?- ?(?=\S)",
    re.IGNORECASE,
)
_LONGEST_BYTES = 200  # file systems count bytes, and Hangul takes three


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


def safe_name(name: str, apart_from: str | None = None) -> str:
    """A name that stays in its folder: Hangul, spaces, commas and parentheses are kept.

    Where something had to go, a digest of the whole name keeps two people apart whose names are
    the same without it. `apart_from` asks for a digest too: of it and the name.
    """
    whole = unicodedata.normalize("NFC", name)
    kept = "".join(
        "_" if char in "/\\" else char for char in whole if unicodedata.category(char)[0] != "C"
    )
    tidy = " ".join(kept.split()).lstrip(". ")
    if tidy == " ".join(whole.split()) == _shortened(tidy, 0) and apart_from is None:
        return tidy
    digest = hashlib.sha256(f"{apart_from}|{whole}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"{_shortened(tidy, 9)}-{digest[:8]}".lstrip("-")


def _shortened(name: str, room: int) -> str:
    """The name with `room` characters to spare."""
    name = name[: LONGEST - room]
    return name.encode()[: _LONGEST_BYTES - room].decode("utf-8", "ignore").strip()
