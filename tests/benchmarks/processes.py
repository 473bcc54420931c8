"""What a program and the processes it has started need: read from /proc a few times a second."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event, Thread
from types import TracebackType

_TICKS = os.sysconf("SC_CLK_TCK")


class Processes:
    """Looks after the process `main` and all below it, as a context manager."""

    def __init__(self, main: int) -> None:
        self.main = main
        self._seconds: dict[int, float] = {}
        self._peaks: dict[int, float] = {}
        self._ended = Event()
        self._looking = Thread(target=self._look_often, daemon=True)

    def __enter__(self) -> Processes:
        self._looking.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._looking.join()

    def seconds(self) -> float:
        """Seconds of the processor that all of them have used."""
        self._look()
        return sum(self._seconds.values())

    def peak(self) -> float:
        """The most MB that the main process has held."""
        return self._peaks.get(self.main, 0.0)

    def worker_peak(self) -> float:
        """The most MB that one of the others has held."""
        return max((mb for pid, mb in self._peaks.items() if pid != self.main), default=0.0)

    def _look_often(self) -> None:
        while not self._ended.wait(0.2):
            self._look()

    def _look(self) -> None:
        parents, seconds = {}, {}
        for entry in os.listdir("/proc"):
            try:
                after_name = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if entry.isdigit():
                parents[int(entry)] = int(after_name[1])
                seconds[int(entry)] = (int(after_name[11]) + int(after_name[12])) / _TICKS
        ours = {self.main}
        while more := {one for one, parent in parents.items() if parent in ours} - ours:
            ours |= more
        for one in ours & parents.keys():
            self._seconds[one] = seconds[one]
            self._peaks[one] = max(_peak(one), self._peaks.get(one, 0.0))


def _peak(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
