"""Asks for what one wants to note of a sentence."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from briefing.app.screens.asking import Asking
from briefing.document import field


class NoteScreen(Asking[str]):
    """Gives the note, which may be empty, or None where one leaves it as it was."""

    DEFAULT_CSS = """
    NoteScreen {
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
        yield self.framed(
            self._words, self._line, title=self._heading, hint="Enter keeps it, Esc closes"
        )

    def on_mount(self) -> None:
        """Begin to type."""
        self._line.focus()

    @on(Input.Submitted)
    def choose(self) -> None:
        """Give what was typed."""
        self.dismiss(field(self._line.value.strip()))
