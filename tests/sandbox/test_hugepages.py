"""A fork finds the code that was run before it, without a page fault for each part."""

import json
import platform
import re
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.sandbox.launch import PROJECT

PROGRAM = f"""
import json, os, resource, sys
sys.path.insert(0, {str(PROJECT)!r})
import torch
from autograder.sandbox import hugepages

torch.set_num_threads(1)  # a fork knows nothing of others

def work():
    image = torch.linspace(0, 1, 25).reshape(1, 1, 5, 5).requires_grad_()
    torch.nn.functional.conv2d(image, torch.ones(1, 1, 3, 3)).sigmoid().sum().backward()
    return image.grad.sum().item()

def in_a_fork():
    reader, writer = os.pipe()
    if os.fork() == 0:
        result = work()
        faults = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        os.write(writer, json.dumps([result, faults]).encode())
        os._exit(0)
    os.wait()
    return json.loads(os.read(reader, 1000))

work()
before = in_a_fork()
hugepages.use()
print(json.dumps([before, in_a_fork(), work()]))
"""


def has_huge_pages() -> bool:
    """Whether the kernel can move what is there already, which it could not before 6.1."""
    release = tuple(int(part) for part in re.findall(r"\d+", platform.release())[:2])
    return (
        release >= (6, 1)
        and platform.machine() == "x86_64"
        and Path("/sys/kernel/mm/transparent_hugepage").is_dir()
    )


@pytest.mark.skipif(not has_huge_pages(), reason="this kernel has no huge pages")
def test_a_fork_finds_the_code_that_was_run_before_it() -> None:
    command = [sys.executable, "-I", "-c", PROGRAM]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    (result, faults), (same, fewer), again = json.loads(run.stdout)
    assert result == same == again
    assert fewer < 0.8 * faults, f"{faults} before, {fewer} after"
