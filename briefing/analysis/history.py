"""The statuses that a document itself gives an instrument, each with its sentence and its date.

The status of an agreement is the one that counts at the document's date; its history also keeps
the earlier ones that are told beside it ("signed in 2010, extended in 2021"). What only follows
from a sentence, such as that a treaty one will ratify has been signed, is not told by it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.analysis.briefing import Report, Status
from briefing.analysis.instrument_phrases import Instrument
from briefing.analysis.instrument_words import words
from briefing.analysis.occasions import EVENTS, Calendar
from briefing.analysis.status import Finding

_TELLING: dict[Status, frozenset[str]] = {
    "proposed": frozenset(("propose", "proposed", "planned", "draft")),
    "under_negotiation": frozenset(("negotiate",)),
    "expected": frozenset(("sign", "expect", "upcoming", "pending", "tentative")),
    "signed": frozenset(("sign", "approve")),
    "ratified": frozenset(("ratify",)),
    "in_force": frozenset(("force", "resume", "revive", "extend")),
    "suspended": frozenset(("suspend",)),
    "terminated": frozenset(("terminate", "void", "defunct")),
    "lapsed": frozenset(("lapse", "collapsed", "expired")),
    "rejected": frozenset(("reject",)),
    "bill": frozenset(("chamber", "introduce", "propose")),
    "enacted": frozenset(("enact",)),
    "repealed": frozenset(("repeal",)),
}
"""The events that say a status outright. Statuses that follow from others are not told."""

_WORD = re.compile(r"[\w-]+")
_LEAST = 2.5  # the weight of a finding that is told
_MOST = 3  # sentences that tell one status
_REACH = 120  # code points between a verb and its object
_IRREGULAR = words(
    "struck brought put withdrew withdrawn left quit tore torn took went came gone fell broke "
    "broken ran became"
)
_DONE = re.compile(
    r"in_?\s?(?:force|effect)|holds|remains?\b|royal|is\s+law|unlawful|unconstitutional|illegal",
    re.IGNORECASE,
)
# What has been done, as a noun: "the signing of the accord", "its withdrawal from the pact".
_DEED = re.compile(
    r"(?:signing|signature|conclusion|adoption|ratification|extension|renewal|suspension|withdrawal"
    r"|termination|abrogation|enactment|passage|collapse|breakdown|entry\s+into\s+force)\b",
    re.IGNORECASE,
)
_OF_SOMEONE = re.compile(
    r"(?:\bthe|['’]s|\b(?:his|her|its|their|our|recent|formal|historic|announc\w+|after|following))\s+"
    r"(?:\w+\s+)?$",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:if|when|whenever|once|until|unless|would|should|could|any|whether|before)\s+(?:\S+\s+){0,6}$",
    re.IGNORECASE,
)
_WILL = re.compile(r"\b(?:will|shall)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"\b(?:was|were|is|are|be|been|being|has|have|had|got)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_ENDED = frozenset[Status](("suspended", "terminated", "lapsed", "repealed", "rejected"))
_ACTIVE = frozenset(("sign", "ratify", "suspend", "terminate", "reject", "enact", "repeal"))
"""What is done to an instrument: behind its name the verb is a passive."""
_NO_STATUS = re.compile(
    r"implement|enforc|draft|voted\s+against|want|seek|sought|demand|call|push|hope|need|idea|pursu"
    r"|prospect|possibility|consider|debat|support|back|oppos|goes|heads|moves|committed|plans?\s+for"
    r"|signed\s+(?:up|off)\b|broken?\s+(?:new\s+)?ground",
    re.IGNORECASE,
)
# A law is in force where its effect is spoken of; a pact also where it has been extended.
_LAW_IN_FORCE = re.compile(
    r"\S+(?:\s+\S+){0,2}\s+(?:effect|force)\b|in\s+(?:effect|force)\b", re.IGNORECASE
)
_NEVER = re.compile(
    r"(?:n[o’']t|never|not)\s+(?:think|believe|know|say)\b|\byet\s+to\b", re.IGNORECASE
)
# "It was then that we left the pact", told of those who governed before.
_RECALLED = re.compile(
    r"\b(?:predecessor|previous|prior|former|last\s+(?:administration|government)|had|when|after)\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\s")
_PREPOSITION = re.compile(
    r"\s(?:of|for|under|in|within|through|about|to|from|by|with|at|toward|towards)\s", re.IGNORECASE
)
_ITS_MAKING = re.compile(
    r"\b(?:creation|formation|establishment|launch|signing|conclusion|completion|passage|start|text"
    r"|terms|operation|implementation|extension|renewal|suspension|ratification|adoption|withdrawal"
    r"|termination)\s+(?:of|from)\s",
    re.IGNORECASE,
)


def reports(
    findings: Iterable[Finding],
    calendar: Calendar,
    mentions: Sequence[Instrument],
) -> tuple[Report, ...]:
    """The statuses that are told, in reading order: of each and its date the surest sentence.

    Of a status whose sentences give no date, or different ones, the surest few are kept.
    """
    law = any(mention.family == "law" for mention in mentions)
    best: dict[tuple[Status, str | None], tuple[float, Report]] = {}
    for finding in findings:
        if finding.weight < _LEAST or finding.event not in _TELLING.get(finding.status, ()):
            continue
        if not _asserted(calendar.text, finding, mentions, law):
            continue
        date = calendar.told(finding)
        sentence = finding.sentence
        report = Report(finding.status, sentence.start, sentence.end, date)
        key = finding.status, date
        if key not in best or finding.weight > best[key][0]:
            best[key] = finding.weight, report
    told = sorted(best.values(), key=lambda one: (-one[0], one[1].start))
    count = Counter[Status]()
    kept = []
    for _, report in told:
        count[report.status] += 1
        if count[report.status] <= _MOST:
            kept.append(report)
    return tuple(sorted(kept, key=lambda report: (report.start, report.date or "")))


def _asserted(text: str, finding: Finding, mentions: Sequence[Instrument], law: bool) -> bool:
    """Whether the words of a finding say that it is so, not that someone wants or fears it."""
    at, sentence = finding.at, finding.sentence
    if finding.event not in EVENTS:  # an adjective: "the draft treaty"
        return True
    before = text[max(sentence.start, at - _REACH) : at]
    if _NO_STATUS.match(text, at) or _NEVER.search(before):
        return False
    if law and finding.status == "in_force" and not _LAW_IN_FORCE.match(text, at):
        return False
    if finding.status in ("proposed", "under_negotiation", "expected", "bill"):
        return True
    if finding.status in _ENDED and _RECALLED.search(before):
        return False
    unsure = finding.status in _ENDED or finding.status == "in_force"
    if unsure and (_UNSURE.search(before) or " would have " in before):
        return False
    word = _WORD.match(text, at)
    verb = word.group().lower() if word else ""
    if _DEED.match(text, at):
        return bool(_OF_SOMEONE.search(before)) and not _UNSURE.search(before)
    if finding.event == "suspend" and _WILL.search(before):
        return True
    past = verb.endswith("ed") or verb in _IRREGULAR or _DONE.match(text, at)
    present = (
        verb.endswith("s")
        and not verb.endswith("ss")
        and finding.event in ("sign", "ratify", "enact", "suspend")
    )
    if not (past or present) or (present and _UNSURE.search(before)):
        return False
    follows = bisect_left(mentions, at, key=lambda mention: mention.start)
    near = min(sentence.end, at + _REACH)
    if follows < len(mentions) and mentions[follows].start < near:
        between = text[at : mentions[follows].start]
        if verb.startswith("welcom") and not _ITS_MAKING.search(between):
            return False
        return not _about_another(between)
    if follows and _POSSESSIVE.match(text, mentions[follows - 1].end):
        return False  # "the Act's reign has ended" ends no act
    return finding.event not in _ACTIVE or bool(_AUXILIARY.search(before))


def _about_another(between: str) -> bool:
    """Whether the object of a verb is something of the instrument: "announced the goals of it"."""
    first = _WORD.match(between)
    words = _ITS_MAKING.sub("", between[first.end() if first else 0 :])
    # "Withdrew from", "signed on to": what follows the verb at once belongs to it.
    words = re.sub(r"^(?:\s+(?:on|up|out|into|back))?\s+(?:of|to|from|on|upon|into)\s", " ", words)
    return _PREPOSITION.search(words) is not None
