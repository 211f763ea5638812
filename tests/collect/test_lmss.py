"""Canvas, Blackboard and Google Classroom: who, when and late, by their own marks and no student's."""

import unicodedata
from datetime import datetime, timedelta

import pytest

from autograder.errors import CollectError
from autograder.stamp import late_in, stamp_in
from autograder.submission import is_late
from tests.collect.conftest import NOON, Classroom, Cp949Info, MacInfo, code, zipped

WORK = code("sigmoid")
FILE = "a01_sigmoid.ipynb"
MINE = "a01_sigmoid/a01_sigmoid.ipynb"
DUE = NOON.astimezone()


def text(mark: str) -> str:
    """Work that tells who handed it in."""
    return code("sigmoid", "predict", text=f"# {mark}")


def about(name: str, user: str, date: str = "Tuesday, November 24, 2026 1:05:00 PM KST") -> str:
    """The .txt that Blackboard lays beside a hand-in."""
    return (
        f"Name: {name} ({user})\r\nAssignment: 과제_1\r\nDate Submitted: {date}\r\nCurrent Grade: \r\n"
        "\r\nSubmission Field:\r\nName: Somebody Else (lee)\r\n\r\nComments:\r\n없습니다\r\n\r\nFiles:\r\n"
    )


# Canvas


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("kimminjun_101_5551_a01_sigmoid.ipynb", "101"),
        ("김민준_101_5551_a01_sigmoid.ipynb", "101"),
        ("kim_minjun_101_5551_a01_sigmoid.ipynb", "101"),
        ("kimminjun_LATE_101_5551_a01_sigmoid-1.ipynb", "101"),
        ("kimminjun_101_5551_a01 sigmoid (1).ipynb", "101"),
        ("kimminjun_101_5551_과제_3_4_a01_sigmoid.ipynb", "101"),
        ("anon_x7Kq2_5551_a01_sigmoid.ipynb", "anon_x7Kq2"),
        ("LATE_anon_x7Kq2_5551_a01_sigmoid.ipynb", "anon_x7Kq2"),
        ("anon_x7Kq2_LATE_5551_a01_sigmoid.ipynb", "anon_x7Kq2"),
        ("_101_5551_a01_sigmoid.ipynb", "101"),
        ("_LATE_101_5551_a01_sigmoid.ipynb", "101"),
        ("submissions/kimminjun_101_5551_a01_sigmoid.ipynb", "101"),
    ],
)
def test_canvas_tells_the_student_by_number(classroom: Classroom, name: str, student: str):
    assert classroom.take({name: WORK}) == [f"{student}/{MINE}"]


def test_canvass_number_and_name_are_whom_the_roster_knows_by_that_name(classroom: Classroom):
    classroom.roster("20240001,Minjun Kim,", '20240002,"O\'Brien, Liam",', "20240003,김 민준,")
    names = {"kimminjun_101_1": "1", "obrienliam_102_2": "2", "김민준_103_3": "3"}
    classroom.take({f"{name}_{FILE}": text(who) for name, who in names.items()})
    assert classroom.placed == [f"2024000{who}/{MINE}" for who in "123"]
    assert all(f"# {who}" in classroom.read(f"2024000{who}/{MINE}") for who in "123")


def test_canvass_texts_and_links_are_not_a_hand_in(classroom: Classroom):
    files = {"kimminjun_101_text.html": "<p>", "leeseoyeon_LATE_102_link.html": "<a>"}
    assert classroom.take(files) == []


def test_of_canvass_files_the_one_with_the_higher_number_counts(classroom: Classroom):
    classroom.take(
        {
            "kimminjun_101_5560_a01_sigmoid-2.ipynb": (text("new"), NOON),
            "kimminjun_101_5552_a01_sigmoid.ipynb": (text("old"), NOON + timedelta(seconds=4)),
        }
    )
    assert "# new" in classroom.read(f"101/{MINE}")
    assert len(classroom.kept) == 1


