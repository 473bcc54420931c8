"""What the analysis is at present, in a few bytes: work done by another one is never shown."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

import briefing

_PARTS = ("document.py", "analysis", "formats", "library/digest.py", "library/record.py")
"""All that decides what is made of a file, and how it is written down."""
_LIBRARIES = (
    *("markdown-it-py", "PyYAML", "charset-normalizer", "numpy"),
    *("pypdf", "striprtf", "python-oxmsg"),  # also whether they are there
)


_MERGING = ("library", "finder")
"""All that decides what documents say together."""


@cache
def analysis_version() -> bytes:
    """A digest of the program's own code and data, Python and the libraries that read files.

    Computed rather than declared, so that no change can forget to say so.
    """
    others = (briefing.__version__, str(sys.version_info[:2]), *map(_release, _LIBRARIES))
    return _digest(_PARTS, "\0".join(others).encode())


@cache
def library_version() -> bytes:
    """The same of what is made of the analyses of many documents."""
    return _digest(_MERGING, analysis_version())


def _digest(parts: Iterable[str], more: bytes) -> bytes:
    digest = blake2b(digest_size=16)
    root = Path(briefing.__file__).parent
    for path in _files(root, parts):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(blake2b(path.read_bytes()).digest())
    digest.update(more)
    return digest.digest()


def _files(root: Path, parts: Iterable[str]) -> Iterator[Path]:
    for part in parts:
        path = root / part
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (one for one in found if one.is_file() and "__pycache__" not in one.parts)


def _release(library: str) -> str:
    # Here, because it takes a hundredth of a second and is needed after the first screen only.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(library)
    except PackageNotFoundError:
        return ""
