"""Plain text: paragraphs, lists, verses, and headings that only look like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from briefing.formats import headings, lines
from briefing.formats.dateline import iso_prefix, read_date
from briefing.formats.pieces import Parsed, Piece

_DATE_MARKER = re.compile(r"[ \t\n]*date[ \t]+(\d{4}(?:-\d{2}){0,2})(?:[ \t\n]+|$)")
_MARKUP = re.compile(
    r"""\*\*[^\s*]
    |(?<![\w*])\*[A-Za-z][^*\n]{0,80}\*(?![\w*])
    |(?<!\w)_[A-Za-z][^_\n]{0,80}_(?!\w)
    |</?(?:sup|sub|u|b|i|s|p|a|em|br|strong|span|div|figure|table|img|blockquote)\b[^<>]{0,2000}>
    |\\[\#*_\[\]]
    |\]\(https?:
    |&(?:nbsp|amp|lt|gt|quot|\#\d{1,6}|\#x[0-9a-fA-F]{1,6});
    |^\#{1,6}[ ]\S
    |^```""",
    re.VERBOSE | re.MULTILINE,
)
_MARKS = "*_<\\]&#`"
# Each line and mark costs Markdown some microseconds; prose has one in about fifty characters.
_DENSITY = "\n*_`[]<&\\"
_DENSE_FROM = 50_000  # characters
_SPARSE = 7
_BULLET = re.compile(r"([-*•‣◦▪●·–])\s+(?=\S)")
_NUMBER = re.compile(r"((\d{1,3})[.)]|\((?:\d{1,3}|[a-z]|[ivx]{2,5})\)|[a-z]\))\s+(?=\S)")
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{2,40}:\s|[QA][.:]?(?:\s{2,}|\t)")
_UNDERLINE = re.compile(r"(={3,}|-{3,}|~{3,})")
_LONG = 160


class _Line(NamedTuple):
    number: int
    indent: int
    text: str


def date_marker(source: str) -> tuple[str | None, int]:
    """The date of a news corpus (` date 2019-11-24 `) at the very start, and where it ends."""
    match = _DATE_MARKER.match(source)
    if match is None or iso_prefix(match[1]) is None:
        return None, 0
    return match[1], match.end()


def has_markup(source: str) -> bool:
    """Whether the text holds what only Markdown or HTML explains: `**`, `<sup>`, `&nbsp;`."""
    return any(mark in source for mark in _MARKS) and _MARKUP.search(source) is not None


def is_dense(source: str) -> bool:
    """Whether there are so many marks and lines in so little text that Markdown takes too long."""
    if len(source) < _DENSE_FROM:
        return False
    return sum(map(source.count, _DENSITY)) > len(source) / _SPARSE


def parse(source: str, *, titled: bool = False) -> Parsed:
    """The paragraphs of `source`. `titled` says that its title is known already."""
    groups = list(_groups(source))
    wrapped_at = lines.width([line.text for line in group] for group in groups)
    indents: list[int] = []
    pieces: list[Piece] = []
    for group in groups:
        pieces.extend(_pieces(group, wrapped_at, indents))
    pieces, title = headings.guess(pieces, titled=titled)
    return Parsed(pieces, title, date_line(pieces))


def date_line(pieces: list[Piece]) -> str | None:
    """The date that stands as a line of its own among the first ones."""
    return next((found for piece in pieces[:4] if (found := read_date(piece.text))), None)


def _groups(source: str) -> Iterator[list[_Line]]:
    """Lines that no blank line parts, without the white space at their ends."""
    numbered = (
        _Line(number, len(line) - len(line.lstrip()), line.strip())
        for number, line in enumerate(source.split("\n"), 1)
    )
    for blank, group in groupby(numbered, key=lambda line: not line.text):
        if not blank:
            yield list(group)


def _pieces(group: list[_Line], wrapped_at: int, indents: list[int]) -> Iterator[Piece]:
    """The blocks of a group. `indents` are those of the list that is going on."""
    if len(group) == 2 and _UNDERLINE.fullmatch(group[1].text) and len(group[0].text) < _LONG:
        level = 1 if group[1].text[0] == "=" else 2
        yield Piece("heading", group[0].text, level, group[0].number)
        return
    for marker, part in _parts(group):
        texts = [line.text for line in part]
        first = part[0]
        if marker:
            while indents and indents[-1] > first.indent:
                indents.pop()
            if not indents or indents[-1] < first.indent:
                indents.append(first.indent)
            texts[0] = texts[0][marker.end() :]
            shown = "•" if marker.re is _BULLET else marker[1]
            yield Piece("item", lines.join(texts), len(indents), first.number, shown)
            continue
        indents.clear()
        apart = lines.stand_apart(texts, wrapped_at)
        text = "\n".join(texts) if apart else lines.join(texts)
        if not lines.is_separator(text):
            yield Piece("paragraph", text, 0, first.number)


def _parts(group: list[_Line]) -> Iterator[tuple[re.Match[str] | None, list[_Line]]]:
    """The paragraphs and items of a group, each item with its marker."""
    unwrapped = any(len(line.text) > _LONG for line in group)
    markers = _markers(group)
    begin = 0
    for index in range(1, len(group) + 1):
        if (
            index == len(group)
            or unwrapped
            or markers[index]
            or _begins(group[index - 1], group[index])
        ):
            yield markers[begin], group[begin:index]
            begin = index


def _begins(before: _Line, line: _Line) -> bool:
    """Whether a paragraph begins here without a blank line: a speaker, an indent, after a date."""
    return (
        _SPEAKER.match(line.text) is not None
        or (line.indent >= before.indent + 2 and before.text[-1] in '.!?:"”')
        or read_date(before.text) is not None
    )


def _markers(group: list[_Line]) -> list[re.Match[str] | None]:
    """For each line the marker that makes it an item, or None.

    A dash or a number at the beginning of a line may have been wrapped there. It counts at the
    beginning of a group, after a colon, as one of several dashes, or as the next number.
    """
    found = [
        None
        if lines.is_separator(line.text)
        else _BULLET.match(line.text) or _NUMBER.match(line.text)
        for line in group
    ]
    several = sum(1 for match in found if match and match.re is _BULLET) > 1
    number = 0
    for index, match in enumerate(found):
        if match is None:
            continue
        value = int(match[2]) if match.re is _NUMBER and match[2] else None
        follows = several if match.re is _BULLET else value in (None, number + 1)
        if index and not follows and not group[index - 1].text.endswith(":"):
            found[index] = None
        elif value is not None:
            number = value
    return found
