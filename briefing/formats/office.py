"""What Word and OpenDocument files have in common: paragraphs, lists, tables, notes, facts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from briefing.document import BlockKind, InlineKind
from briefing.formats import headings, xml
from briefing.formats.dateline import iso_prefix
from briefing.formats.package import Package
from briefing.formats.pieces import Line, Parsed, Piece, cut, table
from briefing.formats.text import date_line

FACTS = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
}


@dataclass(slots=True)
class Paragraph:
    """A paragraph that is being written."""

    kind: BlockKind = "paragraph"
    level: int = 0
    marker: str = ""
    line: Line = field(default_factory=Line)


@dataclass(slots=True)
class _Table:
    rows: list[list[str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Writer:
    """Takes what a document holds, in its order, and makes pieces of it.

    Paragraphs may lie in each other (a text box in one), and so may tables. What lies in a cell
    is text of the cell.
    """

    pieces: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    page: int = 0
    dropped: int = 0
    hidden: int = 0
    comments: int = 0
    title: str = ""
    _open: list[Paragraph] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)
    _count: int = 0
    _note: str = ""

    @property
    def paragraph(self) -> Paragraph | None:
        """The innermost paragraph that is open."""
        return self._open[-1] if self._open else None

    def begin(self) -> Paragraph:
        """Begin a paragraph."""
        self._open.append(Paragraph())
        return self._open[-1]

    def write(self, text: str) -> None:
        """Add text to the paragraph that is open."""
        if self._open:
            self._open[-1].line.write(text)

    def mark(self, kind: InlineKind, target: str = "") -> None:
        """Begin a stretch of markup."""
        if self._open:
            self._open[-1].line.open(kind, target)

    def unmark(self, kind: InlineKind) -> None:
        """End a stretch of markup."""
        if self._open:
            self._open[-1].line.close(kind)

    def end(self) -> str:
        """End the innermost paragraph and give its text."""
        if not self._open:
            return ""
        paragraph = self._open.pop()
        text, inlines = paragraph.line.finish()
        if self._note:
            if text.strip():
                last = self.notes[-1]
                joined = f"{last.text}\n{text.strip()}" if last.text else text.strip()
                self.notes[-1] = replace(last, text=joined)
        elif self._tables:
            self._tables[-1].texts.append(text.strip())
        elif text.strip():
            self._count += 1
            part = "" if self.page else f"paragraph {self._count}"
            kind, level, marker = paragraph.kind, paragraph.level, paragraph.marker
            piece = Piece(kind, text, level, 0, marker, inlines, page=self.page, part=part)
            self.pieces.append(cut(piece, 0, len(text)))
        return text.strip()

    def begin_note(self, number: str) -> None:
        """Begin a footnote; its paragraphs are put at the end of the document."""
        self._note = number
        marker = f"[{number}]"
        self.notes.append(Piece("item", "", 1, 0, marker, part=f"footnote {number}"))

    def end_note(self) -> None:
        """End the footnote."""
        self._note = ""

    def begin_table(self) -> None:
        """Begin a table."""
        self._tables.append(_Table())

    def begin_row(self) -> None:
        """Begin a row of the innermost table."""
        if self._tables:
            self._tables[-1].rows.append([])

    def end_cell(self, repeated: int = 1) -> None:
        """End a cell, which stands for several where it is repeated."""
        if self._tables:
            inner = self._tables[-1]
            text = " ".join(filter(None, inner.texts))
            inner.texts = []
            if inner.rows and text:
                inner.rows[-1].extend([text] * min(repeated, 100))
            elif inner.rows:
                inner.rows[-1].append("")

    def drop_row(self) -> None:
        """Take the row back that was begun last."""
        if self._tables and self._tables[-1].rows:
            self.dropped += sum(len(cell.split()) for cell in self._tables[-1].rows.pop())

    def end_table(self) -> None:
        """End the innermost table."""
        if not self._tables:
            return
        rows = [row for row in self._tables.pop().rows if any(row)]
        if self._tables:
            self._tables[-1].texts.append(" ".join(cell for row in rows for cell in row if cell))
        elif all(len(row) == 1 for row in rows):  # a frame around text
            self.pieces.extend(
                Piece("paragraph", row[0], line=0, page=self.page, part=f"table {self._frame()}")
                for row in rows
            )
        elif rows:
            piece = table(rows, 0)
            self.pieces.append(replace(piece, page=self.page, part=f"table {self._frame()}"))

    def _frame(self) -> int:
        return 1 + sum(piece.part.startswith("table ") for piece in self.pieces)

    def parsed(self, facts: dict[str, str]) -> Parsed:
        """All of it, with what the file says of itself."""
        pieces = [*self.pieces, *(note for note in self.notes if note.text)]
        named = self.title or facts.get("dc:title")
        pieces, _ = headings.guess(pieces, titled=bool(named), plain=False)
        first = next((one.text for one in pieces[:3] if one.kind == "heading"), None)
        date = (
            facts.get("dcterms:created") or facts.get("meta:creation-date") or facts.get("dc:date")
        )
        return Parsed(
            pieces,
            title=named or first,
            # What the document says itself is worth more than when its file was made.
            date=date_line(pieces) or (date and iso_prefix(date)) or None,
            notices=tuple(self._notices()),
            author=facts.get("dc:creator") or facts.get("meta:initial-creator"),
            language=facts.get("dc:language"),
        )

    def _notices(self) -> list[str]:
        notices = []
        if self.dropped:
            notices.append(
                f"Tracked changes: what was inserted is shown, {_words(self.dropped)} that were "
                "deleted are left out."
            )
        if self.hidden:
            notices.append(f"Hidden text was left out: {_words(self.hidden)}.")
        if self.comments:
            notices.append(f"Comments in the margin are not shown ({self.comments}).")
        return notices


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count:,} words"


def facts(package: Package, name: str) -> dict[str, str]:
    """What a file says of itself, by the names of the elements; nothing where it says nothing."""
    if name not in package:
        return {}
    texts = xml.Texts()
    xml.parse(package.read(name), texts, FACTS)
    return texts.found
