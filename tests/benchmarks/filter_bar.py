"""From a key to the painted results of the filter bar, over many names.

Run `BRIEFING_QUALITY=... python -m tests.benchmarks.filter_bar [100k]`: the bar runs in a
pseudo-terminal, whose other side types the queries letter by letter. A key has its results when the
program has written its last byte; both sides share the machine. What the program itself needs for a
key, whatever else runs, is the time of the processor it has used, which is read from /proc.
"""

from __future__ import annotations

import json
import os
import random
import select
import sys
import time
from pathlib import Path

from tests.benchmarks.finder import lines
from tests.quality import folder
from tests.terminal import Terminal

_QUERIES = 20
_SILENCE = 0.08
"""Seconds without a byte after which nothing more is expected."""
_PATIENCE = 2.0
"""Seconds to wait for the first byte."""


class Listener(Terminal):
    """A terminal that, once told to, only listens: drawing would take longer than the bar does."""

    listens = False

    def used(self) -> float:
        """Milliseconds of the processor that the program has used."""
        after_name = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return 1000 * (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")

    def read(self, seconds: float = 0.05) -> bool:
        """True when the program has written something."""
        if not self.listens:
            return super().read(seconds)
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        return bool(os.read(self._fd, 1 << 16))


def program(size: str) -> None:
    """What runs in the pseudo-terminal: the bar over a list."""
    from textual.app import App, ComposeResult
    from textual.content import Content
    from textual.widgets import Input

    from briefing.analysis.briefing import Briefing, Entity, Mention
    from briefing.app import garbage, themes
    from briefing.app.filter_bar import FilterBar
    from briefing.app.rows import Row, RowList
    from briefing.document import Document
    from briefing.library.catalogue import Catalogue

    names = lines(folder() / "finder", f"names_{size}.txt")
    counts = map(int, lines(folder() / "finder", f"names_{size}.mentions"))
    entities = tuple(
        Entity(name, "place", (Mention(0, 1),) * min(count, 9))
        for name, count in zip(names, counts, strict=True)
    )
    document = Document("names.txt", "Names.", "text")
    catalogue = Catalogue()
    catalogue.give(0, Briefing(document, "en", (), (), (), entities, (), ()))

    class Measured(App[None]):
        def get_theme_variable_defaults(self) -> dict[str, str]:
            return themes.defaults(self.current_theme)

        def compose(self) -> ComposeResult:
            yield FilterBar(id="filter")
            yield RowList([Row(Content(f"row {number}")) for number in range(60)], id="pane")

        async def on_mount(self) -> None:
            bar = self.query_one(FilterBar)
            bar.query_one(Input).cursor_blink = False
            bar.set_catalogue(catalogue)
            bar.set_reading(0, document)
            bar.open()
            await self.workers.wait_for_complete()
            garbage.begin()
            self.query_one("#pane", RowList).set_rows([Row(Content("ready"))] * 60)

    Measured().run()


def main() -> None:
    """Print the milliseconds."""
    size = sys.argv[1] if len(sys.argv) > 1 else "100k"
    pairs = [json.loads(line) for line in lines(folder() / "finder", "pairs_dev.jsonl")]
    queries = [pair["query"] for pair in random.Random(5).sample(pairs, _QUERIES)]
    environment = {"BRIEFING_QUALITY": str(folder())}
    times = []
    command = ["-m", "tests.benchmarks.filter_bar", "--program", size]
    terminal = Listener(command, environment=environment)
    with terminal:
        terminal.wait_for("ready")
        terminal.settle()
        terminal.listens = True
        keys, used = 0, terminal.used()
        for query in queries:
            for key in [*query, *["\x7f"] * len(query)]:
                keys += 1
                began = last = time.perf_counter()
                terminal.press(key)
                while time.perf_counter() - last < (_SILENCE if last > began else _PATIENCE):
                    if terminal.read(_SILENCE / 4):
                        last = time.perf_counter()
                if key != "\x7f":
                    times.append(1000 * (last - began))
        used = terminal.used() - used
    times.sort()
    print(
        f"{size}: p50 {times[len(times) // 2]:.1f}  p95 {times[int(0.95 * len(times))]:.1f}", end=""
    )
    print(f"  max {times[-1]:.1f} ms from a key to its painted results, {len(times)} keys", end="")
    print(f"; {used / keys:.1f} ms of the processor a key, with each letter taken back")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--program"]:
        program(sys.argv[2])
    else:
        main()
