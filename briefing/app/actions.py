"""Everything one can do by key, said once: bindings, footer, help and palette come from here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

Group = Literal["Move", "Read", "Panes", "Application"]
GROUPS: tuple[Group, ...] = ("Move", "Read", "Panes", "Application")


@dataclass(frozen=True, slots=True)
class Action:
    """Something one can do.

    `id` names it in a keymap and, unless `call` says otherwise, is Textual's action. `shown` is
    the word in the footer, empty for what is only in the help.
    """

    id: str
    keys: str
    description: str
    tooltip: str
    group: Group
    call: str = ""
    shown: str = ""

    @property
    def action(self) -> str:
        """What Textual runs."""
        return self.call or self.id

    @property
    def binding(self) -> Binding:
        """The action on its keys."""
        return Binding(
            self.keys,
            self.action,
            self.shown or self.description,
            show=bool(self.shown),
            tooltip=self.tooltip,
            id=self.id,
        )


# What the text and every list do when they have the focus; each widget has these as actions.
MOVING = (
    Action("line_down", "j,down", "Next line", "One line or row down", "Move"),
    Action("line_up", "k,up", "Previous line", "One line or row up", "Move"),
    Action("page_down", "space,pagedown", "Next page", "One page down", "Move"),
    Action("page_up", "b,pageup", "Previous page", "One page up", "Move"),
    Action("half_down", "d", "Half a page down", "Half a page down", "Move"),
    Action("half_up", "u", "Half a page up", "Half a page up", "Move"),
    Action("first", "g,home", "Beginning", "To the first line or row", "Move"),
    Action("last", "G,end", "End", "To the last line or row", "Move"),
)

# What a list does with the row under its cursor.
CHOOSING = (
    Action(
        "choose",
        "enter",
        "Go to the source",
        "Go to the sentence a row rests on, or open the document",
        "Read",
        shown="Source",
    ),
)


def bindings(actions: tuple[Action, ...]) -> list[Binding]:
    """The actions as Textual binds them."""
    return [action.binding for action in actions]


def grouped(actions: tuple[Action, ...]) -> Iterator[tuple[Group, list[Action]]]:
    """The actions under their headings, in the order in which the help shows them."""
    for group in GROUPS:
        if members := [action for action in actions if action.group == group]:
            yield group, members
