"""How the time of the stages that read all of a text grows with it.

Run `python -m tests.benchmarks.text_stages`.
Each figure is the best of three runs, in seconds; the last column is megabytes a second on the
largest text. Linear time shows as a factor of about ten between columns.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from briefing.analysis import language, summary
from briefing.analysis.dates import dates, timeline
from briefing.analysis.sentences import sentences, split
from briefing.document import Block, Document

SIZES = (10_000, 100_000, 1_000_000)
SEED = Path(__file__).parents[2] / "seeds" / "000_a5ba780fe487a775.txt"
UNITS = {
    "prose": SEED.read_text(encoding="utf-8") + "\n\n",
    "full stops": ".",
    "spaces": " ",
    "line ends": "\n",
    "one word": "a",
    "initials": "A. ",
    "spaced stops": ". . ",
    "brackets": ". ((((((",
    "list marks": "1. a 2. b ",
    "footnotes": "x. [1] [2",
    "short lines": "a\n",
    "quotes": '." ',
    "figures": "2019-12",
    "days": "12 ",
    "months": "December 12 to ",
    "articles": "the last ",
}


def document(text: str) -> Document:
    """`text` as a document of paragraphs."""
    blocks = []
    start = 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Block("paragraph", start, start + len(part)))
        start += len(part) + 2
    return Document("made.txt", text, "text", tuple(blocks), date="2019-11-24")


def seconds(work: Callable[[], object]) -> float:
    """The best of three runs."""
    best = float("inf")
    for _ in range(3):
        began = perf_counter()
        work()
        best = min(best, perf_counter() - began)
    return best


def stages(text: str) -> dict[str, Callable[[], object]]:
    """Each stage with what it needs prepared."""
    made = document(text)
    parts = sentences(made)
    found = dates.find(made, parts)
    return {
        "split": lambda: split(text),
        "dates": lambda: dates.find(made, parts),
        "timeline": lambda: timeline.build(made, parts, found),
        "summary": lambda: summary.summarise(made, parts, (), (), found),
        "language": lambda: language.detect(text),
    }


def main() -> None:
    """Print the table."""
    print(f"{'':24}" + "".join(f"{size:>12,}" for size in SIZES) + f"{'MB/s':>9}")
    for name, unit in UNITS.items():
        runs = [stages((unit * (size // len(unit) + 1))[:size]) for size in SIZES]
        for stage in runs[0]:
            times = [seconds(run[stage]) for run in runs]
            row = "".join(f"{time:12.4f}" for time in times)
            print(f"{name:13}{stage:11}{row}{SIZES[-1] / 1e6 / max(times[-1], 1e-9):9.1f}")


if __name__ == "__main__":
    main()
