"""What is said of an instrument through a noun: talks on it, its signing, the withdrawal from it.

"The signing of the pact was postponed" postpones the signing, and "suspended the termination of
the pact" keeps the pact. The noun stands before the instrument ("ratification of the treaty") or
behind it ("treaty ratification"); what governs the noun and what is said of it decide.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.analysis.briefing import Status
from briefing.analysis.status.cues import Event

# "changes to the pact", "a bid to join the pact": what is done to them is not done to the pact.
_PART = re.compile(
    r"\b(?:changes?|amendments?|modifications?|revisions?|reforms?|overhaul|review|successors?|alternatives?|replacements?"
    r"|parts|provisions?|clauses?|aspects?|objections?|reservations?|opposition|criticism|concerns?"
    r"|bid|application|request|attempt|motion)\s+(?:to|of|on|for|about|over)\s+(?:[^\s,;]+\s+){0,4}$",
    re.IGNORECASE,
)
_KEPT = re.compile(r"\b(?:extend|renew|prolong|implement|amend|chang|successor|replac)", re.I)


class Reading(NamedTuple):
    """What a noun makes of an instrument; `status` is None where the noun alone says nothing."""

    event: Event
    at: int
    status: Status | None
    weight: float


class _Rule(NamedTuple):
    """Governing words before the noun or a predicate behind it, and the status they give."""

    words: re.Pattern[str]
    status: Status
    weight: float


_NOUNS: dict[Event, str] = {
    "negotiate": r"negotiations?|talks|discussions?|(?<!review\s)conference(?=\s+on\b)"
    r"|consultations|work|progress",
    "sign": r"signing\s+ceremony|signing|signature|conclusion|finali[sz]ation|adoption",
    "ratify": r"ratification|approval|accession|endorsement",
    "force": r"implementation|enforcement|application|entry\s+into\s+force",
    "terminate": r"withdrawal|exit|pull-?out|termination|abrogation|cancellation|denunciation"
    r"|scrapping|terminating|abrogating|repeal",
    "suspend": r"suspension",
    "enact": r"passage|enactment",
    "extend": r"extension|renewal|prolongation|continuation",
}
_NAMED = "|".join(rf"(?P<{event}>{nouns})" for event, nouns in _NOUNS.items())
_BETWEEN = r"(?:between\s+(?:\S+\s+){1,6})?"
_PREPOSITION = r"(?(negotiate)(?:on|over|about|for|towards?)|(?:of|from|to|with|by|for))"
_BEFORE = re.compile(
    rf"\b(?:{_NAMED})\s+{_BETWEEN}{_PREPOSITION}\s+(?:[^\s,;]+\s+){{0,5}}$", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"(?:['’]s)?\s+(?:and\s+(?:\w+\s+){{1,2}}(?=talks|negotiations))?(?:{_NAMED})(?![\w-])",
    re.IGNORECASE,
)


def _governs(words: str, status: Status, weight: float) -> _Rule:
    """Words that stand before the noun, with few words between."""
    pattern = rf"\b(?:{words})[^\s,]*\s+(?:[^\s,]+\s+){{0,4}}$"
    return _Rule(re.compile(pattern, re.IGNORECASE), status, weight)


def _says(words: str, status: Status, weight: float) -> _Rule:
    """Words that begin right behind it."""
    pattern = rf"\s*(?:[^\s,]+\s+){{0,2}}(?:{words})"
    return _Rule(re.compile(pattern, re.IGNORECASE), status, weight)


_HOLDS = (
    r"suspend|postpon|delay|halt|revers|recall|put\s+off|put\s+on\s+hold|on\s+hold|defer|freez|froze"
    r"|revok|block|avert|avoid|prevent|rule[sd]?\s+out|oppos|reject"
)
_FORESEES = (
    r"postpon|delay|put(?:s|ting)?\s+off|cancel|call(?:s|ed|ing)?\s+off|await|expect|authori[sz]|approv"
    r"|clear|prepar|plan|due|schedul|set\b|ready|pending|will\b|would\b|to\s+take\s+place"
    r"|imminent|upcoming|forthcoming"
)
_GOVERNING: dict[Event, tuple[_Rule, ...]] = {
    "negotiate": (
        _governs(r"conclude[sd]|complete[sd]?\b|finali[sz]ed|wraps?\s+up|wrapped", "signed", 3.9),
    ),
    "sign": (
        _governs(_FORESEES, "expected", 5.2),
        _governs(r"ahead\s+of|before", "expected", 4),
    ),
    "ratify": (
        _governs(r"complet|finali[sz]|deposit|vot(?:ed|es)\s+for", "ratified", 5.5),
        _governs(r"sign\w*\s+(?:the|an|its)\s+instruments?", "ratified", 5.5),
        _governs(r"delay|await|pend|requir|need|block|stall|urg|subject|seek|call", "signed", 4),
    ),
    "force": (
        _governs(r"suspend|halt|froze|freez|pause", "suspended", 6.5),
        _governs(r"delay|postpon|await|block", "signed", 4),
        _governs(r"start|began|begin|begun|launch", "in_force", 6),
    ),
    "terminate": (
        _governs(_HOLDS, "in_force", 7.3),
        _governs(r"order|start|begin|began|initiat|process|notice|notif|trigger", "in_force", 4.5),
        _governs(r"threat|consider|plan|propos|study|weigh|mull|call|urg|demand", "in_force", 3),
    ),
    "suspend": (
        _governs(r"lift|end(?:s|ed|ing)?\b|cancel|revers", "in_force", 7.3),
        _governs(r"announc|declar|confirm|notif|order", "suspended", 7),
    ),
    "extend": (
        _governs(r"agree|sign|announc|approv|seal|reach|secur|welcom", "in_force", 6.2),
    ),
}  # fmt: skip
_PREDICATES: dict[Event, tuple[_Rule, ...]] = {
    "negotiate": (
        _says(r"(?:were|was|been|are)\s+(?:conclud|complet|wrapp)ed", "signed", 3.9),
        _says(r"", "under_negotiation", 4),
    ),
    "sign": (
        _says(_FORESEES, "expected", 5.2),
        _says(r"(?:is|are)\s+(?:on|in|at|next)\b", "expected", 5.2),
    ),
    "ratify": (
        _says(r"(?:is|was|were|been)\s+(?:complete|done|approved|finali[sz]ed)", "ratified", 5.5),
        _says(r"expect|delay|await|pend|require|need|block|stall|fail|depend|will\b", "signed", 4),
    ),
    "force": (
        _says(r"(?:is|was|were|been)\s+(?:suspend|halt|froze|paus)", "suspended", 6.5),
        _says(r"delay|postpon|will\b|expect|due", "signed", 4),
        _says(r"start|began|begin|begun|under\s+way|underway|continu", "in_force", 6),
    ),
    "terminate": (
        _says(_HOLDS, "in_force", 7.3),
        _says(r"process|will\b|would\b|due|suppos|to\s+take|plan|notice", "in_force", 4.5),
    ),
    "enact": (_says(_FORESEES, "bill", 4),),
    "suspend": (_says(r"lift|end(?:s|ed)?\b", "in_force", 7.3),),
    "extend": (_says(r"", "in_force", 4.2),),
}  # fmt: skip
_REACH = 110  # code points from the instrument to the noun that stands before it
_GOVERNED = 60  # code points from the noun to what governs it
_SAID = 60  # code points behind the instrument or the noun


def reading(text: str, low: int, start: int, end: int, high: int) -> Reading | None:
    """What a noun makes of the instrument `[start, end)`; it stands within `[low, high)`."""
    behind = _BEHIND.match(text, end, high)
    before = None if behind else _BEFORE.search(text, max(low, start - _REACH), start)
    noun = behind or before
    if noun is None:
        part = _PART.search(text, max(low, start - _REACH), start)
        return Reading("use", part.start(), "in_force", 1.2) if part else None
    event = _event(noun)
    if event == "negotiate" and _KEPT.search(noun.group()):
        return Reading("use", noun.start(event), "in_force", 4)
    said = noun.end() if behind else end
    begins = start if behind else noun.start()
    governs_from = max(low, begins - _GOVERNED)
    governing = text[governs_from:begins]
    predicate = text[said : min(high, said + _SAID)]
    for rule in _GOVERNING.get(event, ()):
        if verb := rule.words.search(governing):
            deed: Event = "suspend" if rule.status == "suspended" else event
            return Reading(deed, governs_from + verb.start(), rule.status, rule.weight)
    for rule in _PREDICATES.get(event, ()):
        if rule.words.match(predicate):
            return Reading(event, noun.start(event), rule.status, rule.weight)
    return Reading(event, noun.start(event), None, 0)


def _event(noun: re.Match[str]) -> Event:
    return next(event for event in _NOUNS if noun[event])
