"""Archives, made in memory."""

import io
import tarfile
import zipfile
from collections.abc import Mapping, Sequence

from briefing import formats
from briefing.document import Document, Failure
from briefing.formats.limits import Limits

Entries = Mapping[str, bytes] | Sequence[tuple[str, bytes]]


def pairs(entries: Entries) -> list[tuple[str, bytes]]:
    return list(entries.items() if isinstance(entries, Mapping) else entries)


def zipped(entries: Entries) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in pairs(entries):
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def tarred(entries: Entries) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, data in pairs(entries):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return file.getvalue()


def read(data: bytes, path: str, **limits: int) -> tuple[dict[str, Document], dict[str, str]]:
    """The documents and the reasons, by their paths."""
    results = list(formats.read_all(data, path, limits=Limits(**limits)))
    documents = {one.path: one for one in results if isinstance(one, Document)}
    reasons = {one.path: one.reason for one in results if isinstance(one, Failure)}
    assert not [one for one in reasons.values() if "fault of this program" in one], reasons
    return documents, reasons
