"""What lies in a source: the files of a folder or a zip, one at a time, every size bounded.

Members of zips are read into memory, never extracted, so no name of theirs is ever a path. What
cannot be read is yielded as a sentence in the file's place; the walk goes on.
"""

import io
import os
import re
import stat
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

import msgspec

from autograder.collect.refused import (
    Refused,
    damaged,
    encrypted,
    no_work,
    not_readable,
    oddly_compressed,
    other_archive,
    printable,
    too_large,
    too_much,
)
from autograder.collect.times import time_of_file, time_of_member
from autograder.errors import CollectError
from autograder.text import Text, unreadable, verbatim

MAX_FILE = 16 << 20
MAX_MEMBERS = 20_000
MAX_TOTAL = 2 << 30
MAX_OWN = 256 << 20  # of a student's own zip, with the zips in it
MAX_NESTED = 2
LONGEST = 1000  # of a member's name with its folders

JUNK = frozenset(
    "__MACOSX .ipynb_checkpoints __pycache__ .git .venv venv site-packages node_modules "
    ".idea .vscode .mypy_cache .pytest_cache .ruff_cache".split()
)
# bz2 and LZMA inflate without a bound in zipfile, and no LMS writes them
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OTHER_ARCHIVES = (
    ".7z", ".rar", ".egg", ".alz", ".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst",
)  # fmt: skip
# how they begin, whatever they are called
_OTHER_SIGNS = (
    b"7z\xbc\xaf",
    b"Rar!",
    b"EGGA",
    b"ALZ\x01",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"(\xb5/\xfd",
)
_HANGUL = re.compile("[가-힣\u1100-\u11ff]")

Parts = tuple[str, ...]
Wanted = Callable[[Parts], bool]


class Found(msgspec.Struct, frozen=True):
    """A file of a source: the names that lead to it, its bytes and its time.

    `zips` tells which of the parts are zips inside the source, outermost first, and their times.
    """

    parts: Parts
    origin: str
    data: bytes
    time: datetime
    zips: tuple[tuple[int, datetime], ...] = ()


class Unread(msgspec.Struct, frozen=True):
    """What is not read, and why: the names that lead to it, as far as they can be told.

    `idle` where it is an archive with no work in it, or `passed_over` where it is of another kind than
    work: that matters to who handed in nothing else.
    """

    parts: Parts
    text: Text
    idle: bool = False
    passed_over: bool = False


class _Place(msgspec.Struct, frozen=True):
    """Where the walk is: a folder, a file, or a zip with its time."""

    parts: Parts
    origin: str
    time: datetime
    zips: tuple[tuple[int, datetime], ...] = ()
    nested: int = 0

    def inside(self, names: Parts, time: datetime) -> "_Place":
        return _Place(
            self.parts + names,
            printable("/".join((self.origin, *names))),
            time,
            self.zips,
            self.nested,
        )

    def opened(self, nested: int) -> "_Place":
        """The place as a zip: a folder of its name, without the ending."""
        *outer, name = self.parts
        zips = (*self.zips, (len(outer), self.time))
        return _Place((*outer, Path(name).stem), self.origin, self.time, zips, nested)


class _Overflow(Exception):
    """A zip holds more than is read of one zip; it ends there."""


