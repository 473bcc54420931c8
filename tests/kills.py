"""Programs that are killed (`kill -9`) while they write, to see what is there afterwards.

The environment variable BRIEFING_KILLS says how often; a few times without it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROUNDS = int(os.environ.get("BRIEFING_KILLS", "3"))


def killed(arguments: Sequence[str], directory: Path, lines: int, round_: int) -> list[str]:
    """What a Python program has printed, by whole lines: it is killed a moment after so many."""
    with subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        cwd=directory,
        env=environment(),
        text=True,
    ) as process:
        assert process.stdout
        printed = [process.stdout.readline() for _ in range(lines)]
        time.sleep(round_ * 17 % 50 / 1000)  # at another point of what it does each time
        process.send_signal(signal.SIGKILL)
        printed += process.stdout.read().splitlines(keepends=True)
    return [line.strip() for line in printed if line.endswith("\n")]


def environment() -> Mapping[str, str]:
    """With which a program finds what is tested here."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
