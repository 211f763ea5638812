"""Results are written whole or not at all, and a journal keeps what a killed run had done."""

import msgspec
import pytest

from autograder.errors import KitError
from autograder.files import write_atomically
from autograder.record.results import Journal, read_results, write_results
from autograder.result import ItemResult, Outcome, Result, Status
from autograder.text import Text

RESULT = Result(
    "김민준", "a01_sigmoid", Status.GRADED, 1.0, 2.0,
    items=(ItemResult("a", "f", 1.0, 1.0, Outcome.PASSED),
           ItemResult("b", "f", 0.0, 1.0, Outcome.FAILED, "f.sum", Text("합", "sum"))),
)  # fmt: skip


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "deep" / "results.jsonl"
    write_results(path, [RESULT])
    assert read_results(path) == {RESULT.key: RESULT}
    assert list(path.parent.iterdir()) == [path]


def test_no_file_holds_no_results(tmp_path):
    assert read_results(tmp_path / "none.jsonl") == {}


def test_a_line_that_is_cut_off_or_foreign_is_left_out(tmp_path):
    path = tmp_path / "results.jsonl"
    write_results(path, [RESULT])
    path.write_bytes(
        b'{"hello": 1}\n\xff\n{"student": "\xff"}\n'
        + path.read_bytes()
        + b'{"student": "x", "assig'
    )
    assert read_results(path) == {RESULT.key: RESULT}


def test_a_journal_outlives_its_run_until_it_is_closed(tmp_path):
    Journal(tmp_path).add(RESULT)
    assert Journal(tmp_path).finished() == {RESULT.key: RESULT}
    Journal(tmp_path).close()
    assert Journal(tmp_path).finished() == {}


def test_what_follows_a_torn_line_starts_on_a_line_of_its_own(tmp_path):
    path = tmp_path / "results.jsonl.journal"
    path.write_bytes(b'{"student": "x", "assig')
    Journal(tmp_path).add(RESULT)
    Journal(tmp_path).add(msgspec.structs.replace(RESULT, student="이서연"))
    assert [key[0] for key in Journal(tmp_path).finished()] == ["김민준", "이서연"]
    assert path.read_bytes().count(b"\n") == 3


def test_a_place_that_cannot_be_written_is_told_and_leaves_no_half_file(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(KitError, match="cannot be written") as error:
        write_atomically(tmp_path / "file" / "results.jsonl", b"x")
    assert "nothing is lost" in error.value.hint.en
    with pytest.raises(KitError, match="cannot be written"):
        Journal(tmp_path / "file").add(RESULT)