def test_canvas_tells_no_time_but_who_was_late(classroom: Classroom):
    collection = classroom.collect(
        classroom.zip({f"kimminjun_LATE_101_1_{FILE}": WORK, f"leeseoyeon_102_2_{FILE}": text("")})
    )
    assert [(each.when, each.late) for each in collection.taken] == [(None, True), (None, False)]
    for student, late in (("101", True), ("102", False)):
        folder = classroom.submitted / student / "a01_sigmoid"
        assert (stamp_in(folder), late_in(folder)) == (None, late)
        assert is_late(folder, DUE - timedelta(days=9)) is late


def test_canvass_lateness_stays_when_submitted_itself_is_collected(classroom: Classroom):
    classroom.take({f"kimminjun_LATE_101_1_{FILE}": WORK, f"leeseoyeon_102_2_{FILE}": text("")})
    before = classroom.everything()
    assert classroom.collect(classroom.submitted).problems == ()
    assert classroom.everything() == before


def test_a_time_that_is_known_takes_the_place_of_canvass_late_and_back(classroom: Classroom):
    folder = classroom.submitted / "101" / "a01_sigmoid"
    canvas = classroom.zip({f"kimminjun_LATE_101_1_{FILE}": text("canvas")}, "canvas.zip")
    moodle = classroom.zip({f"김민준_101_assignsubmission_file_/{FILE}": text("moodle")})
    for _ in range(2):
        classroom.collect(canvas)
        assert (stamp_in(folder), late_in(folder)) == (None, True)
        classroom.collect(moodle)
        assert (stamp_in(folder), late_in(folder)) == (DUE, None)


# Blackboard


BLACKBOARD = "과제_1_{user}_attempt_2026-11-24-12-00-00"


@pytest.mark.parametrize("user", ["kim", "min_jun", "20240001"])
def test_blackboards_txt_tells_user_name_and_time(classroom: Classroom, user: str):
    classroom.roster(f"{user},Minjun Kim,")
    hand_in = BLACKBOARD.format(user=user)
    classroom.take({f"{hand_in}_{FILE}": WORK, f"{hand_in}.txt": about("Minjun Kim", user)})
    assert classroom.placed == [f"{user}/{MINE}"]
    stamp = stamp_in(classroom.submitted / user / "a01_sigmoid")
    assert stamp == datetime(2026, 11, 24, 13, 5).astimezone()


def test_without_its_txt_blackboards_user_stands_behind_the_last_underscore(classroom: Classroom):
    classroom.take({f"{BLACKBOARD.format(user='kim')}_{FILE}": WORK})
    assert classroom.placed == [f"kim/{MINE}"]
    assert stamp_in(classroom.submitted / "kim" / "a01_sigmoid") == DUE


def test_without_its_txt_a_user_with_underscores_is_known_by_the_roster(classroom: Classroom):
    classroom.roster("1,김민준,min_jun@example.com")
    classroom.take({f"{BLACKBOARD.format(user='min_jun')}_{FILE}": WORK})
    assert classroom.placed == [f"1/{MINE}"]


@pytest.mark.parametrize(
    "date",
    [
        "Friday, 13 November 2026",
        "2026년 11월 24일 화요일 오후 1시",
        "Tuesday, Foo 99, 2026 1:05:00 PM",
    ],
)
def test_a_date_that_blackboard_writes_otherwise_leaves_the_names(classroom: Classroom, date: str):
    hand_in = BLACKBOARD.format(user="kim")
    classroom.take({f"{hand_in}_{FILE}": WORK, f"{hand_in}.txt": about("김민준", "kim", date)})
    assert stamp_in(classroom.submitted / "kim" / "a01_sigmoid") == DUE


def test_of_blackboards_attempts_the_last_counts(classroom: Classroom):
    second = "과제_1_kim_attempt_2026-11-24-18-30-00"
    classroom.take(
        {
            f"{second}_{FILE}": (text("new"), NOON),
            f"{BLACKBOARD.format(user='kim')}_{FILE}": (text("old"), NOON + timedelta(days=1)),
        }
    )
    assert "# new" in classroom.read(f"kim/{MINE}")
    assert len(classroom.kept) == 1


