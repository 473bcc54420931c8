"""How soon the first words of a document stand on the screen, against an empty Textual app.

`python -m tests.benchmarks.first_paint [PATH [WORDS [CACHE]]]` starts both in turn in a
pseudo-terminal, PATH with the store in CACHE. What they write is only taken down, with the time and
what each had used of the processor; what the screen showed when is found out after they have ended,
so that both are measured in the same way, and nothing is drawn beside them. The ratio of the
medians is what counts: the seconds are this machine's.
"""

from __future__ import annotations

import os
import select
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.terminal import Terminal

ROUNDS = 15
EMPTY = ["-c", "from textual.app import App; App().run()"]
_SILENCE = 2.0
"""Seconds without a byte after which nothing more is waited for."""
_LONGEST = 10.0


class Paint(NamedTuple):
    """How long something took to stand on the screen: seconds, and those of the processor."""

    seconds: float
    used: float


class Recording(Terminal):
    """A terminal that takes down what is written and when; it is drawn when that is asked for."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        self._began = time.perf_counter()
        super().__init__(arguments, environment=environment)
        self._written: list[tuple[Paint, bytes]] = []
        # Linux's number for the clock of a process, which all its threads drive.
        self._clock = (~self.pid << 3) | 2

    def record(self) -> None:
        """Take down what is written till nothing more comes."""
        end = self._began + _LONGEST
        while select.select([self.fd], [], [], _SILENCE)[0] and time.perf_counter() < end:
            try:
                data = os.read(self.fd, 1 << 16)
                now = Paint(time.perf_counter() - self._began, time.clock_gettime(self._clock))
            except OSError:
                return
            self._written.append((now, data))

    def when(self, shown: Callable[[Terminal], bool]) -> Paint:
        """When it was first `shown`."""
        for moment, data in self._written:
            self.output += data
            self._stream.feed(data)
            if shown(self):
                return moment
        raise SystemExit(f"This was all it painted:\n{self.screen}")


def paint(
    arguments: Sequence[str],
    shown: Callable[[Terminal], bool],
    environment: Mapping[str, str] | None = None,
) -> Paint:
    """How long a program takes until it has `shown` something."""
    with Recording(arguments, environment or {}) as terminal:
        terminal.record()
    return terminal.when(shown)


def empty() -> Paint:
    """How long an empty Textual app takes to draw all lines of the screen."""
    return paint(EMPTY, is_drawn)


def is_drawn(terminal: Terminal) -> bool:
    """Whether all lines were drawn, down to the last."""
    return b"\x1b[40;1H" in terminal.output


def main() -> None:
    """Print the medians and their ratios."""
    path = sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).parents[2] / "seeds")
    words = sys.argv[2] if len(sys.argv) > 2 else "India, according"
    environment = {"BRIEFING_CACHE": sys.argv[3]} if len(sys.argv) > 3 else {}
    found: dict[str, list[Paint]] = {"empty app": [], "first words": []}
    for round_ in range(ROUNDS + 1):
        blank = empty()
        first = paint(["-m", "briefing", path], lambda now: words in now.screen, environment)
        if round_:  # The first round warms the file cache.
            found["empty app"].append(blank)
            found["first words"].append(first)
    for index, unit in enumerate(("seconds", "seconds of the processor")):
        base = statistics.median(one[index] for one in found["empty app"])
        for name, times in found.items():
            some = [one[index] for one in times]
            median = statistics.median(some)
            ratio = f"{median / base:5.2f} times the empty app"
            print(f"{name:12} {median:.3f} {unit} ({min(some):.3f} .. {max(some):.3f}) {ratio}")


if __name__ == "__main__":
    main()
