"""Actions are declared once; whatever shows or binds them agrees."""

from collections import Counter

import pytest

from briefing.app.actions import (
    CHOOSING,
    EVERY,
    MARKING,
    MOVING,
    PROGRAM,
    READING,
    Action,
    key_name,
    key_names,
)
from briefing.app.app import BriefingApp
from briefing.app.panes.text import TextPane
from briefing.app.rows import RowList
from briefing.app.screens.help import HelpScreen
from briefing.app.screens.reading import ReadingScreen
from tests.app.conftest import settled


def name(call: str) -> str:
    return call.partition("(")[0].rpartition(".")[2]


def test_every_action_has_an_id_of_its_own_and_says_what_it_does() -> None:
    assert max(Counter(action.id for action in EVERY).values()) == 1
    assert all(action.description and action.group for action in EVERY)


def test_no_key_does_two_things() -> None:
    keys = [key for action in EVERY for key in action.keys.split(",") if key]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


@pytest.mark.parametrize("action", [*MOVING, *CHOOSING], ids=lambda action: action.id)
def test_lists_do_what_is_declared_for_them(action: Action) -> None:
    assert action in EVERY
    assert hasattr(RowList, f"action_{name(action.action)}")


@pytest.mark.parametrize("action", MOVING, ids=lambda action: action.id)
def test_the_text_moves_by_the_same_actions(action: Action) -> None:
    assert hasattr(TextPane, f"action_{name(action.action)}")


def test_the_screen_and_the_app_do_what_is_declared_for_them() -> None:
    on_screen = [*READING, *MARKING]
    assert [
        one.id for one in on_screen if not hasattr(ReadingScreen, f"action_{name(one.action)}")
    ] == []
    assert [
        one.id for one in PROGRAM if not hasattr(BriefingApp, f"action_{name(one.action)}")
    ] == []


def test_keys_are_named_as_on_the_keyboard() -> None:
    assert key_name("right_square_bracket") == "]"
    assert key_name("alt+left") == "alt+←"
    assert key_names(next(one for one in EVERY if one.id == "help")) == "?  F1"


async def test_help_and_palette_know_every_action(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=(120, 40)) as pilot:
        app = await settled(pilot)
        offered = {command.title for command in app.get_system_commands(app.screen)}
        assert offered >= {one.description for one in (*CHOOSING, *READING, *MARKING, *PROGRAM)}
        told = {command.title: command.help for command in app.get_system_commands(app.screen)}
        assert told["Outline"] == "i   the headings of the text"
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        text = "\n".join(
            f"{row.marker}{row.content.plain}" for row in app.screen.query_one(RowList).rows
        )
        assert [one.id for one in EVERY if one.keys and key_names(one) not in text] == []


async def test_keys_can_be_changed_by_id(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=(120, 40)) as pilot:
        app = await settled(pilot)
        app.set_keymap({"zoom": "x"})
        await pilot.press("x")
        assert app.reading.desk.zoomed
