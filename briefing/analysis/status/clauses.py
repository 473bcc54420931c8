"""The clause around a mention, and the modality of a verb in it.

Rules in the manner of NegEx (Chapman et al. 2001): a cue counts unless a trigger before it in
the same clause says that it has not happened.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Modality = Literal["fact", "planned", "possible", "negated", "conditional", "refused"]

_BOUNDARY = re.compile(
    r"[;:—]|\s[–-]\s|(?<=[^\W\d_]{4})[.!?]\s|,?\s(?:(?<!\ball\s)but(?!\s+(?:was|were|is|has|had|have|fell|failed|died|lapsed|expired|collapsed)\b)|although|though|whereas"
    r"|while|even as)\s|,\s(?:which|who|where|and\s(?:has|have|had|is|are|was|were|will|would))\s"
    r"|,\s{0,3}(?=[“\"])",
    re.IGNORECASE,
)
# "The law, which took effect in May": the clause goes on with what it says of the instrument.
_RELATIVE = re.compile(r"[”\"’)]*(?:\s\([^()]{1,20}\))?,\s(?:which|that)\s", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:not|never|n[o'’]t|cannot|\w+n['’]t|no|nor|neither|without|yet\s+to|fail(?:s|ed|ing|ure)?\s+to"
    r"|unable\s+to|far\s+from|instead\s+of|rather\s+than)\s+(?:\w+\s+){0,4}$"
    r"|\b(?:reject|den[iy]|dismiss|doubt)\w*\s+(?:\S+\s+){1,5}that\s+(?:\S+\s+){0,6}$",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:refus\w+|declin(?:e|es|ed|ing)|reject(?:s|ed)?|threaten\w*|unwilling(?:ness)?|reluctan(?:t|ce))"
    r"\s+(?:to\s+)?(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"\b(?:if|once|(?:until|till)(?!\s+(?:\d|(?-i:[A-Z])))|unless|whether|in\s+case|provided|should\s+(?:it|they|he|she|the)"
    r"|before|pending|subject\s+to|assuming|(?:contingent|conditional|depend\w*)\s+(?:up)?on|(?:importance|urgency|benefits?)\s+of|in\s+order\s+to|so\s+that)\s+(?:\S+\s+){0,15}$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"(?:\b(?:date|place|venue|time(?:line|table)?|deadline|schedule|conditions?|prerequisite)\s+(?:of|for)"
    r"|\bby\s+(?:[^\s,]+\s+){1,8}would\s+have|['’]ll|\bwon['’]t|\b(?:is|are|was|were)\s+to|\b(?:decision|plans?|move|bid|intention|process|notice"
    r"|risk|verge|brink|danger)\s+(?:to|of)|\bclose\s+to|\bnear(?:ing)?|\b(?:said|says|announced|confirmed|declared|told\s\w+)\s+(?:\S+\s+){0,6}?would"
    r"|\b(?:will|shall|(?:is|are|was|were|be|been)\s+(?:\w+\s+)?(?:expected|set|due|scheduled|likely|about|ready"
    r"|poised|slated|to\s+be)|expect(?:s|ed|ing)?|schedul\w+|going\s+to|to\s+be|plan(?:s|ned|ning)?"
    r"|inten(?:d|ds|ded|(?<!of\sinten)t|tion)|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|vow(?:s|ed)?|pledg(?:e|es|ed)|announc(?:e|es|ed)\s+to"
    r"|promis(?:e|es|ed)|prepar(?:e|es|ed|ing)|agreed\s+to|decid(?:e|es|ed)\s+to|ready\s+to))"
    r"\s+(?:\S+\s+){0,5}$",
    re.IGNORECASE,
)
# "hoped that the pact would be signed", "due to come into force"
_FORESEEN = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|confident|optimistic|expect(?:s|ed)?|believ(?:e|es|ed)|sure|aims?)\s+"
    r"(?:that\s+)?(?:[^\s,]+\s+){1,10}(?:will|would|could|can)\s+(?:soon\s+)?(?:be\s+)?$"
    r"|\b(?:due|set|expected|scheduled|slated|committed)\s+to\s+(?:be\s+)?$",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\b(?:(?-i:may)|might|could|would|can|should|must|possibl[ey]|potential(?:ly)?|propos(?:al|als|es|ed)\s+to"
    r"|call(?:s|ed|ing)?\s+(?:on|for|upon)|urg(?:e|es|ed|ing)|want(?:s|ed)?|seek(?:s|ing)?|sought|demand\w*"
    r"|ask(?:s|ed|ing)?|need(?:s|ed)?|effort(?:s)?|attempt\w*|tr(?:y|ies|ied|ying)|push(?:es|ed|ing)?"
    r"|work(?:s|ing|ed)?\s+(?:to|toward|towards)|allow\w*|encourag\w+"
    r"|(?:a|the)\s+view\s+to|aimed\s+at|(?:goal|hope|prospects?|possibility|chances?)\s+(?:of|for)|towards?)"
    r"\s+(?:\S+\s+){0,4}$",
    re.IGNORECASE,
)


# What one was able or proud to do has been done.
_ACHIEVED = re.compile(
    r"\b(?:proud|hono(?:u)?red|pleased|glad|privileged|(?:was|were)\s+able|(?:first|latest|last|(?!with|both)\w+th)"
    r"(?:\s+\w+){0,3}|vot(?:ed|es)(?:\s+\S+){0,8}|managed|came\s+together|got\s+together|help(?:s|ed)?)\s+to\s+(?:\w+ly\s+)?$|\bhelp(?:s|ed)\s+$",
    re.IGNORECASE,
)
_SEEMS = re.compile(r"\b(?:appear|seem)(?:s|ed)?\s+to\s+(?:be\s+|have\s+)?$", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto\s+(?:\w+ly\s+)?$", re.IGNORECASE)
# "The pact, expected to cut losses, was": what stands between the commas is no part of "was".
_RESUMED = re.compile(
    r".*,\s+(?=(?:was|were|is|are|has|have|had|will|would|could|may|might)\s)",
    re.DOTALL | re.IGNORECASE,
)
_BASE = re.compile(r"\w+", re.IGNORECASE)


_REACH = 800  # code points; no clause is longer


class Clause(NamedTuple):
    """A stretch of text between clause boundaries."""

    start: int
    end: int


def around(text: str, start: int, end: int, sentence_start: int, sentence_end: int) -> Clause:
    """The clause of the sentence in which `[start, end)` lies."""
    begin, finish = max(sentence_start, start - _REACH), min(sentence_end, end + _REACH)
    relative = _RELATIVE.match(text, end, finish)
    for match in _BOUNDARY.finditer(text, begin, finish):
        if relative and match.start() < relative.end() and match.start() >= end:
            continue
        if match.end() <= start:
            begin = match.end()
        elif match.start() >= end:
            finish = match.start()
            break
    return Clause(begin, finish)


def modality(text: str, clause: Clause, at: int) -> Modality:
    """Whether what the verb at `at` says has happened, is planned, or is only spoken of."""
    before = text[max(clause.start, at - 120) : at]
    resumed = _RESUMED.match(before)
    if resumed:
        before = before[resumed.end() :]
    if _REFUSED.search(before):
        return "refused"
    if _NEGATED.search(before):
        return "negated"
    if _CONDITIONAL.search(before):
        return "conditional"
    if _SEEMS.search(before):
        return "fact"
    if _PLANNED.search(before) or _FORESEEN.search(before):
        return "planned"
    if _ACHIEVED.search(before):
        return "fact"
    if _POSSIBLE.search(before):
        return "possible"
    if _INFINITIVE.search(before):
        verb = _BASE.match(text, at)
        if verb and not verb.group().lower().endswith(("ing", "ed", "ion", "al")):
            return "possible"
    return "fact"
