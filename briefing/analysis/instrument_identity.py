"""What tells one instrument from another: the words of its names, its years and its acronyms."""

from __future__ import annotations

import re
from bisect import insort
from dataclasses import dataclass, field
from functools import lru_cache

from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instrument_phrases import YEAR, Instrument
from briefing.analysis.instrument_words import GENERIC, HEADS, LOOSE, PLURALS

# A text that names more instruments than this is compared with the last of them only.
RECENT = 64
# How long it runs and who brought it about do not tell an instrument from others.
_INCIDENTAL = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|ten)-(?:hour|day|week|month|year|point)\b|\b\w+-"
    r"(?:brokered|mediated|backed|led|sponsored|negotiated|facilitated)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")


@dataclass(slots=True)
class Cluster:
    """The mentions of one instrument, in reading order, and what tells it from others."""

    mentions: list[Instrument] = field(default_factory=list)
    forms: dict[str, Instrument] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)

    def add(self, mention: Instrument) -> None:
        """Take `mention` in, at its place."""
        insort(self.mentions, mention)
        self.forms.setdefault(f"{mention.name} {mention.phrase}", mention)
        if mention.form != "anaphor":
            words = distinguishing(f"{mention.name} {mention.phrase}")
            self.years |= {word for word in words if YEAR.match(word)}
            self.words |= {word for word in words if not YEAR.match(word)}
        if mention.acronym:
            self.acronyms.add(mention.acronym.lower())

    @property
    def named(self) -> bool:
        """Whether one of the mentions is a proper name."""
        return any(mention.form == "name" for mention in self.forms.values())


@lru_cache(maxsize=4096)
def distinguishing(name: str) -> frozenset[str]:
    """The words of `name` that say which instrument it is; demonyms count as their country."""
    gazette = gazetteer()
    words: set[str] = set()
    for match in _WORD.finditer(_INCIDENTAL.sub("", name)):
        word = re.sub(r"['’]s?$", "", match.group())
        lower = word.lower()
        if lower in GENERIC or lower in LOOSE or lower in HEADS or lower in PLURALS:
            continue
        words.add((gazette.demonym(word) or gazette.country(word) or lower).lower())
    return frozenset(words)


@lru_cache(maxsize=4096)
def initials(name: str) -> frozenset[str]:
    """The initial letters of `name`, with and without those of its small words."""
    parts = [part for part in re.split(r"[\s-]+", name) if part]
    capitals = "".join(part[0] for part in parts if part[0].isupper()).lower()
    if len(parts) < 3:
        return frozenset()
    return frozenset((capitals, "".join(part[0] for part in parts).lower()))


def nested(one: Instrument, other: Instrument) -> bool:
    """Whether one name is the other with something left out that may be left out."""
    a, b = distinguishing(one.name), distinguishing(other.name)
    years = {word for word in a if YEAR.match(word)}, {word for word in b if YEAR.match(word)}
    if years[0] and years[1] and years[0] != years[1]:
        return False
    if years[0] != years[1] and one.kind != other.kind and one.family != "law":
        return False
    a, b = a - years[0], b - years[1]
    if a == b:
        if a:
            return True
        return one.kind == other.kind and sorts(one.name) <= sorts(other.name)
    short, long = (one, other) if len(a) < len(b) else (other, one)
    less, more = (a, b) if len(a) < len(b) else (b, a)
    if not less or not less < more:
        return False
    if one.kind != other.kind and one.family != "law":
        return False
    if _heads(short.name) == _heads(long.name):
        return True
    return long.name.startswith(short.name) and not long.name.endswith(long.head.title())


def sorts(name: str) -> set[str]:
    """The words of `name` in lower case, without those that only judge it."""
    words = {match.group().lower() for match in _WORD.finditer(name)}
    return words - LOOSE - {"the", "a", "an", "and", "of"}


def _heads(name: str) -> int:
    return sum(
        1
        for m in _WORD.finditer(name)
        if m.group().lower() in HEADS or m.group().lower() in PLURALS
    )


def countries(mention: Instrument) -> frozenset[str]:
    """The countries that a mention names."""
    gazette = gazetteer()
    return frozenset(
        word
        for word in distinguishing(f"{mention.name} {mention.phrase}")
        if gazette.country(word.title())
    )


def compatible(one: Instrument, other: Instrument) -> bool:
    """Whether the head nouns can stand for the same instrument."""
    if one.family != other.family and "anaphor" in (one.form, other.form):
        return {one.family, other.family} == {"pact", "ceasefire"}
    if one.family != other.family:
        return {one.family, other.family} == {"pact", "ceasefire"} and "ceasefire" not in (
            one.head,
            other.head,
        )
    return one.family != "text" or one.kind == other.kind
