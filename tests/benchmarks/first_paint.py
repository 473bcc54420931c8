"""How soon the first words of a document stand on the screen, against an empty Textual app.

`python -m tests.benchmarks.first_paint [PATH [WORDS]]`: both are started in turn in a
pseudo-terminal; the ratio of the medians is what counts, the seconds are this machine's.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.terminal import Terminal

ROUNDS = 15
EMPTY = ["-c", "from textual.app import App; App().run()"]


def seconds_until(arguments: Sequence[str], shown: Callable[[Terminal], bool]) -> float:
    """From the start of the program until `shown`."""
    began = time.perf_counter()
    with Terminal(arguments) as terminal:
        while not shown(terminal):
            if not terminal.read():
                raise SystemExit(f"It ended before it had painted:\n{terminal.screen}")
        return time.perf_counter() - began


def main() -> None:
    """Print the medians and their ratio."""
    path = sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).parents[2] / "seeds")
    words = sys.argv[2] if len(sys.argv) > 2 else "India, according"
    empty, ours = [], []
    for round_ in range(ROUNDS + 1):
        blank = seconds_until(EMPTY, lambda terminal: b"\x1b[40;1H" in terminal.output)
        first = seconds_until(["-m", "briefing", path], lambda terminal: words in terminal.screen)
        if round_:  # The first round warms the file cache.
            empty.append(blank)
            ours.append(first)
    base, median = statistics.median(empty), statistics.median(ours)
    print(f"empty app      {base:.3f} s  ({min(empty):.3f} .. {max(empty):.3f})")
    print(f"first words    {median:.3f} s  ({min(ours):.3f} .. {max(ours):.3f})")
    print(f"ratio          {median / base:.2f}  ({ROUNDS} rounds)")


if __name__ == "__main__":
    main()
