"""The card of a name or an agreement, over the text. Enter on a line goes to what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from briefing.app.cards import MANY, Card, Line
from briefing.app.rows import Row, RowList
from briefing.app.screens.overlay import Overlay
from briefing.app.sources import Source, Target


class CardScreen(Overlay[Source | Target]):
    """Shows a card. It gives the source that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "dismiss(None)", "Close", show=False, id="card"),
    ]

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card

    def compose(self) -> ComposeResult:
        """The lines under their titles."""
        lines = RowList(_rows(self.card), empty="The briefing knows no more than this name.")
        title = f"{self.card.name}  {self.card.kind}"
        yield self.framed(lines, title, "Enter goes there, Esc closes")

    @on(RowList.Chosen)
    def choose(self, message: RowList.Chosen) -> None:
        """Close, and go to what the line rests on."""
        if isinstance(source := message.row.payload, Source | Target):
            self.dismiss(source)


def _rows(card: Card) -> Iterator[Row]:
    for number, section in enumerate(card.sections):
        if number:
            yield Row(Content(""), header=True)
        yield Row(Content.styled(section.title, "$primary"), header=True)
        for line in section.lines:
            yield _row(line, wrap=len(section.lines) <= MANY)


def _row(line: Line, wrap: bool) -> Row:
    content = Content.assemble(
        (f"{line.label}  " if line.label else "", "$faint"),
        *((part.text, "bold $primary" if part.strong else "") for part in line.parts),
    )
    leads: Source | Target | None = line.source
    if line.document is not None:
        leads = Target(line.document, line.source)
    return Row(content, payload=leads, indent=1, wrap=wrap)
