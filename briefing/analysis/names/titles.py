"""Titles and offices: where they part a run of words, and the role they give a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.tokens import Token
from briefing.analysis.vocabulary import (
    HONORIFICS,
    PORTFOLIO,
    TITLE_MODIFIERS,
    TITLES,
    word_set,
)

_TITLE_ENDS = TITLES | {"elect", "designate", "chief", "emeritus", "large", "de-camp"}
_TITLE_WORDS = TITLES | TITLE_MODIFIERS
_SMALL = frozenset(("OF", "THE", "FOR", "AND", "TO"))
_BODIES = word_set("Party Campaign Company Group")
_EPONYMS = word_set(
    "king queen prince princess duke earl bishop lord lady st. sheikh father knight pope major"
    " judge priest count captain cardinal sir general student students soldier soldiers teacher"
    " teachers veteran"
)


class Segment(NamedTuple):
    """Tokens `[start, end)` of a run between its titles; `titled` when a title stands before."""

    start: int
    end: int
    titled: bool


def is_title(word: str) -> bool:
    """Whether `word` is the noun of a title ("President", "spokeswoman", "Gen.")."""
    lower = word.lower()
    if lower == "secretaries":
        return True
    if "-" in lower:
        parts = lower.split("-")
        return (parts[0] in TITLES or parts[-1] in TITLES) and parts[-1] in _TITLE_ENDS
    return lower in TITLES or (lower.removesuffix("s") in TITLES and lower not in HONORIFICS)


def is_eponym(words: Sequence[str]) -> bool:
    """Whether a title is part of the name of a body or place: "Duke University"."""
    return words[0].lower() in _EPONYMS and not any(map(is_title, words[1:]))


def segments(forms: Sequence[str], start: int, end: int, know: Gazetteer) -> list[Segment]:
    """The parts of a run that titles leave: "US President Donald Trump" is US and Donald Trump."""
    found: list[Segment] = []
    begin, index, titled = start, start, False
    while index < end:
        if not is_title(forms[index]) or _is_surname(forms, start, index, end, know):
            index += 1
            continue
        left = index
        while left > begin and forms[left - 1].lower() in TITLE_MODIFIERS:
            left -= 1
        if left > begin:
            found.append(Segment(begin, left, titled))
        right = index + 1
        while right < end and (is_title(forms[right]) or _goes_on(forms, right, end)):
            if _is_surname(forms, start, right, end, know):
                break
            right += 1
        begin = index = right
        titled = True
    if begin < end:
        found.append(Segment(begin, end, titled))
    return found


def _chief_executive(word: str, after: str) -> bool:
    """The one title whose noun is an adjective elsewhere."""
    return word.lower() == "chief" and after.lower() == "executive"


def _goes_on(forms: Sequence[str], index: int, end: int) -> bool:
    if _chief_executive(forms[index - 1], forms[index]):
        return True
    modifier = index + 1 < end and forms[index].lower() in TITLE_MODIFIERS
    return modifier and is_title(forms[index + 1])


def _is_surname(forms: Sequence[str], start: int, index: int, end: int, know: Gazetteer) -> bool:
    """Whether a word that can be a title is somebody's last name: "Martin Luther King"."""
    if index == start or index + 1 < end or "." in forms[index]:
        return False
    before = forms[index - 1]
    personal = know.first_name(before) or (len(before) == 2 and before.endswith("."))
    return personal and not is_title(before) and before.lower() not in TITLE_MODIFIERS


def portfolio_end(forms: Sequence[str], start: int, end: int) -> int:
    """How far "State", "Foreign Affairs" and the like go at the start of a run after "of"."""
    index = start
    while index < end and forms[index] in PORTFOLIO:
        index += 1
    return index


def title_before(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """The tokens `[start, end)` of the title that ends right before token `index`, if any.

    "external affairs minister", "Secretary of State", "president and chief executive".
    """
    end = index
    if end and tokens[end - 1].text == "," and end > 1 and is_title(tokens[end - 2].text):
        return None
    start = _head_start(tokens, end)
    if start is None:
        start = _portfolio_start(tokens, end)
    if start is None:
        return None
    while start > 1 and tokens[start - 1].text in ("and", "&"):
        further = _head_start(tokens, start - 1)
        if further is None:
            break
        start = further
    return start, end


def _head_start(tokens: Sequence[Token], end: int) -> int | None:
    if end == 0:
        return None
    if end > 1 and _chief_executive(tokens[end - 2].text, tokens[end - 1].text):
        start = end - 2
    elif is_title(tokens[end - 1].text):
        start = end - 1
    else:
        return None
    while start and (is_title(tokens[start - 1].text) or _modifies(tokens[start - 1].text)):
        start -= 1
    assisting = start > 2 and [token.text for token in tokens[start - 2 : start]] == ["to", "the"]
    if assisting and is_title(tokens[start - 3].text):
        return _head_start(tokens, start - 2)
    return start


def _modifies(word: str) -> bool:
    return word.lower() in TITLE_MODIFIERS and word not in _BODIES


def _portfolio_start(tokens: Sequence[Token], end: int) -> int | None:
    """Where "Secretary of State" begins, given where it ends."""
    at = end
    while at and (tokens[at - 1].text in PORTFOLIO or tokens[at - 1].text in ("and", ",", "&")):
        at -= 1
        if end - at > 8:
            return None
    if at == end:
        return None
    if at and tokens[at - 1].text == "the":
        at -= 1
    if at < 2 or tokens[at - 1].text not in ("of", "for"):
        return None
    return _head_start(tokens, at - 1)


def _singular(word: str) -> str:
    """ "Senators" as "Senator": the title of one of them."""
    lower = word.lower()
    if lower.endswith("s") and lower[:-1] in TITLES and lower[:-1] not in HONORIFICS:
        return word[:-1]
    return word


def _calm(words: Sequence[str]) -> list[str]:
    """ "VICE PRESIDENT", as transcripts write who speaks, as "Vice President"; "CEO" as it is."""
    first = words[0] if words else ""
    loud = len(first) > 3 and first.lower() in _TITLE_WORDS  # "CEO", "MP"
    if not loud or not " ".join(words).isupper():
        return list(words)
    return [word.lower() if word in _SMALL else word.capitalize() for word in words]


def is_honorific(word: str) -> bool:
    """Whether `word` only marks a person ("Mr."), without telling an office."""
    return word.lower() in HONORIFICS


def role_text(words: Sequence[str]) -> str | None:
    """A title in words as a role to show: without "Mr.", beginning with a capital."""
    kept = [_singular(word) for word in words if word.lower() not in HONORIFICS]
    while kept and kept[0].lower() in ("then", "late", "of", "and", "the", "top"):
        kept.pop(0)
    text = " ".join(_calm(kept)).replace(" ,", ",").strip(" ,")
    return text[0].upper() + text[1:] if text else None
