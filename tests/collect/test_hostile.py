"""What is broken or hostile is told in one sentence, and harms nobody else."""

import os
import struct
import subprocess
import zipfile
from pathlib import Path
from random import Random

import pytest

from autograder.collect import sources
from tests.collect.conftest import Classroom, code, zipped

WORK = code("sigmoid")
MINE = "김민준_101_assignsubmission_file_"
THEIRS = {"이서연_102_assignsubmission_file_/a01_sigmoid.ipynb": WORK}
PLACED = ["102/a01_sigmoid/a01_sigmoid.ipynb"]


def problem_with(classroom: Classroom, name: str, data: bytes) -> str:
    """Collect a class where one student hands in `data`; the other's work is taken."""
    problem = classroom.problem(classroom.zip({f"{MINE}/{name}": data, **THEIRS}))
    assert classroom.placed == PLACED
    return problem


def patched(data: bytes, central: tuple[int, bytes], local: tuple[int, bytes] | None) -> bytes:
    """A zip with some bytes of its headers changed: those of the directory, and of the member."""
    changed = bytearray(data)
    for signature, patch in ((b"PK\x01\x02", central), (b"PK\x03\x04", local)):
        if patch:
            start = data.index(signature) + patch[0]
            changed[start : start + len(patch[1])] = patch[1]
    return bytes(changed)


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"PK\x03\x04", zipped({"a01_sigmoid.py": WORK})[:-30]]
)
def test_a_truncated_zip_of_a_student_is_damaged(classroom: Classroom, data: bytes):
    assert f"{MINE}/hw.zip is damaged" in problem_with(classroom, "hw.zip", data)


def test_a_truncated_source_is_damaged_and_the_others_are_taken(classroom: Classroom):
    broken = classroom.file("broken.zip", zipped(THEIRS)[:-30])
    assert "broken.zip is damaged. Download it again" in classroom.problem(
        broken, classroom.zip(THEIRS)
    )
    assert classroom.placed == PLACED


def test_a_member_with_a_bad_checksum_is_damaged(classroom: Classroom):
    data = zipped({"a01_sigmoid.ipynb": WORK})
    broken = patched(data, (16, b"\0\0\0\0"), (14, b"\0\0\0\0"))
    assert "hw.zip/a01_sigmoid.ipynb is damaged" in problem_with(classroom, "hw.zip", broken)


def test_a_member_whose_bytes_are_cut_is_damaged(classroom: Classroom):
    data = zipped({"a01_sigmoid.ipynb": WORK})
    broken = patched(data, (42, struct.pack("<I", 40)), None)
    assert "a01_sigmoid.ipynb is damaged" in problem_with(classroom, "hw.zip", broken)


def test_a_name_that_is_not_the_utf8_it_claims_damages_its_zip_alone(classroom: Classroom):
    data = zipped({"가나다.ipynb": WORK}).replace("가나다".encode(), b"\xff" * 9)
    assert "hw.zip is damaged" in problem_with(classroom, "hw.zip", data)


def test_an_encrypted_member_is_told(classroom: Classroom):
    data = zipped({"a01_sigmoid.ipynb": WORK})
    locked = patched(data, (8, b"\x01\x08"), (6, b"\x01\x08"))
    assert "is encrypted. Have it handed in again" in problem_with(classroom, "hw.zip", locked)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compression_without_a_bound_is_not_unpacked(classroom: Classroom, method: int):
    data = zipped({"a01_sigmoid.ipynb": WORK}, compress=method)
    assert "compressed in a way that is not supported" in problem_with(classroom, "hw.zip", data)


def test_an_unknown_compression_is_told(classroom: Classroom):
    data = patched(zipped({"a01_sigmoid.ipynb": WORK}), (10, b"\x63\0"), (8, b"\x63\0"))
    assert "compressed in a way that is not supported" in problem_with(classroom, "hw.zip", data)


def test_a_member_that_is_too_large_is_not_unpacked(classroom: Classroom):
    bomb = zipped({"a01_sigmoid.ipynb": bytes(sources.MAX_FILE + 1)})
    assert len(bomb) < 100_000
    assert "is larger than 16 MB" in problem_with(classroom, "hw.zip", bomb)


