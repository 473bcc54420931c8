"""One file to its document, or to the reason why there is none. A bad file never raises."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from briefing import formats
from briefing.analysis.briefing import Briefing
from briefing.document import Document
from briefing.library.failure import Failure, reason

FIRST = 1 << 16
"""Bytes of a file that are read before the rest of it."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What can be read at once of a long file. The offsets are those of this text alone."""

    document: Document


def read(path: Path) -> Document | Failure:
    """The document in the file at `path`, of which at most `formats.MAX_BYTES` are read."""
    found = _beginning(path, formats.MAX_BYTES)
    return found if isinstance(found, Failure) else _parse(found[0], str(path), found[1])


def read_first(path: Path) -> Document | Beginning | Failure:
    """The document in the file at `path`, or of a long one its beginning."""
    found = _beginning(path, FIRST)
    if isinstance(found, Failure):
        return found
    data, size = found
    document = _parse(data, str(path), size)
    if size <= FIRST:
        return document
    return Beginning(document) if isinstance(document, Document) else read(path)


def read_stream(data: bytes, name: str = "-") -> Document | Failure:
    """The document in `data`, such as a program's standard input."""
    return _parse(data, name, len(data))


def open(path: Path) -> Briefing | Failure:  # noqa: A001 - library.open(path)
    """The briefing of the file at `path`."""
    document = read(path)
    if isinstance(document, Failure):
        return document
    from briefing.analysis.pipeline import brief

    try:
        return brief(document)
    except Exception as error:  # one document never stops the others
        return _fault(str(path), error)


def _parse(data: bytes, path: str, size: int) -> Document | Failure:
    try:
        return formats.read(data, path, size)
    except formats.FormatError as error:
        return Failure(path, str(error))
    except Exception as error:  # one document never stops the others
        return _fault(path, error)


def _fault(path: str, error: Exception) -> Failure:
    return Failure(path, f"a fault of this program: {type(error).__name__}: {error}")


def _beginning(path: Path, most: int) -> tuple[bytes, int] | Failure:
    """At most so many bytes of a regular file, from its start, and the size of it all."""
    try:
        return _bytes(path, most)
    except OSError as error:
        return Failure(str(path), reason(error))
    except ValueError:  # a NUL in the name
        return Failure(str(path), "no such file or folder")


def _bytes(path: Path, most: int) -> tuple[bytes, int]:
    """What is no regular file is not even opened.

    A pipe would wait for its writer, a device may act. Raises `OSError`.
    """
    _check(os.stat(path))
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        _check(status)
        return file.read(most), status.st_size


def _check(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise OSError(None, "a folder, not a document")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(None, "not a regular file")
