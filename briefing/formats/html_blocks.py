"""The blocks of a tree of HTML: headings, paragraphs, nested lists, quotes, tables, code."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from briefing.document import BlockKind, InlineKind
from briefing.formats import lines
from briefing.formats.html_tree import BLOCKS, UNSEEN, Node, Text
from briefing.formats.pieces import Line, Piece, table

INLINE: dict[str, InlineKind] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "code": "code",
    "a": "link",
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_IN_CELLS = frozenset({"p", "div", "br", "li", "ul", "ol", "section", "dl", "dd", "dt"})
_CELLS = ("td", "th")


def blocks(root: Node, left_out: Collection[int] = (), *, hidden: bool = False) -> list[Piece]:
    """The blocks below `root` without the nodes and texts whose `id()` is left out.

    What a style hides is left out too, unless `hidden` is true.
    """
    writer = _Writer(left_out, hidden)
    writer.node(root)
    writer.flush()
    return writer.pieces


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int = 1


@dataclass(slots=True)
class _Writer:
    left_out: Collection[int]
    with_hidden: bool
    pieces: list[Piece] = field(default_factory=list)
    _text: Line = field(default_factory=Line)
    _line: int = 0
    _lists: list[_List] = field(default_factory=list)
    _marker: str = ""
    _quotes: int = 0
    _heading: int = 0
    _code: int = 0
    _after_number: bool = False

    def node(self, node: Node) -> None:
        """Write an element with all in it. Trees are no deeper than calls may be."""
        if node.tag in UNSEEN or self._is_left_out(node):
            return
        if node.tag == "br":
            self._text.write("\n")
        elif node.tag == "img":
            self._words(" ".join(node.get("alt").split()), node.line)
        elif node.tag in INLINE and not self._code:
            self._text.open(INLINE[node.tag], node.get("href"))
            self._children(node)
            self._text.close(INLINE[node.tag])
            if node.tag == "a" and node.words().isdecimal():
                self._after_number = True
        elif node.tag == "table" and is_table(node):
            self.flush()
            self._table(node)
        elif node.tag in BLOCKS:
            self.flush()
            self._block(node)
            self.flush()
        else:
            self._children(node)

    def _is_left_out(self, node: Node) -> bool:
        return id(node) in self.left_out or (node.hidden and not self.with_hidden)

    def _children(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, Text):
                if id(child) not in self.left_out:
                    self._data(child)
            else:
                self.node(child)

    def _block(self, node: Node) -> None:
        match node.tag:
            case "ul" | "ol" | "menu" | "dir":
                start = node.get("start")
                self._lists.append(_List(node.tag == "ol", int(start) if start.isdecimal() else 1))
                self._children(node)
                self._lists.pop()
                self._marker = ""
            case "li":
                self._item(node)
            case "blockquote":
                self._quotes += 1
                self._children(node)
                self.flush()
                self._quotes -= 1
            case "pre":
                self._code += 1
                self._children(node)
                self.flush()
                self._code -= 1
            case tag if tag in _HEADINGS:
                self._heading = _HEADINGS[tag]
                self._children(node)
                self.flush()
                self._heading = 0
            case _:
                self._children(node)

    def _item(self, node: Node) -> None:
        loose = not self._lists
        if loose:
            self._lists.append(_List(ordered=False))
        current = self._lists[-1]
        if current.ordered and node.get("value").isdecimal():
            current.number = int(node.get("value")[:9])
        self._marker = f"{current.number}." if current.ordered else "•"
        current.number += 1
        self._children(node)
        self.flush()
        if loose:
            self._lists.pop()

    def _data(self, data: Text) -> None:
        if self._code:
            self._line = self._line or data.line
            self._text.parts.append(data.text)
            self._text.length += len(data.text)
            return
        words = " ".join(data.text.split())
        if not words:
            if data.text and self._text.length:
                self._space()
            return
        if data.text[0].isspace() and self._text.length:
            self._space()
        above = data.text[: len(data.text) - len(data.text.lstrip())].count("\n")
        self._words(words, data.line + above)
        if data.text[-1].isspace():
            self._space()

    def _space(self) -> None:
        if self._text.parts and not self._text.parts[-1][-1:].isspace():
            self._text.write(" ")

    def _words(self, words: str, line: int) -> None:
        if words:
            if self._after_number and words[0].isalpha():
                self._space()  # the number of a footnote, before its first word
            self._after_number = False
            self._line = self._line or line
            self._text.write(words)

    def flush(self) -> None:
        """End the block that is being written."""
        if not self._text.parts:  # most elements begin where one has just ended
            self._text.opened.clear()
            self._line = 0
            return
        text, inlines = self._text.finish()
        line, self._line = self._line, 0
        self._text = Line()
        if self._code:
            text = text.strip("\n").rstrip()
        if not text.strip() or (lines.is_separator(text) and not self._code):
            return
        kind, level, marker = self._place()
        piece = Piece(kind, text, level, line, marker, inlines)
        self.pieces.append(piece if kind == "code" else _trimmed(piece))

    def _place(self) -> tuple[BlockKind, int, str]:
        if self._code:
            return "code", 0, ""
        if self._heading:
            return "heading", self._heading, ""
        if self._lists:
            marker, self._marker = self._marker, ""
            return "item", len(self._lists), marker
        if self._quotes:
            return "quote", self._quotes, ""
        return "paragraph", 0, ""

    def _table(self, node: Node) -> None:
        rows: list[list[str]] = []
        for part in _parts(node, ("caption", "tr")):
            if part.tag == "caption":
                self._children(part)
                self.flush()
            elif not self._is_left_out(part):
                cells = [cell for cell in _parts(part, _CELLS) if not self._is_left_out(cell)]
                rows.append([self._cell(cell) for cell in cells])
        rows = [row for row in rows if any(row)]
        if rows:
            self.pieces.append(table(rows, node.line))

    def _cell(self, cell: Node) -> str:
        if all(isinstance(child, Text) for child in cell.children):
            return " ".join(child.text for child in cell.children if isinstance(child, Text))
        inner = Node("div", {}, cell.children)
        return " ".join(one.text for one in blocks(inner, self.left_out, hidden=self.with_hidden))


def _trimmed(piece: Piece) -> Piece:
    from briefing.formats.pieces import cut

    if piece.text == piece.text.strip():
        return piece
    return cut(piece, 0, len(piece.text))


def _parts(node: Node, tags: tuple[str, ...]) -> list[Node]:
    """The elements of these kinds in a table or a row, but not those of a table within."""
    found = []
    stack = [child for child in reversed(node.children) if isinstance(child, Node)]
    while stack:
        one = stack.pop()
        if one.tag in tags:
            found.append(one)
        elif one.tag not in ("table", *_CELLS):
            stack.extend(child for child in reversed(one.children) if isinstance(child, Node))
    return found


def is_table(node: Node) -> bool:
    """Whether a table holds facts; many only arrange a page."""
    if node.get("role") in ("presentation", "none"):
        return False
    rows = [_parts(row, _CELLS) for row in _parts(node, ("tr",))]
    if not any(len(row) > 1 for row in rows):
        return False
    for row in rows:
        for cell in row:
            paragraphs = 0
            for one in cell.walk():
                if one is not cell and one.tag in BLOCKS and one.tag not in _IN_CELLS:
                    return False
                paragraphs += one.tag == "p"
            if paragraphs > 2:
                return False
    return True
