"""What a guest leaves is removed, whatever it is."""

import os

from autograder.sandbox import landlock
from autograder.sandbox.jail import Jail, Tier, remove_tree


def test_without_a_sandbox_no_landlock_is_needed(tmp_path, monkeypatch):
    monkeypatch.setattr(landlock, "abi", lambda: 0)
    Jail(tmp_path, Tier.UNSAFE).close_doors()


def test_folders_deeper_than_python_recurses_are_removed(tmp_path):
    top = tmp_path / "guest1"
    top.mkdir()
    here = os.open(top, os.O_RDONLY)
    for _ in range(3000):
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    remove_tree(top)
    assert not list(tmp_path.iterdir())


def test_folders_that_their_owner_may_not_enter_are_removed(tmp_path):
    closed = tmp_path / "guest1" / "closed"
    closed.mkdir(parents=True)
    (closed / "file").touch()
    (closed / "inner").mkdir(mode=0)
    closed.chmod(0)
    remove_tree(tmp_path / "guest1")
    assert not list(tmp_path.iterdir())


def test_a_link_is_removed_and_not_what_it_leads_to(tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()
    (tmp_path / "guest1").mkdir()
    (tmp_path / "guest1" / "link").symlink_to(kept)
    remove_tree(tmp_path / "guest1")
    assert list(tmp_path.iterdir()) == [kept]
