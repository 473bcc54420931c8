"""Markdown: CommonMark with tables, and the text inside its HTML. No markup stays in the text."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing.document import BlockKind, InlineKind
from briefing.formats import headings, html, lines
from briefing.formats.pieces import Line, Parsed, Piece, cut, part, table
from briefing.formats.text import date_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

_OPENINGS = 5000
_DEEPEST = 80
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)\b")
_ATTRIBUTE = r"""\b%s\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))"""
_HREF = re.compile(_ATTRIBUTE % "href", re.IGNORECASE)
_ALT = re.compile(_ATTRIBUTE % "alt", re.IGNORECASE)
_BREAK = re.compile(r"\n(?=[•●▪‣◦]\s*\S)|\n\s*\n|(?:\A|\n)[#*_=~ -]+(?=\n|\Z)")
_BULLET = re.compile(r"[•●▪‣◦]\s*")
_STRAY = re.compile(
    r"""(?<!\*)
    (?!(?<=\w)\*+\w)                  # 2*3, 2**3
    (?!(?<![^ \n])\*(?:[ \n]|$))    # one that stands alone
    \*+
    |\]\((?:https?|mailto):[^\s()]*\)?""",
    re.VERBOSE,
)
_LONGEST_HEADING = 300
_SPANS: dict[str, InlineKind] = {"strong": "strong", "em": "emphasis", "link": "link"}


def parse(source: str, *, plain: bool = False, titled: bool = False) -> Parsed:
    """The blocks of `source`.

    `plain` is for a text that only holds some Markdown: an indent means nothing in it, no line
    is a definition to be left out, and headings are guessed as in text.
    """
    tokens = _parser(plain).parse(source)
    reader = _Reader()
    reader.read(tokens)
    pieces = [tidy for piece in reader.pieces for tidy in _tidy(piece)]
    pieces, title = headings.guess(pieces, titled=titled, plain=plain)
    if title is None:
        title = next((p.text for p in pieces if p.kind == "heading" and p.level == 1), None)
    deepest = max((token.level for token in tokens), default=0)
    cut_short = deepest >= _DEEPEST - 1
    notices = ("What is nested more than 40 deep is not shown.",) if cut_short else ()
    return Parsed(pieces, title and " ".join(title.split()), date_line(pieces), notices)


@functools.cache
def _parser(plain: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.disable("text_join")  # so that an escaped star is not taken for a stray one
    if plain:
        parser.disable(["code", "reference"])

    def any_link(url: str) -> bool:
        """Nothing here follows a link; where one is refused, its markup would stay in the text."""
        return bool(url)

    def parse_inline(src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """What opens thousands of links or comments takes the square of its length: as it is."""
        if src.count("[") < _OPENINGS and src.count("<!") + src.count("<?") < _OPENINGS // 10:
            return original(src, md, env, tokens)
        tokens.append(Token("text", "", 0, content=src))
        return tokens

    original = parser.inline.parse
    parser.validateLink = any_link  # type: ignore[method-assign]
    parser.inline.parse = parse_inline  # type: ignore[method-assign]
    return parser


@dataclass(slots=True)
class _List:
    """A list that is being read. The marker waits for the first text of its item."""

    ordered: bool
    marker: str = ""


@dataclass(slots=True)
class _Reader:
    """Walks the flat tokens of markdown-it, so no nesting can exhaust the stack."""

    pieces: list[Piece] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _quotes: int = 0
    _heading: int = 0
    _rows: list[list[str]] = field(default_factory=list)
    _in_table: bool = False

    def read(self, tokens: list[Token]) -> None:
        """Add what the tokens say to `pieces`."""
        for token in tokens:
            line = token.map[0] + 1 if token.map else 1
            match token.type:
                case "heading_open":
                    self._heading = int(token.tag[1])
                case "heading_close":
                    self._heading = 0
                case "bullet_list_open" | "ordered_list_open":
                    self._lists.append(_List(token.type.startswith("ordered")))
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "list_item_open":
                    current = self._lists[-1]
                    current.marker = token.info + token.markup if current.ordered else "•"
                case "blockquote_open":
                    self._quotes += 1
                case "blockquote_close":
                    self._quotes -= 1
                case "table_open":
                    self._in_table, self._rows = True, []
                case "tr_open":
                    self._rows.append([])
                case "table_close":
                    self._in_table = False
                    rows = [row for row in self._rows if any(row)]
                    if rows:
                        self.pieces.append(table(rows, line))
                case "inline":
                    self._inline(token, line)
                case "fence" | "code_block":
                    self._code(token, line)
                case "html_block":
                    self._html(token.content, line)

    def _inline(self, token: Token, line: int) -> None:
        written = Line()
        _write(token.children or [], written)
        text, inlines = written.finish()
        if self._in_table:
            self._rows[-1].append(text)
            return
        kind, level, marker = self._place(text)
        if marker and marker[:-1].isdigit() and int(marker[:-1]) > 999:
            kind, text, marker = "paragraph", f"{marker} {text}", ""  # a year, not a number
            inlines = ()
        self.pieces.append(Piece(kind, text, level, line, marker, inlines))

    def _place(self, text: str) -> tuple[BlockKind, int, str]:
        """What a paragraph is where it stands, how deep, and behind which marker."""
        if self._heading and len(text) <= _LONGEST_HEADING:
            return "heading", self._heading, ""
        if self._lists:
            current = self._lists[-1]
            marker, current.marker = current.marker, ""
            return "item", len(self._lists), marker
        if self._quotes:
            return "quote", self._quotes, ""
        return "paragraph", 0, ""

    def _code(self, token: Token, line: int) -> None:
        text = token.content.strip("\n")
        if text.strip() and text.strip() != "<!-- -->":
            self.pieces.append(Piece("code", text, 0, line))

    def _html(self, content: str, line: int) -> None:
        for piece in html.parse(content, line):
            if piece.kind == "paragraph":
                kind, level, marker = self._place(piece.text)
                piece = replace(piece, kind=kind, level=level, marker=marker)
            self.pieces.append(piece)


def _write(children: list[Token], written: Line) -> None:
    """The text of inline tokens, with what they mark up."""
    hidden = ""
    strays: Counter[InlineKind] = Counter(
        "strong" if len(stars) > 1 else "emphasis"
        for child in children
        if child.type == "text"
        for stars in _STRAY.findall(child.content)
    )
    for index, child in enumerate(children):
        if child.type == "html_inline":
            hidden = _tag(child.content, written, hidden)
        elif hidden:
            continue
        elif child.type == "text":
            _text(child.content, written, strays)
        elif child.type == "text_special":
            written.write(child.content)
        elif child.type == "code_inline":
            written.open("code")
            written.write(child.content)
            written.close("code")
        elif child.type == "softbreak":
            written.write(lines.glue("".join(written.parts[-2:]), _following(children, index)))
        elif child.type == "hardbreak":
            written.write("\n")
        elif child.type == "image":
            written.write(child.content)
        else:
            name, _, what = child.type.partition("_")
            if name in _SPANS and what == "open":
                target = child.attrGet("href") or ""
                written.open(_SPANS[name], str(target))
            elif name in _SPANS and what == "close":
                written.close(_SPANS[name])


def _following(children: list[Token], index: int) -> str:
    """The text that comes next, to see whether it goes on with the same word."""
    near = children[index + 1 : index + 4]
    return next((child.content for child in near if child.content), "")


def _text(content: str, written: Line, strays: Counter[InlineKind]) -> None:
    """Write `content` without the stars that CommonMark could not pair.

    It leaves them as they are beside a space ("**Part 1 **begins"). A pair is taken as meant; of
    the double ones also one alone is dropped. `strays` counts those still to come.
    """
    start = 0
    for match in _STRAY.finditer(content):
        kind: InlineKind = "strong" if len(match[0]) > 1 else "emphasis"
        if match[0][0] == "]":
            kind = "link"
        elif kind == "emphasis" and strays[kind] == 1 and not written.is_open(kind):
            continue
        written.write(content[start : match.start()])
        start = match.end()
        strays[kind] -= 1
        if written.is_open(kind):
            written.close(kind)
        elif strays[kind] > 0 and kind != "link":
            written.open(kind)
    written.write(content[start:])


def _tag(content: str, written: Line, hidden: str) -> str:
    """Obey an inline tag. Returns the element whose content is being left out, if any."""
    match = _TAG.match(content)
    if match is None:
        return hidden  # a comment, a declaration
    name = match[1].lower()
    closing = content.startswith("</")
    if hidden:
        return "" if closing and name == hidden else hidden
    if name not in html.ELEMENTS:
        written.write(content)
    elif name == "br":
        written.write("\n")
    elif name == "img":
        written.write(_attribute(_ALT, content))
    elif name in html.HIDDEN and not closing:
        return name
    elif name in html.INLINE and closing:
        written.close(html.INLINE[name])
    elif name in html.INLINE:
        written.open(html.INLINE[name], _attribute(_HREF, content))
    return ""


def _attribute(pattern: re.Pattern[str], content: str) -> str:
    from html import unescape

    match = pattern.search(content)
    return unescape(next(filter(None, match.groups()), "")) if match else ""


def _tidy(piece: Piece) -> Iterator[Piece]:
    """`piece` without what says nothing, parted where the source only broke the line."""
    if piece.kind in ("code", "table"):
        yield piece
        return
    for index, section in enumerate(part(piece, _BREAK)):
        text = section.text
        if not text or lines.is_separator(text):
            continue
        bullet = _BULLET.match(text) if piece.kind == "paragraph" else None
        if bullet and bullet.end() < len(text):
            section = cut(section, bullet.end(), len(text))
            yield Piece("item", section.text, 1, section.line, "•", section.inlines)
        elif index and piece.marker:
            yield Piece(piece.kind, text, piece.level, section.line, "", section.inlines)
        else:
            yield section
