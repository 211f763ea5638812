"""Fifty archives as they go wrong by accident or by will: a sentence each, and nobody else is harmed."""

import gzip
import io
import struct
import tarfile
import zipfile
from collections.abc import Callable

import pytest

from autograder.collect import sources
from tests.collect.conftest import NOON, Classroom, code, zipped

WORK = code("sigmoid", "predict")
NAME = "a01_sigmoid.ipynb"
MINE = "김민준_101_assignsubmission_file_"
THEIRS = {"이서연_102_assignsubmission_file_/a01_sigmoid.ipynb": WORK}
GOOD = zipped({NAME: WORK})
STORED = zipped({NAME: WORK}, compress=zipfile.ZIP_STORED)
LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
CRC, PACKED, SIZE = 16, 20, 24  # in the directory; two bytes less in the member's own header


def patched(data: bytes, *patches: tuple[bytes, int, bytes]) -> bytes:
    """A zip with bytes changed, counted from the last place of a signature."""
    changed = bytearray(data)
    for signature, offset, patch in patches:
        start = data.rindex(signature) + offset
        changed[start : start + len(patch)] = patch
    return bytes(changed)


def both(offset: int, patch: bytes, data: bytes = GOOD) -> bytes:
    """The same change in the directory and in the member's own header."""
    return patched(data, (CENTRAL, offset, patch), (LOCAL, offset - 2, patch))


def number(value: int) -> bytes:
    return struct.pack("<I", value)


def with_extra(extra: bytes, **sizes: int) -> bytes:
    """A zip whose directory has an extra field for its member."""
    info = zipfile.ZipInfo(NAME, NOON.timetuple()[:6])
    info.extra = extra
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, WORK)
    return patched(
        buffer.getvalue(), *((CENTRAL, offset, number(0xFFFFFFFF)) for offset in sizes.values())
    )


def nested(depth: int) -> bytes:
    data = GOOD
    for level in range(depth):
        data = zipped({f"{level}.zip": data})
    return data


def tar(mode: str) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=f"w:{mode}") as archive:
        info = tarfile.TarInfo(NAME)
        info.size = len(WORK)
        archive.addfile(info, io.BytesIO(WORK.encode()))
    return buffer.getvalue()


def alias() -> bytes:
    """The directory calls a member otherwise than the member itself."""
    return GOOD.replace(NAME.encode(), b"a01_sigmoix.ipynb", 1)


def bomb() -> bytes:
    return zipped({NAME: bytes(sources.MAX_FILE + 1)})


def liar() -> bytes:
    """A bomb that says it is small."""
    return both(SIZE, number(10), zipped({NAME: bytes(1 << 20)}))


