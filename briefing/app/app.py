"""The app: opens documents, has them read and analysed aside, and shows them on the screen."""

from __future__ import annotations

import os
from asyncio import sleep
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from briefing.app import garbage, themes
from briefing.app.actions import EVERY, LIBRARY, PROGRAM, Action, bindings
from briefing.app.arrangement import WIDE
from briefing.app.config import Config
from briefing.app.history import EVERYTHING
from briefing.app.loading import Ahead, Result, Results, aside, load, load_rest
from briefing.app.memory import Memory
from briefing.app.screens.reading import ReadingScreen
from briefing.app.shelf import Shelf
from briefing.document import Document, field, neutralise
from briefing.library.catalogue import Catalogue

if TYPE_CHECKING:
    from briefing.app.screens.library import LibraryScreen
    from briefing.library import Failure
    from briefing.library.collection import Collection

_PAUSE = 0.1
"""Seconds, at least, between two showings of the list of documents while results stream in."""
_REMEMBER = 5.0
"""Seconds between two looks at where the reader is."""
_PATIENCE = 0.05
"""Seconds that the first screen waits for the text of the first document."""


class BriefingApp(App[None]):
    """Reads the documents of a shelf, each as a briefing."""

    TITLE = "Briefing"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PROGRAM)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual has it

    def __init__(
        self,
        sources: Sequence[Path | Document],
        failures: Iterable[Failure] = (),
        name: str = "",
        config: Config | None = None,
        problems: Sequence[str] = (),
        memory: Memory | None = None,
    ) -> None:
        super().__init__()
        self.shelf = Shelf(sources, failures, name)
        self.catalogue = Catalogue()
        self.config = config or Config()
        self._problems = problems
        self.memory = memory
        self.reading = ReadingScreen(self.shelf, self.open_document, self.config, memory)
        self._collection: Collection | None = None
        self._library: LibraryScreen | None = None
        self._ahead: Ahead | None = None
        self._others_begun = False
        self._list_is_old = False
        self._pause = _PAUSE
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
        if order := self.shelf.order:
            source = self.shelf.volumes[order[0]].source
            if isinstance(source, Path):
                self._ahead = Ahead(source, self.config.limits)

    def on_mount(self) -> None:
        """Open the first document; with its text, if that is there, the screen is drawn once."""
        if self._ahead and (results := self._ahead.take(_PATIENCE)):
            for index, result in self._placed(self.shelf.order[0], results):
                self.shelf.record(index, result)
        self.open_first()
        self._warn("Configuration", *self._problems)
        if self.memory:
            self._warn("Memory", *filter(None, [self.memory.problem]))
            self.set_interval(_REMEMBER, self.reading.remember_place)
        self.call_after_refresh(garbage.begin)

    def on_unmount(self) -> None:
        """Remember where one was, and leave the collector as it was."""
        self.reading.remember_place()
        if self.memory:
            self.memory.close()
        garbage.end()

    def _warn(self, title: str, *reasons: str) -> None:
        if reasons:
            words = "\n".join(map(field, reasons))
            self.notify(words, title=title, severity="warning", timeout=15, markup=False)

    # What is open

    def open_first(self) -> None:
        """Open the first document there is, or say why there is none."""
        if order := self.shelf.order:
            self.open_document(order[0])
        else:
            self.reading.show_nothing()

    def open_document(self, index: int, position: int | None = None) -> None:
        """Show a document from a position on, or where one was: at once what there is of it."""
        if index == EVERYTHING:
            self.show_library()
            return
        self.leave_library()
        self.reading.show_volume(index, position)
        self.reading.list_documents()
        if self.shelf.volumes[index].briefing is None:
            # The words come before the thoughts.
            self.call_after_refresh(self.load_document, index)

    @property
    def collection(self) -> Collection:
        """What is known of all documents together."""
        if self._collection is None:
            from briefing.library.collection import Collection

            self._collection = Collection()
        return self._collection

    def show_library(self) -> None:
        """Show all documents together, as one left them."""
        if self._library is None:
            from briefing.app.screens.library import LibraryScreen

            self._library = LibraryScreen(
                self.collection, self.reading.navigator, self.shelf.name, self.config
            )
            self.install_screen(self._library, "library")
        self.push_screen("library")

    @work(exclusive=True, group="prepare", exit_on_error=False)
    async def prepare_library(self) -> None:
        """Make, in small steps between the keys, what all documents together are shown from."""
        for _ in self.collection.prepare():
            await sleep(0)
        import briefing.app.screens.library  # noqa: F401 - so that the first look need not wait

    def leave_library(self) -> None:
        """Show again what lies below the screen of all documents."""
        if self._library in self.screen_stack:
            while self.screen is not self.reading:
                self.pop_screen()
            self.reading.desk.go_to("text")

    @work(exclusive=True, group="open", exit_on_error=False)
    async def load_document(self, index: int) -> None:
        """Have the document that is open read and analysed."""
        volume, stopped = self.shelf.volumes[index], Event()
        ahead = self._ahead if self._ahead and self._ahead.path == volume.source else None
        source = volume.document or ahead or volume.source
        async for results in aside(load(source, self.config.limits), stopped):
            self.take_in(index, results)

    @work(exclusive=True, group="others", exit_on_error=False)
    async def load_others(self) -> None:
        """Have read and analysed, in worker processes, what is not open."""
        stopped = Event()
        rest = load_rest(self.shelf.waiting(), stopped, self.config.limits)
        async for index, results in aside(rest, stopped):
            self.take_in(index, results)
        self.prepare_library()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, rather than wait for ever."""
        if event.state is WorkerState.ERROR:
            reason = f"Reading was cut short by a fault of this program: {event.worker.error!r}"
            self.notify(field(reason), severity="error", markup=False)

    def take_in(self, index: int, results: Results) -> None:
        """Keep what has become of the documents of a file, and show it."""
        for place, result in self._placed(index, results):
            self._take_in(place, result)

    def _placed(self, index: int, results: Results) -> list[tuple[int, Result]]:
        """The results of a file with their volumes: its own, then those of what else is in it."""
        places = [index, *map(self.shelf.inner, results[1:])]
        return list(zip(places, results, strict=True))

    def _take_in(self, index: int, result: Result) -> None:
        if not self.shelf.record(index, result):
            return
        volume = self.shelf.volumes[index]
        if volume.briefing:
            self.catalogue.add(index, volume.briefing)
            from briefing.library.digest import digest

            self.collection.add(index, digest(volume.briefing))
        if index == self.reading.navigator.document:
            self._show(index)
        if (volume.briefing or volume.failure) and not self._others_begun:
            self._others_begun = True
            if self.shelf.waiting():
                self.load_others()
        if not self._list_is_old:
            self._list_is_old = True
            self.set_timer(self._pause, self.list_documents)

    def _show(self, index: int) -> None:
        volume = self.shelf.volumes[index]
        if volume.failure:
            self.reading.show_failure()
            if volume.text is None:
                self.open_first()
        elif volume.briefing:
            if self.reading.desk.text.document != volume.document:
                self.reading.show_text()
            self.reading.show_briefing()
        else:
            self.reading.show_text()

    def list_documents(self) -> None:
        """Show the shelf as it is now, and let the filter bar search it."""
        began = perf_counter()
        self._list_is_old = False
        self.reading.list_documents()
        self.reading.filter.set_catalogue(self.catalogue)
        if self._library and self.screen is self._library:
            self._library.bring_up_to_date()
        garbage.spare()
        # Listing takes no more than a tenth of the time, however many documents there are.
        self._pause = max(_PAUSE, 10 * (perf_counter() - began))

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
        node = focused if focused and hasattr(focused, f"action_{name}") else self.reading
        if action in LIBRARY:
            if self.screen is not self._library:
                self.reading.navigator.overlook()
            node = self.screen
        await self.run_action(action.action, node)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action by its name, for the palette; `screen` is the one it lies over."""
        for action in EVERY:
            if screen in (self.reading, self._library) and action.group != "Move":
                yield SystemCommand(
                    action.description, action.tooltip, partial(self.perform, action)
                )
