"""What a guest allocates lies side by side, however many holes imports have left in the heap."""

import subprocess
import sys

import pytest

from autograder.sandbox.launch import PROJECT

PROGRAM = f"""
import sys
sys.path.insert(0, {str(PROJECT)!r})
from autograder.sandbox import heap

size, settled = int(sys.argv[1]), sys.argv[2] == "settled"
full = [bytes(size) for _ in range(20_000)]
holes = full[::10]
del full[::10]
del holes[:]
if settled:
    heap.settle()
made = [bytes(size) for _ in range(1000)]
print(len({{id(each) >> 12 for each in made}}))
"""


def pages_of_a_thousand(size: int, state: str) -> int:
    """On how many pages a thousand new objects of this size lie."""
    command = [sys.executable, "-I", "-c", PROGRAM, str(size), state]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize("size", [20, 400, 600])  # the last is malloc's
def test_new_objects_share_pages_in_a_settled_heap(size: int) -> None:
    needed = 1000 * (size + 48) / 4096
    assert pages_of_a_thousand(size, "settled") <= 1.2 * needed + 4
    assert pages_of_a_thousand(size, "as it is") >= 2 * needed
