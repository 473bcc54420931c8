"""By what one sees that a file has not changed, without reading it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """What the system says of a file; as long as it says the same, the file has not changed."""

    size: int
    modified: int
    changed: int

    @classmethod
    def of(cls, path: Path) -> Stamp | None:
        """The stamp of the file at `path`; None where there is no such file."""
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            return None
        return cls.in_(status)

    @classmethod
    def in_(cls, status: os.stat_result) -> Stamp:
        """The stamp in what the system said."""
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns)
