"""What the document reports of an instrument: signed, in force, expected ...

The clause of each mention is searched for the verb or noun nearest to it that says what happened
to the instrument; its modality decides what that is worth ("may sign" is not "signed"). The
weightiest finding wins, and among equals the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, cast

from briefing.analysis import clauses
from briefing.analysis.briefing import Sentence, Status
from briefing.analysis.clauses import Modality
from briefing.analysis.instrument_phrases import YEAR, Instrument
from briefing.analysis.instrument_words import words
from briefing.analysis.status_cues import OBJECT, SUBJECT, Event, compiled

_ADJECTIVES: dict[str, tuple[Status, float]] = {
    "proposed": ("proposed", 2.5),
    "planned": ("proposed", 2.5),
    "draft": ("proposed", 2.5),
    "potential": ("proposed", 2),
    "possible": ("proposed", 2),
    "future": ("proposed", 2),
    "upcoming": ("expected", 2.5),
    "pending": ("expected", 2.5),
    "existing": ("in_force", 2.5),
    "current": ("in_force", 2.5),
    "tentative": ("expected", 5.2),
    "defunct": ("terminated", 4),
    "collapsed": ("lapsed", 4),
    "expired": ("lapsed", 4),
}
_PACTS: dict[tuple[Event, Modality], tuple[Status, float]] = {
    ("sign", "fact"): ("signed", 5),
    ("sign", "planned"): ("expected", 4),
    ("sign", "possible"): ("proposed", 2),
    ("sign", "conditional"): ("expected", 1.5),
    ("sign", "negated"): ("under_negotiation", 2),
    ("sign", "refused"): ("proposed", 2.5),
    ("ratify", "fact"): ("ratified", 5.5),
    ("ratify", "planned"): ("signed", 3.5),
    ("ratify", "possible"): ("signed", 3),
    ("ratify", "conditional"): ("signed", 3),
    ("ratify", "negated"): ("signed", 3.5),
    ("ratify", "refused"): ("signed", 3.5),
    ("force", "fact"): ("in_force", 6),
    ("force", "planned"): ("signed", 4.5),
    ("force", "possible"): ("in_force", 1),
    ("force", "conditional"): ("signed", 3),
    ("resume", "fact"): ("in_force", 7.2),
    ("void", "fact"): ("terminated", 7),
    ("resume", "planned"): ("in_force", 1),
    ("use", "fact"): ("in_force", 1.5),
    ("use", "planned"): ("in_force", 1),
    ("use", "possible"): ("in_force", 1),
    ("suspend", "fact"): ("suspended", 7),
    ("suspend", "planned"): ("suspended", 4),
    ("terminate", "fact"): ("terminated", 7),
    ("terminate", "planned"): ("in_force", 2.5),
    ("terminate", "possible"): ("in_force", 2),
    ("terminate", "refused"): ("in_force", 2.5),
    ("lapse", "fact"): ("lapsed", 7),
    ("lapse", "planned"): ("in_force", 3),
    ("lapse", "possible"): ("in_force", 2),
    ("reject", "fact"): ("rejected", 6),
    ("negotiate", "fact"): ("under_negotiation", 4),
    ("negotiate", "planned"): ("under_negotiation", 3),
    ("negotiate", "possible"): ("under_negotiation", 2),
    ("propose", "fact"): ("proposed", 3),
    ("propose", "possible"): ("proposed", 3),
    ("propose", "planned"): ("proposed", 3),
    ("expect", "fact"): ("expected", 4),
    ("expect", "possible"): ("expected", 2),
}
_LAWS: dict[tuple[Event, Modality], tuple[Status, float]] = {
    ("enact", "fact"): ("enacted", 5),
    ("enact", "planned"): ("bill", 3),
    ("enact", "possible"): ("bill", 3),
    ("enact", "conditional"): ("bill", 2),
    ("enact", "negated"): ("bill", 3),
    ("chamber", "fact"): ("bill", 4),
    ("introduce", "fact"): ("bill", 2.5),
    ("introduce", "planned"): ("bill", 2.5),
    ("introduce", "possible"): ("bill", 2.5),
    ("propose", "fact"): ("bill", 2.5),
    ("force", "fact"): ("in_force", 5.5),
    ("force", "possible"): ("in_force", 1),
    ("force", "planned"): ("enacted", 5),
    ("resume", "fact"): ("in_force", 7.2),
    ("void", "fact"): ("terminated", 7),
    ("use", "fact"): ("in_force", 1.5),
    ("use", "planned"): ("in_force", 1),
    ("use", "possible"): ("in_force", 1),
    ("suspend", "fact"): ("suspended", 7),
    ("terminate", "fact"): ("terminated", 7),
    ("repeal", "fact"): ("repealed", 7),
    ("repeal", "planned"): ("in_force", 2),
    ("repeal", "possible"): ("in_force", 2),
    ("lapse", "fact"): ("lapsed", 7),
    ("reject", "fact"): ("rejected", 6),
}
# "... after Peru left the pact": what one of the parties did before.
_BACKGROUND = re.compile(
    r"\b(?:after|since|when|ever since|following)\s+(?:\S+\s+){1,8}$", re.IGNORECASE
)
_COURT = re.compile(r"\b(?:courts?|judges?|justices|tribunal|ruled|ruling)\b", re.IGNORECASE)
# "takes effect on Sunday": the present tense with a date is a future.
_SCHEDULED = re.compile(
    r"(?:takes|goes|comes|enters|begins|starts)\s+(?:(?:into\s+)?(?:effect|force)\s+)?"
    r"(?:on|from|in|at|next|this|within|after|when|once)\s",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NOMINAL = re.compile(r"ratification", re.IGNORECASE)
_CHAMBER = re.compile(
    r"\b(?:house|senate|commons|lords|committee|lok sabha|rajya sabha|lower house|upper house"
    r"|house of representatives|(?:first|second|preliminary) (?:reading|vote)|in principle)\b",
    re.IGNORECASE,
)
_TRANSITIVE = frozenset(
    ("sign", "suspend", "terminate", "reject", "repeal", "enact", "ratify", "propose", "introduce")
)
_AUXILIARIES = words("was were is are be been being has have had gets got get to")
_OBJECT_FOLLOWS = re.compile(
    r"\s+(?:the|an?|its|their|his|her|all|any|some|many|more|most|\w+(?:al|ous|ive|ic|ary|ese|an|ish)"
    r"|[a-z]+s)\s",
)
# A comma ends the object of a verb, unless an article follows ("rejected, by one vote, the pact").
_OBJECT_ENDS = re.compile(r",\s(?!(?:[^,]*,\s)?(?:the|an?|and|or|its|their|his|her|this|that)\s)")
_WORDS = re.compile(r"\S+")
_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|this|that|its|their|his|her|our|\S+['’]s)\s+)?(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)


class Finding(NamedTuple):
    """A status that a sentence gives an instrument; `weight` is how sure that is."""

    weight: float
    at: int
    status: Status
    event: str
    sentence: Sentence


@cache
def _cues(side: str, law: bool) -> re.Pattern[str]:
    events = frozenset(event for event, _ in (_LAWS if law else _PACTS))
    return compiled(OBJECT if side == "object" else SUBJECT, events)


class Site(NamedTuple):
    """Where an instrument is mentioned, and the free space around it.

    `[low, high)` goes up to the next mention of another instrument; `[start, end)` is the mention,
    or the list ("the Annex as well as the Framework") that it is part of.
    """

    mention: Instrument
    sentence: Sentence
    start: int
    end: int
    low: int
    high: int


def findings(text: str, sites: Iterable[Site]) -> list[Finding]:
    """What the sentences say of the instrument that is mentioned at `sites`."""
    found: list[Finding] = []
    for site in sites:
        sentence = site.sentence
        clause = clauses.around(text, site.start, site.end, sentence.start, sentence.end)
        law = site.mention.family == "law"
        for event, at in _events(text, site, clause):
            modality = clauses.modality(text, clause, at)
            if event == "force" and modality == "fact" and _SCHEDULED.match(text, at):
                modality = "planned"
            if modality == "fact" and _NOMINAL.match(text, at):
                modality = "possible"
            if text[max(clause.start, at - 5) : at] == "ever ":
                continue
            if event == "resume" and text[max(clause.start, at - 10) : at] == "agreed to ":
                modality = "fact"
            outcome = (_LAWS if law else _PACTS).get((event, modality))
            if event == "void" and not _COURT.search(text, clause.start, clause.end):
                outcome = None  # a critic's word
            if law and event == "enact" and modality == "fact" and _by_one_chamber(text, clause):
                outcome = ("bill", 4)
            if outcome is not None and outcome[1] >= 6 and _HAD.search(text, clause.start, at):
                outcome = (outcome[0], 3.5)  # an end that was told of as background
            if (
                outcome is not None
                and event == "terminate"
                and _BACKGROUND.search(text, max(clause.start, at - 120), at)
            ):
                outcome = (outcome[0], 4.5)
            if outcome is not None:
                found.append(Finding(outcome[1], at, outcome[0], event, sentence))
        found += _by_adjective(text, site.mention, sentence)
        if site.mention.form == "name" and site.mention.name.endswith("Law"):
            found.append(Finding(0.5, site.start, "in_force", "name", sentence))
    return found


def decide(found: Iterable[Finding]) -> Finding | None:
    """The finding that counts."""
    return max(found, key=lambda finding: (finding.weight, finding.at), default=None)


def _events(text: str, site: Site, clause: clauses.Clause) -> list[tuple[Event, int]]:
    events: list[tuple[Event, int]] = []
    law = site.mention.family == "law"
    low = max(clause.start, site.low, site.start - 160)
    high = min(clause.end, site.high, site.end + 240)
    before = text[low : site.start]
    cut = _DETERMINER.search(before)
    last = None
    for match in _cues("object", law).finditer(before, 0, len(before)):
        gap = len(_WORDS.findall(before[match.end() :]))
        if _OBJECT_ENDS.search(before, match.end()):
            continue
        if gap <= 6 and (cut is None or match.start() < cut.end()):
            last = match
    if last is not None:
        events.append((cast(Event, last.lastgroup), low + last.start()))
    after = text[site.end : high]
    for match in _cues("subject", law).finditer(after):
        if len(_WORDS.findall(after[: match.start()])) > 14:
            break
        if match.lastgroup in _TRANSITIVE and not _passive(after, match):
            continue
        events.append((cast(Event, match.lastgroup), site.end + match.start()))
        if not after.startswith(",") or len(events) > 2:
            break
    return events


def _passive(after: str, verb: re.Match[str]) -> bool:
    """Whether the participle behind an instrument says what was done to it, not what it did."""
    before = after[: verb.start()].rsplit(maxsplit=3)[-3:]
    if any(word.lower().strip(",") in _AUXILIARIES for word in before):
        return True
    return not _OBJECT_FOLLOWS.match(after, verb.end())


def _by_one_chamber(text: str, clause: clauses.Clause) -> bool:
    return _CHAMBER.search(text, clause.start, clause.end) is not None


def _by_adjective(text: str, mention: Instrument, sentence: Sentence) -> list[Finding]:
    words = text[max(sentence.start, mention.start - 40) : mention.start].lower().split()[-3:]
    words += mention.name.lower().split()[:-1]
    found = []
    pact = mention.family != "law" and mention.form != "anaphor"
    if pact and any(YEAR.match(word) for word in words):  # "the 2018 peace pact" has been made
        found.append(Finding(0.5, mention.start, "signed", "year", sentence))
    for word in words:
        outcome = _ADJECTIVES.get(word)
        if word in ("future", "possible", "potential") and mention.form == "name":
            continue
        if outcome is not None and (mention.family != "law" or outcome[0] == "in_force"):
            found.append(Finding(outcome[1], mention.start, outcome[0], word, sentence))
    return found