class _Tally:
    """What a source or a student's zip has brought so far, the zips inside it included."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.members = 0
        self.size = 0

    def add(self, members: int = 0, size: int = 0) -> None:
        self.members += members
        self.size += size
        if self.members > MAX_MEMBERS or self.size > self.most:
            raise _Overflow


def check_source(source: Path) -> None:
    """Raise CollectError unless `source` is a folder, a zip, or at least begins like one."""
    if not source.exists():
        raise CollectError(
            Text(f"{source}: 그런 파일이나 폴더가 없습니다.", f"{source} does not exist."),
            _near(source),
        )
    if not source.is_dir():
        begin = _beginning(source)
        if not begin.startswith(b"PK"):
            raise _no_zip(source, begin)


def _near(source: Path) -> Text:
    """What may be meant by a source that is not there."""
    beside: list[str] = []
    with suppress(OSError):
        beside += (path.name for path in source.parent.iterdir())
    for name in get_close_matches(source.name, beside, 1):
        near = source.parent / printable(name)
        return Text(f"혹시 {near}인가요?", f"Did you mean {near}?")
    return Text("LMS에서 받은 폴더나 zip을 지정하세요.", "Give the folder or zip of the LMS.")


def _beginning(source: Path) -> bytes:
    try:
        with source.open("rb") as file:
            return file.read(100)
    except OSError as error:
        raise CollectError(
            unreadable(source, error.strerror),
            Text("권한을 확인하세요.", "Check its permissions."),
        ) from None


def _no_zip(source: Path, begin: bytes) -> CollectError:
    if begin.lstrip()[:1] == b"<":
        return CollectError(
            Text(
                f"{source} 파일이 zip이 아니라 웹 페이지입니다.",
                f"{source} is a web page, not a zip.",
            ),
            Text(
                "LMS가 로그인을 요구했을 수 있습니다. 브라우저에서 다시 내려받으세요.",
                "The LMS may have asked for a login. Download it again in the browser.",
            ),
        )
    return CollectError(
        Text(f"{source}: 폴더도 zip도 아닙니다.", f"{source} is neither a folder nor a zip."),
        Text(
            "LMS에서 받은 zip 그대로나 그 압축을 푼 폴더를 지정하세요.",
            "Give the zip as the LMS made it, or the folder it was unpacked to.",
        ),
    )


def find_files(source: Path, wanted: Wanted) -> Iterator[Found | Unread]:
    """The files of `source` that are wanted, in the order of their names, or why one is not read.

    `wanted` is asked with the names that lead to a file.
    """
    place = _Place((), printable(source.name or str(source)), time_of_file(source.stat().st_mtime))
    return _in_folder(source, place, wanted) if source.is_dir() else _in_zip(source, place, wanted)


def is_zip(name: str) -> bool:
    """Whether a file is opened as a zip."""
    return name.lower().endswith(".zip")


def is_archive(name: str) -> bool:
    """Whether a file is an archive, be it one that is not opened here."""
    return name.lower().endswith((".zip", *_OTHER_ARCHIVES))


# folders


def _in_folder(root: Path, place: _Place, wanted: Wanted) -> Iterator[Found | Unread]:
    """A loop, not a recursion: a hostile zip, once unpacked, may be deeper than Python's stack."""
    waiting: list[tuple[str, _Place]] = [(str(root), place)]
    while waiting:
        folder, here = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield Unread(here.parts, not_readable(here.origin, verbatim(error.strerror)).text)
            continue
        inner = []
        for entry in entries:
            there = here.inside((_nfc(entry.name),), here.time)
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in JUNK:
                    inner.append((entry.path, there))
                continue
            try:
                yield from _in_entry(entry, there, wanted)
            except Refused as refused:
                yield Unread(there.parts, refused.text)
        waiting.extend(reversed(inner))


def _in_entry(entry: os.DirEntry[str], place: _Place, wanted: Wanted) -> Iterator[Found | Unread]:
    if entry.is_symlink():
        _refuse_link(place, wanted)
    if not wanted(place.parts):
        yield _no_notebook(place)
        return
    _refuse_other_archives(place)
    try:
        time = time_of_file(entry.stat(follow_symlinks=False).st_mtime)
        if not entry.is_file(follow_symlinks=False):  # a pipe would keep us waiting
            raise not_readable(place.origin, Text("일반 파일이 아님", "not a regular file"))
        place = msgspec.structs.replace(place, time=time)
        if is_zip(entry.name):
            yield from _in_zip(Path(entry.path), place.opened(nested=0), wanted)
            return
        with Path(entry.path).open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except OSError as error:
        raise not_readable(place.origin, verbatim(error.strerror)) from None
    yield Found(place.parts, place.origin, _bounded(data, place.origin), time)


# zips


def _in_zip(
    file: Path | io.BytesIO, place: _Place, wanted: Wanted, tally: _Tally | None = None
) -> Iterator[Found | Unread]:
    """A zip's files. One without a tally counts by itself, so that it ends nothing but itself."""
    idle = True
    counted = tally or _Tally(MAX_OWN if place.nested else MAX_TOTAL)
    try:
        for found in _members(file, place, wanted, counted):
            idle = idle and isinstance(found, Unread) and found.idle
            yield found
    except _Overflow:
        if tally is not None:
            raise
        yield Unread(place.parts, too_much(place.origin, MAX_MEMBERS, counted.most).text)
        return
    if idle and place.parts:
        yield Unread(place.parts, no_work(place.origin).text, idle=True)


def _members(
    file: Path | io.BytesIO, place: _Place, wanted: Wanted, tally: _Tally
) -> Iterator[Found | Unread]:
    try:
        archive = zipfile.ZipFile(file)
    except Exception:  # zipfile answers hostile bytes with exceptions of any kind
        refused = other_archive if _is_another_archive(file) else damaged
        yield Unread(place.parts, refused(place.origin).text)
        return
    with archive:
        tally.add(members=len(archive.infolist()))
        for info in archive.infolist():
            here = place
            try:
                name = _member_name(info)
                here = place.inside(_safe_parts(name, place), time_of_member(info, place.time))
                yield from _in_member(archive, info, name, here, wanted, tally)
            except Refused as refused:
                yield Unread(here.parts, refused.text)


def _is_another_archive(file: Path | io.BytesIO) -> bool:
    """Whether what is called a zip is in truth an archive of another kind."""
    if isinstance(file, io.BytesIO):
        return file.getvalue().startswith(_OTHER_SIGNS)
    with file.open("rb") as opened:
        return opened.read(8).startswith(_OTHER_SIGNS)


