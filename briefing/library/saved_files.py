"""Files about whole libraries that can be made again, in a folder of which the oldest are dropped.

Each library has a file of a kind, which is found again by where its documents lie.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_MOST_FILES = 16


def file_of(folder: Path, kind: str, paths: Iterable[str]) -> Path:
    """Where something of a kind is kept of the library whose documents lie at `paths`."""
    place = blake2b(_root(paths).encode(errors="surrogateescape"), digest_size=10)
    return folder / kind / f"{place.hexdigest()}.{kind}"


def tidy(file: Path) -> None:
    """Drop the files of a kind that have not been used for longest. Raises OSError."""
    found = [(one.stat().st_mtime_ns, one) for one in file.parent.glob(f"*{file.suffix}")]
    for _, one in sorted(found)[:-_MOST_FILES]:
        one.unlink(missing_ok=True)


def touch(file: Path) -> None:
    """Note that a file was used."""
    with suppress(OSError):
        os.utime(file)


def _root(paths: Iterable[str]) -> str:
    """The folder that holds all of them, or the one file."""
    try:
        return os.path.commonpath([os.path.abspath(path) for path in paths])
    except ValueError:  # none at all, or on several drives
        return ""
