"""How soon a library that has been analysed is there again, and what moving through it costs.

`python -m tests.benchmarks.opening PATH NAME [CACHE]` opens PATH in a pseudo-terminal, some rounds
each; all that lies in it should have been analysed with the store in CACHE, which
`tests.benchmarks.ingest` fills. NAME is a name in it, which is typed into the filter bar as soon as
there is a screen. An empty Textual app is started in between.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing import library
from tests.benchmarks.filter_bar import Listener
from tests.benchmarks.first_paint import empty

ROUNDS = 3
KEYS = 60


class Library:
    """A library, and the store of what was analysed."""

    def __init__(self, path: str, cache: str) -> None:
        self.path = path
        self.count = len(library.scan([Path(path)]).files)
        self._environment = {"BRIEFING_CACHE": cache} if cache else {}

    @contextmanager
    def opened(self) -> Iterator[tuple[Listener, Callable[[], float]]]:
        """The program, once its documents are listed, and the seconds since it was started."""
        began = time.perf_counter()
        with Listener(["-m", "briefing", self.path], environment=self._environment) as terminal:
            terminal.wait_for(f"1 of {self.count:,}")
            yield terminal, lambda: time.perf_counter() - began

    @property
    def together(self) -> str:
        """What the screen says where all documents are together."""
        return f"{self.count:,} documents"


def times(of: Library, name: str) -> Iterator[tuple[str, float]]:
    """How long the steps of an opening take, once each."""
    yield "empty app", empty().seconds
    with of.opened() as (terminal, seconds):
        yield "documents listed, the first readable", (painted := seconds())
        terminal.press("/")
        terminal.wait_for("Complete")
        terminal.press(name)
        terminal.wait_for(lambda screen: screen.count(name) > 1)
        yield "then a name is found", seconds() - painted
    with of.opened() as (terminal, seconds):
        painted = seconds()
        terminal.press("a")
        terminal.wait_for("All documents")
        yield "all documents opened at once", seconds() - painted
        terminal.wait_for(of.together)
        yield "then they are complete", seconds() - painted
        terminal.settle()
        terminal.press("H")
        terminal.wait_for(f"of {of.count:,}")
        terminal.settle()
        again = seconds()
        terminal.press("a")
        terminal.wait_for(of.together)
        yield "all documents opened later", seconds() - again


def cost_of_keys(of: Library) -> dict[str, float]:
    """Milliseconds of the processor for a key in each pane of all documents."""
    found = {}
    with of.opened() as (terminal, _):
        terminal.press("a")
        terminal.wait_for(of.together)
        while terminal.used() - (before := terminal.used()) or not _is_idle(terminal, before):
            pass
        for pane, title in enumerate(("documents", "agreements", "names", "timeline"), 1):
            terminal.press(str(pane))
            terminal.settle()
            before = terminal.used()
            for _ in range(KEYS):
                terminal.press("j")
                terminal.read(0.05)
                terminal.read(0.01)
            terminal.settle()
            found[title] = (terminal.used() - before) / KEYS
    return found


def _is_idle(terminal: Listener, before: float) -> bool:
    end = time.perf_counter() + 2
    while time.perf_counter() < end:
        terminal.read()
    return terminal.used() - before < 200


def main() -> None:
    """Print the medians."""
    path, name = sys.argv[1:3]
    of = Library(path, sys.argv[3] if len(sys.argv) > 3 else os.environ.get("BRIEFING_CACHE", ""))
    found: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for step, seconds in times(of, name):
            found.setdefault(step, []).append(seconds)
    for step, measured in found.items():
        median = statistics.median(measured)
        print(f"{step:40} {median:6.2f} s  ({min(measured):.2f} .. {max(measured):.2f})")
    for pane, cost in cost_of_keys(of).items():
        print(f"a key among all {pane:24} {cost:6.1f} ms of the processor")


if __name__ == "__main__":
    main()
