"""What the dialogs that ask for a line have in common."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

T = TypeVar("T")


class Asking(ModalScreen[T | None], Generic[T]):
    """A line to type in, in a frame. It gives what was typed, or None where one leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", show=False),
    ]
    DEFAULT_CSS = """
    Asking {
        align: center middle;
        & > Vertical {
            width: 88;
            max-width: 100%;
            height: auto;
            background: $surface;
            border: round $edge-focus;
            border-title-color: $edge-focus;
            border-title-style: bold;
            border-subtitle-color: $faint;
            padding: 0 1;
        }
        Input, Input:focus { background: $surface; background-tint: transparent; }
    }
    """

    def framed(self, *parts: Widget, title: str, hint: str) -> Vertical:
        """The parts below each other, with a title, and a hint at what the keys do."""
        frame = Vertical(*parts)
        frame.border_title = Content(title)
        frame.border_subtitle = Content(hint)
        return frame