def _in_member(
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    name: str,
    place: _Place,
    wanted: Wanted,
    tally: _Tally,
) -> Iterator[Found | Unread]:
    if name.endswith(("/", "\\")) or not JUNK.isdisjoint(place.parts):
        return
    if stat.S_ISLNK(info.external_attr >> 16):
        _refuse_link(place, wanted)
    if not wanted(place.parts):
        if not place.zips:  # of a student's own zip it is told as a whole
            yield _no_notebook(place)
        return
    _refuse_other_archives(place)
    if not is_zip(place.parts[-1]):
        data = _read_member(archive, info, place.origin, tally)
        yield Found(place.parts, place.origin, data, place.time, place.zips)
        return
    if place.nested == MAX_NESTED:
        raise Refused(
            f"{place.origin}: zip이 {MAX_NESTED}번보다 깊이 들어 있습니다. 압축을 풀어 모으세요.",
            f"{place.origin} lies deeper than {MAX_NESTED} zips in a zip. Unpack it and collect it"
            " by itself.",
        )
    inner = io.BytesIO(_read_member(archive, info, place.origin, tally))
    # A student's zip counts by itself: what it holds is not charged to the class's.
    own = None if place.nested == 0 else tally
    yield from _in_zip(inner, place.opened(place.nested + 1), wanted, own)


def _read_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, origin: str, tally: _Tally
) -> bytes:
    if info.flag_bits & 0x1:
        raise encrypted(origin)
    if info.compress_type not in _COMPRESSIONS:
        raise oddly_compressed(origin)
    if info.file_size > MAX_FILE:
        raise too_large(origin, MAX_FILE)
    if info.header_offset + info.compress_size > archive.start_dir:  # Pythons before 3.11.8 read it
        raise damaged(origin)
    tally.add(size=info.file_size)  # zipfile reads no further than this, whatever is in there
    try:
        with archive.open(info) as file:
            data = file.read(MAX_FILE + 1)
    except Exception:  # as above: bad CRC, truncated, a header that lies
        raise damaged(origin) from None
    return _bounded(data, origin)


def _member_name(info: zipfile.ZipInfo) -> str:
    """The member's name. Without flag bit 11 zipfile takes the bytes for DOS's cp437.

    They are UTF-8 where macOS wrote them and CP949 where a Korean Windows did; two bytes of CP949
    can pass for UTF-8, but then not for Hangul.
    """
    name = info.orig_filename
    if info.flag_bits & 0x800 or name.isascii():
        return name
    raw = name.encode("cp437", "replace")
    readings = [text for encoding in ("utf-8", "cp949") if (text := _decoded(raw, encoding))]
    return next((text for text in readings if _HANGUL.search(text)), [*readings, name][0])


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _safe_parts(name: str, place: _Place) -> Parts:
    """The names on the way to a member; raises Refused where they lead elsewhere."""
    parts = tuple(_nfc(part) for part in re.split(r"[/\\]", name) if part not in ("", "."))
    if (
        not parts
        or len(name) > LONGEST
        or "\0" in name
        or ".." in parts
        or name[0] in "/\\"
        or re.match("[A-Za-z]:[/\\\\]", name)
    ):
        shown = printable(name)
        raise Refused(
            f"{place.origin}: zip 밖을 가리키거나 너무 긴 이름이라 읽지 않았습니다. ({shown})"
            " 보통의 이름으로 다시 압축하게 하세요.",
            f"{place.origin}: a name in it leads out of the zip or is too long, and was not read"
            f" ({shown}). Have it packed again under an ordinary name.",
        )
    return parts


# what is refused


def _refuse_link(place: _Place, wanted: Wanted) -> None:
    """Tell of a link where a file or a folder of work could have been."""
    if wanted(place.parts) or not Path(place.parts[-1]).suffix:
        raise Refused(
            f"{place.origin}: 링크는 따라가지 않습니다. 링크 대신 파일을 넣으세요.",
            f"{place.origin} is a link, and links are not followed. Put the file in its place.",
        )


def _refuse_other_archives(place: _Place) -> None:
    if place.parts[-1].lower().endswith(_OTHER_ARCHIVES):
        raise other_archive(place.origin)


def _no_notebook(place: _Place) -> Unread:
    text = Text(
        f"{place.origin}: 노트북(.ipynb)도 .py도 아니어서 채점할 것이 없습니다. 노트북을 다시 제출하게 하세요.",
        f"{place.origin} is neither a notebook nor a .py, and nothing else was handed in. Have the"
        " notebook handed in.",
    )
    return Unread(place.parts, text, idle=True, passed_over=True)


def _bounded(data: bytes, origin: str) -> bytes:
    if len(data) > MAX_FILE:
        raise too_large(origin, MAX_FILE)
    return data


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", name)
