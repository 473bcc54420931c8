"""Everything one can do by key, said once: bindings, footer, help and palette come from here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

from briefing.app.arrangement import TITLES

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
    Action("half_page_down", "d", "Half a page down", "Half a page down", "Move"),
    Action("half_page_up", "u", "Half a page up", "Half a page up", "Move"),
    Action("home", "g,home", "Beginning", "To the first line or row", "Move"),
    Action("end", "G,end", "End", "To the last line or row", "Move"),
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

# What the app does wherever one is.
GENERAL = (
    Action(
        "filter",
        "slash,f",
        "Filter",
        "Jump to a name, agreement, heading or document",
        "Read",
        shown="Filter",
    ),
    Action("next_pane", "tab", "Next pane", "To the next pane", "Panes", "focus_next", "Pane"),
    Action(
        "previous_pane",
        "shift+tab",
        "Previous pane",
        "To the previous pane",
        "Panes",
        "focus_previous",
    ),
    Action(
        "next_mention",
        "n",
        "Next mention",
        "Next place that names what is marked",
        "Read",
        "step_mention(1)",
        "Next mention",
    ),
    Action(
        "previous_mention",
        "N",
        "Previous mention",
        "Previous place that names what is marked",
        "Read",
        "step_mention(-1)",
    ),
    Action(
        "next_heading",
        "right_square_bracket",
        "Next heading",
        "To the next heading",
        "Read",
        "step_heading(1)",
    ),
    Action(
        "previous_heading",
        "left_square_bracket",
        "Previous heading",
        "To the previous heading",
        "Read",
        "step_heading(-1)",
    ),
    Action(
        "next_document", "J", "Next document", "Open the next document", "Read", "step_document(1)"
    ),
    Action(
        "previous_document",
        "K",
        "Previous document",
        "Open the previous document",
        "Read",
        "step_document(-1)",
    ),
    Action(
        "back",
        "H,alt+left",
        "Back",
        "Back to where one was before the jump",
        "Read",
        "travel('back')",
    ),
    Action("forward", "L,alt+right", "Forward", "Forward again", "Read", "travel('forward')"),
    Action(
        "leave",
        "escape",
        "Leave",
        "Leave the preview, the mark, the zoom, the filter; then back to the text",
        "Read",
    ),
    *(
        Action(
            f"pane_{pane}", str(number), title, f"To the pane {title}", "Panes", f"pane('{pane}')"
        )
        for number, (pane, title) in enumerate(TITLES.items(), 1)
    ),
    Action("zoom", "z", "Zoom", "Give the pane the whole screen, and back", "Panes"),
    Action(
        "side",
        "s",
        "Side panes",
        "Show or hide the panes of the briefing",
        "Panes",
        "show_or_hide('side')",
    ),
    Action(
        "timeline",
        "t",
        "Timeline",
        "Show or hide the timeline",
        "Panes",
        "show_or_hide('timeline')",
        "Timeline",
    ),
    Action(
        "documents",
        "o",
        "List of documents",
        "Show or hide the documents",
        "Panes",
        "show_or_hide('documents')",
    ),
    Action("help", "question_mark,f1", "Help", "All keys", "Application", shown="Help"),
    Action(
        "palette",
        "colon",
        "Commands",
        "Find a command by its name (also ctrl+p)",
        "Application",
        "command_palette",
    ),
    Action(
        "theme",
        "T",
        "Light or dark",
        "Change between the light and the dark theme",
        "Application",
        "turn_theme",
    ),
    Action("themes", "", "All themes", "Choose one of all themes", "Application", "change_theme"),
    Action("quit", "q,ctrl+q", "Quit", "Leave the program", "Application", shown="Quit"),
)
EVERY = (*MOVING, *CHOOSING, *GENERAL)


def bindings(actions: tuple[Action, ...]) -> list[Binding]:
    """The actions as Textual binds them."""
    return [action.binding for action in actions if action.keys]


def grouped(actions: tuple[Action, ...]) -> Iterator[tuple[Group, list[Action]]]:
    """The actions under their headings, in the order in which the help shows them."""
    for group in GROUPS:
        if members := [action for action in actions if action.group == group]:
            yield group, members


_KEY_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "shift": "Shift",
    "f1": "F1",
}


def key_name(key: str) -> str:
    """A key as it is written on the keyboard."""
    return "+".join(_KEY_NAMES.get(part, part) for part in key.split("+"))


def key_names(action: Action) -> str:
    """The keys of an action as they are written on the keyboard."""
    return "  ".join(map(key_name, action.keys.split(",")))
