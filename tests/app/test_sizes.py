"""How large the panes are made."""

import pytest
from textual.geometry import Size

from briefing.app.app import BriefingApp
from briefing.app.sizes import LEAST_HEIGHT, LEAST_TEXT, LEAST_WIDTH, Sizes
from tests.app.conftest import settled
from tests.app.test_app import NARROW, WIDE

NOW = {"documents": 24, "side": 40}
HEIGHTS = {"summary": 10, "entities": 15, "agreements": 9, "timeline": 0}


def test_a_pane_is_made_wider_and_the_text_by_narrowing_the_side() -> None:
    sizes = Sizes()
    assert sizes.wider("entities", 2, NOW)
    assert sizes.wanted == {"side": 42}
    assert sizes.wider("documents", -2, NOW)
    assert sizes.wanted == {"side": 42, "documents": 22}
    assert sizes.wider("text", 4, NOW)
    assert sizes.wanted["side"] == 36
    assert sizes.wider("text", 4, {"documents": 24})
    assert sizes.wanted["documents"] == 20


def test_no_pane_is_made_too_small_to_read() -> None:
    sizes = Sizes()
    assert not sizes.wider("documents", -2, {"documents": LEAST_WIDTH})
    assert not sizes.higher("summary", -1, {"summary": LEAST_HEIGHT, "entities": 9})
    assert not sizes.wider("documents", 2, {})


def test_whatever_was_set_there_is_room_for_the_text() -> None:
    sizes = Sizes({"documents": 300, "side": 300})
    documents, side = sizes.width("documents", 120), sizes.width("side", 120)
    assert documents is not None
    assert side is not None
    assert 120 - min(documents, side) >= LEAST_TEXT
    assert Sizes({"side": 300}).width("side", 120) == 120 - LEAST_TEXT - LEAST_WIDTH
    assert sizes.width("side", 80) is None


def test_a_pane_of_the_side_is_made_higher() -> None:
    sizes = Sizes()
    assert sizes.higher("summary", 1, HEIGHTS)
    assert sizes.wanted == {"summary": 11}
    assert sizes.higher("entities", 1, HEIGHTS)
    assert sizes.wanted == {"summary": 11, "agreements": 8}
    assert not sizes.higher("entities", 1, {"entities": 30})
    assert sizes.height("summary", 30) == 11
    assert sizes.height("summary", 8) == 8


async def test_keys_change_the_size_of_the_pane_one_is_in(shelf_app: BriefingApp) -> None:
    async with shelf_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        desk = app.reading.desk
        side, documents = desk.side.outer_size.width, desk.documents.outer_size.width
        await pilot.press("4", ">", ">", "<", ">")
        assert desk.side.outer_size.width == side + 4
        await pilot.press("2", "ctrl+right")
        assert desk.side.outer_size.width == side + 2
        await pilot.press("1", "ctrl+left")
        assert desk.documents.outer_size.width == documents - 2
        height = desk.sides[2].outer_size.height
        await pilot.press("5", "}", "ctrl+up", "{", "ctrl+down", "}")
        assert desk.sides[2].outer_size.height == height + 1
        await app.run_action("usual_sizes", app.reading)
        await pilot.pause()
        assert desk.side.outer_size.width == side
        assert desk.documents.outer_size.width == documents
        assert desk.sides[2].outer_size.height == height


async def test_on_a_narrow_screen_the_text_gives_lines_and_takes_them(
    seed_app: BriefingApp,
) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        text, side = app.reading.desk.text, app.reading.desk.side
        both = text.outer_size.height, side.outer_size.height
        await pilot.press("}")
        assert (text.outer_size.height, side.outer_size.height) == (both[0] + 1, both[1] - 1)
        await pilot.press("3", "}", "}", "}")
        assert (text.outer_size.height, side.outer_size.height) == (both[0] - 2, both[1] + 2)
        await pilot.press(">")
        assert text.outer_size.width == NARROW[0]


async def test_a_zoomed_pane_keeps_the_screen(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        desk = app.reading.desk
        await pilot.press("4", ">", "z", ">")
        assert desk.side.outer_size == Size(WIDE[0], desk.size.height)
        width = desk.sizes.wanted["side"]
        await pilot.press("z")
        assert desk.side.outer_size.width == width


@pytest.mark.parametrize("by", [-6, 8])
async def test_the_mouse_draws_the_edge_between_panes(seed_app: BriefingApp, by: int) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        desk = app.reading.desk
        edge, width = desk.side.region.x, desk.side.outer_size.width
        await pilot.mouse_down(desk, offset=(edge, 5))
        await pilot.hover(desk, offset=(edge + by, 6))
        await pilot.mouse_up(desk, offset=(edge + by, 6))
        await pilot.hover(desk, offset=(edge - 20, 6))
        assert desk.side.outer_size.width == width - by
