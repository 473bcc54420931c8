"""One file to its documents, or to the reason why there is none. A bad file never raises."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from briefing import formats
from briefing.document import Document
from briefing.formats.limits import Limits
from briefing.library.failure import Failure, reason

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing

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


def read_first(path: Path, limits: Limits | None = None) -> Beginning | Document | Failure | None:
    """The document in the file at `path`, or the beginning of a long text.

    None where only a process apart may read it: it is no plain text, or its words begin late.
    """
    limits = limits or Limits()
    found = beginning(path, limits, FIRST)
    if isinstance(found, Failure):
        return found
    data, size = found
    if not formats.is_plain(data, str(path)):
        return None
    (first,) = formats.read_all(data, str(path), size, limits)
    if len(data) >= min(size, limits.text):
        return first
    return Beginning(first) if isinstance(first, Document) else None


def is_short(path: Path) -> bool:
    """Whether a file is a plain text so short that any process may read and analyse it.

    What is no file to be read at all is short too.
    """
    try:
        size = path.stat().st_size
        found = beginning(path, Limits(), FIRST) if size <= FIRST else None
    except (OSError, ValueError):
        return True
    return isinstance(found, Failure) or (
        found is not None and formats.is_plain(found[0], str(path))
    )


def read_stream(
    data: bytes, name: str = "-", limits: Limits | None = None
) -> Iterator[Document | Failure]:
    """The documents in `data`, such as a program's standard input."""
    return formats.read_all(data, name, len(data), limits)


def take(stream: IO[bytes], limits: Limits) -> bytes:
    """The first bytes of a stream, one more than are needed where it has more; it may never end."""
    head = stream.read(_HEAD)
    return head + stream.read(max(0, formats.needed(head, "-", limits) + 1 - len(head)))


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
    except MemoryError:
        return Failure(document.path, "analysing it took too much memory (limit memory)")
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
