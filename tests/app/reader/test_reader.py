"""The text pane alone, in a small app."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console
from textual import events
from textual.app import App, ComposeResult
from textual.color import Color
from textual.geometry import Offset
from textual.message import Message
from textual.theme import BUILTIN_THEMES

from briefing import formats
from briefing.app.reader.marks import CONTRAST, Mark, MarkKind, contrast
from briefing.app.reader.reader import Reader
from briefing.document import Block, Document, Inline, Span

SEED = Path(__file__).parents[3] / "seeds" / "000_a5ba780fe487a775.txt"
KINDS: tuple[MarkKind, ...] = (
    "person",
    "organisation",
    "place",
    "system",
    "event",
    "group",
    "agreement",
)


class ReaderApp(App[None]):
    CSS = "Reader { width: 1fr; height: 1fr; }"

    def __init__(self, document: Document | None = None) -> None:
        super().__init__()
        self.reader = Reader()
        self.document = document
        self.told: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.reader

    def on_mount(self) -> None:
        if self.document is not None:
            self.reader.show(self.document)

    def on_text_view_moved(self, message: Reader.Moved) -> None:
        self.told.append(message)

    def on_reader_mark_chosen(self, message: Reader.MarkChosen) -> None:
        self.told.append(message)


def document(*paragraphs: str) -> Document:
    blocks: list[Block] = []
    at = 0
    for text in paragraphs:
        heading = text.startswith("# ")
        blocks.append(Block("heading" if heading else "paragraph", at, at + len(text), 1))
        at += len(text) + 2
    return Document("d", "\n\n".join(paragraphs), "text", tuple(blocks))


def seed() -> Document:
    return formats.read(SEED.read_bytes(), SEED.name)


def numbered(count: int = 60) -> Document:
    return document(
        *(f"{n:04} {' '.join(f'word{n}.{k}' for k in range(18))} end" for n in range(count))
    )


def screen(reader: Reader) -> list[str]:
    return [reader.render_line(y).text.rstrip() for y in range(reader.size.height)]


def top(reader: Reader) -> str:
    return screen(reader)[0].strip()


def styled(reader: Reader, flag: str) -> str:
    """The visible text that has a flag of a style, or another background than the pane."""
    plain = reader._brush.style().bgcolor
    parts = []
    for y in range(reader.size.height):
        for text, style, _ in reader.render_line(y):
            assert style is not None
            if (style.bgcolor != plain) if flag == "background" else getattr(style, flag):
                parts.append(text)
        parts.append(" ")
    return " ".join("".join(parts).split())


async def test_a_document_is_shown_before_anything_is_known_of_it() -> None:
    app = ReaderApp(seed())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert top(app.reader).startswith("India, according to sources")
        assert max(len(row.strip()) for row in screen(app.reader)) <= 72
        # In the middle of the pane.
        margin = len(screen(app.reader)[0]) - len(top(app.reader))
        assert abs(app.reader.size.width - 72 - 2 * margin) <= 1


async def test_every_sentence_of_the_seed_is_highlighted_exactly() -> None:
    made = seed()
    app = ReaderApp(made)
    async with app.run_test(size=(60, 40)) as pilot:
        await pilot.pause()
        reader = app.reader
        for match in re.finditer(r"[^\s].*?[.?!”](?=\s|$)", made.text, re.DOTALL):
            reader.go_to((match.start(), match.start() + 3), match.span())
            expected = " ".join(match[0].split())
            assert styled(reader, "background") == expected
            assert styled(reader, "reverse") == match[0][:3].strip()
        reader.clear_target()
        assert styled(reader, "background") == ""
        assert reader.target is None


async def test_a_target_stands_a_third_from_the_top() -> None:
    made = numbered()
    app = ReaderApp(made)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        at = made.text.index("0030")
        app.reader.go_to((at, at + 4))
        assert screen(app.reader)[10].strip().startswith("0030")
        last = made.text.index("0059")
        app.reader.go_to((last, last + 4))
        assert any(row.strip().startswith("0059") for row in screen(app.reader))
        assert screen(app.reader)[-1].strip().endswith("end")


async def test_a_target_asked_for_before_there_is_a_size_is_shown() -> None:
    made = numbered()
    app = ReaderApp()
    at = made.text.index("0030")
    app.reader.show(made)
    app.reader.go_to((at, at + 4))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        assert screen(app.reader)[10].strip().startswith("0030")
        assert app.reader.target == Span(at, at + 4)


async def test_moving() -> None:
    app = ReaderApp(numbered())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        reader = app.reader
        begin = screen(reader)
        reader.action_line_down()
        assert screen(reader)[0] == begin[1]
        reader.action_line_up()
        assert screen(reader) == begin
        reader.action_page_down()
        assert screen(reader)[:2] == begin[-2:]
        reader.action_page_up()
        assert screen(reader) == begin
        reader.action_half_page_down()
        assert screen(reader)[0] == begin[12]
        reader.action_half_page_up()
        reader.action_line_up()
        assert screen(reader) == begin
        assert reader.percent == 0
        reader.action_end()
        end = screen(reader)
        assert end[-1].strip().endswith("end")
        assert reader.percent == 100
        reader.action_page_down()
        assert screen(reader) == end
        reader.action_home()
        assert screen(reader) == begin
        await pilot.pause()
        moved = [message for message in app.told if isinstance(message, Reader.Moved)]
        assert (moved[-1].position, moved[-1].percent) == (0, 0)


async def test_headings() -> None:
    made = document("# One", "text " * 200, "# Two", "text " * 200, "# Three", "text " * 900)
    app = ReaderApp(made)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        reader = app.reader
        assert reader.next_heading(1)
        assert top(reader) == "# Two"
        assert reader.next_heading(1)
        assert top(reader) == "# Three"
        assert not reader.next_heading(1)
        reader.action_line_down()
        assert reader.next_heading(-1)
        assert top(reader) == "# Three"
        assert reader.next_heading(-1)
        assert top(reader) == "# Two"
        assert "# Two" in styled(reader, "bold")


async def test_the_position_stays_through_every_change() -> None:
    made = numbered()
    app = ReaderApp(made)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        reader = app.reader
        wanted = made.text.index("0033") + 60
        reader.restore(wanted)
        await pilot.pause()
        assert reader.position == wanted
        for width, height in ((40, 24), (200, 50), (61, 9), (33, 7), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert reader.position == wanted
            first = top(reader)
            line = made.text.index(first)
            assert line <= wanted < line + len(first) + 1
        reader.measure = 50
        app.theme = "textual-light"
        reader.set_marks([Mark(5, 9, "person")])
        await pilot.pause()
        assert reader.position == wanted
        assert max(len(row.strip()) for row in screen(reader)) <= 50


async def test_the_end_stays_the_end_through_a_wider_and_a_narrower_pane() -> None:
    app = ReaderApp(numbered())
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        app.reader.action_end()
        before = screen(app.reader)
        for size in ((60, 60), (60, 24), (120, 24), (60, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert screen(app.reader) == before


async def test_a_document_laid_out_bit_by_bit_is_as_exact_as_one_laid_out_at_once() -> None:
    made = numbered(2000)
    app = ReaderApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        reader = app.reader
        reader.show(made)
        assert reader._view.layout is not None
        assert not reader._view.layout.finished
        reader.action_end()
        assert screen(reader)[-1].strip().endswith("end")
        end = screen(reader)
        at = made.text.index("1234")
        reader.go_to((at, at + 4))
        assert screen(reader)[8].strip().startswith("1234")
        while not reader._view.layout.finished:
            reader._refine()
        reader._refine()
        assert screen(reader)[8].strip().startswith("1234")
        assert reader.scroll_offset.y == reader._view.y
        assert reader.virtual_size.height == reader._view.layout.height
        reader.action_end()
        assert screen(reader) == end
        reader.scroll_to(y=5000, animate=False)
        assert reader._view.y == 5000


async def test_the_wheel_and_the_scroll_bar_move_the_text() -> None:
    app = ReaderApp(numbered())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        begin = screen(app.reader)
        await pilot._post_mouse_events([events.MouseScrollDown], offset=(10, 10))
        await pilot.pause()
        assert screen(app.reader)[0] != begin[0]
        assert screen(app.reader)[0] in begin


async def test_a_scroll_under_way_comes_to_its_end() -> None:
    app = ReaderApp(numbered())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        begin = screen(app.reader)
        app.reader.scroll_to(y=20, duration=0.1)
        await pilot.wait_for_animation()
        await pilot.pause()
        assert app.reader.scroll_offset.y == 20
        assert screen(app.reader)[0] == begin[20]


async def test_another_document_begins_unselected() -> None:
    app = ReaderApp(document("One sentence."))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        at = app.reader.content_region.offset + Offset(screen(app.reader)[0].index("sent"), 0)
        await pilot.click(offset=at, times=2)
        assert styled(app.reader, "background") == "sentence"
        app.reader.show(document("Another text."))
        assert styled(app.reader, "background") == ""
        assert not app.screen.selections


async def test_names_are_underlined_and_colour_is_never_alone() -> None:
    text = "Names: " + ", ".join(KINDS) + "."
    made = document(text)
    app = ReaderApp(made)
    marks = [Mark(text.index(kind), text.index(kind) + len(kind), kind) for kind in KINDS]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.reader.set_marks(marks)
        assert styled(app.reader, "underline") == "".join(KINDS[:-1])
        assert styled(app.reader, "underline2") == "agreement"


@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
async def test_everything_can_be_read_in_every_theme(theme: str) -> None:
    app = ReaderApp(document("text"))
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        await pilot.pause()
        for name in (*KINDS, "link", "quote", "heading", "edge"):
            for around in ((), ("code",), ("sentence",), ("sentence", "target"), ("selection",)):
                style = app.reader._brush.style(name, *around)
                if style.color and style.bgcolor and style.color.triplet and style.bgcolor.triplet:
                    colors = (
                        Color.from_rich_color(style.color),
                        Color.from_rich_color(style.bgcolor),
                    )
                    assert contrast(*colors) >= CONTRAST - 0.05


async def test_on_the_colours_of_a_terminal_the_sentence_is_bold() -> None:
    app = ReaderApp(document("One sentence. Another one."))
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = "ansi-dark"
        await pilot.pause()
        app.reader.go_to((0, 3), (0, 13))
        assert styled(app.reader, "bold") == "One sentence."
        assert styled(app.reader, "reverse") == "One"
        assert styled(app.reader, "background") == ""


async def test_clicking_again_selects_the_word_and_the_paragraph() -> None:
    app = ReaderApp(document("One sentence. Another one.", "And more."))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        at = app.reader.content_region.offset + Offset(screen(app.reader)[0].index("tence"), 0)
        await pilot.click(offset=at, times=2)
        assert app.screen.get_selected_text() == "sentence"
        await pilot.click(offset=at, times=3)
        assert app.screen.get_selected_text() == "One sentence. Another one."


async def test_a_click_on_a_name_chooses_it() -> None:
    made = document("See 漢字 and India, please.")
    start = made.text.index("India")
    app = ReaderApp(made)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.reader.set_marks([Mark(start, start + 5, "place")])
        column = screen(app.reader)[0].index("India") + 2  # two wide characters stand before
        inside = app.reader.content_region.offset
        await pilot.click(offset=inside + Offset(column, 0))
        await pilot.pause()
        chosen = [m for m in app.told if isinstance(m, Reader.MarkChosen)]
        assert [(m.start, m.end) for m in chosen] == [(start, start + 5)]
        await pilot.click(offset=inside + Offset(column - 2, 0))
        await pilot.pause()
        assert len([m for m in app.told if isinstance(m, Reader.MarkChosen)]) == 1


async def test_the_mouse_selects_the_text_of_the_document() -> None:
    made = document("One 漢字 and two.", "Three\u200b four five.")
    app = ReaderApp(made)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        inside = app.reader.content_region.offset
        margin = screen(app.reader)[0].index("One")
        await pilot.mouse_down(offset=inside + Offset(margin + 9, 0))
        await pilot.hover(offset=inside + Offset(margin + 9, 2))
        await pilot.mouse_up(offset=inside + Offset(margin + 9, 2))
        assert app.screen.get_selected_text() == "and two.\n\nThree\u200b four"


@pytest.mark.parametrize(
    "text",
    [
        "e" + "\u0301" * 5000 + " x",
        "\u200d".join("👨" * 1000),
        "漢" * 500,
        "x" * 100_000,
        "\u0301" * 300,
        "[/foo] [bold]b[/] [@click=app.exit]x[/] [link=file:///]y {{ $(z) `",
        "\x1b]52;c;aGk=\x07 \x9b31m\u202e evil",
        "السلام عليكم ورحمة الله " * 30,
        "a\tb\tc " * 80,
        " " * 3000,
        "\n" * 300,
        "🇮🇳🇺🇸 👍🏽 ❤\ufe0f 1\ufe0f\u20e3 " * 40,
    ],
)
async def test_hostile_text_keeps_its_rows(text: str) -> None:
    made = document(text, "After.")
    app = ReaderApp(made)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        reader = app.reader
        for move in (reader.action_line_up, reader.action_page_down, reader.action_end):
            move()
            for y in range(reader.size.height):
                strip = reader.render_line(y)
                assert strip.cell_length == reader.size.width == cell_len(strip.text)
                assert not set(map(ord, strip.text)) & {*range(32), *range(127, 160), 0x202E}
        assert any("After." in row for row in screen(reader))


async def test_markup_in_a_document_is_only_text() -> None:
    app = ReaderApp(document("see [/foo] and [bold]this[/bold]"))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert top(app.reader) == "see [/foo] and [bold]this[/bold]"


async def test_links_and_emphasis_are_drawn() -> None:
    text = "Read the treaty at once"
    made = Document(
        "d",
        text,
        "markdown",
        (Block("paragraph", 0, len(text)),),
        (Inline("link", 5, 15, "https://example.org"), Inline("strong", 9, 15)),
    )
    app = ReaderApp(made)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert styled(app.reader, "underline") == "the treaty"
        assert styled(app.reader, "bold") == "treaty"


async def test_a_message_stands_in_the_place_of_a_document() -> None:
    app = ReaderApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "".join(screen(app.reader)) == ""
        app.reader.show_message("Cannot read [b]this\x1b", "The file is a picture.")
        assert screen(app.reader)[0].strip() == "Cannot read [b]this␛"
        assert screen(app.reader)[2].strip() == "The file is a picture."


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (5, 2), (20, 5), (400, 120)])
async def test_any_size_will_do(size: tuple[int, int]) -> None:
    app = ReaderApp(numbered(5))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.reader.go_to((5, 9), (0, 20))
        app.reader.action_end()
        app.reader.action_page_up()
        assert len(screen(app.reader)) == app.reader.size.height


def ticks(reader: Reader) -> list[int]:
    bar = reader.vertical_scrollbar
    console = Console(width=1, height=bar.size.height)
    lines = console.render_lines(bar.render(), console.options, pad=False)
    return [y for y, line in enumerate(lines) if any("━" in segment.text for segment in line)]


async def test_the_scroll_bar_marks_where_mentions_stand() -> None:
    made = numbered(60)
    app = ReaderApp(made)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        reader = app.reader
        assert ticks(reader) == []
        places = [made.text.index(f"{n:04}") for n in (0, 1, 30, 59)]
        reader.set_mentions([Span(at, at + 4) for at in places])
        assert ticks(reader) == pytest.approx([0, 15, 29], abs=1)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert ticks(reader) == pytest.approx([0, 10, 19], abs=1)
        reader.action_end()
        await pilot.pause()
        assert ticks(reader) == pytest.approx([0, 10, 19], abs=1)
        reader.show(seed())
        assert ticks(reader) == []


async def test_in_a_short_text_a_mark_stands_beside_its_line() -> None:
    made = document("One.", "Two.", "Three.")
    app = ReaderApp(made)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        at = made.text.index("Three")
        app.reader.set_mentions([Span(0, 3), Span(at, at + 5)])
        lines = [line.strip() for line in screen(app.reader)]
        assert ticks(app.reader) == [0, lines.index("Three.")]


async def test_the_wheel_looks_sideways_at_code_that_is_too_wide() -> None:
    text = "value = " + "x" * 200
    app = ReaderApp(Document("d", text, "text", (Block("code", 0, len(text)),)))
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        reader = app.reader
        assert reader.is_wide
        assert reader.slide(1)
        for event in (events.MouseScrollLeft, events.MouseScrollRight):
            before = reader.render_line(0).text
            wheel = event(reader, 5, 0, 0, 0, 0, False, False, False)
            reader.post_message(wheel)
            await pilot.pause()
            assert reader.render_line(0).text != before
