"""Word documents: the text with its headings, lists, tables, footnotes and tracked changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.document import InlineKind
from briefing.formats import office, xml
from briefing.formats.limits import Budget
from briefing.formats.office import Writer
from briefing.formats.package import Package
from briefing.formats.pieces import Parsed

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_HEADING = re.compile(r"heading\s*(\d)", re.IGNORECASE)
_OFF = {"0", "false", "off", "none"}
_SKIPPED = {"w:instrText", "w:delInstrText", "mc:Fallback", "w:rt"}
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_RUN_MARKS: dict[str, InlineKind] = {"w:b": "strong", "w:i": "emphasis"}


def parse(data: bytes, budget: Budget) -> Parsed:
    """The text of a Word document. Raises `FormatError` where it is damaged or too much."""
    package = Package(data, budget)
    styles, numbering, links = _Styles(), _Numbering(), _Links()
    for name, handler in (
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
        ("word/_rels/document.xml.rels", links),
    ):
        if name in package:
            xml.parse(package.read(name), handler, _PREFIXES)
    body = _Body(styles, numbering, links.targets, Writer())
    xml.parse(package.read("word/document.xml"), body, _PREFIXES)
    for name, kind in (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")):
        if name in package and any(of == kind for of, _ in body.notes):
            notes = _Notes(kind, body)
            xml.parse(package.read(name), notes, _PREFIXES)
    body.writer.notes.sort(key=lambda note: int(note.marker[1:-1]))
    return body.writer.parsed(office.facts(package, "docProps/core.xml"))


class _Styles:
    """Which styles are those of headings and of the title."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._outline: dict[str, int] = {}
        self._based_on: dict[str, str] = {}
        self._numbered: dict[str, str] = {}
        self._style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("w:val", "")
        match name:
            case "w:style":
                self._style = attributes.get("w:styleId", "")
            case "w:name":
                self.names[self._style] = value.lower()
            case "w:basedOn":
                self._based_on[self._style] = value
            case "w:outlineLvl" if value.isdecimal():
                self._outline[self._style] = int(value) + 1
            case "w:numId":
                self._numbered[self._style] = value

    def end(self, name: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass

    def _chain(self, style: str) -> list[str]:
        chain: list[str] = []
        while style and style not in chain and len(chain) < 20:
            chain.append(style)
            style = self._based_on.get(style, "")
        return chain

    def level(self, style: str) -> int:
        """The depth of a heading; 0 for what is none."""
        for one in self._chain(style):
            named = _HEADING.fullmatch(self.names.get(one, one))
            level = int(named[1]) if named else self._outline.get(one, 0)
            if level:
                return level if level <= 6 else 0
        return 0

    def numbering(self, style: str) -> str:
        """The list that paragraphs of a style belong to."""
        return next(
            (self._numbered[one] for one in self._chain(style) if one in self._numbered), ""
        )


class _Numbering:
    """What the lists show before their items."""

    def __init__(self) -> None:
        self._formats: dict[tuple[str, int], str] = {}
        self._abstract: dict[str, str] = {}
        self._in_abstract = self._number = ""
        self._level = 0
        self._counts: Counter[tuple[str, int]] = Counter()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("w:val", "")
        match name:
            case "w:abstractNum":
                self._in_abstract, self._number = attributes.get("w:abstractNumId", ""), ""
            case "w:num":
                self._number, self._in_abstract = attributes.get("w:numId", ""), ""
            case "w:lvl":
                level = attributes.get("w:ilvl", "0")
                self._level = int(level) if level.isdecimal() else 0
            case "w:numFmt" if self._in_abstract:
                self._formats[self._in_abstract, self._level] = value
            case "w:abstractNumId" if self._number:
                self._abstract[self._number] = value

    def end(self, name: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass

    def marker(self, number: str, level: int) -> str:
        """What stands before the next item of a list at a depth, from 0."""
        kind = self._formats.get((self._abstract.get(number, ""), level), "bullet")
        if kind == "none":
            return ""
        if kind == "bullet":
            return "•"
        for deeper in range(level + 1, 10):
            self._counts.pop((number, deeper), None)
        self._counts[number, level] += 1
        return _numbered(self._counts[number, level], kind)


def _numbered(count: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return f"{letter if kind == 'lowerLetter' else letter.upper()}."
    if kind in ("lowerRoman", "upperRoman") and count < 40:
        roman = "x" * (count // 10) + _ROMAN[count % 10]
        return f"{roman if kind == 'lowerRoman' else roman.upper()}."
    return f"{count}."


class _Links:
    """Where the links of a document lead."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name.endswith("Relationship") and attributes.get("Type", "").endswith("/hyperlink"):
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def end(self, name: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass


@dataclass(slots=True)
class _Body:
    """The text of a document or of its footnotes."""

    styles: _Styles
    numbering: _Numbering
    links: Mapping[str, str]
    writer: Writer
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    _skipped: int = 0
    _deleted: int = 0
    _in_text: bool = False
    _in_run_style: bool = False
    _in_mark: bool = False
    _is_hidden: bool = False
    _marks: list[InlineKind] = field(default_factory=list)
    _list: tuple[str, int] | None = None
    _row_deleted: bool = False
    _in_row_properties: bool = False
    _title: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
            return
        value = attributes.get("w:val", "")
        writer = self.writer
        match name:
            case "w:p":
                writer.begin()
                self._list = None
            case "w:pPr":
                self._in_mark = True
            case "w:pStyle":
                self._styled(value)
            case "w:outlineLvl" if self._in_mark and value.isdecimal() and writer.paragraph:
                if int(value) < 6:
                    writer.paragraph.kind, writer.paragraph.level = "heading", int(value) + 1
            case "w:ilvl" if self._in_mark and value.isdecimal():
                self._list = (self._list[0] if self._list else "", int(value))
            case "w:numId" if self._in_mark:
                self._list = (value, self._list[1] if self._list else 0)
            case "w:rPr":
                self._in_run_style = True
            case "w:b" | "w:i" if self._in_run_style and not self._in_mark and value not in _OFF:
                self._marks.append(_RUN_MARKS[name])
            case "w:vanish" if self._in_run_style and not self._in_mark and value not in _OFF:
                self._is_hidden = True
            case "w:t" | "w:delText":
                self._in_text = True
                if name == "w:delText":
                    self._deleted += 1
            case "w:del" | "w:moveFrom":
                self._deleted += 1
                self._row_deleted = self._row_deleted or self._in_row_properties
            case "w:trPr":
                self._in_row_properties = True
            case "w:tab" if not self._in_mark:
                self._text(" ")
            case "w:br" | "w:cr":
                if attributes.get("w:type") == "page":
                    self._turn_page()
                else:
                    self._text("\n")
            case "w:noBreakHyphen":
                self._text("-")
            case "w:lastRenderedPageBreak":
                self._turn_page()
            case "w:hyperlink":
                writer.mark("link", self.links.get(attributes.get("r:id", ""), ""))
            case "w:footnoteReference" | "w:endnoteReference":
                self._refer(name[2:].removesuffix("Reference"), attributes.get("w:id", ""))
            case "w:commentReference":
                writer.comments += 1
            case "w:tbl":
                writer.begin_table()
            case "w:tr":
                writer.begin_row()
                self._row_deleted = False

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
            return
        writer = self.writer
        match name:
            case "w:p":
                text = writer.end()
                if self._title and text:
                    writer.title = writer.title or text
                self._title = False
            case "w:pPr":
                self._in_mark = False
                self._listed()
            case "w:rPr":
                self._in_run_style = False
                if not self._in_mark:
                    for kind in self._marks:
                        writer.mark(kind)
            case "w:r":
                for kind in reversed(self._marks):
                    writer.unmark(kind)
                self._marks = []
                self._is_hidden = False
            case "w:t":
                self._in_text = False
            case "w:delText":
                self._in_text = False
                self._deleted -= 1
            case "w:del" | "w:moveFrom":
                self._deleted -= 1
            case "w:trPr":
                self._in_row_properties = False
            case "w:hyperlink":
                writer.unmark("link")
            case "w:tc":
                writer.end_cell()
            case "w:tr":
                if self._row_deleted:
                    writer.drop_row()
            case "w:tbl":
                writer.end_table()

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._in_text and not self._skipped:
            self._text(text)

    def _text(self, text: str) -> None:
        if self._deleted:
            self.writer.dropped += len(text.split())
        elif self._is_hidden:
            self.writer.hidden += len(text.split())
        else:
            self.writer.write(text)

    def _turn_page(self) -> None:
        self.writer.page = max(1, self.writer.page) + 1

    def _styled(self, style: str) -> None:
        paragraph = self.writer.paragraph
        if paragraph is None:
            return
        if level := self.styles.level(style):
            paragraph.kind, paragraph.level = "heading", level
        elif self.styles.names.get(style, style.lower()) == "title":
            paragraph.kind, paragraph.level = "heading", 1
            self._title = True
        elif self.styles.names.get(style, "") in ("quote", "intense quote", "block text"):
            paragraph.kind, paragraph.level = "quote", 1
        elif number := self.styles.numbering(style):
            self._list = (number, self._list[1] if self._list else 0)

    def _listed(self) -> None:
        """Make the paragraph an item, now that all is known of it."""
        paragraph = self.writer.paragraph
        if paragraph is None or self._list is None or paragraph.kind == "heading":
            return
        number, level = self._list
        if number not in ("", "0"):
            paragraph.kind, paragraph.level = "item", level + 1
            paragraph.marker = self.numbering.marker(number, level)

    def _refer(self, kind: str, id_: str) -> None:
        if not self._deleted:
            number = self.notes.setdefault((kind, id_), str(len(self.notes) + 1))
            self.writer.write(f"[{number}]")


class _Notes:
    """The footnotes that the text refers to; others are not part of it."""

    def __init__(self, kind: str, body: _Body) -> None:
        self._kind, self._body = kind, body
        self._wanted = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == f"w:{self._kind}":
            number = self._body.notes.get((self._kind, attributes.get("w:id", "")))
            self._wanted = number is not None
            if number is not None:
                self._body.writer.begin_note(number)
        elif self._wanted:
            self._body.start(name, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == f"w:{self._kind}":
            if self._wanted:
                self._body.writer.end_note()
            self._wanted = False
        elif self._wanted:
            self._body.end(name)

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._wanted:
            self._body.data(text)
