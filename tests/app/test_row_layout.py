import pytest
from textual.content import Content

from briefing.app.row import LazyRows, Row
from briefing.app.row_layout import RowLayout

ROWS = [
    Row(Content("one")),
    Row(Content("two\nlines")),
    Row(Content("words that fold"), wrap=True),
    Row(Content("last")),
]


def test_each_line_belongs_to_a_row() -> None:
    layout = RowLayout(ROWS, 10)
    assert [layout.row_at(line) for line in range(layout.height)] == [
        *((0, 0), (1, 0), (1, 1), (2, 0), (2, 1), (3, 0)),
    ]
    assert layout.row_at(-1) is layout.row_at(layout.height) is None
    assert [layout.line_of(index) for index in range(4)] == [0, 1, 3, 5]
    assert [line.plain for line in layout.lines_of(2)] == ["words that", "fold"]


@pytest.mark.parametrize("room", [-1, 0, 1])
def test_a_list_without_room_has_its_rows_all_the_same(room: int) -> None:
    layout = RowLayout(ROWS, room)
    assert [layout.row_at(layout.line_of(index)) for index in range(4)] == [
        (index, 0) for index in range(4)
    ]


def test_rows_of_one_height_are_not_made_to_be_measured() -> None:
    def make(number: int) -> Row:
        raise AssertionError(number)

    layout = RowLayout(LazyRows(range(1000), make, lambda _: None, height=2), 20)
    assert (layout.height, layout.line_of(500), layout.row_at(1001)) == (2000, 1000, (500, 1))
