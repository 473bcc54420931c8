"""PDF: the lines on its pages, and what the paragraphs were before they were set.

pypdf gives the text in the order in which the page draws it, so columns may come mixed.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from briefing.document import Inline
from briefing.formats import FormatError, headings
from briefing.formats.dateline import iso_prefix
from briefing.formats.limits import Limits
from briefing.formats.pieces import Parsed, Piece
from briefing.formats.text import date_line

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_EXTRA = "PDF files need an extra: pip install 'briefing-reader[pdf]'"
_JUNK = re.compile(r"microsoft word|untitled|\.(?:docx?|indd|qxd|rtf|odt|tex|dvi)$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I
)
_BULLET = re.compile(r"([•‣◦▪●·–])\s+(?=\S)|((?:\d{1,2}|[a-z])[.)]|\((?:\d{1,2}|[a-z])\))\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
_BROKEN = re.compile(r"(\w+)([-\u2010\u00ad])$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_HEADER = 3
"""Lines at the top and at the bottom of a page among which headers and footers are sought."""


@dataclass(slots=True)
class _Line:
    text: str
    page: int
    y: float = 0.0
    size: float = 0.0
    bold: bool = False


def parse(data: bytes, limits: Limits) -> Parsed:
    """The text of a PDF. Raises `FormatError` where it has none, or cannot be read."""
    reader = _open(data)
    notices: list[str] = []
    pages = _pages(reader, limits, notices)
    if not any(pages):
        count = "its page is" if len(pages) == 1 else f"its {len(pages):,} pages are"
        raise FormatError(f"no text layer: {count} pictures or drawings, which need OCR first")
    empty = sum(not page for page in pages)
    if empty:
        notices.append(f"{empty:,} of {len(pages):,} pages have no text layer.")
    lines = [line for page in _without_headers(pages) for line in page]
    pieces = list(_pieces(lines))
    title, author, date, language = _facts(reader)
    pieces, _ = headings.guess(pieces, titled=title is not None, plain=False)
    first = next((one.text for one in pieces[:3] if one.kind == "heading"), None)
    return Parsed(
        pieces,
        title=title or first,
        date=date_line(pieces) or date,
        notices=tuple(notices),
        author=author,
        language=language,
    )


def _open(data: bytes) -> PdfReader:
    try:
        import pypdf
    except ImportError:
        raise FormatError(_EXTRA) from None
    import logging

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except pypdf.errors.DependencyError:
        raise FormatError("encrypted") from None
    except Exception as error:
        raise FormatError(f"a damaged PDF: {_short(error)}") from None
    if locked:
        raise FormatError("encrypted: it opens with its password only")
    return reader


def _pages(reader: PdfReader, limits: Limits, notices: list[str]) -> list[list[_Line]]:
    """The lines of each page, as many pages as may be."""
    pages: list[list[_Line]] = []
    failed: list[int] = []
    room = limits.text
    try:
        count = len(reader.pages)
        for number in range(1, min(count, limits.pages) + 1):
            try:
                lines = list(_lines(reader.pages[number - 1], number))
            except MemoryError:
                raise
            except Exception:
                lines = []
                failed.append(number)
            room -= sum(len(line.text) for line in lines)
            pages.append(lines)
            if room < 0:
                break
    except MemoryError:
        raise
    except Exception as error:
        raise FormatError(f"a damaged PDF: {_short(error)}") from None
    if not count:
        raise FormatError("a PDF without pages")
    if len(pages) < count:
        name = "pages" if room >= 0 else "text"
        notices.append(f"Showing the first {len(pages):,} of {count:,} pages (limit {name}).")
    if failed:
        first = f"page {failed[0]}" if len(failed) == 1 else f"{len(failed)} pages"
        if len(failed) == len(pages):
            raise FormatError("a damaged PDF: none of its pages can be read")
        notices.append(f"Damaged: {first} could not be read.")
    return pages


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


def _lines(page: PageObject, number: int) -> Iterator[_Line]:
    """The lines of a page with where they stand and how they are set."""
    line = _Line("", number)
    found: list[_Line] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        nonlocal line
        name = str((font or {}).get("/BaseFont", ""))
        for index, part in enumerate(text.split("\n")):
            if index:
                found.append(line)
                line = _Line("", number)
            if part.strip() and not line.text.strip():
                scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
                line.y = tm[5] * cm[3] + cm[5]
                line.size = round(size * scale, 1)
                line.bold = "bold" in name.lower() or "black" in name.lower()
            elif part.strip():
                line.bold = line.bold and "bold" in name.lower()
            line.text += part

    page.extract_text(visitor_text=visit)
    found.append(line)
    for one in found:
        one.text = " ".join(one.text.translate(_LIGATURES).split())
        if one.text:
            yield one


def _without_headers(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without lines at their ends that return on most of them, and page numbers."""
    written = [page for page in pages if page]
    seen: Counter[str] = Counter()
    for page in written:
        ends = [*page[:_HEADER], *page[_HEADER:][-_HEADER:]]
        seen.update({_DIGITS.sub("0", line.text) for line in ends})
    often = max(3, 0.4 * len(written))

    def is_header(line: _Line) -> bool:
        text = _DIGITS.sub("0", line.text)
        return (seen[text] >= often and len(text) < 150) or bool(_PAGE_NUMBER.fullmatch(line.text))

    return [
        [
            line
            for index, line in enumerate(page)
            if _HEADER <= index < len(page) - _HEADER or not is_header(line)
        ]
        for page in pages
    ]


