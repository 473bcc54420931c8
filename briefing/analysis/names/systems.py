"""Weapons, vehicles and products: designators ("S-400", "F-16") and names before their nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.names.evidence import Line
from briefing.analysis.names.kinds import known_kind
from briefing.analysis.names.titles import is_title
from briefing.analysis.vocabulary import (
    CALENDAR,
    ORGANISATION_HEADS,
    SHIP_PREFIXES,
    SYSTEM_HEADS,
    SYSTEM_WORDS,
    word_set,
)

_DESIGNATOR = re.compile(
    r"(?:[A-Z]{1,4}|[A-Z][a-z]{1,3})[-–]?\d{1,4}(?:[A-Z]{1,3}\d?)?s?(?:[-/]\d{1,3})?(?:[A-Z]{1,2})?"
    r"|[A-Z][a-z]{2,}-(?:\d{1,3}|[IVX]{1,4})[A-Z]?s?"
)
_HYPHENATED = re.compile(r"[A-Z]{1,4}[a-z]{0,3}[-–]\d")
_NO_SYSTEM = re.compile(
    r"(?:G|P|COP|COVID|Covid|U|BRICS|No|CP|AP|UN|EU|ISO|Route|I|US|FY|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sep|Sept|Oct|Nov|Dec|K|EO|HR|NSD|NSM|PPD|PL)[-–]?\d+s?|[AB]-1?\d"
)
_SERIES = re.compile(r"[A-Z]?\d{2,4}(?:[-/]\d+)?[A-Z]{0,3}s?")
_MAKERS = word_set(
    "Boeing Airbus Sukhoi Tupolev Antonov Ilyushin Mikoyan Lockheed Embraer Cessna Bell Sikorsky"
    " Dassault Eurofighter"
)
_VERSIONS = word_set("MAX Max NG ER LR Dreamliner Super")
_NAMED_AFTER_PEOPLE = word_set("telescope spacecraft satellite satellites submarine rover carrier")
_GENERIC = word_set("system systems launcher launchers battery batteries gun guns vehicle vehicles")
_KINDS = word_set(
    "missile missiles helicopter helicopters drone drones rocket rockets tank tanks submarine"
    " submarines aircraft jets fighter fighters bomber bombers spacecraft telescope rover satellite"
    " satellites frigate destroyer interceptor interceptors torpedo radar howitzer howitzers"
)


def match(line: Line, forms: Sequence[str], know: Gazetteer) -> Iterator[tuple[int, int]]:
    """Tokens `[start, end)` of each system, its noun included ("S-400 missile systems")."""
    count, index = len(forms), 0
    while index < count:
        word = line.tokens[index].text
        end = 0
        if not word[0].isupper():
            pass
        elif word in SHIP_PREFIXES or (word == "Shuttle" and index and forms[index - 1] == "Space"):
            end = index + 1
            while end < count and forms[end][0].isupper():
                end += 1
            end = end if end > index + 1 else 0
        elif any(letter.isdigit() for letter in word):
            if _DESIGNATOR.fullmatch(word):
                end = _tail(line, index + 1)
                hyphenated = _HYPHENATED.match(word) and not _NO_SYSTEM.fullmatch(word)
                if hyphenated and end == index + 1:
                    end = _tail(line, _nickname(forms, end, know))
                end = end if end > index + 1 or hyphenated else 0
        elif word in _MAKERS and index + 1 < count and _SERIES.fullmatch(forms[index + 1]):
            end = index + 2
            while end < count and forms[end] in _VERSIONS:
                end += 1
            end = _tail(line, end)
        elif not line.initial[index] and line.style == "plain":
            start, end = _named(line, forms, index, know)
            if start < end:
                yield start, end
            index = end
            continue
        if end:
            yield index, end
        index = max(end, index + 1)


def _tail(line: Line, index: int) -> int:
    """Past the words after a system's name that end in its noun; `index` where none do."""
    end = index
    for at in range(index, min(index + 6, len(line.tokens))):
        word = line.tokens[at].text
        if word not in SYSTEM_WORDS:
            break
        if word in SYSTEM_HEADS:
            end = at + 1
    return end


def _nickname(forms: Sequence[str], index: int, know: Gazetteer) -> int:
    """Past "Fighting Falcon" after "F-16"."""
    end = index
    while end < min(len(forms), index + 2) and forms[end][0].isupper() and len(forms[end]) > 2:
        if forms[end] in CALENDAR or known_kind(forms[end], know) or is_title(forms[end]):
            break
        end += 1
    return end


def _named(line: Line, forms: Sequence[str], index: int, know: Gazetteer) -> tuple[int, int]:
    """The system that a noun after it makes of a name ("BrahMos missile"), or an empty range."""
    stop = index + 1
    while stop < len(forms) and forms[stop][0].isupper():
        stop += 1
    if stop < len(forms) and forms[stop].isdigit():
        stop += 1
    end = _tail(line, stop)
    noun = line.tokens[end - 1].text
    weapon = noun in _KINDS or (noun in _GENERIC and forms[stop - 1].isupper())
    if end == stop or not weapon:
        return stop, stop
    start = index
    while start < stop and (know.group(forms[start]) or known_kind(forms[start], know) == "place"):
        start += 1
    name = forms[start:stop]
    if not name or name[-1] in ORGANISATION_HEADS or known_kind(" ".join(name), know):
        return stop, stop
    if any("-" in word and word.split("-")[-1].islower() for word in name):
        return stop, stop
    ordinary = len(name) > 1 and all(know.common_word(word.lower()) for word in name)
    if any(map(is_title, name)) or ordinary or noun == name[-1]:
        return stop, stop
    numbered = any(letter.isdigit() for word in name for letter in word)
    personal = know.first_name(name[0]) and not numbered
    owner = len(name) == 1 and name[0].isupper() and len(name[0]) < 5
    if (personal or owner) and noun not in _NAMED_AFTER_PEOPLE:
        return stop, stop
    return start, end
