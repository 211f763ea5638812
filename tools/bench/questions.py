"""What the hidden graders of an assignment ask, and what the reference answers: item by item.

The probes, which ask whether a function is alive at all, are items without points.
"""

from pathlib import Path
from typing import Any

from autograder.course import load_course
from autograder.judge.session import Judge, with_judge
from autograder.judge.student import Transport
from autograder.sandbox.orders import Leaf, Model, NonLeaf
from autograder.sandbox.protocol import Request

Item = dict[str, Any]


def questions_of(kit: Path, slug: str) -> list[Item]:
    """The items: their points, questions, and the answers that are wanted (None: any)."""

    def body(judge: Judge) -> list[Item]:
        reference = judge.reference(slug)
        points = {item.id: item.points for item in judge.items(slug)}
        return [
            {
                "id": name,
                "points": points.get(name, 0.0),
                "questions": [_plain(request) for request in script.requests],
                "wanted": [_wanted(reference, request) for request in script.requests],
            }
            for name, script in judge.scripts(slug).items()
        ]

    return with_judge(load_course(kit), [slug], body)


def _plain(request: Request) -> dict[str, Any]:
    return {
        "op": request.op,
        "function": request.function,
        "args": [_argument(arg) for arg in request.args],
        "kwargs": request.kwargs,
        "seed": request.seed,
        "wrt": request.wrt,
    }


def _argument(arg: Any) -> Any:
    if isinstance(arg, Leaf | NonLeaf):
        return ("leaf", arg.tensor)
    if isinstance(arg, Model):
        return ("model", arg.factory, arg.args, arg.layers, arg.params)
    return arg


def _wanted(reference: Transport, request: Request) -> Any:
    if request.op not in ("call", "grad"):
        return None
    reply = reference.run(request)
    if reply.error is not None:
        return reply.error.names[0]
    return None if request.op == "grad" or reply.models else reply.value
