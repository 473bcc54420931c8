"""What the text says to be the same: "the Ports Act, also known as the Harbour Law"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from briefing.analysis.briefing import Sentence
from briefing.analysis.instruments.identity import Cluster, different_sides
from briefing.analysis.instruments.phrases import Instrument

_KNOWN_AS = re.compile(
    r"(?:\s[\w\s’'-]{2,40})?[,\s(“\"]*(?:\([^()]{1,20}\))?[,\s(]*(?:(?:which\s+is|is|that\s+is|now|also|commonly|better"
    r"|informally|formally|previously|officially)\s+)*(?:known\s+as|called|dubbed|nicknamed|titled"
    r"|named|renamed|referred\s+to\s+as|or)\s+(?:the\s+|a\s+)?[“\"‘'(]*"
    r"|,\s+(?:formally|officially|full(?:y|\s+name))\s+(?:the\s+)?[“\"‘'(]*",
    re.IGNORECASE,
)
# "The Lima Accord, as the deal is known"
_AS = re.compile(r",\s+as\s+(?:the|this)\s+")
_IS_KNOWN = re.compile(r"\s+(?:is|was|has\s+become|came\s+to\s+be)\s+(?:known|called)\b")
# "The Lima Statute, the founding treaty of the bloc"
_APPOSED = re.compile(r",\s+(?:the|an?|its|their)\s+(?:[a-z-]+\s+)?")
# "The Lima Act, a 40-million-dollar bill to widen roads"
_APPOSED_ONE = re.compile(r",\s+an?\s+(?:[\w$€£-]+\s+){0,2}")
_LISTED = re.compile(r",?\s+(?:and|or)\b")
_CONTINUED = re.compile(r"\s+(?:of|that|which|signed|governing|under|between|with)\b")
# "The Lima Protocol is the only global treaty", "..., the most widely ratified treaty in history"
_PREDICATE = re.compile(
    r"\b(?:is|was|are|were|remains?|became)\s+(?:to\s+date\s+|now\s+|still\s+|also\s+)?"
    r"(?:the|an?|one\s+of\s+the)\s+(?:[\w-]+\s+){0,5}$"
)
_SUPERLATIVE = re.compile(r",\s+the\s+(?:most|least|first|only|last|\w+est)\s+(?:[\w-]+\s+){0,5}$")
_DASHED = re.compile(r"\s?[–—]\s?(?:an?|the)\s+(?:[\w-]+\s+){0,3}$")
_REACH = 160  # code points between the two


def same_by_statement(
    text: str, mentions: Sequence[Instrument], sentences: Sequence[Sentence]
) -> dict[int, Instrument]:
    """For the start of each description that says what an instrument is, the mention of that."""
    starts = [sentence.start for sentence in sentences]
    said: dict[int, Instrument] = {}
    for mention, following in pairwise(mentions):
        if following.form != "description" or following.start - mention.end > _REACH:
            continue
        if bisect_right(starts, mention.start) != bisect_right(starts, following.start):
            continue
        between = text[mention.end : following.start]
        if not any(rule.search(between) for rule in (_PREDICATE, _SUPERLATIVE, _DASHED)):
            continue
        if "law" in (mention.family, following.family) and mention.family != following.family:
            continue
        if not different_sides(mention, following):
            said[following.start] = mention
    return said


def merge_renamed(text: str, clusters: list[Cluster], mentions: Sequence[Instrument]) -> None:
    """Join the two names of "the Ports Act, also known as the Harbour Law"."""
    for mention, following in pairwise(mentions):
        between = text[mention.end : following.start] if following.start - mention.end < 60 else "."
        apposed = (
            mention.form == "name"
            and following.form != "name"
            and _APPOSED.fullmatch(between) is not None
            and _CONTINUED.match(text, following.end) is not None
        )
        apposed = apposed or (
            mention.form == "name"
            and following.form == "description"
            and not following.plural
            and (mention.family == "law") == (following.family == "law")
            and _APPOSED_ONE.fullmatch(between) is not None
            and _LISTED.match(text, following.end) is None
        )
        # "the arms pact START"
        apposed = apposed or (
            between == " " and mention.name[-1].islower() and following.name.isupper()
        )
        apposed = apposed or bool(_AS.fullmatch(between) and _IS_KNOWN.match(text, following.end))
        if not apposed and not _KNOWN_AS.fullmatch(text, mention.end, following.start):
            continue
        one = next((c for c in clusters if mention in c.mentions), None)
        other = next((c for c in clusters if following in c.mentions), None)
        if one is not None and other is not None and one is not other:
            for moved in other.mentions:
                one.add(moved)
            clusters.remove(other)
