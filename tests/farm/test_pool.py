"""The farm does every job once, whatever happens to its workers."""

import os
import signal
import time

import pytest

from autograder.errors import KitError
from autograder.farm import pool
from autograder.text import Text


def give_up(job):
    return f"gave up {job}"


def test_every_job_is_done_once():
    done = dict(pool.run(range(50), lambda job: job * job, 3, give_up))
    assert done == {job: job * job for job in range(50)}


def test_no_jobs_need_no_workers():
    assert list(pool.run([], lambda job: job, 2, give_up)) == []


def test_results_come_as_they_are_done():
    slow_first = pool.run([0.3, 0.0], lambda job: time.sleep(job) or job, 2, give_up)
    assert [job for job, _ in slow_first] == [0.0, 0.3]


def test_a_job_that_kills_its_worker_twice_is_given_up_and_costs_no_other():
    def work(job):
        if job == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return job

    done = dict(pool.run(range(8), work, 2, give_up))
    assert done == {**{job: job for job in range(8)}, 3: "gave up 3"}


def test_a_job_whose_worker_was_killed_once_is_done_by_another(tmp_path):
    marker = tmp_path / "killed"

    def work(job):
        if job == 1 and not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return job

    assert dict(pool.run(range(4), work, 2, give_up)) == {job: job for job in range(4)}


def test_as_many_workers_as_cores_have_one_each_also_when_one_is_replaced(tmp_path):
    cores = os.sched_getaffinity(0)
    marker = tmp_path / "killed"

    def work(job):
        time.sleep(0.02)  # so that each has some
        if job == 1 and not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return frozenset(os.sched_getaffinity(0))

    done = dict(pool.run(range(8 * len(cores)), work, len(cores), give_up))
    assert set(done.values()) == {frozenset({core}) for core in cores}


def test_other_numbers_of_workers_may_run_on_all_cores():
    cores = os.sched_getaffinity(0)
    assert pool.shares(len(cores) + 1) == [cores] * (len(cores) + 1)


def test_a_worker_goes_on_while_the_caller_is_busy_with_what_it_has_done():
    started = []
    for _, began in pool.run(range(3), lambda job: time.monotonic(), 1, give_up):
        started.append(began)
        time.sleep(0.2)
        taken = time.monotonic()
    assert started[-1] < taken - 0.2


def test_what_the_instructor_can_mend_ends_the_run_with_its_sentence_and_hint():
    hint = Text("자리를 만드세요.", "Make room.")

    def work(job):
        raise KitError(Text("디스크가 가득 찼습니다.", "The disk is full."), hint)

    with pytest.raises(KitError, match="The disk is full") as error:
        list(pool.run(range(4), work, 2, give_up))
    assert error.value.hint == hint


def test_workers_end_with_the_run():
    run = pool.run(range(100), lambda job: os.getpid(), 2, give_up)
    pids = {pid for _, (_, pid) in zip(range(4), run, strict=False)}
    run.close()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
