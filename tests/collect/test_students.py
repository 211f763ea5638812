"""Every student has one folder, and no two students share one."""

import unicodedata

import pytest

from tests.collect.conftest import Classroom, code

WORK = code("sigmoid")


def moodle(name: str, number: int, slug: str = "a01_sigmoid") -> dict[str, str]:
    return {f"{name}_{number}_assignsubmission_file_/{slug}.ipynb": code(slug, text=f"# {number}")}


def students(classroom: Classroom) -> list[str]:
    return sorted({path.split("/")[0] for path in classroom.placed})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_the_rosters_id_is_the_folders_name(classroom: Classroom, encoding: str):
    classroom.roster("20240001,김민준,kim@example.com", "20240002,이서연,", encoding=encoding)
    classroom.take(moodle("김민준", 101))
    assert students(classroom) == ["20240001"]


@pytest.mark.parametrize("name", ["김 민준", "김민준 ", "20240001"])
def test_spaces_do_not_hide_a_name_and_an_id_is_a_name(classroom: Classroom, name: str):
    classroom.roster("20240001,김민준,")
    classroom.take({f"{name}/a01_sigmoid.ipynb": WORK})
    assert students(classroom) == ["20240001"]


def test_upper_and_lower_case_are_one_name(classroom: Classroom):
    classroom.roster('20240001,"Kim, Minjun",')
    classroom.take(moodle("KIM, MINJUN", 101))
    assert students(classroom) == ["20240001"]


@pytest.mark.parametrize(
    "name",
    [
        "Kim Minjun",
        "minjun  KIM",
        "Minjun, Kim",
        "Min-jun Kim",
        "kimminjun",
        "kim@example.com",
        "KIM",
        unicodedata.normalize("NFD", "김 민준"),
        "민준 김",
    ],
)
def test_a_name_is_its_letters_in_any_order_and_an_e_mail_is_a_name(
    classroom: Classroom, name: str
):
    row = "Minjun Kim" if name.isascii() else "김 민준"
    classroom.roster(f"20240001,{row},kim@example.com", "20240002,이서연,lee@example.com")
    classroom.take({f"{name}/a01_sigmoid.ipynb": WORK})
    assert students(classroom) == ["20240001"]


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("20240001_김민준", "김민준"),
        ("김민준(20240001)", "김민준"),
        ("[20240001] 김 민준", "김민준"),
        ("컴퓨터공학과_20240001_김민준", "김민준"),
        ("1조-김민준", "김민준"),
        ("Group A-Minjun Kim", "Minjun Kim"),
        ("mullerzoe", "Zoë Müller"),
    ],
)
def test_an_id_a_group_or_accents_do_not_hide_a_name(classroom: Classroom, name: str, row: str):
    classroom.roster(f"20240001,{row},", "20240002,이서연,")
    classroom.take({f"{name}/a01_sigmoid.ipynb": WORK})
    assert students(classroom) == ["20240001"]


@pytest.mark.parametrize(
    "name", ["20240001_이서연", "20240001_제출", "Anne-김민준", "20240001김민준"]
)
def test_an_id_and_a_name_that_are_not_one_persons_are_nobodys(classroom: Classroom, name: str):
    classroom.roster("20240001,김민준,", "20240002,이서연,")
    assert "is not in roster.csv" in classroom.problem(
        classroom.zip({f"{name}/a01_sigmoid.ipynb": WORK})
    )


@pytest.mark.parametrize("folder", ["", "a01_sigmoid/", "1주차 과제/", "수업/1주차 과제/"])
def test_in_nobodys_folder_the_files_name_is_whom_the_roster_knows(
    classroom: Classroom, folder: str
):
    classroom.roster("20240001,김민준,", "20240002,이서연,", "20240003,박지호,")
    names = {
        "20240001_김민준_a01_sigmoid.ipynb": "1",
        "이서연(20240002)_제출.ipynb": "2",
        "Copy of a01_sigmoid.ipynb - 박지호.ipynb": "3",
    }
    classroom.take(
        {
            f"{folder}{name}": code("sigmoid", "predict", text=f"# {who}")
            for name, who in names.items()
        }
    )
    for who in names.values():
        assert f"# {who}" in classroom.read(f"2024000{who}/a01_sigmoid/a01_sigmoid.ipynb")


