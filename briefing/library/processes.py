"""Processes that read and analyse: how they are started, and what ends those that take too much."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

STARTING = 60.0
"""Seconds that a process may take before it can be asked."""
GLANCE = 0.2
"""Seconds between two looks at whether an answer is there, or still wanted."""
BY_THE_CLOCK = 5
"""Times as long by the clock as by the processor, for the machine may have others to serve."""
_ENDING = 5.0
"""Seconds that a process may take to end by itself."""

_STARTS = Lock()
"""Held by the thread that starts a process."""


class Patience:
    """So many seconds, of which only those count in which whoever waits was running, too.

    A command that is stopped, and goes on an hour later, has not waited for an hour.
    """

    def __init__(self, seconds: float) -> None:
        self._left = seconds
        self._looked = monotonic()

    def is_over(self) -> bool:
        """Whether they have passed; to be asked every `GLANCE`."""
        now = monotonic()
        self._left -= min(now - self._looked, 2 * GLANCE)
        self._looked = now
        return self._left < 0


def limit_memory(most: int) -> None:
    """Let this process take no more than so many bytes, where the system can see to that."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or hard > most:
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def memory() -> int:
    """The most memory this process has had, in bytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def limit_time(seconds: float) -> None:
    """End this process once it has had the processor for so many seconds more; never for 0.

    The system sees to that, where it can, whatever the process is in the midst of.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def ran_out_of_time(process: BaseProcess) -> bool:
    """Whether it was `limit_time` that ended a process."""
    process.join(_ENDING)
    return hasattr(signal, "SIGPROF") and process.exitcode == -signal.SIGPROF


@contextmanager
def undisturbed() -> Iterator[None]:
    """Within this, processes may be started by any thread of the app.

    An interruption from the terminal is for the command, which ends its workers: they are born
    deaf to it, or each would tell of it on standard error.
    """
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
