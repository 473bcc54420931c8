"""Which panes are on the screen."""

import pytest

from briefing.app.arrangement import PANES, Arrangement

WIDE, TALL, NARROW = (120, 40), (200, 50), (80, 24)


@pytest.mark.parametrize(
    ("arrangement", "size", "visible"),
    [
        (Arrangement(), WIDE, "text summary entities agreements"),
        (Arrangement(), TALL, "text summary entities agreements timeline"),
        (Arrangement(documents=True), WIDE, "documents text summary entities agreements"),
        (Arrangement(timeline=True), WIDE, "text summary entities agreements timeline"),
        (Arrangement(timeline=False), TALL, "text summary entities agreements"),
        (Arrangement(side=False), WIDE, "text"),
        (Arrangement(side=False, documents=True), WIDE, "documents text"),
        (Arrangement(several=True), WIDE, "documents text summary entities agreements"),
        (Arrangement(several=True), (110, 40), "text summary entities agreements"),
        (Arrangement(several=True, documents=True, side=False), (110, 40), "documents text"),
        (Arrangement(several=True, documents=False), WIDE, "text summary entities agreements"),
        (Arrangement(), NARROW, "text summary"),
        (Arrangement(documents=True, picked="entities"), NARROW, "text entities"),
        (Arrangement(picked="documents"), NARROW, "text documents"),
        (Arrangement(side=False), NARROW, "text"),
        (Arrangement(zoomed="summary"), WIDE, "summary"),
        (Arrangement(zoomed="text"), NARROW, "text"),
    ],
)
def test_what_is_visible(arrangement: Arrangement, size: tuple[int, int], visible: str) -> None:
    assert " ".join(arrangement.visible(*size)) == visible


@pytest.mark.parametrize("size", [WIDE, TALL, NARROW])
@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize("zoomed", [None, "text", "entities"])
def test_going_to_a_pane_makes_it_visible(
    size: tuple[int, int], pane: str, zoomed: str | None
) -> None:
    arrangement = Arrangement(side=False, timeline=False, zoomed=zoomed)
    arrangement.go_to(pane, size[0])
    assert pane in arrangement.visible(*size)
    assert pane in arrangement.reachable(*size)


@pytest.mark.parametrize("size", [WIDE, TALL, NARROW])
@pytest.mark.parametrize("pane", ["documents", "timeline"])
def test_showing_and_hiding(size: tuple[int, int], pane: str) -> None:
    arrangement = Arrangement(timeline=False)
    arrangement.toggle(pane, *size)
    assert pane in arrangement.visible(*size)
    arrangement.toggle(pane, *size)
    assert pane not in arrangement.visible(*size)


def test_where_there_is_little_room_the_documents_are_seen_while_one_is_there() -> None:
    arrangement = Arrangement(several=True, side=False)
    assert arrangement.reachable(110, 40) == ("documents", "text")
    arrangement.go_to("documents", 110)
    assert arrangement.visible(110, 40) == ("documents", "text")
    arrangement.go_to("text", 110)
    assert arrangement.visible(110, 40) == ("text",)
    arrangement.toggle("documents", 110, 40)
    arrangement.go_to("text", 110)
    assert arrangement.visible(110, 40) == ("documents", "text")


def test_tabs_are_for_narrow_screens() -> None:
    assert Arrangement().tabs(80)
    assert not Arrangement().tabs(100)
    assert not Arrangement(zoomed="text").tabs(80)
    assert Arrangement().reachable(*NARROW) == PANES[1:]
    assert Arrangement(documents=True).reachable(*NARROW) == PANES


def test_a_short_narrow_screen_shows_only_the_text_while_one_reads() -> None:
    arrangement = Arrangement()
    assert arrangement.visible(40, 15) == ("text",)
    arrangement.go_to("entities", 40)
    assert arrangement.visible(40, 15) == ("text", "entities")
    arrangement.go_to("text", 40)
    assert arrangement.visible(40, 15) == ("text",)
    assert arrangement.visible(80, 24) == ("text", "entities")
