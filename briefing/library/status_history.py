"""The history of an instrument's status, from what documents of many dates report.

A report with a date of its own ("signed in 2021") counts for that date, whenever it was written;
one without counts for its document's date. What a later document tells as background does not take
an instrument back: a report without a date of a status it had left is not a step. Reports that
contradict the history are steps, marked as such.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.analysis.briefing import Status
from briefing.library.digest import Told

_STAGE: dict[Status, int] = {
    "proposed": 0,
    "bill": 0,
    "under_negotiation": 1,
    "expected": 2,
    "rejected": 3,
    "signed": 3,
    "enacted": 3,
    "ratified": 4,
    "in_force": 5,
    "suspended": 6,
    "lapsed": 7,
    "terminated": 7,
    "repealed": 7,
    "unspecified": -1,
}
"""How far a status is on the way of an instrument."""

_FEW = 0.25  # of the documents that give the commonest date of a status
_ONE_EVENT = 31  # days within which two dates of one status are of one event
_PRECISE = 0.2  # of the documents of the commonest date that a day must have to stand for it
_HARDLY = 0.02  # of the documents that speak of an instrument, hardly any
_MANY = 20  # documents of which more than one would report what happened
_BEGINNINGS = frozenset[Status](("proposed", "bill", "under_negotiation", "expected"))
_ENDS = frozenset[Status](("suspended", "lapsed", "terminated", "repealed", "rejected"))


@dataclass(frozen=True, slots=True)
class Reported:
    """What a sentence of a document, written at `date`, tells of a status."""

    document: int
    date: str | None
    path: str
    told: Told

    @property
    def since(self) -> str:
        """The date the report counts for, as precise as it is told; "" if nothing is known."""
        own, written = self.told.date, self.date or ""
        if not own:
            return written
        if written and own[: len(written)] > written[: len(own)] and self.told.status not in _ENDS:
            return written  # hoped for, or the date of something else; an end may be announced
        return own

    @property
    def dated(self) -> bool:
        """Whether the sentence itself says when."""
        return bool(self.told.date) and self.since == self.told.date


@dataclass(frozen=True, slots=True)
class Step:
    """A status from a date on, and the sentences that say so, the first report first.

    `told` says that the date stands in a sentence; otherwise it is that of the first document, `by`
    which it had happened. `disputed` marks what contradicts the steps before it.
    """

    status: Status
    date: str
    reports: tuple[Reported, ...]
    told: bool = False
    disputed: bool = False

    @property
    def by(self) -> bool:
        """Whether it was so by the date at the latest: of a deed without a date, told later."""
        return not self.told and self.status not in _BEGINNINGS


def steps(
    reports: Iterable[Reported], documents: int = 0
) -> tuple[tuple[Step, ...], tuple[Reported, ...]]:
    """The steps in order of their dates, and the reports that are no steps.

    Those tell of the past without a date, give a date that few of the documents give which date
    the same status, or are the only ones of many `documents` to know of it.
    """
    ordered = sorted(reports, key=lambda one: (one.since, one.date or "", one.path, one.told.start))
    history, rest = _explicit([one for one in ordered if one.dated])
    rest += _add_undated(history, [one for one in ordered if not one.dated])
    if documents >= _MANY:
        rest += _drop_lone(history, documents)
    rest += _drop_recalled(history)
    rest += _drop_overruled(history)
    return tuple(_disputed(history)), tuple(rest)


def _explicit(reports: list[Reported]) -> tuple[list[Step], list[Reported]]:
    """A step for each status and date that is told.

    "2021" and "2021-05" are one date, and two of the same month tell of one event, which has the
    date that most documents give, or a day that enough of them do.
    """
    found: list[Step] = []
    for one in sorted(reports, key=lambda one: -len(one.since)):
        for at, step in enumerate(found):
            if step.status == one.told.status and _same(step.date, one.since):
                found[at] = replace(step, reports=(*step.reports, one))
                break
        else:
            found.append(Step(one.told.status, one.since, (one,), told=True))
    found = _events(found)
    often = {
        status: max(len(step.reports) for step in found if step.status == status)
        for status in {step.status for step in found}
    }
    kept = [step for step in found if len(step.reports) >= _FEW * often[step.status]]
    rest = [one for step in found if step not in kept for one in step.reports]
    return sorted(kept, key=_by_date), rest


def _events(found: list[Step]) -> list[Step]:
    """One step for those of a status whose dates lie so near that they tell of one event."""
    events: list[list[Step]] = []
    for step in sorted(found, key=lambda one: (one.status, one.date)):
        last = events[-1][-1] if events else None
        if last and last.status == step.status and _days_between(last, step) <= _ONE_EVENT:
            events[-1].append(step)
        else:
            events.append([step])
    return [_one_event(event) for event in events]


def _one_event(event: list[Step]) -> Step:
    often = max(map(_documents, event))
    days = [step for step in event if len(step.date) == len("2021-05-03")]
    exact = [step for step in days if _documents(step) >= _PRECISE * often]
    best = max(exact or event, key=lambda step: (_documents(step), step.date))
    others = [one for step in event if step is not best for one in step.reports]
    return replace(best, reports=(*best.reports, *others))


def _days_between(step: Step, later: Step) -> int:
    """The days from the end of one date to the beginning of another; years are far apart."""
    ends = []
    for date, last in ((step.date, True), (later.date, False)):
        parts = [int(part) for part in date.split("-")]
        if len(parts) == 1 or parts[0] < 1:
            return _ONE_EVENT + 1
        ends.append(372 * parts[0] + 31 * parts[1] + (parts[2] if len(parts) > 2 else 31 * last))
    return ends[1] - ends[0]


def _add_undated(history: list[Step], reports: list[Reported]) -> list[Reported]:
    """Add reports that take their document's date, in order; return those that are no steps."""
    rest: list[Reported] = []
    for one in reports:
        status = one.told.status
        before = [step for step in history if step.date <= one.since or _same(step.date, one.since)]
        resumed = status == "in_force" and bool(before) and before[-1].status in _ENDS
        same = next((step for step in reversed(before) if step.status == status), None)
        if not resumed and same is None and status not in _ENDS:
            # Of what is dated, a sentence without a date cannot tell that it was so before.
            same = next((step for step in history if step.status == status and step.told), None)
        if same and not resumed:
            history[history.index(same)] = replace(same, reports=(*same.reports, one))
            continue
        further = all(_STAGE[step.status] < _STAGE[status] for step in before)
        ended = status in _ENDS and bool(before) and before[-1].status == "in_force"
        if resumed or further or ended:
            history.append(Step(status, one.since, (one,)))
            history.sort(key=_by_date)
        else:
            rest.append(one)
    return rest


