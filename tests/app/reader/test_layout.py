from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.app.reader import layout as layouts
from briefing.app.reader.cells import _ODD, clusters, is_plain, visible, width, wrap
from briefing.app.reader.layout import Layout, Place
from briefing.app.reader.line import Line
from briefing.document import Block, BlockKind, Document, Span

LETTERS = "ab c-.\t \n é漢字、👍🏽👨‍👩‍👧\u0301\u200b\u00ad\ufe0fक्ष \u0627\u0644"
TEXTS = st.text(alphabet=LETTERS, min_size=1, max_size=120)
KINDS: list[BlockKind] = ["heading", "paragraph", "item", "quote", "code"]


def document(*blocks: tuple[BlockKind, str], level: int = 1, marker: str = "-") -> Document:
    """A document of blocks, as a format would make it."""
    made: list[Block] = []
    at = 0
    for kind, text in blocks:
        made.append(Block(kind, at, at + len(text), level, marker=marker))
        at += len(text) + 2
    return Document("d", "\n\n".join(text for _, text in blocks), "text", tuple(made))


def table(*rows: tuple[str, ...]) -> Document:
    spans: list[tuple[Span, ...]] = []
    text = ""
    for row in rows:
        cells = []
        for cell in row:
            cells.append(Span(len(text), len(text) + len(cell)))
            text += cell + "\t"
        spans.append(tuple(cells))
    return Document("d", text, "text", (Block("table", 0, len(text), rows=tuple(spans)),))


DOCUMENTS = st.builds(
    lambda blocks, level, marker: document(*blocks, level=level, marker=marker),
    st.lists(st.tuples(st.sampled_from(KINDS), TEXTS), max_size=8),
    st.integers(0, 12),
    st.sampled_from(["-", "", "10.", "viii)", "(a very long one)", "項目"]),
)
TABLES = st.integers(1, 4).flatmap(
    lambda count: st.builds(
        lambda rows: table(*rows),
        st.lists(st.tuples(*[st.text("ab 漢\u0301", max_size=30)] * count), min_size=1, max_size=6),
    )
)


def lines(layout: Layout) -> list[Line]:
    return [line for chunk in range(len(layout.chunks)) for line in layout.lines(chunk)]


def drawn(layout: Layout) -> list[str]:
    """The screen, as text."""
    text = layout.document.text
    screen = []
    for line in lines(layout):
        row, column = "", 0
        for edge, start, end in line.runs:
            row += line.prefix[column:edge] if line.cells else line.prefix
            shown = visible(text, start, end).rstrip()
            row += shown
            column = edge + width(shown, 0, len(shown))
        screen.append((row + (line.prefix[column:] if line.cells else "")).rstrip())
    return screen


def shown_cells(text: str, line: Line) -> int:
    """Up to which column something can be seen."""
    widest = 0
    for column, start, end in line.runs:
        for cluster in clusters(text, start, end):
            column += cluster.cells
            if text[cluster.start : cluster.shown].strip():
                widest = max(widest, column)
    return widest


@settings(deadline=None, max_examples=150)
@given(DOCUMENTS, st.integers(8, 40))
def test_every_code_point_of_a_block_stands_on_one_line_in_order(
    made: Document, cells: int
) -> None:
    layout = Layout(made, cells)
    all_lines = lines(layout)
    for number, block in enumerate(layout.blocks):
        own = [line for line in all_lines if line.block == number]
        assert own[0].start == block.start
        assert own[-1].end == block.end
        assert all(above.end == below.start for above, below in pairwise(own))
    assert all(
        shown_cells(made.text, line) <= layout.cells
        for line in all_lines
        if layout.room(line.block) is None
    )


