"""What comes of the files: each is read, analysed or recalled, and followed, between the keys."""

from __future__ import annotations

import asyncio
from asyncio import sleep
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING

from textual import work
from textual.app import App
from textual.worker import Worker, WorkerState

from briefing.app.config import Config
from briefing.app.following import Following
from briefing.app.loading import (
    Ahead,
    Kept,
    Result,
    Results,
    aside,
    catch_up,
    find,
    load,
    load_again,
    load_rest,
    look_up,
    notes,
    recall,
    recall_together,
    save_names,
    save_together,
    take,
)
from briefing.app.memory import Memory
from briefing.app.progress import Progress
from briefing.app.screens.reading import ReadingScreen
from briefing.app.shelf import Shelf
from briefing.document import Document, field
from briefing.library import Scan
from briefing.library.holdings import Holdings
from briefing.library.notebook import Notebook

if TYPE_CHECKING:
    from briefing.library import Failure
    from briefing.library.catalogue import Catalogue
    from briefing.library.collection import Collection
    from briefing.library.snapshot import Members, Snapshot
    from briefing.library.store import Facts, Store
    from briefing.library.watch import Changes, Watch

_AT_ONCE = 200
"""Documents that are taken in between two keys."""
_PAUSE = 0.1
"""Seconds, at least, between two showings of the list of documents while results stream in."""
_PATIENCE_AT_END = 2.0
"""Seconds that quitting waits for what is finished to be kept."""
_PATIENCE = 0.05
"""Seconds that the first screen waits for the text of the first document."""


