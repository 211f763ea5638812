"""The course in a real browser: what a student does, then what the instructor does.

It is one story: each test goes on where the one before it ended. It is told in Korean, and what
looks different in English once more.
"""

import itertools

import pytest

from autograder.result import tasks_of
from tests.browser.conftest import ABSENT, ROSTER, SLUG, STUDENT

pytestmark = pytest.mark.browser
korean = pytest.mark.parametrize("language", ["ko"], indirect=True)

TO_DO = {"ko": "미작성", "en": "to do"}
PASSED = {"ko": "통과", "en": "passed"}
FAILED = {"ko": "실패", "en": "failed"}
HINT = {"ko": "e^(−x)입니다", "en": "e^(−x)"}
ALL_PASSED = {"ko": "모두 통과했습니다!", "en": "All passed!"}
ANSWERS = {
    "sigmoid": ["return torch.sigmoid(x)"],
    "hypothesis": ["return sigmoid(x @ W + b)"],
    "predict": ["return h >= threshold"],
    "decision_boundary": ['if W == 0: raise ValueError("W")', "return (-b / W).reshape(())"],
}
OVERHANG = "document.documentElement.scrollWidth - innerWidth"
BROKEN = "4024"  # who handed in a syntax error


def test_what_the_instructor_releases_a_student_fetches(
    classroom, formgrader, assignments, photograph
):
    assert "Successfully released" in formgrader.press("release")
    assignments.fetch()
    photograph(assignments.page, "fetched")
    assert (classroom.home / SLUG / f"{SLUG}.ipynb").is_file()


def test_at_first_every_task_is_to_do(notebook, language, photograph):
    notebook.run_all()
    photograph(notebook.page, "first run")
    for task in reversed(ANSWERS):
        said = notebook.said(task)
        assert TO_DO[language] in said
        assert PASSED[language] not in said
    photograph(notebook.page, "to do")


def test_a_wrong_answer_fails_and_is_told_why(notebook, language, photograph):
    notebook.write("sigmoid", "return 1 / (1 + torch.exp(x))")
    said = " ".join(notebook.check("sigmoid").split())
    photograph(notebook.page, "failed")
    assert f"{FAILED[language]} sigmoid (2/3) test_sigmoid_on_the_grid_of_the_slides" in said
    assert "tensor(0.993307)" in said
    assert "tensor(0.0066929)" in said
    assert HINT[language] in said


@korean
def test_a_check_cell_can_be_neither_changed_nor_deleted(notebook):
    before = notebook.source("sigmoid")
    notebook.spoil("sigmoid")
    assert notebook.source("sigmoid") == before


@korean
def test_the_validate_button_says_that_not_all_is_right(notebook, photograph):
    said = notebook.validate()
    photograph(notebook.page, "validated, not right")
    notebook.accept()
    assert said.count("The following cell failed") == len(ANSWERS)


def test_right_answers_pass(notebook, language, photograph):
    for task, lines in ANSWERS.items():
        notebook.write(task, *lines)
        assert ALL_PASSED[language] in notebook.check(task)
    photograph(notebook.page, "passed")


@korean
def test_the_validate_button_says_that_all_is_right(notebook, photograph):
    said = notebook.validate()
    photograph(notebook.page, "validated, right")
    notebook.accept()
    assert said == "Success! Your notebook passes all the tests."


def test_a_student_saves_and_submits(classroom, notebook, assignments, photograph):
    notebook.save()
    assert SLUG in assignments.submit()
    photograph(assignments.page, "submitted")
    (handed_in,) = (classroom.exchange / "pytorch" / "inbound").iterdir()
    assert handed_in.name.startswith(f"{STUDENT}+{SLUG}+")


def test_an_instructor_collects_and_sees_the_class(classroom, formgrader, photograph):
    classroom.hand_in_for_the_others()
    assert "Successfully collected" in formgrader.press("collect")
    classroom.grade()
    shown = formgrader.list_submissions()
    photograph(formgrader.page, "class", whole=True)
    assert shown.keys() == ROSTER.keys() - {ABSENT}
    assert {status for _, status, _ in shown.values()} == {"graded"}
    assert shown[STUDENT] == ("김, 민준", "graded", "10 / 10")
    assert shown["4048"][0] == "Kim, Ji-woo"


