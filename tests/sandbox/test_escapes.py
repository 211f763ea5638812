"""A guest can compute, and nothing else: in both tiers, whatever it tries."""

import contextlib
import os
import signal
import socket
import threading
import time
from pathlib import Path

import pytest
import torch

from autograder.course import Limits
from autograder.errors import GuestGone, SandboxGone, SandboxUnavailable
from autograder.farm import pool
from autograder.sandbox import protocol
from autograder.sandbox.cells import Cell
from autograder.sandbox.defendant import Sandboxed
from autograder.sandbox.jail import TIERS, Tier
from autograder.sandbox.launch import MANY, Zygote
from autograder.sandbox.protocol import Request
from tests.conftest import PROJECT

HOSTILE = """
import ctypes, os, resource, signal, socket, struct, subprocess, sys, tempfile, threading, time
import torch

def read(path):
    return open(path).read()

def listing(path):
    return os.listdir(path)

def write(path):
    open(path, "w").write("x")

def connect(port):
    socket.create_connection(("127.0.0.1", port), 2)

def unix():
    return len(socket.socketpair())

def run():
    return subprocess.run(["/bin/true"]).returncode

def fork():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    return pid

def kill(pid, number):
    os.kill(pid, number)

def ptrace(pid):
    libc = ctypes.CDLL(None, use_errno=True)
    return libc.ptrace(16, pid, 0, 0)

def raise_limit():
    resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

def become_root():
    os.setuid(0)

def unshare():
    return ctypes.CDLL(None, use_errno=True).unshare(0x10000000)

def mount():
    return ctypes.CDLL(None, use_errno=True).mount(b"none", b"/tmp", b"tmpfs", 0, None)

def chmod(path):
    os.chmod(path, 0o777)

def link(path):
    os.symlink(path, "link")
    return open("link").read()

def environment():
    return dict(os.environ)

def descriptors():
    found = []
    for number in range(256):
        try:
            os.fstat(number)
            found.append(number)
        except OSError:
            pass
    return found

def names():
    return sorted(sys.modules)

def cores():
    return sorted(os.sched_getaffinity(0))

def take_another_core():
    os.sched_setaffinity(0, range(os.cpu_count()))

def identity():
    return [os.getuid(), os.geteuid(), os.getgid(), os.getgroups()]

def fill_disk():
    written = 0
    for number in range(4000):
        with open(f"file{number}", "wb") as file:
            written += file.write(b"x" * (1 << 20))
    return written

def leave_a_file():
    with open(os.path.join(tempfile.gettempdir(), "note.txt"), "w") as file:
        file.write("for the next one")
    return os.listdir(tempfile.gettempdir())

def threads():
    for _ in range(100000):
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()

def eat_memory():
    kept = []
    while True:
        kept.append(torch.ones(1 << 24))

def spin():
    while True:
        pass

def spin_in_threads():
    for _ in range(8):
        threading.Thread(target=spin, daemon=True).start()
    spin()

def sleep(seconds):
    time.sleep(seconds)

def ignore_signals():
    for number in range(1, 64):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    spin()

def print_for_ever():
    while True:
        print("x" * 100000, flush=True)

def forge(data):
    os.write(3, bytes(data))
    time.sleep(60)

def hello(x):
    return x + 1

def source_of_torch():
    import inspect
    return len(inspect.getsource(torch.nn.functional.pad))

def trickle():
    os.write(3, struct.pack("<II", 1000, 0))
    while True:
        os.write(3, b"\\x01")
        time.sleep(0.05)

def answer_twice():
    nothing = b"\\x81\\xa4dict\\x91\\x92\\xa5Reply\\x81\\xa4dict\\x90"
    os.write(3, struct.pack("<II", len(nothing), 0) + nothing)
    return 1

def answer_at_length(structure, blob):
    for _ in range(20):
        os.write(3, struct.pack("<II", structure, blob))
        left = structure + blob
        while left:
            left -= os.write(3, bytes(left))

def late_import():
    import wsgiref.simple_server
    return wsgiref.simple_server.__name__
"""


@pytest.fixture(scope="module", params=["namespaces", "landlock"])
def zygote(request):
    with Zygote(TIERS[request.param], dynamo=False, guests=MANY) as zygote:
        assert zygote.ready().value == request.param
        yield zygote


@pytest.fixture
def guest(zygote):
    with hostile(zygote, call_cpu=0.5, call_wall=20, cpu=20, wall=40, memory=256) as guest:
        yield guest


def hostile(zygote, **limits):
    cells = [Cell("cell 1", HOSTILE)]
    return contextlib.closing(Sandboxed(zygote, "hostile", cells, Limits(**limits)))


def ask(guest, function, *args):
    return guest.run(Request("call", function, list(args)))


def refused(guest, function, *args):
    """The call raises, or returns the -1 of a system call that failed."""
    reply = ask(guest, function, *args)
    return reply.error is not None or reply.value == -1


