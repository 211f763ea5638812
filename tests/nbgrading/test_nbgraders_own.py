"""nbgrader's own commands work on what we write, show nothing hidden, and set no trap."""

import csv

import pytest
import sqlalchemy as sql

from autograder.course import load_course
from autograder.late import Late
from autograder.nbgrading.by_hand import read_book
from autograder.nbgrading.refusal import SENTENCE
from autograder.pages.feedback import write_feedback
from autograder.record.results import write_results
from autograder.result import ItemResult, Outcome
from autograder.roster import Row
from autograder.text import Text
from tests.conftest import PROJECT
from tests.nbgrading.conftest import SLUG, missing, result_of
from tests.nbgrading.test_autograded import CELLS

HOSTILE = "<script>alert(1)</script> __init__ [x](javascript:alert(2)) $\\alpha$ a < b"


@pytest.fixture
def own(classroom, monkeypatch):
    """An nbgrader command with this course's config, in this place."""
    from nbgrader.apps import NbGrader
    from traitlets.config import PyFileConfigLoader

    (classroom.place / "course.toml").write_text('title = "x"\nassignments = []\n')
    monkeypatch.chdir(classroom.place)
    monkeypatch.syspath_prepend(PROJECT)
    config = PyFileConfigLoader(str(PROJECT / "nbgrader_config.py")).load_config()
    config.CourseDirectory.root = str(classroom.place)

    def run(app, *args):
        NbGrader.clear_instance()
        app.clear_instance()
        made = app.instance(config=config)
        made.load_config_file = lambda **kwargs: None
        made.initialize([*args])
        made.start()

    return run


def test_the_formgraders_feedback_is_the_page_of_make_feedback(classroom, own):
    from nbgrader.apps import GenerateFeedbackApp

    result = result_of("4021", sigmoid=2)
    classroom.hand_in("4021", CELLS, stamp="2026-12-01 12:00:00 UTC")
    classroom.keep(result)
    write_results(classroom.place / "results.jsonl", [result])
    with classroom.gradebook as gradebook:
        gradebook.find_grade("check_sigmoid", SLUG, SLUG, "4021").manual_score = 5.0
        gradebook.db.commit()
    folder = classroom.place / "feedback" / "4021" / SLUG
    url = sql.make_url(f"sqlite:///{classroom.database}")
    write_feedback(
        load_course(classroom.place), classroom.submitted, classroom.place, "ko", [], [],
        read_book(url),
    )  # fmt: skip
    ours = {path.name: path.read_bytes() for path in folder.iterdir()}
    own(GenerateFeedbackApp, "a01*", "--force")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == ours
    assert "8점 → 9점" in ours[f"{SLUG}.html"].decode()


def test_where_a_course_is_broken_no_page_is_lost(classroom, own, capsys):
    from nbgrader.apps import GenerateFeedbackApp

    classroom.hand_in("4021", CELLS)
    classroom.keep(result_of("4021"))
    page = classroom.place / "feedback" / "4021" / SLUG / f"{SLUG}.html"
    page.parent.mkdir(parents=True)
    page.write_text("the page that is there")
    (classroom.place / "course.toml").write_text("title")
    with pytest.raises(SystemExit, match="1"):
        own(GenerateFeedbackApp, SLUG, "--force")
    assert page.read_text() == "the page that is there"
    assert "파일을 고치고 다시 실행하세요." in capsys.readouterr().err


def test_feedback_on_what_has_no_result_shows_marks_and_comments_as_they_are(
    classroom, own, capsys
):
    from nbgrader.apps import GenerateFeedbackApp

    hostile = ItemResult("x", "predict", 0.0, 1.0, Outcome.FAILED, None, Text(HOSTILE, HOSTILE))
    result = result_of("4021", sigmoid=2, predict=1)
    items = (*result.items[:-2], hostile, result.items[-1])
    classroom.hand_in("4021", CELLS)
    classroom.keep(type(result)(*result.key, result.status, 7.0, 10.0, items=items))
    own(GenerateFeedbackApp, SLUG)
    assert f"4021/{SLUG}: 채점 결과가 없어(make grade)" in capsys.readouterr().err
    page = (classroom.place / "feedback" / "4021" / SLUG / f"{SLUG}.html").read_text("utf-8")
    assert "(Score: 7.0 / 10.0)" in page
    assert "−2: &gt; 를 사용했습니다." in page
    said = page[page.index("<p>−1: ") :].split("</p>")[0]
    assert said.startswith("<p>−1: &lt;script&gt;alert(1)&lt;/script&gt; __init__ ")
    assert "<a" not in said
    assert said.endswith("a &lt; b")


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # of nbgrader's own models
def test_export_leaves_empty_what_was_not_handed_in(classroom, own):
    from nbgrader.apps import ExportApp

    classroom.course.__dict__["people"] = {"4022": Row("4022", "=cmd, Liam")}
    classroom.keep(result_of("4021", predict=1), missing("4022"))
    with classroom.gradebook as gradebook:
        gradebook.add_submission(SLUG, "4022")  # as one does who grants an extension
        gradebook.grant_extension(SLUG, "4022", days=2)
    own(ExportApp)
    rows = exported(classroom)
    assert (rows["4021"]["score"], rows["4021"]["max_score"]) == ("9.0", "10.0")
    assert (rows["4022"]["score"], rows["4022"]["last_name"]) == ("", "'=cmd")


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # of nbgrader's own models
def test_export_takes_lateness_from_the_mark_that_counts(classroom, own):
    from nbgrader.apps import ExportApp

    poor = result_of("4021", sigmoid=6, hypothesis=2, predict=1)
    classroom.keep(poor, late={poor.key: Late(True, None, deduction=1.0, price=4.0)})
    own(ExportApp)
    assert figures(exported(classroom)["4021"]) == (1.0, 1.0, 0.0)
    with classroom.gradebook as gradebook:
        gradebook.find_grade("check_sigmoid", SLUG, SLUG, "4021").manual_score = 5.0
        gradebook.db.commit()
    own(ExportApp)
    assert figures(exported(classroom)["4021"]) == (6.0, 4.0, 2.0)


def exported(classroom):
    """What `nbgrader export` has written, by student."""
    with (classroom.place / "nbgrader-grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def figures(row):
    return tuple(float(row[name]) for name in ("raw_score", "late_submission_penalty", "score"))


@pytest.mark.parametrize("options", [(), ("--force",)])
def test_plain_autograde_stops_with_a_sentence_and_changes_nothing(classroom, own, options, capsys):
    from nbgrader.apps import AutogradeApp

    classroom.hand_in("4021", CELLS, stamp="2026-12-01 12:00:00 UTC")
    classroom.keep(result_of("4021"))
    before = classroom.database.read_bytes()
    with pytest.raises(SystemExit, match="1"):
        own(AutogradeApp, SLUG, *options)
    assert classroom.database.read_bytes() == before
    assert classroom.autograded("4021").is_file()
    said = capsys.readouterr().err
    assert all(line in said for line in SENTENCE.split("\n"))
