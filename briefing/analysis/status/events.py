"""The words around an instrument that say what happened to it: its verb, or what is said of it.

A verb before the instrument has it for its object, one behind it is said of it. Words that only
stand near are told apart: "the truce agreed in May", "the deal over the last years".
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast

from briefing.analysis.briefing import Sentence
from briefing.analysis.instruments.phrases import Instrument
from briefing.analysis.status.clauses import Clause
from briefing.analysis.status.cues import OBJECT, SUBJECT, Event, compiled
from briefing.analysis.status.outcomes import LAWS, PACTS
from briefing.analysis.status.syntax import has_object, is_passive, is_said

_INTO_FORCE = re.compile(r"(?:\s?\([^()]{1,20}\))?\s+in(?:to)?\s+(?:force|effect)\b", re.IGNORECASE)
_BRINGING = re.compile(
    r"\b(?P<verb>bring|brings|bringing|brought|put|puts|putting)\s+(?:\S+\s+){0,3}$", re.I
)
# "was signed in May and took effect in June"
_COORDINATES = re.compile(
    r",?\s(?:and|but|then|later)\s(?!(?:the|a|an|he|she|they|it|its)\s)|,", re.I
)
# "by peers when it continues": what is said of "it" is not said in the main clause.
_SUBORDINATE = re.compile(
    r"\b(?:when|if|after|before|because|as|since|while|until|unless|once)\s+"
    r"(?:it|they|he|she|we|the|an?|[A-Z]\w+)\s"
)
# "to sign", "aimed at signing": the instrument is the object of a verb that is itself an object.
_WITHIN = re.compile(
    r"(?:\bto\s+\w+|\b(?:at|of|for|on|from|about|towards?)\s+\w+ing)(?:\s\w+)?$", re.IGNORECASE
)
# "signed six bills, among them the ...", "ratified three treaties – the ..."
_AMONG = re.compile(
    r"\s(?:bills|laws|acts|measures|agreements|treaties|conventions|pacts|deals|accords)\b[^.;]{0,80}"
    r"(?:,?\s+(?:among\s+them|including|includes?|included|such\s+as|namely)|:|\s[–—-])"
    r"\s+(?:[Tt]he\s+)?[“\"‘]?$"
)
# "Signed in 1988 by Peru and Chile, the pact bans nets"
_FRONTED = re.compile(
    r"[A-Z]\w+(?:ed|ck|en|de)\s[^.;:]{2,140},\s+(?:the|this)\s+(?:[\w-]+\s+){0,2}[“\"‘]?"
)
# "had its second reading in May, ..., and received Royal Assent"
_ROYAL_ASSENT = re.compile(
    r"\b((?:received|was\s+given|has\s+received|got)\s+(?:the\s+)?royal\s+assent)\b", re.IGNORECASE
)
_RELATIVE = re.compile(r",\s+which\s")
_TRANSITIVE = frozenset(
    (
        "sign", "suspend", "terminate", "reject", "repeal", "enact", "ratify", "propose",
        "introduce", "resume", "revive", "extend",
    )
)  # fmt: skip
_DUTIES = re.compile(
    r"(?:obligations|commitments?)\s+(?:under|to)|compliance\s+with", re.IGNORECASE
)
_MAKES = re.compile(r"mak(?:es?|ing)|made", re.IGNORECASE)
_DEFINITE = frozenset(("the", "this", "that", "its", "their"))
_WORDS_BEHIND, _WORDS_BETWEEN = 14, 24  # from an instrument to what is said of it
_WORDS = re.compile(r"\S+")
_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|this|that|its|their|his|her|our|\S+['’]s)\s+)?(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)


class Site(NamedTuple):
    """Where an instrument is mentioned, and the free space around it.

    `[low, high)` goes up to the next mention of another instrument; `[start, end)` is the mention,
    or the list ("the Annex as well as the Framework") that it is part of. Of an item of a list,
    `lead` is the sentence that introduces the list ("The king signed into law:").
    """

    mention: Instrument
    sentence: Sentence
    start: int
    end: int
    low: int
    high: int
    lead: Sentence | None = None


@cache
def _cues(side: str, law: bool) -> re.Pattern[str]:
    events = frozenset(event for event, _ in (LAWS if law else PACTS))
    return compiled(OBJECT if side == "object" else SUBJECT, events)


def events(text: str, site: Site, clause: Clause, *, nominal: bool) -> list[tuple[Event, int]]:
    """The events whose words stand before the instrument, their object, or behind it.

    Behind a noun that governs the instrument ("talks on the pact") they are said of the noun.
    """
    found: list[tuple[Event, int]] = []
    law = site.mention.family == "law"
    low = max(clause.start, site.low, site.start - 160)
    high = min(clause.end, site.high, site.end + 240)
    begin = site.sentence.start
    among = _AMONG.search(text, max(begin, site.start - 160), site.start)
    if among:
        low = max(begin, among.start() - 160)
        found += _of_all(among[0], among.start(), law=law)
    before = text[low : among.start() if among else site.start]
    cut = _DETERMINER.search(before)
    last = None
    for match in _cues("object", law).finditer(before, 0, len(before)):
        gap = len(_WORDS.findall(before[match.end() :]))
        near = gap <= 6 and (cut is None or match.start() < cut.end())
        if last and last.lastgroup == "suspend" and _DUTIES.fullmatch(match[0]):
            continue  # "suspended its obligations under the treaty"
        if site.mention.determiner in _DEFINITE and _MAKES.fullmatch(match[0]):
            continue  # "makes the pact work"
        if near and has_object(before, match, text[site.end : high]):
            last = match
    if last is not None:
        found.append((cast(Event, last.lastgroup), low + last.start()))
    elif _FRONTED.fullmatch(text, begin, site.start):
        verb = _cues("object", law).match(text, begin)
        if verb is not None and verb.lastgroup in _TRANSITIVE:
            found.append((cast(Event, verb.lastgroup), begin))
    bringing = _BRINGING.search(before) if _INTO_FORCE.match(text, site.end, high) else None
    if bringing:
        return [("force", low + bringing.start("verb"))]
    # "talks to revive the pact begin"
    within = last is not None and _WITHIN.search(before, 0, last.end()) is not None
    relative = _RELATIVE.match(text, site.end) is not None
    if (nominal and not relative) or (within and text[site.end : site.end + 1] != ","):
        return found
    after = text[site.end : high]
    assent = _ROYAL_ASSENT.search(after) if law else None
    if assent:
        found.append(("enact", site.end + assent.start(1)))
    said, reduced = 0, False
    for match in _cues("subject", law).finditer(after):
        distance = len(_WORDS.findall(after[: match.start()]))
        if distance > (_WORDS_BETWEEN if "between" in after[: match.start()] else _WORDS_BEHIND):
            break
        event = cast(Event, match.lastgroup)
        if not is_said(after, match, distance):
            continue
        apart = _SUBORDINATE.search(after, 0, match.start())
        if apart and after[: apart.start()].strip():
            break
        if event in _TRANSITIVE and not is_passive(after, match):
            continue
        if said and not (reduced or _COORDINATES.search(after, said, match.start())):
            break
        found.append((event, site.end + match.start()))
        reduced = event == "would" or _reduced(match, distance)
        said = match.end()
        if len(found) > 3:
            break
    return found


def _of_all(said: str, at: int, *, law: bool) -> list[tuple[Event, int]]:
    """The event told of the laws or treaties of which the instrument is one."""
    for match in _cues("subject", law).finditer(said):
        if is_said(said, match, 1) and (
            match.lastgroup not in _TRANSITIVE or is_passive(said, match)
        ):
            return [(cast(Event, match.lastgroup), at + match.start())]
    return []


def introducing(text: str, lead: Sentence, *, law: bool) -> tuple[Event, int] | None:
    """The event that the sentence before a list tells of its items."""
    low = max(lead.start, lead.end - 160)
    last = None
    for match in _cues("object", law).finditer(text, low, lead.end):
        if len(_WORDS.findall(text, match.end(), lead.end)) <= 4:
            last = match
    return None if last is None else (cast(Event, last.lastgroup), last.start())


def _reduced(verb: re.Match[str], distance: int) -> bool:
    """Whether a participle only describes the instrument: "the truce agreed in May broke down"."""
    return distance <= 3 and verb[0].lower().split()[0].endswith(("ed", "ck", "en", "de", "out"))
