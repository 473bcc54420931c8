"""Whether an instrument is the object or the subject of a cue that stands near it."""

from __future__ import annotations

import re

from briefing.analysis.instruments.words import words

_AGREED = re.compile(r"agreed\s+(?:that|to|with|not|in|upon|on)\b", re.IGNORECASE)
# "agreed to take the deal forward"
_AGREED_TO = re.compile(
    r"agree(?:d|s|ing)?\s+to\s+(?!the\b|an?\b|its\b|their\b|this\b|that\b)\w+\s+(?:the|an?|its|their|this)\s",
    re.IGNORECASE,
)
_DEEDS = frozenset(("sign", "ratify", "suspend", "terminate", "lapse", "reject", "enact", "repeal"))
_ENDEAVOURED = _DEEDS | {"resume", "revive", "extend"}
# "rejected the treaty referendum": what stands behind the instrument is the object.
_GOVERNED = re.compile(
    r"[ \n](?:changes?|referend\w+|proposals?|offers?|plans?|amendments?|demands?|opponents?"
    r"|critics|votes?|motion|debates?|requests?|bids?|targets?|goals?|deadlines?|provisions?|clauses?|challenges?"
    r"|claims?|committee|commitments|obligations|rules|negotiators?|meetings?|summit|document"
    r"|suspension|withdrawal|violations?)"
    r"(?![\w-])"
)
# Who suspends "all treaty obligations" or "the operation of the treaty" suspends the treaty.
_DUTIES = re.compile(r"[ \n](?:commitments|obligations)(?![\w-])")
_EFFECT = re.compile(
    r"\s+(?:(?:the|its|their|all)\s+)?(?:operation|application|participation)\s+(?:of|in)\s+(?:(?:the|all)\s+)?$"
)
# "made a mockery of the treaty"
_OF = re.compile(
    r"(?!.*\b(?:one|some|most|many|all|each|both|parts?|versions?|drafts?|texts?|sets?|series"
    r"|contents?|wording|terms|pair|numbers?|dozens|types?|kinds?|raft|package|phase|stage|half|range|variety|\w+teen|two"
    r"|three|four|five|six|seven|eight|nine|ten)"
    r"\s+of\b).*\bof\s+(?:(?:the|an?|this|its|their)\s+)?(?:\S+\s+){0,3}$",
    re.IGNORECASE | re.DOTALL,
)
# "was adopted to replace the treaty" was not done to the treaty.
_BEEN = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r"(?!award|offer)\w+(?:ed|en|ck|de)(?:\s+(?:on|upon|up|down))?", re.IGNORECASE
)
_CLEARS_WAY = re.compile(r"clear\w*\s+(?:the\s+)?(?:way|path)\b", re.IGNORECASE)
# A defeat over the bill is not the end of it.
_DEFEAT = re.compile(r"defeats?\b(?!\s+(?:the|an?|its|his|her|their|this|that)\b)", re.I)
_LEFT = re.compile(r"(?:left|leaves?|leaving)\b", re.IGNORECASE)
_IN_A_STATE = re.compile(
    r"\s+(?:on\s+(?:the\s+(?:verge|brink|edge|table)|hold|ice|life|shaky)|at\s+risk"
    r"|in\s+(?:tatters|ruins|limbo|doubt|place|shreds|question|jeopardy)"
    r"|open|without|hanging|dead|facing|unclear)\b"
)
# A comma ends the object of a verb, unless an article follows ("rejected, by one vote, the pact").
_OBJECT_ENDS = re.compile(r",\s(?!(?:[^,]*,\s)?(?:the|an?|and|or|its|their|his|her|this|that)\s)")
# "ended without a deal", "resume when the pact expires": the pact is no object of the verb.
_NONE = re.compile(
    r"\b(?:without|no|when|if|as|until|because|that|after|before|since|while)\b", re.IGNORECASE
)
# "resumes efforts to reach the deal": what is resumed are the efforts.
_ENDEAVOUR = re.compile(
    r"\b(?:efforts?|attempts?|bids?|push|drive|campaign|mediation|initiatives?"
    r"|deadlines?|prospects?|chances?|hopes?)\s+"
    r"(?:to|at|for|on|towards?)\b",
    re.IGNORECASE,
)
# "a monitored and implemented truce"
_ATTRIBUTE = re.compile(
    r"\b(?:the|an?|its|their|this|that)\s+(?:\w+\s+and\s+)?(?:\w+ly\s+)?$", re.I
)
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
# "sets binding targets": that which it sets is so.
_BINDING_WHAT = re.compile(r"\s(?!as\b|is\b|this\b|members?\b)(?:[\w-]+\s)?[a-z-]{3,}s\b")
_HELD = re.compile(
    r"held(?:\s*(?:[.,;]|$)|\s+(?:overnight|for|into|through|on\s+\w+day|as|until|despite|since|after|during"
    r"|firm|so|up|throughout)\b)",
    re.IGNORECASE,
)
_WHICH = re.compile(r",\s(?:which|that)\b", re.IGNORECASE)
_CLOSE_TO = re.compile(r"\w+\s+\w+\s+to\s+(?!completion|being)", re.IGNORECASE)
# "the collapse of the firm", "a broken institution"
_DETERMINED = re.compile(r"\b(?:the|an?|its|their|his|her|of|this|that|any)\s+$", re.IGNORECASE)
_PEOPLE = words("party parties member members")  # of a treaty, if they stand right behind it
_NOUNS = words("states limits guarantees permits grants bans covers")  # as well as verbs
# "significant in holding directors to account", "began negotiating", "began its second reading"
_BY_DOING = re.compile(r"\b(?:in|by|for|of|from|without|while|after|before)\s+$", re.IGNORECASE)
_DOES_IT = re.compile(
    r"\s+(?:(?:its|their|his|her|the|an?)\s+(?!\w*day\b|next\b)"
    r"|(?!holding|operating|working|taking|during|following|starting)\w+ing\b)",
    re.IGNORECASE,
)
_FAILED_TO = re.compile(r"failed\s+(?:to(?!\s+hold)|in)\b", re.IGNORECASE)
_AUXILIARIES = words("was were is are be been being has have had gets got get")
_PARTICIPLES = ("ed", "en", "ck", "de")
# What can follow a participle that has no object: "signed in May", "agreed late on Sunday".
_NO_OBJECT = re.compile(
    r"""\s*(?:$|[^\w\s“"‘$€£]|(?:by|in|on|at|for|with|of|from|to|under|after|before|between
    |among|during|since|until|till|within|without|through|throughout|over|via|into|as|and|or|but
    |while|when|because|so|if|that|than|per|amid|ahead|despite|against|towards?|last|next|this
    |these|earlier|later|late|early|ago|yesterday|today|tonight|overnight|here|there|again|already
    |once|twice|just|now|then|only|together|back|up|down|out|off|altogether|outright|is|was|are|were
    |has|have|had|will|would|could|may|might|\d+|\w+day|\w+ly|half|two|three|four|five|six|seven
    |eight|nine|ten|several|more\sthan|about|around|January|February|March|April|May|June|July
    |August|September|October|November|December|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)(?![\w-]))""",
    re.VERBOSE,
)
_ACTIVE = re.compile(r"agreed\s+(?:to(?!\s+by\b)|that|not)\b", re.IGNORECASE)


