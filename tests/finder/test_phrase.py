"""Each place where words stand one after the other."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.finder.phrase import Haystack, PhraseSearch, _small, find


def found(text: str, phrase: str) -> list[str]:
    return [text[slice(*span)] for span in find(text, phrase)]


@pytest.mark.parametrize(
    ("phrase", "places"),
    [
        ("treaty", ["Treaty", "treaty", "TREATY"]),
        ("Treaty", ["Treaty"]),
        ("the treaty", ["The Treaty", "the\n treaty"]),
        ("  the   treaty ", ["The Treaty", "the\n treaty"]),
        ("america's", ["America’s"]),
        ('"both sides"', ["“both sides”"]),
        ("s-400", ["S\u2011400"]),
        ("[.*", ["[.*"]),
        ("absent", []),
        ("", []),
        (" \n\t", []),
    ],
)
def test_a_phrase_is_found_as_one_reads_it(phrase: str, places: list[str]) -> None:
    text = "The Treaty, America’s and “both sides”: the\n treaty, S\u2011400 [.* TREATY"
    assert found(text, phrase) == places


def test_matches_do_not_overlap() -> None:
    assert list(find("aaaaa", "aa")) == [(0, 2), (2, 4)]


@pytest.mark.parametrize("gap", [" ", "\n\n", "\u00a0\t", " " * 40_000])
def test_any_white_space_stands_between_words_however_long(gap: str) -> None:
    text = f"{'x' * 16_380} {gap}one{gap}two"
    (span,) = find(text, "one two")
    assert text[slice(*span)] == f"one{gap}two"


def test_a_match_across_two_slices_is_found() -> None:
    for before in range(16_375, 16_390):
        assert list(find("." * before + "treaty", "treaty")) == [(before, before + 6)]


def test_those_in_a_stretch_are_told_apart_from_the_rest() -> None:
    matches = find("one  two one  two one", "one two")
    assert list(matches) == [(0, 8), (9, 17)]
    assert list(matches.touching(0, 1)) == [(0, 8)]
    assert list(matches.touching(7, 10)) == [(0, 8), (9, 17)]
    assert list(matches.touching(8, 9)) == []
    assert list(matches[1:]) == [(9, 17)]


def test_a_text_is_made_ready_once_for_many_searches() -> None:
    haystack = Haystack("One two")
    for phrase, count in (("one", 1), ("two", 1), ("three", 0)):
        search = PhraseSearch(haystack, phrase)
        while not search.done:
            search.advance()
        assert len(search.matches) == count
    assert haystack.ready


def test_small_letters_take_no_more_room_than_others() -> None:
    letters = [chr(code) for code in range(0x3000) if not 0xD800 <= code < 0xE000]
    assert [letter for letter in letters if len(_small(letter)) != 1] == []


@settings(max_examples=60, deadline=None)
@given(st.text("aB’' \n\tİς“", max_size=40), st.text("aB' \nσς", max_size=6))
def test_it_agrees_with_a_regular_expression(text: str, phrase: str) -> None:
    def plain(words: str) -> str:
        words = words.replace("’", "'").replace("“", '"')
        return _small(words) if phrase == phrase.lower() else words

    pattern = r"\s+".join(map(re.escape, plain(phrase).split()))
    expected = [match.span() for match in re.finditer(pattern, plain(text))] if pattern else []
    assert list(find(text, phrase)) == expected
