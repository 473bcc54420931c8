"""What the lists that lie over the text for a moment have in common."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from briefing.app.rows import RowList

T = TypeVar("T")


class Overlay(ModalScreen[T | None], Generic[T]):
    """A list in a frame. It gives what was chosen, or None where one leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Close", show=False)
    ]
    DEFAULT_CSS = """
    Overlay {
        align: center middle;
        & > RowList {
            width: 88;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            background: $surface;
            border: round $edge-focus;
            border-title-color: $edge-focus;
            border-title-style: bold;
            border-subtitle-color: $faint;
            padding: 0 0 0 1;
            scrollbar-gutter: auto;
            scrollbar-color: $edge;
            scrollbar-background: $surface;
        }
    }
    """

    def framed(self, rows: RowList, title: str, hint: str) -> RowList:
        """A list with a title, and a hint at what the keys do."""
        rows.border_title = Content(title)
        rows.border_subtitle = Content(hint)
        return rows

    def on_click(self, event: events.Click) -> None:
        """Close by a click beside the list."""
        if event.widget is self:
            self.dismiss(None)
