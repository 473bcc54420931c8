"""E-books: the chapters in the order of reading, each a part of the document."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote

from briefing.document import normalise_newlines
from briefing.formats import FormatError, encoding, html_blocks, html_tree, xml
from briefing.formats.dateline import iso_prefix
from briefing.formats.limits import Budget
from briefing.formats.package import Package
from briefing.formats.pieces import Parsed, Piece
from briefing.formats.text import date_line

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_PREFIXES = {"http://purl.org/dc/elements/1.1/": "dc"}


def parse(data: bytes, budget: Budget) -> Parsed:
    """The text of a book. Raises `FormatError` where it is damaged, encrypted or too much."""
    package = Package(data, budget)
    container = _Container()
    xml.parse(package.read(_CONTAINER), container, {})
    book = _Book()
    xml.parse(package.read(container.path), book, _PREFIXES)
    folder = posixpath.dirname(container.path)
    pieces: list[Piece] = []
    notices: list[str] = []
    room = budget.limits.text
    for number, name in enumerate(book.spine, 1):
        path = posixpath.normpath(posixpath.join(folder, unquote(name)))
        try:
            chapter = _chapter(package.read(path), number)
        except FormatError as error:
            if _ENCRYPTION in package:
                raise FormatError("encrypted, as books with copy protection are") from None
            notices.append(f"Part {number} of the book could not be read: {error}.")
            continue
        pieces.extend(chapter)
        room -= sum(len(piece.text) for piece in chapter)
        if room < 0 and number < len(book.spine):
            notices.append(f"Showing {number} of {len(book.spine)} parts of the book (limit text).")
            break
    if not pieces and notices:
        raise FormatError(notices[0])
    facts = book.texts.found
    date = facts.get("dc:date")
    return Parsed(
        pieces,
        title=facts.get("dc:title"),
        date=date_line(pieces) or (date and iso_prefix(date)),
        notices=tuple(notices),
        author=", ".join(book.authors) or None,
        language=facts.get("dc:language"),
    )


def _chapter(data: bytes, number: int) -> list[Piece]:
    source = normalise_newlines(encoding.decode(data).text)
    tree = html_tree.parse(source)
    furniture = {
        id(node) for node in tree.walk() if node.tag == "nav" or node.get("role") == "doc-backlink"
    }
    found = html_blocks.blocks(tree, furniture)
    heading = next((piece.text for piece in found[:2] if piece.kind == "heading"), "")
    part = f"“{' '.join(heading.split())[:60]}”" if heading else f"part {number}"
    return [replace(piece, line=0, part=part) for piece in found]


class _Container:
    """Where the description of the book lies."""

    def __init__(self) -> None:
        self.path = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "rootfile":
            self.path = self.path or attributes.get("full-path", "")

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text between tags."""


class _Book:
    """What a book is called, and the files of its chapters in the order of reading."""

    def __init__(self) -> None:
        self.texts = xml.Texts()
        self.authors: list[str] = []
        self._files: dict[str, str] = {}
        self._order: list[str] = []
        self._author = ""
        self._in_author = False

    @property
    def spine(self) -> list[str]:
        """The names of the files; each once, whatever the book says."""
        names = (self._files[one] for one in self._order if one in self._files)
        return list(dict.fromkeys(names))

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self.texts.start(name, attributes)
        if name == "item" and attributes.get("media-type") in _PAGES:
            if "nav" not in attributes.get("properties", "").split():
                self._files[attributes.get("id", "")] = attributes.get("href", "")
        elif name == "itemref":
            self._order.append(attributes.get("idref", ""))
        elif name == "dc:creator":
            self._author, self._in_author = "", True

    def end(self, name: str) -> None:
        """An element ends."""
        self.texts.end(name)
        if name == "dc:creator":
            self._in_author = False
            if author := " ".join(self._author.split()):
                self.authors.append(author)

    def data(self, text: str) -> None:
        """Text between tags."""
        self.texts.data(text)
        if self._in_author:
            self._author += text
