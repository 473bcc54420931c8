"""Everything one can do by key, said once: bindings, footer, help and palette come from here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding
from textual.keys import format_key

from briefing.app.arrangement import TITLES

Group = Literal["Move", "Read", "Marks", "Panes", "All documents", "Application"]
GROUPS: tuple[Group, ...] = ("Move", "Read", "Marks", "Panes", "All documents", "Application")


@dataclass(frozen=True, slots=True)
class Action:
    """Something one can do.

    `id` names it in a keymap and, unless `call` says otherwise, is Textual's action. `tooltip`
    says more than the description, where that is needed. `shown` is the word in the footer, empty
    for what is only in the help. `at_once` is for what begins a line one types: it is done before
    the next key is looked at, however fast that comes.
    """

    id: str
    keys: str
    description: str
    tooltip: str
    group: Group
    call: str = ""
    shown: str = ""
    at_once: bool = False

    @property
    def action(self) -> str:
        """What Textual runs."""
        return self.call or self.id

    @property
    def key(self) -> str:
        """The first of its keys."""
        return self.keys.partition(",")[0]

    @property
    def binding(self) -> Binding:
        """The action on its keys."""
        return Binding(
            self.keys,
            self.action,
            self.shown or self.description,
            show=bool(self.shown),
            tooltip=self.tooltip or self.description,
            priority=self.at_once,
            id=self.id,
        )


# What the text and every list do when they have the focus; each widget has these as actions.
MOVING = (
    Action("line_down", "j,down", "Next line", "", "Move"),
    Action("line_up", "k,up", "Previous line", "", "Move"),
    Action("page_down", "space,pagedown", "Next page", "", "Move"),
    Action("page_up", "b,pageup", "Previous page", "", "Move"),
    Action("half_page_down", "d", "Half a page down", "", "Move"),
    Action("half_page_up", "u", "Half a page up", "", "Move"),
    Action("home", "g,home", "To the beginning", "", "Move"),
    Action("end", "G,end", "To the end", "", "Move"),
)

# What the text does where a table or code is wider than the pane.
SIDEWAYS = (
    Action(
        "right",
        "right",
        "Further right",
        "in a table or code that is wider than the pane",
        "Move",
        shown="More",
    ),
    Action("left", "left", "Further left", "", "Move"),
    Action("first_column", "0", "To the first column", "", "Move", shown="Left edge"),
)

# What a list does with the row under its cursor.
CHOOSING = (
    Action(
        "choose",
        "enter",
        "Go to the source",
        "the sentence a row rests on; open a document",
        "Read",
        shown="Source",
    ),
)

# What one does on the screen one reads on, whichever pane has the focus.
READING = (
    Action(
        "filter",
        "slash,f",
        "Filter",
        "jump to a name, agreement, heading or document",
        "Read",
        shown="Filter",
        at_once=True,
    ),
    Action(
        "find",
        "ctrl+f",
        "Find in the text",
        "all places where words stand",
        "Read",
        shown="Find",
        at_once=True,
    ),
    Action("next_pane", "tab", "Next pane", "", "Panes", "step_pane(1)", "Pane"),
    Action("previous_pane", "shift+tab", "Previous pane", "", "Panes", "step_pane(-1)"),
    *(
        Action(
            f"pane_{pane}",
            str(number),
            f"Go to {title.lower()}",
            "",
            "Panes",
            f"go_to_pane('{pane}')",
        )
        for number, (pane, title) in enumerate(TITLES.items(), 1)
    ),
    Action(
        "next_mention",
        "n",
        "Next mention",
        "of what is marked, or place of what was found",
        "Read",
        "step_mention(1)",
        "Next mention",
    ),
    Action(
        "previous_mention",
        "N",
        "Previous mention",
        "of what is marked, or place of what was found",
        "Read",
        "step_mention(-1)",
    ),
    Action(
        "details",
        "x",
        "Open the agreement",
        "its dates and conditions; again closes it",
        "Read",
        shown="Open",
    ),
    Action(
        "card",
        "c",
        "Card",
        "all that is known of a name or an agreement",
        "Read",
        shown="Card",
    ),
    Action("next_heading", "right_square_bracket", "Next heading", "", "Read", "step_heading(1)"),
    Action(
        "previous_heading",
        "left_square_bracket",
        "Previous heading",
        "",
        "Read",
        "step_heading(-1)",
    ),
    Action(
        "everything",
        "a",
        "All documents",
        "what they name, agree on and date together",
        "Read",
        shown="All documents",
    ),
    Action("next_document", "J", "Next document", "", "Read", "step_document(1)"),
    Action("previous_document", "K", "Previous document", "", "Read", "step_document(-1)"),
    Action(
        "back", "H,alt+left", "Back", "to where one was before the jump", "Read", "travel('back')"
    ),
    Action(
        "forward", "L,alt+right", "Forward", "again, after going back", "Read", "travel('forward')"
    ),
    Action("select", "v", "Select", "a sentence; then v the next one, j and k lines", "Read"),
    Action(
        "copy",
        "y",
        "Copy the sentence",
        "that is marked, or the selection, with its source",
        "Read",
    ),
    Action("copy_item", "Y", "Copy the line", "of the pane one is in, as Markdown", "Read"),
    Action(
        "export",
        "E",
        "Export",
        "the briefing, or from the list of documents all of them, as a page, table or text file",
        "Read",
    ),
    Action("narrower", "minus", "Narrower text", "", "Read", "widen(-4)"),
    Action("wider", "plus,equals_sign", "Wider text", "", "Read", "widen(4)"),
    Action("edit", "e", "Edit", "the file, with $VISUAL or $EDITOR", "Read"),
    Action("leave", "escape", "Leave", "preview, mark or zoom, then the pane for the text", "Read"),
    Action("zoom", "z", "Zoom", "one pane on the whole screen, and back", "Panes"),
    Action(
        "narrower_pane", "less_than_sign,ctrl+left", "Narrower pane", "", "Panes", "resize(-1, 0)"
    ),
    Action("wider_pane", "greater_than_sign,ctrl+right", "Wider pane", "", "Panes", "resize(1, 0)"),
    Action(
        "lower_pane", "left_curly_bracket,ctrl+down", "Lower pane", "", "Panes", "resize(0, -1)"
    ),
    Action(
        "higher_pane", "right_curly_bracket,ctrl+up", "Higher pane", "", "Panes", "resize(0, 1)"
    ),
    Action("usual_sizes", "", "Panes as they were", "in their usual sizes", "Panes"),
    Action("side", "s", "Show side panes", "on and off", "Panes", "show_or_hide('side')"),
    Action(
        "timeline",
        "t",
        "Show timeline",
        "on and off",
        "Panes",
        "show_or_hide('timeline')",
        "Timeline",
    ),
    Action("documents", "o", "Show documents", "on and off", "Panes", "show_or_hide('documents')"),
    Action("outline", "i", "Outline", "the headings of the text", "Read"),
    Action(
        "bookmark",
        "B",
        "Bookmark",
        "the sentence that is marked, else the first on the screen; with a note",
        "Marks",
    ),
)

# What one notes of the documents, on the screen one reads on and on that of all documents.
MARKING = (
    Action("read", "R", "Read or unread", "marks the document as read, or as not read", "Marks"),
    Action("bookmarks", "apostrophe", "Bookmarks", "go to one, change or delete it", "Marks"),
    Action("news", "W", "What is new", "since one last read: documents, sentences, names", "Marks"),
    Action("next_unread", "U", "Next unread document", "", "Marks"),
    Action(
        "undo", "ctrl+z", "Undo", "the last mark, bookmark or note that was set or deleted", "Marks"
    ),
)

# What one does where all documents are seen together.
LIBRARY = (
    Action(
        "order",
        "r",
        "Order",
        "by date, name or number",
        "All documents",
        shown="Order",
    ),
    Action(
        "only",
        "m",
        "One kind only",
        "of names, or one status of agreements; then the next",
        "All documents",
        "only(1)",
        shown="Only",
    ),
    Action("only_before", "M", "The kind before", "", "All documents", "only(-1)"),
    Action("when", "p", "Time", "a year, or from a date to another", "All documents", shown="Time"),
)

# What one does to the program, on every screen.
PROGRAM = (
    Action(
        "help", "question_mark,f1", "Help", "this list", "Application", "app.help", shown="Help"
    ),
    Action(
        "palette",
        "colon,ctrl+p",
        "Commands",
        "find a command by its name",
        "Application",
        "app.command_palette",
    ),
    Action(
        "analyse",
        "",
        "Stop or go on analysing",
        "all documents that are not open",
        "Application",
        "app.analyse",
    ),
    Action("theme", "T", "Light or dark", "", "Application", "app.turn_theme"),
    Action("themes", "", "All themes", "choose one by its name", "Application", "app.change_theme"),
    Action("quit", "q,ctrl+q", "Quit", "", "Application", "app.quit", shown="Quit"),
)
EVERY = (*MOVING, *SIDEWAYS, *CHOOSING, *READING, *MARKING, *LIBRARY, *PROGRAM)


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
    "apostrophe": "'",
    "question_mark": "?",
    "colon": ":",
    "minus": "-",
    "plus": "+",
    "equals_sign": "=",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
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
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}


def key_name(key: str) -> str:
    """A key as it is written on the keyboard."""
    return "+".join(_KEY_NAMES.get(part) or format_key(part) for part in key.split("+"))


def key_names(action: Action) -> str:
    """The keys of an action as they are written on the keyboard."""
    return "  ".join(map(key_name, action.keys.split(",")))
