"""ZIP files, read with limits: which kind one is, its entries, and the bytes of one.

Nothing is ever written, so an entry may call itself what it likes.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from lzma import LZMAError
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from briefing.formats import FormatError

if TYPE_CHECKING:
    from briefing.formats.detection import Format
    from briefing.formats.limits import Budget

_ENCRYPTED = 1
_CHUNK = 1 << 16
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_FOREIGN = {"xl/workbook.xml": "an Excel workbook", "ppt/presentation.xml": "a presentation"}


@contextmanager
def faults() -> Iterator[None]:
    """What reading a ZIP file may raise, as `FormatError`."""
    try:
        yield
    except (
        BadZipFile,
        struct.error,
        zlib.error,
        LZMAError,
        EOFError,
        ValueError,
        OSError,
    ) as error:
        raise FormatError(f"a damaged ZIP file: {error}") from None
    except NotImplementedError:
        raise FormatError("packed in a way that is not read") from None
    except RuntimeError as error:  # what zipfile raises for a password
        if isinstance(error, NotImplementedError) or "password" not in str(error):
            raise
        raise FormatError("encrypted") from None


def kind(data: bytes) -> Format:
    """Which kind of ZIP file `data` is. Raises `FormatError` for one that holds no documents."""
    with faults(), ZipFile(io.BytesIO(data)) as file:
        names = file.NameToInfo
        if "word/document.xml" in names:
            return "docx"
        if "EncryptedPackage" in names:
            raise FormatError("encrypted")
        for name, what in _FOREIGN.items():
            if name in names:
                raise FormatError(f"{what}, which is not read")
        if "mimetype" in names and names["mimetype"].file_size < 100:
            mimetype = file.read("mimetype").decode("ascii", "replace").strip()
            if mimetype == "application/epub+zip":
                return "epub"
            if mimetype.startswith(f"{_OPEN_DOCUMENT}text"):
                return "odt"
            if mimetype.startswith(_OPEN_DOCUMENT):
                raise FormatError("an OpenDocument file that is no text, which is not read")
        return "epub" if "META-INF/container.xml" in names else "zip"


class Package:
    """A ZIP file whose entries are read by name, as long as the budget has room for them."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        with faults():
            self._file = ZipFile(io.BytesIO(data))
        self._budget = budget

    def __contains__(self, name: str) -> bool:
        return name in self._file.NameToInfo

    @property
    def entries(self) -> list[ZipInfo]:
        """The files in it, in their order; of several by the same name each."""
        return [entry for entry in self._file.filelist if not entry.filename.endswith("/")]

    def read(self, entry: str | ZipInfo) -> bytes:
        """The bytes of an entry.

        Raises `FormatError` where there is no such entry, or it is encrypted, damaged, or larger
        than the budget has room for.
        """
        if isinstance(entry, str):
            if entry not in self:
                raise FormatError(f"damaged: it has no {entry}")
            entry = self._file.NameToInfo[entry]
        if entry.flag_bits & _ENCRYPTED:
            raise FormatError("encrypted")
        room = self._budget.room(entry.compress_size)
        chunks = []
        left = room
        with faults(), self._file.open(entry) as source:
            while chunk := source.read(min(_CHUNK, left + 1)):
                left -= len(chunk)
                if left < 0:
                    raise self._budget.refuse(entry.compress_size)
                chunks.append(chunk)
        self._budget.spend(room - left)
        return b"".join(chunks)
