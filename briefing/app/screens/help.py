"""All keys and what they do, made from the actions themselves. Enter does what a line says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from briefing.app.actions import EVERY, Action, grouped, key_names
from briefing.app.filter_bar import FILTERING
from briefing.app.find_bar import FINDING
from briefing.app.keymap import in_force
from briefing.app.rows import Row, RowList
from briefing.app.screens.bookmarks import AMONG_BOOKMARKS
from briefing.app.screens.news import AMONG_NEWS
from briefing.app.screens.overlay import Overlay


class HelpScreen(Overlay[Action]):
    """A list of the actions under their groups. It gives the action that was chosen.

    `keys` are those that were set in place of the usual ones.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "dismiss(None)", "Close", show=False, id="help")
    ]

    def __init__(self, keys: Mapping[str, str]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The list."""
        keys = RowList(_rows(tuple(in_force(EVERY, self._keys))))
        yield self.framed(keys, "Keys", "Enter does it, Esc closes")

    @on(RowList.Chosen)
    def choose(self, message: RowList.Chosen) -> None:
        """Close, and do what was chosen."""
        action = message.row.payload
        self.dismiss(action if isinstance(action, Action) else None)


def _rows(every: tuple[Action, ...]) -> Iterator[Row]:
    width = (
        max(len(key_names(action)) for action in (*every, *FILTERING, *FINDING, *AMONG_BOOKMARKS))
        + 2
    )
    elsewhere = (
        ("In the filter", list(FILTERING)),
        ("In the find line", list(FINDING)),
        ("In the list of bookmarks", list(AMONG_BOOKMARKS)),
        ("In what is new", list(AMONG_NEWS)),
    )
    for group, actions in (*grouped(every), *elsewhere):
        yield Row(Content.styled(group, "$primary"), header=True)
        for action in actions:
            if action.keys:
                more = f"  {action.tooltip}" if action.tooltip else ""
                yield Row(
                    Content.assemble(action.description, (more, "$faint")),
                    payload=action,
                    indent=1,
                    wrap=True,
                    marker=Content.styled(key_names(action).ljust(width), "bold"),
                )
