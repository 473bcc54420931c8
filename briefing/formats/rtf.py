"""RTF: its text, paragraph by paragraph; what was a heading can only be guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.formats import FormatError, text
from briefing.formats.pieces import Parsed, Piece, table

_EXTRA = "RTF files need an extra: pip install 'briefing-reader[rtf]'"
_FOOTNOTE = re.compile(r"\\footnote\b")
_INFO = r"\{\\%s (?:\\\*)?\s*([^{}\\]*)\}"
_TITLE, _AUTHOR = re.compile(_INFO % "title"), re.compile(_INFO % "author")
_CELL = re.compile(r"\n\|")
_HEAD = 1 << 16


def parse(data: bytes, most: int) -> Parsed:
    """The text of an RTF file, as much as may be."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise FormatError(_EXTRA) from None
    source = data.decode("latin-1")
    try:
        plain: str = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:
        raise FormatError(f"a damaged RTF file: {type(error).__name__}") from None
    if not plain.strip():
        raise FormatError("the file is empty")
    notices = []
    if len(plain) > most:
        plain = plain[:most]
        notices.append("Showing the beginning only (limit text).")
    if count := len(_FOOTNOTE.findall(source)):
        notices.append(f"Footnotes are not read ({count}).")
    named = _TITLE.search(source, 0, _HEAD)
    title = (named and named[1].strip()) or None
    pieces: list[Piece] = []
    for rows, paragraphs in _parts(plain):
        if rows:
            pieces.append(table(rows, 0))
        else:
            parsed = text.parse("\n\n".join(paragraphs), titled=title is not None or bool(pieces))
            title = title or parsed.title
            pieces.extend(replace(piece, line=0) for piece in parsed.pieces)
    by = _AUTHOR.search(source, 0, _HEAD)
    return Parsed(
        pieces,
        title=title,
        date=text.date_line(pieces),
        notices=tuple(notices),
        author=(by and by[1].strip()) or None,
    )


def _parts(plain: str) -> Iterator[tuple[list[list[str]], list[str]]]:
    """The tables, as rows of cells, and the paragraphs between them."""
    rows: list[list[str]] = []
    paragraphs: list[str] = []
    for line in _CELL.sub("|", plain).split("\n"):
        if line.endswith("|") and line.count("|") > 1:
            if paragraphs:
                yield [], paragraphs
                paragraphs = []
            rows.append([cell.strip() for cell in line[:-1].split("|")])
        elif line.strip():
            if rows:
                yield rows, []
                rows = []
            paragraphs.append(line.strip())
    yield rows, paragraphs