@settings(deadline=None, max_examples=150)
@given(st.one_of(DOCUMENTS, TABLES), st.integers(8, 50))
def test_an_offset_leads_to_its_line_and_back(made: Document, cells: int) -> None:
    layout = Layout(made, cells)
    for block in layout.blocks:
        for offset in range(block.start, block.end):
            if any(offset in range(*cell) for row in block.rows for cell in row) or not block.rows:
                line = layout.line(layout.find(offset))
                assert any(start <= offset < end for _, start, end in line.runs)
    layout.refine()
    assert layout.finished  # there is but one chunk
    for y in range(layout.height):
        place = layout.locate(y)
        assert layout.top(place) == y
        line = layout.line(place)
        if any(end > start for _, start, end in line.runs):
            assert layout.find(line.offset) == place


@settings(deadline=None, max_examples=60)
@given(TABLES, st.integers(12, 60))
def test_a_table_shows_every_cell_in_its_column(made: Document, cells: int) -> None:
    layout = Layout(made, cells)
    seen = sorted(run for line in lines(layout) for run in line.cells if run.end > run.start)
    spans = [(start, end) for row in layout.blocks[0].rows for start, end in row if end > start]
    assert "".join(
        made.text[a:b] for _, a, b in sorted(seen, key=lambda run: run.start)
    ) == "".join(made.text[a:b] for a, b in spans)
    assert all(shown_cells(made.text, line) <= len(line.prefix) for line in lines(layout))


@settings(deadline=None, max_examples=60)
@given(DOCUMENTS, st.data())
def test_chunks_do_not_change_the_lines(made: Document, data: st.DataObject) -> None:
    whole = lines(Layout(made, 30))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layouts, "CHUNK", 60)
        patch.setattr(layouts, "KEPT", 2)
        small = Layout(made, 30)
        if all(block.end - block.start <= 120 for block in small.blocks):
            assert lines(small) == whole
        # Wherever one looks first, the way is exact.
        offset = data.draw(st.integers(0, len(made.text)))
        fresh = Layout(made, 30)
        place = fresh.find(offset)
        while not fresh.finished:
            fresh.refine()
        assert fresh.find(offset) == place
        assert fresh.height == sum(len(fresh.lines(i)) for i in range(len(fresh.chunks)))
        assert fresh.top(fresh.last()) == fresh.height - 1


def test_steps_go_line_by_line_over_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layouts, "CHUNK", 50)
    layout = Layout(document(*[("paragraph", f"paragraph {n} " * 3) for n in range(20)]), 20)
    place, seen = Place(0, 0), [Place(0, 0)]
    while (after := layout.step(place, 1)) != place:
        place = after
        seen.append(place)
    assert len(seen) == layout.height
    assert layout.finished
    assert layout.step(place, -len(seen) + 1) == Place(0, 0)
    assert layout.step(place, -1000) == Place(0, 0)
    assert layout.step(Place(0, 0), 1000) == place
    assert layout.step(Place(0, 0), 7) == seen[7]


def test_text_breaks_between_words_and_long_words_are_cut() -> None:
    text = "see the terms of https://example.org/a/long/path now"
    assert [text[a:b] for a, b in wrap(text, 0, len(text), 12)] == [
        "see the ",
        "terms of ",
        "https://exam",
        "ple.org/a/lo",
        "ng/path now",
    ]


def test_wide_characters_break_anywhere_but_before_a_closing_mark() -> None:
    text = "日本語の文章、です"
    assert [text[a:b] for a, b in wrap(text, 0, len(text), 12)] == ["日本語の文", "章、です"]
    assert max(width(text, a, b) for a, b in wrap(text, 0, len(text), 7)) <= 7


def test_blocks_look_like_what_they_are() -> None:
    layout = Layout(
        document(
            ("heading", "Terms"),
            ("paragraph", "The parties agree on two points."),
            ("item", "Peace, and a border that both sides keep"),
            ("item", "Trade"),
            ("quote", "We shall keep this accord."),
            ("quote", "All of it."),
            ("code", "x = 1\n\ty = 'a line that is longer'"),
        ),
        24,
    )
    assert drawn(layout) == [
        "Terms",
        "",
        "The parties agree on two",
        "points.",
        "",
        "• Peace, and a border",
        "  that both sides keep",
        "• Trade",
        "",
        "▎ We shall keep this",
        "▎ accord.",
        "▎",
        "▎ All of it.",
        "",
        "  x = 1",
        "      y = 'a line that is longer'",
    ]


