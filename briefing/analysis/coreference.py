"""Which mentions of instruments are mentions of the same one.

Names are merged by the words that distinguish them and by acronym; descriptions and words that
only point back ("the pact") go to the instrument of their family that was named last.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from briefing.analysis.briefing import Sentence
from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instrument_phrases import Instrument
from briefing.analysis.instrument_words import GENERIC, HEADS, LOOSE, PLURALS

# How long it runs and who brought it about do not tell an instrument from others.
_INCIDENTAL = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|ten)-(?:hour|day|week|month|year|point)\b|\b\w+-"
    r"(?:brokered|mediated|backed|led|sponsored|negotiated|facilitated)\b",
    re.IGNORECASE,
)
_KNOWN_AS = re.compile(
    r"[,\s(“\"]*(?:\([^()]{1,20}\))?[,\s(]*(?:(?:which\s+is|is|that\s+is|now|also|commonly|better"
    r"|informally|formally|previously|officially)\s+)*(?:known\s+as|called|dubbed|nicknamed|titled"
    r"|named|renamed|referred\s+to\s+as|or)\s+(?:the\s+|a\s+)?[“\"‘'(]*"
    r"|,\s+(?:formally|officially|full(?:y|\s+name))\s+(?:the\s+)?[“\"‘'(]*",
    re.IGNORECASE,
)
# A text that names more instruments than this is compared with the last of them only.
_RECENT = 64
_OFFICIAL = re.compile(r"\s(?:on|of|for|to|concerning)\s|\d")
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")


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
            self.years |= {word for word in words if _YEAR.match(word)}
            self.words |= {word for word in words if not _YEAR.match(word)}
        if mention.acronym:
            self.acronyms.add(mention.acronym.lower())

    @property
    def named(self) -> bool:
        """Whether one of the mentions is a proper name."""
        return any(mention.form == "name" for mention in self.forms.values())


class _Index:
    """Finds the instrument with another name of a mention among those that share a word with it."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[tuple[int, Cluster]]] = {}
        self._order: dict[int, int] = {}

    def add(self, one: Cluster, mention: Instrument) -> None:
        """Take in one more mention of an instrument."""
        order = self._order.setdefault(id(one), len(self._order))
        for word in self._words(mention):
            listed = self._by_word.setdefault(word, [])
            if not any(number == order for number, _ in listed[-_RECENT:]):
                listed.append((order, one))

    def find(self, mention: Instrument) -> Cluster | None:
        """The first of the instruments known last that goes by a name like this one."""
        near: dict[int, Cluster] = {}
        for word in self._words(mention):
            near.update(self._by_word.get(word, [])[-_RECENT:])
        return next((near[at] for at in sorted(near) if _same_name(near[at], mention)), None)

    @staticmethod
    def _words(mention: Instrument) -> set[str]:
        words = {word for word in distinguishing(mention.name) if not _YEAR.match(word)}
        short = {mention.acronym.lower()} if mention.acronym else set()
        return (words or {""}) | short | _initials(mention.name)


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


def cluster(
    text: str, mentions: Sequence[Instrument], sentences: Sequence[Sentence]
) -> list[Cluster]:
    """`mentions` by instrument, in the order in which the instruments first appear."""
    clusters: list[Cluster] = []
    known: dict[str, Cluster] = {}
    index = _Index()
    for mention in sorted(mentions, key=lambda mention: mention.acronym is None):
        if mention.form == "name":
            home = known.get(mention.name) or index.find(mention)
            if home is None:
                clusters.append(home := Cluster())
            known.setdefault(mention.name, home)
            home.add(mention)
            index.add(home, mention)
    starts = [sentence.start for sentence in sentences]
    for mention in mentions:
        if mention.form == "description" and mention.determiner not in ("no", "any"):
            home = _described(clusters[-_RECENT:], mention)
            if home is None:
                if _any_at_all(mention) and _earlier(clusters[-_RECENT:], mention):
                    continue
                clusters.append(home := Cluster())
            home.add(mention)
    _merge_renamed(text, clusters, mentions)
    clusters.sort(key=lambda one: one.mentions[0].start)
    _merge_headline(text, clusters, sentences)
    for mention in mentions:
        if mention.form == "anaphor":
            home = _pointed_at(_before(clusters, mention), mention, starts)
            if home is None and mention.determiner and not mention.plural:
                clusters.append(home := Cluster())
            if home is not None:
                home.add(mention)
    _merge_renamed(text, clusters, mentions)
    return sorted(clusters, key=lambda one: one.mentions[0].start)


def _before(clusters: Sequence[Cluster], mention: Instrument) -> Sequence[Cluster]:
    """The instruments named last before `mention`."""
    if len(clusters) <= _RECENT:
        return clusters
    here = bisect_right(clusters, mention.start, key=lambda one: one.mentions[0].start)
    return clusters[max(0, here - _RECENT) : here]