@korean
def test_gradebook_formgrader_table_and_results_agree_figure_by_figure(
    classroom, formgrader, photograph
):
    from nbgrader.api import Gradebook

    results = {student: r for student, r in classroom.results.items() if student != ABSENT}
    scores = {student: result.score for student, result in results.items()}
    nothing = {f"check_{task}": 0.0 for task in ANSWERS}  # of a damaged file there are no items
    marks = {
        student: nothing | {f"check_{task.name}": task.points for task in tasks_of(result)}
        for student, result in results.items()
    }
    with Gradebook(classroom.gradebook) as gradebook:
        kept = {s.student.id: s for s in gradebook.assignment_submissions(SLUG)}
        assert {student: s.score for student, s in kept.items()} == scores
        assert marks == {
            student: {grade.name: grade.score for grade in s.notebooks[0].grades}
            for student, s in kept.items()
        }
    table = classroom.table
    assert scores == {s: float(row[SLUG]) for s, row in table.items() if s != ABSENT}
    assert formgrader.marks() == marks
    shown = {student: score for student, (_, _, score) in formgrader.list_submissions().items()}
    assert shown == {student: f"{score:g} / 10" for student, score in scores.items()}
    assert formgrader.list_students() == {**shown, ABSENT: "0 / 10"}
    photograph(formgrader.page, "students", whole=True)


def test_a_submission_is_the_students_work_and_our_verdict(
    classroom, formgrader, language, photograph
):
    mistaken, hint = classroom.mistakes["sigmoid.tanh"]
    paper = formgrader.open(mistaken)
    photograph(formgrader.page, "submission", whole=True)
    assert "return torch.tanh(x)" in paper.text
    assert f"1/1 {PASSED[language]} · sig.shape" in paper.text
    assert "class _Check" not in paper.text  # what students see folded
    assert paper.mark("sigmoid") == ("2", "")
    assert paper.comment(0) == (f"−4: {hint.in_language(language)}", "")


@korean
def test_a_mark_changed_by_hand_survives_a_regrade(classroom, formgrader, photograph):
    mistaken, hint = classroom.mistakes["sigmoid.tanh"]
    paper = formgrader.open(mistaken)
    paper.change("sigmoid", "4.5")
    paper.remark(0, "말로는 잘 설명했습니다.")
    photograph(formgrader.page, "changed by hand")
    classroom.grade("--no-cache")
    paper = formgrader.open(mistaken)
    photograph(formgrader.page, "regraded", whole=True)
    assert paper.mark("sigmoid") == ("2", "4.5")
    assert paper.comment(0) == (f"−4: {hint.ko}", "말로는 잘 설명했습니다.")
    assert classroom.results[mistaken].score == 6
    assert formgrader.list_submissions()[mistaken][2] == "8.5 / 10"
    row = classroom.table[mistaken]
    parts = ("", "_by_hand", "_after")
    assert [row[f"{SLUG}{part}"] for part in parts] == ["6", "2.5", "8.5"]


@korean
def test_the_button_for_feedback_writes_the_page_of_make_feedback(
    classroom, formgrader, photograph
):
    mistaken, _ = classroom.mistakes["sigmoid.tanh"]
    classroom.run("feedback")
    page = classroom.root / "feedback" / mistaken / SLUG / f"{SLUG}.html"
    ours = page.read_bytes()
    assert "선생님이 점수를 조정했습니다: 6점 → 8.5점" in ours.decode()
    page.write_text("an older page")
    assert "Successfully generated feedback" in formgrader.press_of(mistaken, "generate-feedback")
    photograph(formgrader.page, "feedback generated")
    assert page.read_bytes() == ours


@korean
def test_the_autograde_button_says_what_to_do_instead(formgrader, photograph):
    from autograder.nbgrading.refusal import SENTENCE

    said = formgrader.press_of(STUDENT, "autograde")
    photograph(formgrader.page, "autograde refused")
    assert all(line in said for line in SENTENCE.split("\n"))


def test_feedback_pages_are_as_wide_as_the_screen(classroom, chromium, photograph):
    classroom.run("feedback")
    page = chromium.new_page()
    for student, width in itertools.product(ROSTER, (390, 1280)):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto((classroom.root / "feedback" / student / SLUG / f"{SLUG}.html").as_uri())
        assert page.evaluate(OVERHANG) <= 0, (student, width)
        if student in (STUDENT, BROKEN, ABSENT):
            photograph(page, f"feedback of {student} at {width}", whole=True)
    page.close()


@korean
def test_a_student_gets_the_page_back(classroom, formgrader, assignments, photograph):
    said = formgrader.press("release-feedback")
    assert "Successfully released feedback" in said
    assert f"{BROKEN}: exchange로 제출하지 않아" in said
    photograph(formgrader.page, "returned")
    assert "view feedback" in assignments.fetch_feedback()
    photograph(assignments.page, "got back")
    (page,) = (classroom.home / SLUG / "feedback").rglob("*.html")
    ours = classroom.root / "feedback" / STUDENT / SLUG / f"{SLUG}.html"
    assert page.read_bytes() == ours.read_bytes()