def test_an_ordinary_call_is_answered(guest):
    assert ask(guest, "hello", torch.tensor([1.0])).value.tolist() == [2.0]


def test_libraries_can_still_be_read_and_imported_late(guest):
    assert ask(guest, "source_of_torch").value > 100
    assert ask(guest, "late_import").value == "wsgiref.simple_server"


@pytest.mark.parametrize(
    "path",
    [
        PROJECT / "autograder" / "graders" / "a01_sigmoid.py",
        PROJECT / "solutions" / "a01_sigmoid" / "a01_sigmoid.py",
        PROJECT / ".course-secret",
        "/etc/passwd",
        "/proc/self/environ",
        "/proc/1/maps",
        "/proc/self/fd/3",
        "/dev/mem",
    ],
)
def test_no_file_of_the_host_can_be_read(guest, path):
    assert refused(guest, "read", str(path))


def test_no_folder_of_the_host_can_be_listed(guest):
    for path in (PROJECT, Path.home(), "/proc", "/var", "/run"):
        reply = ask(guest, "listing", str(path))
        assert reply.error or reply.value == [], path


def test_nothing_can_be_written_outside_the_private_folder(guest, tmp_path):
    for path in (tmp_path / "x", PROJECT / "x", "/usr/lib/x", torch.__file__, "/x", "/dev/shm/x"):
        assert refused(guest, "write", str(path))
    assert not list(tmp_path.iterdir())


def test_no_link_leads_outside(guest):
    assert refused(guest, "link", "/etc/passwd")


def test_permissions_cannot_be_changed(guest, tmp_path):
    assert refused(guest, "chmod", str(tmp_path))


def test_no_socket_can_be_opened(guest):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        assert refused(guest, "connect", server.getsockname()[1])
        with pytest.raises(TimeoutError):
            server.accept()
    assert refused(guest, "unix")


def test_no_process_can_be_started(guest):
    assert refused(guest, "run")
    assert refused(guest, "fork")


def test_no_other_process_can_be_reached(guest):
    for pid in (1, os.getpid(), os.getppid(), -1):
        assert refused(guest, "kill", pid, 0)
        assert refused(guest, "ptrace", pid)


def test_no_privilege_can_be_gained(guest):
    for attempt in ("raise_limit", "become_root", "unshare", "mount"):
        assert refused(guest, attempt), attempt


def test_a_guest_is_nobody(guest):
    uid, euid, gid, groups = ask(guest, "identity").value
    assert uid == euid
    assert 0 not in (uid, gid, *groups)
    assert os.getuid() == 0 or uid == os.getuid()


def test_nothing_of_ours_is_inherited(guest, monkeypatch):
    assert not [name for name in ask(guest, "environment").value if "SECRET" in name]
    assert ask(guest, "descriptors").value == [0, 1, 2, 3]


def test_no_grader_and_no_solution_is_loaded(guest):
    loaded = ask(guest, "names").value
    assert not [name for name in loaded if "judge" in name or "grader" in name.split(".")[-1:]]
    assert "a01_sigmoid" not in loaded


def test_the_next_guest_finds_nothing_of_the_last(zygote, guest):
    assert ask(guest, "leave_a_file").value == ["note.txt"]
    guest.close()
    assert ask(guest, "leave_a_file").value == ["note.txt"]


def test_the_disk_cannot_be_filled(guest):
    with contextlib.suppress(GuestGone):  # without namespaces it is ended for it
        assert refused(guest, "fill_disk")


def test_memory_is_limited(zygote):
    with hostile(zygote, memory=256) as guest:
        reply = ask(guest, "eat_memory")
        assert reply.error.names[0] in ("MemoryError", "RuntimeError")
        assert ask(guest, "hello", torch.tensor([1.0])).value.tolist() == [2.0]


def test_threads_are_limited(guest):
    with contextlib.suppress(GuestGone):
        assert refused(guest, "threads")
    assert ask(guest, "hello", torch.tensor([1.0])).value.tolist() == [2.0]


@pytest.mark.parametrize(
    "function", ["spin", "spin_in_threads", "ignore_signals", "print_for_ever"]
)
def test_a_call_that_never_ends_is_ended_by_its_cpu_limit(zygote, function):
    with hostile(zygote, call_cpu=0.2, call_wall=20) as guest:
        with pytest.raises(GuestGone) as gone:
            ask(guest, function)
        assert gone.value.reason == "timeout"
        assert guest._used < 5  # by its CPU limit, and not by the clock


def test_a_call_that_sleeps_is_ended_by_the_clock(zygote):
    with hostile(zygote, call_wall=1) as guest, pytest.raises(GuestGone) as gone:
        ask(guest, "sleep", 3600)
    assert gone.value.reason == "timeout"


