import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.tagger.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. J. R. Smith met Mr. Doe.", "Gen.|J.|R.|Smith|met|Mr.|Doe|."),
        ("The U.S. Army's S-400", "The|U.S.|Army|'s|S-400"),
        ("the US-led force, pro-Russian rebels", "the|US|-|led|force|,|pro|-|Russian|rebels"),
        ("India-China talks with Cheng Chung-tai", "India|-|China|talks|with|Cheng|Chung-tai"),
        ("Jean-Pierre’s dog didn't", "Jean-Pierre|’s|dog|did|n't"),
        ("AT&T paid $3.5bn (2+2)", "AT&T|paid|$|3.5bn|(|2|+|2|)"),
        ("O'Brien of al-Qaeda at https://a.org/b.", "O'Brien|of|al-Qaeda|at|https://a.org/b|."),
    ],
)
def test_words_are_what_a_reader_would_call_words(text: str, expected: str) -> None:
    assert "|".join(word.form for word in words(text)) == expected


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_words_hold_everything_but_white_space_in_its_place(text: str) -> None:
    found = list(words(text))
    assert all(text[word.start : word.end] == word.form for word in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert "".join(word.form for word in found) == "".join(text.split())
