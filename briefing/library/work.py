"""One file to all that is kept of it: what a worker does and hands back, packed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefing import formats
from briefing.analysis.briefing import Briefing
from briefing.document import Document
from briefing.formats.limits import Limits
from briefing.library import digest, reading, record
from briefing.library.failure import Failure
from briefing.library.names import keys
from briefing.library.record import Record
from briefing.library.stamp import Stamp
from briefing.library.version import analysis_version


class Packed(NamedTuple):
    """A document that was analysed: its briefing, its digest, the keys of what it names."""

    record: Record
    digest: bytes
    keys: tuple[int, ...]


class Part(NamedTuple):
    """A document of a file, or the `reason` why there is none.

    `tail` is what follows the path of the file in the document's own, where it lies in the file.
    `name` is empty where the document is called as its file.
    """

    tail: str
    name: str = ""
    date: str | None = None
    language: str | None = None
    words: int = 0
    reason: str | None = None
    packed: Packed | None = None


class Work(NamedTuple):
    """What was made of a file. `key` stands for its content; None where nothing is to be kept.

    `version` says by which analysis and within which limits.
    """

    key: bytes | None
    version: bytes
    stamp: Stamp | None
    parts: tuple[Part, ...]


def work(
    path: Path,
    limits: Limits | None = None,
    begin: Callable[[int], None] = lambda _: None,
    skipped: Mapping[int, str] = MappingProxyType({}),
) -> Work:
    """Read and analyse the file at `path`; what goes wrong with it is told, never raised.

    `begin` is called with the number of each of its documents before that is read. Those in
    `skipped` are not analysed, for the reason given.
    """
    limits = limits or Limits()
    # First: a file that is written meanwhile must be seen to have changed.
    stamp = Stamp.of(path)
    beginning = reading.beginning(path, limits)
    if isinstance(beginning, Failure):
        return failed(beginning.reason)
    parts = []
    documents = formats.read_all(beginning[0], str(path), beginning[1], limits)
    begin(0)
    for number, one in enumerate(documents):
        reason = skipped.get(number)
        made = Failure(one.path, reason) if reason else reading.brief(one)
        parts.append(pack(made, str(path)))
        begin(number + 1)
    key = content_key(path, *beginning, limits)
    if skipped:
        # It is tried again another time: what is kept is not what the file holds.
        key, stamp = blake2b(key + repr(skipped).encode(), digest_size=20).digest(), None
    return Work(key, version(limits), stamp, tuple(parts))


def made(
    path: Path, stamp: Stamp | None, result: Briefing | Failure, limits: Limits
) -> Work | None:
    """What is kept of a file that was read when it had `stamp`; None where it has changed since."""
    beginning = reading.beginning(path, limits)
    if stamp is None or isinstance(beginning, Failure) or Stamp.of(path) != stamp:
        return None
    key = content_key(path, *beginning, limits)
    return Work(key, version(limits), stamp, (pack(result, str(path)),))


def failed(reason: str) -> Work:
    """What is said of a file of which nothing is kept."""
    return Work(None, b"", None, (Part("", reason=reason),))


def pack(result: Briefing | Failure, path: str) -> Part:
    """What is kept of a document in the file at `path`."""
    if isinstance(result, Failure):
        return Part(tail(result.path, path), reason=result.reason)
    document, found = result.document, digest.digest(result)
    name = found.name if document.title or document.text.strip() else ""
    # Nothing that is kept knows the path: the file may be renamed.
    found = replace(found, path="", name=name)
    return Part(
        tail(document.path, path),
        name,
        found.date,
        found.language,
        found.words,
        packed=Packed(record.pack(result), digest.pack(found), keys(found)),
    )


def tail(document: str, path: str) -> str:
    """What follows the path of a file in the path of a document in it."""
    shown = Document(path, "", "").path
    return document[len(shown) :] if document.startswith(shown) else ""


def version(limits: Limits) -> bytes:
    """What decides, beside its content and its suffix, what is made of a file."""
    content = replace(limits, seconds=0, memory=0)
    return blake2b(analysis_version() + repr(content).encode(), digest_size=16).digest()


def content_key(path: Path, data: bytes, size: int, limits: Limits) -> bytes:
    """What stands for a content, read as what its suffix says, under a version."""
    key = blake2b(version(limits), digest_size=20)
    key.update(f"{size} {path.suffix.lower()}\0".encode(errors="surrogateescape"))
    key.update(data)
    return key.digest()
