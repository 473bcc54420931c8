"""What one types, over the names of documents and the open text."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.finder import Entry, Finder
from briefing.library.catalogue import Catalogue
from briefing.library.search import TEXT, Searchable
from tests.export import sample


def searchable() -> Searchable:
    catalogue = Catalogue()
    catalogue.give(0, sample.briefing())
    made = Searchable(catalogue)
    made.read(0, sample.briefing().document)
    return made


def kinds(line: str) -> list[str]:
    return [group.kind for group in searchable().find(line).groups]


def test_names_come_by_kind_and_the_text_last() -> None:
    assert set(kinds("harbour")) == {"agreement", "heading", "document", TEXT}
    assert kinds("harbour")[-1] == TEXT
    assert kinds("#harbour") == ["agreement"]


def test_words_in_quotation_marks_are_searched_for_in_the_text_alone() -> None:
    assert kinds('"access treaty') == [TEXT]
    assert kinds('"treaty access"') == []


def test_of_a_kind_the_first_few_are_listed_or_the_whole() -> None:
    briefing = sample.briefing()
    entities = tuple(
        replace(briefing.entities[0], name=f"Calder {number}", kind=kind)
        for kind in ("person", "place")
        for number in range(20)
    )
    catalogue = Catalogue()
    catalogue.give(0, replace(briefing, entities=entities))
    made = Searchable(catalogue)

    few, whole = made.find("calder").groups, made.find("calder", whole=True).groups
    assert [(group.kind, len(group.choices), group.total) for group in few] == [
        ("person", 8, 20),
        ("place", 8, 20),
    ]
    assert [len(group.choices) for group in whole] == [20, 20]
    assert list(whole[0].choices[:8]) == list(few[0].choices)


def test_what_comes_later_is_found_too() -> None:
    made = searchable()
    made.find("x")
    later = replace(sample.briefing().document, title="Later pact", path="later.txt")
    made.catalogue.give(1, replace(sample.briefing(), document=later))

    assert [choice.shown for choice in made.find(">later").groups[0].choices] == ["Later pact"]


@given(st.text(max_size=40) | st.sampled_from(["NEAR(", '"', "[/x]", "@#>", "الهند", "🚀 " * 9]))
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed_is_searched_for(line: str) -> None:
    made = SEARCHABLE
    for group in made.find(line).groups:
        assert group.total >= len(group.choices)
        for choice in group.choices:
            assert all(0 <= mark < len(choice.shown) for mark in choice.marks)


SEARCHABLE = searchable()


def test_what_was_saved_is_searched_until_the_catalogue_has_caught_up() -> None:
    made = Searchable(Catalogue())
    made.begin_with(Finder([Entry(0, "Saved pact", "agreement")]))
    assert made.is_ready
    assert found(made, "saved") == ["Saved pact"]
    made.catalogue.give(0, sample.briefing())
    assert found(made, "#harbour") == []

    made.catch_up(same=False)
    assert found(made, "saved") == []
    assert found(made, "#harbour") == ["Harbour Access Treaty"]


def test_what_was_saved_stays_where_nothing_has_changed() -> None:
    first = searchable()
    first.prepare()
    made = Searchable(first.catalogue)
    finder = Finder(first.catalogue.entries())
    made.begin_with(finder)
    made.catch_up(same=True)

    assert made.is_ready
    assert found(made, "#harbour") == ["Harbour Access Treaty"]


def found(made: Searchable, line: str) -> list[str]:
    return [choice.shown for group in made.find(line).groups for choice in group.choices]
