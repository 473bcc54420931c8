"""Treaties, laws and deals the text speaks of, with the status it reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from briefing.app.panes.pane import Narrowing, Pane
from briefing.app.rows import Row
from briefing.app.sources import Source, of_agreement
from briefing.document import field
from briefing.export.wording import agreement_name, by_party, standing, status

if TYPE_CHECKING:
    from briefing.analysis.briefing import Agreement, Briefing, Status

_GOOD: frozenset[Status] = frozenset({"signed", "ratified", "in_force", "enacted"})
_ENDED: frozenset[Status] = frozenset({"suspended", "terminated", "lapsed", "rejected", "repealed"})
_CLOSED, _OPEN, _PLAIN = "▸ ", "▾ ", "  "


class AgreementsPane(Pane):
    """Each agreement with its status, date and parties; opened, with all that is known of it."""

    NOTHING = "No agreements, laws or deals were found in this text."

    def __init__(self, pane: str) -> None:
        self._opened: set[str] = set()
        super().__init__(pane)

    def wait(self) -> None:
        """Show that the briefing is being made; its rows are closed to begin with."""
        self._opened.clear()
        super().wait()

    def build(self, briefing: Briefing, only: Narrowing) -> Iterator[Row]:
        """What a status is, then a row of some lines for each agreement."""
        agreements = [one for one in briefing.agreements if only.has(one.name)]
        if agreements:
            date = briefing.document.date
            told = f"As reported on {field(date)}" if date else "As the text reports them"
            yield Row(Content.styled(told, "$faint"), header=True)
        for agreement in agreements:
            yield _row(briefing, agreement, agreement.name in self._opened)

    @property
    def toggles(self) -> bool:
        """Whether there is more to be seen, or to be hidden, under the row at the cursor."""
        return self.cursor_row is not None and self.cursor_row.marker in (_OPEN, _CLOSED)

    def toggle(self) -> None:
        """Open the row under the cursor, or close it."""
        from briefing.analysis.briefing import Agreement

        source = self.cursor_row.payload if self.cursor_row else None
        if isinstance(source, Source) and isinstance(source.item, Agreement):
            self._opened ^= {source.item.name}
            self.build_again()


def _row(briefing: Briefing, agreement: Agreement, opened: bool) -> Row:
    name = field(agreement.acronym or agreement.name)
    content = Content.styled(name, "bold")
    details = list(_details(agreement, name))
    parties = " – ".join(map(field, agreement.parties))
    if parties:
        content += f"\n{parties}"
    if opened:
        for label, value in details:
            content += Content.assemble("\n", (f"{label}: " if label else "", "$faint"), value)
    elif agreement.conditions:
        many = len(agreement.conditions)
        hint = f"{many}\N{NO-BREAK SPACE}condition{'' if many == 1 else 's'}"
        content += Content.styled(f"{' · ' if parties else chr(10)}{hint}", "$faint")
    return Row(
        content,
        _detail(agreement, briefing.document.date),
        of_agreement(briefing, agreement),
        wrap=True,
        marker=(_OPEN if opened else _CLOSED) if details else _PLAIN,
    )


def status_colour(status: Status) -> str:
    """The colour of a status: whether it holds, is ended, or lies ahead."""
    if status == "unspecified":
        return "$faint"
    return "$good" if status in _GOOD else "$ended" if status in _ENDED else "$open"


def _detail(agreement: Agreement, written: str | None) -> Content:
    date, other = standing(agreement, written)
    return Content.assemble(
        (status(agreement), status_colour(agreement.status)),
        (f" {field(date)}" if date else "", "$faint"),
        (f", {field(other)}" if other else "", "$faint"),
    )


def _details(agreement: Agreement, shown: str) -> Iterator[tuple[str, str]]:
    """What is known beside the name that is shown, status and parties, each under its label."""
    full = agreement_name(agreement)
    if full != shown:
        yield "", full
    for told in by_party(agreement):
        yield "", told
    for dated in agreement.dates:
        if dated.event != "dated":
            yield field(dated.event), field(dated.date)
    if agreement.place:
        yield "place", field(agreement.place)
    for condition in agreement.conditions:
        yield "condition", field(condition)
    if agreement.attribution:
        yield "according to", field(agreement.attribution)
