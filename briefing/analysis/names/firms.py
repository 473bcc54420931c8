"""Firms that are called after two names: "Johnson & Johnson", "Stanley Black & Decker"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.names.evidence import Line
from briefing.analysis.names.titles import is_title
from briefing.analysis.vocabulary import CALENDAR, FUNCTION, ORGANISATION_HEADS

_MOST_BEFORE = 3


def match(line: Line, forms: Sequence[str], know: Gazetteer) -> Iterator[tuple[int, int]]:
    """Tokens `[start, end)` of each firm in running text whose name has an ampersand."""
    if line.style != "plain":
        return
    for middle in range(1, len(forms) - 1):
        if forms[middle] != "&" or not _names(forms[middle + 1], know):
            continue
        start = middle
        while start and middle - start < _MOST_BEFORE and _names(forms[start - 1], know):
            if start < middle and line.initial[start - 1] and _is_common(forms[start - 1], know):
                break
            start -= 1
        end = middle + 2
        while end < len(forms) and forms[end] in ORGANISATION_HEADS:
            end += 1
        named = (*forms[start:middle], forms[middle + 1])
        if start == middle or all(_is_common(word, know) for word in named):
            continue
        if not _are_people(forms, start, middle, know):
            yield start, end


def _names(word: str, know: Gazetteer) -> bool:
    """Whether a word may be one of the two names."""
    if not (len(word) > 2 and word[0].isupper() and word[1:2].islower()):
        return False
    if word in CALENDAR or word.lower() in FUNCTION or is_title(word):
        return False
    if know.demonym(word) or know.group(word):
        return False
    return not know.place_kind(word) or know.first_name(word) or know.last_name(word)


def _is_common(word: str, know: Gazetteer) -> bool:
    return know.common_word(word.lower())


def _are_people(forms: Sequence[str], start: int, middle: int, know: Gazetteer) -> bool:
    """Whether two people are named: "Presidents Okoro & Lind", "Ann Okoro & Jon Lind"."""
    titled = start > 0 and is_title(forms[start - 1])
    behind = forms[middle + 2] if middle + 2 < len(forms) else ""
    full = bool(know.first_name(forms[middle + 1])) and behind[:1].isupper()
    return titled or full
