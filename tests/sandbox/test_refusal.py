"""Why there is no sandbox is told by the process that has tried, in both languages."""

import os
import subprocess

import pytest

from autograder.errors import SandboxUnavailable
from autograder.sandbox import kernel, launch, zygote
from autograder.sandbox.jail import LANDLOCK_HINT, TIERS
from autograder.text import Text

WHY = Text("샌드박스가 안전하지 않습니다.", "The sandbox does not hold.")


def test_what_keeps_a_zygote_from_its_work_is_told_in_both_languages(monkeypatch):
    def try_in_vain(*_):
        raise SandboxUnavailable(WHY, LANDLOCK_HINT)

    def run_here(program, inherited):
        zygote.main(os.getpid(), "", "landlock", os.dup(inherited.fileno()), False, False)
        return subprocess.Popen(["true"])

    monkeypatch.setattr(kernel, "die_with", lambda pid: None)
    monkeypatch.setattr(zygote, "_prepare", try_in_vain)
    monkeypatch.setattr(launch, "_interpreter", run_here)
    with launch.Zygote(TIERS["landlock"]) as started, pytest.raises(SandboxUnavailable) as error:
        started.ready()
    assert (error.value.message, error.value.hint) == (WHY, LANDLOCK_HINT)
