"""What an instrument still depends on, what it leaves out, and who says so: waivers, reservations,
sunsets, "subject to", "before it becomes functional", "according to officials".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.analysis.briefing import Sentence
from briefing.analysis.instruments.phrases import Instrument
from briefing.document import Document

_STOP = r"[^.;:—”\"]"
_END = r"(?=[,.;:”\"]|\sand\s(?:this|it|they|the)\s|$)"
_CONDITION = re.compile(
    rf"\b(?:(?:before|until|unless|once|provided(?:\s+that)?|if|when)\s+(?:it|the\s+\w+|this\s+\w+"
    rf"|they)?\s*(?:is|are|becomes?|enters?|comes?|takes?|can|has\s+been|have\s+been)\s+"
    rf"(?:functional|operational|effective|binding|into\s+(?:force|effect)|in\s+force|effect"
    rf"|ratified|approved|implemented){_STOP}{{0,60}}?(?=[,.;:”\"]|\s(?:are|is|will|would)\s|$)"
    rf"|once\s+(?:operational|functional|ratified|approved|in\s+force|effective)"
    rf"|(?:subject\s+to|conditional\s+(?:on|upon)|contingent\s+(?:on|upon)|on\s+(?:the\s+)?condition"
    rf"\s+(?:that|of)|pending|provided\s+that|in\s+exchange\s+for|in\s+return\s+for)\s+{_STOP}{{3,110}}?"
    rf"{_END}"
    rf"|(?:sunset(?:s|ting)?|expir(?:es?|y|ation))\s+(?:clause|provision|date|on|in|at|after)"
    rf"{_STOP}{{0,60}}?(?=[,.;:”\"]|$)"
    rf"|with\s+(?:a\s+|some\s+)?(?:reservations?|exceptions?|exemptions?){_STOP}{{0,60}}?(?=[,.;:”\"]|$)"
    rf"|unless\s+{_STOP}{{5,110}}?(?=[,.;:”\"]|$))",
    re.IGNORECASE,
)
# What it waits for: "must still be ratified by both", "will take effect once Peru agrees".
_REQUIRED = re.compile(
    rf"\b(?:(?:must|needs?\s+to|ha(?:s|ve)\s+to|ha(?:s|ve)\s+yet\s+to|remains?\s+to)\s+"
    rf"(?:\w+\s+)?be\s+(?:ratified|approved|endorsed|signed|adopted|confirmed)\b|(?:needs?|requires?|awaits?)"
    rf"\s+(?:\w+\s+){{0,2}}(?:ratifications?|approval|consent|assent)\b){_STOP}{{0,90}}?{_END}"
    rf"|(?<=(?:force|ffect)\s)(?:once|after|when|as\s+soon\s+as|only\s+if|if)\s"
    rf"(?={_STOP}{{0,90}}\b(?:ratif|approv|exchang|sign|consent|agree|deposit|adopt))"
    rf"{_STOP}{{5,110}}?{_END}"
    rf"|(?:within\s+)?[\w-]+\s+(?:days|weeks|months|years)\s+(?:after|of|following)\s+"
    rf"(?={_STOP}{{0,60}}\b(?:ratif|approv|sign|deposit|exchang|adopt|accession|publi)){_STOP}{{4,90}}?"
    rf"{_END}"
    rf"|(?:on|with|by\s+giving)\s+[\w-]+\s+(?:days|weeks|months|years)?['’]?\s*(?:written\s+)?notice\b"
    rf"|valid\s+for\s+(?:a\s+period\s+of\s+)?[\w-]+\s+(?:years?|months?)\b",
    re.IGNORECASE,
)
# What may be said of it in the next sentence, which does not name it.
_GOES_ON = re.compile(
    rf"\b(?:subject\s+to\s+(?={_STOP}{{0,60}}\b(?:approval|ratification|consent|clearance|review|vote))"
    rf"{_STOP}{{3,110}}?{_END}"
    rf"|sunsets?\s+(?:on|in|at|after)\s+{_STOP}{{2,60}}?(?=[.;:”\"]|$))",
    re.IGNORECASE,
)
_WAIVER = re.compile(
    rf"\b(?:(?:a|the|an|any|its|presidential|national\s+security)\s+)?(?:\w+\s+)?"
    rf"(?P<waiver>waivers?|exemptions?|carve-outs?|opt-outs?)\b(?:\s+(?:for|from|on|to|of|under)\s+"
    rf"{_STOP}{{2,90}}?(?=[,.;:”\"]|$))?",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"\b(?:according\s+to\s+(?!(?:its|their|his|her|our|this|these)\b|the\s+(?:terms|text|treaty"
    r"|agreement|deal|accord|law|bill|act|plan)\b)(?P<who>(?:[\w’'.-]+\s?){1,8}?)(?=,|\.|;|\s(?:has|have|had|is|are|was|were"
    r"|will|would|says?|said)\s|$)"
    r"|(?P<said>(?:(?!(?:and|or|in|of|by)\s)[\w’'-]+\s){0,4}(?:sources|officials|reports|media|diplomats|official|diplomat"
    r"|delegates|negotiators?|activists|spokes(?:man|woman|person)|ministry|embassy|agency|people(?=\s(?:familiar|close)))"
    r"(?:\s(?:in|from|at|of|close\sto|familiar\swith)(?:\s[\w’'-]+){1,4}?)?)"
    r"\s+(?:said|says?|told|reported|confirmed|announced))",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|no|never|without|n[’']t)\s+(?:\w+\s+)?$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|n[’']t)\s+$", re.IGNORECASE)


class Condition(NamedTuple):
    """The source's words for a condition, and the sentence they stand in."""

    words: str
    sentence: Sentence


def conditions(
    document: Document,
    mentions: Iterable[tuple[Instrument, Sentence]],
    following: Iterable[Sentence] = (),
) -> list[Condition]:
    """The conditions in the sentences of an instrument, and in those `following` them."""
    found: dict[str, Condition] = {}
    for mention, sentence in mentions:
        for match in _matches(document.text, sentence):
            if abs(match.start() - mention.end) > 160 and match.end() < mention.start:
                continue
            if _NOT.search(document.text, sentence.start, match.start()):
                continue
            words = document.slice(*match.span())
            found.setdefault(words.lower(), Condition(words, sentence))
    for sentence in following:
        for pattern in (_GOES_ON, _REQUIRED):
            for match in pattern.finditer(document.text, sentence.start, sentence.end):
                words = document.slice(*match.span())
                found.setdefault(words.lower(), Condition(words, sentence))
    return list(found.values())


def _matches(text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    for pattern in (_CONDITION, _REQUIRED):
        yield from pattern.finditer(text, sentence.start, sentence.end)


def waivers(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[tuple[Instrument, Sentence]],
) -> list[Condition]:
    """Waivers from a law, in the sentences that name it and in those beside them."""
    blocks = {sentence.block for _, sentence in mentions}
    found: dict[str, Condition] = {}
    for sentence in sentences:
        if sentence.block in blocks:
            match = _WAIVER.search(document.text, sentence.start, sentence.end)
            if match and not _DENIED.search(document.text, sentence.start, match.start("waiver")):
                words = document.slice(sentence.start, sentence.end)
                found.setdefault(words.lower(), Condition(words, sentence))
    return list(found.values())


def attribution(document: Document, sentence: Sentence) -> str | None:
    """Who says what `sentence` says, in the words of the source."""
    match = _ATTRIBUTION.search(document.text, sentence.start, sentence.end)
    if match is None:
        return None
    return " ".join((match.group("who") or match.group("said") or "").split()).rstrip(",.") or None