def _merge_renamed(text: str, clusters: list[Cluster], mentions: Sequence[Instrument]) -> None:
    """Join the two names of "the Ports Act, also known as the Harbour Law"."""
    for mention, following in pairwise(mentions):
        if not _KNOWN_AS.fullmatch(text, mention.end, following.start):
            continue
        one = next((c for c in clusters if mention in c.mentions), None)
        other = next((c for c in clusters if following in c.mentions), None)
        if one is not None and other is not None and one is not other:
            for moved in other.mentions:
                one.add(moved)
            clusters.remove(other)


def _merge_headline(text: str, clusters: list[Cluster], sentences: Sequence[Sentence]) -> None:
    """Join what only the headline calls so ("fisheries pact") with what the lead names.

    A headline is a first block without a full stop; the lead is the two sentences behind it.
    """
    if len(sentences) < 2 or sentences[0].block == sentences[1].block:
        return
    if text[sentences[0].start : sentences[0].end].rstrip("”\"'’)").endswith((".", "!", ":")):
        return
    end, reach = sentences[0].end, sentences[min(3, len(sentences) - 1)].end
    titled = [one for one in clusters[:_RECENT] if one.mentions[-1].end <= end]
    for one in titled:
        common = all(_of_common_words(mention) for mention in one.mentions)
        for other in clusters[:_RECENT]:
            if other.mentions[-1].end <= end or other.mentions[0].start > reach:
                continue
            if not common and not _abbreviates(one.mentions[0], other):
                continue
            if any(_headlined(one.mentions[0], mention) for mention in other.forms.values()):
                for mention in one.mentions:
                    other.add(mention)
                clusters.remove(one)
                break
    for one in clusters[:_RECENT]:
        if one.mentions[0].end > end or not one.named:
            continue
        for other in clusters[:_RECENT]:
            first = other.mentions[0]
            if other.named or not end < first.start <= reach or first.determiner in ("a", "an"):
                continue
            if _headlined(one.mentions[0], first) and _alike(one.mentions[0], first):
                for mention in other.mentions:
                    one.add(mention)
                clusters.remove(other)
                break
    clusters.sort(key=lambda one: one.mentions[0].start)


def _of_common_words(mention: Instrument) -> bool:
    """Whether nothing but ordinary words and countries tells the instrument."""
    gazette = gazetteer()
    if mention.form != "name":
        return True
    words = distinguishing(mention.name)
    return not _OFFICIAL.search(mention.name) and all(
        gazette.common_word(word) or gazette.country(word.title()) for word in words
    )


def _headlined(headline: Instrument, mention: Instrument) -> bool:
    families = {headline.family, mention.family}
    if len(families) > 1 and families != {"pact", "ceasefire"}:
        return False
    a, b = _countries(headline), _countries(mention)
    return not (a and b and not a & b)


def _abbreviates(headline: Instrument, one: Cluster) -> bool:
    """Whether the headline shortens the beginning of a name ("SC bill")."""
    short = [word for word in headline.name.split() if word.isupper()]
    return len(short) == 1 and any(
        initials.startswith(short[0].lower())
        for mention in one.forms.values()
        for initials in _initials(mention.name)
    )


def _alike(one: Instrument, other: Instrument) -> bool:
    """Whether two phrases share what sort of instrument it is ("trade", "peace")."""
    shared = _generic(one.name) & _generic(other.name)
    return bool({word for word in shared if word not in HEADS and word not in PLURALS})


def _same_name(cluster: Cluster, mention: Instrument) -> bool:
    words = distinguishing(mention.name)
    short = mention.acronym.lower() if mention.acronym else ""
    if short and short in cluster.acronyms:
        return True
    if words and words <= cluster.acronyms:
        return True
    if any(words <= _initials(other.name) for other in cluster.forms.values()) and words:
        return True
    if cluster.words and cluster.words <= _initials(mention.name):
        return True
    if _headless(cluster) and any(
        mention.name.startswith(other.name + " ") for other in cluster.forms.values()
    ):
        return True
    for other in cluster.forms.values():
        if other.name == mention.name:
            return True
        if _compatible(mention, other) and _nested(mention, other):
            return True
    return False


@lru_cache(maxsize=4096)
def _initials(name: str) -> frozenset[str]:
    """The initial letters of `name`, with and without those of its small words."""
    parts = [part for part in re.split(r"[\s-]+", name) if part]
    capitals = "".join(part[0] for part in parts if part[0].isupper()).lower()
    if len(parts) < 3:
        return frozenset()
    return frozenset((capitals, "".join(part[0] for part in parts).lower()))


def _compatible(one: Instrument, other: Instrument) -> bool:
    """Whether the head nouns can stand for the same instrument."""
    if one.family != other.family and "anaphor" in (one.form, other.form):
        return {one.family, other.family} == {"pact", "ceasefire"}
    if one.family != other.family:
        return {one.family, other.family} == {"pact", "ceasefire"} and "ceasefire" not in (
            one.head,
            other.head,
        )
    return one.family != "text" or one.kind == other.kind


