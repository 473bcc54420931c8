"""Mailboxes in the mbox format: each message is a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.document import Document, Failure
from briefing.formats import FormatError, read_parts
from briefing.formats.limits import Budget

_BEGINS = re.compile(rb"(?:\A|(?<=\n))From [^\n]*\n")
_STUFFED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read(data: bytes, path: str, budget: Budget) -> Iterator[Document | Failure]:
    """A document for each message. `path#3` is the third."""
    begins = [match.span() for match in _BEGINS.finditer(data)]
    if not begins:
        raise FormatError("a mailbox without a message")
    most = budget.limits.entries
    for number, (_, start) in enumerate(begins[:most], 1):
        end = begins[number][0] if number < len(begins) else len(data)
        message = _STUFFED.sub(rb"\1", data[start:end])
        yield from read_parts(message, f"{path}#{number}", "message.eml", None, budget)
    if len(begins) > most:
        raise FormatError(f"only {most:,} of {len(begins):,} messages are read (limit entries)")
