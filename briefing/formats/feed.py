"""Feeds that were saved, RSS and Atom: each entry is a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from html import escape, unescape
from html.entities import html5

from briefing.document import Document, Failure, normalise_newlines
from briefing.formats import FormatError, encoding, html, text, xml
from briefing.formats.dateline import iso_prefix
from briefing.formats.limits import Budget
from briefing.formats.pieces import Piece, assemble

_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
}
_DECLARED = re.compile(rb"""<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}
_REFERENCE = re.compile(r"&#(?:0*([0-9]{1,8})|x0*([0-9a-fA-F]{1,8}));")
_BARE = re.compile(r"&(?!#?\w{1,31};)")
_TEXTS = ("content:encoded", "content", "description", "summary", "media:description")
_DATES = ("pubDate", "published", "issued", "dc:date", "updated", "modified")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")


def read(data: bytes, path: str, budget: Budget) -> Iterator[Document | Failure]:
    """A document for each entry, in the order of the feed. `path#3` is the third.

    Raises `FormatError` where the feed is damaged, after what stands before the damage, and where
    there are more entries than may be.
    """
    declared = _DECLARED.search(data[:1024])
    name = declared[1].decode("ascii") if declared else None
    source = encoding.decode(data, declared=name).text
    source = _INVALID.sub("\ufffd", _DECLARATION.sub("", source))
    source = _REFERENCE.sub(_allowed, source)
    source = _BARE.sub("&amp;", _ENTITY.sub(_plain, source))
    entries = _Entries(budget.limits.entries)
    problem = None
    try:
        xml.parse(source.encode("utf-8"), entries, _PREFIXES)
    except FormatError as error:
        problem = error
    for number, entry in enumerate(entries.found, 1):
        yield _document(entry, f"{path}#{number}", entries.language)
    if entries.more:
        most = budget.limits.entries
        total = most + entries.more
        raise FormatError(f"only {most:,} of {total:,} entries are read (limit entries)")
    if problem:
        raise problem


def _plain(match: re.Match[str]) -> str:
    """An entity of HTML as its character; XML knows five of them only."""
    name = match[1]
    return match[0] if name in _OF_XML else escape(html5.get(f"{name};", match[0]))


def _allowed(match: re.Match[str]) -> str:
    """A reference to a character, unless XML has no such one."""
    code = int(match[1]) if match[1] else int(match[2], 16)
    allowed = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xDFFF < code < 0xFFFE
    return match[0] if allowed or 0x10000 <= code <= 0x10FFFF else "\ufffd"


def _document(entry: Mapping[str, str], path: str, language: str | None) -> Document:
    title = _title(entry.get("title", ""))
    content = next((entry[name] for name in _TEXTS if entry.get(name, "").strip()), title)
    content = normalise_newlines(content)
    if _TAG.search(content):
        pieces: list[Piece] = html.parse(content)
    else:
        pieces = text.parse(content, titled=True).pieces
    body, blocks, inlines = assemble([replace(piece, line=0) for piece in pieces])
    return Document(
        path=path,
        text=body,
        format="feed",
        blocks=blocks,
        inlines=inlines,
        title=title or None,
        date=next((date for name in _DATES if (date := _date(entry.get(name, "")))), None),
        author=_title(entry.get("dc:creator") or entry.get("name") or entry.get("author") or "")
        or None,
        language=language,
        notices=() if pieces else ("There is no text in this entry.",),
    )


def _title(title: str) -> str:
    """A title without the markup that some feeds put into it."""
    if _TAG.search(title):
        title = " ".join(piece.text for piece in html.parse(title)) or unescape(title)
    return " ".join(title.split())[:1000]


def _date(value: str) -> str | None:
    """The day of a date as feeds write them, in its own time zone."""
    if found := iso_prefix(value):
        return found
    try:
        return parsedate_to_datetime(value.strip()).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


@dataclass(slots=True)
class _Entries:
    """Collects the entries of a feed: of each the text of its elements by their names."""

    most: int
    found: list[dict[str, str]] = field(default_factory=list)
    more: int = 0
    language: str | None = None
    _entry: dict[str, list[str]] | None = None
    _names: list[str] = field(default_factory=list)
    _markup: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name in ("rss", "feed") and self.language is None:
            self.language = attributes.get("http://www.w3.org/XML/1998/namespace\nlang") or None
        if self._markup:
            self._markup += 1
            self._write(f"<{name.removeprefix('xhtml:')}>")
        elif name in ("item", "entry") and self._entry is None:
            self._entry, self._names = {}, []
        elif self._entry is not None:
            self._names.append(name)
            self._entry.setdefault(name, [])
            if attributes.get("type") == "xhtml":
                self._markup = 1
        elif name == "language":
            self._names = [name]

    def end(self, name: str) -> None:
        """An element ends."""
        if self._markup > 1:
            self._markup -= 1
            self._write(f"</{name.removeprefix('xhtml:')}>")
            return
        self._markup = 0
        if name in ("item", "entry") and self._entry is not None and not self._names:
            if len(self.found) < self.most:
                self.found.append({key: "".join(parts) for key, parts in self._entry.items()})
            else:
                self.more += 1
            self._entry = None
        elif self._names:
            self._names.pop()

    def data(self, data: str) -> None:
        """Text between tags."""
        if self._entry is None and self._names == ["language"]:
            self.language = (self.language or "") + data.strip()
        self._write(escape(data) if self._markup else data)

    def _write(self, data: str) -> None:
        if self._entry is not None and self._names:
            self._entry[self._names[-1]].append(data)
