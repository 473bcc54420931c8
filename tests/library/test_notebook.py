"""What the reader notes of documents, and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.library.notebook import DOCUMENT, Entries, Notebook
from briefing.library.seen import Seen
from briefing.library.state import Value


def test_a_document_is_new_then_read_then_changed() -> None:
    notebook = Notebook()
    assert notebook.standing(1) is None
    notebook.meet(1, "/a", "first")
    assert notebook.standing(1) == "new"
    notebook.set_seen({1: Seen("first", read=True)}, "")
    assert notebook.standing(1) == "read"
    notebook.meet(1, "/a", "second")
    assert notebook.standing(1) == "changed"
    notebook.forget(1)
    assert notebook.standing(1) is None


def test_a_copy_is_as_well_known_as_what_it_is_a_copy_of() -> None:
    notebook = Notebook()
    notebook.meet(1, "/a", "text")
    notebook.meet(2, "/b", "text")
    notebook.set_seen({1: Seen("text", read=True)}, "")
    assert notebook.standing(2) == "read"
    notebook.set_seen({2: Seen("text", read=False)}, "")
    assert (notebook.standing(1), notebook.standing(2)) == ("read", "seen")


def test_texts_without_files_are_known_by_what_they_say() -> None:
    notebook = Notebook()
    notebook.meet(1, "", "one")
    notebook.set_seen({1: Seen("one", read=True)}, "")
    notebook.meet(1, "", "other")
    assert notebook.standing(1) == "new"


def test_all_can_be_taken_for_seen_and_that_undone() -> None:
    notebook = Notebook()
    for number, text in enumerate(("read", "read before", "new")):
        notebook.meet(number, f"/{number}", text)
    notebook.set_seen({0: Seen("read", read=True)}, "")
    sentences = frozenset(["0123456789ab"])
    notebook.begin_with(DOCUMENT, {"/1": Seen("other", True, sentences).value()})
    assert list(notebook.unseen()) == [1, 2]
    assert notebook.see_all() == 2
    assert [notebook.standing(number) for number in range(3)] == ["read", "seen", "seen"]
    assert notebook.seen(1) == Seen("read before", False, sentences)
    assert notebook.see_all() == 0
    assert notebook.undo() == "2 documents are as unseen as before."
    assert [notebook.standing(number) for number in range(3)] == ["read", "changed", "new"]


def test_at_the_first_time_all_that_is_there_counts_as_seen() -> None:
    kept: dict[tuple[str, str], Value] = {}
    notebook = Notebook(kept.update)
    notebook.begin_here(["/a", "/b", "/c.zip"])
    notebook.meet(1, "/a", "one")
    notebook.meet(2, "/c.zip", "two")
    notebook.meet(3, "/c.zip!/d", "three")
    assert [notebook.standing(number) for number in (1, 2, 3)] == ["seen", "seen", "new"]
    notebook.settle()
    assert [notebook.standing(number) for number in (1, 2, 3)] == ["seen", "seen", "seen"]
    notebook.meet(4, "/e", "four")
    notebook.settle()
    assert notebook.standing(4) == "new"
    assert notebook.undo() is None

    again = Notebook()
    again.begin_with(DOCUMENT, {key: value for (_, key), value in kept.items()})
    again.begin_here(["/a", "/b", "/e"])
    again.meet(1, "/a", "other")
    again.meet(2, "/b", "never analysed the first time")
    again.meet(4, "/e", "four")
    assert [again.standing(number) for number in (1, 2, 4)] == ["changed", "seen", "new"]
    again.settle()
    again.meet(2, "/b", "changed")
    assert again.standing(2) == "changed"


def test_a_name_that_is_no_text_can_be_kept_too() -> None:
    notebook = Notebook()
    notebook.begin_here(["/a\udcff"])
    notebook.meet(1, "/a\udcff", "one")
    assert notebook.standing(1) == "seen"
    assert [key.encode() for key in notebook.all(DOCUMENT)] == ["/a\ufffd".encode()]


def test_the_unread_are_counted() -> None:
    notebook = Notebook()
    for number in range(3):
        notebook.meet(number, f"/{number}", str(number))
    assert notebook.unread == 3
    notebook.set_seen({0: Seen("0", read=True), 1: Seen("1")}, "")
    assert notebook.unread == 2
    notebook.forget(2)
    assert notebook.unread == 1
    notebook.undo()
    assert notebook.unread == 2


ENTRIES = st.dictionaries(
    st.tuples(st.just(DOCUMENT), st.sampled_from("abc")), st.none() | st.integers(), min_size=1
)


@given(st.lists(ENTRIES))
def test_undoing_everything_leads_back_step_by_step(changes: list[Entries]) -> None:
    kept: dict[tuple[str, str], Value] = {}
    notebook = Notebook(kept.update)
    states = []
    for number, entries in enumerate(changes):
        states.append(dict(notebook.all(DOCUMENT)))
        notebook.change(entries, str(number))
    for number in reversed(range(len(changes))):
        assert notebook.undo() == str(number)
        assert notebook.all(DOCUMENT) == states[number]
        written = {key: value for (_, key), value in kept.items() if value is not None}
        assert written == notebook.all(DOCUMENT)
    assert notebook.undo() is None
