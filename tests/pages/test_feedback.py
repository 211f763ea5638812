"""A feedback page shows every item and why it was lost, stands alone, and gives nothing away."""

import hashlib
import re

import msgspec
import pytest

from autograder.course import load_course
from autograder.pages.feedback import render, write_feedback
from autograder.record.results import write_results
from autograder.result import ItemResult, Outcome, Result, Status, tasks_of
from autograder.stamp import secret_in, stamp_in
from autograder.text import Text
from tests.conftest import PROJECT, autograder, hand_in, solution

SLUG = "a01_sigmoid"
HOSTILE = "<script>alert(1)</script>"
ITEMS = (
    ItemResult("sig.values", "sigmoid", 2.0, 2.0, Outcome.PASSED),
    ItemResult("predict.values", "predict", 0.0, 1.0, Outcome.FAILED, None,
               Text("틀렸습니다 & 다시\n    x = (\n        ^", "Wrong & again\n    x = (\n        ^")),
    ItemResult("sig.shape", "sigmoid", 0.0, 1.0, Outcome.CRASHED, None, Text(HOSTILE, HOSTILE)),
)  # fmt: skip
RESULT = Result("4021", SLUG, Status.GRADED, 2.0, 4.0, False, ITEMS, (Text("참고", "note"),))
TITLES = {(SLUG, "sig.values"): Text("시그모이드의 값", "values of the sigmoid")}


@pytest.fixture(scope="module")
def course():
    return load_course(PROJECT)


def page(course, language="ko", **changes):
    return render(course, msgspec.structs.replace(RESULT, **changes), TITLES, language)


def test_items_stand_below_their_task_with_its_points():
    first, second = tasks_of(RESULT)
    assert (first.name, first.points, first.max_points) == ("sigmoid", 2, 3)
    assert [item.id for item in first.items] == ["sig.values", "sig.shape"]
    assert second.name == "predict"


def test_a_page_shows_score_titles_outcomes_and_messages(course):
    text = page(course)
    for part in (
        "시그모이드와 임계값",
        "시그모이드의 값",
        "통과",
        "틀림",
        "실행 오류",
        "틀렸습니다",
        "참고",
    ):
        assert part in text
    assert re.search(r'class="score">2 <small>/ 4', text)


def test_a_page_speaks_english_too(course):
    text = page(course, "en")
    assert 'lang="en"' in text
    for part in (
        "Sigmoid and the threshold",
        "values of the sigmoid",
        "crashed",
        "Wrong &amp; again",
    ):
        assert part in text


def test_code_below_a_message_keeps_its_caret_in_place(course):
    assert "<pre>x = (\n    ^</pre>" in page(course, "en")


def test_a_reason_that_cost_several_items_is_told_once(course):
    reason = Text("7번째 셀에 문법 오류가 있습니다.", "There is a syntax error in cell 7.")
    lost = [
        ItemResult(name, "sigmoid", 0.0, 1.0, Outcome.CRASHED, None, reason) for name in ("a", "b")
    ]
    text = page(course, "en", items=tuple(lost), notes=(reason,))
    assert text.count(reason.en) == 1
    assert text.count("For the same reason as above.") == 1


def test_nothing_foreign_becomes_markup(course):
    text = page(course, student=HOSTILE)
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_a_page_stands_alone(course):
    text = page(course)
    assert not re.search(r"(src|href)=|url\(|@import", text)
    assert "default-src 'none'" in text


def test_missing_unreadable_and_late_are_said(course):
    assert "제출하지 않았습니다" in page(course, status=Status.MISSING, items=())
    assert "읽을 수 없습니다" in page(course, status=Status.UNREADABLE, items=(), score=0.0)
    assert "지각" in page(course, late=True)


def test_the_verb_writes_a_page_for_each_result(tmp_path):
    wrong = solution(SLUG).replace("h >= threshold", "h > threshold")
    hand_in(tmp_path / "submitted", "김민준", SLUG, wrong)
    autograder("grade", "--submitted", tmp_path / "submitted", "--out", tmp_path)
    run = autograder("feedback", "--out", tmp_path)
    assert run.returncode == 0, run.stderr
    text = (tmp_path / "feedback" / "김민준" / SLUG / f"{SLUG}.html").read_text("utf-8")
    assert "임계값 이상이면 True" in text
    assert "&gt; 를 사용했습니다" in text


def test_a_page_is_returned_only_to_the_hand_in_that_it_is_about(course, tmp_path):
    secret = "5" * 128
    for student in ("4021", "4022", "4023"):
        work = hand_in(tmp_path / "submitted", student, SLUG, solution(SLUG))
        work.with_name("timestamp.txt").write_text("2026-12-01 12:00:00 UTC")
        work.with_name("submission_secret.txt").write_text(secret)
    graded = hashlib.sha256(work.read_bytes()).hexdigest()
    results = [
        msgspec.structs.replace(RESULT, student=student, submission_sha256=graded)
        for student in ("4021", "4022", "4023")
    ]
    write_results(tmp_path / "results.jsonl", results)

    def returned():
        pages = write_feedback(course, tmp_path / "submitted", tmp_path, "en", [], [])
        assert len(pages) == 3
        return {
            page.parts[-3]
            for page in pages
            if stamp_in(page.parent) and secret_in(page.parent) == secret
        }

    assert returned() == {"4021", "4022", "4023"}
    hand_in(tmp_path / "submitted", "4022", SLUG, "# handed in since")
    at = tmp_path / "submitted" / "4023" / SLUG / "submission_secret.txt"
    at.rename(tmp_path / "another's")
    at.symlink_to(tmp_path / "another's")
    assert returned() == {"4021"}
