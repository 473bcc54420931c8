"""The app: composition, what comes in as messages, and what each action calls."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import App, ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from briefing.app import themes
from briefing.app.actions import EVERY, GENERAL, bindings
from briefing.app.arrangement import WIDE
from briefing.app.bars import KeyLine, TabLine, TitleLine
from briefing.app.desk import Desk
from briefing.app.loading import Loaded, load, load_rest
from briefing.app.navigator import Navigator
from briefing.app.panes.documents import Opened
from briefing.app.reader import Reader
from briefing.app.rows import RowList
from briefing.app.shelf import Shelf
from briefing.app.sources import Source, naming, sentence_at
from briefing.document import Document, field

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing
    from briefing.library import Failure


class BriefingApp(App[None]):
    """Reads the documents of a shelf, each as a briefing."""

    TITLE = "Briefing"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(GENERAL)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (150, "-broad")]  # noqa: RUF012 - as declared

    def __init__(
        self,
        sources: Sequence[Path | Document],
        failures: Iterable[Failure] = (),
        name: str = "",
    ) -> None:
        self.shelf = Shelf(sources, failures, name)
        self._ingesting = False
        self._list_is_old = False
        super().__init__()
        self.desk = Desk()
        self.navigator = Navigator(self.desk.text, self.open_document)
        for theme in themes.THEMES:
            self.register_theme(theme)
        if "TEXTUAL_THEME" not in os.environ:
            self.theme = themes.DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our colours to the themes that do not know them."""
        return themes.defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        """The lines and the panes."""
        yield TitleLine(id="title")
        yield self.desk
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Open the first document."""
        self.desk.arrangement.documents = len(self.shelf.volumes) > 1 or bool(self.shelf.failures)
        self.desk.fit()
        self.desk.text.focus()
        self.open_next_readable()

    # What is open

    def open_next_readable(self) -> None:
        """Open the first document there is, or say why there is none."""
        if order := self.shelf.order:
            self.open_document(order[0])
            return
        self.desk.clear()
        self.desk.text.show_message("There is nothing to read here.", self.shelf.why_empty())
        self.list_documents()
        self.say_what_is_open()

    def open_document(self, index: int, position: int = 0) -> None:
        """Show a document from a position on: its text at once, its briefing when it is ready."""
        volume = self.shelf.volumes[index]
        self.navigator.opened(index)
        self.desk.wait()
        if volume.document is None:
            self.desk.text.show_message(volume.file)
        else:
            self.desk.text.show_document(volume.document, position)
        if volume.briefing is None:
            self.load_document(index)
        else:
            self.show_briefing()
        self.list_documents()
        self.say_what_is_open()

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def load_document(self, index: int) -> None:
        """Read and analyse the document that is open."""
        worker = get_current_worker()
        for result in load(self.shelf.volumes[index].source):
            if worker.is_cancelled:
                return
            self.post_message(Loaded(index, result))

    @work(thread=True, exclusive=True, group="ingest", exit_on_error=False)
    def load_others(self) -> None:
        """Read and analyse, in worker processes, what is not open."""
        worker = get_current_worker()
        for index, result in load_rest(self.shelf.waiting(), lambda: worker.is_cancelled):
            self.post_message(Loaded(index, result))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, rather than wait for ever."""
        if event.state is WorkerState.ERROR:
            reason = field(
                f"Reading was cut short by a fault of this program: {event.worker.error!r}"
            )
            self.notify(reason, severity="error", markup=False)

    def on_loaded(self, message: Loaded) -> None:
        """Show what has come of a document."""
        index, volume = message.index, self.shelf.volumes[message.index]
        had_text = volume.document is not None
        self.shelf.record(index, message.result)
        if index == self.navigator.document:
            if volume.failure:
                self.desk.arrangement.documents = True
                self.desk.fit()
                self.open_next_readable()
            elif volume.document and not had_text:
                self.desk.text.show_document(volume.document)
            if volume.briefing:
                self.show_briefing()
            self.say_what_is_open()
        if not isinstance(message.result, Document) and not self._ingesting:
            self._ingesting = True
            if self.shelf.waiting():
                self.load_others()
        if not self._list_is_old:
            self._list_is_old = True
            self.set_timer(0.1, self.list_documents)

    @property
    def briefing(self) -> Briefing | None:
        """The briefing of what is open, once it is ready."""
        index = self.navigator.document
        return None if index is None else self.shelf.volumes[index].briefing

    def show_briefing(self) -> None:
        """Fill the panes from the briefing of what is open."""
        if briefing := self.briefing:
            self.navigator.sentence_of = lambda span: sentence_at(briefing, span.start)
            self.desk.show(briefing)

    def list_documents(self) -> None:
        """Show the shelf as it is now."""
        self._list_is_old = False
        self.desk.documents.show_shelf(self.shelf, self.navigator.document)

    def say_what_is_open(self) -> None:
        """Bring the line at the top, and the keys that can be used, up to date."""
        navigator = self.navigator
        matched = str(navigator.walk) if navigator.walk else ""
        facts = self.shelf.facts(navigator.document)
        self.query_one("#title", TitleLine).set_text(self.shelf.name, matched, facts)
        self.refresh_bindings()

    # Going to the source

    @on(RowList.Chosen, ".pane")
    def go_to_row(self, message: RowList.Chosen) -> None:
        """Go to what a row rests on, or open the document it stands for."""
        match message.row.payload:
            case Source() as source:
                self.jump(source)
            case Opened(index):
                if index != self.navigator.document:
                    self.navigator.open(index)
                self.desk.go_to("text")

    @on(RowList.Highlighted, ".pane")
    def preview_row(self, message: RowList.Highlighted) -> None:
        """Show what a row rests on while the cursor passes over it."""
        if isinstance(source := message.row.payload, Source) and message.control.has_focus:
            self.navigator.preview(source)
            self.say_what_is_open()

    @on(Reader.MarkChosen)
    def go_to_mark(self, message: Reader.MarkChosen) -> None:
        """Begin to step through the mentions of a name that was clicked."""
        briefing = self.briefing
        if briefing and (source := naming(briefing, message.start, message.end)):
            self.navigator.jump(source)
            self.say_what_is_open()

    def jump(self, source: Source) -> None:
        """Go to a source in the text."""
        self.navigator.jump(source)
        self.desk.go_to("text")
        self.say_what_is_open()

    @on(TabLine.Picked)
    def go_to_tab(self, message: TabLine.Picked) -> None:
        """Go to the pane whose tab was clicked."""
        self.desk.go_to(message.pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """One went to another pane: in the text, a preview becomes the place one is at."""
        if event.widget is self.desk.text:
            self.navigator.settle()
        self.desk.draw_tabs()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Fit the panes to the new size."""
        self.desk.fit()

    # Actions

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002 - Textual gives them by name
    ) -> bool | None:
        """Whether an action can do anything now."""
        return action != "step_mention" or self.navigator.walk is not None

    def action_step_mention(self, by: int) -> None:
        """Another mention of what is being stepped through."""
        self.navigator.step(by)
        self.say_what_is_open()

    def action_step_heading(self, by: int) -> None:
        """Another heading."""
        self.desk.text.next_heading(by)

    def action_step_document(self, by: int) -> None:
        """Another document of the list."""
        index = self.shelf.beside(self.navigator.document, by)
        if index is not None:
            self.navigator.open(index)

    def action_travel(self, direction: str) -> None:
        """Back, or forward again."""
        if not self.navigator.travel(direction):
            self.notify(f"There is nothing to go {direction} to.", timeout=2, markup=False)
        self.say_what_is_open()

    def action_leave(self) -> None:
        """One step outwards: preview, mark, zoom; then to the text. Never out of the program."""
        if self.navigator.previewing:
            self.navigator.cancel()
            self.desk.go_to("text")
        elif self.navigator.marked:
            self.navigator.clear()
        elif self.desk.zoomed:
            self.desk.zoom()
        else:
            self.desk.go_to("text")
        self.say_what_is_open()

    def action_pane(self, pane: str) -> None:
        """Go to a pane."""
        self.desk.go_to(pane)

    def action_focus_next(self) -> None:
        """Tab: the next pane; on another screen, the next widget."""
        self._step_pane(1)

    def action_focus_previous(self) -> None:
        """Shift and Tab: the other way."""
        self._step_pane(-1)

    def _step_pane(self, by: int) -> None:
        if len(self.screen_stack) == 1:
            self.desk.step(by)
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_show_or_hide(self, pane: str) -> None:
        """Show or hide a pane."""
        self.desk.toggle(pane)

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or take it back."""
        self.desk.zoom()

    def action_turn_theme(self) -> None:
        """From dark to light, or back."""
        self.theme = (themes.LIGHT if self.current_theme.dark else themes.DARK).name

    async def action_help(self) -> None:
        """Show all keys."""
        from briefing.app.screens.help import HelpScreen

        self.push_screen(HelpScreen(), self._run_chosen)

    async def _run_chosen(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    def get_system_commands(
        self,
        screen: Screen[object],  # noqa: ARG002 - Textual gives it
    ) -> Iterable[SystemCommand]:
        """Every action by its name, for the palette."""
        for action in EVERY:
            if action.group != "Move":
                run = partial(self.run_action, action.action)
                yield SystemCommand(action.description, action.tooltip, run)
