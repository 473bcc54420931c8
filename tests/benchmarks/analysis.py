"""How fast whole documents are analysed, and how the time grows with the text.

`python -m tests.benchmarks.analysis [PATH ...]` (the seed by default): the words a second of all
documents together, then the time for a text of 10 KB, 100 KB and 1 MB made of them, each as a
multiple of the one before (10 is linear).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from briefing import library
from briefing.analysis.pipeline import brief
from briefing.document import Document
from briefing.formats import read

SIZES = (10_000, 100_000, 1_000_000)


def seconds(document: Document) -> float:
    """Processor time for one briefing."""
    began = time.process_time()
    brief(document)
    return time.process_time() - began


def main() -> None:
    """Print words a second, then the growth."""
    paths = [Path(name) for name in sys.argv[1:]] or [Path(__file__).parents[2] / "seeds"]
    found = [library.read(path) for path in library.scan(paths).files]
    documents = [each for each in found if isinstance(each, Document)]
    brief(documents[0])  # The data that ships is loaded once.
    words = sum(document.words for document in documents)
    spent = sum(map(seconds, documents))
    print(f"{len(documents)} documents, {words} words: {words / spent:,.0f} words a second")
    text = "\n\n".join(document.text for document in documents)
    before = 0.0
    for size in SIZES:
        repeated = (text + "\n\n") * (size // len(text) + 1)
        spent = seconds(read(repeated[:size].encode(), "growth.txt"))
        growth = f"  x {spent / before:.1f}" if before else ""
        print(f"{size:>9,} characters  {spent:6.2f} s{growth}")
        before = spent


if __name__ == "__main__":
    main()
