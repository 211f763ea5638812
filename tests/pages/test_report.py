"""Every figure of the class report is what results.jsonl says, computed here in another way."""

import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from fractions import Fraction

import msgspec
import numpy as np
import pytest
from bs4 import BeautifulSoup

from autograder.course import load_course
from autograder.late import Policy
from autograder.pages.report import write_report
from autograder.record.history import graded_now, keep_history
from autograder.record.marks import Book
from autograder.record.results import Journal, write_results
from autograder.result import ItemResult, Outcome, Result, Status
from autograder.submission import find_hand_in
from autograder.text import Text
from tests.conftest import PROJECT, hand_in
from tests.pages.made_class import hand_in_mistakes, made_class
from tests.record.conftest import BASIS

HOSTILE = "<script>alert(1)</script>"
STUDENTS, SLUGS = 200, 3
SIGNS = {"✗": "failed", "○": "not_attempted", "!": "crashed", "∞": "timeout", "‼": "error", "": "passed",
         "–": "missing", "×": "unreadable"}  # fmt: skip


@pytest.fixture(scope="module")
def course():
    course = load_course(PROJECT)
    return msgspec.structs.replace(course, assignments=course.assignments[:SLUGS])


@pytest.fixture(scope="module")
def made(course, tmp_path_factory):
    """The results of a made class, and its report."""
    out = tmp_path_factory.mktemp("class")
    results = made_class(course, out, STUDENTS)
    return results, BeautifulSoup(report(course, out), "html.parser")


def report(course, out, language="en"):
    return write_report(course, out / "submitted", out, language).read_text("utf-8")


def rows(page, section):
    """The rows of a section's table, as texts."""
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])]
        for row in page.select(f"#{section} tbody tr")
    ]


def own_text(cell):
    """What stands in a cell: this parser takes cells without an end for parts of the one before."""
    return (cell.find(string=True, recursive=False) or "").strip()


def percent(share):
    return f"{100 * share:.0f}%"


def of(results, slug):
    return [result for result in results if result.assignment == slug]


def test_the_head_counts_the_class(course, made):
    results, page = made
    earned = sum(r.score for r in results if r.status is Status.GRADED)
    possible = sum(r.max_score for r in results if r.status is Status.GRADED)
    missing, unreadable = (
        sum(r.status is status for r in results) for status in (Status.MISSING, Status.UNREADABLE)
    )
    head = " ".join(page.header.get_text().split())
    assert f"{STUDENTS} students · {SLUGS} assignments · {percent(earned / possible)} of" in head
    assert (
        f"{missing} missing · {unreadable} unreadable · {len(rows(page, 'need'))} students" in head
    )


