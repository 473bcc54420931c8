"""Which mentions of instruments are mentions of the same one.

Names are merged by the words that distinguish them and by acronym; descriptions and words that
only point back ("the pact") go to the instrument of their family that was named last.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from briefing.analysis.briefing import Sentence
from briefing.analysis.instruments.appositions import merge_renamed, same_by_statement
from briefing.analysis.instruments.headlines import merge_headline, merge_informal, merge_lead
from briefing.analysis.instruments.identity import (
    RECENT,
    Cluster,
    akin,
    compatible,
    conflict,
    countries,
    distinguishing,
    initials,
    loosely,
    nested,
    same_known,
    shares,
    traits,
)
from briefing.analysis.instruments.phrases import YEAR, Instrument
from briefing.analysis.instruments.plurals import tell_together
from briefing.analysis.instruments.treaties import canonical

_DEFINITE = ("the", "this", "that", "its", "their")


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
            if not any(number == order for number, _ in listed[-RECENT:]):
                listed.append((order, one))

    def find(self, mention: Instrument) -> Cluster | None:
        """The first of the instruments known last that goes by a name like this one."""
        near: dict[int, Cluster] = {}
        for word in self._words(mention):
            near.update(self._by_word.get(word, [])[-RECENT:])
        return next((near[at] for at in sorted(near) if _same_name(near[at], mention)), None)

    @staticmethod
    def _words(mention: Instrument) -> set[str]:
        words = {word for word in distinguishing(mention.name) if not YEAR.match(word)}
        short = {mention.acronym.lower()} if mention.acronym else set()
        return (words or {""}) | short | initials(mention.name)


def cluster(
    text: str, mentions: Sequence[Instrument], sentences: Sequence[Sentence]
) -> list[Cluster]:
    """`mentions` by instrument, in the order in which the instruments first appear."""
    clusters: list[Cluster] = []
    known: dict[str, Cluster] = {}
    index = _Index()
    for mention in sorted(mentions, key=lambda mention: mention.acronym is None):
        if mention.form == "name":
            key = canonical(mention.name) or mention.name
            home = known.get(key) or index.find(mention)
            if home is None:
                clusters.append(home := Cluster())
            known.setdefault(key, home)
            home.add(mention)
            index.add(home, mention)
    starts = [sentence.start for sentence in sentences]
    _merge_unnamed(clusters)
    said = same_by_statement(text, mentions, sentences)
    homes = {mention.start: one for one in clusters for mention in one.mentions}
    for mention in mentions:
        if mention.form == "description" and mention.determiner not in ("no", "any"):
            same = said.get(mention.start)
            if same and same.form == "anaphor":
                continue  # goes where that goes
            home = homes.get(same.start) if same else None
            home = home or _described(clusters[-RECENT:], mention)
            if home is None:
                if _any_at_all(mention) and _earlier(clusters[-RECENT:], mention):
                    continue
                clusters.append(home := Cluster())
            home.add(mention)
            homes[mention.start] = home
    merge_renamed(text, clusters, mentions)
    clusters.sort(key=lambda one: one.mentions[0].start)
    _merge_unnamed(clusters)
    merge_headline(text, clusters, sentences)
    merge_lead(clusters, sentences)
    merge_informal(text, clusters, sentences)
    for mention in mentions:
        if mention.form == "anaphor":
            home = _pointed_at(_before(clusters, mention), mention, starts)
            if home is None and mention.determiner and not mention.plural:
                clusters.append(home := Cluster())
            if home is not None:
                home.add(mention)
                homes[mention.start] = home
        elif mention.start not in homes and mention.start in said:
            home = homes.get(said[mention.start].start)
            if home is not None:
                home.add(mention)
    merge_renamed(text, clusters, mentions)
    clusters.sort(key=lambda one: one.mentions[0].start)
    tell_together(text, clusters, sentences)
    return clusters


def _before(clusters: Sequence[Cluster], mention: Instrument) -> Sequence[Cluster]:
    """The instruments named last before `mention`."""
    if len(clusters) <= RECENT:
        return clusters
    here = bisect_right(clusters, mention.start, key=lambda one: one.mentions[0].start)
    return clusters[max(0, here - RECENT) : here]


def _merge_unnamed(clusters: list[Cluster]) -> None:
    """Join what is called "Gaza deal" here and "the hostage deal" there."""
    known: list[Cluster] = []
    for one in list(clusters):
        if one.proper or one.mentions[0].family == "law":
            continue
        home = next((other for other in known[-RECENT:] if _may_be_one(one, other)), None)
        if home is None:
            known.append(one)
            continue
        for mention in one.mentions:
            home.add(mention)
        clusters.remove(one)


def _may_be_one(one: Cluster, other: Cluster) -> bool:
    return (
        all(mention.determiner != "another" for mention in one.forms.values())
        and _same_sort(one.mentions[0], other)
        and all(
            compatible(a, b) and not conflict(a, b)
            for a in one.forms.values()
            for b in other.forms.values()
        )
        and any(akin(a, b) for a in one.forms.values() for b in other.forms.values())
    )


def _same_name(cluster: Cluster, mention: Instrument) -> bool:
    words = distinguishing(mention.name)
    short = mention.acronym.lower() if mention.acronym else ""
    if short and short in cluster.acronyms:
        return True
    if words and words <= cluster.acronyms:
        return True
    if any(words <= initials(other.name) for other in cluster.forms.values()) and words:
        return True
    if cluster.words and cluster.words <= initials(mention.name):
        return True
    if _headless(cluster) and any(
        mention.name.startswith(other.name + " ") for other in cluster.forms.values()
    ):
        return True
    for other in cluster.forms.values():
        known = same_known(mention, other)
        if known or (known is None and other.name == mention.name):
            return True
        if known is False:
            continue
        if (compatible(mention, other) and nested(mention, other)) or loosely(mention, other):
            return True
    return False


def _described(clusters: Iterable[Cluster], mention: Instrument) -> Cluster | None:
    """The instrument that a description speaks of, or None where it is one of its own."""
    if mention.determiner == "another":
        return None
    words = distinguishing(f"{mention.name} {mention.phrase}")
    fresh = mention.determiner in ("a", "an", "another", "one")
    best = None
    for one in clusters:
        if not any(compatible(mention, other) for other in one.forms.values()):
            continue
        if not _same_sort(mention, one) or (fresh and _another(mention, one)):
            continue
        seen = one.mentions[0].start < mention.start or len(one.mentions) > 1
        alike = mention.kind == one.mentions[0].kind and not countries(mention)
        if seen and alike and _headless(one) and (one.named or not _apart(one, mention)):
            return one
        if one.proper and one.words:
            later = one.mentions[0].start > mention.start
            within = words <= one.words | one.elsewhere or one.words <= words
            if not within or (fresh and words != one.words and (later or not words)):
                continue
        elif any(conflict(mention, other) for other in one.forms.values()) or not (
            mention.determiner in _DEFINITE
            or any(akin(mention, other) for other in one.forms.values())
        ):
            continue
        if any(other.head == mention.head for other in one.forms.values()):
            return one
        best = best or one
    return best


def _told(one: Cluster, mention: Instrument) -> list[Instrument]:
    """How the instrument was spoken of before `mention`."""
    return [other for other in one.forms.values() if other.start < mention.start]


def _beside_peace(mention: Instrument, one: Cluster) -> bool:
    """Whether it is a truce, and what was told before a peace accord."""
    if mention.family != "ceasefire":
        return False
    told = _told(one, mention)
    return any("peace" in other.name.lower() for other in told) and all(
        other.family != "ceasefire" for other in told
    )


def _another(mention: Instrument, one: Cluster) -> bool:
    """Whether "a treaty" comes on top of "a deal", or a truce on top of a peace accord."""
    if _beside_peace(mention, one):
        return True
    told = _told(one, mention)
    introduced = any(other.determiner in ("a", "an") for other in told)
    return (
        not one.proper
        and introduced
        and not any(other.head == mention.head or shares(mention, other) for other in told)
    )


def _same_sort(mention: Instrument, one: Cluster) -> bool:
    """Whether both are memoranda, or neither is: that word is never used loosely."""
    memoranda = {other.kind == "memorandum" for other in one.forms.values()}
    return (mention.kind == "memorandum") in memoranda or (
        mention.determiner not in ("a", "an", "another")
    )


def _apart(one: Cluster, mention: Instrument) -> bool:
    """Whether a new description cannot be of what was only described so far."""
    fresh = mention.determiner in ("a", "an", "another", "one")
    return fresh and any(conflict(mention, other) for other in one.forms.values())


def _headless(one: Cluster) -> bool:
    """Whether the instrument goes by a name without head noun ("AUKUS")."""
    return all(
        other.form != "name" or other.name in (other.acronym, other.name.upper())
        for other in one.forms.values()
    )


def _any_at_all(mention: Instrument) -> bool:
    """Whether it speaks of no particular instrument ("the longest debate of a bill")."""
    said = traits(mention)
    return not (mention.phrase or said.sides or said.places or said.sorts or said.subject)


def _earlier(clusters: Iterable[Cluster], mention: Instrument) -> bool:
    return any(
        one.mentions[0].start < mention.start and compatible(mention, one.mentions[0])
        for one in clusters
    )


def _pointed_at(
    clusters: Iterable[Cluster], mention: Instrument, starts: Sequence[int]
) -> Cluster | None:
    """The instrument that "the pact" or "this agreement" points back to."""
    here = bisect_right(starts, mention.start)
    best: tuple[float, Cluster] | None = None
    for one in clusters:
        if not any(compatible(mention, other) for other in one.forms.values()):
            continue
        if _beside_peace(mention, one):
            continue
        before = bisect_left(one.mentions, mention.start, key=attrgetter("start"))
        same = any(other.head == mention.head for other in one.forms.values())
        distance = here - bisect_right(starts, one.mentions[before - 1].start) if before else 12
        rank = 4 * same + min(before, 4) / 2 - min(distance, 12)
        if best is None or rank > best[0]:
            best = rank, one
    return best[1] if best else None