def has_object(before: str, cue: re.Match[str], after: str) -> bool:
    """Whether the instrument that stands between `before` and `after` is the object of the cue."""
    start, end, event = cue.start(), cue.end(), cue.lastgroup
    if cue[0].lower() == "agreed" and _AGREED.match(before, start):
        return False
    if _AGREED_TO.match(before, start) or _CLEARS_WAY.match(before, start):
        return False
    if event == "reject" and _DEFEAT.match(before, start):
        return False
    if event == "terminate" and _LEFT.match(before, start) and _IN_A_STATE.match(after):
        return False
    if _OBJECT_ENDS.search(before, end) or _NONE.search(before, end):
        return False
    if event in ("extend", "force") and cue[0].lower().endswith("ed"):
        if _ATTRIBUTE.search(before, 0, start):
            return False  # "the renewed agreement"
    elif event == "extend" and _DETERMINED.search(before, 0, start):
        return False
    if event in _ENDEAVOURED and _ENDEAVOUR.search(before, end):
        return False
    if event in ("approve", "propose") and _GOVERNED.match(after):
        return False
    if event == "suspend" and (_DUTIES.match(after) or _EFFECT.match(before, end)):
        return True
    if event in _DEEDS:
        if _GOVERNED.match(after) or _OF.match(before, end):
            return False
        return not (_BEEN.search(before, 0, start) and _PARTICIPLE.fullmatch(cue[0]))
    return True


def is_said(after: str, cue: re.Match[str], distance: int) -> bool:
    """Whether the words behind an instrument are the cue they look like."""
    event, word = cue.lastgroup, cue[0].lower()
    if event == "expect":
        close = word.startswith("is") and _CLOSE_TO.match(after, cue.start())
        return not close and not _EXPECTED_TO.match(after, cue.start())
    if event == "lapse" and word == "over":
        return _OVER.search(after, 0, cue.end()) is not None or not _GOES_ON.match(after, cue.end())
    if event == "lapse":
        between = after[: cue.start()]
        relative = between.strip() == "that"  # "the pact that expired"
        if (not relative and _DETERMINED.search(between)) or _anew(between):
            return False
        return not _FAILED_TO.match(after, cue.start())
    if event == "use" and word in _PEOPLE:
        return distance == 0
    if event == "use" and word in _NOUNS:
        return distance <= 1
    if event == "propose" and word.startswith("proposal"):
        return distance == 0
    if event == "negotiate" and word.startswith(("talk", "negotiation")):
        return distance == 0  # "trade deal talks"
    if event == "force" and word in _INTRANSITIVE:
        between = after[: cue.start()]
        if _BY_DOING.search(between) or _DOES_IT.match(after, cue.end()):
            return False
        if word == "binding" and _BINDING_WHAT.match(after, cue.end()):
            return False
        apart = "," in between and not _WHICH.match(after)
        near = _HELD.match(after, cue.start()) if word == "held" else True
        return not apart and distance <= 6 and bool(near)
    return True


def _anew(between: str) -> bool:
    """Whether a comma has brought another subject: "staff ratify contract, strike ends"."""
    return between.count(",") == 1 and not _WHICH.match(between) and len(between.split()) > 2


def is_passive(after: str, verb: re.Match[str]) -> bool:
    """Whether the participle behind an instrument says what was done to it, not what it did."""
    before = after[: verb.start()].rsplit(maxsplit=3)[-3:]
    if any(word.lower().strip(",") in _AUXILIARIES for word in before):
        return True
    if before and before[-1].lower() in ("which", "that", "who"):
        return False
    if not verb[0].lower().split()[-1].endswith(_PARTICIPLES):
        return True
    if _ACTIVE.match(after, verb.start()):
        return False
    return _NO_OBJECT.match(after, verb.end()) is not None
