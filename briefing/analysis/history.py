"""The statuses that a document itself gives an instrument, each with its sentence and its date.

The status of an agreement is the one that counts at the document's date; its history also keeps
the earlier ones that are told beside it ("signed in 2010, extended in 2021"). What only follows
from a sentence, such as that a treaty one will ratify has been signed, is not told by it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from briefing.analysis.briefing import Report, Status
from briefing.analysis.occasions import EVENTS, Calendar
from briefing.analysis.status import Finding

_TELLING: dict[Status, frozenset[str]] = {
    "proposed": frozenset(("propose", "proposed", "planned", "draft")),
    "under_negotiation": frozenset(("negotiate",)),
    "expected": frozenset(("sign", "expect", "upcoming", "pending", "tentative")),
    "signed": frozenset(("sign",)),
    "ratified": frozenset(("ratify",)),
    "in_force": frozenset(("force", "resume")),
    "suspended": frozenset(("suspend",)),
    "terminated": frozenset(("terminate", "void", "defunct")),
    "lapsed": frozenset(("lapse", "collapsed", "expired")),
    "rejected": frozenset(("reject",)),
    "bill": frozenset(("chamber", "introduce", "propose")),
    "enacted": frozenset(("enact",)),
    "repealed": frozenset(("repeal",)),
}
"""The events that say a status outright. Statuses that follow from others are not told."""

_LEAST = 2.5  # the weight of a finding that is told
_MOST = 3  # sentences that tell one status
# "The full implementation of the accord", "when the treaty expires": it may be so one day.
_NOT_YET = re.compile(r"implementation|expir(?:es?|ing|y|ation)\b|runs?\s+out\b", re.IGNORECASE)


def reports(findings: Iterable[Finding], calendar: Calendar) -> tuple[Report, ...]:
    """The statuses that are told, in reading order: of each and its date the surest sentence.

    Of a status whose sentences give no date, or different ones, the surest few are kept.
    """
    best: dict[tuple[Status, str | None], tuple[float, Report]] = {}
    for finding in findings:
        if finding.weight < _LEAST or finding.event not in _TELLING.get(finding.status, ()):
            continue
        if _NOT_YET.match(calendar.text, finding.at):
            continue
        event = calendar.event(finding)
        own = event is not None and event.event == EVENTS.get(finding.event)
        date = event.date if event and own else None
        sentence = finding.sentence
        report = Report(finding.status, sentence.start, sentence.end, date)
        key = finding.status, date
        if key not in best or finding.weight > best[key][0]:
            best[key] = finding.weight, report
    told = sorted(best.values(), key=lambda one: (-one[0], one[1].start))
    count = Counter[Status]()
    kept = []
    for _, report in told:
        count[report.status] += 1
        if count[report.status] <= _MOST:
            kept.append(report)
    return tuple(sorted(kept, key=lambda report: (report.start, report.date or "")))
