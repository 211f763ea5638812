"""What a teacher puts into the LMS: a zip for each assignment, and one of the course."""

import zipfile

from autograder.release import release

COURSE = "작은-과목"


def zip_of(small, name=COURSE):
    return zipfile.ZipFile(small.target / f"{name}.zip")


def two_assignments(small):
    """The course with a second assignment, which is the first under another name."""
    small.change("course.toml", '["a01_double"]', '["a01_double", "a02_twice"]')
    for path in small.root.rglob("*a01_double.py"):
        name = str(path.relative_to(small.root)).replace("a01_double", "a02_twice")
        small.write(name, path.read_text("utf-8").replace("a01_double", "a02_twice"))
    small.write("assignments/a02_twice/assignment.toml", '[title]\nko = "곱"\nen = "Twice"\n')
    small.write("solutions/a02_twice/mistakes.py", "")


def test_the_zip_of_an_assignment_unpacks_to_the_folder_that_was_released(small, tmp_path):
    folder = release(small.course, small.root, "ko", ["a01_double"])[0]
    zip_of(small, "a01_double").extractall(tmp_path / "unpacked")
    unpacked = tmp_path / "unpacked" / "a01_double"
    assert [path.name for path in unpacked.parent.iterdir()] == ["a01_double"]
    assert {path.name: path.read_bytes() for path in unpacked.iterdir()} == {
        path.name: path.read_bytes() for path in folder.iterdir()
    }


def test_the_zip_of_the_course_holds_every_assignment_and_a_list_of_them(small):
    two_assignments(small)
    release(small.course, small.root, "ko", small.course.slugs)
    with zip_of(small) as course:
        assert {name.split("/")[0] for name in course.namelist()} == {COURSE}
        assert f"{COURSE}/a02_twice/a02_twice.ipynb" in course.namelist()
        assert (
            "- `a01_double` 두 배\n- `a02_twice` 곱\n"
            in course.read(f"{COURSE}/README.md").decode()
        )


def test_two_releases_give_the_same_zips_byte_for_byte(small):
    paths = release(small.course, small.root, "ko", ["a01_double"])[1:]
    first = [path.read_bytes() for path in paths]
    release(small.course, small.root, "ko", ["a01_double"])
    assert [path.read_bytes() for path in paths] == first
    assert all(path.suffix == ".zip" for path in paths)


def test_names_in_hangul_are_flagged_as_utf_8(small):
    release(small.course, small.root, "ko", ["a01_double"])
    assert all(entry.flag_bits & 0x800 for entry in zip_of(small).infolist())


def test_a_release_in_the_other_language_replaces_all(small):
    release(small.course, small.root, "ko", ["a01_double"])
    release(small.course, small.root, "en", ["a01_double"])
    with zip_of(small) as course, zip_of(small, "a01_double") as assignment:
        assert course.read(f"{COURSE}/README.md").decode().endswith("- `a01_double` Double\n")
        assert assignment.read("a01_double/README.md").startswith(b"# Double")
        assert course.read(f"{COURSE}/a01_double/README.md").startswith(b"# Double")


def test_who_releases_week_by_week_finds_in_the_courses_zip_all_that_is_out(small):
    two_assignments(small)
    release(small.course, small.root, "ko", ["a02_twice"])
    small.write("release/a01_double.zip", "half of a zip")
    assert "a01_double" not in " ".join(zip_of(small).namelist())
    release(small.course, small.root, "ko", ["a01_double"])
    names = zip_of(small).namelist()
    assert {f"{COURSE}/{slug}/check.py" for slug in small.course.slugs} <= set(names)
