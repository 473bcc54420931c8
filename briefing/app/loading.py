"""Reading and analysing off the event loop; what comes of it arrives on the loop."""

from __future__ import annotations

import sys
from asyncio import Queue, get_running_loop
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import redirect_stderr, suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, NoReturn, TypeAlias, TypeVar

from briefing.analysis.briefing import Briefing
from briefing.document import Document

if TYPE_CHECKING:
    from briefing.formats.limits import Limits
    from briefing.library import Beginning, Failure

Result: TypeAlias = "Beginning | Document | Briefing | Failure"
Results: TypeAlias = tuple[Result, ...]
"""What has come of a file: of each of its documents, in their order; nearly always of one."""
T = TypeVar("T")


class Ahead:
    """Reads a file, or the beginning of a long one, while the screen is still being made."""

    def __init__(self, path: Path, limits: Limits | None = None) -> None:
        self.path = path
        self._limits = limits
        self._results: Results = ()
        self._reading = Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self) -> None:
        from briefing import library

        self._results = library.read_first(self.path, self._limits)

    def take(self, seconds: float | None = None) -> Results:
        """What the file holds; nothing if it has not been read within so many seconds."""
        self._reading.join(seconds)
        return self._results


def load(source: Path | Ahead | Document, limits: Limits | None = None) -> Iterator[Results]:
    """The texts in a file as soon as there is some, then the briefing of the first; or why not.

    A text is not read again.
    """
    from briefing import library

    if isinstance(source, Document):
        first: Result = source
    else:
        path, read = (source, ()) if isinstance(source, Path) else (source.path, source.take())
        documents = read or library.read_first(path, limits)
        yield documents
        if isinstance(documents[0], library.Beginning):
            yield (documents := tuple(library.read_all(path, limits)))
        first = documents[0]
    if isinstance(first, Document):
        yield (library.brief(first),)


def load_rest(
    files: Sequence[tuple[int, Path | Document]], stopped: Event, limits: Limits | None = None
) -> Iterator[tuple[int, Results]]:
    """The briefings of many files, as they become ready, from worker processes."""
    from briefing import library
    from briefing.library.ingest import ingest, result
    from briefing.library.store import Store
    from briefing.library.workers import start_server

    # While standard error is a file, which Textual's is not.
    with redirect_stderr(sys.__stderr__):
        start_server()
    store = Store(None)
    paths = {number: source for number, source in files if isinstance(source, Path)}
    for number, facts in ingest(store, list(paths.items()), limits, stopped=stopped.is_set):
        yield number, tuple(result(store, paths[number], one, limits) for one in facts)
    for number, source in files:
        if isinstance(source, Document):
            yield number, (library.brief(source),)


async def aside(results: Iterator[T], stopped: Event) -> AsyncGenerator[T, None]:
    """What comes of an iterator that runs in a thread of its own.

    When nobody waits any more, `stopped` is set and the thread left to itself, so that one can
    quit, or go on, in the midst of a long document. An exception of the thread is raised here.
    """
    loop = get_running_loop()
    arrived: Queue[Callable[[], T] | None] = Queue()

    def put(item: Callable[[], T] | None) -> None:
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(arrived.put_nowait, item)

    def run() -> None:
        try:
            for result in results:
                put(partial(_same, result))
                if stopped.is_set():
                    break
        except BaseException as error:
            put(partial(_raise, error))
        finally:
            put(None)

    Thread(target=run, daemon=True).start()
    try:
        while give := await arrived.get():
            yield give()
    finally:
        stopped.set()


def _same(result: T) -> T:
    return result


def _raise(error: BaseException) -> NoReturn:
    raise error
