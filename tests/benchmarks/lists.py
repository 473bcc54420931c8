"""A list of 100,000 rows beside one of 100 and beside Textual's OptionList of 10,000.

`python -m tests.benchmarks.lists` starts each in a pseudo-terminal: how soon it paints, as a ratio
to an empty Textual app, and the CPU of each step, from the action until the screen is written.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.reader import first_paint
from tests.terminal import Terminal

KINDS = {"none": 0, "rows-100": 100, "rows-100000": 100_000, "options-10000": 10_000}
ROUNDS = 5
STEPS = 40


def program(kind: str, report: Path | None) -> None:
    """What runs in the pseudo-terminal: an app with one list that reports on itself."""
    from textual.app import App, ComposeResult

    class Measured(App[None]):
        def compose(self) -> ComposeResult:
            from textual.content import Content
            from textual.widgets import OptionList

            from briefing.app.rows import LazyRows, Row, RowList

            def make(number: int) -> Row:
                return Row(Content(f"row {number}"), payload=number)

            def key_of(payload: object) -> int | None:
                return payload if isinstance(payload, int) else None

            count = KINDS[kind]
            if kind.startswith("rows"):
                self.list = RowList(LazyRows(range(count), make, key_of))
                yield self.list
            elif kind.startswith("options"):
                yield OptionList(*(f"row {number}" for number in range(count)))

        def on_mount(self) -> None:
            if report is not None:
                self.run_worker(self.steps(report))

        async def steps(self, report: Path) -> None:
            actions: dict[str, Callable[[], object]] = {
                "down": self.list.action_line_down,
                "page down": self.list.action_page_down,
                "end": self.list.action_end,
                "home": self.list.action_home,
            }
            await asyncio.sleep(0.5)
            found = {}
            for name, action in actions.items():
                spent = []
                for _ in range(STEPS):
                    before = time.process_time()
                    action()
                    await asyncio.sleep(0.03)
                    spent.append(1000 * (time.process_time() - before))
                found[name] = [statistics.median(spent), statistics.quantiles(spent, n=20)[-1]]
            report.write_text(json.dumps(found))
            self.exit()

    Measured().run()


def main() -> None:
    """Print the table."""
    module = ["-m", "tests.benchmarks.lists"]
    seconds: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for _ in range(ROUNDS):
        for kind in KINDS:
            mark = "row 0" if KINDS[kind] else "\x1b[40;1H"
            seconds[kind].append(first_paint([*module, kind], mark))
    base = statistics.median(seconds["none"])
    for kind, times in seconds.items():
        median = statistics.median(times)
        print(f"{kind:14} first paint {median:.3f} s, {median / base:4.2f} of an empty app")
    for kind in ("rows-100", "rows-100000"):
        with tempfile.NamedTemporaryFile() as report:
            with Terminal([*module, kind, report.name]) as terminal:
                terminal.end()
            print(f"{kind}: CPU ms a step, median and 95th percentile")
            for step, (median, high) in json.loads(Path(report.name).read_text()).items():
                print(f"    {step:10} {median:6.1f} {high:6.1f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        program(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None)
    else:
        main()
