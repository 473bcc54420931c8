import pytest

from briefing.app.reader import layout as layouts
from briefing.app.reader.viewport import OVERLAP, Viewport
from briefing.document import Block, BlockKind, Document, Span


def view(height: int = 10, paragraphs: int = 200) -> Viewport:
    parts = [f"{n:03} one paragraph of one line" for n in range(paragraphs)]
    blocks: list[Block] = []
    at = 0
    for n, part in enumerate(parts):
        kind: BlockKind = "heading" if n % 50 == 49 else "paragraph"
        blocks.append(Block(kind, at, at + len(part), level=3))
        at += len(part) + 2
    made = Viewport(Document("d", "\n\n".join(parts), "text", tuple(blocks)))
    made.fit(40, 40, height)
    return made


def rows(made: Viewport) -> list[str]:
    text = made.document.text
    return [text[line.start : line.end].strip()[:3] for _, line in made.rows]


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layouts, "CHUNK", 300)


def test_a_page_keeps_two_lines() -> None:
    made = view()
    before = rows(made)
    made.turn(1)
    assert rows(made)[:OVERLAP] == before[-OVERLAP:]
    made.turn(-1)
    assert rows(made) == before


def test_the_end_fills_the_window() -> None:
    made = view(height=9)
    made.end()
    assert rows(made)[-1] == "199"
    assert len(rows(made)) == 9
    made.move(1)
    assert rows(made)[-1] == "199"


def test_a_short_text_stays_at_the_top() -> None:
    made = view(height=50, paragraphs=3)
    made.end()
    made.move(5)
    assert rows(made) == ["000", "", "001", "", "002"]
    assert made.y == 0


def test_scrolling_close_by_is_exact_before_the_text_is_laid_out() -> None:
    made = view()
    for _ in range(30):
        made.scroll(made.y + 7)
    assert made.layout is not None
    assert not made.layout.finished
    assert rows(made)[0] == "105"


def test_scrolling_to_the_bottom_is_the_end_however_it_was_estimated() -> None:
    made = view()
    assert made.layout is not None
    made.scroll(made.layout.height - made.height)
    assert rows(made)[-1] == "199"


def test_headings_are_found_in_both_directions() -> None:
    made = view()
    seen = []
    while made.heading(1):
        seen.append(rows(made)[0])
    assert seen[:3] == ["049", "099", "149"]
    assert made.heading(-1)
    assert rows(made)[0] == "149"


def test_where_to_go_is_remembered_until_there_is_a_size() -> None:
    text = view().document
    made = Viewport(text)
    made.go(text.text.index("100"), third=True)
    assert made.rows == []
    made.fit(40, 40, 9)
    assert rows(made)[3] == "100"


def test_words_and_blocks_around_a_code_point() -> None:
    made = view(paragraphs=2)
    text = made.document.text
    at = text.index("paragraph")
    assert text[slice(*made.word(at + 4))] == "paragraph"
    assert text[slice(*made.word(at))] == "paragraph"
    assert made.word(at - 1) == Span(at - 1, at)
    assert text[slice(*made.block(at))] == "000 one paragraph of one line"