def test_an_answer_that_comes_byte_by_byte_is_ended_by_the_clock(zygote):
    with hostile(zygote, call_wall=1) as guest, pytest.raises(GuestGone) as gone:
        ask(guest, "trickle")
    assert gone.value.reason == "timeout"


def ask_together(guest, *names):
    """Ask several questions at once, as the judge does with a script."""
    requests = [Request("call", name, list(args)) for name, *args in names]
    return guest.answers(requests, [protocol.encode(request) for request in requests])


def test_questions_asked_together_are_answered_in_their_order(guest):
    answers, gone = ask_together(guest, *[("hello", torch.tensor([float(n)])) for n in range(50)])
    assert gone is None
    values = [guest.read(answer).value.item() for answer in answers]
    assert values == [n + 1.0 for n in range(50)]


def test_what_was_answered_before_a_death_is_kept(guest):
    hello = "hello", torch.tensor([1.0])
    answers, gone = ask_together(guest, hello, hello, ("spin",), hello)
    assert (len(answers), gone.reason, gone.detail) == (2, "timeout", "spin")


def test_an_answer_that_nobody_asked_for_is_never_taken_for_the_next_one(guest):
    assert ask(guest, "answer_twice").value is None
    time.sleep(0.1)
    with contextlib.suppress(GuestGone):
        assert ask(guest, "hello", torch.tensor([1.0])).value.tolist() == [2.0]
    assert ask(guest, "hello", torch.tensor([1.0])).value.tolist() == [2.0]


def test_answers_are_limited_in_all(guest):
    hello = "hello", torch.tensor([1.0])
    for size in ((1, 15 << 20), (1 << 18, 0)):
        answers, gone = ask_together(guest, ("answer_at_length", *size), *[hello] * 20)
        assert gone.reason == "died"
        assert sum(len(structure) + len(blob) for structure, blob in answers) <= 64 << 20
    assert ask(guest, "hello", torch.tensor([1.0])).value.tolist() == [2.0]


def test_a_submission_cannot_exceed_its_total(zygote):
    with hostile(zygote, call_cpu=0.2, cpu=0.4, wall=40) as guest:
        for _ in range(6):
            with pytest.raises(GuestGone) as gone:
                ask(guest, "spin")
            assert gone.value.reason == "timeout"
        assert guest._used < 1.5


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" * 64,
        b"\x05\0\0\0\0\0\0\0\x93\x01\x02\x03\xc0",
        b"\xff\xff\xff\x7f\0\0\0\0",
        b"\0\0\0\0\xff\xff\xff\x7f",
        b"\x01\0\0\0\0\0\0\0\xc0",
        b"\x02\0\0\0\0\0\0\0\x91\x91",
    ],
)
def test_a_forged_answer_is_no_answer(guest, data):
    with pytest.raises(GuestGone):
        ask(guest, "forge", list(data))
    assert ask(guest, "hello", torch.tensor([1.0])).value.tolist() == [2.0]


def test_a_guest_that_cannot_be_locked_in_is_nobodys_crash(zygote):
    sandboxed = Sandboxed(zygote, "x", [], Limits(memory=1 << 60))
    with pytest.raises(SandboxUnavailable, match="No guest could be locked in"):
        ask(sandboxed, "hello")
    sandboxed.close()


def test_guests_run_on_the_cores_of_the_worker_that_asks_for_them(zygote):
    def work(job):
        with hostile(zygote) as guest:
            return sorted(os.sched_getaffinity(0)), ask(guest, "cores").value

    workers = len(os.sched_getaffinity(0))
    for _, (cores, guests_cores) in pool.run(range(2 * workers), work, workers, give_up=str):
        assert len(cores) == 1
        assert guests_cores == cores


def test_a_guest_cannot_move_to_another_core(guest):
    assert refused(guest, "take_another_core")


def test_a_nursery_that_dies_is_told_as_the_end_of_the_sandbox(zygote):
    def work(job):
        with hostile(zygote) as guest:
            ask(guest, "cores")
            os.kill(newest_nursery(zygote), signal.SIGKILL)
            ask(guest, "sleep", 1)  # longer than it has left

    with pytest.raises(SandboxGone):
        list(pool.run([None], work, 1, give_up=str))


def newest_nursery(zygote):
    """The youngest child of the zygote that can fork guests."""
    process = zygote._process.pid
    if zygote.tier is Tier.NAMESPACES:
        (process,) = children(process)
    return children(process)[-1]


def children(pid):
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_guests_leave_no_process_and_no_file_behind(zygote):
    """The last test: it ends the zygote."""
    for _ in range(3):
        with hostile(zygote, call_cpu=0.2) as guest, pytest.raises(GuestGone):
            ask(guest, "spin_in_threads")
    process, folder = zygote._process, zygote._base
    assert folder.is_dir()
    zygote.stop()
    assert process.poll() == 0
    assert not folder.exists()
    assert threading.active_count() == 1
