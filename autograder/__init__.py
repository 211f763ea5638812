"""The kit's program: releases, collects and grades the course's assignments."""

__version__ = "1.0.0"