def test_blackboards_assignment_tells_what_a_file_is_for(classroom: Classroom):
    name = "a01_sigmoid_kim_attempt_2026-11-24-12-00-00_제출.ipynb"
    assert classroom.take({name: "nothing defined"}) == [f"kim/{MINE}"]


def test_a_comment_of_a_student_tells_nobody_elses_name(classroom: Classroom):
    hand_in = BLACKBOARD.format(user="kim")
    lying = "Comments:\nName: 이서연 (lee)\n"
    classroom.take({f"{hand_in}_{FILE}": WORK, f"{hand_in}.txt": lying})
    assert classroom.placed == [f"kim/{MINE}"]


# Google Classroom


CLASS = {
    f"과제 1/김민준 - {FILE}": text("김민준"),
    "과제 1/Minjun Kim - a01_sigmoid (1).ipynb": text("Minjun Kim"),
    "과제 1/이서연 - 제출.ipynb": text("이서연"),
}


def test_classroom_tells_the_student_in_the_files_name(classroom: Classroom):
    assert classroom.take(CLASS) == [f"{who}/{MINE}" for who in ("Minjun Kim", "김민준", "이서연")]


def test_classrooms_names_are_the_rosters_in_any_order(classroom: Classroom):
    classroom.roster("1,김민준,", '2,"Kim, Minjun",', "3,이 서연,")
    assert classroom.take(CLASS) == [f"{who}/{MINE}" for who in "123"]


def test_classrooms_copies_are_attempts(classroom: Classroom):
    files = {f"김민준 - {FILE}": text("old"), "김민준 - a01_sigmoid (1).ipynb": text("new")}
    classroom.take(files)
    assert classroom.placed == [f"김민준/{MINE}"]
    assert "# new" in classroom.read(f"김민준/{MINE}")


def test_a_folder_of_one_name_may_be_a_students_own(classroom: Classroom):
    source = classroom.zip({f"박지호/김민준 - {FILE}": WORK})
    assert classroom.collect(source).problems == ()
    assert classroom.placed == [f"박지호/{MINE}"]
    assert classroom.collect(source, lms="classroom").problems == ()
    assert f"김민준/{MINE}" in classroom.placed


def test_several_folders_of_several_names_are_asked_for_without_a_roster(classroom: Classroom):
    tasks = {"과제 1": FILE, "과제 4": "a04_bce_cost.ipynb"}
    people = ("김민준", "이서연")
    by_task = {
        f"{task}/{who} - {file}": text(who) for task, file in tasks.items() for who in people
    }
    by_who = {f"{who}/{task} - {file}": text(who) for task, file in tasks.items() for who in people}
    for name, files in (("drive.zip", by_task), ("folders.zip", by_who)):
        problem = classroom.problem(classroom.zip(files, name))
        assert "may be named by several LMSs (classroom, folders)" in problem
        assert classroom.placed == []
    placed = [
        f"{who}/{slug}/{slug}.ipynb" for who in people for slug in ("a01_sigmoid", "a04_bce_cost")
    ]
    for name, lms in (("drive.zip", "classroom"), ("folders.zip", "folders")):
        assert classroom.collect(classroom.sources / name, lms=lms).problems == ()
        assert classroom.placed == placed
    classroom.roster("1,김민준,", "2,이서연,")
    for name in ("drive.zip", "folders.zip"):
        assert classroom.collect(classroom.sources / name).problems == ()
    assert classroom.placed == [
        *(f"{n}{path[3:]}" for n, path in zip("1122", placed, strict=True)),
        *placed,
    ]


# Brightspace


