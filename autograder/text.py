"""What is told to people: sentences in Korean and English. Foreign text: read, made fit to be shown, or a name."""

import hashlib
import os
import re
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress

import msgspec

LANGUAGES = ("ko", "en")  # the first is that of a course which does not say
MAX_MESSAGE = 160
MAX_NAME = 100  # characters
MAX_NAME_BYTES = 200  # file systems count bytes, and Hangul takes three


class Text(msgspec.Struct, frozen=True):
    """One sentence in Korean and in English."""

    ko: str
    en: str

    def in_language(self, language: str) -> str:
        """The sentence in `language`, "ko" or "en"."""
        return self.ko if language == "ko" else self.en

    def __add__(self, other: "Text") -> "Text":
        """One after the other."""
        return Text(f"{self.ko} {other.ko}", f"{self.en} {other.en}")


def language_around() -> str:
    """The language of the terminal, for want of a course's: Korean where it is set to that."""
    settings = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "ko" if next(filter(None, settings), "").startswith("ko") else "en"


def verbatim(foreign: object) -> Text:
    """What a library or the system says: as it is, in either language."""
    return Text(str(foreign), str(foreign))


def unreadable(place: object, why: object) -> Text:
    """That a file cannot be read, and what the system says to that."""
    return Text(f"{place}: 읽을 수 없습니다. ({why})", f"{place} cannot be read ({why}).")


def unwritable(place: object, why: object) -> Text:
    """That a file or folder cannot be written, and what the system says to that."""
    return Text(f"{place}: 쓸 수 없습니다. ({why})", f"{place} cannot be written ({why}).")


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8 with or without its mark, or what Windows saves in its place.

    That is UTF-16 with its mark, CP949 in Korea, CP1252 in the West. Raises UnicodeDecodeError.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16")
    for encoding in ("utf-8-sig", "cp949"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return data.decode("cp1252")


def visible(text: str) -> str:
    """A stranger's text, with a � for each control and invisible character: it steers no terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def without_surrogates(text: str) -> str:
    """A stranger's text as UTF-8 can hold it: with a ? for each lone surrogate."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def plain(text: str, limit: int = MAX_MESSAGE) -> str:
    """Foreign text fit for a page and a terminal: one line, no control or direction characters."""
    line = re.sub(r"\s+", " ", text[: 20 * limit]).strip()
    kept = "".join(c for c in line if c.isprintable() and not "\u202a" <= c <= "\u2069")
    return kept if len(kept) <= limit else kept[: limit - 1] + "…"


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
    name = name[: MAX_NAME - room]
    return name.encode()[: MAX_NAME_BYTES - room].decode("utf-8", "ignore").strip()
