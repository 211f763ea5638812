"""Pages go back by the names that the LMS gave: who handed in gets their own, by its upload."""

import zipfile

import pytest

from autograder.errors import KitError
from autograder.pages.returned import write_zips
from tests.collect.conftest import Classroom, code, zipped

SLUG = "a01_sigmoid"
MOODLE = {
    f"김민준_101_assignsubmission_file_/{SLUG}.ipynb": code("sigmoid"),
    f"이서연_102_assignsubmission_file_{SLUG}.py": "def sigmoid(x): ...",
}
CANVAS = {
    f"kimminjun_LATE_201_5551_{SLUG}-1.ipynb": code("sigmoid"),
    f"parkjiwoo_202_5552_{SLUG}.ipynb": code("sigmoid"),
}
FOLDERS = {f"최하나/{SLUG}.ipynb": code("sigmoid")}


@pytest.fixture
def classroom(tmp_path):
    return Classroom(tmp_path)


def returned(classroom, *archives, lms=None):
    """What the zips hold, by their names: name → the student whose page it is; and who is left out."""
    for files in archives:
        classroom.take(files)
    submitted = classroom.root / "submitted"
    pages = []
    for home in sorted(submitted.glob("*/*")):
        page = classroom.root / "feedback" / home.parent.name / home.name / f"{home.name}.html"
        page.parent.mkdir(parents=True)
        page.write_text(home.parent.name)
        pages.append(page)
    pages.append(classroom.root / "feedback" / "missing" / SLUG / f"{SLUG}.html")
    made, nameless = write_zips(classroom.root, submitted, pages, lms)
    held = {}
    for each in made:
        with zipfile.ZipFile(each.path) as archive:
            held[each.path.name] = {n: archive.read(n).decode() for n in archive.namelist()}
            assert len(held[each.path.name]) == each.pages
    return held, nameless


def test_moodle_gets_the_folders_of_its_download(classroom):
    assert returned(classroom, MOODLE) == (
        {
            f"{SLUG}.moodle.zip": {
                f"김민준_101_assignsubmission_file_/{SLUG}.html": "101",
                f"이서연_102_assignsubmission_file_{SLUG}.html": "102",
            }
        },
        [],
    )


def test_canvas_gets_the_names_of_its_download(classroom):
    held, _ = returned(classroom, CANVAS)
    assert held == {
        f"{SLUG}.canvas.zip": {
            f"kimminjun_LATE_201_5551_{SLUG}-1.html": "201",
            f"parkjiwoo_202_5552_{SLUG}.html": "202",
        }
    }


def test_what_came_by_other_ways_gets_a_folder_for_each_student(classroom):
    held, _ = returned(classroom, MOODLE, FOLDERS)
    assert set(held) == {f"{SLUG}.moodle.zip", f"{SLUG}.folders.zip"}
    assert held[f"{SLUG}.folders.zip"] == {f"최하나/{SLUG}.html": "최하나"}


def test_no_zip_of_an_earlier_run_stands_beside_the_new_ones(classroom):
    returned(classroom, FOLDERS)
    submitted = classroom.root / "submitted"
    (submitted / "최하나" / SLUG / "lms.txt").write_text(
        "moodle\n최하나_103_assignsubmission_file_\n"
    )
    page = classroom.root / "feedback" / "최하나" / SLUG / f"{SLUG}.html"
    made, _ = write_zips(classroom.root, submitted, [page])
    assert [each.path.name for each in made] == [f"{SLUG}.moodle.zip"]
    assert list((classroom.root / "returned").iterdir()) == [made[0].path]


def test_an_lms_that_is_asked_for_gets_what_it_knows_and_the_rest_is_told(classroom):
    held, nameless = returned(classroom, MOODLE, FOLDERS, lms="moodle")
    assert set(held) == {f"{SLUG}.moodle.zip"}
    assert nameless == [f"최하나/{SLUG}"]


def test_folders_that_are_asked_for_take_everyone(classroom):
    held, nameless = returned(classroom, MOODLE, CANVAS, lms="folders")
    assert sorted(held[f"{SLUG}.folders.zip"].values()) == ["101", "102", "201", "202"]
    assert nameless == []


def test_the_newest_hand_in_is_the_one_that_is_answered(classroom):
    again = {f"kimminjun_201_6000_{SLUG}-2.ipynb": code("sigmoid", "predict")}
    held, _ = returned(classroom, CANVAS, CANVAS | again)
    assert f"kimminjun_201_6000_{SLUG}-2.html" in held[f"{SLUG}.canvas.zip"]


def test_a_name_that_leads_out_of_the_zip_is_no_name(classroom):
    classroom.take(MOODLE)
    evil = classroom.root / "submitted" / "101" / SLUG / "lms.txt"
    evil.write_text("moodle\n../x_1_assignsubmission_file_\n")
    held, _ = returned(classroom)
    assert list(held[f"{SLUG}.moodle.zip"].values()) == ["102"]
    assert list(held[f"{SLUG}.folders.zip"]) == [f"101/{SLUG}.html"]


def test_a_students_own_zip_gives_no_name(classroom):
    own = zipped(
        {f"{SLUG}.ipynb": code("sigmoid"), "lms.txt": "moodle\n이서연_102_assignsubmission_file_\n"}
    )
    held, _ = returned(classroom, {"김민준_101_assignsubmission_file_/mine.zip": own})
    assert held == {f"{SLUG}.moodle.zip": {f"김민준_101_assignsubmission_file_/{SLUG}.html": "101"}}


def test_an_lms_that_is_not_known_names_those_that_are(classroom):
    with pytest.raises(KitError, match="'moodel'") as told:
        returned(classroom, MOODLE, lms="moodel")
    assert "moodle, canvas, folders" in told.value.hint.en
