"""How long the texts of a whole library take to search.

`python -m tests.benchmarks.fulltext PATH CACHE`: words, several words, phrases and beginnings of
words taken at random from the texts that lie in PATH, which have been analysed with the store in
CACHE, are sought as the filter bar does it. Milliseconds are those of the clock.
"""

from __future__ import annotations

import random
import re
import sys
import time
from pathlib import Path

from briefing import library
from briefing.library.catalogue import Catalogue
from briefing.library.holdings import Holdings
from briefing.library.ingest import known
from briefing.library.search import Searchable
from briefing.library.store import Store

EACH = 100
MOST = 8
"""As many as the filter bar shows."""
WORD = re.compile(r"[^\W\d_]{3,}")


def queries(holdings: Holdings) -> dict[str, list[str]]:
    """What is sought, by kind: what stands in texts, so the frequent more often."""
    chance = random.Random(7)
    numbers = [chance.randrange(len(holdings)) for _ in range(EACH)]
    texts = [document.text for one in numbers if (document := holdings.document(one))]
    found: dict[str, list[str]] = {
        "a word": [],
        "three words": [],
        "a phrase": [],
        "beginning of a word": [],
    }
    for text in texts:
        words = WORD.findall(text)
        at = chance.randrange(len(words) - 4)
        found["a word"].append(words[at])
        found["three words"].append(" ".join(chance.sample(words, 3)))
        found["a phrase"].append(f'"{" ".join(text.split()[at : at + 3])}"')
        found["beginning of a word"].append(words[at][: max(3, len(words[at]) // 2)])
    return found


def main() -> None:
    """Print the median, the 95th percentile and the most of each kind, and of all."""
    files = list(enumerate(library.scan([Path(sys.argv[1])]).files))
    store = Store(Path(sys.argv[2]) / "library.db")
    holdings = Holdings(lambda: store)
    for documents in known(store, files).values():
        for one in documents:
            holdings.put(len(holdings), one.tail, one.id)
    searchable = Searchable(Catalogue(holdings))
    every: list[float] = []
    for kind, lines in queries(holdings).items():
        spent = []
        for line in lines:
            began = time.perf_counter()
            searchable.find_texts(line, MOST)
            spent.append(1000 * (time.perf_counter() - began))
        every += spent
        report(kind, spent)
    report(f"all, in {len(holdings):,} documents", every)


def report(kind: str, spent: list[float]) -> None:
    """Print a line."""
    spent = sorted(spent)
    median, high = spent[len(spent) // 2], spent[int(0.95 * len(spent))]
    print(f"{kind:30} p50 {median:6.1f}  p95 {high:6.1f}  max {spent[-1]:6.1f} ms")


if __name__ == "__main__":
    main()
