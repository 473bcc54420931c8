"""Compiles the short names of instruments that have no head noun: "NAFTA", "New START".

    python -m briefing.training.treaties LIBRARY TITLES

LIBRARY is a folder of news releases of the White House (public domain), TITLES a list of official
treaty titles, one a line (Open Government Licence v3.0). Nobody picks the names. A short form is
taken

* where a name with a head noun defines it in brackets ("North American Free Trade Agreement
  (NAFTA)"), in two documents or more and in four of five of its definitions, or
* where it stands, in three documents or more and in one of ten of its places, before a head noun
  or behind words that go with instruments ("parties to", "obligations under"), three different
  ones or the same head noun five times.

Left out are short forms of three letters, words of English, places and bodies.
"""

from __future__ import annotations

import argparse
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from briefing.analysis.gazetteer import gazetteer

_SHORT = r"[A-Z][A-Z0-9]+(?:-[A-Z][A-Z0-9]+)?"
_HEADS = "Treaty|Agreement|Pact|Accords?|Convention|Protocol|Compact|Act"
_DEFINED = re.compile(
    rf"((?:[A-Z][\w’'-]*\s(?:(?:of|on|the|for|and|to|in|against|with|between)\s){{0,2}}){{1,12}}"
    rf"[A-Z][\w’'-]*)\s[(\[]({_SHORT})[)\]]"
)
_FORMS = re.compile(rf"(?<![\w-])((?:[A-Z][a-z]+\s)?{_SHORT})(?![\w-])")
_BEHIND = re.compile(
    r"\b(part(?:y|ies) to|signator(?:y|ies) (?:to|of)|obligations under|ratif(?:y|ied)|accession to"
    r"|renegotiat|withdr[ae]w|compliance with|return to|rejoin|negotiate|commitments under"
    r"|provisions of|terms of)\w*(?: from| of)? (?:the )?$"
)
_BEFORE = re.compile(r"^ (agreement|deal|treaty|accord|pact|partnership)\b", re.IGNORECASE)
_HEAD = re.compile(rf"\b({_HEADS})\b")
_NOUNS = frozenset(("agreement", "deal", "treaty", "accord", "pact", "partnership"))
TARGET = "instruments.bin"


def texts(library: Path, titles: Path) -> Iterator[str]:
    """The documents of the library, then each title."""
    for path in sorted(library.rglob("*.md")):
        yield " ".join(path.read_text(encoding="utf-8", errors="replace").split())
    yield from titles.read_text(encoding="utf-8").splitlines()


def compile_names(documents: Iterator[str]) -> dict[str, str]:
    """Short form to kind."""
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    defined: Counter[str] = Counter()
    total: Counter[str] = Counter()
    cues: defaultdict[str, Counter[str]] = defaultdict(Counter)
    cued_in: defaultdict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(documents):
        seen = set()
        for match in _DEFINED.finditer(text):
            long, short = match.groups()
            initials = "".join(word[0] for word in long.split() if word[0].isupper())
            fits = initials.endswith(short[-1]) or set(short) <= set(initials)
            if len(short) < 4 or not fits or short in seen:
                continue
            if long.startswith("Memorandum"):
                continue
            seen.add(short)
            defined[short] += 1
            heads = _HEAD.findall(long)
            if heads and (long.endswith(heads[-1]) or long.startswith(heads[0])):
                kinds[short][heads[0].lower().rstrip("s")] += 1
        for match in _FORMS.finditer(text):
            form = match.group(1)
            behind, before = (
                text[max(0, match.start() - 30) : match.start()],
                text[match.end() :][:12],
            )
            cue = _BEFORE.search(before) or _BEHIND.search(behind)
            for name in {form, form.split()[-1]}:
                total[name] += 1
                if cue:
                    cues[name][cue.group(1).lower()] += 1
                    cued_in[name].add(number)
    names = {
        short: count.most_common(1)[0][0]
        for short, count in kinds.items()
        if sum(count.values()) >= max(2, 0.8 * defined[short])
    }
    for name, count in cues.items():
        often = count.total() >= 0.1 * total[name]
        varied = len(count) >= 3 or max(count[noun] for noun in _NOUNS) >= 5
        if often and varied and len(cued_in[name]) >= 3 and len(name) > 3 and name[-1] != "s":
            noun = next((word for word, _ in count.most_common() if word in _NOUNS), "agreement")
            names.setdefault(name, noun)
    return {name: kind for name, kind in sorted(names.items()) if _kept(name, kind)}


def _kept(name: str, kind: str) -> bool:
    gazette = gazetteer()
    if gazette.common_word(name.lower()) or (gazette.body(name) and kind != "partnership"):
        return False
    return gazette.place_kind(name.title()) is None


def main() -> None:
    """Write the data file."""
    parser = argparse.ArgumentParser(description="Compile the short names of instruments.")
    parser.add_argument("library", type=Path)
    parser.add_argument("titles", type=Path)
    arguments = parser.parse_args()
    names = compile_names(texts(arguments.library, arguments.titles))
    lines = "\n".join(f"{name}\t{kind}" for name, kind in names.items())
    target = Path(str(files("briefing.analysis") / "data" / TARGET))
    target.write_bytes(zlib.compress(lines.encode(), 9))


if __name__ == "__main__":
    main()
