"""Where one stays when a text comes anew."""

from briefing.app.history import Place
from briefing.app.same_place import same_place, same_view
from briefing.app.sources import Source
from briefing.document import Block, Document, Span
from tests.app.by_hand import brief


def document(*paragraphs: str, path: str = "d") -> Document:
    blocks, at, line = [], 0, 1
    for text in paragraphs:
        blocks.append(Block("paragraph", at, at + len(text), line=line))
        at += len(text) + 2
        line += 2
    return Document(path, "\n\n".join(paragraphs), "text", tuple(blocks))


BEFORE = document("The first words.", "The second words.", "The third words.")


def test_more_of_the_same_text_leaves_the_place_as_it_is() -> None:
    after = document("The first words.", "The second words.", "The third words.", "The fourth.")
    assert same_place(BEFORE, after, 25) == 25


def test_another_beginning_leads_to_the_same_line_of_the_file() -> None:
    after = document("Other words come first.", "The second words.", "The third words.")
    at = same_place(BEFORE, after, BEFORE.text.index("second"))
    assert after.text[at:].startswith("second")


def test_a_place_that_is_no_longer_there_is_the_end() -> None:
    after = document("Short.")
    assert same_place(BEFORE, after, len(BEFORE.text) - 1) == len(after.text)
    assert same_place(BEFORE, Document("d", "", "text"), 30) == 0


def test_another_file_begins_at_its_beginning() -> None:
    assert same_place(BEFORE, document("The first words.", path="other"), 5) == 0


def test_words_put_in_above_move_the_place_with_its_words() -> None:
    after = document("A new beginning.", "And more.", *BEFORE.text.split("\n\n"))
    at = same_place(BEFORE, after, BEFORE.text.index("second"))
    assert after.text[at:].startswith("second")


def test_a_changed_paragraph_stands_where_it_stood_between_its_neighbours() -> None:
    after = document("New.", "The first words.", "Another one.", "The third words.", "More.")
    at = same_place(BEFORE, after, BEFORE.text.index("The second"))
    assert after.text[at:].startswith("Another")


def test_a_paragraph_that_is_gone_leaves_one_at_the_next() -> None:
    after = document("New.", "The first words.", "The third words.", "More.")
    at = same_place(BEFORE, after, BEFORE.text.index("The second"))
    assert after.text[at:].startswith("The third")


def test_what_is_marked_stays_marked_while_its_words_are_there() -> None:
    after = document("New.", "The first words.", "But the second words.", "The third words.")
    span = Span(BEFORE.text.index("second"), BEFORE.text.index("second") + 6)
    found = same_view(BEFORE, brief(after), Place(3, 0, Source(span)))
    assert found.source
    assert after.text[found.source.span.start : found.source.span.end] == "second"
    gone = same_view(BEFORE, brief(document("The first words.")), Place(3, 0, Source(span)))
    assert gone.source is None
