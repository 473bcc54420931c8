"""The lines around the panes: what is open, which panes there are, which keys there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from briefing.app.actions import Action, key_name

_KEPT = ("help", "quit", "close", "find_cancel", "leave")
"""The actions whose keys are named however short the line: how to learn more, and how to leave."""


class TitleLine(Widget):
    """What is open at the left, the facts of the document at the right."""

    ALLOW_SELECT = False
    _LEAST = 0.4
    """Of the line, what the name is not to lose to facts."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._opened = self._matched = ""
        self._facts: list[str] = []
        self._place = ""

    def set_text(self, name: str, matched: str, facts: Sequence[str]) -> None:
        """Show a name, what is being stepped through, and facts. All are shown as they are."""
        self._opened = name
        self._matched = matched
        self._facts = [fact for fact in facts if fact]
        self.refresh()

    def set_place(self, place: str) -> None:
        """Show how far down the text one is."""
        if place != self._place:
            self._place = place
            self.refresh()

    def render(self) -> Content:
        """The line. Where it is short, the last facts go first, then the end of the name."""
        width, facts = self.size.width, self._facts
        least = min(int(self._LEAST * width), cell_len(self._opened) + 2)
        place = [self._place] if self._place else []
        matched = self._matched + " " * 6 if self._matched and facts else self._matched
        while facts and len(matched + "   ".join([*facts, *place])) > width - least:
            facts = facts[:-1]
        facts = [*facts, *place]
        right = Content.assemble((matched, "$accent"), ("   ".join(facts), "$faint"))
        room = max(width - right.cell_length - 2, 0)
        left = Content.assemble(("Briefing", "bold $primary"), "  ", self._opened)
        if left.cell_length > room:
            left = Content(self._opened)
        left = left.truncate(room, ellipsis=True, pad=True)
        return (left + "  " + right).truncate(width, ellipsis=True)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line that can be clicked: its words, and what it stands for."""

    content: Content
    value: str
    kept: bool = False


class _ClickLine(Widget):
    """One line of parts, each of which can be clicked."""

    ALLOW_SELECT = False
    GAP = 2

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._parts: Sequence[Part] = ()

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Show other parts."""
        self._parts = parts
        self.refresh()

    def _fitting(self) -> list[Part]:
        """As many of the parts as there is room for; those that are to be kept go last."""
        fitting = list(self._parts)
        while fitting and self._width(fitting) > self.size.width:
            loose = [part for part in fitting if not part.kept]
            fitting.remove((loose or fitting)[-1])
        return fitting

    def _width(self, parts: Sequence[Part]) -> int:
        return sum(part.content.cell_length for part in parts) + self.GAP * (len(parts) - 1)

    def render(self) -> Content:
        """The parts with a gap between them."""
        return Content(" " * self.GAP).join(part.content for part in self._fitting())

    def part_at(self, x: int) -> str | None:
        """What the part in a column stands for."""
        left = 0
        for part in self._fitting():
            right = left + part.content.cell_length
            if left <= x < right:
                return part.value
            left = right + self.GAP
        return None


class TabLine(_ClickLine):
    """The panes by name, where there is room for only one of them."""

    GAP = 0

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._tabs: Sequence[tuple[str, int, str]] = ()
        self._shown = self._focused = ""

    class Picked(Message):
        """A pane was picked with the mouse."""

        def __init__(self, pane: str) -> None:
            self.pane = pane
            super().__init__()

    def set_tabs(self, tabs: Sequence[tuple[str, int, str]], shown: str, focused: str) -> None:
        """Show (pane, number, title); the one with the focus and the one shown stand out.

        Where there is no room for all the titles, only those two have theirs.
        """
        self._tabs, self._shown, self._focused = tabs, shown, focused
        self.on_resize()

    def on_resize(self) -> None:
        """Shorten the tabs to the room there is."""
        width = sum(len(f" {number} {title} ") for _, number, title in self._tabs)
        self.set_parts([self._part(*tab, long=width <= self.size.width) for tab in self._tabs])

    def _part(self, pane: str, number: int, title: str, long: bool) -> Part:
        style = "$faint"
        if pane == self._focused:
            style = "bold $primary reverse"
        elif pane == self._shown:
            style = "bold $primary"
        long = long or pane in (self._shown, self._focused)
        return Part(Content.styled(f" {number} {title} " if long else f" {number} ", style), pane)

    def on_click(self, event: events.Click) -> None:
        """Pick the pane under the mouse."""
        offset = event.get_content_offset(self)
        if offset is not None and (pane := self.part_at(offset.x)):
            self.post_message(self.Picked(pane))


class KeyLine(_ClickLine):
    """The keys that matter where one is."""

    GAP = 3

    def set_actions(self, actions: Iterable[Action]) -> None:
        """Show the first key of each action and its short name."""
        self.set_parts(
            [
                Part(
                    Content.assemble(
                        (key_name(action.key), "bold $primary"), (f" {action.shown}", "$faint")
                    ),
                    action.key,
                    kept=action.id in _KEPT,
                )
                for action in actions
            ]
        )

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        offset = event.get_content_offset(self)
        if offset is not None and (key := self.part_at(offset.x)):
            self.app.simulate_key(key)
