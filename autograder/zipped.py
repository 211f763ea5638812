"""A zip that is the same byte for byte wherever and whenever the same files are put into it."""

import io
import zipfile
from collections.abc import Mapping

NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can tell


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Sorted and without times; names that are not ASCII are flagged as UTF-8."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16  # alike on every system
            made.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return data.getvalue()