def _drop_lone(history: list[Step], documents: int) -> list[Reported]:
    """Take out what hardly a document says without a date, and ends that one alone knows of."""
    few = max(1, _HARDLY * documents)
    lone = [
        step
        for step in history
        if (_documents(step) <= few and not step.told)
        or (_documents(step) == 1 and step.status in _ENDS)
    ]
    for step in lone:
        history.remove(step)
    for before, after in reversed(list(pairwise(history))):
        if before.status == after.status and not (before.told or after.told):
            at = history.index(after)
            history[at - 1] = replace(
                history[at - 1], reports=(*history[at - 1].reports, *after.reports)
            )
            del history[at]
    return [one for step in lone for one in step.reports]


def _drop_recalled(history: list[Step]) -> list[Reported]:
    """Take out ends without a date that more of the later documents know nothing of.

    "They had left the accord" recalls a withdrawal long past, in the midst of reports that it is in
    force.
    """
    rest: list[Reported] = []
    at = 0
    while at + 1 < len(history):
        end, after = history[at], history[at + 1]
        known = _documents(after)
        if at and history[at - 1].status == after.status and end.status != "suspended":
            known += _documents(history[at - 1])
        recalled = (
            end.status in _ENDS
            and not (end.told or after.told)
            and after.status == "in_force"
            and known > _documents(end)
        )
        if not recalled:
            at += 1
            continue
        rest += end.reports
        del history[at]
        if at and history[at - 1].status == after.status:
            one = history[at - 1]
            history[at - 1] = replace(one, reports=(*one.reports, *after.reports))
            del history[at]
            at -= 1
    return rest


def _drop_overruled(history: list[Step]) -> list[Reported]:
    """Take out what cannot be beside what more documents tell: a bill after its enactment.

    Of a plan and what came of it the plan goes, where it is dated later.
    """
    rest: list[Reported] = []
    for begun in [step for step in history if step.status in _BEGINNINGS]:
        before = history[: history.index(begun)]
        past = [step for step in before if _STAGE[step.status] > _STAGE[begun.status]]
        if not past or any(step.status in _ENDS for step in past):
            continue
        weak = [step for step in past if _weight(step) < _weight(begun)]
        for step in weak if len(weak) == len(past) else [begun]:
            history.remove(step)
            rest += step.reports
    return rest


def _weight(step: Step) -> tuple[bool, int]:
    return step.told, _documents(step)


def _documents(step: Step) -> int:
    return len({one.document for one in step.reports})


def _disputed(history: list[Step]) -> list[Step]:
    """Mark a step that contradicts those before: back to an earlier stage without being resumed."""
    marked = []
    furthest = -1
    for step in history:
        stage = _STAGE[step.status]
        ended = furthest >= _STAGE["suspended"]
        back = stage < furthest and step.status not in _ENDS
        marked.append(replace(step, disputed=back and not (ended and step.told)))
        furthest = max(furthest, stage)
    return marked


def _by_date(step: Step) -> tuple[str, int]:
    return step.date, _STAGE[step.status]


def _same(one: str, other: str) -> bool:
    """Whether two dates, one less precise, are the same."""
    return one.startswith(other) or other.startswith(one)
