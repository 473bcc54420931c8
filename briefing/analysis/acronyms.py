"""Acronyms that the text defines in brackets, by the method of Schwartz and Hearst (2003).

"A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text": the letters of
the short form are looked for from right to left in the words before the bracket. A match of the
initials of the words is preferred, and the brackets may hold the long form too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.analysis.briefing import Sentence
from briefing.analysis.vocabulary import SMALL
from briefing.document import Document

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]")
_SHORT = re.compile(
    r"(?:the |hereafter |hereinafter |or |also |known as |called )*[\"“”'‘’]*"
    r"([A-Za-z0-9][\w&./+-]{1,11}?)[\"“”'‘’]*(?=$|[;,:]| or | and |[.,]? as )"
)
_LAST_SHORT = re.compile(r"(?<![\w&-])([A-Z][\w&./-]{1,9})[\"”’]?\s*$")
_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*")


class Acronym(NamedTuple):
    """A short form and what the text says it stands for, each with its place."""

    short: str
    long: str
    short_start: int
    short_end: int
    long_start: int
    long_end: int


def find(document: Document, sentences: Sequence[Sentence]) -> tuple[Acronym, ...]:
    """The definitions, in reading order; each short form as often as it is defined."""
    found: list[Acronym] = []
    for sentence in sentences:
        start, text = sentence.start, document.text[sentence.start : sentence.end]
        if "(" not in text and "[" not in text:
            continue
        for bracket in _BRACKET.finditer(text):
            definition = _before(text, bracket) or _inside(text, bracket)
            if definition:
                short, long = definition
                found.append(
                    Acronym(
                        text[slice(*short)],
                        document.slice(start + long[0], start + long[1]),
                        start + short[0],
                        start + short[1],
                        start + long[0],
                        start + long[1],
                    )
                )
    return tuple(found)


def _before(text: str, bracket: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """'Long Form (LF)': the short form is in the brackets."""
    match = _SHORT.match(text, bracket.start(1), bracket.end(1))
    if match is None or not is_short_form(match[1]):
        return None
    end = len(text[: bracket.start()].rstrip(' \n\t"”*'))
    if text[:end].endswith(("'s", "’s")):
        end -= 2
    span = long_form(text, end, match[1])
    return (match.span(1), span) if span else None


def _inside(text: str, bracket: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """'LF (Long Form)': the long form is in the brackets."""
    match = _LAST_SHORT.search(text, max(0, bracket.start() - 12), bracket.start())
    if match is None or not is_short_form(match[1]):
        return None
    start, end = bracket.span(1)
    end = start + len(re.split(r"[;,:]", text[start:end], maxsplit=1)[0])
    span = long_form(text, end, match[1], start)
    if span is None or text[start : span[0]].strip("\"“’' ").lower() not in ("", "the"):
        return None
    return match.span(1), span


def is_short_form(form: str) -> bool:
    """Whether `form` can be an acronym: two capitals at least, and mostly capitals."""
    capitals = sum(letter.isupper() for letter in form)
    letters = sum(letter.isalpha() for letter in form)
    return capitals >= 2 and 2 * capitals >= letters and len(form) <= 12


def long_form(text: str, end: int, short: str, start: int = 0) -> tuple[int, int] | None:
    """Where in `text[start:end]`, at its end, stands what `short` abbreviates."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    if len(letters) > 2 and short.endswith("s") and short[-2].isupper():
        letters.pop()
    most = min(len(letters) + 5, 2 * len(letters))
    words = [m.span() for m in _WORD.finditer(text, max(start, end - 160), end)][-most:]
    if not words or words[-1][1] != end:
        return None
    first = _by_initials(text, words, letters)
    if first is None:
        first = _by_letters(text, words, letters)
    if first is None:
        return None
    long = text[first:end]
    if len(long) <= len(short) or re.search(r"[.;:!?]\s", long) or short in long:
        return None
    if any(mark in long for mark in "()[]"):
        return None
    if not re.search(r"\W", long.strip()) or not any(letter.isalpha() for letter in long):
        return None
    return first, end


def _by_initials(text: str, words: list[tuple[int, int]], letters: list[str]) -> int | None:
    """Where the words begin whose initials, small words left out at will, are the letters."""
    at = len(letters) - 1
    for start, end in reversed(words):
        word = text[start:end].lower()
        if word[0] == letters[at] and (at or word not in SMALL):
            at -= 1
            if at < 0:
                return start
        elif word not in SMALL:
            return None
    return None


def _by_letters(text: str, words: list[tuple[int, int]], letters: list[str]) -> int | None:
    """The algorithm of the paper; a long form in small letters must give every initial."""
    starts = {start for start, _ in words}
    at = words[-1][1] - 1
    first = words[0][0]
    for index in range(len(letters) - 1, -1, -1):
        while at >= first and (
            text[at].lower() != letters[index] or (index == 0 and at not in starts)
        ):
            at -= 1
        if at < first:
            return None
        at -= 1
    begin = at + 1
    inside = [
        text[start]
        for start, end in words
        if start >= begin and text[start:end].lower() not in SMALL
    ]
    capitals = sum(letter.isupper() for letter in inside)
    if len(inside) < 2 or capitals < len(inside) or len(inside) * 4 < len(letters):
        return None
    return begin
