"""Words of a document as one quotes them, and where they stand."""

from __future__ import annotations

from bisect import bisect_right

from briefing.document import Document
from briefing.export.wording import one_line


def locator(document: Document, offset: int) -> str:
    """Where in its file the paragraph around a code point begins: part, page, line, as known.

    Where a block keeps its lines, such as code, it is the very line.
    """
    blocks = document.blocks
    index = bisect_right(blocks, offset, key=lambda block: block.start) - 1
    if index < 0:
        return ""
    block = blocks[index]
    number = block.line
    if number:
        number += document.text.count("\n", block.start, min(offset, block.end))
    places = (
        block.part,
        f"page {block.page}" if block.page else "",
        f"line {number}" if number else "",
    )
    return ", ".join(filter(None, places))


def origin(document: Document, offset: int | None = None) -> str:
    """Title, author, date and file of a document, as far as known, and the locator of a place."""
    parts = (
        document.title,
        document.author,
        document.date,
        document.path.replace("\\", "/").rpartition("/")[2],
        None if offset is None else locator(document, offset),
    )
    return ", ".join(one_line(part) for part in parts if part and part != "-")


def citation(document: Document, start: int, end: int) -> str:
    """The words of a span on one line in quotation marks, and their origin."""
    start += len(document.text[start:end]) - len(document.text[start:end].lstrip())
    return f"“{one_line(document.text[start:end])}” {origin(document, start)}".rstrip()
