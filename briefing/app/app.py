"""The app: opens documents and shows on the screen what comes of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from signal import SIGTERM
from traceback import format_exc
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widget import Widget

from briefing.app import attention, garbage, themes
from briefing.app.actions import EVERY, LIBRARY, PROGRAM, Action, bindings, key_names
from briefing.app.arrangement import WIDE
from briefing.app.config import ALWAYS_QUITS, Config
from briefing.app.history import EVERYTHING
from briefing.app.intake import Intake
from briefing.app.keymap import in_force
from briefing.app.memory import Memory
from briefing.document import Document, neutralise

if TYPE_CHECKING:
    from briefing.app.screens.library import LibraryScreen
    from briefing.library import Failure, Scan
    from briefing.library.store import Store

_REMEMBER = 5.0
"""Seconds between two looks at where the reader is."""
_ENDED = 128 + SIGTERM
"""The exit status of a program that was asked to end."""


class BriefingApp(Intake):
    """Reads the documents of a shelf, each as a briefing."""

    TITLE = "Briefing"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(PROGRAM),
        Binding(ALWAYS_QUITS, "quit", show=False, priority=True),  # out of any dialog, too
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual has it

    def __init__(
        self,
        sources: Sequence[Path | Document] = (),
        failures: Iterable[Failure] = (),
        name: str = "",
        config: Config | None = None,
        problems: Sequence[str] = (),
        memory: Memory | None = None,
        store: Callable[[Callable[[str], None]], Store] | None = None,
        scan: Scan | None = None,
    ) -> None:
        super().__init__(sources, failures, name, config or Config(), memory, store, scan)
        self._problems = problems
        self._library: LibraryScreen | None = None
        for theme in themes.THEMES:
            self.register_theme(theme)
        before = self.theme
        if "TEXTUAL_THEME" not in os.environ:
            self.theme = self.config.theme or themes.DARK.name
        # Nothing has been styled yet: it will be in the colours of the theme from the first.
        self.stylesheet.set_variables(self.get_css_variables())
        self._is_styled = self.theme == before
        if not self.config.motion:
            self.animation_level = "none"
        self.set_keymap(self.config.keys)

    def get_default_screen(self) -> Screen[None]:
        """The screen one reads on."""
        return self.reading

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our colours to the themes that do not know them."""
        return themes.defaults(self.current_theme)

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything in the colours of another theme; the first one is there already."""
        if self._is_styled:
            super().refresh_css(animate)
        self._is_styled = True

    def on_load(self) -> None:
        """Begin to read before there is a screen, and let nothing be collected till it is drawn."""
        garbage.wait()
        self.read_ahead()
        self._end_when_asked()

    def on_mount(self) -> None:
        """Open the first document; with its text, if that is there, the screen is drawn once."""
        self.take_ahead()
        self.open_first()
        self.warn("Configuration", *self._problems)
        if self.memory:
            self.warn("Memory", *filter(None, [self.memory.problem]))
            self.memory.tell = partial(self.tell, title="Memory")
            self.set_interval(_REMEMBER, self.reading.remember_place)
            self.set_interval(attention.SECONDS, self.reading.attend)
        self.call_after_refresh(garbage.begin)
        self.call_after_refresh(self._go_on)

    async def _go_on(self) -> None:
        """Do what the first picture did not wait for."""
        if await self.reading.furnish():
            self.begin_intake()

    def _end_when_asked(self) -> None:
        """Leave the terminal as it was when the system ends the program."""
        with suppress(NotImplementedError):  # where there are no such signals
            self._loop_of_app.add_signal_handler(SIGTERM, partial(self.exit, return_code=_ENDED))

    def on_unmount(self) -> None:
        """Remember where one was, keep what is finished, and leave the collector as it was."""
        self.end_intake()
        self.reading.remember_place()
        self.notebook.settle()
        if self.memory:
            self.memory.close()
        garbage.end()

    async def on_event(self, event: events.Event) -> None:
        """Let nothing be pasted that could command the terminal, wherever it is typed."""
        if isinstance(event, events.Paste):
            event.text = neutralise(event.text)
        await super().on_event(event)

    def _fatal_error(self) -> None:
        """End after a fault of this program, and say which, without the values in its memory."""
        from rich.text import Text

        self.panic(Text(neutralise(format_exc().rstrip())))

    # What is open

    def open_first(self) -> None:
        """Open the first document there is, or say why there is none."""
        if order := self.shelf.order:
            self.open_document(order[0])
        else:
            self.reading.show_nothing()
            self._first_done.set()

    def open_document(self, index: int, position: int | None = None) -> None:
        """Show a document from a position on, or where one was: at once what there is of it."""
        if index == EVERYTHING:
            self.show_library()
            return
        self.leave_library()
        volume = self.shelf.take_up(index)
        self.reading.show_volume(index, position)
        self.following.leave()
        self.reading.list_documents()
        if volume.briefing is None:
            # The words come before the thoughts.
            self.call_after_refresh(self.load_document, index)

    def show_library(self) -> None:
        """Show all documents together, as one left them."""
        if self._library is None:
            from briefing.app.screens.library import LibraryScreen

            self._library = LibraryScreen(
                self.collection,
                self.shelf,
                self.reading.navigator,
                self.notebook,
                self.config,
            )
            self.install_screen(self._library, "library")
        self.push_screen("library")

    def leave_library(self) -> None:
        """Show again what lies below the screen of all documents."""
        if self._library in self.screen_stack:
            while self.screen is not self.reading:
                self.pop_screen()
            self.reading.desk.go_to("text")

    def show_again(self, index: int) -> None:
        """Show what has come of the document that is open."""
        volume = self.shelf.volumes[index]
        if volume.failure:
            self.reading.show_several()
            if volume.text is None:
                self.open_first()
        elif volume.briefing:
            if self.reading.desk.text.document != volume.document:
                self.reading.show_text()
            self.reading.show_briefing()
        else:
            self.reading.show_text()

    def show_list(self) -> None:
        """Show the shelf as it is now, and let the filter bar search it."""
        self.reading.list_documents()
        self.reading.search_again()
        if self._library and self.screen is self._library:
            self._library.bring_up_to_date()
        garbage.spare()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a notice in place of the one before; a warning keeps its time."""
        before = [one for one in self._notifications if one.severity == "information"]
        for one in before:
            if severity == "information" and not one.title:
                self._unnotify(one, refresh=False)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def copy_to_clipboard(self, text: str) -> None:
        """Have the terminal copy `text` (OSC 52), made safe to be pasted into another one."""
        super().copy_to_clipboard(neutralise(text))

    # Actions

    def action_turn_theme(self) -> None:
        """From dark to light, or back."""
        self.theme = themes.turned(self.current_theme).name

    def action_help(self) -> None:
        """Show all keys; do what is chosen among them."""
        from briefing.app.screens.help import HelpScreen

        def perform(action: Action | None) -> None:
            if action:
                self.run_worker(self.perform(action), exit_on_error=False)

        self.push_screen(HelpScreen(self.config.keys), perform)

    async def perform(self, action: Action) -> None:
        """Do an action as if its key had been pressed."""
        focused = self.reading.focused
        name = action.action.partition("(")[0]
        node: Widget = self.screen if hasattr(self.screen, f"action_{name}") else self.reading
        if focused and hasattr(focused, f"action_{name}"):
            node = focused
        if action in LIBRARY:
            if self.screen is not self._library:
                self.reading.navigator.overlook()
            node = self.screen
        await self.run_action(action.action, node)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action by its name, for the palette; `screen` is the one it lies over."""
        for action in in_force(EVERY, self.config.keys):
            if screen in (self.reading, self._library) and action.group != "Move":
                told = "   ".join(filter(None, (key_names(action), action.tooltip)))
                yield SystemCommand(action.description, told, partial(self.perform, action))
