"""What every format becomes: text, and the blocks that lie in it; or the reason why it does not.

All offsets are code points into `Document.text`; spans are half-open, `[start, end)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "item", "quote", "table", "code"]
InlineKind = Literal["strong", "emphasis", "code", "link"]


def _replacements() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
    table[0x7F] = "\u2421"
    unprintable = (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    table.update(dict.fromkeys((*unprintable, *range(0xD800, 0xE000)), "\ufffd"))
    return table


_REPLACEMENTS = _replacements()
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_BLANK = re.compile(r"[\n\t]")
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")


def normalise_newlines(text: str) -> str:
    """Every kind of line end as a newline. Offsets move, so formats do this before they parse."""
    return _LINE_END.sub("\n", text)


def neutralise(text: str) -> str:
    """`text` with each character that could command a terminal replaced, one for one.

    C0 (but newline and tab) and DEL become control pictures; C1, bidi embeddings, overrides and
    isolates, and lone surrogates become U+FFFD. The length never changes and doing it twice
    changes nothing.
    """
    return text.translate(_REPLACEMENTS)


def field(text: str) -> str:
    """`neutralise` for what must stay on one line: titles, names of files, error messages."""
    return _BLANK.sub(" ", neutralise(text))


class Span(NamedTuple):
    """A half-open range of code points into `Document.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or what stands in the place of one.

    `level` is a heading's depth (1 is the highest), and for items and quotes how deep they are
    nested (1 is the outermost). `marker` is what an item shows before its text and is not part
    of the text. `rows` are the cells of a table, row by row. `line`, `page` and `part` are where
    the block begins in the file; lines and pages count from 1 and are 0 where there are none,
    a part is in words, such as a chapter.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    line: int = 0
    marker: str = ""
    rows: tuple[tuple[Span, ...], ...] = ()
    page: int = 0
    part: str = ""

    def __post_init__(self) -> None:
        if self.part:
            object.__setattr__(self, "part", field(self.part))


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch inside a block that the source marked up. `target` is where a link leads."""

    kind: InlineKind
    start: int
    end: int
    target: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be read, searched and pointed into.

    Blocks are in reading order and do not overlap; two newlines part them in `text`. Metadata
    of the file (front matter, date markers) is never part of `text`. `date` is an ISO date as
    precise as the file has it. `notices` are sentences for the reader about how the file was
    read: a guessed encoding, a cut.

    A document that lies in another file has a path in two parts: `reports.zip!/2019/talks.txt`,
    `news.xml#3` (the third entry of it).
    """

    path: str
    text: str
    format: str
    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()
    title: str | None = None
    date: str | None = None
    author: str | None = None
    language: str | None = None
    encoding: str = "utf-8"
    notices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "text", neutralise(self.text))
        put(self, "path", field(self.path))
        for name in ("title", "date", "author", "language"):
            value: str | None = getattr(self, name)
            put(self, name, None if value is None else field(value))
        put(self, "notices", tuple(field(notice) for notice in self.notices))
        put(
            self,
            "inlines",
            tuple(
                Inline(mark.kind, mark.start, mark.end, field(mark.target)) if mark.target else mark
                for mark in self.inlines
            ),
        )

    @property
    def words(self) -> int:
        """How many words the text has."""
        return sum(1 for _ in _WORD.finditer(self.text))

    @property
    def fingerprint(self) -> str:
        """The same for the same text, wherever its file lies, and for no other."""
        from hashlib import blake2b  # after the first picture

        return blake2b(self.text.encode(), digest_size=16).hexdigest()

    def headings(self) -> Iterator[Block]:
        """The headings, in reading order."""
        return (block for block in self.blocks if block.kind == "heading")

    def slice(self, start: int, end: int) -> str:
        """The text of a span, on one line."""
        return " ".join(self.text[start:end].split())


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or folder that could not be read, with the reason in words for the reader."""

    path: str
    reason: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", field(self.path))
        object.__setattr__(self, "reason", field(self.reason))
