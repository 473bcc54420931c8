"""What tells one instrument from another: the words of its names, its years and its acronyms."""

from __future__ import annotations

import re
from bisect import insort
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments.phrases import INCIDENTAL, YEAR, Instrument
from briefing.analysis.instruments.treaties import canonical, other_names
from briefing.analysis.instruments.words import GENERIC, HEADS, LOOSE, PLURALS, words

# A text that names more instruments than this is compared with the last of them only.
RECENT = 64
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")


_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CAPITALISED = re.compile(r"(?:\d{4} )?[A-Z].* (?:[A-Z]\S*|\d+)$", re.DOTALL)
# Adjectives that judge, by their endings.
_JUDGEMENT = re.compile(r"(?:ous|ful|less|ive|[ai]ble|some|buster)$")
# What sort of instrument a word makes it; the words for an end of fighting are one sort.
_SORTS = {
    "trade": "trade",
    **dict.fromkeys(
        words("peace ceasefire cease truce armistice hostage hostages prisoner prisoners"), "peace"
    ),
    **dict.fromkeys(words("security defence defense military"), "defence"),
    **dict.fromkeys(words("fire release releases exchange swap"), "peace"),
}


@dataclass(slots=True)
class Cluster:
    """The mentions of one instrument, in reading order, and what tells it from others."""

    mentions: list[Instrument] = field(default_factory=list)
    forms: dict[str, Instrument] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)  # words of names that other texts give it
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
            self.elsewhere.update(*map(distinguishing, other_names(mention.name)))
        if mention.acronym:
            self.acronyms.add(mention.acronym.lower())

    @property
    def named(self) -> bool:
        """Whether one of the mentions is a proper name."""
        return any(mention.form == "name" for mention in self.forms.values())

    @property
    def formal(self) -> bool:
        """Whether one of its names ends, or begins, with a capitalised head noun of its own."""
        return self.proper and any(
            mention.form == "name"
            and not mention.name.split()[-1].islower()
            and mention.kind not in ("bill", "law", "deal", "contract")
            for mention in self.forms.values()
        )

    @property
    def proper(self) -> bool:
        """Whether one of its names says more than whose it is ("Gaza deal", "US-Peru pact")."""
        return any(
            mention.form == "name" and traits(mention).proper for mention in self.forms.values()
        )


class Traits(NamedTuple):
    """What a phrase says of an instrument: its sides, its place, what it is on.

    `proper` says that there is more in it, which makes it the name of one instrument.
    """

    sides: frozenset[str]
    places: frozenset[str]
    sorts: frozenset[str]
    subject: frozenset[str]
    proper: bool


def traits(mention: Instrument) -> Traits:
    """The traits of a mention."""
    return _traits(mention.name, mention.phrase)


@lru_cache(maxsize=4096)
def _traits(name: str, phrase: str) -> Traits:
    gazette = gazetteer()
    sides, places, sorts, subject = (set[str]() for _ in range(4))
    proper = _CAPITALISED.match(name) is not None
    capitals = 0
    text = INCIDENTAL.sub("", name)
    for match in _WORD.finditer(f"{text} {phrase}"):
        word = re.sub(r"['’]s?$", "", match.group())
        lower = word.lower()
        land = gazette.demonym(word) or gazette.country(word)
        if land:
            sides.add(land.lower())
        elif lower in _SORTS:
            sorts.add(_SORTS[lower])
        elif lower in GENERIC or lower in LOOSE or lower in HEADS or lower in PLURALS:
            continue
        elif not word[0].isupper():
            if not _JUDGEMENT.search(lower):
                subject.add(lower)
        elif gazette.place_kind(word) == "region":
            places.add(lower)
        elif match.start() > len(text) or gazette.body(word) or _paired(text, match):
            sides.add(lower)
        else:
            subject.add(lower)
            capitals += 1
            proper = proper or capitals > 1 or not gazette.common_word(lower)
    return Traits(frozenset(sides), frozenset(places), frozenset(sorts), frozenset(subject), proper)


def _paired(text: str, match: re.Match[str]) -> bool:
    """Whether the word is half of a pair ("the Red-Green pact")."""
    hyphens = ("-", "–", "/")
    return text[match.end() : match.end() + 1] in hyphens or (
        text[max(0, match.start() - 1) : match.start()] in hyphens
    )


def conflict(one: Instrument, other: Instrument) -> bool:
    """Whether two descriptions cannot be of the same instrument."""
    a, b = traits(one), traits(other)
    if (a.sorts and b.sorts and not a.sorts & b.sorts) or _different_sides(a.sides, b.sides):
        return True
    if a.places and b.places and not a.places & b.places:
        return True
    if a.places and not a.sides and len(b.sides) == 1 and not b.places:
        return "ceasefire" in (one.family, other.family)
    if b.places and not b.sides and len(a.sides) == 1 and not a.places:
        return "ceasefire" in (one.family, other.family)
    return bool(a.subject and b.subject and not a.subject & b.subject)