ROWS = (
    ("Party", "Signed", "Reservation"),
    ("India", "2018-09-06", "none"),
    ("United States", "2018-09-06", "as to article 4, until the committee has met"),
)


def test_a_table_has_columns_that_line_up_and_fold() -> None:
    assert drawn(Layout(table(*ROWS), 48)) == [
        "Party         │ Signed     │ Reservation",
        "──────────────┼────────────┼────────────────────",
        "India         │ 2018-09-06 │ none",
        "United States │ 2018-09-06 │ as to article 4,",
        "              │            │ until the committee",
        "              │            │ has met",
    ]


def test_a_table_too_wide_for_the_pane_keeps_columns_that_can_be_read() -> None:
    assert drawn(Layout(table(*ROWS), 24)) == [
        "Party         │ Signed     │ Reservation",
        "──────────────┼────────────┼─────────────────────────",
        "India         │ 2018-09-06 │ none",
        "United States │ 2018-09-06 │ as to article 4, until",
        "              │            │ the committee has met",
    ]


def test_a_line_of_code_goes_on_beside_the_pane() -> None:
    layout = Layout(document(("code", "call(" + "argument, " * 20 + ")")), 24)
    assert [line.strip()[:5] for line in drawn(layout)] == ["call("]
    assert layout.room(0) == 24


def test_plain_characters_take_one_cell() -> None:
    from rich.cells import get_character_cell_size

    plain = [c for c in map(chr, range(0x20, 0x3000)) if is_plain(c, 0, 1)]
    assert len(plain) > 1200
    assert {get_character_cell_size(c) for c in plain} == {1}
    assert _ODD.match("\t")


def test_marks_without_end_stay_in_one_cell() -> None:
    text = "e" + "\u0301" * 5000 + "x"
    first, last = clusters(text, 0, len(text))
    assert (first.end, first.cells, first.shown) == (5001, 1, 12)
    assert (last.start, last.cells) == (5001, 1)


def test_a_family_is_one_cluster_and_a_crowd_is_several() -> None:
    family = "👨\u200d👩\u200d👧"
    assert [c.cells for c in clusters(family, 0, len(family))] == [2]
    crowd = "\u200d".join("👨" * 500)
    assert width(crowd, 0, len(crowd)) < 500
    assert all(crowd[c.shown - 1] != "\u200d" for c in clusters(crowd, 0, len(crowd)))


def test_invisible_characters_are_not_drawn() -> None:
    text = "co\u00adop\u200ber\ufeffate\U000e0041"
    assert visible(text, 0, len(text)) == "cooperate"
    assert width(text, 0, len(text)) == 9


@pytest.mark.parametrize("text", ["", " ", "\n", "\n\n\n", "x", "\u0301"])
def test_almost_nothing_has_a_line(text: str) -> None:
    layout = Layout(Document("d", text, "text"), 20)
    assert layout.height >= 1
    assert layout.find(0).chunk == 0


def test_a_line_without_end_is_laid_out_where_one_looks() -> None:
    layout = Layout(Document("d", "x" * 2_000_000, "text"), 72)
    place = layout.find(1_000_000)
    line = layout.line(place)
    assert line.start <= 1_000_000 < line.end
    assert line.end - line.start <= 72
    assert not layout.finished


def test_a_long_table_is_laid_out_where_one_looks() -> None:
    layout = Layout(table(*[("key", f"value {n:4}") for n in range(5000)]), 60)
    assert len(layout.chunks) > 5
    assert not layout.finished
    assert layout.find(layout.blocks[0].rows[-1][1].end - 1) == layout.last()


def test_another_width_takes_over_what_does_not_depend_on_it() -> None:
    made = document(*[("paragraph", f"words of paragraph {n} " * 20) for n in range(60)])
    wide = Layout(made, 60)
    again = Layout(made, 30, before=wide)
    assert again.chunks is wide.chunks
    assert lines(again) == lines(Layout(made, 30))
