"""What the document reports of an instrument: signed, in force, expected ...

The clause of each mention is searched for the verb or noun nearest to it that says what happened
to the instrument; its modality decides what that is worth ("may sign" is not "signed"). The
weightiest finding wins, and among equals the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import NamedTuple

from briefing.analysis.briefing import Sentence, Status
from briefing.analysis.status import clauses, nominals
from briefing.analysis.status.clauses import Modality
from briefing.analysis.status.cues import Event
from briefing.analysis.status.defaults import spoken_of
from briefing.analysis.status.events import Site, events, introducing
from briefing.analysis.status.outcomes import LAWS, PACTS

# "... after Peru left the pact": what one of the parties did before.
_BACKGROUND = re.compile(
    r"\b(?:after|since|when|ever since|following)\s+(?:\S+\s+){1,8}$", re.IGNORECASE
)
# "The Senate passed it", whatever both chambers do about it later
_CHAMBER_ALONE = re.compile(
    r"(?<!\band\s)(?<!\band\sthe\s)\b(?:Senate|House)\s(?:(?:has|had|also|\w+ly)\s)*$"
)
_BESIDE = 100  # code points from a verb to the chamber that does it
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
_DAY_GIVEN = re.compile(
    r"(?!collaps)\S+\s+\S*\s*(?:on|in|at|next|this|after|when|later|soon|by)\b", re.IGNORECASE
)
_UNTIL = re.compile(r"\buntil\b", re.IGNORECASE)
# "the last time a bill was defeated": some bill or other.
_EVER = re.compile(
    r"\bever\s+$|\b(?:last|first|only|every|each|next)\s+time\s+(?:\S+\s+){1,6}$", re.I
)
# "recent years have seen them sign a deal": another one.
_IN_PASSING = re.compile(
    r"\b(?:in|over)\s+(?:the\s+)?(?:recent|past|previous|earlier|last\s+few)\s+(?:years|decades)\b"
    r"|\b(?:similar|previous|earlier)\s",
    re.IGNORECASE,
)
# "MPs voted against the bill": some of them did.
_AGAINST = re.compile(r"vot\w+\s+against\b", re.IGNORECASE)
_ALL_OF_THEM = re.compile(
    r"\b(?:parliament|senate|house|assembly|chamber|congress|voters|electorate|majority|members|council"
    r"|knesset|duma|bundestag|workers|legislature|committee|shareholders)\b",
    re.IGNORECASE,
)
# "The previous deal", "an earlier version of the deal": not the one that the document is about.
_OLDER = re.compile(
    r"\b(?:(?:earlier|previous|original|first)\s+(?:version|draft|text)\s+of\s+(?:the|an?)"
    r"|previous|earlier|former|prior|preceding|original|old|when\s+the\s+first)\s+(?:\S+\s+){0,2}$",
    re.IGNORECASE,
)
_EXISTING = re.compile(r"\b(?:existing|current|expir\w+)\s+(?:\S+\s+){0,2}$", re.IGNORECASE)
_FRESH = re.compile(r"\b(?:new|tentative|proposed|draft|replacement|fresh)\b", re.IGNORECASE)
_ACCEPTS = re.compile(r"(?:accept|approv|vot|back|endors|pass)", re.IGNORECASE)
# "overrode the veto of the bill" makes it law.
_OVERRIDES = re.compile(r"\boverr(?:id|od)\w*\s+(?:\S+\s+){0,5}$", re.IGNORECASE)
_FIRST_CHAMBER = re.compile(r"\b(?:house|assembly|commons|lower)\b", re.IGNORECASE)
_FALL_OF = re.compile(r"\w+\s+of\b")
# "will remain in force", "would hold": it is.
_REMAINS = re.compile(r"(?:remain|continue|hold)\w*\b", re.IGNORECASE)
# "would be suspended if Peru did not comply"
_PROVIDED = re.compile(r"[^,;.]{0,60}\s(?:if|unless|provided)\s", re.IGNORECASE)
_AS_SOON = re.compile(r"\w+ing\s[^.;]{0,60}\bas\s+(?:soon|quickly|fast)\s+as\b", re.IGNORECASE)
# Those who work under an agreement ratify it; a faction that rejects it leaves it to the others.
_MEMBERS = re.compile(
    r"\b(?:members|employees|strikers|staff|nurses|teachers|pilots|crews?|\w*workers|actors|writers"
    r"|rank[\s-]and[\s-]file|union\s+\w+\s+vot\w+)\b",
    re.IGNORECASE,
)
_FACTION = re.compile(
    r"\b(?:others?|some|critics|opponents?|opposition|factions?|hard-?liners|rebels|militants|groups?"
    r"|(?:two|three|several|many|smaller|rival)\s+\w+)\s+(?:\w+\s+)?$"
    r"|\bopposition\s+(?:[\w’'-]+\s+){1,6}$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:that|which|who)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\w+ing\b", re.IGNORECASE)
_VOTED = re.compile(r"\bvot(?:ed|es|ing)\s+to\s+$", re.IGNORECASE)  # a member, or all of them
_INTO_LAW = re.compile(r"\w+\s+into\s+law\b", re.IGNORECASE)
_ROYAL_ASSENT = re.compile(r"(?:\w+\s+){0,3}royal\s+assent\b", re.IGNORECASE)
_RUNS_OUT = re.compile(
    r"expir|fell\s+(?:when|at)|laps|allowed|r[au]ns?\b|ends?\b|c[ao]mes?\b|at\s+an", re.IGNORECASE
)
_CARRYING_OUT = re.compile(r"(?:implementation|enforcement)\s+of\b", re.IGNORECASE)
_PASSAGE = re.compile(r"(?:passage|approval|enactment)\b", re.IGNORECASE)
_IN_PRINCIPLE = re.compile(r"agree\w*[\s-]+in[\s-]+principle\b", re.IGNORECASE)
_WORKING = re.compile(
    r"\b(?:work(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|struggl(?:e|es|ed|ing)|negotiat\w+"
    r"|drives?|efforts?|bids?|push|attempts?|race|fail(?:s|ed|ing|ure)?)\s+(?:\w+\s+)?to\s+$",
    re.IGNORECASE,
)
_AMENDS = re.compile(
    r"\s+(?:will\s+|would\s+)?(?:amend|extend|repeal|reauthori[sz]e|modif|updat|replac|renew)\w*\s+(?:the\s+)?"
)
_REVIVAL = re.compile(r"\w+(?:ion|al)\s+of\b", re.IGNORECASE)
_YEAR = 4  # figures of an ISO date
_DOES = re.compile(
    r"(?:requires|obliges|prohibits|allows|bans|provides|gives|grants|guarantees|permits|commits"
    r"|protects|governs|limits|covers|restricts|imposes|establishes|sets\s+(?:out|forth))\b",
    re.IGNORECASE,
)
_LEGISLATURE = re.compile(
    r"\b(?:parliaments?|senat\w+|lawmakers|legislat\w+|deputies|mps|congress|assembly|chamber|(?<!white\s)house"
    r"|duma|majlis|knesset|bundestag)\b",
    re.IGNORECASE,
)
_TO_BRING = re.compile(r"(?:bring|bringing|put|putting)\b", re.IGNORECASE)
_POINTING = frozenset(("the", "this", "that", "its", "their"))
_BOTH = re.compile(
    r"\bboth\s+(?:houses|chambers)"
    r"|house(?:\s+of\s+representatives)?\s+and\s+(?:the\s+)?(?:u\.?s\.?\s+)?senate|senate\s+and\s+(?:the\s+)?house"
    r"|final\s+(?:reading|passage|approval|vote)|signed",
    re.IGNORECASE,
)
_CHAMBER = re.compile(
    r"\b(?:(?<!white )house|senate(?!\s+(?:majority|minority|leader|president))|senators|mps"
    r"|commons|lords|(?:sub)?committee|panel|lok sabha|rajya sabha"
    r"|lower house|upper house|house of representatives|in principle|cabinet"
    r"|(?:first|second|preliminary) (?:reading|vote))\b",
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


def findings(text: str, sites: Iterable[Site]) -> list[Finding]:
    """What the sentences say of the instrument that is mentioned at `sites`."""
    found: list[Finding] = []
    places = list(sites)
    named = {site.mention.start for site in places if site.mention.form == "name"}
    fresh = any(_FRESH.search(text, max(0, site.start - 30), site.end) for site in places)
    for site in places:
        if site.mention.form != "name" and (
            _amends(text, site, named) or (len(places) > 1 and _is_older(text, site, fresh=fresh))
        ):
            continue
        sentence, law = site.sentence, site.mention.family == "law"
        clause = clauses.around(text, site.start, site.end, sentence.start, sentence.end)
        low, high = max(clause.start, site.low), min(clause.end, site.high)
        noun = nominals.reading(text, low, site.start, _phrase_end(text, site), high)
        if noun and law and noun.event not in ("suspend", "terminate", "extend", "use", "enact"):
            noun = None
        if noun and noun.event == "enact" and not law:
            noun = None
        if noun and noun.status:
            found.append(Finding(noun.weight, noun.at, noun.status, noun.event, sentence))
        else:
            for event, at in events(text, site, clause, nominal=noun is not None):
                finding = _finding(text, clause, sentence, event, at, law=law)
                if finding is not None:
                    found.append(_in_passing(text, site, clause, finding))
        if site.lead and (told := introducing(text, site.lead, law=law)):
            whole = clauses.Clause(site.lead.start, site.lead.end)
            finding = _finding(text, whole, site.lead, *told, law=law)
            found += [finding] if finding else []
        for said in spoken_of(text, site.mention, sentence, headline=_is_headline(text, sentence)):
            found.append(Finding(said[1], site.mention.start, said[0], said[2], sentence))
    return found


def _phrase_end(text: str, site: Site) -> int:
    """Where the noun phrase of a mention ends, "with Peru" included."""
    mention = site.mention
    behind = mention.end + len(mention.phrase) + 1
    whole = site.end == mention.end and text[mention.end + 1 : behind] == mention.phrase
    return behind if whole and mention.phrase else site.end


def _in_passing(text: str, site: Site, clause: clauses.Clause, finding: Finding) -> Finding:
    """A finding on "a deal" weighs little where it is one of those of earlier years."""
    fresh = site.mention.form != "name" and site.mention.determiner not in _POINTING
    if not fresh or not _IN_PASSING.search(text, clause.start, site.end):
        return finding
    return finding._replace(weight=min(finding.weight, 1.5))


def _is_older(text: str, site: Site, *, fresh: bool) -> bool:
    """Whether it is the one before that which the document is about.

    Beside a `fresh` one, which is new or tentative, the existing one is.
    """
    before = text[max(site.sentence.start, site.start - 40) : site.start]
    return bool(_OLDER.search(before) or (fresh and _EXISTING.search(before)))


def _amends(text: str, site: Site, named: Set[int]) -> bool:
    """Whether "the bill" is another one, which amends the law that is named behind it."""
    verb = _AMENDS.match(text, site.end, site.sentence.end)
    return verb is not None and any(site.end < start <= verb.end() + 3 for start in named)


def _finding(
    text: str, clause: clauses.Clause, sentence: Sentence, event: Event, at: int, *, law: bool
) -> Finding | None:
    """What an event at `at` says of the status, and how sure it is."""
    modality = _modality(text, clause, sentence, event, at)
    before = text[max(clause.start, at - 120) : at]
    if _EVER.search(before):
        return None
    if event == "lapse" and law and not _RUNS_OUT.match(text, at):
        return None  # who breaks a law does not end it
    if event == "void" and not _COURT.search(text, clause.start, clause.end):
        return None  # a critic's word
    if event == "reject" and law and (override := _OVERRIDES.search(before)):
        return _over_veto(text, clause, sentence, at - (len(before) - override.start()))
    outcome = (LAWS if law else PACTS).get((event, modality))
    made_law = _ROYAL_ASSENT.match(text, at) is not None
    if law and event == "enact" and modality == "fact" and not made_law:
        outcome = ("bill", 4) if _by_one_chamber(text, clause, at) else outcome
    if outcome is None:
        return None
    status, weight = outcome
    if event == "force" and modality == "fact" and _CARRYING_OUT.match(text, at):
        weight = 2.2  # it may be hoped for
    if event == "enact" and status == "enacted" and _PASSAGE.match(text, at):
        weight = 3.9  # by whom, other sentences say
    if event == "sign" and status == "signed" and _IN_PRINCIPLE.match(text, at):
        return Finding(3.9, at, "signed", "approve", sentence, modality)
    if event == "sign" and status == "signed" and _INTO_LAW.match(text, at):
        return Finding(5, at, "enacted", "enact", sentence, modality)
    if event == "approve" and not law and _LEGISLATURE.search(text, clause.start, at):
        if status == "signed":
            status, weight, event = "ratified", 5.4, "ratify"
        elif modality in ("planned", "negated", "conditional"):
            status, weight = "signed", 3.5
    if event == "negotiate" and _HAD.search(text, clause.start, at):
        weight = 2.5  # how it came about
    if event == "lapse" and _FALL_OF.match(text, at):
        weight = min(weight, 6.5)  # told with something else
    if event == "reject" and _AGAINST.match(text, at) and not _ALL_OF_THEM.search(before):
        return None
    accepted = event == "approve" and not law and modality == "fact" and _ACCEPTS.match(text, at)
    if accepted and _MEMBERS.search(before):
        status, weight, event = "ratified", 5.4, "ratify"
    if event in ("sign", "approve") and status == "proposed" and _WORKING.search(before):
        return Finding(3.2, at, "under_negotiation", "negotiate", sentence, modality)
    if weight >= 6 and _HAD.search(text, clause.start, at):
        weight = 3.5  # an end that was told of as background
    elif event == "terminate" and _BACKGROUND.search(before):
        weight = 4.5
    elif event in ("reject", "terminate") and modality == "fact" and _RELATIVE.search(before):
        weight = 3.5  # "rebels who rejected the accord"
    elif event == "reject" and modality == "fact" and _FACTION.search(before):
        weight = min(weight, 6 if law and _ALL_OF_THEM.search(before) else 3.5)
    return Finding(weight, at, status, event, sentence, modality)


def _over_veto(text: str, clause: clauses.Clause, sentence: Sentence, at: int) -> Finding:
    """What the overriding at `at` of a veto makes of a bill; the second chamber makes it law."""
    done = clauses.modality(text, clause, at)
    if done in ("negated", "refused"):
        return Finding(6, at, "rejected", "reject", sentence)
    if done != "fact":
        return Finding(4, at, "bill", "chamber", sentence, done)
    first = _FIRST_CHAMBER.search(text, clause.start, at)
    if first and not _BOTH.search(text, clause.start, at):
        return Finding(6.2, at, "bill", "chamber", sentence)
    return Finding(6.2, at, "enacted", "enact", sentence)


def _modality(
    text: str, clause: clauses.Clause, sentence: Sentence, event: Event, at: int
) -> Modality:
    """The modality of the words at `at`, with what is peculiar to some events and to headlines."""
    modality = clauses.modality(text, clause, at)
    headline = _is_headline(text, sentence)
    if modality == "possible" and headline and text[max(clause.start, at - 3) : at] == "to ":
        strives = _WORKING.search(text, max(clause.start, at - 40), at)
        return "possible" if strives else "planned"  # "Chile to sign pact"
    if event in ("resume", "revive") and text[max(clause.start, at - 10) : at] == "agreed to ":
        return "fact"
    if event == "join" and _UNTIL.search(text, clause.start, at):
        return "conditional"
    if event == "force" and modality == "planned" and _REMAINS.match(text, at):
        return "fact"
    if event in ("suspend", "terminate") and modality == "planned":
        return "conditional" if _PROVIDED.match(text, at, clause.end) else modality
    if modality != "fact":
        return modality
    if event == "sign" and _AS_SOON.match(text, at):
        return "possible"
    if event == "repeal" and _VOTED.search(text, max(clause.start, at - 40), at):
        return "fact" if _LEGISLATURE.search(text, clause.start, at) else "possible"
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


def operating(
    text: str, best: Finding, found: Iterable[Finding], signed: Iterable[str], written: str | None
) -> Finding:
    """The finding that counts of a pact that was `signed` in a year before the document's.

    Of such a one what it does is told in the present: "the pact, signed in 2017, obliges them".
    """
    years = [date[:_YEAR] for date in signed]
    if best.event != "sign" or best.status != "signed" or not (written and years):
        return best
    found = list(found)
    # "The treaty would replace ..." is not in force.
    if max(years) >= written[:_YEAR] or any(each.event == "would" for each in found):
        return best
    told = (each for each in found if each.event == "use" and _DOES.match(text, each.at))
    return next(told, best)


def _is_headline(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a line without a full stop, whose present tense tells the past."""
    return sentence.end - sentence.start < 160 and text[sentence.end - 1] not in '.!?:;,”"’)'


def _by_one_chamber(text: str, clause: clauses.Clause, at: int) -> bool:
    one = _CHAMBER.search(text, max(clause.start, at - _BESIDE), min(clause.end, at + _BESIDE))
    if one is None:
        return False
    alone = _CHAMBER_ALONE.search(text, max(clause.start, at - _BESIDE), at)
    return bool(alone) or not _BOTH.search(text, clause.start, clause.end)
