"""Names of instruments that no head noun gives away ("NAFTA", "Obamacare"), and other names.

The short names are compiled by `briefing.training.treaties` from public texts. Those of well-known
instruments that are too short or too rare for it stand in a list of their own, with their other
names ("Iran nuclear deal"), written down from general knowledge.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from briefing.analysis.instruments.words import HEADS, PLURALS

_SPACES = re.compile(r"[\s\u2010-\u2013-]+")
_ARTICLE = re.compile(r"^(?:the|an?) ")


def _packed() -> bytes:
    return (files("briefing.analysis") / "data" / "instruments.bin").read_bytes()


def _listed() -> Iterator[tuple[str, list[str]]]:
    """The kind of each well-known instrument, and its names."""
    text = (files("briefing.analysis") / "data" / "instruments.txt").read_text("utf-8")
    for line in text.splitlines():
        kind, names = line.split("\t")
        yield kind, names.split("; ")


@cache
def short_names() -> dict[str, str]:
    """Each short name with the kind of instrument it names."""
    names = {
        name: kind
        for kind, names in _listed()
        for name in names
        if not any(map(_has_head, name.split()))
    }
    lines = zlib.decompress(_packed()).decode().split("\n")
    return names | dict(line.split("\t", 1) for line in lines if "\t" in line)


def _has_head(word: str) -> bool:
    return word.lower() in HEADS or word.lower() in PLURALS


def canonical(name: str) -> str | None:
    """One name for all those of a well-known instrument; None where it is none."""
    return _canonical().get(_folded(name))


@cache
def other_names(name: str) -> tuple[str, ...]:
    """All the names of the well-known instrument that `name` names; none where it is none."""
    same = canonical(name)
    return next((tuple(names) for _, names in _listed() if names[0] == same), ())


@cache
def _canonical() -> dict[str, str]:
    return {_folded(name): names[0] for _, names in _listed() for name in names}


def _folded(name: str) -> str:
    return _ARTICLE.sub("", _SPACES.sub(" ", name.replace("’", "'").lower()))


@cache
def pattern() -> re.Pattern[str]:
    """Finds the short names in a text."""
    names = sorted(short_names(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])")
