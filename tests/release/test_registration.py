"""What a release tells nbgrader's gradebook, and which gradebook it tells."""

import shutil
from datetime import datetime

import pytest

from autograder.nbgrading.database import gradebook_of, opened
from autograder.release import notebooks, release

SLUG = "a01_double"


def released(kept, told=()):
    notes = []
    release(kept.course, kept.root, "en", [SLUG], notes.append)
    assert [note.en for note in notes] == [*told]
    return gradebook_of(kept.course, kept.root)


def names_and_due_dates(url):
    with opened(url) as gradebook:
        return [(assignment.name, assignment.duedate) for assignment in gradebook.assignments]


def test_the_gradebook_that_the_course_names_is_told_and_no_other(kept, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "marks.db"
    shutil.move(kept.root / "gradebook.db", elsewhere)
    kept.change("course.toml", "assignments", f'db_url = "sqlite:///{elsewhere}"\nassignments')
    assert names_and_due_dates(released(kept)) == [(SLUG, None)]
    assert not (kept.root / "gradebook.db").exists()


def test_a_course_may_have_no_gradebook(kept):
    kept.change("course.toml", "assignments", 'db_url = ""\nassignments')
    before = (kept.root / "gradebook.db").read_bytes()
    assert released(kept) is None
    assert (kept.root / "gradebook.db").read_bytes() == before


def test_the_formgraders_due_date_stays_unless_the_course_has_one(kept):
    with opened(released(kept)) as gradebook:
        gradebook.find_assignment(SLUG).duedate = datetime(2026, 12, 1, 12)
        gradebook.db.commit()
    assert names_and_due_dates(released(kept)) == [(SLUG, datetime(2026, 12, 1, 12))]
    due = f"[due]\n{SLUG} = 2026-12-24T12:00:00+09:00\n"
    kept.write("course.toml", (kept.root / "course.toml").read_text("utf-8") + due)
    note = (
        "a01_double: the due date in the gradebook was 2026-12-01 21:00; course.toml's counts:"
        " 2026-12-24 12:00."
    )
    assert names_and_due_dates(released(kept, [note])) == [(SLUG, datetime(2026, 12, 24, 3))]
    assert names_and_due_dates(released(kept)) == [(SLUG, datetime(2026, 12, 24, 3))]


def test_graders_whose_items_are_known_are_not_collected_again(small, monkeypatch):
    from autograder.judge.session import with_judge

    items = with_judge(small.course, [SLUG], lambda judge: {SLUG: judge.items(SLUG)})
    fresh = notebooks(small.course, "en", [SLUG], {})
    monkeypatch.setattr("autograder.judge.session.with_judge", pytest.fail)
    assert notebooks(small.course, "en", [SLUG], items) == fresh
