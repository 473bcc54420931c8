import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.finder.letters import scattered
from briefing.finder.scatter import shares

TEXT = st.text(alphabet="ab c", min_size=1, max_size=20).map(lambda text: " ".join(text.split()))


@example("aa", ["a b bbaaaaaaa a"])  # a gap that is longer than the longest that counts
@given(st.text(alphabet="abc", min_size=1, max_size=5), st.lists(TEXT, max_size=4))
@settings(max_examples=200, deadline=None)
def test_many_at_once_score_as_each_alone(typed: str, texts: list[str]) -> None:
    alone = [scattered(typed, text)[0] for text in texts]

    assert shares(typed.encode(), [text.encode() for text in texts]) == pytest.approx(alone)


def test_letters_at_beginnings_of_words_are_worth_more() -> None:
    found = shares(b"vker", [b"valdemar keranen", b"vokera", b"avkirmer", b"nothing"])

    assert list(np.argsort(-found)) == [0, 1, 2, 3]
    assert found[3] == 0
