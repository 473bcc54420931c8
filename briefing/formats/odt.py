"""OpenDocument texts: headings, lists, tables, footnotes and tracked changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.document import InlineKind
from briefing.formats import FormatError, office, xml
from briefing.formats.limits import Budget
from briefing.formats.office import Writer
from briefing.formats.package import Package
from briefing.formats.pieces import Parsed

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES = {
    f"{_OASIS}:office:1.0": "office",
    f"{_OASIS}:text:1.0": "text",
    f"{_OASIS}:table:1.0": "table",
    f"{_OASIS}:style:1.0": "style",
    f"{_OASIS}:drawing:1.0": "draw",
    f"{_OASIS}:xsl-fo-compatible:1.0": "fo",
    f"{_OASIS}:manifest:1.0": "manifest",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://purl.org/dc/elements/1.1/": "dc",
}
_SKIPPED = {"text:table-of-content", "text:sequence-decls", "office:forms", "dc:creator", "dc:date"}
_NO_TEXT = {"text:note", "text:note-body", "text:ruby", "text:tracked-changes", "draw:frame"}
_LONGEST = 1000


def parse(data: bytes, budget: Budget) -> Parsed:
    """The text of an OpenDocument file. Raises `FormatError` where it is damaged or too much."""
    package = Package(data, budget)
    if "META-INF/manifest.xml" in package:
        manifest = _Manifest()
        xml.parse(package.read("META-INF/manifest.xml"), manifest, _PREFIXES)
        if manifest.encrypted:
            raise FormatError("encrypted")
    styles = _Styles()
    if "styles.xml" in package:
        xml.parse(package.read("styles.xml"), styles, _PREFIXES)
    content = package.read("content.xml")
    xml.parse(content, styles, _PREFIXES)
    body = _Body(styles, Writer())
    xml.parse(content, body, _PREFIXES)
    return body.writer.parsed(office.facts(package, "meta.xml"))


class _Manifest:
    def __init__(self) -> None:
        self.encrypted = False

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        self.encrypted = self.encrypted or name == "manifest:encryption-data"

    def end(self, name: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass


@dataclass(slots=True)
class _Styles:
    """What the styles say of the paragraphs and words that bear them."""

    parents: dict[str, str] = field(default_factory=dict)
    marks: dict[str, set[InlineKind]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    numbered: dict[tuple[str, int], bool] = field(default_factory=dict)
    _style: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        match name:
            case "style:style" | "text:list-style":
                self._style = attributes.get("style:name", "")
                self.parents[self._style] = attributes.get("style:parent-style-name", "")
            case "style:text-properties" if self._style:
                if attributes.get("fo:font-weight") == "bold":
                    self.marks.setdefault(self._style, set()).add("strong")
                if attributes.get("fo:font-style") == "italic":
                    self.marks.setdefault(self._style, set()).add("emphasis")
                if attributes.get("text:display") == "none":
                    self.hidden.add(self._style)
            case "text:list-level-style-number" | "text:list-level-style-bullet":
                level = _number(attributes.get("text:level"), 1)
                is_number = name.endswith("number") and bool(attributes.get("style:num-format"))
                self.numbered[self._style, level] = is_number

    def end(self, name: str) -> None:
        """An element ends."""
        if name in ("style:style", "text:list-style"):
            self._style = ""

    def data(self, text: str) -> None:
        """Text between tags."""

    def is_a(self, style: str, *names: str) -> bool:
        """Whether a style is one of these or is made after it."""
        for _ in range(20):
            if style.lower() in names:
                return True
            style = self.parents.get(style, "")
            if not style:
                break
        return False


@dataclass(slots=True)
class _List:
    style: str
    number: int = 0
    fresh: bool = False


@dataclass(slots=True)
class _Body:
    styles: _Styles
    writer: Writer
    _skipped: int = 0
    _in_text: bool = False
    _deletions: int = 0
    _annotations: int = 0
    _citation: bool = False
    _lists: list[_List] = field(default_factory=list)
    _spans: list[tuple[set[InlineKind], bool]] = field(default_factory=list)
    _cells: list[int] = field(default_factory=list)
    _title: bool = False
    _number: str = ""
    _names: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._names.append(name)
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
            return
        writer = self.writer
        style = attributes.get("text:style-name", "")
        match name:
            case "office:text":
                self._in_text = True
            case "text:deletion":
                self._deletions += 1
            case "office:annotation":
                self._annotations += 1
                writer.comments += 1
            case _ if self._deletions or self._annotations or not self._in_text:
                return
            case "text:h":
                paragraph = writer.begin()
                level = _number(attributes.get("text:outline-level"), 1)
                paragraph.kind, paragraph.level = "heading", min(level, 6)
            case "text:p":
                self._begin_paragraph(style)
            case "text:list":
                outer = self._lists[-1].style if self._lists else ""
                self._lists.append(_List(style or outer))
            case "text:list-item":
                if self._lists:
                    self._lists[-1].number += 1
                    self._lists[-1].fresh = True
            case "text:span":
                marks = self.styles.marks.get(style, set())
                self._spans.append((marks, style in self.styles.hidden))
                for kind in sorted(marks):
                    writer.mark(kind)
            case "text:a":
                writer.mark("link", attributes.get("xlink:href", ""))
            case "text:s":
                writer.write(" " * min(_number(attributes.get("text:c"), 1), _LONGEST))
            case "text:tab":
                writer.write(" ")
            case "text:line-break":
                writer.write("\n")
            case "text:soft-page-break":
                writer.page = max(1, writer.page) + 1
            case "text:note-citation":
                self._citation, self._number = True, ""
            case "text:note-body":
                writer.begin_note(self._number or str(len(writer.notes) + 1))
            case "table:table":
                writer.begin_table()
            case "table:table-row":
                writer.begin_row()
            case "table:table-cell":
                self._cells.append(_number(attributes.get("table:number-columns-repeated"), 1))

    def _begin_paragraph(self, style: str) -> None:
        paragraph = self.writer.begin()
        if self.styles.is_a(style, "title"):
            paragraph.kind, paragraph.level = "heading", 1
            self._title = True
        elif self._lists:
            current = self._lists[-1]
            paragraph.kind, paragraph.level = "item", len(self._lists)
            if current.fresh:
                numbered = self.styles.numbered.get((current.style, len(self._lists)), False)
                paragraph.marker = f"{current.number}." if numbered else "•"
            current.fresh = False
        elif self.styles.is_a(style, "quotations"):
            paragraph.kind, paragraph.level = "quote", 1

    def end(self, name: str) -> None:
        """An element ends."""
        self._names.pop()
        if self._skipped:
            self._skipped -= 1
            return
        writer = self.writer
        match name:
            case "office:text":
                self._in_text = False
            case "text:deletion":
                self._deletions -= 1
            case "office:annotation":
                self._annotations -= 1
            case _ if self._deletions or self._annotations or not self._in_text:
                return
            case "text:h" | "text:p":
                text = writer.end()
                if self._title and text:
                    writer.title = writer.title or text
                self._title = False
            case "text:list":
                if self._lists:
                    self._lists.pop()
            case "text:span":
                marks, _ = self._spans.pop() if self._spans else (set(), False)
                for kind in sorted(marks, reverse=True):
                    writer.unmark(kind)
            case "text:a":
                writer.unmark("link")
            case "text:note-citation":
                self._citation = False
                self._number = self._number.strip() or str(len(writer.notes) + 1)
                writer.write(f"[{self._number}]")
            case "text:note-body":
                writer.end_note()
            case "table:table-cell":
                writer.end_cell(self._cells.pop() if self._cells else 1)
            case "table:table":
                writer.end_table()

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._skipped or self._annotations:
            return
        if self._deletions:
            self.writer.dropped += len(text.split())
        elif self._citation:
            self._number += text
        elif any(hidden for _, hidden in self._spans):
            self.writer.hidden += len(text.split())
        elif self._in_text and self._names[-1] not in _NO_TEXT:
            self._write(text)

    def _write(self, text: str) -> None:
        """Any run of white space is one space, also over the ends of elements."""
        words = " ".join(text.split())
        paragraph = self.writer.paragraph
        if paragraph is None:
            return
        before = paragraph.line.parts[-1:]
        if text[:1].isspace() and before and not before[0][-1:].isspace():
            self.writer.write(" ")
        self.writer.write(words)
        if words and text[-1].isspace():
            self.writer.write(" ")


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 7 else otherwise