def _nested(one: Instrument, other: Instrument) -> bool:
    """Whether one name is the other with something left out that may be left out."""
    a, b = distinguishing(one.name), distinguishing(other.name)
    years = {word for word in a if _YEAR.match(word)}, {word for word in b if _YEAR.match(word)}
    if years[0] and years[1] and years[0] != years[1]:
        return False
    if years[0] != years[1] and one.kind != other.kind and one.family != "law":
        return False
    a, b = a - years[0], b - years[1]
    if a == b:
        if a:
            return True
        return one.kind == other.kind and _generic(one.name) <= _generic(other.name)
    short, long = (one, other) if len(a) < len(b) else (other, one)
    less, more = (a, b) if len(a) < len(b) else (b, a)
    if not less or not less < more:
        return False
    if one.kind != other.kind and one.family != "law":
        return False
    if _heads(short.name) == _heads(long.name):
        return True
    return long.name.startswith(short.name) and not long.name.endswith(long.head.title())


def _generic(name: str) -> set[str]:
    words = {match.group().lower() for match in _WORD.finditer(name)}
    return words - LOOSE - {"the", "a", "an", "and", "of"}


def _heads(name: str) -> int:
    return sum(
        1
        for m in _WORD.finditer(name)
        if m.group().lower() in HEADS or m.group().lower() in PLURALS
    )


def _described(clusters: Iterable[Cluster], mention: Instrument) -> Cluster | None:
    """The instrument that a description speaks of, or None where it is one of its own."""
    words = distinguishing(f"{mention.name} {mention.phrase}")
    fresh = mention.determiner in ("a", "an", "another", "one")
    best = None
    for one in clusters:
        if not any(_compatible(mention, other) for other in one.forms.values()):
            continue
        if not _same_sort(mention, one):
            continue
        if _headless(one) and not _countries(mention) and mention.kind == one.mentions[0].kind:
            return one
        if one.named and one.words:
            later = one.mentions[0].start > mention.start
            within = words <= one.words or (one.words <= words)
            if not within or (fresh and (later or not words)):
                continue
        elif any(_conflict(mention, other) for other in one.forms.values()):
            continue
        if any(other.head == mention.head for other in one.forms.values()):
            return one
        best = best or one
    return best


def _same_sort(mention: Instrument, one: Cluster) -> bool:
    """Whether both are memoranda, or neither is: that word is never used loosely."""
    memoranda = {other.kind == "memorandum" for other in one.forms.values()}
    return (mention.kind == "memorandum") in memoranda or (
        mention.determiner not in ("a", "an", "another")
    )


def _headless(one: Cluster) -> bool:
    """Whether the instrument goes by a name without head noun ("AUKUS")."""
    return all(
        other.form != "name" or other.name in (other.acronym, other.name.upper())
        for other in one.forms.values()
    )


def _any_at_all(mention: Instrument) -> bool:
    """Whether it speaks of no particular instrument ("the longest debate of a bill")."""
    return not mention.phrase and not distinguishing(mention.name)


def _earlier(clusters: Iterable[Cluster], mention: Instrument) -> bool:
    return any(
        one.mentions[0].start < mention.start and _compatible(mention, one.mentions[0])
        for one in clusters
    )


def _conflict(one: Instrument, other: Instrument) -> bool:
    """Whether two descriptions differ in their adjectives or in the countries they name."""
    for attribute in (_countries, _modifiers):
        a, b = attribute(one), attribute(other)
        if a and b and not a & b:
            return True
    return False


def _countries(mention: Instrument) -> frozenset[str]:
    gazette = gazetteer()
    return frozenset(
        word
        for word in distinguishing(f"{mention.name} {mention.phrase}")
        if gazette.country(word.title())
    )


def _modifiers(mention: Instrument) -> frozenset[str]:
    return distinguishing(mention.name) - _countries(mention)


def _pointed_at(
    clusters: Iterable[Cluster], mention: Instrument, starts: Sequence[int]
) -> Cluster | None:
    """The instrument that "the pact" or "this agreement" points back to."""
    here = bisect_right(starts, mention.start)
    best: tuple[float, Cluster] | None = None
    for one in clusters:
        if not any(_compatible(mention, other) for other in one.forms.values()):
            continue
        before = bisect_left(one.mentions, mention.start, key=attrgetter("start"))
        same = any(other.head == mention.head for other in one.forms.values())
        distance = here - bisect_right(starts, one.mentions[before - 1].start) if before else 12
        rank = 4 * same + min(before, 4) / 2 - min(distance, 12)
        if best is None or rank > best[0]:
            best = rank, one
    return best[1] if best else None