def test_a_file_with_two_peoples_names_is_nobodys(classroom: Classroom):
    classroom.roster("20240001,김민준,", "20240002,이서연,")
    name = "20240001_김민준_20240002_이서연_a01_sigmoid.ipynb"
    assert f"{name} is nobody's" in classroom.problem(classroom.zip({name: WORK}))


def test_a_name_in_a_file_is_no_way_out_of_ones_own_folder(classroom: Classroom):
    classroom.roster("20240001,김민준,", "20240002,이서연,")
    files = {
        "20240001/20240002_이서연_a01_sigmoid.ipynb": WORK,
        "홍길동/김민준_a01_sigmoid.ipynb": code("predict"),
    }
    assert "홍길동 is not in roster.csv" in classroom.problem(classroom.zip(files))
    assert students(classroom) == ["20240001", "홍길동"]


def test_without_a_roster_a_folder_of_several_numbers_is_not_taken_for_one_student(
    classroom: Classroom,
):
    files = {f"1주차/{n}_a01_sigmoid.ipynb": code(text=f"# {n}") for n in (20240001, 20240002)}
    problem = classroom.problem(classroom.zip(files))
    assert "1주차 may be one student or several (20240001, 20240002)" in problem
    dated = {
        f"김민준/a01_sigmoid {day}.ipynb": code("sigmoid", text=day)
        for day in ("20261003", "20261005")
    }
    assert classroom.take(dated) == ["김민준/a01_sigmoid/a01_sigmoid.ipynb"]


def test_an_id_that_is_anothers_user_name_is_the_ids(classroom: Classroom):
    classroom.roster("kim,이서연,lee@example.com", "lee,김민준,kim@example.com")
    classroom.take({"kim/a01_sigmoid.ipynb": WORK})
    assert students(classroom) == ["kim"]


def test_a_user_name_of_two_e_mails_is_nobodys(classroom: Classroom):
    classroom.roster("1,김민준,kim@a.example", "2,이서연,kim@b.example")
    source = classroom.zip({"kim/a01_sigmoid.ipynb": WORK})
    assert "kim could be more than one row of roster.csv" in classroom.problem(source)


def test_namesakes_whom_only_a_letter_tells_apart_stay_two(classroom: Classroom):
    classroom.roster("1,김민준A,", "2,김민준B,")
    classroom.take(moodle("김민준B", 101) | moodle("김민준a", 102))
    assert students(classroom) == ["1", "2"]


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("김민쥰", " Nearest: 김민준 (20240001)."),
        ("Lee Seoyeom", " Nearest: Seoyeon Lee (20240002)."),
        ("20240011", " Nearest: 김민준 (20240001), "),
        ("홍길동", " Correct the roster"),
    ],
)
def test_who_is_not_matched_is_told_with_the_nearest_and_never_taken_for_them(
    classroom: Classroom, name: str, nearest: str
):
    classroom.roster("20240001,김민준,", "20240002,Seoyeon Lee,", "20240003,박지호,")
    problem = classroom.problem(classroom.zip({f"{name}/a01_sigmoid.ipynb": WORK}))
    assert f"{name} is not in roster.csv; the work lies in {name}.{nearest}" in problem
    assert students(classroom) == [name]


def test_a_row_without_an_id_is_nobodys(classroom: Classroom):
    classroom.roster(",김민준,", "2,이서연,")
    assert "is not in roster.csv" in classroom.problem(classroom.zip(moodle("김민준", 101)))


def test_somebody_who_is_not_on_the_roster_goes_by_the_lmss_number(classroom: Classroom):
    classroom.roster("20240001,김민준,")
    problem = classroom.problem(classroom.zip(moodle("이서연", 102)))
    assert problem.startswith("이서연 (102) is not in roster.csv; the work lies in 102.")
    assert students(classroom) == ["102"]


