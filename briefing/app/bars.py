"""The lines around the panes: what is open, which panes there are, which keys there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class TitleLine(Widget):
    """What is open at the left, the facts of the document at the right."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._left, self._middle, self._right = Content(""), "", ""

    def set_text(self, name: str, matched: str, facts: Sequence[str]) -> None:
        """Show a name, what is being stepped through, and facts. All are shown as they are."""
        self._left = Content.assemble(("Briefing", "bold $primary"), "  ", name)
        self._middle = matched
        self._right = "   ".join(fact for fact in facts if fact)
        self.refresh()

    def render(self) -> Content:
        """The line, the name giving way to the facts."""
        width = self.size.width
        right = Content.assemble(
            (self._middle, "$accent"),
            "     " if self._middle and self._right else "",
            (self._right, "$faint"),
        ).truncate(max(width - 10, 0), ellipsis=True)
        room = max(width - right.cell_length - 2, 0)
        return self._left.truncate(room, ellipsis=True, pad=True) + "  " + right


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line that can be clicked: its words, and what it stands for."""

    content: Content
    value: str


class _ClickLine(Widget):
    """One line of parts, each of which can be clicked."""

    ALLOW_SELECT = False
    GAP = 2

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._parts: Sequence[Part] = ()

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Show other parts."""
        if parts != self._parts:
            self._parts = parts
            self.refresh()

    def _fitting(self) -> list[Part]:
        """As many of the parts as there is room for."""
        fitting: list[Part] = []
        room = self.size.width
        for part in self._parts:
            room -= part.content.cell_length + (self.GAP if fitting else 0)
            if room < 0:
                break
            fitting.append(part)
        return fitting

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

    class Picked(Message):
        """A pane was picked with the mouse."""

        def __init__(self, pane: str) -> None:
            self.pane = pane
            super().__init__()

    def set_tabs(self, names: Sequence[tuple[str, str]], shown: str, focused: str) -> None:
        """Show (pane, name) pairs; the one with the focus and the one that is shown stand out."""

        def styled(pane: str, name: str) -> Content:
            style = "$faint"
            if pane == focused:
                style = "bold $primary reverse"
            elif pane == shown:
                style = "bold $primary"
            return Content.styled(f" {name} ", style)

        self.set_parts([Part(styled(pane, name), pane) for pane, name in names])

    GAP = 0

    def on_click(self, event: events.Click) -> None:
        """Pick the pane under the mouse."""
        offset = event.get_content_offset(self)
        if offset is not None and (pane := self.part_at(offset.x)):
            self.post_message(self.Picked(pane))


class KeyLine(_ClickLine):
    """The keys that matter where one is."""

    GAP = 3

    def on_mount(self) -> None:
        """Follow the bindings in force."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.update())

    def update(self) -> None:
        """Show the keys of the actions that are shown and can be done now."""
        parts: dict[str, Part] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.action not in parts:
                key = Content.styled(self.app.get_key_display(binding), "bold $primary")
                words = Content.styled(f" {binding.description}", "$faint")
                parts[binding.action] = Part(key + words, binding.key)
        self.set_parts(list(parts.values()))

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        offset = event.get_content_offset(self)
        if offset is not None and (key := self.part_at(offset.x)):
            self.app.simulate_key(key)
