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

    Result: TypeAlias = Briefing | Failure

FEW = 4
"""Up to so many files are read here: starting a worker takes longer."""

MAX_WORKERS = 8

_GLANCE = 0.2
"""Seconds between two looks at whether the results are still wanted."""


def _never() -> bool:
    return False


def ingest(
    files: Sequence[Path], workers: int | None = None, stopped: Callable[[], bool] = _never
) -> Iterator[tuple[int, Result]]:
    """The index of each of `files` with its briefing or the reason why it has none.

    Results come in the order in which they are ready. Closing the iterator ends the workers, and
    so does `stopped`, which is asked while a document takes its time. A worker that dies costs
    its own document only.
    """
    workers = min(os.cpu_count() or 1, MAX_WORKERS) if workers is None else workers
    if workers < 2 or len(files) <= FEW:
        for index, path in enumerate(files):
            yield index, reading.open(path)
        return
    waiting = deque(range(len(files)))
    while waiting and not stopped():
        # A worker that dies takes the whole pool with it and does not say over which document.
        # Those that were being read are read again, each in a process of its own.
        for suspect in (yield from _run(waiting, files, workers, stopped)):
            if (yield from _run(deque([suspect]), files, 1, stopped)):
                yield suspect, Failure(str(files[suspect]), "the process that read it died")


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
    files: Sequence[Path],
    workers: int,
    stopped: Callable[[], bool] = _never,
) -> Generator[tuple[int, Result], None, list[int]]:
    """Read the files in `waiting`, emptying it; return those begun when a worker died."""
    from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Never fork: the app has threads, and a forked lock stays locked.
    context = get_context("forkserver" if start_server() else "spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context)
    running: dict[Future[Result], int] = {}
    try:
        while (waiting or running) and not stopped():
            while waiting and len(running) < 2 * workers:
                running[pool.submit(reading.open, files[waiting[0]])] = waiting[0]
                waiting.popleft()
            for future in wait(running, _GLANCE, FIRST_COMPLETED).done:
                result = future.result()
                yield running.pop(future), result
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
