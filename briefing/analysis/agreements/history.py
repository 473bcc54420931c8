"""The statuses that a document itself gives an instrument, each with its sentence and its date.

The status of an agreement is the one that counts at the document's date; its history also keeps
the earlier ones that are told beside it ("signed in 2010, extended in 2021"). What only follows
from a sentence, such as that a treaty one will ratify has been signed, is not told by it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.analysis.agreements.assertion import asserted, since_then, were_talks
from briefing.analysis.agreements.occasions import Calendar
from briefing.analysis.agreements.referents import sure
from briefing.analysis.briefing import Report, Status
from briefing.analysis.instruments.phrases import Instrument
from briefing.analysis.status.status import Finding

_TELLING: dict[Status, frozenset[str]] = {
    "proposed": frozenset(("propose", "proposed", "planned", "draft")),
    "under_negotiation": frozenset(("negotiate",)),
    "expected": frozenset(("sign", "expect", "upcoming", "pending", "tentative")),
    "signed": frozenset(("sign", "approve")),
    "ratified": frozenset(("ratify",)),
    "in_force": frozenset(("force", "resume", "revive", "extend")),
    "suspended": frozenset(("suspend",)),
    "terminated": frozenset(("terminate", "void", "defunct")),
    "lapsed": frozenset(("lapse", "collapsed", "expired")),
    "rejected": frozenset(("reject",)),
    "bill": frozenset(("chamber", "introduce", "propose", "enact")),
    "enacted": frozenset(("enact",)),
    "repealed": frozenset(("repeal",)),
}
"""The events that say a status outright. Statuses that follow from others are not told."""

_LEAST = 2.5  # the weight of a finding that is told
_MOST = 3  # sentences that tell one status
# A law is in force where its effect is spoken of; a pact also where it has been extended.
_LAW_IN_FORCE = re.compile(
    r"\S+(?:\s+\S+){0,2}\s+(?:effect|force)\b|in\s+(?:effect|force)\b", re.IGNORECASE
)


def reports(
    findings: Iterable[Finding],
    calendar: Calendar,
    mentions: Sequence[Instrument],
    best: Instrument,
    others: Sequence[Instrument] = (),
) -> tuple[Report, ...]:
    """The statuses that are told outright: of each and its date the surest sentence.

    `best` is the mention that says most of the instrument; `others` are of other ones.

    Of a status whose sentences give no date, or different ones, the surest few are kept. They
    come in reading order.
    """
    text, own = calendar.text, sure(calendar.text, mentions, best)
    law = any(mention.family == "law" for mention in mentions)
    surest: dict[tuple[Status, str | None], tuple[float, Report]] = {}
    for finding in findings:
        if finding.weight < _LEAST or finding.event not in _TELLING.get(finding.status, ()):
            continue
        if law and finding.status == "in_force" and not _LAW_IN_FORCE.match(text, finding.at):
            continue
        if not asserted(text, finding, own, others):
            continue
        date = calendar.told(finding, only_after=since_then(text, finding))
        if date is None and were_talks(text, finding):
            continue
        sentence = finding.sentence
        report = Report(finding.status, sentence.start, sentence.end, date)
        key = finding.status, date
        if key not in surest or finding.weight > surest[key][0]:
            surest[key] = finding.weight, report
    told = sorted(surest.values(), key=lambda one: (-one[0], one[1].start))
    count = Counter[Status]()
    kept = []
    for _, report in told:
        count[report.status] += 1
        if count[report.status] <= _MOST:
            kept.append(report)
    return tuple(sorted(kept, key=lambda report: (report.start, report.date or "")))
