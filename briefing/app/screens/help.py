"""All keys and what they do, made from the actions themselves. Enter does what a line says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from briefing.app.actions import EVERY, Action, grouped, key_names
from briefing.app.filter_bar import FILTERING
from briefing.app.find_bar import FINDING
from briefing.app.rows import Row, RowList


class HelpScreen(ModalScreen[Action | None]):
    """A list of the actions under their groups. It gives the action that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q", "dismiss(None)", "Close", show=False)
    ]
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        background: $background 60%;
        & > RowList {
            width: 84;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            background: $surface;
            border: round $edge-focus;
            border-title-color: $edge-focus;
            border-subtitle-color: $faint;
            padding: 0 0 0 1;
            scrollbar-color: $edge;
            scrollbar-background: $surface;
        }
    }
    """

    def compose(self) -> ComposeResult:
        """The list."""
        keys = RowList(_rows())
        keys.border_title = Content("Keys")
        keys.border_subtitle = Content("Enter does it, Escape closes")
        yield keys

    @on(RowList.Chosen)
    def choose(self, message: RowList.Chosen) -> None:
        """Close, and do what was chosen."""
        action = message.row.payload
        self.dismiss(action if isinstance(action, Action) else None)


def _rows() -> Iterator[Row]:
    width = max(len(key_names(action)) for action in (*EVERY, *FILTERING, *FINDING)) + 2
    typing = (("In the filter", list(FILTERING)), ("In the find line", list(FINDING)))
    for group, actions in (*grouped(EVERY), *typing):
        yield Row(Content.styled(group, "$primary"), header=True)
        for action in actions:
            if action.keys:
                keys = key_names(action).ljust(width)
                yield Row(
                    Content.assemble(
                        (keys, "bold"), action.description, (f"  {action.tooltip}", "$faint")
                    ),
                    payload=action,
                    indent=1,
                )
