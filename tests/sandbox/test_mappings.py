"""A fork has fewer mappings to copy, and computes as before."""

import json
import subprocess
import sys

from autograder.sandbox.launch import PROJECT

PROGRAM = f"""
import json, sys
sys.path.insert(0, {str(PROJECT)!r})
import torch
from autograder.sandbox.mappings import join_libraries, mappings

def work():
    return torch.linspace(0, 1, 5).sigmoid().sum().item()

def of_libraries():
    return sum(".so" in mapping.name for mapping in mappings())

before = of_libraries(), work()
join_libraries()
print(json.dumps([before, (of_libraries(), work())]))
"""


def test_a_library_has_half_as_many_mappings_and_works_as_before() -> None:
    command = [sys.executable, "-I", "-c", PROGRAM]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    (many, result), (few, same) = json.loads(run.stdout)
    assert result == same
    assert few < 0.6 * many
