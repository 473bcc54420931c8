"""Sentences to come back to, wherever they stand by then."""

import json

from hypothesis import given
from hypothesis import strategies as st

from briefing.document import Document, Span
from briefing.library.bookmarks import Bookmark, Kept, bookmarks, bookmarks_in, delete, keep
from briefing.library.notebook import BOOKMARK, Notebook

NOTE = Bookmark("/a", "Note", "old", 6, "The cod is back.", "ask Ada")


def document(text: str) -> Document:
    return Document("a", text, "text")


@given(st.text(max_size=9), st.text(max_size=9))
def test_a_sentence_is_found_wherever_it_has_moved(before: str, after: str) -> None:
    text = document(f"{before}\n{NOTE.words}{after}")
    span = NOTE.where(text)
    assert span is not None
    assert text.slice(*span) == NOTE.words


def test_of_several_places_the_nearest_is_the_one() -> None:
    text = document(f"{NOTE.words} {NOTE.words} {NOTE.words}")
    assert NOTE.where(text) == Span(0, 16)
    assert Bookmark("/a", "", "old", 30, NOTE.words).where(text) == Span(34, 50)


def test_what_is_no_longer_said_is_nowhere() -> None:
    assert NOTE.where(document("The cod is gone.")) is None


def test_it_is_the_same_after_a_way_through_json() -> None:
    assert Bookmark.from_value(json.loads(json.dumps(NOTE.value()))) == NOTE


def test_what_is_none_is_not_taken_for_one() -> None:
    whole = NOTE.value()
    assert isinstance(whole, dict)
    for name in whole:
        assert Bookmark.from_value({**whole, name: None}) is None
    assert Bookmark.from_value({**whole, "start": -1}) is None
    assert Bookmark.from_value({**whole, "words": ""}) is None
    assert Bookmark.from_value("a") is None


def test_they_are_kept_changed_deleted_and_each_is_undone() -> None:
    notebook = Notebook()
    keep(notebook, NOTE)
    keep(notebook, NOTE.noting("ask Jon"))
    delete(notebook, NOTE)
    assert list(bookmarks(notebook)) == []
    assert notebook.undo() == "The bookmark is there again."
    assert [one.bookmark.note for one in bookmarks(notebook)] == ["ask Jon"]
    assert notebook.undo() == "The note is as it was."
    assert [one.bookmark.note for one in bookmarks(notebook)] == ["ask Ada"]
    assert notebook.undo() == "The bookmark is gone."
    assert list(bookmarks(notebook)) == []


def test_they_belong_to_the_same_text_else_to_what_lies_at_its_path() -> None:
    notebook = Notebook()
    keep(notebook, NOTE)
    assert list(bookmarks(notebook)) == [Kept(NOTE, None)]
    notebook.meet(1, "/a", "new")
    assert list(bookmarks(notebook)) == [Kept(NOTE, 1, changed=True)]
    notebook.meet(2, "/renamed", "old")
    assert list(bookmarks(notebook)) == [Kept(NOTE, 2)]
    notebook.meet(3, "/a", "old")
    assert list(bookmarks(notebook)) == [Kept(NOTE, 3)]


def test_those_of_a_document_are_where_they_stand_in_it_now() -> None:
    notebook = Notebook()
    notebook.meet(1, "/a", "new")
    keep(notebook, NOTE)
    keep(notebook, Bookmark("/b", "Other", "other", 0, NOTE.words))
    text = document(f"A longer beginning. {NOTE.words}")
    assert bookmarks_in(notebook, 1, text) == {Span(20, 36): NOTE}


def test_what_cannot_be_read_among_them_is_passed_over() -> None:
    notebook = Notebook()
    notebook.begin_with(BOOKMARK, {"x": 3, NOTE.name: NOTE.value()})
    assert [one.bookmark for one in bookmarks(notebook)] == [NOTE]