def test_two_rows_of_one_name_are_told_apart_by_the_number(classroom: Classroom):
    classroom.roster("101,김민준,", "102,김민준,")
    classroom.take(moodle("김민준", 102))
    assert students(classroom) == ["102"]


def test_a_name_on_two_rows_goes_by_the_lmss_number(classroom: Classroom):
    classroom.roster("20240001,김민준,", "20240002,김민준,")
    problem = classroom.problem(classroom.zip(moodle("김민준", 101)))
    assert "김민준 (101) could be more than one row of roster.csv; the work lies in 101" in problem
    assert students(classroom) == ["101"]


def test_what_is_moved_to_the_right_id_as_told_keeps_its_time_and_the_lmss_name(
    classroom: Classroom,
):
    classroom.roster("20240001,김민준,", "20240002,김민준,")
    problem = classroom.problem(classroom.zip(moodle("김민준", 101)))
    assert problem.endswith(
        "Move all of submitted/101 to fix/<the right id>, then make collect FROM=fix."
    )
    beside = {
        name: classroom.read(f"101/a01_sigmoid/{name}") for name in ("timestamp.txt", "lms.txt")
    }
    (classroom.root / "fix").mkdir()
    (classroom.submitted / "101").rename(classroom.root / "fix" / "20240002")
    assert classroom.collect(classroom.root / "fix").problems == ()
    assert students(classroom) == ["20240002"]
    assert beside == {name: classroom.read(f"20240002/a01_sigmoid/{name}") for name in beside}


def test_two_people_of_a_name_that_the_roster_has_once_are_kept_apart(classroom: Classroom):
    classroom.roster("20240001,김민준,")
    collection = classroom.collect(classroom.zip(moodle("김민준", 101) | moodle("김민준", 102)))
    assert [text.en.split(",")[0] for text in collection.problems] == [
        "김민준 (101) is not the only one of that name",
        "김민준 (102) is not the only one of that name",
    ]
    assert students(classroom) == ["101", "102"]


def test_moodles_new_numbers_in_every_activity_are_one_person_of_the_roster(classroom: Classroom):
    classroom.roster("20240001,김민준,")
    first = classroom.zip(moodle("김민준", 101), "1.zip")
    fourth = classroom.zip(moodle("김민준", 205, "a04_bce_cost"), "4.zip")
    assert classroom.collect(first, fourth).problems == ()
    assert students(classroom) == ["20240001"]


def test_without_a_roster_several_numbers_of_a_name_are_told_once(classroom: Classroom):
    first = moodle("김민준", 101) | moodle("이서연", 102)
    fourth = moodle("김민준", 205, "a04_bce_cost") | moodle("이서연", 206, "a04_bce_cost")
    problem = classroom.problem(classroom.zip(first, "1.zip"), classroom.zip(fourth, "4.zip"))
    assert problem.startswith(
        "김민준 has come under several numbers (101, 205; names like this: 2)"
    )


def test_without_a_roster_a_new_number_is_told_of_a_class_collected_before(classroom: Classroom):
    classroom.take(moodle("김민준", 101) | moodle("이서연", 102))
    fourth = classroom.zip(moodle("김민준", 205, "a04_bce_cost"), "4.zip")
    problem = classroom.problem(fourth)
    assert problem.startswith(
        "김민준 has come under several numbers (101, 205; names like this: 1)"
    )


def test_without_a_roster_the_same_activity_may_be_collected_again(classroom: Classroom):
    classroom.take(moodle("김민준", 101) | moodle("이서연", 102))
    classroom.take(moodle("김민준", 101))


def test_without_a_roster_namesakes_are_no_problem(classroom: Classroom):
    classroom.take(moodle("김민준", 101) | moodle("김민준", 102))
    assert students(classroom) == ["101", "102"]


