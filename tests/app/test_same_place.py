"""Where one stays when a text comes anew."""

from briefing.app.same_place import same_place
from briefing.document import Block, Document


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