def test_each_assignment_has_its_marks_and_keeps_missing_apart_from_zero(course, made):
    results, page = made
    figures = page.select("#assignments figure")
    for slug, figure in zip(course.slugs, figures, strict=True):
        marks = np.array([r.score for r in of(results, slug) if r.status is Status.GRADED])
        most = of(results, slug)[0].max_score
        told = " ".join(figure.get_text(" ").split())
        assert f"mean {round(marks.mean(), 2):g} / {most:g} · median {np.median(marks):g}" in told
        counts = Counter(
            {
                "graded": len(marks),
                "zero": int((marks == 0).sum()),
                "missing": sum(r.status is Status.MISSING for r in of(results, slug)),
                "unreadable": sum(r.status is Status.UNREADABLE for r in of(results, slug)),
                "late": sum(r.late for r in of(results, slug)),
            }
        )
        assert {word: int(n) for word, n in re.findall(r"([a-z]+) (\d+)(?: ·|$)", told)} == +counts
        tenths = [min(10 * Fraction(str(m)) // Fraction(str(most)), 9) for m in marks]
        bars = [n for _, n in sorted(Counter(tenths).items())]
        label = figure.svg["aria-label"]
        assert [int(n) for n in re.findall(r": (\d+)", label)] == bars
        assert [t.get_text() for t in figure.svg.find_all("text")][3:] == [
            str(n) for n in bars if n
        ]


def test_each_item_has_its_share_its_discrimination_and_how_it_ended(course, made):
    results, page = made
    told = iter(row for row in rows(page, "items") if len(row) > 1)
    for slug in course.slugs:
        graded = [r for r in of(results, slug) if r.status is Status.GRADED]
        for number, first in enumerate(graded[0].items):
            pairs = [(r.items[number], r.score) for r in graded]
            pairs = [(i, score) for i, score in pairs if i.outcome is not Outcome.ERROR]
            points = np.array([i.points for i, _ in pairs])
            rest = np.array([score - i.points for i, score in pairs])
            r = np.corrcoef(points, rest)[0, 1] if np.ptp(points) and np.ptp(rest) else None
            ends = [sum(i.outcome == o for i, _ in pairs) for o in list(SIGNS.values())[:4]]
            row = next(told)
            assert row[1:3] == [first.function, f"{first.max_points:g}"]
            assert row[3] == percent(points.sum() / (len(points) * first.max_points))
            assert row[4] == ("–" if r is None else f"{r:.2f}")
            assert [int(n or 0) for n in row[5:]] == ends
    assert next(told, None) is None


def test_mistakes_are_counted_by_student_and_the_most_frequent_come_first(course, made):
    results, page = made
    wanted = set()
    for slug in course.slugs:
        graded = [r for r in of(results, slug) if r.status is Status.GRADED]
        made_by = {(i.function, i.mistake, i.message.en, r.student)
                   for r in graded for i in r.items if i.mistake}  # fmt: skip
        for function, mistake, text in {entry[:3] for entry in made_by}:
            n = sum(entry[:2] == (function, mistake) for entry in made_by)
            wanted.add((n, len(graded), text, f"{course[slug].title.en} · {function}"))
    told = []
    for entry in page.select("#mistakes li"):
        where = entry.select_one(".where").extract().get_text()
        n, most, text = re.match(r"(\d+) of (\d+):\s+(.*)", entry.get_text().strip()).groups()
        told.append((int(n), int(most), text.strip(), where))
        entry.append(page.new_tag("span", attrs={"class": "where"}))
    assert sorted(told) == sorted(wanted)
    shares = [n / most for n, most, _, _ in told]
    assert shares == sorted(shares, reverse=True)
    top = page.select(".again ol")[0].find_all("strong")
    assert [t.get_text() for t in top] == [f"{n} of {most}" for n, most, _, _ in told[:5]]


def test_the_hardest_items_stand_at_the_top(made):
    _, page = made
    shares = sorted(int(row[3].rstrip("%")) for row in rows(page, "items") if len(row) > 1)
    top = page.select(".again ol")[1].find_all("strong")
    assert [t.get_text() for t in top] == [f"{share}% earned" for share in shares[:5]]


def test_who_ran_out_of_time_or_crashed_is_named(course, made):
    results, page = made
    wanted = {}
    for r in results:
        for i in r.items:
            if i.outcome in (Outcome.TIMEOUT, Outcome.CRASHED):
                word = "∞ time out" if i.outcome is Outcome.TIMEOUT else "! crashed"
                key = (course[r.assignment].title.en, i.function, word)
                wanted.setdefault(key, dict.fromkeys([])).setdefault(r.student)
    told = {
        tuple(row[:3]): (int(row[3].split()[0]), row[4].split(", ")) for row in rows(page, "breaks")
    }
    assert told == {key: (len(students), [*students]) for key, students in wanted.items()}


def test_the_heat_map_shows_each_item_of_each_student(course, made):
    results, page = made
    cells = {
        row.th.get_text(): [SIGNS[own_text(cell)] for cell in row.find_all("td")]
        for row in page.select("#heat tbody tr")
    }
    widths = {slug: max(len(r.items) for r in of(results, slug)) for slug in course.slugs}
    totals = {}
    for student, told in cells.items():
        mine = [r for r in results if r.student == student]
        totals[student] = sum(r.score for r in mine)
        assert told == [
            mark
            for r in mine
            for mark in [i.outcome.value for i in r.items]
            or [r.status.value] * widths[r.assignment]
        ]
    assert list(totals.values()) == sorted(totals.values(), reverse=True)
    assert len(cells) == STUDENTS


def test_who_needs_help_is_told_by_the_rule_that_is_stated(made):
    results, page = made
    needy = set()
    for student in {r.student for r in results}:
        mine = [r for r in results if r.student == student]
        graded = [r for r in mine if r.status is Status.GRADED]
        lacking = len(mine) - len(graded)
        weak = sum(r.score for r in graded) < 0.5 * sum(r.max_score for r in graded)
        if weak or not graded or lacking / len(mine) >= 0.25:
            needy.add((student, sum(r.status is Status.MISSING for r in mine)))
    assert {(row[0], int(row[-2])) for row in rows(page, "need")} == needy
    assert "less than 50%" in page.select_one("#need .rule").get_text()


def graded(student, outcome=Outcome.PASSED, slug="a01_sigmoid", **fields):
    points = 2.0 if outcome is Outcome.PASSED else 0.0
    item = ItemResult("sig.values", "sigmoid", points, 2.0, outcome, **fields)
    return Result(student, slug, Status.GRADED, points, 2.0, items=(item,))


def test_of_a_few_students_a_correlation_says_nothing(course, tmp_path):
    outcomes = [Outcome.PASSED, Outcome.FAILED] * 4
    write_results(tmp_path / "results.jsonl", [graded(str(n), o) for n, o in enumerate(outcomes)])
    page = BeautifulSoup(report(course, tmp_path), "html.parser")
    assert rows(page, "items")[1][4] == "–"


def test_the_same_results_make_the_same_page_and_it_stands_alone(course, tmp_path):
    made_class(course, tmp_path, 3)
    page = report(course, tmp_path, "ko")
    assert report(course, tmp_path, "ko") == page
    assert not re.search(r'(src|href)="(?!#)|url\((?!#)|@import|<script', page)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_nothing_foreign_becomes_markup(course, tmp_path):
    hint = Text(HOSTILE, HOSTILE)
    result = graded(HOSTILE, Outcome.FAILED, mistake=HOSTILE, message=hint)
    strange = msgspec.structs.replace(result, assignment=f"a99_{HOSTILE}")
    write_results(tmp_path / "results.jsonl", [result, strange])
    page = report(course, tmp_path)
    assert "&lt;script" in page
    assert "<script" not in page


def test_an_example_is_the_students_own_code_without_what_tells_who(course, tmp_path):
    code = [
        "# 김민준\n%matplotlib inline\nimport torch",
        'def sigmoid(x):\n    """김민준"""\n    minjun = torch.exp(-x)  # by 4021\n'
        '    print(f"{minjun} 김민준", 4021, "<b>\\d")\n    return torch.logaddexp(minjun, 1 + minjun)',
    ]
    hand_in(tmp_path / "submitted", "4021", "a01_sigmoid", code)
    read = find_hand_in(tmp_path / "submitted/4021/a01_sigmoid", "4021", course["a01_sigmoid"])
    hint = Text("틀림", "<i>Wrong</i>")
    result = graded("4021", Outcome.FAILED, mistake="sigmoid.x", message=hint)
    result = msgspec.structs.replace(result, submission_sha256=read.sha256)
    write_results(tmp_path / "results.jsonl", [result])
    page = BeautifulSoup(report(course, tmp_path), "html.parser")
    assert page.select_one("#mistakes pre").get_text() == (
        "def sigmoid(x):\n    name1 = torch.exp(-x)\n    print(f'{name1}…', ..., '<b>\\\\d')\n"
        "    return torch.logaddexp(name1, 1 + name1)"
    )
    assert "<i>" not in str(page)
    hand_in(tmp_path / "submitted", "4021", "a01_sigmoid", ["def sigmoid(x): return x"])
    assert "<pre>" not in report(course, tmp_path), "what has come in since was not graded"


def test_every_known_mistake_of_the_course_makes_an_example(course, tmp_path):
    results = hand_in_mistakes(course, made_class(course, tmp_path, 20), tmp_path / "submitted")
    write_results(tmp_path / "results.jsonl", results)
    page = BeautifulSoup(report(course, tmp_path), "html.parser")
    mistakes, examples = page.select("#mistakes li"), page.select("#mistakes pre")
    assert len(mistakes) == len(examples) > 20


def test_marks_that_moved_are_told_with_the_reason(course, tmp_path):
    journal = Journal(tmp_path)
    for minute, outcome, basis in (
        (0, Outcome.FAILED, BASIS),
        (1, Outcome.PASSED, msgspec.structs.replace(BASIS, grader="x")),
    ):
        for student in ("4021", "4022"):
            changed = outcome if student == "4021" else Outcome.PASSED
            time = datetime(2026, 11, 25, 12, minute, tzinfo=UTC)
            entry = graded_now(graded(student, changed), basis)
            journal.add(msgspec.structs.replace(entry, time=time))
    keep_history(tmp_path, journal)
    write_results(tmp_path / "results.jsonl", [graded("4021"), graded("4022")])
    (row,) = rows(BeautifulSoup(report(course, tmp_path), "html.parser"), "moved")
    assert row[1:] == [
        "4021", "a01_sigmoid", "0/2 → 2/2 (+2)", "the grader changed · sig.values 0 → 2 (passed)",
    ]  # fmt: skip


def graded_at(student, minute, points, run, basis=BASIS):
    """A line of the journal, of the run that began at this minute."""
    began = None if run is None else datetime(2026, 11, 25, 12, run, tzinfo=UTC)
    result = graded(student, Outcome.PASSED if points else Outcome.FAILED)
    entry = graded_now(result, basis, began)
    return msgspec.structs.replace(entry, time=datetime(2026, 11, 25, 12, minute, tzinfo=UTC))


def test_what_the_last_run_moved_stands_apart_from_what_moved_before(course, tmp_path):
    journal, other = Journal(tmp_path), msgspec.structs.replace(BASIS, grader="x")
    for entry in (
        graded_at("4021", 0, 0, None),
        graded_at("4022", 0, 0, None),
        graded_at("4021", 1, 2, 1, other),
        graded_at("4022", 1, 0, 1, other),
        graded_at("4022", 5, 0, 5),
        graded_at("4022", 6, 2, 5, other),
    ):
        journal.add(entry)
    keep_history(tmp_path, journal)
    write_results(tmp_path / "results.jsonl", [graded("4021"), graded("4022")])
    page = BeautifulSoup(report(course, tmp_path), "html.parser")
    before = page.select_one("#moved details").extract()
    assert [row[1:4] for row in rows(page, "moved")] == [["4022", "a01_sigmoid", "0/2 → 2/2 (+2)"]]
    assert [row.th.get_text() for row in before.select("tbody tr")] == ["4021"]


def test_what_lateness_costs_stands_beside_the_raw_figures(course, tmp_path):
    late = msgspec.structs.replace(course, late=Policy(penalty=50))
    for student, day in (("4021", 1), ("4022", 9)):
        folder = hand_in(tmp_path / "submitted", student, "a01_sigmoid", ["x = 1"]).parent
        (folder / "timestamp.txt").write_text(f"2026-12-{day:02}T12:00:00Z")
    write_results(tmp_path / "results.jsonl", [graded("4021"), graded("4022")])

    def due(assignment, student):
        return datetime(2026, 12, 8, 12, tzinfo=UTC)

    path = write_report(late, tmp_path / "submitted", tmp_path, "en", Book(due))
    page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
    head, figure = (" ".join(each.get_text().split()) for each in (page.header, page.figure))
    assert "100% of the graded points earned · 75% after deductions for lateness" in head
    assert "mean 2 / 2 · median 2" in figure
    assert "after deductions: mean 1.5 / 2 · median 1.5" in figure
    assert "late 1" in figure


def test_the_verb_writes_it_and_needs_no_torch(tmp_path):
    write_results(tmp_path / "results.jsonl", [graded("4021"), graded("4022", Outcome.TIMEOUT)])
    code = (
        f"import sys; sys.argv = ['autograder', 'report', '--out', {str(tmp_path)!r}]\n"
        "from autograder.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([name for name in ('torch', 'pytest', 'nbgrader') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert run.stdout == f"{tmp_path / 'report.html'}\n[]\n", run.stderr
    assert "2명 중 1명" in (tmp_path / "report.html").read_text("utf-8")
