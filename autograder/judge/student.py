"""The student's functions as the grader sees them: calls go out as data and come back as data."""

from collections.abc import Callable
from typing import Any, Protocol

import msgspec

from autograder.judge import drawing
from autograder.sandbox.orders import Model
from autograder.sandbox.protocol import Error, ModelState, Reply, Request


class Transport(Protocol):
    """Carries a request to a module, wherever that lives."""

    def run(self, request: Request) -> Reply:
        """Carry out the request; raises GuestGone where no answer comes."""


class Raised(Exception):
    """The student's code raised: `error` says what and where, `reply` what came of the arguments."""

    def __init__(self, error: Error, function: str, reply: Reply) -> None:
        super().__init__(f"{function}: {error.names[0] if error.names else '?'}")
        self.error = error
        self.function = function
        self.reply = reply


class Gradient(msgspec.Struct, frozen=True):
    """A value, and for each argument asked for its gradient; None where the graph is cut.

    Where the value has another size than the `cotangent`, no gradients were asked for: all are None.
    """

    value: Any
    grads: list[Any]
    cotangent: Any = None


class Forward(msgspec.Struct, frozen=True):
    """A model's output, its state, and the gradients of its parameters and of x."""

    output: Any
    model: ModelState
    grads: list[Any]


class Student:
    """`student.sigmoid(x)` calls the student's sigmoid; the other operations have names here.

    The reference is a Student too: the same operations on our own solution.
    Every exchange is kept in `exchanges`, for the diagnosis.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._banned: list[str] = []
        self._using: dict[str, str] = {}
        self._fresh = True  # no figure was asked for yet
        self.exchanges: list[tuple[Request, Reply]] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **kwargs: self.call(name, *args, **kwargs).value

    def without(self, *banned: str) -> "Student":
        """The same student, in whose calls ready-made operators are banned.

        Each is a part of an operator's name, such as "pool", or "torch.optim" as a whole.
        """
        return self._with(banned=list(banned))

    def using(self, **ready_made: str) -> "Student":
        """The same student, with torch's own function in place of one of theirs.

        `using(sigmoid="sigmoid")`: hypothesis is judged with torch.sigmoid, so that a mistake in
        the student's sigmoid costs the items of sigmoid only. Names may be dotted, as in
        "nn.functional.binary_cross_entropy". What torch has not is written out, as in
        `using(half="lambda x: x / 2")`.
        """
        return self._with(using=ready_made)

    def _with(
        self, banned: list[str] | None = None, using: dict[str, str] | None = None
    ) -> "Student":
        other = Student(self._transport)
        other._banned = self._banned if banned is None else banned
        other._using = self._using if using is None else using
        other.exchanges = self.exchanges
        return other

    def call(self, function: str, *args: Any, seed: int | None = None, **kwargs: Any) -> Reply:
        """Call a function and get the whole reply: value, changed arguments, models, …

        Raises Raised where the student's code raised.
        """
        return self._exchange(Request("call", function, list(args), kwargs, seed))

    def grad(
        self,
        function: str,
        *args: Any,
        wrt: tuple[int, ...] = (0,),
        cotangent: Any = None,
    ) -> Gradient:
        """The value, and the gradients of (value * cotangent).sum() by the arguments at `wrt`.

        Where an argument is a list of tensors, there is one gradient for each of them.
        """
        reply = self._exchange(
            Request(
                "grad",
                function,
                list(args),
                wrt=list(wrt),
                cotangent=cotangent,
            )
        )
        return Gradient(reply.value, reply.grads, cotangent)

    def forward(self, model: Model, x: Any, cotangent: Any = None) -> Forward:
        """Build a model, run x through it; with a cotangent backward too."""
        reply = self._exchange(
            Request("forward", model.factory or "", [model, x], cotangent=cotangent)
        )
        return Forward(reply.value, reply.models[0], reply.grads)

    def train(self, model: Model, function: str, *args: Any, **kwargs: Any) -> Reply:
        """Build a model and hand it to a training function; the reply's `models[0]` is its state."""
        return self.call(function, model, *args, **kwargs)

    def optimize(self, function: str, *args: Any, gradients: Any, wrt: int = 1) -> Any:
        """Steps of the optimizer that a function makes for the tensors of the list at `wrt`.

        `gradients` holds, for each step, one gradient per tensor; back come the tensors after each.
        """
        return self._exchange(
            Request("optimize", function, list(args), wrt=[wrt], cotangent=gradients)
        ).value

    def export(self, function: str, *args: Any, seed: int | None = None) -> list[Any]:
        """The layers of the nn.Sequential that a function returns, as data."""
        layers: list[Any] = self._exchange(Request("export", function, list(args), seed=seed)).value
        return layers

    def figure(self, function: str, *args: Any, **kwargs: Any) -> Any:
        """The Figure that a function draws, as data; where it draws none, the value it returns.

        Figures that earlier calls left open are closed before the first such call of an item, so
        that later ones show what piles up. `autograder.judge.figures` says what to ask of a Figure.
        """
        fresh, self._fresh = self._fresh, False
        request = Request("figure", function, list(args), kwargs, fresh=fresh)
        return drawing.read(self._exchange(request).value)

    def _exchange(self, request: Request) -> Reply:
        if self._banned or self._using:
            request = msgspec.structs.replace(request, banned=self._banned, using=self._using)
        reply = self._transport.run(request)
        self.exchanges.append((request, reply))
        if reply.error is not None:
            raise Raised(reply.error, request.function, reply)
        return reply
