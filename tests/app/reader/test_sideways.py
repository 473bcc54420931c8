"""Lines that are wider than the pane."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.app.reader.cells import visible, width
from briefing.app.reader.line import Line, Run
from briefing.app.reader.sideways import AFTER, BEFORE, moved, seen
from briefing.app.reader.viewport import Viewport
from briefing.document import Block, Document, Span

TEXT = "def f(one, two, three):"
LINE = Line(0, len(TEXT), 0, "  ")
ROWS = [("Party", "Signed", "Remarks"), ("India", "2018-09-06", "handed over in " + "x" * 80)]


def drawn(text: str, line: Line) -> str:
    row, column = "", 0
    for edge, start, end in line.runs:
        row += line.prefix[column:edge] if line.cells else line.prefix
        shown = visible(text, start, end)
        row += shown
        column = edge + width(shown, 0, len(shown))
    return row + (line.prefix[column:] if line.cells else "")


def table() -> Document:
    text = "\n".join("\t".join(row) for row in ROWS)
    spans, at = [], 0
    for row in ROWS:
        cells = []
        for cell in row:
            cells.append(Span(at, at + len(cell)))
            at += len(cell) + 1
        spans.append(tuple(cells))
    return Document("d", text, "markdown", (Block("table", 0, len(text), rows=tuple(spans)),))


def screen(view: Viewport) -> list[str]:
    return [drawn(view.document.text, line).rstrip() for _, line in view.rows]


def test_a_line_that_fits_is_left_as_it_is() -> None:
    assert seen(TEXT, LINE, 0, 40) is LINE


def test_the_edges_say_where_a_line_goes_on() -> None:
    assert drawn(TEXT, seen(TEXT, LINE, 0, 12)) == "  def f(one›"
    assert drawn(TEXT, seen(TEXT, LINE, 6, 12)) == "‹(one, two,›"
    assert drawn(TEXT, seen(TEXT, LINE, 13, 12)) == "‹wo, three):"


def test_a_blank_line_says_nothing() -> None:
    assert drawn("\n", seen("\n", Line(0, 1, 0, "  "), 8, 12)).strip() == ""


@given(st.text("ab 漢\u0301\t👩", max_size=40), st.integers(0, 50), st.integers(2, 30))
def test_what_is_seen_takes_its_room_and_keeps_its_places(text: str, at: int, room: int) -> None:
    line = Line(0, len(text), 0, "  ")
    part = seen(text, line, at, room)
    if part is not line:
        shown = drawn(text, part)
        assert width(shown, 0, len(shown)) == room
        for column, start, end in part.cells:
            if end > start:
                assert at + column == len(line.prefix) + width(text, 0, start)


def test_a_table_is_moved_by_columns_and_code_by_cells() -> None:
    assert [moved(at, 1, 100, 40, (0, 19, 39)) for at in (0, 19, 39)] == [19, 39, 60]
    assert [moved(at, -1, 100, 40, (0, 19, 39)) for at in (60, 39, 10, 0)] == [39, 19, 0, 0]
    assert moved(0, 1, 100, 40, ()) == 16
    assert moved(60, 1, 100, 40, ()) == 60


def test_one_looks_at_the_columns_in_turn_and_comes_back() -> None:
    view = Viewport(table())
    view.fit(24, 24, 10)
    first = screen(view)
    assert first[0] == "Party │ Signed     │ Re›"
    assert view.is_wide
    assert view.slide(1)
    assert screen(view)[0].startswith("‹Signed")
    assert view.slide(1)
    assert screen(view)[0].startswith("‹Remarks")
    assert view.slide(0)
    assert screen(view) == first
    assert not view.slide(0)


def test_a_jump_brings_the_column_onto_the_screen() -> None:
    view = Viewport(table())
    view.fit(24, 24, 10)
    at = view.document.text.index("handed")
    view.go(at, third=True)
    assert any(run.start <= at < run.end for _, line in view.rows for run in line.runs)


def test_words_stay_where_they_are_while_a_table_is_moved() -> None:
    text = "A paragraph before it.\n\n" + table().text
    rows = tuple(tuple(Span(a + 24, b + 24) for a, b in row) for row in table().blocks[0].rows)
    blocks = (Block("paragraph", 0, 22), Block("table", 24, len(text), rows=rows))
    view = Viewport(Document("d", text, "markdown", blocks))
    view.fit(24, 24, 10)
    view.slide(1)
    assert screen(view)[0] == "A paragraph before it."
    assert {BEFORE, AFTER} <= set("".join(screen(view)[2:]))


def test_a_run_is_cut_at_a_wide_character() -> None:
    text = "漢字漢字漢字"
    line = Line(0, 6, 0, " " * 12, (Run(0, 0, 6),))
    assert drawn(text, seen(text, line, 3, 7)) == "‹漢字 ›"
