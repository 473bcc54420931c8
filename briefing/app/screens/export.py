"""Asks for the name of the file to which a briefing is written."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from briefing.app import saving
from briefing.app.screens.asking import Asking
from briefing.document import field
from briefing.export import FORMATS

_HINT = f"The end of the name says the format: {' '.join(FORMATS.values())}"
_AMONG = "This is a folder of your documents. Enter again writes there all the same."


class ExportScreen(Asking[Path]):
    """Gives the file to write, which is not there yet, or None. `sources` are the documents."""

    DEFAULT_CSS = """
    ExportScreen {
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
        yield self.framed(
            self._line, self._note, title=self._heading, hint="Enter writes, Esc closes"
        )

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
