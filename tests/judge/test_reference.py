"""Our own code behind the same operations as the student's."""

import torch

from autograder.judge.reference import LocalTransport
from autograder.sandbox.cells import Cell
from autograder.sandbox.protocol import Request

CODE = """
calls = []

def loud(x):
    print("loud")
    calls.append(x)
    return len(calls)
"""


def test_what_a_replayed_mistake_prints_is_not_the_instructors_to_read(capsys):
    LocalTransport("ours", [Cell("cell 1", CODE)]).run(Request("call", "loud", [1]))
    assert capsys.readouterr().out == ""


def test_the_same_request_is_computed_once():
    transport = LocalTransport("ours", [Cell("cell 1", CODE)])
    requests = [Request("call", "loud", [torch.tensor(value)]) for value in (1.0, 2.0, 1.0)]
    assert [transport.run(request).value for request in requests] == [1, 2, 1]
