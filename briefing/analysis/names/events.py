"""Events: "2+2 Indo-US Ministerial", "Operation Desert Storm", "2020 Olympics"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.names.evidence import Line
from briefing.analysis.vocabulary import EVENT_HEADS, ORGANISATION_HEADS, word_set

_NUMBER = re.compile(r"(?:19|20)\d\d|\d\+\d|[Gg]-?\d+|\d+(?:st|nd|rd|th)|[A-Z]+-?\d+")
_CONFERENCE = re.compile(r"COP-?\d+")
_ORDINALS = frozenset(("I", "II", "III", "One", "Two"))
_FRONTS = frozenset(("Operation", "Hurricane", "Typhoon", "Cyclone", "Exercise"))
_LOWER_HEADS = word_set(
    "summit ministerial election elections referendum war conference games uprising olympics crisis"
    " coup massacre earthquake tournament talks dialogue"
)
_LOWER_MODIFIERS = word_set("general presidential parliamentary federal legislative")


def match(line: Line, forms: Sequence[str], know: Gazetteer) -> Iterator[tuple[int, int]]:
    """Tokens `[start, end)` of each event that a number or a front word gives away."""
    index, count = 0, len(forms)
    while index < count:
        word = forms[index]
        after = forms[index + 1] if index + 1 < count else ""
        end = 0
        if word in _FRONTS and line.style == "plain":
            end = _fronted(forms, index)
        elif word == "World" and after == "War":
            end = index + 2 + (index + 2 < count and forms[index + 2] in _ORDINALS)
        elif _CONFERENCE.fullmatch(word):
            end = index + 1
        elif after in ("summit", "Summit") and know.body(word):
            end = index + 2
        elif _NUMBER.fullmatch(word):
            end = _numbered(forms, index)
        if end:
            yield index, end
        index = max(end, index + 1)


def _fronted(forms: Sequence[str], index: int) -> int:
    """Past "Hurricane Katrina", "Operation Desert Storm"; 0 in "Atlantic Hurricane Centre"."""
    end = index + 1
    while end < min(len(forms), index + 4) and forms[end][0].isupper():
        end += 1
    inside = index and forms[index - 1][0].isupper() and forms[index - 1] not in ("The", "When")
    return 0 if inside or end == index + 1 or forms[end - 1] in ORGANISATION_HEADS else end


def _numbered(forms: Sequence[str], index: int) -> int:
    """Past the event that begins with a number, or 0: "2+2 Indo-US Ministerial", "G20 summit"."""
    capitals = 0
    for at in range(index + 1, min(len(forms), index + 6)):
        word = forms[at]
        if word in EVENT_HEADS and word not in ORGANISATION_HEADS:
            return at + 1
        if word in _LOWER_HEADS:
            own = capitals or "+" in forms[index] or forms[index][0] in "Gg"
            return at + 1 if own else 0
        if not word[0].isupper() and word not in _LOWER_MODIFIERS:
            return 0
        capitals += word[0].isupper()
    return 0
