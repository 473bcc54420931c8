"""One file to its document, or to the reason why there is none. A bad file never raises."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from briefing import formats
from briefing.analysis.briefing import Briefing
from briefing.document import Document
from briefing.library.failure import Failure, reason


def read(path: Path) -> Document | Failure:
    """The document in the file at `path`, of which at most `formats.MAX_BYTES` are read."""
    try:
        data, size = _beginning(path)
    except OSError as error:
        return Failure(str(path), reason(error))
    except ValueError:  # a NUL in the name
        return Failure(str(path), "no such file or folder")
    return _parse(data, str(path), size)


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


def _beginning(path: Path) -> tuple[bytes, int]:
    """The first bytes of a regular file and the size of it all.

    What is no regular file is not even opened: a pipe would wait for its writer, a device may
    act. Raises `OSError`.
    """
    _check(os.stat(path))
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        _check(status)
        return file.read(formats.MAX_BYTES), status.st_size


def _check(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise OSError(None, "a folder, not a document")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(None, "not a regular file")
