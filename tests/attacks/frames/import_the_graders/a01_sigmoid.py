import importlib
import sys


def attack():
    kit = sys.modules["autograder"].__file__.rsplit("/", 2)[0]
    sys.path.insert(0, kit)
    for name in ("autograder.judge.session", "autograder.graders.a01_sigmoid", "autograder.course"):
        try:
            importlib.import_module(name)
        except (ImportError, OSError):
            continue
        return f"@TROPHY@ {name}"
    return "tried"


raise RuntimeError(attack())
