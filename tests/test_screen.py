"""What the screen shows while a verb works leaves the process fit to be forked."""

import threading

from autograder.screen import progress


def test_no_thread_draws_the_bar_for_workers_are_forked_meanwhile(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")  # rich then takes it for a terminal
    before = threading.active_count()
    with progress("grading") as advance:
        for done in range(3):
            advance(done, 3)
            assert threading.active_count() == before


def test_where_there_is_no_terminal_nothing_is_drawn(capsys):
    with progress("grading") as advance:
        advance(1, 2)
        advance(2, 2)
    assert capsys.readouterr().err.strip() == ""
