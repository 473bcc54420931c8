"""One process apart for the file that is opened: it has its own memory, and a time for each step.

What it is given may hang it, fill its memory or end it; whoever asked is told so and goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path
from threading import Thread
from typing import IO, TYPE_CHECKING, Any, Literal, TypeAlias

from briefing import formats
from briefing.analysis.briefing import Briefing
from briefing.document import Document
from briefing.formats.limits import MEGABYTE, Limits
from briefing.library import processes, reading
from briefing.library.failure import Failure
from briefing.library.processes import GLANCE, Patience
from briefing.library.workers import never

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Step: TypeAlias = Literal["reading", "analysing"]

_NOWHERE = Document("", "", "")


class NotWantedError(Exception):
    """Nobody waits for the answer any more."""


class _Sign(Enum):
    """What the process says beside what it was asked for."""

    READY = auto()
    """It can be asked, and has given all that it was asked for before."""
    TOO_MUCH = auto()
    """What it was asked for did not fit into its memory."""


class Apart:
    """Reads and analyses in a process of its own, which is ended when this is closed.

    It is started when it is needed. `stopped` is asked several times a second; then
    `NotWantedError` is raised. Where no process can be started, there is still this one.
    """

    def __init__(self, limits: Limits, stopped: Callable[[], bool] = never) -> None:
        self._limits = limits
        self._stopped = stopped
        self._process: BaseProcess | None = None

    def _start(self) -> bool:
        """Start the process, unless it is there; whether it is."""
        if self._process is None:
            from multiprocessing import get_context

            # It has its first words sooner than one that is forked from what analyses.
            context = get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._limits), daemon=True)
            try:
                with processes.undisturbed():
                    self._process.start()
                theirs.close()
                self._is_there = self._receive(processes.STARTING) is _Sign.READY
            except (EOFError, OSError, TimeoutError):
                self._is_there = False
        return self._is_there

    def read_all(self, path: Path) -> Iterator[Document | Failure]:
        """The documents in a file, or why there is none, as `reading.read_all` gives them."""
        if not self._start():
            yield from reading.read_all(path, self._limits)
            return
        for number, one in enumerate(self._asked("reading", path, _size(path))):
            if not isinstance(one, str):
                yield one
            elif number == 0:  # others of its documents are read with other files, one by one
                yield Failure(str(path), one)

    def read_stream(self, stream: IO[bytes]) -> Iterator[Document | Failure]:
        """The documents in what standard input gives, or why there is none.

        No more of it is read than is needed. A short plain text is read here.
        """
        data = reading.take(stream, self._limits)
        short = len(data) <= reading.FIRST and formats.is_plain(data, "-")
        if short or not self._start():
            yield from reading.read_stream(data, limits=self._limits)
            return
        for one in self._asked("reading", data, len(data)):
            yield Failure("-", one) if isinstance(one, str) else one

    def brief(self, document: Document) -> Briefing | Failure:
        """The briefing of a document, or why there is none. A short one is analysed here."""
        size = len(document.text)
        if size <= reading.FIRST and self._process is None:
            return self._brief_here(document)
        if not self._start():
            return reading.brief(document)
        made = list(self._asked("analysing", document, size))[0]  # noqa: RUF015 - all is received
        if isinstance(made, Briefing):
            return replace(made, document=document)
        return Failure(document.path, made) if isinstance(made, str) else made

    def _asked(self, step: Step, of: object, size: int) -> Iterator[Any]:
        """The answers; in place of one that does not come, the reason why.

        Where the process died before the first, the fault may be another's: it is asked again.
        """
        allowed = self._limits.seconds * (1 + size / MEGABYTE)
        late = f"{step} it took longer than {allowed:.0f} seconds (limit seconds)"
        given = died = False
        while True:
            assert self._process is not None
            try:
                self._connection.send((step, of, allowed))
                answered = allowed * processes.BY_THE_CLOCK
                while (answer := self._receive(answered)) is not _Sign.READY:
                    if answer is _Sign.TOO_MUCH:
                        most = self._limits.memory // MEGABYTE
                        answer = f"{step} it took more than {most} MB of memory (limit memory)"
                    given = True
                    yield answer
                return
            except TimeoutError:
                why = late
            except (EOFError, OSError):
                out_of_time = processes.ran_out_of_time(self._process)
                why = late if out_of_time else "the process that read it died"
            self.close()
            if given or died or why is late or not self._start():
                yield why
                return
            died = True

    def _receive(self, seconds: float) -> object:
        """The next answer. Raises `TimeoutError`, `EOFError`, or `NotWantedError`."""
        patience = Patience(seconds)
        while not self._connection.poll(GLANCE):
            if self._stopped():
                raise NotWantedError
            if patience.is_over():
                raise TimeoutError
        return self._connection.recv()

    def _brief_here(self, document: Document) -> Briefing | Failure:
        made: list[Briefing | Failure] = []
        thread = Thread(target=lambda: made.append(reading.brief(document)), daemon=True)
        thread.start()
        thread.join(self._limits.seconds * processes.BY_THE_CLOCK)
        late = f"analysing it took longer than {self._limits.seconds} seconds (limit seconds)"
        return made[0] if made else Failure(document.path, late)

    def close(self) -> None:
        """End the process, also in the midst of a document; another is started when needed."""
        if self._process is not None:
            self._connection.close()
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
            self._process = None


def _serve(connection: Connection[Any, Any], limits: Limits) -> None:
    """Do what is asked for, until there is nobody to ask any more."""
    processes.limit_memory(limits.memory)
    with suppress(EOFError, OSError):
        while True:
            connection.send(_Sign.READY)
            step, of, seconds = connection.recv()
            processes.limit_time(seconds)
            try:
                if step == "reading":
                    read = reading.read_all if isinstance(of, Path) else reading.read_stream
                    for document in read(of, limits=limits):
                        connection.send(document)
                        processes.limit_time(seconds)
                else:
                    made = reading.brief(of)
                    # Whoever asked has the document.
                    answer = (
                        replace(made, document=_NOWHERE) if isinstance(made, Briefing) else made
                    )
                    connection.send(answer)
            except MemoryError:
                connection.send(_Sign.TOO_MUCH)
            processes.limit_time(0)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
