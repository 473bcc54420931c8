"""Treaties, laws and deals the text speaks of, with the status it reports."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from textual.content import Content

from briefing.analysis.briefing import Agreement, Briefing, Status
from briefing.app.panes.pane import Narrowing, Pane
from briefing.app.rows import Row
from briefing.app.sources import of_agreement
from briefing.document import field
from briefing.export.wording import status

_CONDITION = 70
"""Characters of a condition that are shown; the text has the rest."""

_GOOD: frozenset[Status] = frozenset({"signed", "ratified", "in_force", "enacted"})
_ENDED: frozenset[Status] = frozenset({"suspended", "terminated", "lapsed", "rejected", "repealed"})


class AgreementsPane(Pane):
    """Each agreement with its status and date; under it the parties and conditions."""

    NOTHING = "No agreements, laws or deals were found in this text."

    def on_mount(self) -> None:
        """Say what a status is, where it is seen."""
        self.border_subtitle = Content.styled("status as the text says", "$faint")

    def build(self, briefing: Briefing, only: Narrowing) -> Iterator[Row]:
        """A row of one or more lines for each agreement."""
        for agreement in briefing.agreements:
            if only.has(agreement.name):
                yield _row(briefing, agreement)


def _row(briefing: Briefing, agreement: Agreement) -> Row:
    content = Content.styled(field(agreement.acronym or agreement.name), "bold")
    conditions = "; ".join(
        shorten(field(one), _CONDITION, placeholder="…") for one in agreement.conditions
    )
    below = [" – ".join(map(field, agreement.parties)), conditions]
    for line in below:
        if line:
            content += Content.styled(f"\n{line}", "$faint")
    return Row(content, _detail(agreement), of_agreement(briefing, agreement), wrap=True)


def _detail(agreement: Agreement) -> Content:
    words = status(agreement)
    colour = (
        "$faint"
        if agreement.status == "unspecified"
        else "$good"
        if agreement.status in _GOOD
        else "$ended"
        if agreement.status in _ENDED
        else "$open"
    )
    date = agreement.dates[0].date if agreement.dates else ""
    return Content.assemble((words, colour), (f"  {field(date)}" if date else "", "$faint"))
