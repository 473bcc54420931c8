import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.finder.fold import fold, fold_with_origin, words, words_with_origin


@pytest.mark.parametrize(
    ("shown", "folded"),
    [
        ("São Paulo", "sao paulo"),
        ("Şanlıurfa", "sanliurfa"),
        ("İstanbul", "istanbul"),
        ("Straße", "strasse"),
        ("Þórshöfn", "thorshofn"),
        ("Ta’if", "taif"),
        ("O'Brien", "obrien"),
        ("S-400 Triumf", "s 400 triumf"),
        ("  (IFC): the  Centre ", "ifc the centre"),
        ("ﬁrst", "first"),
        ("ＦＵＬＬ", "full"),
        ("…!?", ""),
        ("", ""),
    ],
)
def test_case_accents_and_punctuation_do_not_count(shown: str, folded: str) -> None:
    assert fold(shown) == folded


def test_each_letter_knows_where_it_comes_from() -> None:
    folded = fold_with_origin("Œuvre, S-400")
    shown = "Œuvre, S-400"

    assert folded.text == "oeuvre s 400"
    assert "".join(shown[at] for at in folded.origin) == "ŒŒuvre,S-400"


def test_parts_of_a_hyphenated_word_are_words_and_so_is_the_whole() -> None:
    assert words("S-400 of the U.S.") == ("s", "400", "s400", "of", "the", "u", "us")


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_both_ways_to_fold_agree(shown: str) -> None:
    folded = fold_with_origin(shown)

    assert folded.text == fold(shown)
    assert len(folded.origin) == len(folded.text)
    assert list(folded.origin) == sorted(folded.origin)
    assert fold(folded.text) == folded.text
    assert tuple(words_with_origin(shown)) == words(shown)
