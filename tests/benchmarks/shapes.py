"""How long documents of hostile shape take, from bytes to briefing.

`python -m tests.benchmarks.shapes [BYTES [NAME ...]]` (250,000 bytes and every shape by default):
for each shape the processor seconds of reading and of the briefing at a quarter of the size and
at all of it, the factor between them (4 is linear), and the seconds a megabyte.
What takes longer than a minute is given up.
"""

from __future__ import annotations

import random
import signal
import sys
import time
from types import FrameType

from briefing.analysis.pipeline import brief
from briefing.formats import FormatError, read

SIZE = 250_000
PATIENCE = 60

UNITS = {
    "treaty names": "Treaty on Open Skies and Convention on Fishing ",
    "treaty words": "Treaty Agreement Convention Protocol ",
    "acts": "Fishing Vessels Act 2015, Harbour Dues Act 2016 and ",
    "the treaty": "the treaty and this agreement and its protocol ",
    "pacts with states": "the France-Germany Treaty was signed by Italy and Spain with Japan, ",
    "acronyms": "NAFTA (NAFTA) START SALT CPTPP AUKUS ",
    "definitions": "North Atlantic Treaty Organization (NATO) ",
    "signed": "signed ratified rejected suspended ",
    "would if": "would sign if unless until could have signed ",
    "states": "France, Germany and Italy, the United Kingdom and ",
    "capitals": "AB CD EFG ",
    "one capital": "A",
    "title case": "John Smith And Mary Jones Of The Big House ",
    "people": "President Joe Biden, Dr. Ann Berg and Mr. Smith's ",
    "systems": "S-400 and F-16 with the Harpoon missile ",
    "events": "World War II and Summit 2019 and the Norport Conference ",
    "full stops": ".",
    "initials": "A. ",
    "a.b.c.": "a.b.c.",
    "A.B.C.": "A.B.C. ",
    "no punctuation": "the ministers of both states met and they spoke of fish ",
    "one word": "a",
    "spaces": " ",
    "line ends": "\n",
    "letters on lines": "a\n",
    "words on lines": "word\n",
    "capitals on lines": "Word Word\n",
    "letters in paragraphs": "a\n\n",
    "bullets": "- a\n",
    "numbered": "1. a\n",
    "brackets": "(((((((",
    "brackets in brackets": "a (b (c ",
    "square brackets": "[",
    "links": "[a](b) ",
    "open links": "[a](",
    "quotes": '"a" ',
    "curly quotes": "“",
    "quote marks": "> ",
    "nested quotes": "> > > a\n",
    "stars": "*",
    "bold": "**a** ",
    "underscores": "_a_ ",
    "backticks": "`a ",
    "hashes": "# ",
    "headings": "# A\n",
    "rules": "---\n",
    "tables": "|a|b|\n",
    "table rows": "|a|b|\n|-|-|\n",
    "html": "<b>",
    "html tags": "<div><p>a",
    "entities": "&#27;&amp;",
    "escapes": "\\",
    "dates": "18 December 2019, 2019-12-18 and December 18. ",
    "digits": "1",
    "numbers": "12 40 2019 ",
    "months": "December to January and May of March ",
    "next month": "next month last Tuesday two weeks ago ",
    "ranges": "2019-2020-2021-",
    "times": "10:30 a.m. P.M. EST ",
    "hyphens": "a-",
    "dashes": "a — ",
    "apostrophes": "a's'",
    "commas": "a, ",
    "of": "of the ",
    "and": "Ann and ",
    "speakers": "MS. BERG: Yes.\n",
    "questions": "Q  Why?\n",
    "combining": "e\u0301\u0301\u0301",
    "cjk": "条約は署名された。",
    "cjk without stops": "条約署名",
    "arabic": "وقعت المعاهدة ",
    "emoji": "👩‍🚀",
    "nulls": "\x00",
    "front matter": "a: b\n",
}


def shapes(size: int) -> dict[str, str]:
    """The shapes, each about `size` characters of text."""
    made = {name: (unit * (size // len(unit) + 1))[:size] for name, unit in UNITS.items()}
    rng = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(rng.choices(letters, k=rng.randint(1, 9))) for _ in range(size // 5)]
    made["random words"] = " ".join(words)[:size]
    made["random capitals"] = " ".join(word.capitalize() for word in words)[:size]
    made["random acronyms"] = " ".join(word.upper() for word in words)[:size]
    made["random treaties"] = " ".join(f"{word.capitalize()} Treaty." for word in words)[:size]
    made["random deals"] = " ".join(f"the {word} agreement," for word in words)[:size]
    made["front matter open"] = "---\n" + made["front matter"]
    signs = "".join(map(chr, range(32, 127))) + "\n\t"
    made["random signs"] = "".join(rng.choices(signs, k=size))
    return made


class _TooLongError(Exception):
    pass


def _give_up(number: int, frame: FrameType | None) -> None:
    raise _TooLongError


def seconds(text: str, name: str) -> tuple[float, float]:
    """Processor time for the document and its briefing; infinite where it took too long."""
    spent = [float("inf"), float("inf")]
    signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        began = time.process_time()
        document = read(text.encode(), name)
        spent[0] = time.process_time() - began
        began = time.process_time()
        brief(document)
        spent[1] = time.process_time() - began
    except (_TooLongError, FormatError):
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return spent[0], spent[1]


def main() -> None:
    """Print the table, the slowest first."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SIZE
    wanted = sys.argv[2:]
    seconds("Some words.", "warm.md")
    quarter, whole = shapes(size // 4), shapes(size)
    rows = []
    for name in whole:
        if wanted and name not in wanted:
            continue
        for suffix in ("txt", "md"):
            less = seconds(quarter[name], f"shape.{suffix}")
            more = seconds(whole[name], f"shape.{suffix}")
            rows.append((sum(more) * 1e6 / size, f"{name}.{suffix}", less, more))
    print(f"{'':28}{'s/MB':>8}{'read':>8}{'brief':>8}{'factor':>8}")
    for rate, name, less, more in sorted(rows, reverse=True):
        factor = sum(more) / max(sum(less), 1e-9)
        print(f"{name:28}{rate:8.2f}{more[0]:8.2f}{more[1]:8.2f}{factor:8.1f}")


if __name__ == "__main__":
    main()
