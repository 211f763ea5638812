"""How a verb ends that does not come to its end: what is told of it, and in which language."""

import errno
import re
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from typer._click import exceptions as typed  # they have no public names

from autograder.course import language_of
from autograder.errors import KitError
from autograder.text import Text

STOPPED = KitError(  # by a signal, of which typer and pytest make ends of their own
    Text("중단했습니다.", "Stopped."),
    Text(
        "지금까지 한 것은 남아 있습니다. 같은 명령을 실행하면 이어서 합니다.",
        "What is done is kept; the same command goes on from there.",
    ),
)
PROGRAM = "python -m autograder"
OF_THE_PLACE = {  # what is wrong with a folder or disk, and not with the kit
    errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EEXIST, errno.ENOTDIR,
    errno.EISDIR, errno.ENAMETOOLONG,
}  # fmt: skip
PLACE = Text(
    "디스크 공간과 권한을 확인하거나 다른 곳을 지정하고 다시 실행하세요.",
    "Make room, give yourself the right to it, or name another place, then run again.",
)


def mendable(error: BaseException) -> KitError | None:
    """What the instructor can do something about; None where the fault is ours."""
    if isinstance(error, KitError):
        return error
    if isinstance(error, OSError) and error.errno in OF_THE_PLACE:
        place, why = error.filename, error.strerror
        told = Text(f"{place}: 쓸 수 없습니다. ({why})", f"{place} cannot be used ({why}).")
        if place is None:  # a file or stream that was open already, like stdout on a full disk
            told = Text(f"출력을 쓸 수 없습니다. ({why})", f"The output cannot be written ({why}).")
        return KitError(told, PLACE)
    return _mistyped(error) if isinstance(error, typed.UsageError) else None


def _mistyped(error: typed.UsageError) -> KitError:
    """What is wrong with the command as it was typed."""
    command = f"{error.ctx.command_path if error.ctx else PROGRAM} --help"
    hint = Text(f"쓰는 방법: {command}", f"How it is used: {command}")
    said = error.message
    if isinstance(error, typed.NoSuchOption):
        name, near = error.option_name, " · ".join(error.possibilities or ())
        if near:
            hint = Text(f"비슷한 옵션: {near}", f"Did you mean {near}?")
        return KitError(Text(f"{name} 옵션은 없습니다.", f"There is no option {name}."), hint)
    if isinstance(error, typed.BadOptionUsage):
        name = error.option_name
        return KitError(Text(f"{name} 뒤에 값이 없습니다.", f"{name} takes a value."), hint)
    if isinstance(error, typed.BadParameter) and error.param is not None:
        name = getattr(error.param, "metavar", None) or error.param.opts[0]
        if isinstance(error, typed.MissingParameter):
            return KitError(Text(f"{name} 값이 없습니다.", f"{name} is missing."), hint)
        return KitError(Text(f"{name}: 쓸 수 없는 값입니다. ({said})", f"{name}: {said}."), hint)
    if no_verb := re.match("No such command '(.*?)'", said):
        return _no_verb(no_verb[1], error, hint)
    return KitError(Text(f"명령을 이해하지 못했습니다. ({said})", said), hint)


def _no_verb(name: str, error: typed.UsageError, hint: Text) -> KitError:
    """A verb that there is not, with the nearest that there is."""
    verbs = getattr(error.ctx.command, "commands", ()) if error.ctx else ()
    for near in get_close_matches(name, verbs, 1):
        hint = Text(f"혹시 {near} 명령인가요?", f"Did you mean {near}?")
    return KitError(Text(f"{name!r} 명령은 없습니다.", f"There is no verb {name!r}."), hint)


def complain(error: KitError, spoken: Sequence[str]) -> None:
    """Tell it in the language that the verb spoke; the course's where it did not get so far."""
    language = spoken[0] if spoken else language_of(Path())
    print(f"error: {error.in_language(language)}", file=sys.stderr)
