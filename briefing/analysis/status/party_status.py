"""What each party has done about an instrument: "Russia withdrew; the US will suspend".

The subject of a verb is the state named last before it in its clause, or in one breath with that
one; of a passive it is who is named behind "by".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from briefing.analysis.briefing import PartyStatus, Sentence, Status
from briefing.analysis.nations import Nations, Party, state
from briefing.analysis.status import clauses
from briefing.analysis.status.status import Finding

_DEEDS: dict[str, Status] = {
    "sign": "signed",
    "ratify": "ratified",
    "suspend": "suspended",
    "terminate": "terminated",
    "reject": "rejected",
    "resume": "in_force",
}
_ORDER = ("signed", "ratified", "rejected", "suspended", "terminated", "in_force")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|be|been|being)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_AGENT = re.compile(r"\w+\s+(?:\S+\s+){0,3}?(?:by|of)\s+(?:the\s+)?(?=[A-Z])")
# With these before its name a state does not do what the verb says.
_BESIDE = re.compile(
    r"\b(?:with|from|against|in|at|near|to|on|than|unlike|accus\w+|urg\w+|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BROKERS = re.compile(r"broker|mediat|secur", re.IGNORECASE)  # not for itself
_TOGETHER = re.compile(r",?\s(?:and\s)?(?:the\s)?|\s[-–/]\s")
_REACH = 200  # code points from the subject to its verb


def statuses(
    found: Iterable[Finding], nations: Nations, parties: Set[str], overall: Status
) -> tuple[PartyStatus, ...]:
    """What each party did last, in reading order.

    Nothing where all of them signed, or all did what the status of the agreement says.
    """
    last: dict[str, tuple[int, PartyStatus]] = {}
    for finding in found:
        told = _told(finding)
        if told is None or _BROKERS.match(nations.text, finding.at):
            continue
        status, planned = told
        rank = _ORDER.index(status)
        for party in _subjects(finding, nations, parties):
            if party not in last or rank >= last[party][0]:
                sentence = finding.sentence
                one = PartyStatus(party, status, planned, sentence.start, sentence.end)
                last[party] = rank, one
    kept = [one for _, one in last.values()]
    done = {one.status for one in kept if not one.planned}
    if done in ({overall}, {"signed"}) and not any(one.planned for one in kept):
        return ()
    return tuple(sorted(kept, key=lambda one: (one.start, one.party)))


def _told(finding: Finding) -> tuple[Status, bool] | None:
    """What whoever does it has done, and whether it is only planned."""
    deed = _DEEDS.get(finding.event)
    if deed is None:
        return None
    if finding.modality == "fact":
        return (deed, False) if finding.status == deed else None
    if finding.modality == "planned":
        return deed, True
    if finding.modality == "refused" and finding.event in ("sign", "ratify"):
        return "rejected", False
    return None


def _subjects(finding: Finding, nations: Nations, parties: Set[str]) -> Iterator[str]:
    text, at, sentence = nations.text, finding.at, finding.sentence
    clause = _clause(text, at, sentence)
    agent = _AGENT.match(text, at, clause.end)
    if agent:
        named = nations.within(agent.end(), min(clause.end, agent.end() + _REACH))
        yield from _first_group(text, agent.end(), named, parties)
    elif not _PASSIVE.search(text, clause.start, at):
        named = nations.within(max(clause.start, at - _REACH), at)
        yield from _last_group(text, clause.start, named, parties)


def _clause(text: str, at: int, sentence: Sentence) -> clauses.Clause:
    return clauses.around(text, at, at + 1, sentence.start, sentence.end)


def _counts(party: Party, parties: Set[str]) -> bool:
    return state(party.name) is not None or party.name in parties


def _first_group(text: str, start: int, named: Iterable[Party], parties: Set[str]) -> Iterator[str]:
    end = start
    for party in named:
        if end > start and not _TOGETHER.fullmatch(text, end, party.start):
            break
        if party.start - end > 40:
            break
        if _counts(party, parties):
            yield party.name
        end = party.end


def _last_group(text: str, start: int, named: list[Party], parties: Set[str]) -> Iterator[str]:
    begin: int | None = None
    for party in reversed(named):
        if begin is not None and not _TOGETHER.fullmatch(text, party.end, begin):
            break
        if _BESIDE.search(text, start, party.start):
            if begin is not None:
                break
            continue
        if _counts(party, parties):
            yield party.name
        begin = party.start
