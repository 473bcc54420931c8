"""Labelled texts as rows of words with their labels, cut up just as the tagger will see them.

A file is JSON Lines, also xz-compressed: {"doc_id", "text", "entities": [{"start", "end",
"type"}]}. Events, products and laws are MISC, as in those sets that do not tell them apart;
dates and the like are no names.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.analysis.sentences import split
from briefing.analysis.tagger.words import Word, words

TYPES = {name: name for name in ("PER", "ORG", "LOC", "NORP", "MISC")} | dict.fromkeys(
    ("EVENT", "PRODUCT", "LAW"), "MISC"
)
Row = tuple[list[str], list[str]]
Name = tuple[int, int, str]
_BLANK_LINE = re.compile(r"\n\s*\n|\Z")
_SPACED_HYPHEN = re.compile(r"(?<=\w) - (?=\w)")


class Labelled(NamedTuple):
    """One text: its rows of words and labels ("O", "B-PER", "I-PER" ...)."""

    source: str
    rows: list[Row]


def read(paths: Sequence[Path]) -> Iterator[Labelled]:
    """The texts of files, and of folders of files, in the order of their names."""
    for path in paths:
        if path.is_dir():
            yield from read(sorted(path.iterdir()))
        elif ".jsonl" in path.suffixes:
            raw = path.read_bytes()
            lines = (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode().splitlines()
            source = path.name.split(".")[0]
            for line in filter(None, lines):
                record = json.loads(line)
                found = [(name["start"], name["end"], name["type"]) for name in record["entities"]]
                text = record["text"]
                if source == "redocred":
                    text, found = close_hyphens(text, found)
                yield Labelled(source, rows(text, found))


def close_hyphens(text: str, found: Sequence[Name]) -> tuple[str, list[Name]]:
    """ "Jean - Pierre" as "Jean-Pierre": Re-DocRED's texts were put together from split words."""
    cuts = [
        at for match in _SPACED_HYPHEN.finditer(text) for at in (match.start(), match.start() + 2)
    ]
    moved = [
        (start - bisect_left(cuts, start), end - bisect_left(cuts, end), kind)
        for start, end, kind in found
    ]
    return _SPACED_HYPHEN.sub("-", text), moved


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a plain text whose paragraphs blank lines part."""
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        for begin, end in split(text[start : blank.start()]):
            yield start + begin, start + end
        start = blank.end()


def rows(text: str, found: Sequence[Name]) -> list[Row]:
    """The sentences of `text` as words and labels."""
    names = sorted((start, end, TYPES[kind]) for start, end, kind in found if kind in TYPES)
    out: list[Row] = []
    at = 0
    for begin, finish in sentences(text):
        row = list(words(text, begin, finish))
        labels: list[str] = []
        previous = -1
        for word in row:
            while at < len(names) and names[at][1] <= word.start:
                at += 1
            if at < len(names) and _mostly_inside(word, names[at]):
                labels.append(("I-" if previous == at else "B-") + names[at][2])
                previous = at
            else:
                labels.append("O")
                previous = -1
        if row:
            out.append(([word.form for word in row], labels))
    return out


def _mostly_inside(word: Word, name: Name) -> bool:
    shared = min(word.end, name[1]) - max(word.start, name[0])
    return shared > 0 and 2 * shared >= word.end - word.start


def in_capitals(texts: Sequence[Labelled], share: float, seed: int) -> Iterator[Labelled]:
    """Copies in capitals of a share of the sentences that are about as long as headlines."""
    draw = random.Random(seed)
    for text in texts:
        for forms, labels in text.rows:
            named = any(label != "O" for label in labels)
            if 5 <= len(forms) <= 25 and draw.random() < share and named:
                yield Labelled("capitals", [([form.upper() for form in forms], labels)])
