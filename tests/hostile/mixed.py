"""`python -m tests.hostile.mixed LIBRARY FOLDER [COUNT]`: a library with hostile files in it (500).

Copies the library to FOLDER, which is made, and spreads `many` hostile files over its folders. Has
all of it printed, and afterwards opened, which shows that every good file is read, that every bad
one is listed for the same reason as when it is read alone, and that the terminal is left whole.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from briefing import library
from briefing.document import Document, Failure, field
from briefing.formats.limits import Limits
from briefing.library.apart import Apart
from tests.benchmarks.processes import Processes
from tests.hostile.many import make_many
from tests.hostile.recording import record
from tests.terminal import Terminal

KNOWN = {
    "bomb.zip!/a.txt": "unpacks to more than 200 times its size (limit ratio)",
    "empty.txt": "the file is empty",
    "nowhere.txt": "a link that leads nowhere",
    "pipe.txt": "not a regular file",
    "zeros.txt": "not text: mostly unprintable characters",
}
"""The reasons of some of them, by the ends of their names."""
NEVER = ("fault of this program", "died", "longer than", "MB of memory")
"""What no reason says: none of the files is too much for the limits, or for the program."""


@dataclass(frozen=True, slots=True)
class Told:
    """The paths of documents, each as often as it came, and a line for each file unread."""

    documents: Counter[str]
    reasons: Counter[str]


def mix(source: Path, folder: Path, count: int) -> tuple[list[Path], list[Path]]:
    """Copy the documents of `source`, spread so many hostile files; the good and the bad ones."""
    good = []
    for path in library.scan([source]).files:
        good.append(folder / path.relative_to(source))
        good[-1].parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, good[-1])
    folders = sorted({path.parent for path in good})
    made = folder / "hostile"
    make_many(made, count)
    bad = []
    for number, path in enumerate(sorted(made.iterdir())):
        bad.append(folders[number % len(folders)] / path.name)
        path.rename(bad[-1])
    made.rmdir()
    return good, bad


def alone(folder: Path, bad: Sequence[Path]) -> Told:
    """What is told of the bad files where each is read by itself, in a process apart."""
    listing, among = library.scan([folder]), set(bad)
    told = Told(Counter(), Counter(_line(one) for one in listing.failures))
    with closing(Apart(Limits())) as apart:
        for path in among.intersection(listing.files):
            for one in apart.read_all(path):
                if isinstance(one, Document):
                    told.documents[one.path] += 1
                else:
                    told.reasons[_line(one)] += 1
    return told


def printed(folder: Path, cache: Path) -> tuple[Told, str]:
    """What is told where all is printed, and what that took."""
    told, began = Told(Counter(), Counter()), time.perf_counter()
    with (
        tempfile.TemporaryFile() as errors,
        subprocess.Popen(
            [sys.executable, "-m", "briefing", str(folder), "--to", "json"],
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, "BRIEFING_CACHE": str(cache), "BRIEFING_CONFIG": os.devnull},
        ) as program,
    ):
        assert program.stdout
        with Processes(program.pid) as used:
            for line in program.stdout:
                told.documents[json.loads(line)["document"]["path"]] += 1
        assert program.wait() == 1
        errors.seek(0)
        told.reasons.update(errors.read().decode().splitlines())
    spent = f"{time.perf_counter() - began:.0f} s, {used.seconds():.0f} of the processor"
    return told, f"{spent}, main {used.peak():.0f} MB, a worker {used.worker_peak():.0f}"


def compare(found: Told, good: Sequence[Path], told: Told) -> list[str]:
    """What is otherwise than it should be, in words."""
    expected = told.documents + Counter(Document(str(path), "", "").path for path in good)
    wrong = [f"not read: {path}" for path in expected - found.documents]
    wrong += [f"read, or read twice: {path}" for path in found.documents - expected]
    wrong += [f"not told: {line}" for line in told.reasons - found.reasons]
    wrong += [f"told: {line}" for line in found.reasons - told.reasons]
    wrong += [line for line in found.reasons if any(words in line for words in NEVER)]
    for end, reason in KNOWN.items():
        if not any(line.endswith(f"{end}: {reason}") for line in found.reasons):
            wrong.append(f"not {reason}: {end}")
    return wrong


def opened(folder: Path, cache: Path, patience: float) -> str:
    """Open all of it and walk about until all is analysed; what is wrong then, in words."""
    there = {"BRIEFING_CACHE": str(cache)}
    with Terminal(["-m", "briefing", str(folder)], environment=there) as terminal:
        terminal.wait_for("words")
        until, keys = time.monotonic() + patience, "jJ]G5j6j1jj4jn"
        while "analysed" in terminal.settle(1) or keys:
            terminal.press(keys[:1])
            keys = keys[1:]
            assert time.monotonic() < until, terminal.screen
        terminal.press("\x11")
        status, recording = terminal.end(), record(terminal.output)
    wrong = [] if status == 0 else [f"exit status {status}"]
    wrong += [f"foreign: {one!r}" for one in recording.foreign]
    wrong += [f"left behind: {one}" for one in recording.left_behind]
    return ", ".join(wrong)


def _line(failure: Failure) -> str:
    return f"briefing: {field(f'{failure.path}: {failure.reason}')}"


def main() -> None:
    """Print the figures, and what is wrong."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    good, bad = mix(source, folder, int(sys.argv[3]) if len(sys.argv) > 3 else 500)
    told = alone(folder, bad)
    with tempfile.TemporaryDirectory() as cache:
        found, spent = printed(folder, Path(cache))
        wrong = compare(found, good, told)
        print(f"{len(good):,} good files and {len(bad)} hostile ones in {spent}")
        print(f"{found.documents.total():,} documents, {found.reasons.total()} reasons", flush=True)
        wrong += filter(None, [opened(folder, Path(cache), 1800)])
    print("\n".join(wrong) or "nothing is wrong, and the terminal is whole")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
