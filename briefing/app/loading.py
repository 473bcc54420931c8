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
    from briefing.library import Beginning, Failure

Result: TypeAlias = "Beginning | Document | Briefing | Failure"
T = TypeVar("T")


class Ahead:
    """Reads a file, or the beginning of a long one, while the screen is still being made."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._result: Beginning | Document | Failure | None = None
        self._reading = Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self) -> None:
        from briefing import library

        self._result = library.read_first(self.path)

    def take(self, seconds: float | None = None) -> Beginning | Document | Failure | None:
        """What the file holds; None if it has not been read within so many seconds."""
        self._reading.join(seconds)
        return self._result


def load(source: Path | Ahead | Document) -> Iterator[Result]:
    """A file's text as soon as there is some, then its briefing; or the reason why not.

    A text is not read again.
    """
    from briefing import library

    if isinstance(source, Document):
        document: Document | Failure = source
    else:
        path, first = (source, None) if isinstance(source, Path) else (source.path, source.take())
        first = first or library.read_first(path)
        yield first
        if isinstance(first, library.Beginning):
            yield (document := library.read(path))
        else:
            document = first
    if isinstance(document, Document):
        from briefing.analysis.pipeline import brief

        try:
            yield brief(document)
        except Exception as error:  # one document never stops the others
            yield library.Failure(document.path, f"a fault of this program: {error!r}")


def load_rest(
    files: Sequence[tuple[int, Path]], stopped: Event
) -> Iterator[tuple[int, Briefing | Failure]]:
    """The briefings of many files, as they become ready, from worker processes."""
    from briefing import library
    from briefing.library.workers import start_server

    # While standard error is a file, which Textual's is not.
    with redirect_stderr(sys.__stderr__):
        start_server()
    for place, result in library.ingest([path for _, path in files], stopped=stopped.is_set):
        yield files[place][0], result


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
