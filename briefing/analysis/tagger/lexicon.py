"""What the tagger knows of words before it reads a text; hashed, so that it packs small.

A form has a cluster (words that stand in like contexts; its parent and grandparent are coarser)
and a case (how it is usually written inside a sentence); a lower-case word has kinds (title, first
name, head of an organisation's name ...); a phrase, of one word or more, has a class.
"""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

KINDS = str.split(
    "title role org_head company place_head direction event_head law_head month weekday speech in "
    "link relative member party_word num first_name last_name"
)
CASES = str.split("unseen lower mostly_lower title mostly_title upper")
CLASSES = str.split("none country region city town organisation person group place event product")
LONGEST = 7  # words in a phrase
KIND_BIT = {kind: 1 << bit for bit, kind in enumerate(KINDS)}


def key(form: str) -> int:
    """The hash under which a form is kept: 26 bits of the CRC-32 of its UTF-8."""
    return crc32(form.encode("utf-8", "surrogatepass")) >> 6


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Tables by `key`: clusters by form; cases, kinds and phrases by folded form.

    `parents` maps fine clusters to middle ones, `grandparents` these to coarse ones.
    """

    clusters: dict[int, int]
    parents: tuple[int, ...]
    grandparents: tuple[int, ...]
    cases: dict[int, int]
    kinds: dict[int, int]
    phrases: dict[int, int]

    @classmethod
    def from_arrays(cls, arrays: dict[str, NDArray[np.integer]]) -> Lexicon:
        """The lexicon that `arrays` gave; takes the names it knows and leaves the others."""

        def table(name: str) -> dict[int, int]:
            return dict(
                zip(arrays[name + "_keys"].tolist(), arrays[name + "_values"].tolist(), strict=True)
            )

        words = table("words")
        return cls(
            clusters=table("clusters"),
            parents=tuple(arrays["parents"].tolist()),
            grandparents=tuple(arrays["grandparents"].tolist()),
            cases={code: value & 7 for code, value in words.items()},
            kinds={code: value >> 3 for code, value in words.items()},
            phrases=table("phrases"),
        )

    def arrays(self) -> dict[str, NDArray[np.integer]]:
        """The tables as arrays to be packed: sorted keys and their values."""
        out: dict[str, NDArray[np.integer]] = {
            "parents": np.array(self.parents, np.uint16),
            "grandparents": np.array(self.grandparents, np.uint16),
        }
        words = {
            code: self.cases.get(code, 0) + 8 * self.kinds.get(code, 0)
            for code in self.cases.keys() | self.kinds.keys()
        }
        tables = {"clusters": self.clusters, "words": words, "phrases": self.phrases}
        for name, table in tables.items():
            codes = sorted(table)
            out[name + "_keys"] = np.array(codes, np.uint32)
            out[name + "_values"] = np.array([table[code] for code in codes], np.uint32)
        return out
