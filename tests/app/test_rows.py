from collections.abc import Iterable

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot

from briefing.app.rows import LazyRows, Row, RowList


class ListApp(App[None]):
    CSS = "RowList { width: 1fr; height: 1fr; }"

    def __init__(self, rows: Iterable[Row], empty: str = "") -> None:
        super().__init__()
        self.list = RowList(rows, empty=empty)
        self.highlighted: list[object] = []
        self.chosen: list[object] = []

    def compose(self) -> ComposeResult:
        yield self.list

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        self.highlighted.append(message.row.payload)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.chosen.append(message.row.payload)


def row(text: str, **rest: object) -> Row:
    return Row(Content(text), payload=text, **rest)  # type: ignore[arg-type]  # keywords of a test


def header(text: str) -> Row:
    return Row(Content(text), header=True)


def drawn(rows: RowList) -> list[str]:
    return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]


def payload(rows: RowList) -> object:
    return rows.cursor_row.payload if rows.cursor_row else None


NAMES = [header("People"), row("Ada"), row("Grace"), header("Places"), row("London")]
MANY = [row(f"row {number}") for number in range(200)]


async def test_the_cursor_begins_on_the_first_row_that_is_not_a_header() -> None:
    app = ListApp(NAMES)
    async with app.run_test(size=(20, 8)):
        assert payload(app.list) == "Ada"
        assert drawn(app.list)[:5] == ["People", "Ada", "Grace", "Places", "London"]


async def test_moving_steps_over_headers_and_says_so() -> None:
    app = ListApp(NAMES)
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.press("j", "down")
        assert payload(app.list) == "London"
        await pilot.press("k")
        assert payload(app.list) == "Grace"
        assert app.highlighted[-1] == "Grace"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("G", "row 199"),
        ("end", "row 199"),
        ("G g", "row 0"),
        ("end home", "row 0"),
        ("space", "row 9"),
        ("pagedown", "row 9"),
        ("space space b", "row 9"),
        ("d", "row 5"),
        ("d d u", "row 5"),
        ("k", "row 0"),
        ("G j", "row 199"),
    ],
)
async def test_keys_move_the_cursor_and_it_stays_in_view(keys: str, expected: str) -> None:
    app = ListApp(MANY)
    async with app.run_test(size=(20, 10)) as pilot:
        await pilot.press(*keys.split())
        assert payload(app.list) == expected
        assert expected in drawn(app.list)


async def test_enter_chooses_the_row_under_the_cursor() -> None:
    app = ListApp(NAMES)
    async with app.run_test(size=(20, 8)) as pilot:
        await pilot.press("j", "enter")
        assert app.chosen == ["Grace"]


async def click(pilot: Pilot[None], y: int) -> None:
    await pilot.click(RowList, offset=(2, y))


async def test_a_click_chooses_a_row_but_not_a_header() -> None:
    app = ListApp(NAMES)
    async with app.run_test(size=(20, 8)) as pilot:
        await click(pilot, 4)
        await click(pilot, 3)
        await click(pilot, 7)
        assert app.chosen == ["London"]


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = ListApp(MANY)
    async with app.run_test(size=(20, 10)) as pilot:
        for _ in range(3):
            app.list.post_message(
                events.MouseScrollDown(app.list, 1, 1, 0, 1, 0, False, False, False)
            )
        await pilot.pause()
        await pilot.wait_for_animation()
        assert drawn(app.list)[0] != "row 0"
        assert payload(app.list) == "row 0"


async def test_the_detail_stands_at_the_right_and_the_name_gives_way() -> None:
    rows = [Row(Content("A name that is long"), detail=Content("signed"))]
    app = ListApp(rows)
    async with app.run_test(size=(20, 3)):
        assert drawn(app.list)[0] == "A name that… signed"


async def test_wide_characters_are_cut_by_their_cells() -> None:
    app = ListApp([row("日本語日本語日本語")])
    async with app.run_test(size=(10, 2)):
        strip = app.list.render_line(0)
        assert strip.cell_length == 10
        assert strip.text.rstrip().endswith("…")


async def test_rows_that_wrap_take_the_lines_they_need_and_hang_by_their_marker() -> None:
    rows = [row("one two three four", wrap=True, marker="1 "), row("second")]
    app = ListApp(rows)
    async with app.run_test(size=(13, 6)) as pilot:
        assert drawn(app.list)[:3] == ["1 one two", "  three four", "second"]
        await pilot.resize_terminal(30, 6)
        await pilot.pause()
        assert drawn(app.list)[:2] == ["1 one two three four", "second"]


async def test_rows_do_not_fold_at_a_no_break_space() -> None:
    app = ListApp([row("one two three\N{NO-BREAK SPACE}four", wrap=True)])
    async with app.run_test(size=(16, 4)):
        assert drawn(app.list)[:2] == ["one two", "three\N{NO-BREAK SPACE}four"]


async def test_a_newline_begins_a_second_line_of_the_same_row() -> None:
    app = ListApp([row("COMCASA\nIndia, United States"), row("other")])
    async with app.run_test(size=(30, 6)) as pilot:
        assert drawn(app.list)[:3] == ["COMCASA", "India, United States", "other"]
        await click(pilot, 1)
        assert app.chosen == ["COMCASA\nIndia, United States"]


