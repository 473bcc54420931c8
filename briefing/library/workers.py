"""Worker processes that read and analyse files, one document at a time each.

A file at which a worker dies, or which takes too long or too much memory, costs itself only: it
is told why, and another worker is started.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

from briefing.formats.limits import MEGABYTE, Limits
from briefing.library.work import Work, failed, work

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext

Made: TypeAlias = tuple[int, Path, Work]
"""The number of a file, the file, and what was made of it."""

MAX_WORKERS = 8

_STARTS = Lock()
"""Held by the thread that starts a process."""

_NOT_BEGUN = -1
_STARTING = 60.0
"""Seconds that a worker may take before it begins with a document."""
_GLANCE = 0.2
"""Seconds between two looks at whether the results are still wanted."""
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
                if idle is None:
                    workers.append(idle := _Worker(limits))
                idle.begin(task)
            busy = [one for one in workers if one.task is not None]
            if not busy:
                return
            wait([one.connection for one in busy], _GLANCE)
            results = [one.result() for one in busy]
            workers = [one for one in workers if not one.ended]
            again += [one for one in results if isinstance(one, _Task)]
            yield [one for one in results if isinstance(one, tuple)]
    finally:
        for one in workers:
            one.end()


@dataclass(slots=True)
class _Task:
    """A file to be worked on, but for those of its documents that were too much already."""

    number: int
    path: Path
    skipped: dict[int, str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes of the file."""
        try:
            return self.path.stat().st_size
        except (OSError, ValueError):
            return 0


class _Worker:
    """A process, and the file it has in hand."""

    def __init__(self, limits: Limits) -> None:
        context = _context()
        self.connection, theirs = context.Pipe()
        self._limits = limits
        self._process = context.Process(target=_serve, args=(theirs, limits), daemon=True)
        self._process.start()
        theirs.close()
        self.task: _Task | None = None
        self._document = _NOT_BEGUN
        self._until = self._allowed = 0.0
        self.ended = False

    def begin(self, task: _Task) -> None:
        """Give it a file."""
        self.task, self._document = task, _NOT_BEGUN
        self._until = monotonic() + _STARTING
        # A long text takes longer.
        self._allowed = self._limits.seconds * (1 + task.size / MEGABYTE)
        with suppress(OSError):  # it has died meanwhile, as `result` will find
            self.connection.send((task.path, task.skipped))

    def result(self) -> Made | _Task | None:
        """What became of its file, or what to do with it now; None while that is not known."""
        task = self.task
        assert task is not None
        made: Work | None = None
        try:
            while made is None and self.connection.poll():
                made, self._document, self.ended = self.connection.recv()
                self._until = monotonic() + self._allowed
            if made is None and monotonic() < self._until:
                return None
        except (EOFError, OSError):
            self.end()
            # Where no worker can be started, there is still this process.
            made = work(task.path, self._limits) if self._document == _NOT_BEGUN else None
            why = "the process that read it died"
        else:
            if made is None:
                self.end()
                why = f"analysing it took longer than {self._allowed:.0f} seconds (limit seconds)"
        self.task = None
        if made is None:
            if 0 < self._document not in task.skipped:
                task.skipped[self._document] = why
                return task
            made = failed(why)
        return task.number, task.path, made

    def end(self) -> None:
        """End it at once, also in the midst of a document nobody waits for any more."""
        self.ended = True
        self._process.kill()
        self._process.join()
        self.connection.close()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Within this, processes may be started by any thread of the app.

    An interruption from the terminal is for the command, which ends its workers: they are born
    deaf to it, or each would tell of it on standard error.
    """
    import signal

    # While standard error is a file, which that of the app is not.
    with _STARTS, redirect_stderr(sys.__stderr__):
        if not hasattr(signal, "pthread_sigmask"):
            yield
            return
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()  # it would unblock the signal where it is started later
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def start_server() -> bool:
    """Start the process from which the workers fork; False where the system has no such thing."""
    import multiprocessing

    if "forkserver" not in multiprocessing.get_all_start_methods():
        return False
    from multiprocessing import forkserver

    with undisturbed():
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
    limit_memory(limits.memory)
    leaving = False

    def begin(document: int) -> None:
        connection.send((None, document, False))

    while not leaving:
        try:
            path, skipped = connection.recv()
        except EOFError:
            return
        begin(0)
        try:
            made = work(path, limits, begin, skipped)
        except MemoryError:
            most = limits.memory // MEGABYTE
            made = failed(f"analysing it took more than {most} MB of memory (limit memory)")
            leaving = True
        leaving = leaving or _memory() > _LARGE
        connection.send((made, 0, leaving))


def limit_memory(most: int) -> None:
    """Let this process take no more than so many bytes, where the system can see to that."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or hard > most:
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _memory() -> int:
    """The most memory this process has had, in bytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
