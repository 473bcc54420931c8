"""Asks for the name of the file to which a briefing is written."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.app import saving
from briefing.document import field
from briefing.export import FORMATS

_HINT = f"The end of the name says the format: {' '.join(FORMATS.values())}"
_AMONG = "This is a folder of your documents. Enter again writes there all the same."


class ExportScreen(ModalScreen[Path | None]):
    """Gives the file to write, which is not there yet, or None. `sources` are the documents."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", show=False),
    ]
    DEFAULT_CSS = """
    ExportScreen {
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
        #export-name, #export-name:focus { background: $surface; background-tint: transparent; }
        #export-note { color: $faint; margin: 1 0 0 0; }
        #export-note.-problem { color: $ended; }
    }
    """

    def __init__(self, title: str, suggested: Path, sources: Collection[Path]) -> None:
        super().__init__()
        self._heading = title
        self._sources = sources
        self._confirmed: Path | None = None
        self._line = Input(
            field(_short(suggested)), compact=True, id="export-name", select_on_focus=False
        )
        self._note = Static(_HINT, markup=False, id="export-note")

    def compose(self) -> ComposeResult:
        """A line to type in, and a note under it."""
        frame = Vertical(self._line, self._note)
        frame.border_title = Content(self._heading)
        frame.border_subtitle = Content("Enter writes, Escape closes")
        yield frame

    @on(Input.Changed)
    def note(self) -> None:
        """Say what the name asks for."""
        self._say(_HINT, problem=False)

    @on(Input.Submitted)
    def choose(self) -> None:
        """Give the file, unless there is something against it."""
        path = Path(self._line.value.strip()).expanduser()
        try:
            reason = saving.problem(path)
            among = not reason and saving.is_among(path, self._sources)
        except (OSError, ValueError) as error:
            reason, among = f"This is no name of a file: {error}", False
        if reason:
            self._say(f"{reason}.", problem=True)
        elif among and path != self._confirmed:
            self._confirmed = path
            self._say(_AMONG, problem=True)
        else:
            self.dismiss(path)

    def _say(self, words: str, *, problem: bool) -> None:
        self._note.update(Content(words))
        self._note.set_class(problem, "-problem")


def _short(path: Path) -> str:
    """A path as one would type it from here."""
    if path.is_relative_to(here := Path.cwd()):
        return str(path.relative_to(here))
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
