"""timestamp.txt is read as nbgrader reads it, so that both call the same submissions late."""

from datetime import UTC, datetime

import pytest

from autograder.stamp import read_stamp, secret_in
from autograder.submission import is_late

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-01T21:00:00+09:00",
        "2026-12-01 12:00:00 UTC",
        "2026-12-01 21:00:00 Asia/Seoul",
        "2026-12-01 12:00:00",
    ],
)
def test_one_moment_is_read_from_every_way_of_writing_it(text):
    from nbgrader.utils import parse_utc

    assert read_stamp(text) == NOON
    assert parse_utc(text) == NOON.replace(tzinfo=None)


@pytest.mark.parametrize("text", ["", "yesterday", "2026-12-01 12:00:00 Nowhere/At_all", "1" * 999])
def test_what_is_no_time_is_none(text):
    assert read_stamp(text) is None


@pytest.mark.parametrize(
    ("text", "late"), [("2026-12-01 12:00:00 UTC", False), ("2026-12-01 12:00:00.5 UTC", True)]
)
def test_half_a_second_after_the_due_date_is_late(tmp_path, text, late):
    (tmp_path / "timestamp.txt").write_text(text)
    assert is_late(tmp_path, NOON) is late
    assert not is_late(tmp_path, None)


@pytest.mark.parametrize("secret", [b"", b"short", b"x" * 600, b"\xff" * 128, b"a b" * 20])
def test_a_secret_that_nbgrader_would_stumble_over_is_none(tmp_path, secret):
    (tmp_path / "submission_secret.txt").write_bytes(secret)
    assert secret_in(tmp_path) is None
