"""Bytes of a file to a `Document`: one module per format, and which file is which.

A format turns text into `Parsed` and is imported only when a file needs it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefing.document import Document, normalise_newlines

if TYPE_CHECKING:
    from briefing.formats.pieces import Parsed

MAX_BYTES = 8 * 1024 * 1024
"""How much of a file is read. More is cut at a character, and the document says so."""

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
"""Which files of a folder are documents. A file named outright is tried whatever its suffix."""

_MARKDOWN = frozenset({".md", ".markdown"})
_NOT_YET = {
    ".pdf": "PDF",
    ".doc": "Word",
    ".docx": "Word",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".epub": "EPUB",
    ".html": "HTML",
    ".htm": "HTML",
    ".eml": "E-mail",
}


class FormatError(Exception):
    """The file is not a document; the message says why, in words for the reader."""


def accepts(path: str | PurePath) -> bool:
    """Whether a file of this name is taken for a document when its folder is opened."""
    return PurePath(path).suffix.lower() in SUFFIXES


def unread(path: str | PurePath) -> str | None:
    """Why a document of this name cannot be read yet; None for what is read, or no document."""
    name = _NOT_YET.get(PurePath(path).suffix.lower())
    return name and f"{name} files are not read yet"


def read(data: bytes, path: str, size: int | None = None) -> Document:
    """The document in `data`.

    `size` is how many bytes the file has when `data` is only its beginning. Raises `FormatError`,
    and nothing else, where `data` is not text.
    """
    from briefing.formats import encoding, front_matter

    size = max(size or 0, len(data))
    data = data[:MAX_BYTES]
    decoded = encoding.decode(data, cut=size > len(data))
    if not decoded.text.strip():
        raise FormatError("the file is empty")
    notices = list(decoded.notices)
    if size > len(data):
        notices.append(f"Showing the first {_amount(len(data))} of {_amount(size)}.")
    source = normalise_newlines(decoded.text)
    front = front_matter.split(source)
    notices.extend(front.notices)
    markdown = PurePath(path).suffix.lower() in _MARKDOWN
    parsed = _parse(source[front.end :], markdown=markdown, titled=front.title is not None)
    if not parsed.pieces:
        notices.append("There is no text in this file.")
    first_line = source.count("\n", 0, front.end)
    from briefing.formats.pieces import assemble

    text, blocks, inlines = assemble(parsed.pieces, first_line)
    return Document(
        path=path,
        text=text,
        format="markdown" if markdown else "text",
        blocks=blocks,
        inlines=inlines,
        title=front.title or parsed.title,
        date=front.date or parsed.date,
        language=front.language,
        encoding=decoded.encoding,
        notices=(*notices, *parsed.notices),
    )


def _parse(source: str, *, markdown: bool, titled: bool) -> Parsed:
    from briefing.formats import text

    if markdown:
        from briefing.formats import markdown as markdown_format

        return markdown_format.parse(source)
    date, start = text.date_marker(source)
    if text.has_markup(source):
        from briefing.formats import markdown as markdown_format

        parsed = markdown_format.parse(source[start:], plain=True, titled=titled)
    else:
        parsed = text.parse(source[start:], titled=titled)
    return replace(parsed, date=date or parsed.date)


def _amount(size: int) -> str:
    """`size` in bytes, in the unit a reader would choose."""
    amount = float(size)
    for unit in ("bytes", "KB", "MB", "GB"):
        if amount < 1024 or unit == "GB":
            break
        amount /= 1024
    return f"{amount:.0f} {unit}" if amount >= 10 or amount.is_integer() else f"{amount:.1f} {unit}"
