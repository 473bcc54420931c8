"""The words around an instrument that say what happened to it: its verb, or what is said of it.

A verb before the instrument has it for its object, one behind it is said of it. Words that only
stand near are told apart: "the truce agreed in May", "the deal over the last years".
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast

from briefing.analysis.briefing import Sentence
from briefing.analysis.clauses import Clause
from briefing.analysis.instrument_phrases import Instrument
from briefing.analysis.instrument_words import words
from briefing.analysis.status_cues import OBJECT, SUBJECT, Event, compiled
from briefing.analysis.status_outcomes import LAWS, PACTS

_AGREED = re.compile(r"agreed\s+(?:that|to|with|not|in|upon|on)\b", re.IGNORECASE)
# What is "expected to be signed" is expected, what is "expected to cut costs" need not be.
_EXPECTED_TO = re.compile(
    r"\w+\s+to\s+(?!be\s+(?:\w+ly\s+)?(?:sign|seal|announc|conclu|reach|agre|finali|complet|unveil|approv"
    r"|adopt|initial|made)|take\s+place|sign|come\b)",
    re.IGNORECASE,
)
# "The truce is over", "truce over", but not "the deal over the last years".
_OVER = re.compile(r"\b(?:is|was|are|were|now|declared)\s+over$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*[\w\"“$€£]")
_INTRANSITIVE = words(
    "hold holds holding held remains remain began begins begin started starts start "
    "continues continue lasts effective binding operational functional"
)
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
# A defeat over the bill is not the end of it.
_DEFEAT = re.compile(r"defeats?\b(?!\s+(?:the|an?|its|his|her|their|this|that)\b)", re.I)
# "to sign", "aimed at signing": the instrument is the object of a verb that is itself an object.
_WITHIN = re.compile(
    r"(?:\bto\s+\w+|\b(?:at|of|for|on|from|about|towards?)\s+\w+ing)(?:\s\w+)?$", re.IGNORECASE
)
_CLEARS_WAY = re.compile(r"clear\w*\s+(?:the\s+)?(?:way|path)\b", re.IGNORECASE)
# "signed six bills, among them the ..."
_AMONG = re.compile(
    r"\s(?:bills|laws|acts|measures|agreements|treaties|pacts|deals|accords)\b[^.;]{0,40},?\s+"
    r"(?:among\s+them|including|such\s+as)\s+(?:[Tt]he\s+)?$"
)
_LEFT = re.compile(r"(?:left|leaves?|leaving)\b", re.IGNORECASE)
_IN_A_STATE = re.compile(
    r"\s+(?:on\s+(?:the\s+(?:verge|brink|edge|table)|hold|ice|life|shaky)|at\s+risk"
    r"|in\s+(?:tatters|ruins|limbo|doubt|place|shreds|question|jeopardy)"
    r"|open|without|hanging|dead|facing|unclear)\b"
)
_HELD = re.compile(
    r"held(?:\s*(?:[.,;]|$)|\s+(?:overnight|for|into|through|on\s+\w+day|as|until|despite|since|after|during"
    r"|firm|so|up|throughout)\b)",
    re.IGNORECASE,
)
_WHICH = re.compile(r",\s(?:which|that)\b", re.IGNORECASE)
_CLOSE_TO = re.compile(r"\w+\s+\w+\s+to\s+(?!completion|being)", re.IGNORECASE)
_FAILED_TO = re.compile(r"failed\s+(?:to|in)\b", re.IGNORECASE)
_TRANSITIVE = frozenset(
    ("sign", "suspend", "terminate", "reject", "repeal", "enact", "ratify", "propose", "introduce")
)
_AUXILIARIES = words("was were is are be been being has have had gets got get")
_OBJECT_FOLLOWS = re.compile(
    r"\s+(?:[A-Z]\w+['’]s?|the|an?|its|their|his|her|all|any|some|many|more|most|\w+(?:al|ous|ive|ic|ary|ese|an|ish)"
    r"|[a-z]+s)\s",
)
# A comma ends the object of a verb, unless an article follows ("rejected, by one vote, the pact").
_OBJECT_ENDS = re.compile(r",\s(?!(?:[^,]*,\s)?(?:the|an?|and|or|its|their|his|her|this|that)\s)")
# "ended without a deal", "resume when the pact expires": the pact is no object of the verb.
_NONE = re.compile(
    r"\b(?:without|no|when|if|as|until|because|that|after|before|since|while)\b", re.IGNORECASE
)
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
    before = text[low : site.start]
    among = _AMONG.search(before)
    if among:
        before = before[: among.start()]
    cut = _DETERMINER.search(before)
    last = None
    for match in _cues("object", law).finditer(before, 0, len(before)):
        gap = len(_WORDS.findall(before[match.end() :]))
        bare = match[0].lower() == "agreed" and _AGREED.match(before, match.start())
        if _CLEARS_WAY.match(before, match.start()):
            continue
        if match.lastgroup == "reject" and _DEFEAT.match(before, match.start()):
            continue
        left = match.lastgroup == "terminate" and _LEFT.match(before, match.start())
        if left and _IN_A_STATE.match(text, site.end, high):
            continue
        if bare or _OBJECT_ENDS.search(before, match.end()) or _NONE.search(before, match.end()):
            continue
        if gap <= 6 and (cut is None or match.start() < cut.end()):
            last = match
    if last is not None:
        found.append((cast(Event, last.lastgroup), low + last.start()))
    bringing = _BRINGING.search(before) if _INTO_FORCE.match(text, site.end, high) else None
    if bringing:
        return [("force", low + bringing.start("verb"))]
    # "talks to revive the pact begin"
    within = last is not None and _WITHIN.search(before, 0, last.end()) is not None
    if nominal or (within and text[site.end : site.end + 1] != ","):
        return found
    after = text[site.end : high]
    said, reduced = 0, False
    for match in _cues("subject", law).finditer(after):
        distance = len(_WORDS.findall(after[: match.start()]))
        if distance > 14:
            break
        event = cast(Event, match.lastgroup)
        if not _is_said(after, match, distance):
            continue
        apart = _SUBORDINATE.search(after, 0, match.start())
        if apart and after[: apart.start()].strip():
            break
        if event in _TRANSITIVE and not _passive(after, match):
            continue
        if said and not (reduced or _COORDINATES.search(after, said, match.start())):
            break
        found.append((event, site.end + match.start()))
        reduced = event == "would" or _reduced(match, distance)
        said = match.end()
        if len(found) > 3:
            break
    return found


def introducing(text: str, lead: Sentence, *, law: bool) -> tuple[Event, int] | None:
    """The event that the sentence before a list tells of its items."""
    low = max(lead.start, lead.end - 160)
    last = None
    for match in _cues("object", law).finditer(text, low, lead.end):
        if len(_WORDS.findall(text, match.end(), lead.end)) <= 4:
            last = match
    return None if last is None else (cast(Event, last.lastgroup), last.start())


def _is_said(after: str, cue: re.Match[str], distance: int) -> bool:
    """Whether the words behind an instrument are the cue they look like."""
    event, word = cue.lastgroup, cue[0].lower()
    if event == "expect":
        close = word.startswith("is") and _CLOSE_TO.match(after, cue.start())
        return not close and not _EXPECTED_TO.match(after, cue.start())
    if event == "lapse" and word == "over":
        return _OVER.search(after, 0, cue.end()) is not None or not _GOES_ON.match(after, cue.end())
    if event == "lapse":
        return not _FAILED_TO.match(after, cue.start())
    if event == "propose" and word.startswith("proposal"):
        return distance == 0
    if event == "negotiate" and word.startswith(("talk", "negotiation")):
        return distance == 0  # "trade deal talks"
    if event == "force" and word in _INTRANSITIVE:
        between = after[: cue.start()]
        apart = "," in between and not _WHICH.match(after)
        near = _HELD.match(after, cue.start()) if word == "held" else True
        return not apart and distance <= 6 and bool(near)
    return True


def _reduced(verb: re.Match[str], distance: int) -> bool:
    """Whether a participle only describes the instrument: "the truce agreed in May broke down"."""
    return distance <= 3 and verb[0].lower().split()[0].endswith(("ed", "ck", "en", "de", "out"))


def _passive(after: str, verb: re.Match[str]) -> bool:
    """Whether the participle behind an instrument says what was done to it, not what it did."""
    before = after[: verb.start()].rsplit(maxsplit=3)[-3:]
    if any(word.lower().strip(",") in _AUXILIARIES for word in before):
        return True
    return not _OBJECT_FOLLOWS.match(after, verb.end())
