"""Where names begin and end: runs of capitalised words, joined over "of", "for", "and", "de", 's.

Which joins are right depends on the words: "University of Cape Town" is one name, "President of
Brazil" and "the Bank's Governor" are two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefing.analysis.gazetteer import Gazetteer, gazetteer
from briefing.analysis.names.evidence import Line
from briefing.analysis.tokens import tokens
from briefing.analysis.vocabulary import (
    FOR_HEADS,
    LEGAL_FORMS,
    OF_HEADS,
    ORGANISATION_HEADS,
    PARTICLES,
    PLACE_FRONTS,
    TITLES,
    word_set,
)


class Chunk(NamedTuple):
    """Tokens `[start, end)` of a line that may be one name; `joined` where "of" and the like do."""

    start: int
    end: int
    joined: bool = False


_LONGEST = 24
"""Tokens in the longest name; what is longer is no name, and would cost more than it is worth."""


def runs(line: Line, flags: Sequence[bool], barred: Sequence[bool]) -> list[Chunk]:
    """Maximal runs of name-like tokens, particles inside names of people included."""
    found: list[Chunk] = []
    index, count, found_tokens = 0, len(flags), line.tokens
    while index < count:
        if not flags[index] or barred[index]:
            index += 1
            continue
        end = index + 1
        while end < min(count, index + _LONGEST) and not barred[end]:
            if flags[end] and _near(line, end):
                end += 1
                continue
            ahead = end
            while ahead < count and ahead < end + 3 and found_tokens[ahead].text in PARTICLES:
                ahead += 1
            if end < ahead < count and flags[ahead] and not barred[ahead]:
                end = ahead + 1
                continue
            break
        found.append(Chunk(index, end))
        index = end
    return found


def linked(forms: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Known names with small words in them: "Gulf of Mexico", "House of Representatives"."""
    known = _linked_names()
    index, count = 0, len(forms)
    while index < count:
        step = 1
        for words, name in known.get(forms[index], ()):
            end = index + len(words)
            if tuple(forms[index:end]) == words:
                step = len(words)
                if not (end < count and forms[end] in ORGANISATION_HEADS):
                    yield index, end, name
                break
        index += step


@cache
def _linked_names() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By first word, the words of each known name that holds a small word, longest first."""
    know = gazetteer()
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    tables = (know.countries, know.bodies, know.regions, know.cities, know.capitals, know.events)
    for names in tables:
        for name in names:
            words = name.split()
            if len(words) > 1 and any(word[0].islower() or word[-1] == "," for word in words):
                split = tuple(token.text for token in tokens(name))
                found.setdefault(split[0], []).append((split, name))
    for same in found.values():
        same.sort(key=lambda entry: (-len(entry[0]), entry[1]))
    return found


def _near(line: Line, index: int) -> bool:
    return line.tokens[index].start - line.tokens[index - 1].end <= 3


def join(forms: Sequence[str], found: Sequence[Chunk], know: Gazetteer) -> list[Chunk]:
    """Runs that are one name joined into one chunk."""
    joined: list[Chunk] = []
    for chunk in found:
        if joined:
            before = joined[-1]
            between = list(forms[before.end : chunk.start])
            short = 0 < len(between) <= 2 and chunk.end - before.start <= _LONGEST
            if short and _one_name(before, between, chunk, forms, know):
                joined[-1] = Chunk(before.start, chunk.end, True)
                continue
        joined.append(chunk)
    return joined


def _one_name(
    before: Chunk, between: list[str], after: Chunk, forms: Sequence[str], know: Gazetteer
) -> bool:
    left, right = forms[before.start : before.end], forms[after.start : after.end]
    link = between[0]
    the = len(between) == 2
    if the and between[1] != "the":
        return False
    if link == "of":
        if right[0].lower() in TITLES and right[0] not in ("General",):
            return False
        return (
            left[-1] in OF_HEADS
            or left[-1] in _PLACE_OF
            or (left[-1] in ORGANISATION_HEADS and before.joined and not the)
        )
    if link in ("for", "on", "against") or (link == "to" and left[-1] == "Assistance"):
        return left[-1] in FOR_HEADS and right[0].lower() not in TITLES
    if the:
        return False
    if link == "," and right[0] in LEGAL_FORMS:
        return True
    if link in ("and", "&", ","):
        return _coordinated(before, link, left, right, know)
    if link in ("'s", "'"):
        owner = left[-1].lower()
        return (
            len(left) <= 2
            and (owner in _OWNERS or left[0] in ("St.", "St"))
            and right[-1] in ORGANISATION_HEADS
        )
    return False


def _coordinated(
    before: Chunk, link: str, left: Sequence[str], right: Sequence[str], know: Gazetteer
) -> bool:
    """Whether "Health and Human Services" goes on: ordinary words, inside the name of a body."""
    if link == "&":
        return True
    common = all(know.common_word(word.lower()) for word in right if word not in ORGANISATION_HEADS)
    if not common or know.place_kind(" ".join(right)) or right[0] in OF_HEADS:
        return False
    if link == "," and any(word in OF_HEADS for word in right):
        return False
    if before.joined and any(word in OF_HEADS or word in FOR_HEADS for word in left):
        return right[-1] not in _STANDALONE
    own = all(know.common_word(word.lower()) and word not in ORGANISATION_HEADS for word in left)
    return link == "and" and own and right[-1] in ORGANISATION_HEADS and len(right) > 1


_STANDALONE = word_set("Congress Parliament Senate House Government Court Party")
_PLACE_OF = PLACE_FRONTS | word_set(
    "Strait Straits Republic Kingdom Isle Sea State Province City Bank Commonwealth Islands Tower"
    " Battle Siege Hall Statue Invasion Horn Emirate Region District County Territory Principality"
)
_OWNERS = word_set(
    "people peoples women children workers worker farmers teachers kings king queen veterans men"
    " lawyers citizens doctors students writers players soldiers sailors bankers journalists nurses"
    " officers miners"
)
