"""Joins what only the headline calls an instrument with the name the lead gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis.briefing import Sentence
from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments.identity import (
    RECENT,
    Cluster,
    conflict,
    countries,
    distinguishing,
    initials,
    sorts,
    traits,
)
from briefing.analysis.instruments.phrases import Instrument
from briefing.analysis.instruments.treaties import canonical
from briefing.analysis.instruments.words import HEADS, PLURALS

_OFFICIAL = re.compile(r"\s(?:on|of|for|to|concerning)\s|\d")

# "... to amend the Clean Air Act": a law that is there already.
_EXISTING = re.compile(
    r"\b(?:amend\w*|repeal\w*|replac\w+|under|violat\w+|chang\w+\s+to|existing|update\w*|overhaul\w*"
    r"|extend\w*|reauthori[sz]\w+|unlike|since|based\s+on)\s+(?:[^\s.]+\s+){0,4}$",
    re.IGNORECASE,
)

_BECOMES_LAW = re.compile(r"\s+(?:into|becom(?:es?|ing)|became|is\s+now)\s+(?:the\s+)?law\b")


def merge_headline(text: str, clusters: list[Cluster], sentences: Sequence[Sentence]) -> None:
    """Join what only the headline calls so ("fisheries pact") with what the lead names.

    A headline is a first block without a full stop; the lead is the two sentences behind it.
    """
    if len(sentences) < 2 or sentences[0].block == sentences[1].block:
        return
    if text[sentences[0].start : sentences[0].end].rstrip("”\"'’)").endswith((".", "!", ":")):
        return
    end, reach = sentences[0].end, sentences[min(3, len(sentences) - 1)].end
    titled = [one for one in clusters[:RECENT] if one.mentions[-1].end <= end]
    for one in titled:
        common = all(_of_common_words(mention) for mention in one.mentions)
        for other in clusters[:RECENT]:
            if other.mentions[-1].end <= end or other.mentions[0].start > reach:
                continue
            if not common and not _abbreviates(one.mentions[0], other):
                continue
            if any(_headlined(one.mentions[0], mention) for mention in other.forms.values()):
                for mention in one.mentions:
                    other.add(mention)
                clusters.remove(one)
                break
    for one in clusters[:RECENT]:
        if one.mentions[0].end > end or not one.named:
            continue
        for other in clusters[:RECENT]:
            first = other.mentions[0]
            if other.named or not end < first.start <= reach or first.determiner in ("a", "an"):
                continue
            if _headlined(one.mentions[0], first) and _alike(one.mentions[0], first):
                for mention in other.mentions:
                    one.add(mention)
                clusters.remove(other)
                break
    clusters.sort(key=lambda one: one.mentions[0].start)


def merge_lead(clusters: list[Cluster], sentences: Sequence[Sentence]) -> None:
    """Join "a bill to clean rivers" of the first sentences with the name that follows it soon.

    It is the first law that is named, and nothing but that it is a bill was said before.
    """
    reach = sentences[min(4, len(sentences) - 1)].end if sentences else 0
    laws = [one for one in clusters[:RECENT] if one.mentions[0].family == "law"]
    first = next((one for one in laws if one.named), None)
    if first is None or first.mentions[0].start > reach:
        return
    for one in laws:
        bare = not any(distinguishing(mention.name) for mention in one.forms.values())
        if one is not first and bare and one.mentions[0].start < first.mentions[0].start:
            for mention in one.mentions:
                first.add(mention)
            clusters.remove(one)


def merge_informal(text: str, clusters: list[Cluster], sentences: Sequence[Sentence]) -> None:
    """Join what the lead calls by what it is on ("the defence bill") with its formal name.

    The name follows soon and shares a word with it, or is the only bill there ("Brexit bill").
    """
    if not sentences:
        return
    lead, reach = (sentences[min(at, len(sentences) - 1)].end for at in (4, 8))
    near = [one for one in clusters[:RECENT] if one.mentions[0].start < reach]
    headline = sentences[0].end if sentences[0].block != sentences[-1].block else 0
    official = [
        one
        for one in near
        if _official(one) and not (one.mentions[0].start < headline and _is_nickname(one))
    ]
    for one in [one for one in near if one.mentions[0].start < lead and one not in official]:
        named = [other for other in official if _named_at(other) > one.mentions[0].start]
        meant = [other for other in named if _calls(text, one, other)]
        if len(meant) == 1 and not any(mention.plural for mention in one.mentions):
            for mention in one.mentions:
                meant[0].add(mention)
            clusters.remove(one)
    clusters.sort(key=lambda one: one.mentions[0].start)


def _official(one: Cluster) -> bool:
    """Whether one of its names has a head with a capital ("Clean Rivers Bill")."""
    return one.proper and any(
        mention.form == "name"
        and " " in mention.name
        and mention.head.split()[-1] not in mention.name.split()
        for mention in one.forms.values()
    )


def _is_nickname(one: Cluster) -> bool:
    """Whether it is a bill of which two words are all that is said ("the Harbour Bill")."""
    return all(
        mention.kind == "bill" and mention.form == "name" and len(mention.name.split()) == 2
        for mention in one.mentions
        if mention.form != "anaphor"
    )


def _named_at(one: Cluster) -> int:
    """Where its name first stands."""
    return next(mention.start for mention in one.mentions if mention.form == "name")


def _calls(text: str, informal: Cluster, formal: Cluster) -> bool:
    """Whether the lead may mean the instrument with the formal name."""
    one = informal.mentions[0]
    other = next(m for m in formal.mentions if m.start == _named_at(formal))
    if one.family != other.family or "another" in (one.determiner, other.determiner):
        return False
    alike = any(_alike(a, b) for a in informal.forms.values() for b in formal.forms.values())
    if one.family == "law":
        if other.kind != "bill" and _EXISTING.search(text, max(0, other.start - 60), other.start):
            return False
        bills = one.kind == other.kind == "bill" and one.form == "name"
        becomes = one.kind == "bill" and _BECOMES_LAW.match(text, other.end)
        return alike or (len(one.name.split()) == 2 and bool(bills or becomes))
    known = canonical(other.name) is not None and traits(one).sides
    return alike and not known and not conflict(one, other)


def _of_common_words(mention: Instrument) -> bool:
    """Whether nothing but ordinary words and countries tells the instrument."""
    gazette = gazetteer()
    if mention.form != "name":
        return True
    words = distinguishing(mention.name)
    return not _OFFICIAL.search(mention.name) and all(
        gazette.common_word(word) or gazette.country(word.title()) or gazette.body(word.upper())
        for word in words
    )


def _headlined(headline: Instrument, mention: Instrument) -> bool:
    families = {headline.family, mention.family}
    if len(families) > 1 and families != {"pact", "ceasefire"}:
        return False
    a, b = countries(headline), countries(mention)
    return not (a and b and not a & b)


def _abbreviates(headline: Instrument, one: Cluster) -> bool:
    """Whether the headline shortens the beginning of a name ("SC bill")."""
    short = [word for word in headline.name.split() if word.isupper()]
    return len(short) == 1 and any(
        letters.startswith(short[0].lower())
        for mention in one.forms.values()
        for letters in initials(mention.name)
    )


def _alike(one: Instrument, other: Instrument) -> bool:
    """Whether two phrases share what sort of instrument it is ("trade", "peace")."""
    shared = sorts(one.name) & sorts(other.name)
    return bool({word for word in shared if word not in HEADS and word not in PLURALS})