class Intake(App[None]):
    """Takes in what comes of the documents of a shelf; the app itself says how it is shown."""

    def __init__(
        self,
        sources: Sequence[Path | Document],
        failures: Iterable[Failure],
        name: str,
        config: Config,
        memory: Memory | None,
        store: Callable[[Callable[[str], None]], Store] | None,
        scan: Scan | None,
    ) -> None:
        super().__init__()
        self._scan = scan or Scan(())
        found, failures = self._scan.listing, tuple(failures)
        self.holdings = Holdings(partial(store, self.tell) if store else None)
        self.shelf = Shelf(
            [*sources, *found.files], [*failures, *found.failures], name, self.holdings
        )
        self.shelf.grows = not self._scan.is_done
        self.config = config
        self.memory = memory
        self.notebook = Notebook(memory.keep if memory else lambda _: None)
        self.reading = ReadingScreen(
            self.shelf,
            self.open_document,
            self.notebook,
            lambda: self.catalogue,
            lambda: self.collection,
            config,
            memory,
        )
        self.following = Following(
            self.reading, lambda: self.catalogue, lambda: self.collection, failures
        )
        self._ahead: Ahead | None = None
        self.progress = Progress()
        self._first_done = asyncio.Event()
        self._stopped, self._ended, self._left = Event(), Event(), Event()
        self._ended.set()
        self._snapshot_of: Members = {}
        self._recalled = self._is_loading = self._is_halted = False
        self._list_is_old = False
        self._pause = _PAUSE

    # What the app shows

    def open_first(self) -> None:
        """Open the first document there is, or say why there is none."""
        raise NotImplementedError

    def open_document(self, index: int, position: int | None = None) -> None:
        """Show a document from a position on, or where one was."""
        raise NotImplementedError

    def show_again(self, index: int) -> None:
        """Show what has come of the document that is open."""
        raise NotImplementedError

    def show_list(self) -> None:
        """Show the shelf as it is now, and let the filter bar search it."""
        raise NotImplementedError

    def list_documents(self) -> None:
        """Show the shelf as it is now; the more documents there are, the more seldom."""
        began = perf_counter()
        self._list_is_old = False
        self.shelf.progress = self.progress.words
        self.show_list()
        # Listing takes no more than a tenth of the time.
        self._pause = max(_PAUSE, 10 * (perf_counter() - began))

    # From the beginning to the end

    def read_ahead(self) -> None:
        """Begin to read the first document before there is a screen."""
        self._loop_of_app = asyncio.get_running_loop()
        if order := self.shelf.order:
            source = self.shelf.volumes[order[0]].source
            if isinstance(source, Path):
                self._ahead = Ahead(source, self.config.limits)

    def take_ahead(self) -> None:
        """Take in the text of the first document, if it is there."""
        if self._ahead and (results := self._ahead.take(_PATIENCE)):
            for index, result in self.shelf.placed(self.shelf.order[0], results):
                self.shelf.record(index, result)

    def end_intake(self) -> None:
        """Stop, and keep what is finished."""
        self._left.set()
        self._stopped.set()
        self._ended.wait(_PATIENCE_AT_END)
        self.holdings.close()

    # The files

    def begin_intake(self) -> None:
        """Have the files found, all documents analysed, and the files followed."""
        if self.shelf.grows:
            self.find_files()
        else:
            self.load_others()
            self.begin_following()

    @work(group="find", exit_on_error=False)
    async def find_files(self) -> None:
        """Have the rest of the files found and listed; then go on with all of them."""
        async for files in aside(find(self._scan), self._left):
            self.following.begin_with(files, self._scan.failures)
            self._list_soon()
        self.shelf.grows = False
        self.list_documents()
        self.begin_intake()

    # The document that is open

    @work(exclusive=True, group="open", exit_on_error=False)
    async def load_document(self, index: int) -> None:
        """Have the document that is open read and analysed."""
        volume, stopped = self.shelf.volumes[index], Event()
        ahead = self._ahead if self._ahead and self._ahead.path == volume.source else None
        inner = volume.document if self.shelf.is_inner(index) else None
        source = ahead or inner or volume.source
        changes = volume.changes
        if volume.stale and isinstance(volume.source, Path):
            loading = load_again(self.holdings, volume.source, self.config.limits)
        else:
            loading = load(source, self.config.limits, self.holdings, stopped.is_set)
        async for results in aside(loading, stopped):
            if volume.changes == changes:
                self.take_in(index, results)

    # All the others

    @work(exclusive=True, group="others", exit_on_error=False)
    async def load_others(self) -> None:
        """Find what has been analysed before; then have the rest analysed by worker processes."""
        if self.shelf.grows:
            return
        self._is_loading, self._is_halted = True, False
        if not self._recalled:
            if self.memory:
                async for kind, entries in aside(notes(self.memory), Event()):
                    self.notebook.begin_with(kind, entries)
            files = [one.source for one in self.shelf.volumes if isinstance(one.source, Path)]
            self.notebook.begin_here(map(str, files))
            sources = self._sources()
            asked = {index: self.shelf.volumes[index].changes for index, _ in sources}
            found = look_up(self.holdings, sources, self.config.limits)
            async for kept in aside(found, Event()):
                numbers = await self._keep(kept, asked)
                self.list_documents()
                await self._take(numbers)
            self._recalled = True
        # The document that is open comes first.
        await self._first_done.wait()
        before: dict[int, int] = {}
        while (sources := self._sources()) and not self._is_halted:
            asked = {index: self.shelf.volumes[index].changes for index, _ in sources}
            if asked == before:
                break
            before = asked
            await self._load(sources, asked)
        self._is_loading = False
        self.notebook.settle()
        self.reading.show_notes()
        async for _ in aside(save_names(self.reading.filter.searchable, self.holdings), Event()):
            pass
        self.prepare_library()

    def _sources(self) -> list[tuple[int, Path | Document]]:
        return [(index, self.shelf.volumes[index].source) for index in self.shelf.waiting()]

    async def _keep(
        self, kept: Mapping[int, Sequence[Facts]], asked: Mapping[int, int]
    ) -> list[int]:
        """Shelve what many files are kept as, between the keys; the documents that are held."""
        held: list[int] = []
        for place, (index, documents) in enumerate(kept.items(), 1):
            if self.shelf.volumes[index].changes == asked[index]:
                held += self.shelf.keep(index, documents).held
            if place % _AT_ONCE == 0:
                await sleep(0)
        return held

    async def _load(
        self, sources: Sequence[tuple[int, Path | Document]], asked: Mapping[int, int]
    ) -> None:
        """Have files analysed. What has changed since it was `asked` for is left for later."""
        self._stopped, self._ended = Event(), Event()
        self.progress.begin(len(sources))
        rest = load_rest(self.holdings, sources, self._stopped, self.config.limits)
        async for index, results in aside(rest, self._stopped, self._ended):
            volume = self.shelf.volumes[index]
            if volume.changes == asked[index]:
                self.take_in(index, results)
            self.progress.count(volume.failure is not None)
        self.progress.end()
        self.list_documents()

    async def _take(self, numbers: Sequence[int]) -> None:
        """Take in what is known already of many documents, between the keys.

        Till then one searches the names that were saved the last time.
        """
        before = self.reading.filter.searchable
        async for finder in aside(recall(self.holdings), Event()):
            if finder:
                before.begin_with(finder)
        async for snapshot in aside(recall_together(self.holdings), Event()):
            if snapshot:
                numbers = await self._begin_with(snapshot)
        async for some in aside(take(self.catalogue, numbers), Event()):
            for number in some:
                self._collect(number)
                await sleep(0)
            self._list_soon()
        async for _ in aside(catch_up(before, self.holdings), Event()):
            self.list_documents()

    async def _begin_with(self, snapshot: Snapshot) -> list[int]:
        """Go on with what all documents said together; those of which it does not tell."""
        members, now = snapshot.members, self.holdings.members()
        self.catalogue.begin_with(snapshot.names, {one: members[one][0] for one in members})
        self.collection.begin_with(snapshot.together)
        self._snapshot_of = members
        for number in [one for one in members if now.get(one) != members[one]]:
            self.catalogue.drop(number)
            self.collection.remove(number)
        for place, (number, outline) in enumerate(list(self.collection.outlines.items())):
            self._meet(number, outline.fingerprint)
            if place % _AT_ONCE == 0:
                await sleep(0)
        return [number for number in self.holdings.members() if number not in self.collection]

    @work(exclusive=True, group="prepare", exit_on_error=False)
    async def prepare_library(self) -> None:
        """Make, in small steps between the keys, what all documents together are shown from."""
        for _ in self.collection.prepare():
            await sleep(0)
        kept = save_together(self.holdings, self.collection, self.catalogue, self._snapshot_of)
        async for members in aside(kept, Event()):
            self._snapshot_of = members
        import briefing.app.screens.library  # noqa: F401 - so that the first look need not wait

    def action_analyse(self) -> None:
        """Analyse the other documents no further, or go on."""
        if self.progress.left and not self._stopped.is_set():
            self._is_halted = True
            self._stopped.set()
            left = f"{self.progress.left:,} documents are left"
            self.progress.end()
            self.notify(f"No more is analysed; {left}.", timeout=4, markup=False)
        else:
            self.load_others()
        self.reading.say_what_is_open()

    # What has come

    def take_in(self, index: int, results: Results | Kept) -> None:
        """Take in what has come of the documents of a file, and show it."""
        if isinstance(results, Kept):
            placed = self.shelf.keep(index, results.documents)
            self.following.drop(placed.left)
            for number in placed.held:
                self.catalogue.take(number)
                self._collect(number)
            self.following.show_anew({*placed.held, *placed.left})
        else:
            for number, result in self.shelf.placed(index, results):
                self._take_in(number, result)
        if self.shelf.volumes[index].is_done:
            self._first_done.set()
        self._list_soon()

    def _take_in(self, number: int, result: Result) -> None:
        from briefing.analysis.briefing import Briefing

        if not self.shelf.record(number, result):
            return
        if isinstance(result, Briefing) and self.shelf.is_given(number):
            self.catalogue.give(number, result)
            self._collect(number)
        if number == self.reading.navigator.document:
            self.show_again(number)

    def _list_soon(self) -> None:
        if not self._list_is_old:
            self._list_is_old = True
            self.set_timer(self._pause, self.list_documents)

    @cached_property
    def catalogue(self) -> Catalogue:
        """All that can be found by name."""
        from briefing.library.catalogue import Catalogue

        return Catalogue(self.holdings)

    @cached_property
    def collection(self) -> Collection:
        """What is known of all documents together."""
        from briefing.library.collection import Collection

        return Collection(self.holdings.digest)

    def _collect(self, number: int) -> None:
        if digest := self.holdings.digest(number):
            self.collection.add(number, digest)
            self._meet(number, digest.fingerprint)

    def _meet(self, number: int, fingerprint: str) -> None:
        if number in self.holdings:
            path = "" if self.shelf.is_given(number) else self.holdings.path(number)
            self.notebook.meet(number, path, fingerprint)

    # Files that change

    def begin_following(self) -> None:
        """Follow the files, if that is wanted."""
        if self._scan.paths and self.config.follow:
            from briefing.library.watch import Watch

            self.follow(Watch(self._scan.paths, self._scan.listing))

    @work(group="follow", exit_on_error=False)
    async def follow(self, watch: Watch) -> None:
        """Take in what becomes of the files, as long as the app runs."""
        async for changes in aside(watch.follow(self._left), self._left):
            self.take_changes(changes)

    def take_changes(self, changes: Changes) -> None:
        """Take in what has become of the files; what is new has to be analysed."""
        reading = self.reading.navigator.document
        self.following.take(changes)
        if self._recalled and not self._is_loading and not self._is_halted:
            self.load_others()
        elif reading is not None and self.shelf.volumes[reading].stale:
            self.load_document(reading)
        self.list_documents()

    # What goes wrong

    def tell(self, message: str, title: str = "Cache") -> None:
        """Show what another thread has to say."""
        with suppress(RuntimeError):  # the app has ended
            self._loop_of_app.call_soon_threadsafe(self.warn, title, message)

    def warn(self, title: str, *reasons: str) -> None:
        """Show what the reader should know, if there is anything."""
        if reasons:
            words = "\n".join(map(field, reasons))
            self.notify(words, title=title, severity="warning", timeout=15, markup=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong, rather than wait for ever."""
        if event.state is WorkerState.ERROR:
            reason = f"Reading was cut short by a fault of this program: {event.worker.error!r}"
            self.notify(field(reason), severity="error", markup=False)
