"""How fast a library is analysed, whether that grows with what is there already, and in what room.

`python -m tests.benchmarks.ingest FOLDER CACHE [PARTS]` has the files of FOLDER printed as JSON in
PARTS parts of the same size, one after the other, into the store in CACHE; then all of them once
more, of which none may be analysed. The processor's time is that of all processes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing import library
from tests.benchmarks.processes import Processes


class Run(NamedTuple):
    """What it took to print some files."""

    seconds: float
    processor: float
    main: float
    worker: float


def printed(files: Sequence[Path], cache: Path) -> Run:
    """Print the briefings of `files` as JSON to nowhere."""
    with tempfile.NamedTemporaryFile("w") as listed:
        listed.write("".join(f"{path}\n" for path in files))
        listed.flush()
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", "briefing", "--files-from", listed.name, "--to", "json"],
            stdout=subprocess.DEVNULL,
            env={**os.environ, "BRIEFING_CACHE": str(cache), "BRIEFING_CONFIG": os.devnull},
        ) as program:
            with Processes(program.pid) as used:
                while program.poll() is None:
                    time.sleep(0.05)
            seconds = time.perf_counter() - began
    return Run(seconds, used.seconds(), used.peak(), used.worker_peak())


def main() -> None:
    """Print a line for each part, and the ratio of the second time to the first."""
    folder, cache = Path(sys.argv[1]), Path(sys.argv[2])
    parts = int(sys.argv[3]) if len(sys.argv) > 3 else 4
    files = library.scan([folder]).files
    # Every so manyeth, so that the parts are alike.
    first = [printed(files[part::parts], cache) for part in range(parts)]
    for part, run in enumerate(first):
        count = len(files[part::parts])
        print(
            f"part {part + 1}: {count:,} documents in {run.seconds:.0f} s, "
            f"{run.processor:.0f} s of the processor: {count / run.processor:.1f} a second of it; "
            f"main process {run.main:.0f} MB, worker {run.worker:.0f} MB"
        )
    for some in (1, 2):
        if 2 * some <= parts:
            one = sum(run.processor for run in first[:some])
            two = sum(run.processor for run in first[: 2 * some])
            count = sum(len(files[part::parts]) for part in range(some))
            print(f"{count:,} documents to twice as many: {two / one:.2f} times the processor")
    again = printed(files, cache)
    spent = sum(run.processor for run in first)
    print(
        f"all once more: {again.seconds:.0f} s, {again.processor:.0f} s of the processor, "
        f"{100 * again.processor / spent:.1f} % of the first time; "
        f"main process {again.main:.0f} MB"
    )


if __name__ == "__main__":
    main()
