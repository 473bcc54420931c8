"""HTML inside Markdown: which tags are dropped, and what a block of it says."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from briefing.document import BlockKind, InlineKind
from briefing.formats import lines
from briefing.formats.pieces import Line, Piece, table

_ELEMENTS = """
    a abbr acronym address applet area article aside audio b base bdi bdo big blockquote body br
    button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir
    div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6
    head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu
    meta meter nav nobr noframes noscript object ol optgroup option output p param picture pre
    progress q rp rt ruby s samp script search section select slot small source span strike strong
    style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track
    tt u ul var video wbr
"""
_BLOCK_ELEMENTS = """
    address article aside blockquote body caption center dd details dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav
    ol option p pre section summary ul table tr td th
"""
ELEMENTS = frozenset(_ELEMENTS.split())
"""The elements of HTML. What else stands in angle brackets is text: "Dear <name>"."""

INLINE: dict[str, InlineKind] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "code": "code",
    "a": "link",
}
HIDDEN = frozenset({"script", "style", "head", "template", "iframe", "noframes", "svg"})
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^>]*(?:>|\Z)", re.DOTALL)
_PARTING = frozenset(_BLOCK_ELEMENTS.split())


def parse(source: str, line: int = 1) -> list[Piece]:
    """The blocks of a piece of HTML that begins in `line`."""
    fragment = Fragment(line)
    # The parser looks for the end of each comment anew; without them it is linear.
    fragment.feed(_COMMENT.sub(lambda match: "\n" * match[0].count("\n"), source))
    fragment.close()
    return fragment.pieces


class Fragment(HTMLParser):
    """A piece of HTML as blocks: headings, items, paragraphs, and tables as rows of cells."""

    def __init__(self, line: int = 1) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._first_line = line
        self._text = Line()
        self._kind = "p"
        self._rows: list[list[str]] = []
        self._in_cell = False
        self._hidden = 0
        self._begun = line

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what `tag` begins."""
        values = dict(attrs)
        if tag in HIDDEN:
            self._hidden += 1
        elif tag == "br":
            self._text.write("\n")
        elif tag == "img":
            self._text.write(values.get("alt") or "")
        elif tag in INLINE:
            self._text.open(INLINE[tag], values.get("href") or "")
        elif tag == "tr":
            self._flush()
            self._rows.append([])
        elif tag in ("td", "th"):
            self._flush()
            self._in_cell = True
            self._rows = self._rows or [[]]
        elif tag in _PARTING:
            self._end(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what `tag` ends."""
        if tag in HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in INLINE:
            self._text.close(INLINE[tag])
        elif tag == "table":
            self._flush()
            self._end_table()
        elif tag in _PARTING:
            self._end("p")

    def handle_data(self, data: str) -> None:
        """Text, with white space as HTML has it: any run of it is one space."""
        if self._hidden:
            return
        words = " ".join(data.split())
        if not words:
            words = " " if data else ""
        else:
            words = f"{' ' if data[0].isspace() else ''}{words}{' ' if data[-1].isspace() else ''}"
        if not self._text.length:
            words = words.lstrip()
            self._begun = self._first_line + self.getpos()[0] - 1
        self._text.write(words)

    def close(self) -> None:
        """End the fragment and whatever is still open in it."""
        super().close()
        self._flush()
        self._end_table()

    def _end(self, tag: str) -> None:
        if self._in_cell and tag not in ("td", "th", "tr"):
            self._text.write("\n\n")
            return
        self._flush()
        self._kind = tag

    def _flush(self) -> None:
        text, inlines = self._text.finish()
        self._text = Line()
        if self._in_cell:
            self._rows[-1].append(text)
            self._in_cell = False
            return
        if not text.strip() or lines.is_separator(text):
            return
        tag, self._kind = self._kind, "p"
        kind: BlockKind = "paragraph"
        level, marker = 0, ""
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            kind, level = "heading", int(tag[1])
        elif tag == "li":
            kind, level, marker = "item", 1, "•"
        elif tag == "blockquote":
            kind, level = "quote", 1
        self.pieces.append(Piece(kind, text, level, self._begun, marker, inlines))

    def _end_table(self) -> None:
        rows = [row for row in self._rows if any(cell.strip() for cell in row)]
        self._rows = []
        if all(len(row) == 1 for row in rows):  # a frame around text rather than a table
            self.pieces.extend(Piece("paragraph", row[0], 0, self._begun) for row in rows)
        else:
            self.pieces.append(table(rows, self._begun))
