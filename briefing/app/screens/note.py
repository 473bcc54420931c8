"""Asks for what one wants to note of a sentence."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.document import field


class NoteScreen(ModalScreen[str | None]):
    """Gives the note, which may be empty, or None where one leaves it as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", show=False),
    ]
    DEFAULT_CSS = """
    NoteScreen {
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
        #note, #note:focus { background: $surface; background-tint: transparent; }
        #noted { color: $faint; max-height: 6; margin: 0 0 1 0; }
    }
    """

    def __init__(self, title: str, words: str, note: str) -> None:
        super().__init__()
        self._heading = title
        self._words = Static(Content(" ".join(field(words).split())), markup=False, id="noted")
        self._line = Input(
            note, "A note, or nothing", compact=True, id="note", select_on_focus=False
        )

    def compose(self) -> ComposeResult:
        """The sentence, and a line to type in."""
        frame = Vertical(self._words, self._line)
        frame.border_title = Content(self._heading)
        frame.border_subtitle = Content("Enter keeps it, Escape closes")
        yield frame

    def on_mount(self) -> None:
        """Begin to type."""
        self._line.focus()

    @on(Input.Submitted)
    def choose(self) -> None:
        """Give what was typed."""
        self.dismiss(field(self._line.value.strip()))
