"""Words of a document as one quotes them, and where they stand."""

from __future__ import annotations

from bisect import bisect_right

from briefing.document import Document
from briefing.export.wording import one_line


def line(document: Document, offset: int) -> int | None:
    """The line of the file, from 1, in which the paragraph around a code point begins.

    Where a block keeps its lines, such as code, it is the very line. None where it is not known.
    """
    blocks = document.blocks
    index = bisect_right(blocks, offset, key=lambda block: block.start) - 1
    if index < 0 or not blocks[index].line:
        return None
    block = blocks[index]
    return block.line + document.text.count("\n", block.start, min(offset, block.end))


def origin(document: Document, offset: int | None = None) -> str:
    """Title, date and file of a document, as far as they are known, and the line of a place."""
    number = None if offset is None else line(document, offset)
    parts = (
        document.title,
        document.date,
        document.path.replace("\\", "/").rpartition("/")[2],
        None if number is None else f"line {number}",
    )
    return ", ".join(one_line(part) for part in parts if part and part != "-")


def citation(document: Document, start: int, end: int) -> str:
    """The words of a span on one line in quotation marks, and their origin."""
    start += len(document.text[start:end]) - len(document.text[start:end].lstrip())
    return f"“{one_line(document.text[start:end])}” {origin(document, start)}".rstrip()
