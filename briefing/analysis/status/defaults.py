"""What follows for an instrument from how it is spoken of, where no verb tells."""

from __future__ import annotations

import re

from briefing.analysis.briefing import Sentence, Status
from briefing.analysis.instruments.phrases import YEAR, Instrument
from briefing.analysis.instruments.words import words
from briefing.analysis.status.outcomes import ADJECTIVES

Told = tuple[Status, float, str]  # the status, how sure it is, and the word it rests on

_WITHOUT = re.compile(r"\bwithout\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
# "a provisional deal on the Ports Regulation": the two chambers of the Union agree on its text.
_AGREED_ON = re.compile(
    r"\b(?:(?:provisional|preliminary|political)\s+(?:\w+\s+)?(?:accord|agreement|deal)\s+(?:on|over)"
    r"|(?:general\s+approach|negotiating\s+(?:mandate|position))\s+on|trilogues?\s+on)"
    r"\s+(?:the\s+)?(?:new\s+)?(?:EU['’]s\s+)?\Z",
    re.IGNORECASE,
)
# "the proposal for a Ports Act", "the draft Ports Act"
_PROPOSED = re.compile(
    r"\b(?:(?:proposals?|plans?)\s+for\s+(?:the|an?)|proposed|draft|planned)\s+(?:new\s+)?\Z",
    re.IGNORECASE,
)
_LASTING = words("treaty convention covenant protocol charter")


def spoken_of(text: str, mention: Instrument, sentence: Sentence, *, headline: bool) -> list[Told]:
    """What the name, the article and the adjectives of a mention say of its status."""
    return [
        *_by_adjective(text, mention, sentence),
        *_by_name(text, mention, sentence, headline=headline),
    ]


def _by_adjective(text: str, mention: Instrument, sentence: Sentence) -> list[Told]:
    words = text[max(sentence.start, mention.start - 40) : mention.start].lower().split()[-3:]
    words += mention.name.lower().split()[:-1]
    found: list[Told] = []
    pact = mention.family != "law" and mention.form != "anaphor"
    if pact and any(YEAR.match(word) for word in words):  # "the 2018 peace pact" has been made
        found.append(("signed", 0.5, "year"))
    for word in words:
        outcome = ADJECTIVES.get(word)
        if word in ("future", "possible", "potential") and mention.form == "name":
            continue
        if outcome is not None and (mention.family != "law" or outcome[0] == "in_force"):
            found.append((outcome[0], outcome[1], word))
    return found


def _by_name(text: str, mention: Instrument, sentence: Sentence, *, headline: bool) -> list[Told]:
    """What follows from how an instrument is spoken of, where nothing else is said of it.

    What is called a bill is one. A treaty or an act that goes by its name, and "the deal", are
    spoken of as existing; an agreement in the headline has been reached.
    """
    head = mention.head.lower()
    if mention.family == "law" and head in ("bill", "legislation"):
        loose = mention.form == "anaphor" or (
            mention.form == "description" and not mention.determiner
        )
        return [("bill", 1 if loose else 2, "name")]
    before = text[max(sentence.start, mention.start - 60) : mention.start]
    if mention.family == "law" and mention.form == "name":
        if _AGREED_ON.search(before):
            return [("bill", 5.5, "agreed on")]
        if _PROPOSED.search(before):
            return [("bill", 1.5, "proposed")]
    if mention.family != "law" and (mention.determiner == "no" or _WITHOUT.search(before)):
        return [("under_negotiation", 1.1, "none")]
    if mention.determiner in ("a", "an", "any"):
        near = text[max(sentence.start, mention.start - 5) : mention.start].lower()
        if mention.family != "law" and near.endswith("new "):
            return [("proposed", 1.1, "new")]
        return []
    if mention.form == "name":
        fresh = mention.family != "law" and head not in _LASTING and headline
        if head == "deal" or fresh:
            return [("signed", 0.5, "name")]
        return [("in_force", 0.4, "name")]
    if mention.family != "law" and mention.determiner in ("the", "this", "its", "their", "our"):
        return [("signed", 0.3, "name")]
    return []
