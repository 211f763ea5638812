"""A class graded on Dask's workers: the same results as here, whoever dies on the way."""

import os
import signal
import subprocess
import sys
import time
from importlib.util import find_spec

import pytest

from tests.conftest import PROJECT, autograder, course_of, hand_in, solution, stub

psutil = pytest.importorskip("psutil")
pytestmark = [
    pytest.mark.nightly,
    pytest.mark.skipif(find_spec("distributed") is None, reason="distributed is an extra"),
]

OUTPOST = "from autograder.farm.outpost import main"
"""What an outpost's command line has in it, and no other's: a test's name may be in pytest's."""
SLUG = "a01_sigmoid"
RIGHT = solution(SLUG)
SUBMISSIONS = {
    "right": RIGHT,
    "wrong": RIGHT + "\ndef sigmoid(x):\n    return x\n",
    "untouched": stub(SLUG),
    "gone": RIGHT + "\nimport os\ndef sigmoid(x):\n    os._exit(3)\n",
    "broken": RIGHT + "\ndef sigmoid(x:\n",
    "김민준": ["import torch", RIGHT],
    "corrupt": b"{",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A class, and its results as this machine gives them."""
    place = tmp_path_factory.mktemp("class")
    for student, cells in SUBMISSIONS.items():
        hand_in(place / "submitted", student, SLUG, cells)
    for number in range(25):  # enough to kill somebody in the middle
        own = (
            f"{RIGHT}\nnumber = {number}\n" if number % 2 else f"{stub(SLUG)}\nnumber = {number}\n"
        )
        hand_in(place / "submitted", f"s{number:02}", SLUG, own)
    run = autograder("grade", "--submitted", place / "submitted", "--out", place / "here")
    assert run.returncode == 0, run.stderr
    return place


@pytest.fixture(scope="module")
def cluster():
    from distributed import LocalCluster  # large, and `make test` collects this file, too

    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as cluster:
        yield cluster


@pytest.fixture
def scheduler():
    """A scheduler without a worker."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=0, dashboard_address=":0") as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def work():
    """Starts workers of a scheduler by hand, as docs/scaling.md says; they end with the test."""
    workers = []

    def start(address, kit=PROJECT, threads=1):
        command = [sys.executable, "-m", "dask", "worker", address, "--nthreads", str(threads)]
        worker = subprocess.Popen(
            [*command, "--no-dashboard"],
            cwd=kit,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        workers.append(worker)
        return worker

    yield start
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.wait()


@pytest.fixture
def grade(place, tmp_path):
    """Starts a run on a cluster, into tmp_path/out."""

    def start(address):
        options = [
            "--submitted",
            place / "submitted",
            "--out",
            tmp_path / "out",
            "--db-url",
            "",
            "--lang",
            "en",
        ]
        return subprocess.Popen(
            [sys.executable, "-m", "autograder", "grade", "--workers", address, *map(str, options)],
            cwd=PROJECT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    return start


@pytest.fixture
def same(place, tmp_path):
    """Whether a run ended well, and left the very bytes that this machine wrote."""

    def check(run):
        _, stderr = run.communicate(timeout=300)
        assert run.returncode == 0, stderr
        ours, theirs = (out / "results.jsonl" for out in (place / "here", tmp_path / "out"))
        assert theirs.read_bytes() == ours.read_bytes()
        return stderr

    return check


def wait_until(condition):
    for _ in range(1200):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it never came to that")


def graded(out):
    journal = out / "results.jsonl.journal"
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def outposts():
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if OUTPOST in " ".join(process.info["cmdline"] or ())
    ]


def test_the_results_are_the_same_byte_for_byte_and_nothing_is_left(cluster, grade, same):
    same(grade(cluster.scheduler_address))
    wait_until(lambda: outposts() == [])


def test_a_worker_with_several_threads_grades_as_many_at_a_time(scheduler, work, grade, same):
    work(scheduler, threads=3)
    same(grade(scheduler))


@pytest.mark.parametrize("whom", ["worker", "outpost", "worker of the outpost", "zygote"])
def test_who_is_killed_in_the_middle_loses_nothing(cluster, grade, same, tmp_path, whom):
    run = grade(cluster.scheduler_address)
    wait_until(lambda: graded(tmp_path / "out") >= 3)
    os.kill(victim(cluster, whom), signal.SIGKILL)
    same(run)


def victim(cluster, whom):
    if whom == "worker":
        return next(iter(cluster.workers.values())).process.pid
    outpost = next(
        each for each in outposts() if each.parent() is None or OUTPOST not in told(each.parent())
    )
    if whom == "outpost":
        return outpost.pid
    is_zygote = whom == "zygote"
    return next(child.pid for child in outpost.children() if ("zygote" in told(child)) == is_zygote)


def told(process):
    return " ".join(process.cmdline())


def test_a_worker_that_comes_late_grades_too(scheduler, work, grade, same):
    run = grade(scheduler)
    assert "has no worker that can grade yet: waiting for one" in run.stderr.readline()
    work(scheduler)
    same(run)


def test_a_worker_of_another_kit_is_refused_in_words(scheduler, work, grade, tmp_path):
    kit = course_of(tmp_path, SLUG)
    with (kit / f"autograder/graders/{SLUG}.py").open("a") as file:
        file.write("\n# another version\n")
    work(scheduler, kit)
    run = grade(scheduler)
    _, stderr = run.communicate(timeout=120)
    assert run.returncode == 2
    assert "error: No worker can grade. The kit in" in stderr
    assert f"{SLUG}: the grader changed" in stderr
    assert "hint: Bring it to the same commit" in stderr


def test_a_refused_worker_does_not_keep_others_from_grading(scheduler, work, grade, same, tmp_path):
    kit = course_of(tmp_path, SLUG, limits="[limits]\ncall_cpu = 3\n")
    work(scheduler, kit)
    work(scheduler)
    assert "does not grade: The kit in" in same(grade(scheduler))


def test_a_scheduler_that_does_not_answer_is_told_in_a_sentence(grade):
    run = grade("tcp://127.0.0.1:9")
    _, stderr = run.communicate(timeout=60)
    assert run.returncode == 2
    assert "error: No Dask scheduler answers at tcp://127.0.0.1:9" in stderr
    assert "\nhint: Start one" in stderr


def test_a_run_that_is_stopped_is_gone_on_with(cluster, grade, same, tmp_path):
    run = grade(cluster.scheduler_address)
    wait_until(lambda: graded(tmp_path / "out") >= 3)
    run.send_signal(signal.SIGINT)
    _, stderr = run.communicate(timeout=60)
    assert run.returncode == 130, stderr
    assert stderr.endswith(
        "error: Stopped.\n\nhint: What is done is kept; the same command goes on from there.\n"
    )
    same(grade(cluster.scheduler_address))