async def test_only_the_first_line_of_a_row_gives_way_to_the_detail() -> None:
    rows = [Row(Content("A long name\nIndia, United States"), Content("signed"), wrap=True)]
    app = ListApp(rows)
    async with app.run_test(size=(21, 6)):
        assert drawn(app.list)[:2] == ["A long name   signed", "India, United States"]


async def test_new_rows_keep_the_cursor_on_what_it_was_on() -> None:
    app = ListApp(NAMES)
    async with app.run_test(size=(20, 8)) as pilot:
        app.list.set_rows([header("Places"), row("London"), row("Paris")], keep="London")
        await pilot.pause()
        assert payload(app.list) == "London"
        app.list.set_rows(NAMES, keep="Paris")
        assert payload(app.list) == "Ada"
        assert app.highlighted == []


async def test_a_list_that_is_shown_late_begins_at_its_beginning() -> None:
    app = ListApp([])
    async with app.run_test(size=(20, 5)) as pilot:
        app.list.display = False
        await pilot.pause()
        app.list.set_rows([row("all"), header("May"), row("a"), row("b"), row("c")], keep="a")
        app.list.display = True
        await pilot.pause()
        assert drawn(app.list)[:3] == ["all", "May", "a"]
        assert payload(app.list) == "a"


async def test_an_empty_list_says_why() -> None:
    app = ListApp([], empty="No names were found in this text.")
    async with app.run_test(size=(20, 5)) as pilot:
        assert drawn(app.list)[:2] == ["No names were found", "in this text."]
        await pilot.press("j", "G", "space", "enter")
        assert app.chosen == []


async def test_what_looks_like_markup_is_shown_as_it_is() -> None:
    app = ListApp([row("see [/foo] and [bold] [@click=app.quit]x[/]")])
    async with app.run_test(size=(60, 3)):
        assert drawn(app.list)[0] == "see [/foo] and [bold] [@click=app.quit]x[/]"


async def test_a_long_list_draws_only_what_is_seen() -> None:
    app = ListApp(row(f"row {number}") for number in range(100_000))
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("G")
        assert payload(app.list) == "row 99999"
        assert len(app.list._strips) < 100


async def test_of_a_long_list_only_what_is_seen_is_made() -> None:
    made: list[int] = []

    def make(number: int) -> Row:
        made.append(number)
        return Row(Content(f"row {number}"), payload=number)

    app = ListApp(
        LazyRows(
            range(100_000), make, lambda payload: payload if isinstance(payload, int) else None
        )
    )
    async with app.run_test(size=(20, 8)) as pilot:
        assert drawn(app.list)[0] == "row 0"
        await pilot.press("G", "k", "g", "space")
        await pilot.pause()
        assert len(set(made)) < 100
        assert app.list.select(60_000)
        await pilot.pause()
        assert "row 60000" in drawn(app.list)
        assert len(set(made)) < 200
        assert not app.list.select("none")


async def test_tall_rows_may_follow_flat_ones() -> None:
    rows = [row(f"row {number}") for number in range(5)]
    tall = [row("a file\nand why"), row("another\nand why")]
    lazy = LazyRows(range(7), lambda number: [*rows, *tall][number], lambda _: None, flat=5)
    plain = ListApp([*rows, *tall])
    async with plain.run_test(size=(20, 12)) as pilot:
        expected = drawn(plain.list)
        await pilot.press("G")
        assert payload(plain.list) == "another\nand why"
    app = ListApp(lazy)
    async with app.run_test(size=(20, 12)) as pilot:
        assert drawn(app.list) == expected
        await pilot.press("G", "k")
        assert payload(app.list) == "a file\nand why"
        await pilot.click(app.list, offset=(2, 8))
        assert app.chosen == ["another\nand why"]


async def test_rows_that_are_added_move_nothing_under_the_reader() -> None:
    def rows(numbers: range) -> list[Row]:
        return [Row(Content(f"Row {number}"), payload=number) for number in numbers]

    class Listed(App[None]):
        def compose(self) -> ComposeResult:
            yield RowList(rows(range(50, 100)))

    app = Listed()
    async with app.run_test(size=(40, 10)) as pilot:
        shown = app.query_one(RowList)
        shown.focus()
        await pilot.press("d", "d", "d", "k")
        row, top = shown.cursor_row, shown.scroll_offset.y
        line = (shown.cursor or 0) - top
        shown.update_rows(rows(range(30, 100)))
        await pilot.pause()
        assert row is not None
        assert shown.cursor_row == row
        assert (shown.cursor or 0) - shown.scroll_offset.y == line

        shown.action_home()
        shown.update_rows(rows(range(20, 100)))
        await pilot.pause()
        assert (shown.cursor, shown.scroll_offset.y) == (0, 0)


async def test_rows_may_fold_into_as_many_lines_as_their_list_says() -> None:
    titles = ["Short", "A title that is longer than two lines of the list", "Last"]
    rows = LazyRows(
        titles,
        lambda title: row(title, marker="- ", detail=Content("new")),
        lambda payload: payload if isinstance(payload, str) else None,
        flat=0,
        lines=lambda title, room: 1 if len(title) < room - 6 else 2,
    )
    app = ListApp(rows)
    async with app.run_test(size=(20, 6)) as pilot:
        await pilot.pause()
        assert drawn(app.list) == [
            "- Short         new",
            "- A title that  new",
            "  is longer than t…",
            "- Last          new",
            "",
            "",
        ]
        await click(pilot, 2)
        assert payload(app.list) == titles[1]
