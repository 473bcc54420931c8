"""Files that hold several documents: which they are, and their documents one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.document import Document, Failure
from briefing.formats import FormatError
from briefing.formats.detection import PACKED

if TYPE_CHECKING:
    from briefing.formats.detection import Format
    from briefing.formats.limits import Budget

_SEVERAL: frozenset[Format] = PACKED | {"json", "table", "feed", "mailbox"}


def holds_several(format_: Format) -> bool:
    """Whether files of this format are read with `read`."""
    return format_ in _SEVERAL


def read(
    data: bytes, path: str, name: str, format_: Format, budget: Budget
) -> Iterator[Document | Failure]:
    """The documents in a file of such a format, as `formats.read_parts` gives them.

    Raises `FormatError` where nothing in it can be read, and after what could be read where the
    rest is damaged or too much.
    """
    if budget.depth >= budget.limits.depth:
        raise FormatError(f"lies more than {budget.limits.depth} archives deep (limit depth)")
    budget.depth += 1
    try:
        if format_ in PACKED:
            from briefing.formats import archive

            documents = archive.read(data, path, name, format_, budget)
        elif format_ == "feed":
            from briefing.formats import feed

            documents = feed.read(data, path, budget)
        elif format_ == "mailbox":
            from briefing.formats import mailbox

            documents = mailbox.read(data, path, budget)
        else:
            from briefing.formats import records

            documents = records.read(data, path, format_, budget)
        found = False
        for document in documents:
            found = True
            yield document
        if not found:
            raise FormatError("holds no documents")
    finally:
        budget.depth -= 1
