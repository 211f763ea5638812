"""Those are told who share what nobody else has, and nobody is accused of a short right answer."""

import re

import pytest

from autograder.course import load_course
from autograder.similarity import groups_in
from autograder.submission import Submission, parse_percent
from tests.conftest import PROJECT, autograder, hand_in, solution, stub

SLUG = "a05_logistic_by_hand"
COURSE = load_course(PROJECT)
WORK = """
def unusual(values, rate):
    total = 0
    for index, value in enumerate(values):
        if value > rate and index % 3 == 1:
            total = total * 2 + value // (index + 1)
        elif value < -rate:
            total -= abs(value) ** 2
    while total > 1000:
        total = total - 7 * rate
    return [total, rate, total / (rate + 1)]
"""
RENAMED = WORK.replace("total", "합계").replace("value", "v").replace("unusual", "mine")
OTHERS = """
def other(xs):
    return sorted({x * x for x in xs if x}, key=lambda x: (-x, str(x)))[: len(xs) // 2]


def another(text):
    with open(text) as file:
        return "".join(line.strip() for line in file if not line.startswith("#")).split(",")
"""


def told(**works):
    cells = {who: tuple(parse_percent(text.encode(), "x.py")) for who, text in works.items()}
    found = groups_in(COURSE[SLUG], [Submission(who, SLUG, each) for who, each in cells.items()])
    return [group.students for group in found]


def test_a_copy_is_told_though_names_comments_and_layout_were_changed():
    text = stub(SLUG)
    commented = RENAMED.replace("\n    ", "\n\n    # mine\n    ")
    assert told(a=text + WORK, b=text + OTHERS, c=text + commented) == [("a", "c")]


def test_the_stub_and_the_reference_are_nobodys_own():
    assert told(a=stub(SLUG), b=stub(SLUG)) == []
    assert told(a=solution(SLUG), b=solution(SLUG)) == []


def test_accepted_answers_written_apart_are_no_pair():
    for assignment in COURSE.assignments:
        texts = [(path.stem, path.read_bytes()) for path in assignment.accepted]
        work = [Submission(who, "", tuple(parse_percent(each, "x.py"))) for who, each in texts]
        assert groups_in(assignment, work) == []
    assert told(a=OTHERS, b=WORK) == []


def test_a_known_mistake_is_nobodys_own():
    mistakes = COURSE[SLUG].mistakes.read_text("utf-8")
    assert told(a=mistakes, b=mistakes) == []


def test_an_answer_that_went_round_is_told_however_many_have_it():
    copies = {f"s{n:02}": RENAMED if n % 2 else WORK for n in range(30)}
    assert told(**copies, other=OTHERS, another="x = 1\n") == [tuple(copies)]


def test_a_group_is_shown_by_the_pairs_that_link_it_and_each_code_once():
    half = WORK[: WORK.index("    while")] + OTHERS
    texts = {"a": WORK, "b": WORK.replace("unusual", "mine"), "c": half, "d": OTHERS, "e": OTHERS}
    cells = {who: tuple(parse_percent(text.encode(), "x.py")) for who, text in texts.items()}
    works = [Submission(who, SLUG, each) for who, each in cells.items()]
    (group,) = groups_in(COURSE[SLUG], works)
    assert group.students == ("a", "b", "c", "d", "e")
    assert sorted((pair.left.students, pair.right.students) for pair in group.pairs) == [
        (("a",), ("b",)),
        (("a", "b"), ("c",)),
        (("c",), ("d", "e")),
        (("d",), ("e",)),
    ]


def test_code_that_is_broken_is_compared_as_far_as_it_goes():
    assert told(a=WORK, b=WORK + "\n)]}\n'''never closed") == [("a", "b")]


def test_where_nobody_handed_in_there_is_nothing_to_compare(tmp_path):
    run = autograder("similarity", "--submitted", tmp_path, "--out", tmp_path, "--lang", "en")
    assert run.returncode == 2
    assert f"There is nothing to compare in {tmp_path}." in run.stderr
    assert not (tmp_path / "similarity.html").exists()


@pytest.mark.parametrize(("language", "proof"), [("ko", "증거가 아닙니다"), ("en", "no proof")])
def test_the_page_shows_pairs_side_by_side_and_that_it_is_no_proof(tmp_path, language, proof):
    evil = WORK + "\n# <script>alert(1)</script>\nimport nothing_that_is_there\n"
    for who, text in {"4021": evil, "4022": RENAMED, "4023": OTHERS, "4024": RENAMED}.items():
        hand_in(tmp_path / "submitted", who, SLUG, text)
    run = autograder(
        "similarity", "--submitted", tmp_path / "submitted", "--out", tmp_path, "--lang", language
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(f"{SLUG}: 4021 · 4022 · 4024 (")
    page = (tmp_path / "similarity.html").read_text("utf-8")
    assert proof in page[: page.index("<details>")]
    assert "<mark>    while total &gt; 1000:</mark>" in page
    assert "<mark>    while 합계 &gt; 1000:</mark>" in page
    assert "<script" not in page
    assert not re.search(r"(src|href)=|url\(|@import", page)
