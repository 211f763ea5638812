"""Whatever is killed, and whenever, and wherever the disk is full: nothing is lost or left behind.

`make kills` kills as many processes as KILLS says, at moments that SEED draws.
"""

import os
import random
import signal

import msgspec
import pytest

from autograder.record.history import Entry
from autograder.result import Result
from tests.conftest import hand_in, outcomes, read_lines
from tests.kills.stage import SLUG

KILLS = int(os.environ.get("KILLS", "3"))
SEED = os.environ.get("SEED", "251467")
VICTIMS = ("grader", "ctrl-c", "worker", "zygote", "nursery", "guest")
FILES = ["grades.csv", "history.jsonl", "results.jsonl"]
STOPPED = "error: Stopped.\n\nhint: What is done is kept; the same command goes on from there.\n"


def test_whatever_is_killed_the_same_results_come_out(stage, undisturbed):
    results, times = undisturbed
    chance = random.Random(SEED)
    kills = dict.fromkeys(VICTIMS, 0)
    runs = rounds = 0
    while sum(kills.values()) < KILLS:
        rounds += 1
        out, status = stage.place / f"round{rounds}", None
        while status != 0:
            runs += 1
            run = stage.start(out)
            left = KILLS - sum(kills.values())
            for moment, victim in draw(chance, *times)[:left]:
                run.reach(moment, times[0])
                kills[victim] += run.kill(victim, chance.randrange(100))
            status, stderr = run.end()
            # -SIGINT: it came before there was a verb to stop
            assert status in (0, 2, 130, -signal.SIGKILL, -signal.SIGINT), stderr
            assert "Traceback" not in stderr
            assert run.left_behind() == []
            assert set(whole_lines(out)) <= set(results.splitlines())
        assert (out / "results.jsonl").read_bytes() == results
        assert sorted(path.name for path in out.iterdir()) == FILES
        assert graded_in_history(out) == sorted(line.student for line in read_lines(out))
        assert list(stage.temporary.iterdir()) == []
    print(f"\n{kills}: {runs} runs to the end of {rounds}")


def draw(chance, begun, graded, ended):
    """Some victims and their moments: anywhere in the time that they are there."""
    there = {
        "grader": (0.0, ended),
        "ctrl-c": (0.0, ended),
        "zygote": (0.0, graded),
        "worker": (begun, graded),
        "nursery": (begun, graded),
        "guest": (begun, graded),
    }
    victims = chance.sample(VICTIMS, chance.randint(1, len(VICTIMS)))
    return sorted((chance.uniform(*there[victim]), victim) for victim in victims)


def whole_lines(out):
    journal = out / "results.jsonl.journal"
    lines = journal.read_bytes().splitlines(keepends=True) if journal.exists() else []
    whole = [line for line in lines if line.endswith(b"\n") and line.strip()]
    return [msgspec.json.encode(msgspec.json.decode(line, type=Result)) for line in whole]


def graded_in_history(out):
    lines = (out / "history.jsonl").read_bytes().splitlines()
    return sorted(msgspec.json.decode(line, type=Entry).student for line in lines)


def test_who_kills_their_own_guest_is_asked_again_and_then_has_crashed(stage, undisturbed):
    lines = {line.student: line for line in read_lines(stage.place / "undisturbed")}
    lost = {
        item for item, outcome in outcomes(lines["kills itself"]).items() if outcome == "crashed"
    }
    assert lost == {"predict"}


def test_ctrl_c_says_that_what_is_done_is_kept_and_leaves_nothing_behind(stage, tmp_path):
    run = stage.start(tmp_path)
    run.wait_for("zygote")
    os.killpg(run.pid, signal.SIGINT)
    assert run.end() == (130, STOPPED)
    assert run.left_behind() == []
    assert list(tmp_path.iterdir()) == list(stage.temporary.iterdir()) == []


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_other_signals_stop_a_run_as_ctrl_c_does(stage, tmp_path, ending):
    run = stage.start(tmp_path)
    run.wait_for("zygote")
    os.kill(run.pid, ending)
    assert run.end() == (128 + ending, STOPPED)
    assert run.left_behind() == []
    assert list(stage.temporary.iterdir()) == []


def test_a_second_run_at_once_is_refused_and_does_not_disturb_the_first(
    stage, undisturbed, tmp_path
):
    first = stage.start(tmp_path)
    first.wait_for("zygote")
    status, stderr = stage.start(tmp_path).end()
    assert (status, stderr.splitlines()[0]) == (2, f"error: Another run is writing to {tmp_path}.")
    assert "--out" in stderr
    assert first.end()[0] == 0
    assert (tmp_path / "results.jsonl").read_bytes() == undisturbed[0]


def test_a_full_disk_keeps_the_old_results_whole(stage, undisturbed, tmp_path):
    results, _ = undisturbed
    (tmp_path / "results.jsonl").write_bytes(results)
    status, stderr = stage.start(tmp_path, file_limit=len(results) // 2).end()
    assert status == 2
    assert (
        f"{tmp_path}/results.jsonl cannot be written (File too large).\n\nhint: Make room" in stderr
    )
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "results.jsonl": results
    }


def test_a_full_disk_ends_a_run_and_the_next_one_goes_on_from_its_journal(stage, tmp_path):
    for number in range(10):
        hand_in(tmp_path / "submitted", f"s{number}", SLUG, b"{")
    ours = ("--submitted", tmp_path / "submitted")
    status, stderr = stage.start(tmp_path / "out", *ours, file_limit=6000).end()
    assert status == 2
    assert "results.jsonl.journal cannot be written" in stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["results.jsonl.journal"]
    status, stderr = stage.start(tmp_path / "out", *ours).end()
    kept = 10 - int(stderr.rpartition("(")[2].split()[0])
    assert (status, len(read_lines(tmp_path / "out"))) == (0, 10)
    assert kept > 2


@pytest.mark.parametrize("name", ["results.jsonl", "results.jsonl.journal"])
def test_a_folder_in_the_place_of_a_file_is_told(stage, tmp_path, name):
    (tmp_path / name).mkdir()
    status, stderr = stage.start(tmp_path).end()
    assert status == 2
    assert f"error: {tmp_path}/{name} cannot be read (Is a directory)." in stderr


def test_a_file_in_the_place_of_the_folder_is_told(stage, tmp_path):
    (tmp_path / "out").write_text("x")
    status, stderr = stage.start(tmp_path / "out").end()
    assert status == 2
    assert f"error: {tmp_path}/out/results.jsonl.lock cannot be written" in stderr
