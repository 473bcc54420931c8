"""Worker processes that read and analyse files, one document at a time each.

A file at which a worker dies, or which takes too long or too much memory, costs itself only: it
is told why, and another worker is started. What may be no fault of the file, such as a worker that
the system has ended, is tried again first.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from briefing.formats.limits import MEGABYTE, Limits
from briefing.library import processes
from briefing.library.processes import GLANCE, Patience
from briefing.library.work import Work, failed, work

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext

Made: TypeAlias = tuple[int, Path, Work]
"""The number of a file, the file, and what was made of it."""

MAX_WORKERS = 8

_NOT_BEGUN = -1
_MOST_STARTS = 3
"""Workers that may be lost before they begin with a file; then this process reads it."""
_DIED = "the process that read it died"
_LARGE = 320 * MEGABYTE
"""Memory from which on a worker is replaced by a new one once it has done its document."""


def never() -> bool:
    """Nothing has stopped."""
    return False


def usual_count() -> int:
    """How many workers the machine has room for."""
    return min(os.cpu_count() or 1, MAX_WORKERS)


def analyse(
    files: Iterable[tuple[int, Path]],
    count: int,
    limits: Limits,
    stopped: Callable[[], bool] = never,
) -> Iterator[list[Made]]:
    """What `count` workers make of files, each given by a number of the caller's.

    Results come as they are ready, at times none at all, so that the caller may do other things.
    Files are taken as they are needed. Closing the iterator ends the workers, and so does
    `stopped`, which is asked several times a second.
    """
    from multiprocessing.connection import wait

    waiting = (_Task(number, path) for number, path in files)
    again: list[_Task] = []
    workers: list[_Worker] = []
    try:
        while not stopped():
            while sum(one.task is not None for one in workers) < count:
                task = again.pop() if again else next(waiting, None)
                if task is None:
                    break
                idle = next((one for one in workers if one.task is None), None)
                if idle is None and (idle := _started(limits)):
                    workers.append(idle)
                if idle is None:  # perhaps there is room for one soon, or one of them is free
                    task.starts += not workers
                    again.append(task)
                    break
                idle.begin(task)
            busy = [one for one in workers if one.task is not None]
            if not busy and not again:
                return
            wait([one.connection for one in busy], GLANCE)
            results = [one.result() for one in busy]
            workers = [one for one in workers if not one.ended]
            again += [one for one in results if isinstance(one, _Task)]
            yield [one for one in results if isinstance(one, tuple)]
            if again and again[-1].starts >= _MOST_STARTS:
                yield [_here(again.pop(), limits)]
    finally:
        for one in workers:
            one.end()


@dataclass(slots=True)
class _Task:
    """A file to be worked on, but for those of its documents that were too much already.

    `starts` counts the workers that were lost before they had begun with it, and `died` has the
    documents at which one was.
    """

    number: int
    path: Path
    skipped: dict[int, str] = field(default_factory=dict)
    starts: int = 0
    died: set[int] = field(default_factory=set)

    @property
    def size(self) -> int:
        """Bytes of the file."""
        try:
            return self.path.stat().st_size
        except (OSError, ValueError):
            return 0


class _Worker:
    """A process, and the file it has in hand. Raises `OSError` or `EOFError` where none starts."""

    def __init__(self, limits: Limits) -> None:
        context = _context()
        self.connection, theirs = context.Pipe()
        self._limits = limits
        self._process = context.Process(target=_serve, args=(theirs, limits), daemon=True)
        self._process.start()
        theirs.close()
        self.task: _Task | None = None
        self._document = _NOT_BEGUN
        self._allowed = 0.0
        self._patience = Patience(0)
        self.ended = False

    def begin(self, task: _Task) -> None:
        """Give it a file."""
        self.task, self._document = task, _NOT_BEGUN
        self._patience = Patience(processes.STARTING)
        # A long text takes longer.
        self._allowed = self._limits.seconds * (1 + task.size / MEGABYTE)
        with suppress(OSError):  # it has died meanwhile, as `result` will find
            self.connection.send((task.path, task.skipped, self._allowed))

    def result(self) -> Made | _Task | None:
        """What became of its file, or what to do with it now; None while that is not known."""
        task = self.task
        assert task is not None
        made: Work | None = None
        late = f"analysing it took longer than {self._allowed:.0f} seconds (limit seconds)"
        why = ""
        try:
            while made is None and self.connection.poll():
                made, self._document, leaving = self.connection.recv()
                self._patience = Patience(self._allowed * processes.BY_THE_CLOCK)
                if leaving:
                    self.end()
        except (EOFError, OSError):
            if processes.ran_out_of_time(self._process):
                why = late
            elif self._document in task.died:
                why = _DIED
        else:
            if made is None:
                if not self._patience.is_over():
                    return None
                why = late
        self.task = None
        if made is not None:
            return task.number, task.path, made
        self.end()
        return self._without(task, why)

    def _without(self, task: _Task, why: str) -> Made | _Task:
        """What to do where nothing came of a file, for which it is to blame if there is a `why`."""
        if self._document == _NOT_BEGUN:
            task.starts += 1
        elif not why:
            task.died.add(self._document)
        elif 0 < self._document not in task.skipped:
            task.skipped[self._document] = why
        else:
            return task.number, task.path, failed(why)
        return task

    def end(self) -> None:
        """End it at once, also in the midst of a document nobody waits for any more."""
        if not self.ended:
            self.ended = True
            self._process.kill()
            self._process.join()
            self.connection.close()


def _here(task: _Task, limits: Limits) -> Made:
    """What this process makes of a file, where there is no other, unless it has ended one."""
    made = failed(_DIED) if task.died else work(task.path, limits)
    return task.number, task.path, made


def _started(limits: Limits) -> _Worker | None:
    """A new worker; None where the system has no room for one now."""
    try:
        return _Worker(limits)
    except (OSError, EOFError):
        return None


def start_server() -> bool:
    """Start the process from which the workers fork; False where the system has no such thing."""
    import multiprocessing

    if "forkserver" not in multiprocessing.get_all_start_methods():
        return False
    from multiprocessing import forkserver

    with processes.undisturbed():
        # What the workers have in common they share.
        forkserver.set_forkserver_preload(["briefing.library.preloaded"])
        forkserver.ensure_running()
    return True


def _context() -> ForkServerContext:
    from multiprocessing import get_context

    # Never fork: the app has threads, and a forked lock stays locked.
    return get_context("forkserver" if start_server() else "spawn")  # type: ignore[return-value]


def _serve(connection: Connection[Any, Any], limits: Limits) -> None:
    """Work on what is sent, until there is nobody to send any more."""
    processes.limit_memory(limits.memory)
    # Reference counts free nearly everything: what looks for the rest may look less often.
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
    leaving = False
    while not leaving:
        try:
            path, skipped, seconds = connection.recv()
        except EOFError:
            return

        def begin(document: int, seconds: float = seconds) -> None:
            connection.send((None, document, False))
            processes.limit_time(seconds)

        begin(0)
        try:
            made = work(path, limits, begin, skipped)
        except MemoryError:
            most = limits.memory // MEGABYTE
            made = failed(f"analysing it took more than {most} MB of memory (limit memory)")
            leaving = True
        processes.limit_time(0)
        leaving = leaving or processes.memory() > _LARGE
        connection.send((made, 0, leaving))
