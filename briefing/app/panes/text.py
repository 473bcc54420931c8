"""The text pane: the reader with its keys, and which names it underlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from briefing.app.actions import MOVING, SIDEWAYS, bindings
from briefing.app.arrangement import TITLES
from briefing.app.panes.pane import titled
from briefing.app.reader.marks import Mark
from briefing.app.reader.reader import Reader

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing
    from briefing.document import Document


class TextPane(Reader):
    """The document itself."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVING), *bindings(SIDEWAYS)]

    def __init__(self, pane: str) -> None:
        super().__init__(id=pane, classes="pane")
        self.border_title = titled("text", TITLES["text"])

    def show_document(self, document: Document, position: int = 0) -> None:
        """Show a document under its title."""
        self.border_title = titled("text", document.title or TITLES["text"])
        self.show(document, position)


def marks(briefing: Briefing) -> list[Mark]:
    """Every mention of an entity or an agreement."""
    found = [
        Mark(mention.start, mention.end, entity.kind)
        for entity in briefing.entities
        for mention in entity.mentions
    ]
    found += [
        Mark(mention.start, mention.end, "agreement")
        for agreement in briefing.agreements
        for mention in agreement.mentions
    ]
    return sorted(found)
