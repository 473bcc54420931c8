"""ZIP and tar archives and compressed files, read in place: nothing of them is ever written."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from briefing.document import Document, Failure
from briefing.formats import FormatError, accepts, needed, read_parts, unread
from briefing.formats.package import Package

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

    from briefing.formats.detection import Format
    from briefing.formats.limits import Budget

_BLOCK = 512
_CHUNK = 1 << 16
_HEAD = 4096
_SHORT = {".tgz": ".tar", ".txz": ".tar", ".tbz2": ".tar"}


def read(
    data: bytes, path: str, name: str, format_: Format, budget: Budget
) -> Iterator[Document | Failure]:
    """The documents in an archive, in its order, and those in the archives in it."""
    if format_ == "zip":
        yield from _zip(data, path, budget)
    elif format_ == "tar":
        yield from _tar(io.BytesIO(data), path, budget)
    else:
        yield from _compressed(data, path, name, format_, budget)


def _zip(data: bytes, path: str, budget: Budget) -> Iterator[Document | Failure]:
    package = Package(data, budget)
    wanted = [entry for entry in package.entries if _is_wanted(entry.filename)]
    most = budget.limits.entries
    for entry in wanted[:most]:
        place = f"{path}!/{entry.filename}"
        if why := unread(entry.filename):
            yield Failure(place, why)
            continue
        try:
            inner = package.read(entry)
        except FormatError as error:
            yield Failure(place, str(error))
        else:
            yield from read_parts(inner, place, entry.filename, None, budget)
    if len(wanted) > most:
        yield Failure(path, f"only {most:,} of {len(wanted):,} entries are read (limit entries)")


def _tar(stream: IO[bytes], path: str, budget: Budget) -> Iterator[Document | Failure]:
    most = budget.limits.entries
    count = 0
    with _faults(), tarfile.open(fileobj=stream, mode="r|", errorlevel=0) as file:
        for member in file:
            if not member.isreg() or not _is_wanted(member.name):
                continue
            count += 1
            if count > most:
                raise FormatError(f"only the first {most:,} entries are read (limit entries)")
            place = f"{path}!/{member.name}"
            if why := unread(member.name):
                yield Failure(place, why)
            elif (content := file.extractfile(member)) is not None:
                inner = content.read(budget.limits.file + 1)
                yield from read_parts(inner, place, member.name, member.size, budget)


def _compressed(
    data: bytes, path: str, name: str, format_: Format, budget: Budget
) -> Iterator[Document | Failure]:
    """What was packed by itself is the document, by the name of its file; a tar is an archive."""
    pure = PurePosixPath(name)
    inner_name = pure.stem + _SHORT.get(pure.suffix.lower(), "")
    stream = _Unpacked(data, format_, budget)
    with _faults():
        head = stream.read_all(_HEAD)
    if inner_name.endswith(".tar") or head[257:262] == b"ustar":
        stream = _Unpacked(data, format_, budget)
        yield from _tar(io.BufferedReader(stream, _BLOCK * 20), path, budget)
        return
    most = needed(head, inner_name, budget.limits)
    with _faults():
        content = head + stream.read_all(most + 1 - len(head))
        while stream.read_all(_CHUNK):  # to know how much there is
            pass
    yield from read_parts(content, path, inner_name, stream.size, budget)


class _Unpacked(io.RawIOBase):
    """What comes out of a compressed file, as far as the budget goes."""

    def __init__(self, data: bytes, format_: Format, budget: Budget) -> None:
        super().__init__()
        packed = io.BytesIO(data)
        self._source: gzip.GzipFile | lzma.LZMAFile | bz2.BZ2File
        if format_ == "gzip":
            self._source = gzip.GzipFile(fileobj=packed)
        elif format_ == "xz":
            self._source = lzma.LZMAFile(packed)  # noqa: SIM115 - closed with its bytes
        else:
            self._source = bz2.BZ2File(packed)
        self._packed = len(data)
        self._room = budget.room(self._packed)
        self._budget = budget
        self.size = 0

    def readable(self) -> bool:
        """It can be."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer as far as there is something. Raises `FormatError` over the budget."""
        view = memoryview(buffer).cast("B")
        chunk = self._source.read(min(len(view), _CHUNK))
        self.size += len(chunk)
        if self.size > self._room:
            raise self._budget.refuse(self._packed)
        self._budget.spend(len(chunk))
        view[: len(chunk)] = chunk
        return len(chunk)

    def read_all(self, size: int) -> bytes:
        """So many bytes, or fewer where there are no more."""
        chunks = []
        while size > 0 and (chunk := self.read(size)):
            chunks.append(chunk)
            size -= len(chunk)
        return b"".join(chunks)


@contextmanager
def _faults() -> Iterator[None]:
    """What unpacking may raise, as `FormatError`."""
    try:
        yield
    except tarfile.TarError as error:
        raise FormatError(f"a damaged archive: {error}") from None
    except (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError) as error:
        raise FormatError(f"damaged: {error}") from None


def _is_wanted(name: str) -> bool:
    """Whether an entry is a document, as in a folder: by its name, and not hidden."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    return not hidden and (accepts(name) or unread(name) is not None)
