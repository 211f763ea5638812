"""The kit's program: releases, collects and grades the course's assignments."""

import sys

__version__ = "1.0.0"

# jsonschema, which nbformat, jupytext and nbgrader all bring in, would build a grammar of web
# addresses: two seconds of CPU in every run that reads a notebook, for what nobody asks of it.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
