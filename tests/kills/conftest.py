"""The stage that these tests share, and what becomes of its class where nothing happens."""

import time

import pytest

from tests.kills.stage import Stage


@pytest.fixture(scope="session")
def stage(tmp_path_factory):
    stage = Stage(tmp_path_factory.mktemp("kills"))
    yield stage
    stage.close()


@pytest.fixture(scope="session")
def undisturbed(stage):
    """A run that nothing happens to: its results; when its grading began, when that ended, when it did."""
    run = stage.start(stage.place / "undisturbed")
    run.wait_for("worker")
    begun = run.age
    while run.processes("worker"):
        time.sleep(0.005)
    graded = run.age
    status, stderr = run.end()
    assert status == 0, stderr
    return (run.out / "results.jsonl").read_bytes(), (begun, graded, run.age)
