"""Tokens: words with their exact place in the text.

A hyphenated word ("Indo-Pacific", "S-400"), an abbreviation with its points ("U.S.", "Dr.") and a
name with an apostrophe ("O'Brien") are one token; a final 's is one of its own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SHORT = (
    "Mr Mrs Ms Dr Prof Rev Hon Sen Rep Gov Gen Lt Col Maj Capt Cpl Sgt Adm Brig Cmdr Cdr Amb Pres"
    " Sec Supt Insp Det St Ste Ft Mt Jr Sr Inc Corp Ltd Co Bros Messrs Mmes No vs Fr Br Esq"
)
_ABBREVIATIONS = _SHORT.split() + _SHORT.upper().split()
_JOINED = r"[^\W_]+(?:\u00ad[^\W_]+)*"
_TOKEN = re.compile(
    r"(?:[A-Z]\.\u00ad?){2,}(?:[-–]" + _JOINED + r")*"
    r"|(?:" + "|".join(_ABBREVIATIONS) + r")\.(?=[\s,;:)’']|$)"
    r"|[A-Z]\.(?=\s*[A-Z])"
    r"|[’'](?:s|S)\b"
    r"|" + _JOINED + r"(?:(?:[-–&+.\u2010\u2011]|[’'](?![sS]\b))" + _JOINED + r")*"
    r"|\S"
)


class Token(NamedTuple):
    """A word or a mark. `text` has straight apostrophes and no soft hyphens."""

    start: int
    end: int
    text: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, with offsets into `text`, in linear time."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [
        Token(match.start(), match.end(), plain(match.group()) or match.group()) for match in found
    ]


def plain(word: str) -> str:
    """`word` with straight apostrophes, plain hyphens and no soft hyphens."""
    if word.isascii():
        return word
    return word.translate(_PLAIN)


_PLAIN = {ord("’"): "'", ord("‘"): "'", 0xAD: None, 0x2010: "-", 0x2011: "-"}
