"""A gradebook on a PostgreSQL server: everything that one in a file can do, and its own ways to fail."""

import csv
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from autograder.errors import KitError
from autograder.roster import Row
from tests.conftest import autograder, course_of, hand_in, read_lines, solution, stub
from tests.nbgrading.conftest import SLUG, result_of

NOBODY = 65534
PASSWORD = "sésame%2F öffne"  # what a URL must quote


class Server:
    """A server of our own, reached by a socket in its folder."""

    def __init__(self, programs: Path, place: Path) -> None:
        self._programs = programs
        self._place = place
        self._user = NOBODY if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
        if self._user:
            os.chown(place, self._user, self._user)
        (place / "password").write_text(PASSWORD, "utf-8")
        (place / "password").chmod(0o644)
        self._run("initdb", "--username=teacher", f"--pwfile={place / 'password'}", "--no-sync",
                  "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C")  # fmt: skip

    def start(self):
        options = f"-c listen_addresses= -c unix_socket_directories={self._place} -c fsync=off"
        self._run("pg_ctl", "start", "--wait", "--log", self._place / "log", "--options", options)

    def stop(self):
        self._run("pg_ctl", "stop", "--wait", "--mode=fast")

    def url(self, password=PASSWORD):
        import sqlalchemy as sql

        query = {"host": str(self._place)}
        url = sql.URL.create("postgresql", "teacher", password, database="postgres", query=query)
        return url.render_as_string(hide_password=False)

    def _run(self, program, *args):
        command = [self._programs / program, *args, "--pgdata", self._place / "data"]
        parts = {"user": self._user, "group": self._user, "extra_groups": []} if self._user else {}
        subprocess.run(
            command, check=True, cwd=self._place, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, **parts,
        )  # fmt: skip


@pytest.fixture(scope="module")
def server():
    """A running PostgreSQL, where the programs for one are installed."""
    pytest.importorskip("psycopg", reason="pip install -r requirements-extras.lock")
    found = shutil.which("pg_ctl")
    homes = [Path(found).resolve().parent] if found else []
    homes += sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not homes:
        pytest.skip("no PostgreSQL server is installed (apt-get install postgresql)")
    # a socket's path must be short, and the way to it open to who runs the server
    with tempfile.TemporaryDirectory(prefix="postgres-", dir="/tmp") as place:
        server = Server(homes[-1], Path(place))
        server.start()
        yield server
        server.stop()


@pytest.fixture
def course(tmp_path):
    """A course of its own that can be released."""
    return course_of(tmp_path, SLUG)


def grade(course, url):
    return autograder("grade", "--db-url", url, "--lang", "en", cwd=course)


def formgraders(url):
    """The marks that the formgrader shows: it asks with SQL of its own."""
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import Config

    config = Config()
    config.CourseDirectory.db_url = url
    shown = NbGraderAPI(config=config).get_submissions(SLUG)
    return sorted((each["student"], each["score"]) for each in shown)


