"""Headings that nothing marks as such: short lines over text, capitals, lines all in bold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing.formats.dateline import read_date
from briefing.formats.pieces import Piece

_WORDS, _CHARACTERS = 12, 90
_BOLD_WORDS, _BOLD_CHARACTERS = 18, 130
_RUN_IN_WORDS = 6
_TITLE_WORDS, _TITLE_CHARACTERS = 40, 300
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|\b(?:Jr|Sr|Inc|Corp|Ltd|Co|Bros|etc|No)\.)$")
_NO_HEADING = re.compile(
    r"""by\s+[A-Z][\w.'’-]+(?:\s+[\w.'’-]+){0,4}$      # who wrote it
    |(?:image|photo|picture|file|source|credit|contact|tel|phone|fax|e-?mail)s?\s*:
    |\d{1,2}[:.]\d{2}\b                             # a time
    |[QA](?:[.:]|[^\S ]|[ ]{2})|Q[ ]                # question, answer
    |(?:question|answer):
    |staff\s(?:reports?|writers?)$
    |(?:to|dear)\b.*[:,]$                            # whom it addresses
    |https?://|www\.
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TIME = re.compile(r"\(?(?:as of )?\d{1,2}[:.]\d{2}\b", re.IGNORECASE)


def guess(
    pieces: Sequence[Piece], *, titled: bool = False, plain: bool = True
) -> tuple[list[Piece], str | None]:
    """`pieces` with the paragraphs that read as headings made so, and the title the text has.

    `titled` says that the title is known from elsewhere. With `plain` false only lines that are
    bold as a whole count: a format with headings of its own is trusted to use them.
    """
    result = list(pieces)
    title = None if titled or not plain else _make_title(result)
    candidates = [
        index for index, piece in enumerate(result) if _is_candidate(piece, plain) and index
    ]
    if plain and result and not title and _is_candidate(result[0], plain):
        candidates.insert(0, 0)
    seen = Counter(result[index].text for index in candidates)
    standing = {index for index in candidates if seen[result[index].text] < 3}
    level = 2 if title or titled else 1
    for index, piece in enumerate(result):
        if piece.kind == "heading" and not (index == 0 and title):
            level = min(piece.level + 1, 6)
        elif index in standing and _heads(result, index, standing):
            result[index] = replace(piece, kind="heading", level=level)
    return result, title


def _make_title(pieces: list[Piece]) -> str | None:
    """Make the first line a heading if it can be the title, and give its text."""
    for index, piece in enumerate(pieces[:3]):
        if piece.kind == "heading":
            return piece.text if piece.level == 1 else None
        if piece.kind != "paragraph":
            return None
        if read_date(piece.text):
            continue
        text = piece.text
        if (
            index + 1 < len(pieces)
            and "\n" not in text
            and len(text) <= _TITLE_CHARACTERS
            and len(text.split()) <= _TITLE_WORDS
            and _ends_open(text)
            and any(char.isalpha() for char in text)
            and not _NO_HEADING.match(text)
            and not text[0].islower()
        ):
            pieces[index] = replace(piece, kind="heading", level=1)
            return text
        return None
    return None


def _is_candidate(piece: Piece, plain: bool) -> bool:
    text = piece.text
    if piece.kind != "paragraph" or not _ends_open(text.rstrip(":")):
        return False
    bold = _is_bold(piece)
    if (
        "\n" in text
        or len(text) > (_BOLD_CHARACTERS if bold else _CHARACTERS)
        or len(text.split()) > (_BOLD_WORDS if bold else _WORDS)
        or sum(map(str.isalpha, text)) < 3
        or _NO_HEADING.match(text)
        or read_date(text)
    ):
        return False
    if bold or (text.isupper() and len(text.split()) > 1):
        run_in = text.endswith(":") and len(text.split()) > _RUN_IN_WORDS and not text.isupper()
        return (plain or bold) and not run_in
    return plain and (text[0].isupper() or text[0].isdigit()) and _ends_open(text)


def _ends_open(text: str) -> bool:
    """Not as a sentence ends, nor as what goes on in the next line."""
    if text[-1:] in "”\"’'" and text[-2:-1] == ".":
        return False
    return text[-1:] not in ".,;:-–—…)&/" or bool(_ABBREVIATED.search(text)) or _bracketed(text)


def _bracketed(text: str) -> bool:
    return text.endswith(")") and "(" in text[1:]


def _is_bold(piece: Piece) -> bool:
    bold = sum(mark.end - mark.start for mark in piece.inlines if mark.kind == "strong")
    return bold >= 0.9 * len(piece.text)


def _heads(pieces: Sequence[Piece], index: int, standing: set[int]) -> bool:
    """Text follows, and not a third such line: three in a row are a list or an address."""
    first = last = index
    while first - 1 in standing:
        first -= 1
    while last + 1 in standing:
        last += 1
    if last + 1 >= len(pieces) or (last - first >= 2 and not pieces[index].text.isupper()):
        return False
    following = pieces[last + 1]
    return following.kind != "heading" and not (
        following.kind == "paragraph" and (_TIME.match(following.text) or read_date(following.text))
    )
