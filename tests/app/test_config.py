"""The configuration file: what it sets, and what is said of what does not count."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.app.app import BriefingApp
from briefing.app.config import (
    VARIABLE,
    Config,
    Problem,
    location,
    parse,
    read,
    read_limits,
    sample,
)
from briefing.app.keymap import key, settable
from briefing.app.rows import RowList
from briefing.formats.limits import MEGABYTE, Limits
from tests.app.conftest import settled

SETTABLE = settable()
Open = Callable[[Config], BriefingApp]


def problems(text: str) -> list[str]:
    return [str(problem) for problem in parse(text, SETTABLE)[1]]


def test_an_empty_file_sets_nothing() -> None:
    assert parse("", SETTABLE) == (Config(), [])


def test_what_is_set_counts() -> None:
    config, wrong = parse(
        """
theme = "briefing-light"
text-width = 60
motion = false
follow = false
[panes]
documents = true
side = false
timeline = true
[keys]
zoom = ["w", "ctrl+x"]
help = "h"
next_heading = "."
""",
        SETTABLE,
    )
    assert wrong == []
    assert config == Config(
        theme="briefing-light",
        text_width=60,
        motion=False,
        follow=False,
        documents=True,
        side=False,
        timeline=True,
        keys={"zoom": "w,ctrl+x", "help": "h", "next_heading": "full_stop"},
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\ncolour = 1", "line 2: colour: there is no such setting"),
        (
            "text-widht = 1",
            "line 1: text-widht: there is no such setting; did you mean text-width?",
        ),
        (
            "[panes]\n\nsides = true",
            "line 3: panes.sides: there is no such setting; did you mean side?",
        ),
        ("theme = 3", "line 1: theme: this must be the name of a theme, in quotes"),
        (
            'theme = "briefing-drak"',
            "line 1: theme: there is no theme 'briefing-drak'; did you mean briefing-dark?",
        ),
        ("text-width = 7", "line 1: text-width: this must be a number from 20 to 200"),
        ("text-width = true", "line 1: text-width: this must be a number from 20 to 200"),
        ("motion = 'no'", "line 1: motion: this must be true or false"),
        ("[panes]\nside = 1", "line 2: panes.side: this must be true or false"),
        ("panes = true", "line 1: panes: this must be a table, written [panes]"),
        ("[keys]\nzoom = []", 'line 2: keys.zoom: this must be a key, or some: ["x", "ctrl+x"]'),
        ("[keys]\nzoom = 'ctr+x'", "line 2: keys.zoom: 'ctr+x' is not the name of a key"),
        ("[keys]\nzoom = [1]", "line 2: keys.zoom: 1 is not the name of a key"),
        ("[keys]\nzoom = 'ctrl+q'", "line 2: keys.zoom: ctrl+q always quits"),
        (
            "[keys]\nzoom = 'q'",
            "line 2: keys.zoom: q is the key of quit (Quit); give that another one first",
        ),
        (
            "[keys]\nzoom = 'n'",
            "line 2: keys.zoom: n is the key of next_mention (Next mention); "
            "give that another one first",
        ),
        (
            "[keys]\nzoom = 'w'\nside = 'w'",
            "line 3: keys.side: w is the key of zoom (Zoom); give that another one first",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_usual_counts(text: str, reason: str) -> None:
    config, wrong = parse(text, SETTABLE)
    assert [str(problem) for problem in wrong] == [reason]
    assert config in (Config(), Config(keys={"zoom": "w"}))


def test_the_rest_of_a_file_counts_all_the_same() -> None:
    config, wrong = parse('theme = 1\ntext-width = 50\n[keys]\nzoom = "q"\nside = "w"', SETTABLE)
    assert (config.text_width, config.keys) == (50, {"side": "w"})
    assert [problem.line for problem in wrong] == [1, 4]


def test_what_is_not_toml_is_told_with_its_line() -> None:
    config, (problem,) = parse("theme = 'a'\ntheme = = 2\n", SETTABLE)
    assert config == Config()
    assert problem.line == 2
    assert "this is not TOML" in problem.reason


@pytest.mark.parametrize("text", ["a = " + "9" * 5000, "a = " + "[" * 5000, "a = \x00"])
def test_hostile_toml_is_told_too(text: str) -> None:
    assert "this is not TOML" in problems(text)[0]


def test_two_actions_may_change_their_keys() -> None:
    config, wrong = parse("[keys]\nzoom = 't'\ntimeline = 'z'", SETTABLE)
    assert (config.keys, wrong) == ({"zoom": "t", "timeline": "z"}, [])


def test_ctrl_q_quits_whatever_else_does() -> None:
    config, wrong = parse("[keys]\nquit = 'w'\nzoom = 'q'", SETTABLE)
    assert (config.keys, wrong) == ({"quit": "w,ctrl+q", "zoom": "q"}, [])


def test_the_printed_file_sets_nothing_and_with_its_settings_on_the_usual() -> None:
    printed = sample(SETTABLE, Path("/x/config.toml"))
    assert parse(printed, SETTABLE) == (Config(), [])
    lines = printed.splitlines()
    switched_on = "\n".join(line.removeprefix("# ") if " = " in line else line for line in lines)
    config, wrong = parse(switched_on, SETTABLE)
    assert wrong == []
    assert config.theme == "briefing-dark"
    assert config.keys.keys() == {action.id for action in SETTABLE.actions}
    assert all(
        config.keys[action.id] == ",".join(key(one) or "" for one in action.keys)
        for action in SETTABLE.actions
    )
    assert tomllib.loads(switched_on)["keys"]["filter"] == ["/", "f"]


@given(st.text(max_size=80))
@settings(max_examples=50, deadline=None)
def test_no_text_is_too_strange(text: str) -> None:
    parse(text, SETTABLE)
    parse(f"[keys]\nzoom = {text!r}", SETTABLE)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("x", "x"),
        ("X", "X"),
        ("/", "slash"),
        (",", "comma"),
        ("comma", "comma"),
        (" ", "space"),
        ("space", "space"),
        ("ctrl+ ", "ctrl+space"),
        ("ctrl+x", "ctrl+x"),
        ("alt+left", "alt+left"),
        ("f5", "f5"),
        ("", None),
        ("ctrl+", None),
        ("control+x", None),
        ("\n", None),
        ("nothing", None),
    ],
)
def test_keys_are_written_as_on_the_keyboard_or_by_name(written: str, name: str | None) -> None:
    assert key(written) == name


def test_the_environment_may_name_the_file() -> None:
    assert location({VARIABLE: "/x/y.toml"}) == Path("/x/y.toml")
    assert location({}).name == "config.toml"


def test_a_file_that_is_not_there_is_missed_only_where_it_was_named(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    assert read(path, SETTABLE) == (Config(), [])
    missed = read(path, SETTABLE, must_exist=True)
    assert missed == (Config(), [Problem(0, "there is no such file")])


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"theme = '\xff'")
    assert read(path, SETTABLE)[1] == [Problem(0, "the file is not UTF-8")]
    path.write_bytes(b"#" * (1 << 21))
    assert read(path, SETTABLE)[1] == [Problem(0, "the file is too large to be a configuration")]
    assert read(tmp_path, SETTABLE)[1]


# On the screen


@pytest.fixture
def opened(by_hand_only: None, seeds: Path) -> Open:
    return lambda config: BriefingApp(sorted(seeds.iterdir()), config=config)


async def test_keys_that_were_set_work_and_are_shown(opened: Open) -> None:
    keys = {"zoom": "w", "help": "f2", "filter": "comma"}
    async with opened(Config(keys=keys)).run_test(size=(120, 40)) as pilot:
        app = await settled(pilot)
        await pilot.press("z")
        assert not app.reading.desk.zoomed
        await pilot.press("w")
        assert app.reading.desk.zoomed
        assert ", Filter" in app.reading.keys.render().plain
        assert "F2 Help" in app.reading.keys.render().plain
        await pilot.press("f2")
        lines = [f"{row.marker}{row.content.plain}" for row in app.screen.query_one(RowList).rows]
        assert any(line.startswith("w ") and "Zoom" in line for line in lines)
        await pilot.press("f2", "comma")
        assert app.reading.filter.is_open


async def test_swapped_keys_are_swapped(opened: Open) -> None:
    keys = {"zoom": "t", "timeline": "z"}
    async with opened(Config(keys=keys)).run_test(size=(120, 40)) as pilot:
        app = await settled(pilot)
        await pilot.press("t")
        assert app.reading.desk.zoomed
        await pilot.press("t", "z")
        assert not app.reading.desk.zoomed
        assert app.reading.desk.arrangement.timeline


async def test_ctrl_q_still_quits_with_another_key_set(opened: Open) -> None:
    config, _ = parse("[keys]\nquit = 'w'", SETTABLE)
    async with opened(config).run_test(size=(120, 40)) as pilot:
        app = await settled(pilot)
        await pilot.press("q")
        assert app.is_running
        await pilot.press("ctrl+q")
        assert not app.is_running


async def test_panes_width_theme_and_motion_are_as_set(opened: Open) -> None:
    config = Config("briefing-light", 50, False, documents=True, side=False)
    async with opened(config).run_test(size=(120, 40)) as pilot:
        app = await settled(pilot)
        desk = app.reading.desk
        assert app.theme == "briefing-light"
        assert desk.text.measure == 50
        assert app.animation_level == "none"
        assert desk.documents.display
        assert not desk.side.display


async def test_problems_are_told_on_the_screen_as_they_are(by_hand_only: None, seeds: Path) -> None:
    app = BriefingApp(sorted(seeds.iterdir()), problems=["line 1: [/x]: there is no such setting"])
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        (told,) = app._notifications
        assert told.message == "line 1: [/x]: there is no such setting"


def test_limits_are_set_in_the_units_a_person_would_use() -> None:
    config, wrong = parse("[limits]\ntext = 2\npages = 30\n", SETTABLE)
    assert not wrong
    assert config.limits == Limits(text=2 * MEGABYTE, pages=30)


@pytest.mark.parametrize("value", ["0", "-1", "true", '"8"', "1.5"])
def test_a_limit_that_is_none_is_told_and_the_usual_one_counts(value: str) -> None:
    config, wrong = parse(f"[limits]\ntext = 4\npages = {value}\n", SETTABLE)
    assert [str(one) for one in wrong] == [
        "line 3: limits.pages: this must be a whole number above zero"
    ]
    assert config.limits == Limits(text=4 * MEGABYTE)


def test_limits_are_read_without_knowing_what_else_may_be_set(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('theme = "unknown"\n[limits]\ntxet = 1\ndepth = 2\n')
    limits, wrong = read_limits(file)
    assert limits == Limits(depth=2)
    assert [str(one) for one in wrong] == [
        "line 3: limits.txet: there is no such setting; did you mean text?"
    ]
    assert read_limits(tmp_path / "none.toml") == (Limits(), [])