def test_a_member_that_is_larger_than_it_says_is_damaged(classroom: Classroom):
    bomb = zipped({"a01_sigmoid.ipynb": bytes(1 << 20)})
    lying = patched(bomb, (24, struct.pack("<I", 10)), (22, struct.pack("<I", 10)))
    assert "is damaged" in problem_with(classroom, "hw.zip", lying)


def test_a_file_in_a_folder_that_is_too_large_is_told(classroom: Classroom):
    folder = classroom.folder({f"{MINE}/a01_sigmoid.ipynb": bytes(sources.MAX_FILE + 1), **THEIRS})
    assert "is larger than 16 MB. Have it handed in again" in classroom.problem(folder)
    assert classroom.placed == PLACED


def test_a_large_file_that_is_no_work_is_no_problem(classroom: Classroom):
    assert classroom.take({f"{MINE}/data.csv": bytes(sources.MAX_FILE + 1), **THEIRS}) == PLACED


def test_zips_in_zips_are_opened_two_deep_and_no_deeper(classroom: Classroom):
    data = zipped({"a01_sigmoid.ipynb": WORK})
    two = zipped({"two.zip": data})
    three = zipped({"two.zip": zipped({"three.zip": data})})
    source = classroom.zip({f"{MINE}/one.zip": two})
    assert classroom.collect(source).problems == ()
    assert classroom.placed == ["101/a01_sigmoid/a01_sigmoid.ipynb"]
    deep = {"박지호_103_assignsubmission_file_/one.zip": three}
    assert "two.zip/three.zip lies deeper than 2 zips in a zip" in classroom.problem(
        classroom.zip(deep)
    )


def test_a_zip_with_too_many_members_ends_there(
    classroom: Classroom, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sources, "MAX_MEMBERS", 3)
    data = zipped({f"{number}.png": b"" for number in range(4)})
    problem = problem_with(classroom, "hw.zip", data)
    assert f"{MINE}/hw.zip holds more than 3 files or 256 MB" in problem


def test_a_zip_that_is_too_large_in_all_ends_there(
    classroom: Classroom, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sources, "MAX_OWN", 4 << 20)
    half = bytes(3 << 20)
    inner = zipped({"a01_sigmoid.ipynb": half})
    data = zipped({"one.zip": inner, "two.zip": inner})
    problem = classroom.problem(classroom.zip({f"{MINE}/hw.zip": data, **THEIRS}))
    assert f"{MINE}/hw.zip holds more than 20000 files or 4 MB" in problem
    assert PLACED[0] in classroom.placed


@pytest.mark.parametrize(
    "name",
    [
        "../../a01_sigmoid.ipynb",
        "/etc/a01_sigmoid.ipynb",
        "..\\a01_sigmoid.py",
        "C:\\a01_sigmoid.py",
        "\\\\server\\a01_sigmoid.py",
        "hw/../../../.bashrc",
        "x/" * 600 + "a01_sigmoid.py",
    ],
)
def test_a_name_that_leads_out_of_the_zip_is_not_read(classroom: Classroom, name: str):
    before = set(classroom.root.parent.rglob("*"))
    problem = problem_with(classroom, "hw.zip", zipped({name: WORK}))
    assert "hw.zip: a name in it leads out of the zip or is too long" in problem
    made = set(classroom.root.parent.rglob("*")) - before
    assert all(path.is_relative_to(classroom.root) for path in made)


def test_a_name_with_a_nul_is_not_read(classroom: Classroom):
    data = zipped({"a01_sigmoid.pyX.png": WORK}).replace(b"pyX", b"py\0")
    assert "a name in it leads out of the zip" in problem_with(classroom, "hw.zip", data)


def test_a_link_in_a_zip_is_not_followed(classroom: Classroom):
    data = zipped({"a01_sigmoid.ipynb": "/etc/passwd"}, mode=0o120777)
    assert "hw.zip/a01_sigmoid.ipynb is a link" in problem_with(classroom, "hw.zip", data)