@pytest.mark.nightly
def test_release_grade_manual_marks_extensions_and_export_on_a_server(server, course):
    from nbgrader.api import Gradebook

    from autograder.nbgrading.export import CsvExport

    url = server.url()
    config = (course / "course.toml").read_text("utf-8")
    (course / "course.toml").write_text(config.replace('db_url = ""', f'db_url = "{url}"'))
    assert autograder("release", cwd=course).returncode == 0
    for student in ("4021", "4022"):
        work = hand_in(course / "submitted", student, SLUG, solution(SLUG))
        work.with_name("timestamp.txt").write_text("2026-12-01 13:00:00 UTC")
    run = grade(course, url)
    assert run.returncode == 0, run.stderr
    with Gradebook(url) as gradebook:
        assert [s.score for s in gradebook.assignment_submissions(SLUG)] == [10.0, 10.0]
        gradebook.find_grade("check_sigmoid", SLUG, SLUG, "4021").manual_score = 5.5
        gradebook.find_comment("sigmoid", SLUG, SLUG, "4021").manual_comment = "잘했어요"
        gradebook.update_or_create_assignment(SLUG, duedate=datetime(2026, 12, 1, 12))
        gradebook.grant_extension(SLUG, "4021", hours=2)
        gradebook.db.commit()
    hand_in(course / "submitted", "4021", SLUG, stub(SLUG))
    run = grade(course, url)
    assert run.returncode == 0, run.stderr
    assert "in the formgrader still count; see to it (1): 4021/a01_sigmoid" in run.stderr
    assert [(r.student, r.score, r.late) for r in read_lines(course)] == [
        ("4021", 0.0, False), ("4022", 10.0, True),
    ]  # fmt: skip
    assert not (course / "gradebook.db").exists()
    assert "4021,,0,5.5,5.5," in (course / "grades.csv").read_text("utf-8-sig")
    assert autograder("export", "excel", cwd=course).returncode == 0
    assert "4021,,,5.5,5.5,10" in (course / "export" / "excel.csv").read_text("utf-8-sig")
    with Gradebook(url) as gradebook:
        assert gradebook.find_submission(SLUG, "4021").score == 5.5
        comment = gradebook.find_comment("sigmoid", SLUG, SLUG, "4021")
        assert comment.comment == "잘했어요"
        assert formgraders(url) == [("4021", 5.5), ("4022", 10.0)]
        CsvExport(to=str(course / "export.csv")).export(gradebook)
    with (course / "export.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["student_id"], row["score"], row["duedate"]) for row in csv.DictReader(file)]
    due = str(datetime(2026, 12, 1, 12, tzinfo=UTC).replace(tzinfo=None))
    assert sorted(rows) == [("4021", "5.5", due), ("4022", "10.0", due)]


@pytest.mark.nightly
def test_an_id_that_is_too_long_costs_nobody_else_a_mark(server, classroom):
    from nbgrader.api import Gradebook

    url, long = server.url(), "9" * 129
    classroom.course = msgspec.structs.replace(classroom.course, db_url=url)
    classroom.course.__dict__["people"] = {
        student: Row(student, "A" * 300, "x" * 300) for student in (long, "4031")
    }
    for student in (long, "4031"):
        classroom.hand_in(student)
    (told,) = classroom.keep(result_of(long), result_of("4031"))
    assert told.en.startswith(f"{long[:39]}…: this id is too long for nbgrader's gradebook.")
    with Gradebook(url) as gradebook:
        assert gradebook.find_submission(SLUG, "4031").score == 10.0
        assert gradebook.find_student("4031").last_name == "A" * 128
    assert classroom.autograded("4031").is_file()
    assert not classroom.autograded(long).exists()


@pytest.mark.nightly
def test_a_server_that_is_down_costs_no_result_and_gets_what_it_is_owed(server, course):
    from nbgrader.api import Gradebook

    url = server.url()
    hand_in(course / "submitted", "4023", SLUG, solution(SLUG))
    server.stop()
    try:
        run = grade(course, url)
    finally:
        server.start()
    assert run.returncode == 2
    assert "cannot be used (connection " in run.stderr, run.stderr
    assert "Marks are as graded: without what an instructor changed by hand." in run.stderr
    assert "the next run of grade writes what is owed. See db_url in course.toml" in run.stderr
    assert "sésame" not in run.stderr + run.stdout
    assert [r.score for r in read_lines(course)] == [10.0]
    assert "4023,,10,10,10" in (course / "grades.csv").read_text("utf-8-sig")
    run = grade(course, url)
    assert (run.returncode, "(0 graded now)" in run.stderr) == (0, True), run.stderr
    with Gradebook(url) as gradebook:
        assert gradebook.find_submission(SLUG, "4023").score == 10.0


@pytest.mark.nightly
def test_a_wrong_password_is_told_without_showing_it(server, classroom):
    with pytest.raises(KitError, match="password authentication failed for user") as told:
        classroom.keep(result_of("4021"), db_url=server.url("Ali-Baba"))
    assert "Ali-Baba" not in f"{told.value} {told.value.hint.en}"
    assert "\n" not in str(told.value)


def test_a_missing_driver_is_told_with_the_way_to_install_it(classroom, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(KitError, match=r"postgresql://me:\*\*\*@nowhere/x cannot be used") as told:
        classroom.keep(result_of("4021"), db_url="postgresql://me:secret@nowhere/x?password=secret")
    assert "pip install -r requirements-extras.lock" in told.value.hint.en
    assert "secret" not in f"{told.value} {told.value.hint.en}"


@pytest.mark.parametrize("url", ["secret", "postgresql://me:secret@host:port/x"])
def test_a_url_that_is_none_is_refused_without_showing_it(classroom, url):
    with pytest.raises(KitError, match="db_url is no database's URL") as told:
        classroom.keep(result_of("4021"), db_url=url)
    assert "secret" not in f"{told.value} {told.value.hint.en}"
