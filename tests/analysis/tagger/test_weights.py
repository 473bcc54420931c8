from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.tagger.weights import Chain, HashTable

LABELS = ["B-A", "I-A", "B-B", "I-B", "O"]


@given(st.sets(st.integers(0, 2**26 - 1), max_size=300), st.lists(st.integers(0, 2**26 - 1)))
@settings(max_examples=50, deadline=None)
def test_a_key_has_its_row_and_a_strange_one_none(keys: set[int], others: list[int]) -> None:
    known = sorted(keys)
    table = HashTable(np.array(known, np.uint32))
    assert table.rows(np.array(known, np.uint32), -1).tolist() == list(range(len(known)))
    rows = table.rows(np.array(others, np.uint32), -1).tolist()
    assert rows == [known.index(key) if key in keys else -1 for key in others]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.integers(0, 1000))
@settings(max_examples=40, deadline=None)
def test_the_best_labels_are_those_of_trying_all(lengths: list[int], seed: int) -> None:
    draw = np.random.default_rng(seed)
    chain = Chain.build(LABELS, draw.normal(size=(5, 5)).astype(np.float32))
    emissions = draw.normal(size=(sum(lengths), 5)).astype(np.float32)
    found = chain.decode(emissions, lengths).tolist()
    start = 0
    for length in lengths:
        scores = {}
        for path in product(range(5), repeat=length):
            score = chain.start[path[0]] + sum(
                emissions[start + at, label] for at, label in enumerate(path)
            )
            scores[path] = score + sum(
                chain.transitions[one, other] for one, other in pairwise(path)
            )
        best = max(scores, key=lambda path: scores[path])
        assert abs(scores[tuple(found[start : start + length])] - scores[best]) < 1e-4
        start += length


def test_nothing_is_inside_what_has_not_begun() -> None:
    chain = Chain.build(LABELS, np.zeros((5, 5), np.float32))
    emissions = np.zeros((3, 5), np.float32)
    emissions[:, 1] = 5  # I-A everywhere
    best = [LABELS[label] for label in chain.decode(emissions, [3])]
    assert best[0] in ("B-A", "O")
    assert best[1:] == ["I-A", "I-A"] or best[0] == "O"