@pytest.mark.parametrize("link", ["a01_sigmoid.ipynb", "hw.zip", "폴더"])
def test_a_link_in_a_folder_is_not_followed(classroom: Classroom, link: str):
    folder = classroom.folder(THEIRS)
    secret = classroom.folder({"a01_sigmoid.ipynb": WORK}, name="secret")
    place = folder / MINE / link
    place.parent.mkdir()
    place.symlink_to(secret if link == "폴더" else secret / "a01_sigmoid.ipynb")
    assert f"{MINE}/{link} is a link, and links are not followed" in classroom.problem(folder)
    assert classroom.placed == PLACED


def test_a_link_that_could_be_no_work_is_passed_over(classroom: Classroom):
    folder = classroom.folder(THEIRS)
    (folder / "사진.png").symlink_to("/etc/passwd")
    assert classroom.collect(folder).problems == ()


def test_a_pipe_is_not_waited_for(classroom: Classroom):
    folder = classroom.folder(THEIRS)
    (folder / MINE).mkdir()
    os.mkfifo(folder / MINE / "a01_sigmoid.ipynb")
    assert "cannot be read (not a regular file)" in classroom.problem(folder)
    assert classroom.placed == PLACED


@pytest.mark.parametrize("name", ["과제.7z", "hw.rar", "제출.egg", "제출.alz"])
def test_another_kind_of_archive_is_told(classroom: Classroom, name: str):
    assert f"{MINE}/{name} is an archive of a kind that is not opened" in problem_with(
        classroom, name, b"\0"
    )


def test_a_folder_deeper_than_pythons_stack_is_walked(classroom: Classroom):
    folder = classroom.folder(THEIRS)
    here = os.open(folder, os.O_RDONLY)
    for _ in range(3000):  # deeper than a path may be long, too
        os.mkdir("d", dir_fd=here)
        here, outer = os.open("d", os.O_RDONLY, dir_fd=here), here
        os.close(outer)
    os.close(here)
    try:
        assert "cannot be read (File name too long)" in classroom.problem(folder)
        assert classroom.placed == PLACED
    finally:  # pytest cannot remove it
        subprocess.run(["rm", "-rf", folder], check=True)


def test_a_strangers_name_commands_no_terminal_and_fills_no_screen(classroom: Classroom):
    names = ("\x1b[2J숙제.ipynb", "숙제\udcff.ipynb", "a" * 200 + ".ipynb")
    folder = Path(classroom.sources / "class" / MINE)
    folder.mkdir(parents=True)
    for name in names:
        Path(folder, name).write_text(code("nothing"))
    problems = classroom.collect(folder.parent).problems
    assert len(problems) == 3
    assert all(text.en.isprintable() and len(text.en.encode()) < 1000 for text in problems)


def test_one_broken_file_of_each_kind_leaves_the_rest_of_the_class(classroom: Classroom):
    whole = zipped({"a01_sigmoid.ipynb": WORK})
    files = {f"학생{number}_{number}_assignsubmission_file_/hw.zip": whole for number in range(30)}
    for number in range(0, 30, 3):
        name = f"학생{number}_{number}_assignsubmission_file_/hw.zip"
        files[name] = whole[: number * len(whole) // 30]
    collection = classroom.collect(classroom.zip(files))
    assert len(collection.taken) == 20
    assert len(collection.problems) == 10


@pytest.mark.parametrize("seed", range(40))
def test_no_bytes_make_collect_fail(classroom: Classroom, seed: int):
    """Bytes of a student's zip are changed at random; the other student's work is always taken."""
    random = Random(seed)
    data = bytearray(zipped({"hw/a01_sigmoid.ipynb": WORK, "timestamp.txt": "x", "링크": "y"}))
    for _ in range(random.randint(1, 12)):
        data[random.randrange(len(data))] = random.randrange(256)
    classroom.collect(classroom.zip({f"{MINE}/hw.zip": bytes(data), **THEIRS}))
    assert PLACED[0] in classroom.placed
