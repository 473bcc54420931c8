"""The text pane: first paint, CPU of each step, memory; as ratios to an empty Textual app.

`python -m tests.benchmarks.reader` starts each program in a pseudo-terminal: the empty app, the
pane with texts of several sizes and kinds, and Textual's own Markdown widget with the smallest.
A step is measured inside the program: CPU from the action until the screen has been written.
"""

from __future__ import annotations

import asyncio
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from briefing.document import Block, Document
from tests.terminal import Terminal

WORDS = "The parties to this treaty keep the peace and meet once a year. "
SIZES = {"100 KB": 100_000, "1 MB": 1_000_000, "5 MB": 5_000_000}
START = {"2 MB of Japanese": "0 条約", "one line of 2 M": "0xxx"}
ROUNDS = 5
STEPS = 40


def paragraphs(size: int, words: str = WORDS) -> list[str]:
    """Numbered paragraphs of about `size` bytes in all."""
    body = words * 8
    return [f"{n} {body}" for n in range(size // len(body.encode()))]


def program(widget: str, kind: str, report: Path) -> None:
    """What runs in the pseudo-terminal: an app with one widget that reports on itself."""
    from textual.app import App, ComposeResult

    class Measured(App[None]):
        def compose(self) -> ComposeResult:
            if widget == "reader":
                from briefing.app.reader.reader import Reader

                self.reader = Reader()
                yield self.reader
            elif widget == "markdown":
                from textual.widgets import Markdown

                yield Markdown("\n\n".join(paragraphs(SIZES[kind])))

        def on_mount(self) -> None:
            if widget == "reader":
                self.reader.show(_document(kind))
                self.run_worker(self.steps())

        async def steps(self) -> None:
            from briefing.app import garbage

            view = self.reader
            steps: dict[str, list[float]] = {}
            targets = cycle(range(0, len(view.document.text), len(view.document.text) // 7))
            await asyncio.sleep(0.5)
            garbage.begin()  # as the app does after its first picture
            while (layout := view._view.layout) is None or not layout.finished:
                await asyncio.sleep(0.1)
            actions: dict[str, Callable[[], object]] = {
                "down": view.action_line_down,
                "page down": view.action_page_down,
                "end": view.action_end,
                "page up": view.action_page_up,
                "home": view.action_home,
                "go to": lambda: view.go_to((at := next(targets), at + 5), (at, at + 60)),
                "width": lambda: setattr(view, "measure", 132 - view.measure),
            }
            for name, action in actions.items():
                spent = []
                for _ in range(STEPS):
                    before = time.process_time()
                    action()
                    await asyncio.sleep(0.03)
                    spent.append(1000 * (time.process_time() - before))
                steps[name] = [statistics.median(spent), statistics.quantiles(spent, n=20)[-1]]
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            report.write_text(json.dumps({"memory": memory, "steps": steps}))
            self.exit()

    Measured().run()


def _document(kind: str) -> Document:
    if kind == "one line of 2 M":
        return Document("d", "0xxx" * 500_000, "text")
    parts = (
        paragraphs(2_000_000, "条約の当事国は平和を守る。") if kind == "2 MB of Japanese" else None
    )
    blocks: list[Block] = []
    at = 0
    parts = parts or paragraphs(SIZES[kind])
    for part in parts:
        blocks.append(Block("paragraph", at, at + len(part)))
        at += len(part) + 2
    return Document("d", "\n\n".join(parts), "text", tuple(blocks))


def first_paint(arguments: list[str], mark: str) -> float:
    """Seconds from the start of a program until it has painted `mark`."""
    began = time.perf_counter()
    with Terminal(arguments) as terminal:
        while mark.encode() not in terminal.output:
            if not terminal.read():
                raise SystemExit(f"It ended before it had painted:\n{terminal.screen}")
        return time.perf_counter() - began


def measured(kind: str) -> dict[str, dict[str, list[float]]]:
    """What the pane reports of itself."""
    with tempfile.NamedTemporaryFile() as report:
        with Terminal(["-m", "tests.benchmarks.reader", "reader", kind, report.name]) as terminal:
            terminal.end()
        found: dict[str, dict[str, list[float]]] = json.loads(Path(report.name).read_text())
        return found


def main() -> None:
    """Print the table."""
    module = ["-m", "tests.benchmarks.reader"]
    kinds = [*SIZES, "2 MB of Japanese", "one line of 2 M"]
    programs = {"empty app": ([*module, "none", "", "-"], "\x1b[40;1H")}
    for kind in kinds:
        programs[kind] = ([*module, "reader", kind, "/dev/null"], START.get(kind, "0 The"))
    programs["Markdown widget, 100 KB"] = ([*module, "markdown", "100 KB", "-"], "0 The")
    seconds: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, (arguments, mark) in programs.items():
            seconds[name].append(first_paint(arguments, mark))
    base = statistics.median(seconds["empty app"])
    for name, times in seconds.items():
        median = statistics.median(times)
        print(f"{name:24} first paint {median:.3f} s, {median / base:4.2f} of an empty app")
    for kind in kinds:
        found = measured(kind)
        print(f"{kind}: {found['memory']:.0f} MB; CPU ms a step, median and 95th percentile")
        for step, (median, high) in found["steps"].items():
            print(f"    {step:10} {median:6.1f} {high:6.1f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        program(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
    else:
        main()
