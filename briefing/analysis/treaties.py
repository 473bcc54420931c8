"""Short names of instruments that no head noun gives away: "NAFTA", "New START".

Compiled by `briefing.training.treaties` from public texts; nobody picked them.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from importlib.resources import files


@cache
def short_names() -> dict[str, str]:
    """Each short name with the kind of instrument it names."""
    packed = (files("briefing.analysis") / "data" / "instruments.bin").read_bytes()
    lines = zlib.decompress(packed).decode().split("\n")
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


@cache
def pattern() -> re.Pattern[str]:
    """Finds the short names in a text."""
    names = sorted(short_names(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])")
