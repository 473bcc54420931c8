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

from briefing.analysis import clauses, nominals
from briefing.analysis.briefing import Sentence, Status
from briefing.analysis.clauses import Modality
from briefing.analysis.instrument_phrases import YEAR, Instrument
from briefing.analysis.instrument_words import words
from briefing.analysis.status_cues import OBJECT, SUBJECT, Event, compiled
from briefing.analysis.status_outcomes import ADJECTIVES, LAWS, PACTS

# "... after Peru left the pact": what one of the parties did before.
_BACKGROUND = re.compile(
    r"\b(?:after|since|when|ever since|following)\s+(?:\S+\s+){1,8}$", re.IGNORECASE
)
_COURT = re.compile(
    r"\b(?:declared|courts?|judges?|justices|tribunal|ruled|ruling)\b", re.IGNORECASE
)
# "takes effect on Sunday": the present tense with a date is a future.
_SCHEDULED = re.compile(
    r"(?:takes|goes|comes|enters|begins|starts)\s+(?:(?:into\s+)?(?:effect|force)\s+)?"
    r"(?:on|from|in|at|next|this|within|after|when|once)\s",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NOMINAL = re.compile(r"ratification|accession", re.IGNORECASE)
# "expires", "the expiring pact": it has not yet, but in a headline that gives no day.
_TO_LAPSE = re.compile(
    r"(?:expires?|expiring|lapses|collapsing|collapses|ends|(?:runs|running)\s+out)\b", re.I
)
_DAY_GIVEN = re.compile(r"\S+\s+\S*\s*(?:on|in|at|next|this|after|when|later|soon|by)\b", re.I)
_RELATIVE = re.compile(r"\b(?:that|which|who)\s+(?:\w+\s+)?$", re.IGNORECASE)
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
_PARTICIPLE = re.compile(r"\w+ing\b", re.IGNORECASE)
_REVIVAL = re.compile(r"\w+(?:ion|al)\s+of\b", re.IGNORECASE)
# "by peers when it continues": what is said of "it" is not said in the main clause.
_SUBORDINATE = re.compile(
    r"\b(?:when|if|after|before|because|as|since|while|until|unless|once)\s+"
    r"(?:it|they|he|she|we|the|an?|[A-Z]\w+)\s"
)
_LEGISLATURE = re.compile(
    r"\b(?:parliaments?|senat\w+|lawmakers|legislat\w+|deputies|mps|congress|assembly|chamber|house"
    r"|duma|majlis|knesset|bundestag)\b",
    re.IGNORECASE,
)
# A defeat over the bill is not the end of it.
_DEFEAT = re.compile(r"defeats?\b(?!\s+(?:the|an?|its|his|her|their|this|that)\b)", re.I)
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
_TO_BRING = re.compile(r"(?:bring|bringing|put|putting)\b", re.IGNORECASE)
_LASTING = words("treaty convention covenant protocol charter")
_FAILED_TO = re.compile(r"failed\s+(?:to|in)\b", re.IGNORECASE)
_BOTH = re.compile(
    r"\bboth\s+(?:houses|chambers)|house\s+and\s+(?:the\s+)?senate|senate\s+and\s+(?:the\s+)?house"
    r"|final\s+(?:reading|passage|approval|vote)|signed",
    re.IGNORECASE,
)
_CHAMBER = re.compile(
    r"\b(?:(?<!white )house|senate|senators|mps|commons|lords|committee|lok sabha|rajya sabha"
    r"|lower house|upper house|house of representatives|in principle|cabinet"
    r"|(?:first|second|preliminary) (?:reading|vote))\b",
    re.IGNORECASE,
)
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


class Finding(NamedTuple):
    """A status that a sentence gives an instrument; `weight` is how sure that is.

    `at` is where the words for `event` stand, `modality` whether it has happened.
    """

    weight: float
    at: int
    status: Status
    event: str
    sentence: Sentence
    modality: Modality = "fact"


@cache
def _cues(side: str, law: bool) -> re.Pattern[str]:
    events = frozenset(event for event, _ in (LAWS if law else PACTS))
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
        sentence, law = site.sentence, site.mention.family == "law"
        clause = clauses.around(text, site.start, site.end, sentence.start, sentence.end)
        low, high = max(clause.start, site.low), min(clause.end, site.high)
        noun = nominals.reading(text, low, site.start, site.end, high)
        if noun and law and noun.event not in ("suspend", "terminate", "extend", "use"):
            noun = None
        if noun and noun.status:
            found.append(Finding(noun.weight, noun.at, noun.status, noun.event, sentence))
        else:
            for event, at in _events(text, site, clause, nominal=noun is not None):
                finding = _finding(text, clause, sentence, event, at, law=law)
                if finding is not None:
                    found.append(finding)
        found += _by_adjective(text, site.mention, sentence)
        found += _by_name(text, site.mention, sentence)
    return found


def _finding(
    text: str, clause: clauses.Clause, sentence: Sentence, event: Event, at: int, *, law: bool
) -> Finding | None:
    """What an event at `at` says of the status, and how sure it is."""
    modality = _modality(text, clause, sentence, event, at)
    if text[max(clause.start, at - 5) : at] == "ever ":
        return None
    if event == "void" and not _COURT.search(text, clause.start, clause.end):
        return None  # a critic's word
    outcome = (LAWS if law else PACTS).get((event, modality))
    if law and event == "enact" and modality == "fact" and _by_one_chamber(text, clause):
        outcome = "bill", 4
    if outcome is None:
        return None
    status, weight = outcome
    if event == "approve" and not law and _LEGISLATURE.search(text, clause.start, at):
        if status == "signed":
            status, weight, event = "ratified", 5.4, "ratify"
        elif modality in ("planned", "negated", "conditional"):
            status, weight = "signed", 3.5
    before = text[max(clause.start, at - 120) : at]
    if weight >= 6 and _HAD.search(text, clause.start, at):
        weight = 3.5  # an end that was told of as background
    elif event == "terminate" and _BACKGROUND.search(before):
        weight = 4.5
    elif event in ("reject", "terminate") and modality == "fact" and _RELATIVE.search(before):
        weight = 3.5  # "rebels who rejected the accord"
    return Finding(weight, at, status, event, sentence, modality)


def _modality(
    text: str, clause: clauses.Clause, sentence: Sentence, event: Event, at: int
) -> Modality:
    """The modality of the words at `at`, with what is peculiar to some events and to headlines."""
    modality = clauses.modality(text, clause, at)
    headline = _is_headline(text, sentence)
    if modality == "possible" and headline and text[max(clause.start, at - 3) : at] == "to ":
        return "planned"  # "Chile to sign pact"
    if event in ("resume", "revive") and text[max(clause.start, at - 10) : at] == "agreed to ":
        return "fact"
    if modality != "fact":
        return modality
    if event == "revive" and (_PARTICIPLE.match(text, at) or _REVIVAL.match(text, at)):
        return "possible"
    if event == "force" and (_SCHEDULED.match(text, at) or _TO_BRING.match(text, at)):
        return "planned"
    if event == "lapse" and _TO_LAPSE.match(text, at):
        told = headline and not _PARTICIPLE.match(text, at)
        return "fact" if told and not _DAY_GIVEN.match(text, at) else "planned"
    return "possible" if _NOMINAL.match(text, at) else "fact"


def decide(found: Iterable[Finding]) -> Finding | None:
    """The finding that counts."""
    return max(found, key=lambda finding: (finding.weight, finding.at), default=None)


def _events(
    text: str, site: Site, clause: clauses.Clause, *, nominal: bool
) -> list[tuple[Event, int]]:
    """The events whose words stand before the instrument, their object, or behind it.

    Behind a noun that governs the instrument ("talks on the pact") they are said of the noun.
    """
    events: list[tuple[Event, int]] = []
    law = site.mention.family == "law"
    low = max(clause.start, site.low, site.start - 160)
    high = min(clause.end, site.high, site.end + 240)
    before = text[low : site.start]
    cut = _DETERMINER.search(before)
    last = None
    for match in _cues("object", law).finditer(before, 0, len(before)):
        gap = len(_WORDS.findall(before[match.end() :]))
        bare = match[0].lower() == "agreed" and _AGREED.match(before, match.start())
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
        events.append((cast(Event, last.lastgroup), low + last.start()))
    bringing = _BRINGING.search(before) if _INTO_FORCE.match(text, site.end, high) else None
    if bringing:
        return [("force", low + bringing.start("verb"))]
    # "talks to revive the pact begin"
    within = last is not None and before[: last.start()].endswith("to ")
    if nominal or (within and text[site.end : site.end + 1] != ","):
        return events
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
        events.append((event, site.end + match.start()))
        reduced = event == "would" or _reduced(match, distance)
        said = match.end()
        if len(events) > 3:
            break
    return events


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


def _is_headline(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a line without a full stop, whose present tense tells the past."""
    return sentence.end - sentence.start < 160 and text[sentence.end - 1] not in '.!?:;,”"’)'


def _by_one_chamber(text: str, clause: clauses.Clause) -> bool:
    one = _CHAMBER.search(text, clause.start, clause.end)
    return one is not None and not _BOTH.search(text, clause.start, clause.end)


def _by_adjective(text: str, mention: Instrument, sentence: Sentence) -> list[Finding]:
    words = text[max(sentence.start, mention.start - 40) : mention.start].lower().split()[-3:]
    words += mention.name.lower().split()[:-1]
    found = []
    pact = mention.family != "law" and mention.form != "anaphor"
    if pact and any(YEAR.match(word) for word in words):  # "the 2018 peace pact" has been made
        found.append(Finding(0.5, mention.start, "signed", "year", sentence))
    for word in words:
        outcome = ADJECTIVES.get(word)
        if word in ("future", "possible", "potential") and mention.form == "name":
            continue
        if outcome is not None and (mention.family != "law" or outcome[0] == "in_force"):
            found.append(Finding(outcome[1], mention.start, outcome[0], word, sentence))
    return found


def _by_name(text: str, mention: Instrument, sentence: Sentence) -> list[Finding]:
    """What follows from how an instrument is spoken of, where nothing else is said of it.

    What is called a bill is one. A treaty or an act that goes by its name, and "the deal", are
    spoken of as existing; an agreement in the headline has been reached.
    """
    head = mention.head.lower()
    if mention.family == "law" and head in ("bill", "legislation"):
        return [Finding(2, mention.start, "bill", "name", sentence)]
    if mention.form == "name" and mention.determiner not in ("a", "an", "any"):
        fresh = mention.family != "law" and head not in _LASTING and _is_headline(text, sentence)
        if head == "deal" or fresh:
            return [Finding(0.5, mention.start, "signed", "name", sentence)]
        return [Finding(0.4, mention.start, "in_force", "name", sentence)]
    if mention.family != "law" and mention.determiner in ("the", "this", "its", "their", "our"):
        return [Finding(0.3, mention.start, "signed", "name", sentence)]
    return []