DAMAGED, KIND, EMPTY = "is damaged", "of a kind that is not opened", "holds no work"
LEADS, PACKING = "leads out of the zip or is too long", "compressed in a way"
Data = bytes | Callable[[], bytes]
BROKEN: dict[str, tuple[Data, str]] = {
    "nothing": (b"", DAMAGED),
    "text": (b"hello", DAMAGED),
    "a page of the LMS": (b"<!doctype html><title>Log in</title>", DAMAGED),
    "a head alone": (b"PK\x03\x04", DAMAGED),
    "cut in half": (GOOD[: len(GOOD) // 2], DAMAGED),
    "cut at the directory": (GOOD[: GOOD.rindex(CENTRAL)], DAMAGED),
    "cut by a byte": (GOOD[:-1], DAMAGED),
    "an end alone, of one member": (patched(GOOD[GOOD.rindex(END):], (END, 16, number(9))), DAMAGED),
    "zeros in its midst": (patched(STORED, (LOCAL, 60, bytes(80))), DAMAGED),
    "a directory that is elsewhere": (patched(GOOD, (END, 16, number(1 << 30))), DAMAGED),
    "a directory larger than the zip": (patched(GOOD, (END, 12, number(1 << 30))), DAMAGED),
    "a directory of no signature": (patched(GOOD, (CENTRAL, 0, b"XX")), DAMAGED),
    "a member of no signature": (patched(GOOD, (LOCAL, 0, b"XX")), DAMAGED),
    "a member that is elsewhere": (patched(GOOD, (CENTRAL, 42, number(40))), DAMAGED),
    "a member behind the end": (patched(GOOD, (CENTRAL, 42, number(1 << 30))), DAMAGED),
    "another name in the directory": (alias, DAMAGED),
    "a wrong checksum": (both(CRC, bytes(4)), DAMAGED),
    "packed to less than it is": (both(PACKED, number(9)), DAMAGED),
    "packed to more than there is": (both(PACKED, number(1 << 30)), DAMAGED),
    "a size that is too small": (both(SIZE, number(9)), DAMAGED),
    "a size of 4 GB": (both(SIZE, number((1 << 32) - 2)), "is larger than 16 MB"),
    "no deflate at all": (both(10, b"\x08\0", STORED), DAMAGED),
    "a bomb": (bomb, "is larger than 16 MB"),
    "a bomb that says it is small": (liar, DAMAGED),
    "zip64 of 2⁶³ bytes": (
        lambda: with_extra(struct.pack("<HHQ", 1, 8, 1 << 63), size=SIZE), "is larger than 16 MB"),
    "zip64 of no bytes": (lambda: with_extra(struct.pack("<HH", 1, 0), size=SIZE, packed=PACKED), DAMAGED),
    "zip64 that ends early": (lambda: with_extra(struct.pack("<HHI", 1, 8, 7), size=SIZE), DAMAGED),
    "a lying zip64 end": (
        GOOD[: GOOD.rindex(END)] + b"PK\x06\x07" + struct.pack("<IQI", 0, 1 << 62, 1) + GOOD[GOOD.rindex(END):],
        DAMAGED),
    "encrypted": (both(8, b"\x01\x08"), "is encrypted"),
    "encrypted by AES": (both(8, b"\x01\x08\x63\0"), "is encrypted"),
    "strong encryption": (both(8, b"\x41\x08"), "is encrypted"),
    "a patch": (both(8, b"\x20\x08"), DAMAGED),
    "deflate64": (both(10, b"\x09\0"), PACKING),
    "bzip2": (zipped({NAME: WORK}, compress=zipfile.ZIP_BZIP2), PACKING),
    "lzma": (zipped({NAME: WORK}, compress=zipfile.ZIP_LZMA), PACKING),
    "zstandard": (both(10, b"\x5d\0"), PACKING),
    "three zips deep": (lambda: nested(3), "lies deeper than 2 zips"),
    "zip-slip": (zipped({f"../../{NAME}": WORK}), LEADS),
    "zip-slip by backslashes": (zipped({f"..\\..\\{NAME}": WORK}), LEADS),
    "an absolute path": (zipped({f"/tmp/{NAME}": WORK}), LEADS),
    "a drive": (zipped({f"C:\\{NAME}": WORK}), LEADS),
    "a server": (zipped({f"\\\\server\\share\\{NAME}": WORK}), LEADS),
    "a name that is too long": (zipped({"긴" * 1200 + NAME: WORK}), LEADS),
    "a name with a NUL": (zipped({"a01_sigmoid.pyX.png": WORK}).replace(b"pyX", b"py\0"), LEADS),
    "a name of dots": (zipped({"./../.": WORK}), LEADS),
    "a name that is no UTF-8": (zipped({"가나다.ipynb": WORK}).replace("가나다".encode(), b"\xff" * 9), DAMAGED),
    "a link": (zipped({NAME: "/etc/passwd"}, mode=0o120777), "is a link"),
    "a link to a folder": (zipped({"hw": ".."}, mode=0o120777), "is a link"),
    "7z by the name of zip": (b"7z\xbc\xaf\x27\x1c\0\x04" + bytes(64), KIND),
    "rar by the name of zip": (b"Rar!\x1a\x07\x01\0" + bytes(64), KIND),
    "gzip by the name of zip": (gzip.compress(WORK.encode()), KIND),
    "tar.xz by the name of zip": (lambda: tar("xz"), KIND),
    "an empty zip": (zipped({}), EMPTY),
    "only folders": (zipped({"hw/": "", "hw/a01_sigmoid/": ""}), EMPTY),
    "only pictures": (zipped({"hw/사진.png": "png", "__MACOSX/._a01_sigmoid.ipynb": "x"}), EMPTY),
    "only what we gave": (zipped({"test_a01_sigmoid.py": WORK, "conftest.py": ""}), EMPTY),
}  # fmt: skip
HARMLESS: dict[str, bytes] = {
    "a date of no calendar": both(12, b"\xff\xff\xff\xff"),
    "a name of 300 characters": zipped({"긴 이름 " * 60 + NAME: WORK}),
    "names of devices": zipped({f"CON/NUL/{NAME}": WORK, "aux.png": "", "LPT1": ""}),
    "a device": zipped({NAME: WORK}, mode=0o020666),
    "a program in front": b"MZ" + bytes(500) + GOOD,
    "a comment behind": patched(GOOD + b"bye", (END, 20, b"\x03\0")),
}  # fmt: skip


def made(data: Data) -> bytes:
    return data() if callable(data) else data


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_archive_is_told_in_a_sentence_and_harms_nobody_else(
    classroom: Classroom, what: str
):
    data, told = BROKEN[what]
    problem = classroom.problem(classroom.zip({f"{MINE}/{what}.zip": made(data), **THEIRS}))
    assert problem.startswith(f"moodle.zip/{MINE}/{what}.zip")
    assert told in problem
    assert any(remedy in problem for remedy in (". Have ", ". Download ", ". Unpack ", ". Put "))
    assert classroom.placed == ["102/a01_sigmoid/a01_sigmoid.ipynb"]


@pytest.mark.parametrize("what", HARMLESS)
def test_an_odd_archive_is_read_all_the_same(classroom: Classroom, what: str):
    name = "a01_sigmoid.zip"
    assert classroom.take({f"{MINE}/{name}": HARMLESS[what]}) == [
        "101/a01_sigmoid/a01_sigmoid.ipynb"
    ]


def test_of_two_members_of_one_name_the_second_counts_and_the_first_is_kept(classroom: Classroom):
    twins = {NAME: "first", NAME.replace("d.", "X."): "second"}
    twice = zipped(twins).replace(b"sigmoiX", b"sigmoid")
    classroom.take({f"{MINE}/hw.zip": twice})
    assert classroom.read("101/a01_sigmoid/a01_sigmoid.ipynb") == "second"
    assert len(classroom.kept) == 1


def test_all_of_them_in_one_class_leave_the_rest_of_it(classroom: Classroom):
    files = {
        f"학생{n}_{n}_assignsubmission_file_/{n}.zip": made(data)
        for n, (data, _) in enumerate(BROKEN.values(), start=500)
    }
    assert len(files) >= 50
    collection = classroom.collect(classroom.zip({**files, **THEIRS}))
    assert len(collection.problems) == len(files)
    assert sorted(collection.troubled) == [str(n) for n in range(500, 500 + len(files))]
    assert classroom.placed == ["102/a01_sigmoid/a01_sigmoid.ipynb"]


@pytest.mark.parametrize("what", [what for what in BROKEN if BROKEN[what][1] == EMPTY])
def test_a_zip_without_work_beside_the_work_is_no_problem(classroom: Classroom, what: str):
    files = {f"{MINE}/{NAME}": WORK, f"{MINE}/자료.zip": made(BROKEN[what][0])}
    assert classroom.take(files) == ["101/a01_sigmoid/a01_sigmoid.ipynb"]


@pytest.mark.parametrize("name", ["hw.7z", "hw.rar", "hw.egg", "hw.tar.gz", "hw.tgz", "HW.TAR"])
def test_an_archive_that_is_not_opened_is_told_by_its_name(classroom: Classroom, name: str):
    problem = classroom.problem(classroom.zip({f"{MINE}/{name}": b"x", **THEIRS}))
    assert f"{MINE}/{name} is an archive of a kind that is not opened" in problem
