"""How well and how fast the finder finds, beside rapidfuzz's WRatio and fzf.

Run `BRIEFING_QUALITY=... python -m tests.benchmarks.finder [10k] [100k] [1m]`; the names and the
pairs lie in the folder `finder` of that folder. Milliseconds are per key, while queries are typed
letter by letter, in one process. All methods are timed in the same run, on the same keys, and the
ratios say how many times longer the others take. Of fzf, the time it takes to start is taken off.
Memory is read from /proc.
"""

from __future__ import annotations

import json
import lzma
import random
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from briefing.finder import Entry, Finder

Search = Callable[[str, int], Sequence[str]]
SIZES = ("10k", "100k", "1m")
_QUERIES = 60
_COMPARED_KEYS = 24
_LOAD = """
import sys, time
from pathlib import Path
from briefing.finder import Finder
import briefing.finder.saved, briefing.finder.index
began = time.perf_counter()
finder = Finder.load(Path(sys.argv[1]))
seconds = time.perf_counter() - began
finder.search("warm up")
status = dict(line.split(":") for line in Path("/proc/self/status").read_text().splitlines())
print(seconds, int(status["VmRSS"].split()[0]) / 1024, int(status["VmHWM"].split()[0]) / 1024)
"""


def entries(names: Sequence[str], mentions: Sequence[int]) -> Iterator[Entry]:
    """Names, each an entry."""
    for key, (name, count) in enumerate(zip(names, mentions, strict=True)):
        yield Entry(key, name, "name", mentions=count)


def searching(finder: Finder) -> Search:
    """A search that gives names."""
    return lambda query, limit: [hit.entry.name for hit in finder.search(query, limit)]


def factory(names: Sequence[str], mentions: Sequence[int]) -> Search:
    """A search over `names`, which are named as often as `mentions` says."""
    return searching(Finder(entries(names, mentions)))


def wratio(names: Sequence[str]) -> Search:
    """What rapidfuzz gives by its best single scorer."""
    from rapidfuzz import fuzz, process, utils

    def search(query: str, limit: int) -> list[str]:
        found = process.extract(
            query, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=limit
        )
        return [name for name, _, _ in found]

    return search


def fzf(names: Sequence[str]) -> Search:
    """What fzf gives where it filters without a screen."""
    given = "\n".join(names).encode()

    def search(query: str, limit: int) -> list[str]:
        command = ["fzf", "--filter", query]
        run = subprocess.run(command, input=given, capture_output=True, check=False)
        return run.stdout.decode().split("\n")[:limit]

    return search


def lines(folder: Path, name: str) -> list[str]:
    """The lines of a file, which may be compressed."""
    plain = folder / name
    if plain.exists():
        return plain.read_text(encoding="utf-8").split("\n")[:-1]
    with lzma.open(folder / f"{name}.xz", "rt", encoding="utf-8") as file:
        return file.read().split("\n")[:-1]


def milliseconds(search: Search, keys: Sequence[str]) -> list[float]:
    """How long each key takes, in order of time."""
    times = []
    for key in keys:
        began = perf_counter()
        search(key, 20)
        times.append(1000 * (perf_counter() - began))
    return sorted(times)


def quality(search: Search, pairs: Sequence[dict[str, str]]) -> str:
    """The share of targets found first and among the first five, of all and of each kind."""
    ranks: dict[str, list[int]] = defaultdict(list)
    for pair in pairs:
        found = list(search(pair["query"], 5))
        rank = found.index(pair["target"]) + 1 if pair["target"] in found else 0
        for kind in ("all", pair["kind"]):
            ranks[kind].append(rank)
    return "  ".join(
        f"{kind} {sum(rank == 1 for rank in of) / len(of):.3f}/{sum(map(bool, of)) / len(of):.3f}"
        for kind, of in ranks.items()
    )


def measure(folder: Path, size: str, pairs: Sequence[dict[str, str]]) -> None:
    """Print what there is to say of one list of names."""
    names = lines(folder, f"names_{size}.txt")
    counts = [int(count) for count in lines(folder, f"names_{size}.mentions")]
    began = perf_counter()
    finder = Finder(entries(names, counts))
    print(f"{size}: built in {perf_counter() - began:.2f} s", end="", flush=True)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "index"
        finder.save(path)
        command = [sys.executable, "-c", _LOAD, str(path)]
        run = subprocess.run(command, capture_output=True, check=True, text=True)
        seconds, megabytes, most = map(float, run.stdout.split())
        print(f", {path.stat().st_size / 1e6:.0f} MB saved", end="")
    print(f", loaded in {seconds:.2f} s by a process of {megabytes:.0f} MB, at most {most:.0f}")

    search = searching(finder)
    print(f"  found first / among five: {quality(search, pairs)}")
    typed = [pair["query"] for pair in random.Random(3).sample(list(pairs), _QUERIES)]
    keys = [query[:end] for query in typed for end in range(1, len(query) + 1)]
    times = milliseconds(search, keys)
    print(f"  {'ours':8}{_row(times)}   over {len(keys)} keys")

    some = random.Random(4).sample(keys, _COMPARED_KEYS)
    ours = milliseconds(search, some)
    others = {"WRatio": (wratio(names), 0.0)}
    if shutil.which("fzf"):
        start = milliseconds(fzf(["x"]), ["x"] * 9)[4]
        others["fzf"] = (fzf(names), start)
    for name, (other, start) in others.items():
        times = [time - start for time in milliseconds(other, some)]
        print(f"  {name:8}{_row(times)}   {sum(times) / sum(ours):.1f} times ours on the same keys")


def _row(times: list[float]) -> str:
    p95 = times[min(len(times) - 1, int(0.95 * len(times)))]
    return f"p50 {times[len(times) // 2]:8.2f}  p95 {p95:8.2f}  max {times[-1]:8.2f} ms"


def main() -> None:
    """Print the table."""
    from tests.quality import FOLDER, folder

    if FOLDER is None:
        sys.exit("BRIEFING_QUALITY does not name the folder of labelled documents")
    files = folder() / "finder"
    pairs = [json.loads(line) for line in lines(files, "pairs_dev.jsonl")]
    for size in sys.argv[1:] or SIZES:
        measure(files, size, pairs)


if __name__ == "__main__":
    main()
