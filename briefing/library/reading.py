"""One file to its documents, or to the reason why there is none. A bad file never raises."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing import formats
from briefing.analysis.briefing import Briefing
from briefing.document import Document
from briefing.formats.limits import Limits
from briefing.library.failure import Failure, reason

FIRST = 1 << 16
"""Bytes of a file that are read before the rest of it."""

_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Beginning:
    """What can be read at once of a long file. The offsets are those of this text alone."""

    document: Document


def read(path: Path, limits: Limits | None = None) -> Document | Failure:
    """The document in the file at `path`, the first one where it holds several."""
    return next(read_all(path, limits))


def read_all(path: Path, limits: Limits | None = None) -> Iterator[Document | Failure]:
    """The documents in the file at `path`, or why there is none; there is at least one of these.

    Of the file as much is read as the limits allow.
    """
    limits = limits or Limits()
    found = beginning(path, limits)
    if isinstance(found, Failure):
        yield found
    else:
        yield from formats.read_all(found[0], str(path), found[1], limits)


def read_first(
    path: Path, limits: Limits | None = None
) -> tuple[Beginning | Document | Failure, ...]:
    """The documents in the file at `path`, or the beginning of a long text."""
    limits = limits or Limits()
    found = beginning(path, limits, FIRST)
    if isinstance(found, Failure):
        return (found,)
    data, size = found
    results = tuple(formats.read_all(data, str(path), size, limits))
    if len(data) >= min(size, formats.needed(data, str(path), limits)):
        return results
    first = results[0]
    return (Beginning(first),) if isinstance(first, Document) else tuple(read_all(path, limits))


def read_stream(
    data: bytes, name: str = "-", limits: Limits | None = None
) -> Iterator[Document | Failure]:
    """The documents in `data`, such as a program's standard input."""
    return formats.read_all(data, name, len(data), limits)


def open(path: Path) -> Briefing | Failure:  # noqa: A001 - library.open(path)
    """The briefing of the file at `path`, of its first document where it holds several."""
    return brief(read(path))


def brief(document: Document | Failure) -> Briefing | Failure:
    """The briefing of a document. One at which analysis fails never stops the others."""
    if isinstance(document, Failure):
        return document
    from briefing.analysis import pipeline

    try:
        return pipeline.brief(document)
    except Exception as error:
        reason = f"a fault of this program: {type(error).__name__}: {error}"
        return Failure(document.path, reason)


def _bytes(path: Path, limits: Limits, most: int | None) -> tuple[bytes, int]:
    """What is no regular file is not even opened.

    A pipe would wait for its writer, a device may act. Raises `OSError`.
    """
    _check(os.stat(path))
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        _check(status)
        head = file.read(min(most or _HEAD, _HEAD))
        needed = formats.needed(head, str(path), limits)
        if most and formats.is_plain(head, str(path)):
            needed = min(needed, most)
        return head + file.read(max(0, needed - len(head))), status.st_size


def beginning(path: Path, limits: Limits, most: int | None = None) -> tuple[bytes, int] | Failure:
    """The first bytes of a regular file, as many as are needed, and the size of it all.

    `most` is how many of them there need be where it is a plain text.
    """
    try:
        return _bytes(path, limits, most)
    except OSError as error:
        return Failure(str(path), reason(error))
    except ValueError:  # a NUL in the name
        return Failure(str(path), "no such file or folder")


def _check(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise OSError(None, "a folder, not a document")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(None, "not a regular file")
