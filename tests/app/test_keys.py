"""Every key of every action does what the action says."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.app.actions import EVERY
from briefing.app.app import BriefingApp
from briefing.app.library.panes import LibraryPane
from tests.app.conftest import settled

WIDE = (130, 40)
CELLS = [f"column {number} of a wide table" for number in range(9)]
PARAGRAPHS = [
    f"Paragraph {number}: Donald Trump and Mike Pompeo spoke of COMCASA with India in New Delhi."
    for number in range(40)
]
TEXT = "\n\n".join(
    [
        "\n".join("| " + " | ".join(row) + " |" for row in (CELLS, ["---"] * 9, CELLS)),
        "# First heading",
        *PARAGRAPHS[:20],
        "# Second heading",
        *PARAGRAPHS[20:],
    ]
)

Probe = Callable[[BriefingApp], object]


def top(app: BriefingApp) -> int:
    return app.reading.desk.text.position


def table(app: BriefingApp) -> str:
    return app.reading.desk.text.render_line(0).text


def pane(app: BriefingApp) -> str | None:
    return app.reading.desk.here


def screen(app: BriefingApp) -> str:
    return type(app.screen).__name__


def document(app: BriefingApp) -> int | None:
    return app.reading.navigator.document


def standing(app: BriefingApp) -> str | None:
    return app.notebook.standing(app.reading.navigator.document or 0)


def mention(app: BriefingApp) -> int | None:
    walk = app.reading.navigator.walk
    return walk.index if walk else None


def marked(app: BriefingApp) -> object:
    return app.reading.desk.text.target


def rows(app: BriefingApp) -> object:
    return [row.content.plain for one in app.reading.desk.sides for row in one.rows]


def wanted(app: BriefingApp) -> object:
    return app.focused.wanted if isinstance(app.focused, LibraryPane) else None


def seen(pane: str) -> Probe:
    return lambda app: app.reading.desk.query_one(f"#{pane}").display


def width(pane: str) -> Probe:
    return lambda app: app.reading.desk.query_one(f"#{pane}").outer_size.width


def height(pane: str) -> Probe:
    return lambda app: app.reading.desk.query_one(f"#{pane}").outer_size.height


class Edited:
    """What an editor was opened with."""

    paths: list[Path] = []  # noqa: RUF012 - emptied by the fixture


# What is pressed before, what is looked at, and how it is afterwards: "more" or "less" than it
# was, "other", or a value.
EXPECTED: dict[str, tuple[str, Probe, object]] = {
    "line_down": ("", top, "more"),
    "line_up": ("d", top, "less"),
    "page_down": ("", top, "more"),
    "page_up": ("G", top, "less"),
    "half_page_down": ("", top, "more"),
    "half_page_up": ("d d", top, "less"),
    "home": ("d", top, "less"),
    "end": ("", top, "more"),
    "right": ("", table, "other"),
    "left": ("right right", table, "other"),
    "first_column": ("right right", table, "other"),
    "choose": ("4 j", pane, "text"),
    "filter": ("", lambda app: app.reading.filter.is_open, True),
    "find": ("", lambda app: app.reading.find_bar.is_open, True),
    "next_pane": ("", pane, "summary"),
    "previous_pane": ("", pane, "documents"),
    "pane_documents": ("", pane, "documents"),
    "pane_text": ("3", pane, "text"),
    "pane_summary": ("", pane, "summary"),
    "pane_entities": ("", pane, "entities"),
    "pane_agreements": ("", pane, "agreements"),
    "pane_timeline": ("", pane, "timeline"),
    "next_mention": ("4 enter", mention, "more"),
    "previous_mention": ("4 enter n n", mention, "less"),
    "details": ("5", rows, "other"),
    "card": ("4", screen, "CardScreen"),
    "next_heading": ("", top, "more"),
    "previous_heading": ("G", top, "less"),
    "next_document": ("", document, "other"),
    "previous_document": ("J", document, "other"),
    "back": ("4 enter", marked, None),
    "forward": ("4 enter H", marked, "other"),
    "select": ("", lambda app: app.reading.desk.text.selecting, True),
    "copy": ("v", lambda app: app.clipboard, "other"),
    "copy_item": ("4", lambda app: app.clipboard, "other"),
    "export": ("4", screen, "other"),
    "narrower": ("", lambda app: app.reading.desk.text.measure, "less"),
    "wider": ("minus minus", lambda app: app.reading.desk.text.measure, "more"),
    "edit": ("", lambda app: len(Edited.paths), 1),
    "leave": ("3", pane, "text"),
    "zoom": ("4", lambda app: app.reading.desk.zoomed, True),
    "narrower_pane": ("4", width("side"), "less"),
    "wider_pane": ("4", width("side"), "more"),
    "lower_pane": ("4", height("entities"), "less"),
    "higher_pane": ("4", height("entities"), "more"),
    "side": ("", seen("side"), False),
    "timeline": ("", seen("timeline"), True),
    "documents": ("", seen("documents"), False),
    "outline": ("", screen, "OutlineScreen"),
    "read": ("", standing, "read"),
    "next_unread": ("R", document, "other"),
    "news": ("", screen, "NewsScreen"),
    "bookmark": ("", screen, "NoteScreen"),
    "bookmarks": ("", screen, "BookmarksScreen"),
    "undo": ("R", standing, "seen"),
    "help": ("", screen, "HelpScreen"),
    "palette": ("", screen, "CommandPalette"),
    "everything": ("", screen, "LibraryScreen"),
    "order": ("a 3", wanted, "other"),
    "only": ("a 3", wanted, "other"),
    "only_before": ("a 3", wanted, "other"),
    "when": ("a", lambda app: type(app.focused).__name__, "Input"),
    "theme": ("", lambda app: app.theme, "other"),
    "quit": ("", lambda app: app._exit, True),
}
KEYS = [(action.id, key) for action in EVERY for key in action.keys.split(",") if key]


@pytest.fixture
def app(tmp_path: Path, by_hand_only: None, monkeypatch: pytest.MonkeyPatch) -> BriefingApp:
    (tmp_path / "a.md").write_text(f"---\ndate: 2020-01-01\n---\n{TEXT}\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("---\ndate: 2021-01-01\n---\nAnother text.\n", encoding="utf-8")
    Edited.paths.clear()

    def edit(app: object, path: Path) -> str:
        Edited.paths.append(path)
        return ""

    monkeypatch.setattr("briefing.app.editor.edit", edit)
    return BriefingApp(sorted(tmp_path.iterdir()), name="two")


@pytest.mark.parametrize(
    "keys",
    ["question_mark", "colon", "i", "B", "apostrophe", "W", "E", "4 c", "slash", "a p"],
)
async def test_the_last_key_ends_the_program_out_of_any_dialog(app: BriefingApp, keys: str) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press(*keys.split())
        await pilot.pause()
        assert not app._exit
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app._exit


async def test_a_step_from_nowhere_says_what_to_do(app: BriefingApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("n")
        assert [note.message for note in app._notifications] == [
            "Choose a name first, or find words; n and N then go from place to place."
        ]


def test_nothing_one_can_do_is_left_out() -> None:
    assert sorted(EXPECTED) == sorted({name for name, _ in KEYS})


@pytest.mark.parametrize(("name", "key"), KEYS, ids=[f"{name}-{key}" for name, key in KEYS])
async def test_a_key_does_what_its_action_says(app: BriefingApp, name: str, key: str) -> None:
    before_keys, probe, expected = EXPECTED[name]
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press(*before_keys.split())
        await pilot.pause()
        before = probe(app)
        await pilot.press(key)
        await pilot.pause()
        after = probe(app)
        match expected:
            case "more" | "less":
                assert isinstance(before, int)
                assert isinstance(after, int)
                assert after > before if expected == "more" else after < before
            case "other":
                assert after != before
            case _:
                assert after == expected


def _at_the_top(*wanted: str) -> Callable[[str], bool]:
    return lambda screen: all(words in "\n".join(screen.split("\n")[:2]) for words in wanted)


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ("/jaishnkar", _at_the_top("jaishnkar", "found")),
        ("\x06waiver", _at_the_top("Find", "waiver", " of ")),
        ("4", lambda screen: "Enter Source" in screen),
        ("t", lambda screen: "6 Timeline" in screen),
    ],
)
def test_what_is_typed_before_there_is_a_screen_is_done(
    seeds: Path, typed: str, met: Callable[[str], bool]
) -> None:
    from tests.terminal import Terminal

    with Terminal(["-m", "briefing", "--no-cache", str(seeds)]) as terminal:
        terminal.press(typed)
        terminal.wait_for(met)
