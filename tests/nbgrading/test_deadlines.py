"""Who is late, by the course's due dates, the formgrader's, and what extension a student was given."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
import sqlalchemy as sql

from autograder.grade import make_plan
from autograder.late import Late
from autograder.nbgrading.deadlines import read_deadlines
from tests.nbgrading.conftest import SLUG, result_of

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def handed_in(classroom):
    """A class in which one handed in an hour before noon, and one an hour after."""
    classroom.hand_in("early", stamp="2026-12-01 11:00:00 UTC")
    classroom.hand_in("after", stamp="2026-12-01 13:00:00 UTC")
    classroom.keep(result_of("early"), result_of("after"))
    return classroom


def due(classroom, time):
    """The classroom's course, with this due date in course.toml."""
    (assignment,) = (each for each in classroom.course.assignments if each.slug == SLUG)
    return msgspec.structs.replace(
        classroom.course, assignments=(msgspec.structs.replace(assignment, due=time),)
    )


def set_due(classroom, time):
    """Set a due date as the formgrader does."""
    with classroom.gradebook as gradebook:
        gradebook.update_or_create_assignment(SLUG, duedate=time)


def set_in(classroom):
    """The due date in the gradebook, and who has an extension there."""
    with classroom.gradebook as gradebook:
        theirs = gradebook.assignment_submissions(SLUG)
        date = gradebook.find_assignment(SLUG).duedate
        return date and date.replace(tzinfo=UTC), {
            each.student.id: each.extension for each in theirs if each.extension
        }


def late(classroom, course):
    """Who is late for us; and the same for nbgrader."""
    deadlines = read_deadlines(sql.make_url(f"sqlite:///{classroom.database}"))
    plan = make_plan(course, classroom.submitted, [], [], deadlines.of)
    ours = {submission.student for submission in plan.hand_ins if submission.late}
    with classroom.gradebook as gradebook:
        theirs = gradebook.assignment_submissions(SLUG)
        assert ours == {each.student.id for each in theirs if each.total_seconds_late > 0}
    return ours


def test_nobody_is_late_for_what_is_not_due(handed_in):
    assert late(handed_in, handed_in.course) == set()


def test_a_due_date_set_in_the_formgrader_counts(handed_in):
    set_due(handed_in, NOON)
    handed_in.keep(result_of("early", sigmoid=1), result_of("after"))
    assert late(handed_in, handed_in.course) == {"after"}


@pytest.mark.parametrize("where", ["course.toml", "formgrader"])
def test_an_extension_is_for_one_student(handed_in, where):
    course = handed_in.course
    if where == "formgrader":
        set_due(handed_in, NOON - timedelta(hours=2))
    else:
        course = due(handed_in, NOON - timedelta(hours=2))
        handed_in.keep(result_of("early"), result_of("after"), assignments=course.assignments)
    assert late(handed_in, course) == {"early", "after"}
    with handed_in.gradebook as gradebook:
        gradebook.grant_extension(SLUG, "after", hours=3)
    assert late(handed_in, course) == {"early"}


def test_the_courses_due_date_counts_more_than_the_formgraders_and_that_is_told(handed_in):
    course = due(handed_in, NOON)
    results = result_of("early"), result_of("after")
    assert handed_in.keep(*results, assignments=course.assignments) == []
    set_due(handed_in, NOON + timedelta(days=1))
    (told,) = handed_in.keep(*results, assignments=course.assignments)
    assert told.en == (
        "a01_sigmoid: the due date in the gradebook was 2026-12-02 12:00; course.toml's counts:"
        " 2026-12-01 12:00."
    )
    assert late(handed_in, course) == {"after"}
    assert handed_in.keep(*results, assignments=course.assignments) == []


def test_a_gradebook_that_is_not_there_says_nothing_and_is_not_made(tmp_path):
    assert read_deadlines(sql.make_url(f"sqlite:///{tmp_path}/gradebook.db")).due == {}
    assert not [*tmp_path.iterdir()]


def test_an_extension_in_course_toml_counts_and_is_given_to_the_gradebook(handed_in):
    course = due(handed_in, NOON - timedelta(hours=2))
    (assignment,) = course.assignments
    more = {"after": timedelta(hours=3), "early": NOON - timedelta(hours=1), "nobody": timedelta()}
    course = msgspec.structs.replace(
        course, assignments=(msgspec.structs.replace(assignment, extensions=more),)
    )
    results = result_of("early"), result_of("after")
    handed_in.keep(*results, assignments=course.assignments)
    assert late(handed_in, course) == set()
    with handed_in.gradebook as gradebook:
        extensions = {
            each.student.id: each.extension for each in gradebook.assignment_submissions(SLUG)
        }
    assert extensions == {"early": timedelta(hours=1), "after": timedelta(hours=3)}


def test_what_course_toml_has_no_more_is_taken_back_and_what_a_human_set_stays(handed_in):
    results = result_of("early"), result_of("after")
    with handed_in.gradebook as gradebook:
        gradebook.grant_extension(SLUG, "early", days=3)
    dated = due(handed_in, NOON)
    (assignment,) = dated.assignments
    more = msgspec.structs.replace(assignment, extensions={"after": timedelta(hours=3)})
    handed_in.keep(*results, assignments=(more,))
    assert set_in(handed_in) == (NOON, {"early": timedelta(days=3), "after": timedelta(hours=3)})
    handed_in.keep(*results, assignments=(assignment,))
    assert set_in(handed_in) == (NOON, {"early": timedelta(days=3)})
    assert late(handed_in, dated) == {"after"}
    handed_in.keep(*results)
    assert set_in(handed_in) == (None, {"early": timedelta(days=3)})
    set_due(handed_in, NOON)
    handed_in.keep(*results)
    assert set_in(handed_in)[0] == NOON


def test_a_due_date_that_was_ours_and_changed_by_a_human_is_theirs(handed_in):
    results = result_of("early"), result_of("after")
    handed_in.keep(*results, assignments=due(handed_in, NOON).assignments)
    set_due(handed_in, NOON + timedelta(days=1))
    handed_in.keep(*results)
    assert set_in(handed_in)[0] == NOON + timedelta(days=1)


def test_a_date_that_is_no_more_makes_nobody_late_in_the_very_run(handed_in):
    dated = due(handed_in, NOON)
    handed_in.keep(result_of("early"), result_of("after"), assignments=dated.assignments)
    deadlines = read_deadlines(sql.make_url(f"sqlite:///{handed_in.database}"))
    assert deadlines.of(handed_in.course[SLUG], "after") is None
    assert deadlines.of(dated[SLUG], "after") == NOON


def test_what_lateness_costs_stands_in_the_gradebook_and_goes_with_the_due_date(handed_in):
    results = {who: result_of(who) for who in ("early", "after")}

    def penalties(deduction):
        handed_in.keep(
            *results.values(), late={("after", SLUG): Late(True, None, deduction, deduction)}
        )
        with handed_in.gradebook as gradebook:
            return {
                each.student.id: (each.score, each.late_submission_penalty)
                for each in gradebook.assignment_submissions(SLUG)
            }

    assert penalties(1.5) == {"early": (10.0, 0.0), "after": (10.0, 1.5)}
    assert penalties(0.0) == {"early": (10.0, 0.0), "after": (10.0, 0.0)}