@pytest.mark.parametrize("between", ["/", " - "])
def test_brightspaces_folders_and_files_tell_name_and_time(classroom: Classroom, between: str):
    hand_ins = {
        "12345-67890 - 김민준 - Nov 24, 2026 905 PM": "old",
        "12345-67890 - 김민준 - Nov 24, 2026 1005 PM": "new",
        "12346-67890 - Liam O'Brien - Nov 23, 2026 1200 AM": "liam",
    }
    files = {f"{hand_in}{between}{FILE}": text(who) for hand_in, who in hand_ins.items()}
    classroom.take({**files, "index.html": "<html>"})
    assert classroom.placed == [f"12345/{MINE}", f"12346/{MINE}"]
    assert "# new" in classroom.read(f"12345/{MINE}")
    stamps = [stamp_in(classroom.submitted / who / "a01_sigmoid") for who in ("12345", "12346")]
    assert stamps == [
        datetime(2026, 11, 24, 22, 5).astimezone(),
        datetime(2026, 11, 23).astimezone(),
    ]


# nbgrader's exchange


def test_the_exchanges_inbound_tells_user_time_and_secret(classroom: Classroom):
    folders = {
        "kim+a01_sigmoid+2026-11-24 03:00:00.123456 UTC": "old",
        "kim+a01_sigmoid+2026-11-24 05:00:00.123456 UTC+c2FsdA": "new",
        "lee+a01_sigmoid+2026-11-24 12:00:00.0 KST+c2FsdB": "lee",
    }
    files = {f"inbound/{folder}/{FILE}": text(who) for folder, who in folders.items()}
    files[f"inbound/{[*folders][1]}/submission_secret.txt"] = "5" * 128
    files[f"inbound/{[*folders][2]}/timestamp.txt"] = "2026-11-24 12:00:00.0 Asia/Seoul"
    classroom.take(files)
    assert classroom.placed == [
        f"kim/{MINE}",
        "kim/a01_sigmoid/submission_secret.txt",
        f"lee/{MINE}",
    ]
    assert "# new" in classroom.read(f"kim/{MINE}")
    assert classroom.read("kim/a01_sigmoid/timestamp.txt") == "2026-11-24T05:00:00+00:00\n"
    assert classroom.read("lee/a01_sigmoid/timestamp.txt") == "2026-11-24T12:00:00+09:00\n"
    assert len(classroom.kept) == 1


# which it was


@pytest.mark.parametrize(
    ("honest", "students"),
    [
        (("kimminjun_101_1_{}", "leeseoyeon_102_2_{}"), ["101", "102"]),
        (
            (
                f"{BLACKBOARD}_{{}}".format("{}", user="kim"),
                "과제_1_lee_attempt_2026-11-24-12-00-00_{}",
            ),
            ["kim", "lee"],
        ),
        (("kim_101_assignsubmission_file_{}", "lee_102_assignsubmission_file_{}"), ["101", "102"]),
    ],
)
@pytest.mark.parametrize(
    "forged",
    [
        "이서연_102_assignsubmission_file_a01_sigmoid.ipynb",
        "lee_102_99_a01_sigmoid.ipynb",
        "HW_lee_attempt_2026-12-24-12-00-00_a01_sigmoid.ipynb",
        "lee - a01_sigmoid.ipynb",
    ],
)  # fmt: skip
def test_no_student_hands_in_as_somebody_else_by_naming_a_file(
    classroom: Classroom, honest: tuple[str, str], students: list[str], forged: str
):
    one, two = honest
    classroom.take({one.format(forged): text("one"), two.format(FILE): text("two")})
    assert classroom.placed == [f"{who}/{MINE}" for who in students]
    assert "# two" in classroom.read(f"{students[1]}/{MINE}")


def test_where_two_lmss_may_have_named_everything_it_is_asked(classroom: Classroom):
    source = classroom.zip({f"kim_1_2_HW_lee_attempt_2026-11-24-12-00-00_{FILE}": WORK})
    assert "may be named by several LMSs (canvas, blackboard)" in classroom.problem(source)
    assert classroom.placed == []
    for lms, student in (("canvas", "1"), ("blackboard", "lee")):
        assert classroom.collect(source, lms=lms).problems == ()
        assert f"{student}/{MINE}" in classroom.placed


