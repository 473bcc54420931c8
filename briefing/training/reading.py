"""What running text says of words: their clusters, and the case they usually have.

    python -m briefing.training.reading TEXT ... --out FILE

TEXT are folders of Markdown or plain text, and JSON Lines with a "text". FILE is
for `python -m briefing.training --counted FILE`.

Words are clustered by k-means on vectors of positive pointwise mutual information with the words
one and two places before and after, reduced by a randomised singular value decomposition (Halko,
Martinsson and Tropp 2011).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.tagger.features import fold
from briefing.analysis.tagger.lexicon import CASES, Lexicon, key
from briefing.analysis.tagger.packing import pack
from briefing.analysis.tagger.words import words
from briefing.training.gazetteer import texts

F32 = NDArray[np.float32]
SEEN_AT_LEAST = 5
CONTEXT_WORDS = 2500
DIMENSIONS = 120
CLUSTERS = (1024, 256, 64)
_MARKUP = re.compile(r"\[([^\]\n]*)\]\([^)\s]*\)|[*_`#>|\\]+|<[^>\n]*>")
_PARAGRAPH = re.compile(r"\n\s*\n")
_FIGURE = re.compile(r"\d")
_BREAK = ""  # stands between paragraphs
_BEFORE_A_START = frozenset((_BREAK, *'.!?:"“”(—-'))


def plain(text: str) -> str:
    """Markdown without its marks."""
    return _MARKUP.sub(lambda found: found[1] or " ", text)


def count(paths: Sequence[Path]) -> tuple[list[str], NDArray[np.int32]]:
    """All forms and the texts as numbers of forms; a long paragraph counts once."""
    numbers = {_BREAK: 0}
    seen: set[str] = set()
    parts: list[NDArray[np.int32]] = []
    for text in texts(paths):
        for paragraph in _PARAGRAPH.split(plain(text)):
            if len(paragraph) > 60:
                if paragraph in seen:
                    continue
                seen.add(paragraph)
            forms = (_FIGURE.sub("0", word.form).replace("’s", "'s") for word in words(paragraph))
            row = [numbers.setdefault(form, len(numbers)) for form in forms]
            parts.append(np.array([*row, 0], dtype=np.int32))
    return list(numbers), np.concatenate(parts)


def cases(forms: Sequence[str], row: NDArray[np.int32]) -> dict[int, int]:
    """How each word that stands inside sentences four times is mostly written there."""
    opening = np.array([form in _BEFORE_A_START for form in forms])
    inside = ~opening[np.concatenate(([0], row[:-1]))]
    times = np.bincount(row[inside], minlength=len(forms)).tolist()
    written: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for form, seen in zip(forms, times, strict=True):
        if seen and form[:1].isalpha():
            which = 0 if form.islower() else 2 if form.isupper() and len(form) > 1 else 1
            written[fold(form)][which] += seen
    out: dict[int, int] = {}
    for form, (lower, title, upper) in written.items():
        total = lower + title + upper
        if total < 4:
            continue
        if lower > 0.5 * total:
            case = "lower" if lower > 0.9 * total else "mostly_lower"
        elif upper > 0.6 * total:
            case = "upper"
        else:
            case = "title" if title > 0.9 * total else "mostly_title"
        out[key(form)] = CASES.index(case)
    return out


def vectors(row: NDArray[np.int32], kept: NDArray[np.intp], form_count: int) -> F32:
    """A vector of length one for each of the `kept` forms, most frequent first."""
    rank = np.full(form_count, -1)
    rank[kept] = np.arange(len(kept))
    ranks, size = rank[row], len(kept)
    contexts = min(CONTEXT_WORDS, size)
    blocks = []
    for offset in (-2, -1, 1, 2):
        word, context = (
            (ranks[:-offset], ranks[offset:]) if offset > 0 else (ranks[-offset:], ranks[:offset])
        )
        valid = (word >= 0) & (context >= 0) & (context < contexts)
        if abs(offset) == 2:
            valid &= row[1:-1] != 0
        cells = word[valid] * contexts + context[valid]
        block = np.bincount(cells, minlength=size * contexts).astype(np.float32)
        blocks.append(_mutual_information(block.reshape(size, contexts)))
    matrix = np.concatenate(blocks, axis=1)
    draw = np.random.default_rng(0)
    sample = matrix @ draw.standard_normal((matrix.shape[1], DIMENSIONS + 20)).astype(np.float32)
    for _ in range(3):
        basis = np.linalg.qr(matrix.T @ np.linalg.qr(sample)[0])[0]
        sample = matrix @ basis
    left, singular, _ = np.linalg.svd(sample, full_matrices=False)
    out = left[:, :DIMENSIONS] * np.sqrt(singular[:DIMENSIONS])
    out /= np.linalg.norm(out, axis=1, keepdims=True) + 1e-9
    vectors: F32 = out.astype(np.float32)
    return vectors


def _mutual_information(block: F32) -> F32:
    """Positive pointwise mutual information; frequent contexts and rare words count for less."""
    rows = block.sum(1, keepdims=True) + 1e-9
    columns = block.sum(0, keepdims=True) ** 0.75
    columns = columns / columns.sum() + 1e-12
    out: F32 = np.log(np.maximum(block / rows / columns, np.float32(1))) * (rows / (rows + 5))
    return out


def k_means(points: F32, size: int, weights: NDArray[np.float64]) -> tuple[NDArray[np.intp], F32]:
    """The cluster of each point and the centres, all of length one."""
    draw = np.random.default_rng(1)
    centres = points[draw.choice(len(points), size, replace=False, p=weights / weights.sum())]
    for _ in range(25):
        nearest = np.concatenate(
            [
                (points[start : start + 8192] @ centres.T).argmax(1)
                for start in range(0, len(points), 8192)
            ]
        )
        moved = np.zeros_like(centres)
        np.add.at(moved, nearest, points * weights[:, None].astype(np.float32))
        norms = np.linalg.norm(moved, axis=1, keepdims=True)
        empty = norms[:, 0] == 0
        centres = moved / (norms + 1e-9)
        centres[empty] = points[draw.choice(len(points), int(empty.sum()))]
    return nearest, centres


def read(paths: Sequence[Path]) -> Lexicon:
    """A lexicon of what the texts say, and nothing else."""
    forms, row = count(paths)
    usual = cases(forms, row)
    times = np.bincount(row, minlength=len(forms))
    order = np.argsort(-times, kind="stable")
    kept = order[: int((times >= SEEN_AT_LEAST).sum())]
    points = vectors(row, kept, len(forms))
    fine, centres = k_means(points, CLUSTERS[0], np.ones(len(points)))
    sizes = (np.bincount(fine, minlength=CLUSTERS[0]) + 1e-9).astype(np.float64)
    middle, centres = k_means(centres, CLUSTERS[1], sizes)
    sizes = (np.bincount(middle, weights=sizes, minlength=CLUSTERS[1]) + 1e-9).astype(np.float64)
    coarse, _ = k_means(centres, CLUSTERS[2], sizes)
    return Lexicon(
        clusters={key(forms[form]): int(of) + 1 for form, of in zip(kept, fine, strict=True)},
        parents=(0, *(middle + 1).tolist()),
        grandparents=(0, *(coarse + 1).tolist()),
        cases=usual,
        kinds={},
        phrases={},
    )


def main(arguments: list[str] | None = None) -> int:
    """Count and write; returns the exit status."""
    parser = argparse.ArgumentParser(prog="briefing.training.reading", description="Count words.")
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--out", required=True, type=Path)
    asked = parser.parse_args(arguments)
    lexicon = read(asked.texts)
    asked.out.write_bytes(pack(lexicon.arrays(), {}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