def may_be_same(one: Cluster, other: Cluster) -> bool:
    """Whether two instruments between the same parties may be one that the text calls two ways.

    Two names are two instruments, and so is what is called "another" one.
    """
    if one.proper and other.proper:
        return False
    a, b = list(one.forms.values()), list(other.forms.values())
    if any(mention.determiner == "another" or mention.plural for mention in a + b):
        return False
    sorts = [{sort for mention in forms for sort in traits(mention).sorts} for forms in (a, b)]
    if sorts[0] and sorts[1] and not sorts[0] & sorts[1]:
        return False
    memoranda = {any(m.kind == "memorandum" for m in forms) for forms in (a, b)}
    return len(memoranda) == 1 and all(compatible(x, y) for x in a for y in b)


def shares(one: Instrument, other: Instrument) -> bool:
    """Whether two descriptions say one thing alike: a side, the place, what it is on."""
    a, b = traits(one), traits(other)
    return any(getattr(a, trait) & getattr(b, trait) for trait in a._fields if trait != "proper")


def akin(one: Instrument, other: Instrument) -> bool:
    """Whether two descriptions share something, or one of them says nothing."""
    a, b = traits(one), traits(other)
    shared = shares(one, other)
    said = (a.sides or a.places, b.sides or b.places)
    about = (a.sorts or a.subject, b.sorts or b.subject)
    if one.family != other.family:
        pact = about[1] if one.family == "ceasefire" else about[0]
        return shared or not pact
    return shared or not all(side or on for side, on in zip(said, about, strict=True))


def different_sides(one: Instrument, other: Instrument) -> bool:
    """Whether two mentions name sides that cannot be those of one instrument."""
    return _different_sides(traits(one).sides, traits(other).sides)


def _different_sides(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether neither set of sides can be the other, incompletely given."""
    if not a or not b or a <= b or b <= a:
        return False
    if len(a) > 1 and len(b) > 1:
        return True
    few, more = (a, b) if len(a) < len(b) else (b, a)
    # A ceasefire "in Lebanon" may be one between Israel and somebody there.
    return len(more) == 1 or all(gazetteer().country(side.title()) for side in few | more)


@lru_cache(maxsize=4096)
def distinguishing(name: str) -> frozenset[str]:
    """The words of `name` that say which instrument it is; demonyms count as their country."""
    gazette = gazetteer()
    words: set[str] = set()
    for match in _WORD.finditer(INCIDENTAL.sub("", name)):
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
    if one.family == "law" and _lengthened(short.name, long.name):
        return False
    if _heads(short.name) == _heads(long.name):
        return True
    return long.name.startswith(short.name) and not long.name.endswith(long.head.title())


def _lengthened(short: str, long: str) -> bool:
    """Whether the longer name of a law says more before its head ("Clean Rivers Funding Act")."""
    if not (short[:1].isupper() and long[:1].isupper()):
        return False
    if any(name.split()[-1].lower() not in HEADS for name in (short, long) if name[-1].isalpha()):
        return False
    before = [_BRACKETS.sub("", name).split() for name in (short, long)]
    few, more = ([w for w in name if not YEAR.match(w.strip(","))] for name in before)
    few, more = ([w for w in name if w != "of"][:-1] for name in (few, more))
    if not few or not more or few[-1] == more[-1]:
        return False
    return more[: len(few)] != few or "and" not in more[len(few) :]


def same_known(one: Instrument, other: Instrument) -> bool | None:
    """Whether both names are of one well-known instrument; None where one is of none."""
    a, b = (canonical(f"{m.name} {m.phrase}".strip()) or canonical(m.name) for m in (one, other))
    return a == b if a and b else None


def _abbreviated(short: str, long: str) -> bool:
    """Whether the first word of a name in lower case shortens that of another ("ID cards bill")."""
    a, b = short.lower().split(), long.lower().split()
    return (
        short.split()[-1].islower()
        and len(a) == len(b)
        and a[1:] == b[1:]
        and short.split()[0].isupper()
        and b[0].startswith(a[0][:1])
    )


def loosely(one: Instrument, other: Instrument) -> bool:
    """Whether one is the other by a head in lower case ("Kyoto treaty", "Kyoto Protocol")."""
    heads = [mention.name.split()[-1] for mention in (one, other)]
    if one.family == other.family == "law" and one.kind == other.kind:
        return _abbreviated(one.name, other.name) or _abbreviated(other.name, one.name)
    if "law" in (one.family, other.family) or not any(head[0].islower() for head in heads):
        return False
    a, b = distinguishing(one.name), distinguishing(other.name)
    return bool(a) and a == b and (traits(one).proper or traits(other).proper)


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
    if one.family != other.family:
        return {one.family, other.family} == {"pact", "ceasefire"}
    return one.family != "text" or one.kind == other.kind