def _pieces(lines: Sequence[_Line]) -> Iterator[Piece]:
    """The paragraphs, items and headings that the lines are."""
    if not lines:
        return
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0]
    larger = sorted({line.size for line in lines if line.size > 1.15 * body}, reverse=True)
    levels = {size: min(rank, 6) for rank, size in enumerate(larger, 1)}
    gap = _usual_gap(lines)
    width = sorted(len(line.text) for line in lines)[int(0.8 * (len(lines) - 1))]
    words = Counter(word for line in lines for word in _WORD.findall(line.text))
    group: list[_Line] = []
    for line in lines:
        if group and _begins(group[-1], line, gap, width):
            yield _piece(group, levels, words)
            group = []
        group.append(line)
    yield _piece(group, levels, words)


def _usual_gap(lines: Sequence[_Line]) -> float:
    """The distance from one line to the next within a paragraph."""
    gaps: Counter[float] = Counter()
    for index in range(1, len(lines)):
        before, line = lines[index - 1], lines[index]
        if before.page == line.page and before.y > line.y:
            gaps[round(before.y - line.y)] += 1
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _begins(before: _Line, line: _Line, gap: float, width: int) -> bool:
    """Whether a paragraph begins with this line."""
    if before.size != line.size or before.bold != line.bold or _BULLET.match(line.text):
        return True
    ended = _SENTENCE_END.search(before.text) is not None
    if before.page != line.page or before.y <= line.y:
        return ended and not line.text[:1].islower()
    if gap and before.y - line.y > 1.4 * gap:
        return True
    return ended and len(before.text) < 0.8 * width


def _piece(lines: Sequence[_Line], levels: dict[float, int], words: Counter[str]) -> Piece:
    first = lines[0]
    text = _joined(lines, words)
    piece = Piece("paragraph", text, line=0, page=first.page)
    if first.size in levels and len(text) < 300:
        return replace(piece, kind="heading", level=levels[first.size])
    marker = _BULLET.match(text)
    if marker and marker.end() < len(text):
        shown = "•" if marker[1] else marker[2]
        return replace(piece, kind="item", level=1, marker=shown, text=text[marker.end() :])
    if first.bold:
        return replace(piece, inlines=(Inline("strong", 0, len(text)),))
    return piece


def _joined(lines: Sequence[_Line], words: Counter[str]) -> str:
    """The lines as one, words that were broken mended.

    A hyphen stays where the document has the word with one, or both halves as words.
    """
    text = lines[0].text
    for line in lines[1:]:
        broken = _BROKEN.search(text)
        after = _WORD.match(line.text)
        if broken is None or after is None or not line.text[0].islower():
            text = f"{text} {line.text}"
            continue
        half, other = broken[1], after[0]
        keeps = (
            broken[2] != "\u00ad"
            and not words[half + other]
            and (words[f"{half}-{other}"] or (words[half] and words[other]))
        )
        text = text[: broken.end(1)] + ("-" if keeps else "") + line.text
    return text


def _facts(reader: PdfReader) -> tuple[str | None, str | None, str | None, str | None]:
    """Title, author, date and language, where the file tells them; it may tell nonsense."""
    title = author = date = language = None
    with suppress(Exception):
        facts = reader.metadata
        if facts is not None:
            title = " ".join(str(facts.title or "").split())
            author = " ".join(str(facts.author or "").split()) or None
            created = facts.creation_date
            date = iso_prefix(created.date().isoformat()) if created else None
    with suppress(Exception):
        language = str(reader.root_object.get("/Lang") or "") or None
    return (title if title and not _JUNK.search(title) else None), author, date, language
