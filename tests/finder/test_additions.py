"""Entries that come later, entries that change, and what is preferred."""

import sys
from concurrent.futures import ThreadPoolExecutor
from subprocess import run

import pytest

from briefing.finder import Entry, Finder

PEOPLE = ("Amal Haddad", "Amal Nasser", "Bruno Keller", "Chiara Conti", "Dmitri Orlov")


def names(finder: Finder, query: str) -> list[str]:
    return [hit.entry.name for hit in finder.search(query)]


def entries(*shown: str) -> list[Entry]:
    return [Entry(key, name, "person") for key, name in enumerate(shown)]


def test_what_is_added_is_found_with_what_was_there() -> None:
    finder = Finder(entries("Amal Haddad"))
    finder.add([Entry(7, "Amal Nasser", "person", (), 9), Entry(8, "Esra Polat", "person")])

    assert names(finder, "amal") == ["Amal Nasser", "Amal Haddad"]
    assert names(finder, "esra poalt") == ["Esra Polat"]
    assert len(finder) == 3


def test_an_entry_with_a_known_key_replaces_the_earlier_one() -> None:
    finder = Finder(entries(*PEOPLE * 3))
    finder.add([Entry(2, "Bruno Keller", "person", ("BK",), 30)])
    finder.add([Entry(2, "Bruno Kellermann", "person", ("BK",), 31)])

    found = [hit.entry for hit in finder.search("bruno") if hit.entry.key == 2]
    assert [entry.mentions for entry in found] == [31]
    assert finder.search("bk")[0].entry.key == 2
    assert len(finder) == len(PEOPLE) * 3


def test_what_is_removed_is_not_found() -> None:
    finder = Finder(entries(*PEOPLE))
    finder.add([Entry("x", "Amal Zaki", "person")])
    finder.remove([0, "x", "unknown"])

    assert names(finder, "amal") == ["Amal Nasser"]
    assert len(finder) == len(PEOPLE) - 1
    finder.merge()
    assert names(finder, "amal") == ["Amal Nasser"]
    finder.add([Entry(0, "Amal Haddad", "person")])
    assert len(finder) == len(PEOPLE)


def test_one_may_search_while_another_thread_changes_what_is_searched() -> None:
    finder = Finder(entries(*PEOPLE))
    finder.prefer({1: 0.5})

    def change() -> None:
        for number in range(60):
            finder.add([Entry(100 + number % 9, f"Amal {number}", "person", (), number)])
            finder.remove([100 + number % 5])
        finder.merge()

    with ThreadPoolExecutor(1) as pool:
        changing = pool.submit(change)
        while not changing.done():
            assert {"Amal Haddad", "Amal Nasser"} <= set(names(finder, "amal"))
        changing.result()
    assert names(finder, "amal")[0] == "Amal Nasser"


def test_many_small_additions_give_what_one_large_one_gives() -> None:
    given = [
        Entry(number, f"{name} {number % 13}", "person", (), number % 7)
        for number, name in enumerate(PEOPLE * 20)
    ]
    at_once, bit_by_bit = Finder(given), Finder()
    for number in range(0, len(given), 3):
        bit_by_bit.add(given[number : number + 3])

    for query in ("amal 3", "bruno", "dimtri", "cc", "orlov dm"):
        once = {(hit.entry.key, hit.score) for hit in at_once.search(query, 100)}
        assert {(hit.entry.key, hit.score) for hit in bit_by_bit.search(query, 100)} == once


def test_preferred_entries_come_before_their_equals_but_not_before_better_ones() -> None:
    finder = Finder(entries("Amal Haddad", "Amal Nasser", "Amalia Sand"))
    finder.prefer({1: 0.5, 2: 0.5})
    assert names(finder, "amal") == ["Amal Nasser", "Amal Haddad", "Amalia Sand"]

    finder.prefer({2: 0.5})
    finder.add([Entry("x", "Amal Zaki", "person")])
    assert names(finder, "amal zaki")[0] == "Amal Zaki"

    finder.prefer({})
    assert names(finder, "amal")[0] == "Amal Haddad"


def test_keys_may_be_numbers_strings_or_both() -> None:
    finder = Finder([Entry("one", "Alpha", "place"), Entry(-2, "Beta", "place")])
    finder.add([Entry("one", "Gamma", "place"), Entry("-2", "Delta", "place")])

    found = {hit.entry.name: hit.entry.key for hit in finder.search("")}
    assert found == {"Beta": -2, "Gamma": "one", "Delta": "-2"}


@pytest.mark.parametrize("query", ["india", "ind", "us", "ukr", "dia"])
def test_exact_and_prefix_only_narrow_and_stand_above_all_else(query: str) -> None:
    shown = ("India", "Indiana Gas", "New India", "Windia", "Idina", "Inland Dia", "United States")
    finder = Finder(
        Entry(key, name, "place", (), 10_000 * (name == "Idina")) for key, name in enumerate(shown)
    )
    before: set[str] | None = None
    for length in range(1, len(query) + 1):
        typed = query[:length]
        found = names(finder, typed)
        literal = [any(word.startswith(typed) for word in name.lower().split()) for name in found]
        at_top = {name for name, fits in zip(found, literal, strict=True) if fits}
        assert before is None or at_top <= before
        initials = ["".join(word[0] for word in name.lower().split()) == typed for name in found]
        ranks = [fits or short for fits, short in zip(literal, initials, strict=True)]
        assert ranks == sorted(ranks, reverse=True)
        before = at_top


def test_numpy_is_imported_with_the_first_entries_and_not_before() -> None:
    code = (
        "import sys; from briefing.finder import Entry, Finder; import briefing.library.catalogue;"
        "finder = Finder(); finder.search('x'); assert 'numpy' not in sys.modules;"
        "finder.add([Entry(1, 'x', 'place')]); assert 'numpy' in sys.modules"
    )
    run([sys.executable, "-c", code], check=True, timeout=60)
