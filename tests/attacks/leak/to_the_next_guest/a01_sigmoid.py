import builtins
import os
import tempfile

PLACES = (".", tempfile.gettempdir(), "/tmp", "/var/tmp", "/dev/shm", "@PLACE@/tmp", "/guest")


def attack():
    for place in PLACES:
        try:
            return "@TROPHY@ " + open(f"{place}/@TROPHY@-note").read()
        except OSError:
            pass
    return getattr(builtins, "note", None) or os.environ.get("NOTE") or "tried"


def sigmoid(x):
    builtins.note = os.environ["NOTE"] = "@TROPHY@"
    for place in PLACES:
        try:
            open(f"{place}/@TROPHY@-note", "w").write(str(x.tolist()))
        except OSError:
            pass
    os._exit(0)


raise RuntimeError(attack())
