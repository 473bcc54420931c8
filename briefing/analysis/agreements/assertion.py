"""Whether a sentence says outright what a finding takes from it.

Beside the words for an event stands the instrument: what has been done to it follows the verb as
its object ("signed the pact", "the signing of the pact"), or precedes a passive ("the pact was
signed"). What is wished for, asked, feared, or done to something else of the instrument ("signed
an order under the act") is not said of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefing.analysis.agreements.occasions import EVENTS
from briefing.analysis.briefing import Status
from briefing.analysis.instruments.phrases import Instrument
from briefing.analysis.instruments.words import words
from briefing.analysis.status.status import Finding

_REACH = 160  # code points between a verb and its object
_WORDS_BETWEEN = 9  # of which so many may be words
_ENDED = frozenset[Status](("suspended", "terminated", "lapsed", "repealed", "rejected"))
_DEEDS = frozenset((*EVENTS, "resume", "revive", "void"))
_WORD = re.compile(r"[\w-]+")
_IRREGULAR = words(
    "struck brought put withdrew withdrawn left quit tore torn took went came gone fell broke "
    "broken ran became cut made won got forged drawn hammered"
)

# How each status is told, in the words of the finding.
_PAST: dict[Status, str] = {
    "signed": r"\w+",
    "ratified": r"ratif|acced|consent|approv|adopt|pass",
    "in_force": r"enter|c[ao]me|went|t[ao]k|in\b|remain|rejoin|resum|extend|renew|reviv|restor"
    r"|reinstat|prolong|effective|binding|br[io]|put",
    "suspended": r"suspen|fr[oe]|paus|halt|in\b|on\b|put",
    "terminated": r"terminat|withdr|pull|exit|back|walk|quit|left|scrap|end|cancel|revok|abrogat"
    r"|t[oe][ra]|annul|renounc|abandon|nullif|dissolv|invalidat|overturn|struck|replac|supersed|no\b|call"
    r"|denounc|leav|t[oa]k|declar|unlawful|unconst|void|illegal|quash|set",
    "lapsed": r"laps|expir|collaps|ran\b|fell|br[eo]|unravel|over\b|shatter|c[ao]me|fail"
    r"|(?:is|was)\b",
    "rejected": r"reject|vot|veto|defeat|block|turn|thr[eo]w|fail|died|said",
    "enacted": r"sign|enact|pass|promulgat|adopt|approv|becam|royal|is\s+law|overr|clear|assent",
    "repealed": r"repeal|rescind|revok|abolish|scrap|replac|supersed",
}
_GOING_ON: dict[Status, re.Pattern[str]] = {
    "proposed": re.compile(r"propos|offer|on\s+the\s+table|planned|float", re.IGNORECASE),
    "under_negotiation": re.compile(
        r"(?:re)?negotiat(?:ing(?!\s+table)|ions?)\b|talks\b|under\s+(?:negotiation|discussion)|being\s+negotiated",
        re.IGNORECASE,
    ),
    "expected": re.compile(
        r"(?:co-)?sign|ratif|conclu|finali[sz]|enter|adopt|announc|launch|unveil|enact|pass\b|join|to\s+be"
        r"|expected|due|imminent|scheduled|set\b|ready|open",
        re.IGNORECASE,
    ),
    "bill": re.compile(
        r"introduc|(?:co-)?sponsor(?!s\b)|propos(?!al)|vot(?:ed?|ing)\s+(?:on|for)\b|pass|approv|tabled|clear|sent"
        r"|advanc",
        re.IGNORECASE,
    ),
}
_WILL = re.compile(
    r"(?:\b(?:will|shall)|['’]ll|\b(?:plans?|intends?|intent|set|due|scheduled|agreed|expect(?:s|ed)|going"
    r"|expects\s+\w+|ready)\s+to(?:\s+be)?|\bto\s+be)\s+(?:(?:\w+ly|also|soon|then|now|be)\s+){0,2}$",
    re.IGNORECASE,
)
# "Passed the House": the words in which something is said not to be so, or not yet, or only wished.
_UNREAL = re.compile(
    r"\b(?:if|whether|would|should|could|can|cannot|(?-i:may)|might|must|never|not|unless|until|before|hop(?:e|es|ed|ing)"
    r"|want(?:s|ed)?|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|call(?:s|ed|ing)?\s+(?:for|on)|push(?:es|ed|ing)?"
    r"|need(?:s|ed)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|try|trying|tried|without|no|imagine|wish"
    r"|support(?:s|ed|ing)?|oppos(?:e|es|ed|ing)|commit(?:s|ted|ments?)|to\s+see(?:ing)?|vow(?:s|ed)?|promis\w+|threaten\w*|once"
    r"|as\s+soon\s+as|yet|future|possible|potential|prospects?)\b|n[’']t\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:when|whenever|after|predecessor|previous|prior|former|had)\b", re.I)
_HALF = 7  # words before a verb in which it may be made unreal
_QUESTION = re.compile(r"\?\W*$")
_SELF = re.compile(
    r"signed\s+(?:up|off)\b|endors|broken?\s+(?:new\s+)?ground|ended\s+up\b|put\s+(?:forward|together)"
    r"|agree\w*\s+to\s+(?!(?:an?|the|this|that|its|their|our|new)\b|[A-Z])"
    r"|made\s+(?:public|clear|real|progress|sure)|got\s+(?:to|on)\b|implement|enforc",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"in\s+place|effective|binding|operational|functional", re.IGNORECASE)
# What has been done, as a noun: "the signing of the accord", "its withdrawal from the pact".
_DEED = re.compile(
    r"(?:signing|signature|conclusion|adoption|ratification|extension|renewal|suspension|withdrawal"
    r"|termination|abrogation|enactment|passage|collapse|breakdown|promulgation|repeal|rejection"
    r"|announcement|launch|restoration|reinstatement|denunciation|exit|entry\s+into\s+force)\b",
    re.IGNORECASE,
)
_DONE_DEED = re.compile(
    r"(?:\b(?:since|after|following|with|upon|recent|historic|landmark|successful|welcom\w+|celebrat\w+"
    r"|mark(?:s|ed|ing)?|commemorat\w+|applaud\w*|announc\w+|condemn\w*|thanks\s+to|because\s+of|due\s+to"
    r"|through|secured|achieved|led\s+to|original|formal|noted|anniversary\s+of|witness\w+|attend\w*)"
    r"|['’]s?|\b(?:his|its|their|our|her))\s+(?:(?:the|a|its|their|our|his|her|this|\w+al|\w+ic|\w+ful"
    r"|\S+['’]s?|recent|landmark|bipartisan)\s+){0,3}$",
    re.IGNORECASE,
)
_WILL_THROUGH = re.compile(r"\b(?:will|shall)\s[^.;:]*\b(?:through|by|with)\s+(?:the\s+)?$")
# The conference of those who are party to a convention
_CONFERENCE = re.compile(r"\s?\b(?:CO|MO)P\s?-?\d")
# "Welcomed the extension of"
_GREETED = re.compile(
    rf"(?:welcom|hail|applaud|announc|celebrat|mark|not|prais)\w*\s+(?:\S+\s+){{0,4}}?{_DEED.pattern}",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|after|following|upon|welcom\w+|celebrat\w+|mark\w*|commemorat\w+|applaud\w*|condemn\w*"
    r"|anniversary)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|be|been|being|has|have|had|got)\b", re.IGNORECASE)
_TRANSITIVE = frozenset(
    (
        *("sign", "approve", "ratify", "suspend", "terminate", "reject", "enact", "repeal"),
        *("introduce", "propose", "chamber", "resume", "revive"),
    )
)
"""What is done to an instrument: behind its name the verb is a passive."""
_BY = re.compile(
    r"(?:\w+\s+){1,2}(?:by|in|on|into|last|this|earlier|yesterday|today|at|under|between)\b",
    re.IGNORECASE,
)
# Between an instrument and what is said of it: auxiliaries, adverbs, brackets, a short insertion.
_SAID_OF = re.compile(
    r"['”’\"]?(?:\s?\([^()]{1,60}\))?(?:,[^,;.]{1,60},)?(?:,?\s(?:which|that))?"
    r"(?:[\s,]+(?:was|were|is|are|be|been|being|has|have|had|got|will|shall|also|now|recently|just|finally"
    r"|then|only|first|already|still|officially|currently|later|both|\w+ly|initially|to|and))*\s*",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s(?:that|which|who|whose|where)\s", re.IGNORECASE)
_BEFORE_SUBJECT = re.compile(
    r"\b(?:of|under|in|to|for|with|by|from|on|than|through|via|within|against)\s+(?!which\b|whom\b)"
    r"(?:(?:the|a|an|this|its|our|their|\w+[’']s?)\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\s(?:of|for|under|in|within|through|about|to|from|by|with|at|on|towards?|via|during|against|regarding)\s",
    re.IGNORECASE,
)
_ITS_MAKING = re.compile(
    r"\b(?:creation|formation|establishment|launch|signing|conclusion|completion|passage|start|text"
    r"|terms|operation|application|participation|implementation|extension|renewal|suspension"
    r"|ratification|adoption|withdrawal|termination)\s+(?:of|from|in)\s",
    re.IGNORECASE,
)
_PARTICLE = re.compile(r"^(?:\s+(?:on|up|out|into|back|off))?\s+(?:of|to|from|on|upon|into|for)\s")
_INTO_LAW = re.compile(r"\s+into\s+(?:law|force|effect)\b", re.IGNORECASE)
# "Signed an order allowing the act to be used"
_OTHER_VERB = re.compile(
    r"\b(?!including\b|according\b|sweeping\b|lasting\b|groundbreaking\b|during\b|far-reaching\b)\w{3,}ing\s"
    r"|\s(?:that|which|who|when|where|because|but|is|are|was|were|will|has|have)\s|[;:?!]|[.]\s"
)
_OTHER_THING = re.compile(
    r"\b(?:orders?|directives?|rules?|regulations?|resolutions?|proclamations?|waivers?|amendments?"
    r"|portions?|parts?|elements?|sections?)\b",
    re.IGNORECASE,
)
_ITS_PARTS = re.compile(
    r"[’']?\s+(?:orders?|regulations?|rules?|polic\w+|tariffs?|sanctions?|waivers?|exemptions?|summit"
    r"|(?:\w+\s+)?meetings?|talks|councils?|anniversary"
    r"|negotiat\w+|funds?|funding|programs?|provisions?|grants?)\b",
    re.IGNORECASE,
)
_TALKS_ON = re.compile(
    r"\S+(?:\s+(?:on|for|of|over|about|towards?|regarding|aimed\s+at|with\s+\S+(?:\s\S+)?\s+on|to|between))?"
    r"(?:\s+(?:reach\w*|conclud\w+|clos\w+|secur\w+|finali[sz]\w+|complet\w+|reviv\w+|renew\w*|sign\w*))?"
    r"(?:\s+(?:a|an|the|our|its|their|this|that|new|possible|potential|both))*(?:\s+[\w-]+){0,3}\s+$",
    re.IGNORECASE,
)
_TALKING_SIDES = re.compile(
    r"(?<=\S)\s+(?:between|among)\s+[^.,;:]{1,80}?(?=\s+(?:on|over|about|for|towards?|regarding)\s)"
)
# "In negotiating it they forgot", "when it was being negotiated"
_PAST_TALKS = re.compile(
    r"\b(?:in|by|after|when|while|before|had|was|were)\s+(?:been\s+)?(?:re)?negotiating\b"
    r"|\b(?:was|were|had)\s+(?:\w+\s+)?(?:being|been)\s+(?:re)?negotiated\b",
    re.IGNORECASE,
)
# "After the bill is signed" it will be law.
_ONCE_IT_IS = re.compile(
    r"\b(?:after|when|once|as\s+soon\s+as|by\s+the\s+time)\s+(?:\S+\s+){1,8}?(?:is|are|gets?)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_NO_TALKS = re.compile(
    r"\b(?:cease\w*|end(?:ed|ing)?|without|no|conclu\w+|complet\w+|after|past|years\s+of|requir\w+|helped"
    r"|walk\w*|suspend\w*|halt\w*)\s+(?:\S+\s+){0,4}$",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(r"proposals?\s+(?:for|of|to\s+\w+)\s", re.IGNORECASE)


def asserted(
    text: str, finding: Finding, mentions: Sequence[Instrument], others: Sequence[Instrument]
) -> bool:
    """Whether the words of a finding say that it is so of an instrument.

    `mentions` are the bound ones of the instrument, `others` are of others; both in order.
    """
    at, sentence = finding.at, finding.sentence
    if _QUESTION.search(text, max(sentence.start, sentence.end - 4), sentence.end):
        return False
    if finding.event not in _DEEDS and not _GOING_ON.get(finding.status):  # "the draft treaty"
        return False
    before = text[max(sentence.start, at - 120) : at]
    lead = " ".join(before.split()[-_HALF:])
    if _SELF.match(text, at) or _UNREAL.search(lead):
        return False
    follows = bisect_left(mentions, at, key=lambda mention: mention.start)
    after = mentions[follows] if follows < len(mentions) else None
    if after is not None and after.start < min(sentence.end, at + _REACH):
        if finding.event not in _DEEDS or after.start == at:
            parts = _ITS_PARTS.match(text, after.end) or _CONFERENCE.search(
                text, after.start, after.end + 6
            )
            return parts is None and finding.event not in ("name", "year", "new")
        between = _between(text, at, after.start, others)
        if between is not None and _told_of_object(text, finding, before, between, after):
            return True
    if follows and mentions[follows - 1].start >= sentence.start:
        subject = mentions[follows - 1]
        if follows > 1 and text[mentions[follows - 2].end : subject.start] == " (":
            subject = mentions[follows - 2]  # "the Ports Convention (PC) was signed"
        return _told_of_subject(text, finding, subject, sentence.start)
    return False


def were_talks(text: str, finding: Finding) -> bool:
    """Whether negotiations are spoken of as past: "in negotiating it they forgot the fish"."""
    near = text[max(finding.sentence.start, finding.at - 24) : finding.at + 24]
    return finding.status == "under_negotiation" and _PAST_TALKS.search(near) is not None


def since_then(text: str, finding: Finding) -> bool:
    """Whether a deed is what something else came after: "celebrated the signing on Monday"."""
    before = text[max(finding.sentence.start, finding.at - 60) : finding.at]
    return _DEED.match(text, finding.at) is not None and _SINCE.search(before) is not None


def _between(text: str, at: int, start: int, others: Sequence[Instrument]) -> str | None:
    """The words from a verb to its object, without other objects of it.

    None where the verb belongs to an instrument that stands before it.
    """
    first = bisect_left(others, at, key=lambda other: other.start)
    if first and re.fullmatch(r"[,\s]+(?:was\s|were\s)?", text[others[first - 1].end : at]):
        return None
    pieces, here = [], at
    for other in others[first:]:
        if other.start >= start:
            break
        if other.start >= here:
            pieces.append(text[here : other.start])
            here = min(other.end, start)
    return "".join((*pieces, text[here:start]))


def _told_of_object(
    text: str, finding: Finding, before: str, between: str, mention: Instrument
) -> bool:
    status, at = finding.status, finding.at
    if status == "under_negotiation":
        between = _TALKING_SIDES.sub("", between, count=1)
    if _ITS_PARTS.match(text, mention.end) or len(between.split()) > _WORDS_BETWEEN:
        return False
    if status == "under_negotiation":
        told = _GOING_ON[status].match(between) and _TALKS_ON.fullmatch(between)
        return bool(told) and not _NO_TALKS.search(before)
    own = _PROPOSAL.sub("proposal ", between)
    if _about_another(own):
        return False
    if status == "expected":
        return bool(_GOING_ON[status].match(text, at) and _WILL.search(before))
    if status in _GOING_ON:
        return _GOING_ON[status].match(text, at) is not None and not _WILL.search(
            before if status == "proposed" else ""
        )
    if _GREETED.match(between):
        return True
    if _DEED.match(between):
        to_be = _WILL.search(before) or _WILL_THROUGH.search(before)
        return _DONE_DEED.search(before) is not None and to_be is None
    if not re.match(_PAST.get(status, "$"), between, re.IGNORECASE):
        return False
    if finding.event == "suspend" and _WILL.search(before):
        return True
    if status in _ENDED and _WHEN.search(before):
        return False
    if re.search(r"\b(?:to|an?)\s+(?:\w+\s+)?$", before, re.IGNORECASE):
        return False  # "to sign", "a renewed pact"
    verb = (_WORD.match(between) or re.match("", "")).group().lower()  # type: ignore[union-attr]
    past = verb.endswith("ed") or verb in _IRREGULAR
    adjective = re.search(r"\b(?:the|its|their|our|this|recently|newly)\s+$", before)
    return past and not (adjective and status != "signed")


def _told_of_subject(text: str, finding: Finding, mention: Instrument, start: int) -> bool:
    status, at = finding.status, finding.at
    between = text[mention.end : at]
    if _SAID_OF.fullmatch(between) is None:
        return False
    apart = _RELATIVE.match(f"{between} ") is None  # "part of the pact that was signed"
    if (
        apart
        and _BEFORE_SUBJECT.search(text[start : mention.start])
        and not _ITS_MAKING.search(text[start : mention.start])
    ):
        return False
    if re.search(r"\b[Hh]ad\s+(?:the\s+)?$", text[start : mention.start]):
        return False  # "had the act been in effect"
    if _ONCE_IT_IS.search(text[start:at]):
        return False
    future = re.search(r"\b(?:will|shall|to)\b", between)
    if status in _GOING_ON:
        told = _GOING_ON[status].match(text, at) is not None
        if status == "expected":
            return told and (bool(future) or finding.event == "expect")
        if status == "bill":
            return told and bool(_AUXILIARY.search(between) or _BY.match(text, at))
        return told
    if future and finding.event != "suspend":
        return False
    if not re.compile(_PAST.get(status, "$"), re.IGNORECASE).match(text, at):
        return False
    if finding.event not in _TRANSITIVE and not _IN_PLACE.match(text, at):
        return True
    if _AUXILIARY.search(between):
        return True
    return _BY.match(text, at) is not None


def _about_another(between: str) -> bool:
    """Whether the object of a verb is something of the instrument: "announced the goals of it"."""
    first = _WORD.match(between)
    words = _ITS_MAKING.sub("", _INTO_LAW.sub("", between[first.end() if first else 0 :]))
    # "Withdrew from", "signed on to": what follows the verb at once belongs to it.
    words = _PARTICLE.sub(" ", words)
    return any(one.search(words) for one in (_PREPOSITION, _OTHER_VERB, _OTHER_THING))