def test_an_lms_can_be_forced_and_then_nothing_else_is_read(classroom: Classroom):
    files = {f"kim_101_1_{FILE}": WORK, f"이서연/{FILE}": text("")}
    (problem,) = classroom.collect(classroom.zip(files), lms="canvas").problems
    assert "class" not in problem.en
    assert f"이서연/{FILE} is nobody's" in problem.en
    assert classroom.placed == [f"101/{MINE}"]


@pytest.mark.parametrize("lms", ["nbgrader", "folders"])
def test_a_place_can_be_forced_over_any_mark(classroom: Classroom, lms: str):
    files = {f"kim_101_1_x/a01_sigmoid/{FILE}": WORK, f"lee/a01_sigmoid/lee - {FILE}": text("")}
    assert classroom.collect(classroom.zip(files), lms=lms).problems == ()
    assert classroom.placed == [f"kim_101_1_x/{MINE}", f"lee/{MINE}"]


def test_a_wrong_name_of_an_lms_names_the_right_ones(classroom: Classroom):
    with pytest.raises(CollectError, match="no LMS called 'moodel'") as caught:
        classroom.collect(classroom.zip({}), lms="moodel")
    assert (
        caught.value.hint.en
        == "One of: moodle, canvas, blackboard, brightspace, exchange, classroom, nbgrader, folders."
    )


def test_a_folder_of_zips_may_be_of_many_lmss(classroom: Classroom):
    folder = classroom.folder(
        {
            "moodle.zip": zipped({f"김민준_101_assignsubmission_file_/{FILE}": WORK}),
            "canvas.zip": zipped({f"leeseoyeon_202_1_{FILE}": WORK}),
            "blackboard.zip": zipped({f"HW_park_attempt_2026-11-24-12-00-00_{FILE}": WORK}),
            "drive.zip": zipped({f"a01 sigmoid/최지우 - {FILE}": WORK, "a01 sigmoid/정하준 - a.ipynb": WORK}),
        }
    )  # fmt: skip
    assert classroom.collect(folder).problems == ()
    students = ["101", "202", "park", "정하준", "최지우"]
    assert classroom.placed == [f"{who}/{MINE}" for who in students]


# names as they come


@pytest.mark.parametrize(
    "name",
    [
        "a01_sigmoid (1).ipynb",
        "a01_sigmoid - 복사본.ipynb",
        "a01_sigmoid - 복사본 (2).ipynb",
        "a01_sigmoid-1.ipynb",
        " a01_sigmoid .ipynb",
        "'a01_sigmoid'.ipynb",
        '"a01_sigmoid" (최종).ipynb',
        "a01_sigmoid, 김민준.ipynb",
        "🔥 a01_sigmoid 🔥.ipynb",
        "a01_sigmoid_최종_진짜최종 (3) - 복사본.ipynb",
        unicodedata.normalize("NFD", "과제 a01_sigmoid 제출.ipynb"),
    ],
)
@pytest.mark.parametrize("mark", ["kim_101_5_{}", "김민준_101_assignsubmission_file_/{}"])
def test_what_students_and_browsers_do_to_a_name_is_seen_through(
    classroom: Classroom, mark: str, name: str
):
    assert classroom.take({mark.format(name): "no code at all"}) == [f"101/{MINE}"]


@pytest.mark.parametrize("info", [Cp949Info, MacInfo])
def test_windows_and_macos_zips_of_classroom_are_read(classroom: Classroom, info):
    files = {f"과제 1/{name} - 과제 a01_sigmoid.ipynb": text(name) for name in ("김민준", "홍길동")}
    assert classroom.take(files, info=info) == [f"{who}/{MINE}" for who in ("김민준", "홍길동")]


def test_a_decomposed_name_is_the_rosters(classroom: Classroom):
    classroom.roster("1,김민준,", "2,이서연,")
    names = [unicodedata.normalize("NFD", f"{name} - {FILE}") for name in ("김민준", "이서연")]
    assert classroom.take({name: text(name) for name in names}) == [f"{who}/{MINE}" for who in "12"]