def test_a_number_that_is_a_rows_id_counts_but_another_name_is_told(classroom: Classroom):
    classroom.roster("101,김민준,")
    problem = classroom.problem(classroom.zip(moodle("Minjun Kim", 101)))
    assert "Minjun Kim (101): in roster.csv 101 is 김민준. The work lies in 101" in problem
    assert students(classroom) == ["101"]


def test_a_row_without_a_name_goes_by_its_id(classroom: Classroom):
    classroom.roster("101,,")
    classroom.take(moodle("김민준", 101))
    assert students(classroom) == ["101"]


def test_a_number_that_is_somebody_elses_id_is_no_way_into_their_folder(classroom: Classroom):
    classroom.roster("12,김민준,")
    problem = classroom.problem(classroom.zip(moodle("김민준", 50) | moodle("이서연", 12)))
    assert "이서연 (12): in roster.csv 12 is 김민준" in problem
    own, other = students(classroom)
    assert own == "12"
    assert other.startswith("12-")
    assert "# 50" in classroom.read("12/a01_sigmoid/a01_sigmoid.ipynb")


def test_an_id_of_two_people_is_given_to_neither(classroom: Classroom):
    classroom.roster("1,김민준,", "1,이서연,", "3,박지호,")
    collection = classroom.collect(classroom.zip(moodle("김민준", 101) | moodle("이서연", 102)))
    assert collection.problems[0].en.startswith("roster.csv gives the id 1 to two people")
    assert students(classroom) == ["101", "102"]


def test_one_number_with_two_names_is_two_people(classroom: Classroom):
    first = classroom.zip(moodle("김민준", 101), "1.zip")
    second = classroom.zip(moodle("이서연", 101), "2.zip")
    assert "101 is the number of two names" in classroom.problem(first, second)
    assert len(students(classroom)) == 2


@pytest.mark.parametrize(
    "roster",
    [
        b"name;number\r\n",
        b"",
        b"\xff\xfe\x00\x01",
        b'id,name\r\n"\x00',
        b"id,name\r\n1," + b"x" * 200_000,
    ],
)
def test_a_roster_that_cannot_be_read_is_told_and_numbers_stand_in(
    classroom: Classroom, roster: bytes
):
    (classroom.root / "roster.csv").write_bytes(roster)
    problem = classroom.problem(classroom.zip(moodle("김민준", 101)))
    assert problem.startswith("roster.csv cannot be read")
    assert "first line id,name,email" in problem
    assert students(classroom) == ["101"]


@pytest.mark.parametrize("name", ["김민준 (3반)", "Kim, Minjun", "이서연", "O'Brien", "가" * 60])
def test_ordinary_names_stay_as_they_are(classroom: Classroom, name: str):
    classroom.take({f"{name}/a01_sigmoid.ipynb": WORK})
    assert students(classroom) == [name]


@pytest.mark.parametrize(
    "name", [".김민준", "...", "김\x1b[31m민준", "\u202e준민김", "가" * 120, "k" * 150]
)
def test_a_name_is_made_safe_for_the_disk(classroom: Classroom, name: str):
    classroom.collect(classroom.zip({f"{name}/a01_sigmoid.ipynb": WORK}))
    (student,) = students(classroom)
    assert student.isprintable()
    assert not student.startswith(".")
    assert len(student) <= 100
    assert len(student.encode()) <= 255


def test_names_that_differ_only_in_what_is_unsafe_stay_two(classroom: Classroom):
    names = ["김민준", ".김민준", "..김민준", "김\u200b민준", "가" * 101, "가" * 102]
    classroom.take({f"{name}/a01_sigmoid.ipynb": code(text=f"# {name!a}") for name in names})
    assert len(students(classroom)) == len(names)


def test_an_id_of_the_roster_cannot_leave_submitted(classroom: Classroom):
    classroom.roster("../../evil,김민준,")
    classroom.take(moodle("김민준", 101))
    (student,) = students(classroom)
    assert student.startswith("_.._evil-")
    assert not (classroom.root.parent / "evil").exists()
