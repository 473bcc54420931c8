from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.library import fulltext
from briefing.library.fulltext import ask, snippet
from briefing.library.ingest import ingest
from briefing.library.store import Store

TEXTS = {
    "a.txt": "The Café in Köln signed the harbour pact. Nothing else was signed.",
    "b.txt": "A harbour. " + "Many other words stand here. " * 40 + "The pact was not signed.",
    "c.txt": "Signed, sealed: the COVID-19 plan NEAR the bridge AND the river OR the sea.",
}


@pytest.fixture(params=["index", "scan"])
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Store:
    """A store of the three texts, by their numbers from 1 on; also where there is no FTS5."""
    if request.param == "scan":
        monkeypatch.setattr(fulltext, "available", lambda: False)
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    made = Store(None)
    list(ingest(made, list(enumerate(sorted(tmp_path.iterdir())))))
    return made


def found(store: Store, line: str, together: bool = False) -> list[int]:
    return store.search(ask(line, together), {1, 2, 3}, 10)


def test_all_words_must_be_there_and_the_last_may_be_begun(store: Store) -> None:
    assert found(store, "harbour pact") == [1, 2]
    assert found(store, "pact harb") == [1, 2]
    assert found(store, "harb pact") == []
    assert found(store, "plan") == [3]


def test_a_quotation_stands_there_as_it_is(store: Store) -> None:
    assert found(store, "harbour pact", together=True) == [1]
    assert found(store, "the covid 19 pla", together=True) == [3]
    assert found(store, "the covid 19 pl", together=True) == []  # too short to be a beginning


def test_case_and_accents_do_not_count(store: Store) -> None:
    assert found(store, "CAFE koln") == [1]
    assert found(store, "café", together=True) == [1]


def test_operators_are_words(store: Store) -> None:
    assert found(store, "near the bridge AND") == [3]
    assert found(store, "bridge NOT river") == []
    assert found(store, 'text: "harbour" OR (pact*)') == []


def test_only_what_is_open_is_searched(store: Store) -> None:
    assert store.search(ask("signed"), {2}, 10) == [2]
    assert store.search(ask("signed"), set(), 10) == []
    assert len(store.search(ask("signed"), {1, 2, 3}, 2)) == 2


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.booleans())
def test_nothing_that_can_be_typed_is_an_error(line: str, together: bool) -> None:
    store = Store(None)
    assert store.search(ask(line, together), {1}, 10) == []
    snippet(TEXTS["a.txt"], ask(line, together))
    store.close()


def test_a_snippet_shows_where_it_stands() -> None:
    text = "First line.\n\n" + "Long words before it. " * 5 + "The Café in\nKöln opened."
    shown = snippet(text, ask("cafe", together=True))

    assert shown is not None
    assert text[slice(*shown.span)] == "Café"
    assert shown.shown[slice(*shown.marked)] == "Café"
    assert shown.shown.startswith("…Long words") or shown.shown.startswith("…")
    assert "\n" not in shown.shown


def test_words_that_do_not_stand_together_are_shown_by_the_longest() -> None:
    shown = snippet(TEXTS["b.txt"], ask("pact harbour"))

    assert shown is not None
    assert shown.shown[slice(*shown.marked)] == "harbour"
    assert snippet(TEXTS["b.txt"], ask("river")) is None


@settings(deadline=None)
@given(st.text(alphabet="aé e\u0301n\nİß-", max_size=30), st.text(alphabet="aéeiß ", max_size=4))
def test_a_span_lies_in_the_text(text: str, line: str) -> None:
    if found := snippet(text, ask(line)):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert text[slice(*found.span)].replace("\n", " ") == found.shown[slice(*found.marked)]


def test_what_very_many_have_is_not_weighed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fulltext, "_MOST_RANKED", 2)
    assert sorted(found(store, "signed")) == [1, 2, 3]
    assert found(store, "harbour pact") == [1, 2]


def test_a_snippet_begins_at_a_whole_word() -> None:
    text = "The pactum came before the pact, and the pacts — signed — came after."
    found = snippet(text, ask("pact and", together=True))
    assert found
    span, shown, marked = found
    assert text[span.start : span.end] == "pact, and"
    assert shown[marked.start : marked.end] == "pact, and"
