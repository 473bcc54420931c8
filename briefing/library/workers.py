"""The briefings of many files, each as soon as it is there, from worker processes."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from briefing.library import reading
from briefing.library.failure import Failure

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from briefing.analysis.briefing import Briefing
    from briefing.document import Document
    from briefing.formats.limits import Limits

    Source: TypeAlias = Path | Document
    Results: TypeAlias = tuple[Briefing | Failure, ...]

FEW = 4
"""Up to so many files are read here: starting a worker takes longer."""

MAX_WORKERS = 8

_GLANCE = 0.2
"""Seconds between two looks at whether the results are still wanted."""


def _never() -> bool:
    return False


def ingest(
    files: Sequence[Source],
    workers: int | None = None,
    stopped: Callable[[], bool] = _never,
    limits: Limits | None = None,
) -> Iterator[tuple[int, Results]]:
    """The index of each of `files` with the briefings of its documents, or the reason why not.

    Nearly every file is one document; an archive, a feed, a table may hold many. What has been
    read already is only analysed.

    Results come in the order in which they are ready. Closing the iterator ends the workers, and
    so does `stopped`, which is asked while a document takes its time. A worker that dies costs
    its own document only.
    """
    workers = min(os.cpu_count() or 1, MAX_WORKERS) if workers is None else workers
    if workers < 2 or len(files) <= FEW:
        for index, source in enumerate(files):
            yield index, reading.open_all(source, limits)
        return
    waiting = deque(range(len(files)))
    while waiting and not stopped():
        # A worker that dies takes the whole pool with it and does not say over which document.
        # Those that were being read are read again, each in a process of its own.
        for suspect in (yield from _run(waiting, files, workers, stopped, limits)):
            if (yield from _run(deque([suspect]), files, 1, stopped, limits)):
                one = files[suspect]
                place = str(one) if isinstance(one, Path) else one.path
                yield suspect, (Failure(place, "the process that read it died"),)


def start_server() -> bool:
    """Start the process from which the workers fork; False where the system has no such thing.

    An interruption from the terminal is for the command, which ends its workers: they are born
    deaf to it, or each would tell of it on standard error.
    """
    import multiprocessing

    if "forkserver" not in multiprocessing.get_all_start_methods():
        return False
    import signal
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # it would unblock the signal where it is started below
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return True


def _run(
    waiting: deque[int],
    files: Sequence[Source],
    workers: int,
    stopped: Callable[[], bool],
    limits: Limits | None,
) -> Generator[tuple[int, Results], None, list[int]]:
    """Read the files in `waiting`, emptying it; return those begun when a worker died."""
    from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Never fork: the app has threads, and a forked lock stays locked.
    context = get_context("forkserver" if start_server() else "spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context)
    running: dict[Future[Results], int] = {}
    try:
        while (waiting or running) and not stopped():
            while waiting and len(running) < 2 * workers:
                future = pool.submit(reading.open_all, files[waiting[0]], limits)
                running[future] = waiting.popleft()
            for future in wait(running, _GLANCE, FIRST_COMPLETED).done:
                results = future.result()
                yield running.pop(future), results
    except BrokenProcessPool:
        return sorted(running.values())
    finally:
        _stop(pool)
    return []


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the workers at once, also in the midst of a document nobody waits for any more."""
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.terminate()
    # Waited for: the thread that minds the pool must not outlive the pipes it writes to.
    pool.shutdown(wait=True, cancel_futures=True)
